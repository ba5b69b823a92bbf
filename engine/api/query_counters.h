// Private to api/: what muster::Stats tells of queries.
#ifndef MUSTER_ENGINE_API_QUERY_COUNTERS_H_
#define MUSTER_ENGINE_API_QUERY_COUNTERS_H_

#include <atomic>
#include <cstdint>

namespace muster::api {

/// Only added to, by any thread.
struct QueryCounters {
  std::atomic<uint64_t> queries = 0;
  std::atomic<uint64_t> running = 0;
  std::atomic<uint64_t> cancelled = 0;
  std::atomic<uint64_t> deadline = 0;
  std::atomic<uint64_t> too_much_memory = 0;
  std::atomic<uint64_t> commits = 0;
  std::atomic<uint64_t> refreshes = 0;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_QUERY_COUNTERS_H_
