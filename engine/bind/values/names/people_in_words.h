// How many people have a record of a term, beside suggestions.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_PEOPLE_IN_WORDS_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_PEOPLE_IN_WORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// "3,762"
std::string WithCommas(uint64_t number);

/// " (3,762 people)": the live individuals with an observed record that has one of `symbols` in `field`. Empty for a
/// guest, who is told no numbers, and where they cannot be read.
std::string PeopleInWords(const CatalogueView& view, model::FieldId field, const model::SymbolList& symbols);
/// The same of `codes` and everything below them.
std::string PeopleInWords(const CatalogueView& view, model::FieldId field, const std::vector<std::string>& codes);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_PEOPLE_IN_WORDS_H_
