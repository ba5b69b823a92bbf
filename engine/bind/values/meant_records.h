// What a name may mean that is neither a field nor an entity: records with a term that is called so.
#ifndef MUSTER_ENGINE_BIND_VALUES_MEANT_RECORDS_H_
#define MUSTER_ENGINE_BIND_VALUES_MEANT_RECORDS_H_

#include <string>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `bmi < 45`, where rows of `space` have no such field: the measurements and exposures that records have under that
/// name, as criteria to write. Best first; empty where none is called so.
std::vector<std::string> MeantByField(const CatalogueView& view, const grammar::Compare& compare, model::Entity space);

/// Of `by bmi` or `summarise individuals of bmi`: the values of such measurements and exposures, as hints.
std::vector<std::string> MeantByDimension(const CatalogueView& view, std::string_view name, model::Entity space);

/// Of `has sample DNA`, or `has tumour`: what other fields than the own term of such records say by that word, as
/// criteria to write. Empty where none does.
std::vector<std::string> MeantByValue(const CatalogueView& view, const grammar::Has& has, model::Entity space);
/// The same as conditions on rows of `entity`: type is tumour; kind is OBI:0001051.
std::vector<std::string> SaidByOtherFields(const CatalogueView& view, std::string_view word, model::Entity entity);

/// Of `has melanoma`: what records below `space` have under that name, as criteria to write.
std::vector<std::string> MeantByEntity(const CatalogueView& view, const grammar::Has& has, model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_MEANT_RECORDS_H_
