#include "storage/files/process_end.h"

#include <atomic>
#include <cstdlib>

namespace muster::storage {
namespace {

std::atomic<bool> is_ending = false;

}  // namespace

void NoticeProcessEnd() {
  // What is registered last is called first.
  static const int registered = std::atexit([] { is_ending = true; });
  static_cast<void>(registered);
}

bool IsProcessEnding() { return is_ending; }

}  // namespace muster::storage
