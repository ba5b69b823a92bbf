#include "storage/files/stop_flag.h"

#include <chrono>
#include <stop_token>
#include <system_error>

#include "allowance/allowance.h"

namespace muster::storage {

StopFlag::StopFlag() {
  static constexpr std::chrono::milliseconds kBetweenChecks(2);
  Allowance* const allowance = CurrentAllowance();
  if (allowance == nullptr) return;
  try {
    watcher_ = std::jthread([this, allowance](const std::stop_token& done) {
      const AllowanceScope scope(allowance);
      while (!done.stop_requested() && !flag_) {
        flag_ = !ShouldContinue();
        std::this_thread::sleep_for(kBetweenChecks);
      }
    });
  } catch (const std::system_error&) {
    // No thread to be had: what was begun is done to its end.
  }
}

}  // namespace muster::storage
