#include "engine/index/segment_symbols.h"

#include <cstdint>

#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/schema.h"

namespace muster::index {

absl::Status FindSymbols(const storage::SegmentReader& segment, std::vector<bool>* found) {
  using model::PostingKind;
  for (const model::Field& field : model::Fields()) {
    for (const PostingKind kind : {PostingKind::kRows, PostingKind::kObservedRows, PostingKind::kExcludedRows}) {
      const auto values = segment.Values(static_cast<uint8_t>(kind), model::EntityNumber(field.entity), field.id);
      if (!values.ok()) return values.status();
      for (const uint32_t value : **values) {
        if (value < found->size()) (*found)[value] = true;  // not kAnyValue
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::index
