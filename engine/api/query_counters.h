// Private to api/: counters of queries, for muster::Stats.
#ifndef MUSTER_ENGINE_API_QUERY_COUNTERS_H_
#define MUSTER_ENGINE_API_QUERY_COUNTERS_H_

#include <atomic>
#include <cstdint>

#include "allowance/allowance.h"
#include "engine/api/calls/host_log.h"
#include "muster/log.h"

namespace muster::api {

/// Only added to, by any thread.
struct QueryCounters {
  std::atomic<uint64_t> queries = 0;
  std::atomic<uint64_t> running = 0;
  std::atomic<uint64_t> cancelled = 0;
  std::atomic<uint64_t> deadline = 0;
  std::atomic<uint64_t> too_much_memory = 0;
  std::atomic<uint64_t> refreshes = 0;

  /// How a text ended.
  void Count(Stopped outcome, const HostLog& log) {
    switch (outcome) {
      case Stopped::kNo:
        return;
      case Stopped::kCancelled:
        ++cancelled;
        return;
      case Stopped::kDeadline:
        ++deadline;
        return log.Write(LogLevel::kWarning, "a text was not answered before its deadline");
      case Stopped::kMemory:
        ++too_much_memory;
        return log.Write(LogLevel::kWarning, "a text would have taken more memory than it may");
    }
  }
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_QUERY_COUNTERS_H_
