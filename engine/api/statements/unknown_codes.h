// Codes of records that no loaded ontology knows, or has retired: labels in place of codes, misspelt prefixes.
#ifndef MUSTER_ENGINE_API_STATEMENTS_UNKNOWN_CODES_H_
#define MUSTER_ENGINE_API_STATEMENTS_UNKNOWN_CODES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/schema.h"

namespace muster::api {

struct UnknownCode {
  enum class Why {
    kNotInOntology,  ///< an ontology with codes of this prefix is loaded, and does not have it
    kName,           ///< the name of one term, by which it is taken as that term
    kNoCode,         ///< it has no prefix, or an unknown one
    kObsolete,       ///< an obsolete term that nothing replaces: no query for a current one reaches it
    kNotLoaded,      ///< codes of a known system without a loaded ontology, as one entry: "ICD10:..."
  };
  model::FieldId field = 0;
  Why why = Why::kNoCode;
  std::string code;
  std::string label;    ///< as it came with the data
  uint64_t codes = 1;   ///< how many different ones
  uint64_t rows = 0;    ///< rows of the field's entity that have it
  std::string nearest;  ///< a term that may be meant, or ""
};

struct UnknownCodeOptions {
  size_t limit = 1000;      ///< of each field
  bool not_loaded = true;   ///< also codes of known systems without a loaded ontology
  model::Symbol first = 0;  ///< only symbols from this one on
};

/// By field; of a field the most frequent first, and what is only not loaded last.
absl::StatusOr<std::vector<UnknownCode>> FindUnknownCodes(const bind::CatalogueView& view,
                                                          const UnknownCodeOptions& options);

/// Whether a symbol from `first` on is written as a code and known to no loaded ontology, nor of a known system: a
/// quick look, without asking which fields have it.
bool MayHaveUnknownCodes(const bind::CatalogueView& view, model::Symbol first);

/// How many of the field's values no loaded ontology knows.
absl::StatusOr<uint64_t> CountUnknownCodes(const bind::CatalogueView& view, model::FieldId field);

/// Several editions of one classification in one field.
struct MixedEditions {
  model::FieldId field = 0;
  std::vector<std::pair<std::string, uint64_t>> rows;  ///< by prefix ("ICD10GM")
};
/// Fields with a value, from symbol `first` on, of a classification that occurs in several editions in this field.
absl::StatusOr<std::vector<MixedEditions>> FindMixedEditions(const bind::CatalogueView& view, model::Symbol first);

/// HPO terms, from symbol `first` on, that records have as phenotypes although they are not: modes of inheritance,
/// onsets, severities, frequencies, which are below the ontology's root but not below "Phenotypic abnormality".
absl::StatusOr<std::vector<UnknownCode>> FindNoPhenotypes(const bind::CatalogueView& view, model::Symbol first);

std::string_view WhyUnknown(UnknownCode::Why why);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_UNKNOWN_CODES_H_
