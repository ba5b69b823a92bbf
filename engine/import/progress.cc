#include "engine/import/progress.h"

#include "allowance/allowance.h"

namespace muster::import {
namespace {

constexpr auto kBetweenProgress = std::chrono::milliseconds(200);

}  // namespace

absl::Status Progress::Tell(bool now) {
  if (absl::Status check = CheckStop(); !check.ok() || !options_.progress) return check;
  const Clock::time_point time = Clock::now();
  if (!now && time - told_ < kBetweenProgress) return absl::OkStatus();
  told_ = time;
  ImportProgress progress;
  progress.file = reporter_.file();
  progress.bytes_done = before_ + of_file_;
  progress.bytes_total = total_ == kUnknown ? 0 : total_;
  progress.records = reporter_.report().records;
  progress.phase = "reading";
  const AllowanceScope unbounded(nullptr);  // what it asks has bounds of its own
  if (options_.progress(progress)) return absl::OkStatus();
  return absl::CancelledError("the import was cancelled");
}

}  // namespace muster::import
