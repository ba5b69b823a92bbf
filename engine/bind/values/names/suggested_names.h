// What may be meant by a name that no term has, as hints suggest it: HP:0001250 "Seizure" (3,762 people).
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_SUGGESTED_NAMES_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_SUGGESTED_NAMES_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// HP:0001250 or MONDO:0005027 "Seizure" (3,762 people)
std::string SuggestedTerm(const CatalogueView& view, model::FieldId field, const std::vector<std::string>& codes,
                          std::string_view label);

/// Gathers names of what records have in `field`, each once, three at most; of what is asked for by its initials, six.
class SuggestedNames {
 public:
  /// `values`: the symbols that records have in `field`. All must outlive this.
  SuggestedNames(const CatalogueView& view, model::FieldId field, const model::SymbolList& values, KindsInUse* kinds)
      : view_(view), field_(field), values_(values), kinds_(*kinds) {}

  void AddText(std::string text);
  void AddTerm(const std::vector<std::string>& codes, std::string_view label);
  /// What has a name with these words: nearest by meaning.
  void AddNamesOfWords(std::string_view name);
  /// What has a name that says the same: "hypertensive disorder" for "hypertension".
  void AddNamesAlike(const std::set<std::string>& names);
  /// What is called the same but for its number and what stands behind the name of a test: Seizure before Bilateral
  /// tonic-clonic seizure for "seizures", hemoglobin before hemoglobin A1c.
  void AddSameNames(const std::string& name);
  /// Terms with a name that is spelt nearly so and that may lead to a value; of all terms where nothing is recorded.
  void AddNearTerms(std::string_view name);
  /// The same for labels that came with the data, for codes that no ontology has.
  void AddNearLabels(std::string_view name);

  bool empty() const { return near_.empty(); }
  /// As questions: "did you mean ...?". Behind them, for the host, how many more have the words of `name`, and what
  /// finds them.
  std::vector<std::string> AsHints(std::string_view name) const;

 private:
  std::vector<std::string> OthersOfLabel(std::string_view code, std::string_view label) const;
  void Add(std::string text, size_t most);

  const CatalogueView& view_;
  const model::FieldId field_;
  const model::SymbolList& values_;
  KindsInUse& kinds_;
  std::vector<std::string> near_;
  size_t more_ = 0;  // with these words, and not among them
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_SUGGESTED_NAMES_H_
