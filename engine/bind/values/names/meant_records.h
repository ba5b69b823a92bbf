// What a name that is neither a field nor an entity may mean: records with a term of that name.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_MEANT_RECORDS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_MEANT_RECORDS_H_

#include <string>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For `bmi < 45`, if rows of `space` have no such field: the measurements and exposures of that name that records
/// have, as criteria to write. Best first; may be empty.
std::vector<std::string> MeantByField(const CatalogueView& view, const grammar::Compare& compare, model::Entity space);

/// For `by bmi` or `summarise individuals of bmi`: the values of such measurements and exposures, as hints.
std::vector<std::string> MeantByDimension(const CatalogueView& view, std::string_view name, model::Entity space);

/// For `has sample DNA` or `has tumour`: the fields of such records, other than their primary term, that have the word
/// as a value, as criteria to write. May be empty.
std::vector<std::string> MeantByValue(const CatalogueView& view, const grammar::Has& has, model::Entity space);
/// The same as conditions on rows of `entity`: type is tumour; kind is OBI:0001051.
std::vector<std::string> SaidByOtherFields(const CatalogueView& view, std::string_view word, model::Entity entity);

/// For `has melanoma`: the records below `space` with a term of that name, as criteria to write.
std::vector<std::string> MeantByEntity(const CatalogueView& view, const grammar::Has& has, model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_MEANT_RECORDS_H_
