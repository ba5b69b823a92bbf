// Measures what it costs that queries can be stopped, and how soon they end when they are. Uses the public API and
// nothing else.
//
//   stopping CATALOGUE REPEAT < QUERIES        one query on each line: name, tab, text
//      (QUERY_THREADS: OpenOptions::query_threads)
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/measure.h"
#include "muster/catalogue.h"

namespace muster::bench {
namespace {

// Microseconds from text to answer; nothing after saying what went wrong. `stopped`: it was.
std::optional<double> Ask(const Catalogue& catalogue, const std::string& text, const QueryOptions& options,
                          bool* stopped) {
  const Clock::time_point begin = Clock::now();
  const auto answers = catalogue.Query(text, options);
  const double took = Microseconds(Clock::now() - begin);
  if (!answers.ok()) {
    Fail(std::string(answers.status().message()));
    return std::nullopt;
  }
  *stopped = HasErrors(answers->front().diagnostics);
  if (*stopped && answers->front().diagnostics.back().code != "cancelled") {
    Fail(RenderDiagnostics(text, answers->front().diagnostics));
    return std::nullopt;
  }
  return took;
}

// Asks with bounds that are never met, and without, in turns.
bool MeasureCost(const Catalogue& catalogue, const NamedQuery& query, int repeat) {
  std::stop_source source;
  QueryOptions bounded;
  bounded.timeout = std::chrono::hours(1);
  bounded.stop = source.get_token();
  QueryOptions free;
  free.memory_bytes = 0;
  std::vector<double> with;
  std::vector<double> without;
  bool stopped = false;
  for (int i = 0; i < 2 * repeat; ++i) {
    const auto took = Ask(catalogue, query.text, i % 2 == 0 ? bounded : free, &stopped);
    if (!took) return false;
    (i % 2 == 0 ? with : without).push_back(*took);
  }
  const double a = Percentile(with, 50);
  const double b = Percentile(without, 50);
  std::printf("%-40s  %10.1f us  with bounds %10.1f us  %+6.2f %%\n", query.name.c_str(), b, a, 100 * (a / b - 1));
  return true;
}

// Stops the query after a part of the time that it takes, each time another one; adds how long it went on.
bool MeasureStops(const Catalogue& catalogue, const NamedQuery& query, int repeat, std::vector<double>* went_on) {
  bool stopped = false;
  const auto whole = Ask(catalogue, query.text, {}, &stopped);
  if (!whole) return false;
  for (int i = 0; i < repeat; ++i) {
    std::stop_source source;
    QueryOptions options;
    options.stop = source.get_token();
    std::atomic<Clock::time_point> asked_to{};
    std::atomic<bool> running = false;
    std::jthread stopper([&] {
      while (!running) std::this_thread::yield();
      const auto wait = std::chrono::microseconds(static_cast<int64_t>(*whole * (i + 0.5) / repeat));
      for (const Clock::time_point until = Clock::now() + wait; Clock::now() < until;) std::this_thread::yield();
      asked_to = Clock::now();
      source.request_stop();
    });
    running = true;
    const auto took = Ask(catalogue, query.text, options, &stopped);
    const Clock::time_point end = Clock::now();
    if (!took) return false;
    stopper.join();
    if (stopped) went_on->push_back(Microseconds(end - asked_to.load()));
  }
  return true;
}

int Run(const std::string& path, int repeat) {
  OpenOptions options{.read_only = true};
  const char* const threads = std::getenv("QUERY_THREADS");
  options.query_threads = threads == nullptr ? 1 : static_cast<uint32_t>(std::strtoul(threads, nullptr, 10));
  const auto catalogue = Catalogue::Open(path, options);
  if (!catalogue.ok()) return Fail(std::string(catalogue.status().message()));
  const std::vector<NamedQuery> queries = ReadQueries(std::cin);
  std::vector<double> went_on;
  for (const NamedQuery& query : queries) {
    if (!MeasureCost(**catalogue, query, repeat)) return EXIT_FAILURE;
    if (!MeasureStops(**catalogue, query, repeat, &went_on)) return EXIT_FAILURE;
  }
  if (went_on.empty()) return Fail("no query took long enough to be stopped");
  std::printf(
      "stopped %zu times; from the request to the return: median %.0f us, 99th percentile %.0f us, most %.0f us\n",
      went_on.size(), Percentile(went_on, 50), Percentile(went_on, 99),
      *std::max_element(went_on.begin(), went_on.end()));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace muster::bench

int main(int argc, char** argv) {
  if (argc != 3) return muster::bench::Fail("usage: stopping CATALOGUE REPEAT < QUERIES");
  return muster::bench::Run(argv[1], std::max(1, std::atoi(argv[2])));
}
