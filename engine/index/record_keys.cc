#include "engine/index/record_keys.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/secret/record_key.h"
#include "engine/secret/secret_keys.h"

namespace muster::index {

absl::Status StoreRecordKeys(storage::Store& store) {
  constexpr storage::ColumnKey kColumn{0, secret::kRecordKeyColumn, 0};
  const storage::SnapshotPtr snapshot = store.snapshot();
  const auto keys = secret::SecretKeysIn(*snapshot->documents);
  if (!keys.ok() || !keys->has_value()) return keys.status();
  for (const storage::SegmentReaderPtr& segment : snapshot->segments) {
    const auto there = segment->GetColumn(kColumn);
    if (there.ok()) continue;
    if (!absl::IsNotFound(there.status())) return there.status();
    std::vector<int64_t> values;
    values.reserve(segment->rows(0));
    absl::Status failure;
    absl::Status status = segment->ForEachRecord([&](uint32_t, std::string_view bytes) {
      const absl::StatusOr<model::RecordName> name = model::DecodeRecordName(bytes);
      failure = name.status();
      if (!failure.ok()) return false;
      values.push_back(static_cast<int64_t>(secret::RecordKey((*keys)->record, name->dataset, name->id)));
      return true;
    });
    if (status.ok()) status = failure;
    if (status.ok()) status = store.PutLateColumn(segment->info().id, kColumn, values);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace muster::index
