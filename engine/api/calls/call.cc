#include "engine/api/calls/call.h"

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <thread>

#include "allowance/allowance.h"

namespace muster::api {
namespace {

// How long the end of the process waits for calls that were stopped: one may be held up in a callback for ever.
constexpr std::chrono::milliseconds kMostWait(500);
constexpr std::chrono::milliseconds kBetweenChecks(1);

constinit thread_local int depth = 0;
constinit std::atomic<bool> ending = false;

// How many calls are under way, and above that, how many have begun.
constexpr uint64_t kBegun = uint64_t{1} << 32;
constinit std::atomic<uint64_t> calls = 0;

uint64_t UnderWay(uint64_t of) { return of % kBegun; }

// In the child of a fork, only the forking thread exists.
[[maybe_unused]] const int forgets_threads =
    pthread_atfork(nullptr, nullptr, [] { calls = depth > 0 ? kBegun + 1 : 0; });

void End() {
  if (ending.exchange(true)) return;  // it is registered again and again: the first to run has waited
  StopAll();
  const uint64_t own = depth > 0 ? 1 : 0;
  const auto last = std::chrono::steady_clock::now() + kMostWait;
  while (UnderWay(calls) > own && std::chrono::steady_clock::now() < last) std::this_thread::sleep_for(kBetweenChecks);
}

bool Begin() {
  if (depth++ > 0) return true;
  const uint64_t begun = (calls.fetch_add(kBegun + 1) + kBegun) / kBegun;
  // What is registered last is called first, and so before what earlier calls have made for themselves is destroyed:
  // again and again, ever more rarely.
  if ((begun & (begun - 1)) == 0) std::atexit(&End);
  return !ending;
}

}  // namespace

Call::Call() : allowed_(Begin()) {}

Call::~Call() {
  if (--depth == 0) calls.fetch_sub(1);
}

bool Call::IsUnderWay() { return depth > 0; }

bool IsProcessEnding() { return ending; }

absl::Status ProcessIsEnding() {
  return absl::FailedPreconditionError("the process is ending: end the threads that ask before it does");
}

absl::Status ClosedCatalogue() {
  return absl::FailedPreconditionError(
      "the catalogue was closed: open it, and prepare, take a snapshot or admit the guest again");
}

}  // namespace muster::api
