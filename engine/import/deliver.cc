#include "engine/import/deliver.h"

#include <array>
#include <string>
#include <utility>

namespace muster::import {

absl::Status DeliverRecord(model::Record record, Sink& sink, Reporter& reporter, bool* replaced) {
  ImportReport& report = reporter.report();
  std::array<uint64_t, model::kEntityCount> rows{};
  for (const model::Row& row : record.rows) ++rows[static_cast<size_t>(row.entity)];
  if (absl::Status added = sink.AddRecord(std::move(record), replaced); !added.ok()) return added;
  ++report.individuals;
  if (*replaced) ++report.replaced;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] > 0) report.rows[std::string(model::Entities()[i].name)] += rows[i];
  }
  return absl::OkStatus();
}

}  // namespace muster::import
