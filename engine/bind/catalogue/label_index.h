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

namespace muster::bind {

/// Values by their labels, ignoring case. Immutable; thread-safe.
class LabelIndex {
 public:
  /// `dictionary` must outlive it. Fails when the query was stopped (CheckStop).
  static absl::StatusOr<std::shared_ptr<const LabelIndex>> Make(const model::Dictionary& dictionary,
                                                                const model::SymbolList& values);

  /// The values that have this label.
  std::vector<model::Symbol> Find(std::string_view label) const;

 private:
  explicit LabelIndex(const model::Dictionary& dictionary) : dictionary_(dictionary) {}

  const model::Dictionary& dictionary_;
  std::vector<std::pair<size_t, model::Symbol>> by_hash_;  // of the label in lower case, ascending
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_LABEL_INDEX_H_
