// The values that are visible to a caller: all for the embedding program; for guests, those that enough people have.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_

#include <cstdint>
#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {

/// A view with a list behaves as if values that are not listed were in no record: such words, codes, labels and units
/// are unknown, hints and completions do not show them, and remarks are decided without them. What a term matches by
/// the hierarchy of an ontology does not change: people who have such values count. Thread-safe.
class ListedValues {
 public:
  virtual ~ListedValues() = default;
  /// Those of `values`, the values that live records have in `field`, that are listed.
  virtual absl::StatusOr<ontology::SymbolSet> Listed(model::FieldId field, const ontology::SymbolSet& values) const = 0;
  /// Whether guests cannot name the field at all, nor what stands in it.
  virtual bool IsHidden(model::FieldId field) const = 0;
  /// Whether guests may learn that some record has `part` of `field`.
  virtual absl::StatusOr<bool> IsRecorded(model::FieldId field, model::Part part) const = 0;
  /// Whether guests may learn of something that `people` people have. `what` is its name; for the same name, the first
  /// number decides.
  virtual bool Tells(uint64_t people, std::string_view what) const = 0;
};

using ListedValuesPtr = std::shared_ptr<const ListedValues>;

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_LISTED_VALUES_H_
