// Names that are the same but for abbreviations, the order of words and the way in which numbers are written.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_SAME_NAMES_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_SAME_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Numbers in Roman digits ("type II", "stage IV") become Arabic ones. One of a single letter is a number only behind a
/// word as "type".
void WriteNumbersInArabic(std::vector<std::string>* words);

/// What a term is called.
struct CalledAs {
  std::string name;
  bool is_label = false;  ///< the label, in which abbreviations have their usual meaning
};

/// Recorded codes of `field`, among `values`, whose label says the same as one of `names`: "BMI" and "Body mass index
/// (BMI) [Ratio]". Of tests, the property behind the name and blood as the specimen count for nothing where one of the
/// two lacks them. Not of codes that an ontology has. Sorted. Fails when the query was stopped.
absl::StatusOr<std::vector<model::Symbol>> FindSameNames(const CatalogueView& view, const std::vector<CalledAs>& names,
                                                         model::FieldId field, const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_SAME_NAMES_H_
