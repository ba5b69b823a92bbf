#include "engine/import/deliver.h"

#include <array>
#include <utility>

namespace muster::import {

absl::Status DeliverRecord(model::Record record, Sink& sink, Reporter& reporter, bool* replaced) {
  std::array<uint32_t, model::kEntityCount> rows{};
  for (const model::Row& row : record.rows) ++rows[static_cast<size_t>(row.entity)];
  if (absl::Status added = sink.AddRecord(std::move(record), replaced); !added.ok()) return added;
  ++reporter.report().individuals;
  if (*replaced) ++reporter.report().replaced;
  reporter.CountRows(rows);
  return absl::OkStatus();
}

}  // namespace muster::import
