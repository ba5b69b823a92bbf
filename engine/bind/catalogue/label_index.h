// Values by their labels.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_LABEL_INDEX_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_LABEL_INDEX_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/symbol_list.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {

/// Values by their labels, ignoring case. Immutable; thread-safe.
class LabelIndex {
 public:
  /// `dictionary` must outlive it. Fails when the query was stopped (CheckStop).
  static absl::StatusOr<std::shared_ptr<const LabelIndex>> Make(const model::Dictionary& dictionary,
                                                                const model::SymbolList& values);

  /// The values that have this label.
  std::vector<model::Symbol> Find(std::string_view label) const;
  /// Values that have the label of another one, which is the first of each pair. Ascending.
  std::vector<std::pair<model::Symbol, model::Symbol>> Shared() const;

 private:
  explicit LabelIndex(const model::Dictionary& dictionary) : dictionary_(dictionary) {}

  const model::Dictionary& dictionary_;
  std::vector<std::pair<size_t, model::Symbol>> by_hash_;  // of the label in lower case, ascending
};

/// Values that are called as others are, or as terms of the ontologies, although their codes say nothing of it: one
/// disease in the codes of several systems. Immutable; thread-safe.
class CalledAlike {
 public:
  /// `terminology` must outlive it. Fails when the query was stopped (CheckStop).
  static absl::StatusOr<std::shared_ptr<const CalledAlike>> Make(const ontology::Terminology& terminology,
                                                                 const model::SymbolList& values,
                                                                 const LabelIndex& labels);

  /// Those that are called as one of `reached`, which `of` reaches, or as a term at or below it, and are not among
  /// `reached`. Ascending.
  std::vector<model::Symbol> Find(const ontology::Concept& of, const model::SymbolList& reached) const;

 private:
  struct Named {
    model::Symbol symbol;
    ontology::Concept term;
  };
  explicit CalledAlike(const ontology::Terminology& terminology) : terminology_(terminology) {}

  const ontology::Terminology& terminology_;
  std::vector<std::pair<model::Symbol, model::Symbol>> shared_;
  std::vector<Named> named_;  // by terms that their codes do not lie at or below
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_LABEL_INDEX_H_
