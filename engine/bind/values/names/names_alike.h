// Names that say the same in other words: "hypertensive disorder" and "Hypertension".
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_NAMES_ALIKE_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_NAMES_ALIKE_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/ontology/ontology.h"

namespace muster::bind {

/// The words that tell `name` from others, each cut to its stem, in whatever order: {"hypertens"} of both names above.
/// Words that a name of the same thing may lack (disease, disorder, of) are left out; "syndrome", "type 1" and
/// "chronic" are not. A cancer is a neoplasm. Empty if no word is left.
std::set<std::string> TellingWords(std::string_view name);

/// Whether a word of `name` begins with `start`, in lower case.
bool HasWordThatBegins(std::string_view name, std::string_view start);

/// The label of a term and what it says means the same.
std::vector<std::string> NamesOf(const ontology::Term& term);

/// Codes with a label or exact synonym that has the same telling words as one of `names`, if some of `values` are at or
/// below them. Sorted. Reads all names of the ontologies that the values are of. Fails when the query was stopped.
absl::StatusOr<std::vector<std::string>> FindNamesAlike(const CatalogueView& view, const std::set<std::string>& names,
                                                        const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_NAMES_ALIKE_H_
