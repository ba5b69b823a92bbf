#include "engine/execute/rows/record_keys.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/model/record/record.h"
#include "engine/secret/record_key.h"

namespace muster::execute {

absl::StatusOr<storage::ColumnPtr> RecordKeysOf(const storage::SegmentReader& segment, const secret::SipKey& key) {
  auto stored = segment.GetColumn({0, secret::kRecordKeyColumn, 0});
  if (stored.ok() || !absl::IsNotFound(stored.status())) return stored;
  const storage::DerivedKey kept{.kind = storage::DerivedKey::Kind::kRecordKeys, .detail = key.k0};
  if (auto known = storage::KeptAs<storage::Column>(segment, kept)) return known;
  std::vector<int64_t> values;
  values.reserve(segment.rows(0));
  absl::Status failure;
  absl::Status status = segment.ForEachRecord([&](uint32_t, std::string_view bytes) {
    const absl::StatusOr<model::RecordName> name = model::DecodeRecordName(bytes);
    failure = name.status();
    if (!failure.ok()) return false;
    values.push_back(static_cast<int64_t>(secret::RecordKey(key, name->dataset, name->id)));
    return true;
  });
  if (status.ok()) status = failure;
  if (!status.ok()) return status;
  auto column = std::make_shared<const storage::Column>(storage::Column::Of(values));
  segment.Keep(kept, column, column->SizeInBytes());
  return column;
}

}  // namespace muster::execute
