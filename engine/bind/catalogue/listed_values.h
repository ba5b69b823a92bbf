// Which values exist for whoever asks: all of them for the embedding program, for guests those that enough people have.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_

#include <cstdint>
#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {

/// A view with such a list answers as if what is not listed were in no record: words, codes, labels and units are
/// unknown, hints and completions do not have them, and what is said beside an answer is decided without them. What a
/// term reaches by an ontology is not changed: people who have it count. Thread-safe.
class ListedValues {
 public:
  virtual ~ListedValues() = default;
  /// Those of `values` that are listed; `values` are what live records have in `field`.
  virtual absl::StatusOr<ontology::SymbolSet> Listed(model::FieldId field, const ontology::SymbolSet& values) const = 0;
  /// Whether it may be told that some record has `part` of `field`.
  virtual absl::StatusOr<bool> IsRecorded(model::FieldId field, model::Part part) const = 0;
  /// Whether something that `people` people have may be told. `what` names it: for one name, one number decides.
  virtual bool Tells(uint64_t people, std::string_view what) const = 0;
};

using ListedValuesPtr = std::shared_ptr<const ListedValues>;

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_
