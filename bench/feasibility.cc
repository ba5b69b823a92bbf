// Measures what a user of the library sees: an import, and feasibility counts from text to answer. Uses the public API
// and nothing else; bench/feasibility runs it on synthetic people.
//
//   feasibility import CATALOGUE MAPPING THREADS FILE...
//   feasibility ask CATALOGUE REPEAT [RESULTS] < QUERIES        one query on each line: name, tab, text
//      (CACHE_MB: OpenOptions::cache_bytes; QUERY_THREADS: OpenOptions::query_threads)
//   feasibility upsert CATALOGUE MAPPING PEOPLE BATCHES PER_SECOND < QUERIES
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/measure.h"
#include "bench/upsert.h"
#include "muster/catalogue.h"

namespace muster::bench {
namespace {

// What the environment says, or else `otherwise`.
size_t NumberOr(const char* name, size_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

int Import(const std::string& path, const std::string& mapping, const std::string& threads,
           const std::vector<std::string>& files) {
  ImportOptions options;
  const auto text = ReadFile(mapping);
  if (!text) return EXIT_FAILURE;
  options.mapping = *text;
  options.threads = static_cast<uint32_t>(std::strtoul(threads.c_str(), nullptr, 10));
  const Clock::time_point begin = Clock::now();
  const auto catalogue = Catalogue::Open(path, {.create_if_missing = true});
  if (!catalogue.ok()) return Fail(std::string(catalogue.status().message()));
  const absl::StatusOr<ImportReport> report = (*catalogue)->Import(files, options);
  if (!report.ok()) return Fail(std::string(report.status().message()));
  const double seconds = Microseconds(Clock::now() - begin) / 1e6;
  const absl::StatusOr<CatalogueInfo> info = (*catalogue)->Info();
  if (!info.ok()) return Fail(std::string(info.status().message()));
  std::printf("import: %llu people in %.2f s (%.0f a second), peak memory %.0f MB, on disk %.1f MB\n",
              static_cast<unsigned long long>(report->individuals), seconds,
              static_cast<double>(report->individuals) / seconds, PeakMegabytes(),
              static_cast<double>(info->disk_bytes) / 1e6);
  return EXIT_SUCCESS;
}

// One query asked again and again: as it is, and with a remark behind it that makes it a text that was never asked
// before.
struct Asked {
  Table answer;
  std::vector<double> known;  // the first one was new as well
  std::vector<double> fresh;
};

// Nothing after saying what went wrong.
std::optional<Asked> AskAgain(const Catalogue& catalogue, const std::string& text, size_t repeat) {
  Asked asked;
  for (size_t i = 0; i <= repeat; ++i) {
    for (const bool fresh : {false, true}) {
      auto answer =
          AskOnce(catalogue, fresh ? text + " -- " + std::to_string(i) : text, fresh ? &asked.fresh : &asked.known);
      if (!answer) return std::nullopt;
      if ((i > 0 || fresh) && answer->rows != asked.answer.rows) {
        Fail(text + ": the answer is now " + InShort(*answer) + ", it was " + InShort(asked.answer));
        return std::nullopt;
      }
      asked.answer = *std::move(answer);
    }
  }
  return asked;
}

// `results`: where to write the answers and medians as JSON lines, or empty.
int Ask(const std::string& path, size_t repeat, const std::string& results) {
  const Clock::time_point begin = Clock::now();
  const auto catalogue = Catalogue::Open(path, {.read_only = true,
                                                .cache_bytes = NumberOr("CACHE_MB", 192) << 20,
                                                .query_threads = static_cast<uint32_t>(NumberOr("QUERY_THREADS", 0))});
  if (!catalogue.ok()) return Fail(std::string(catalogue.status().message()));
  std::printf("open: %.1f ms\n\n%-28s %22s %10s %10s %10s %10s\n", Microseconds(Clock::now() - begin) / 1e3, "query",
              "answer", "first us", "new us", "median us", "p99 us");
  double log_new = 0;
  double log_median = 0;
  int queries = 0;
  std::ofstream out;
  if (!results.empty()) out.open(results);
  for (const auto& [name, text] : ReadQueries(std::cin)) {
    auto asked = AskAgain(**catalogue, text, repeat);
    if (!asked) return EXIT_FAILURE;
    const double first = asked->known.front();
    asked->known.erase(asked->known.begin());
    const double median = Percentile(asked->known, 50);
    const double new_median = Percentile(asked->fresh, 50);
    std::printf("%-28s %22s %10.1f %10.1f %10.1f %10.1f\n", name.c_str(), InShort(asked->answer).c_str(), first,
                new_median, median, Percentile(asked->known, 99));
    out << "{\"query\":" << TextAsJson(name) << ",\"new_us\":" << new_median << ",\"known_us\":" << median
        << ",\"rows\":" << RowsAsJson(asked->answer) << "}\n";
    log_new += std::log(new_median);
    log_median += std::log(median);
    ++queries;
  }
  if (queries > 0) {
    std::printf("%-28s %22s %10s %10.1f %10.1f\n", "geometric mean", "", "", std::exp(log_new / queries),
                std::exp(log_median / queries));
  }
  std::printf("\npeak memory %.0f MB\n", PeakMegabytes());
  if (!results.empty() && !out.flush()) return Fail("cannot write " + results);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace muster::bench

int main(int argc, char** argv) {
  namespace bench = muster::bench;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto number = [&](size_t i) { return std::strtoul(arguments[i].c_str(), nullptr, 10); };
  if (arguments.size() >= 5 && arguments[0] == "import") {
    return bench::Import(arguments[1], arguments[2], arguments[3], {arguments.begin() + 4, arguments.end()});
  }
  if ((arguments.size() == 3 || arguments.size() == 4) && arguments[0] == "ask") {
    return bench::Ask(arguments[1], std::max<size_t>(1, number(2)), arguments.size() == 4 ? arguments[3] : "");
  }
  if (arguments.size() == 6 && arguments[0] == "upsert") {
    bench::UpsertOptions options{arguments[1], arguments[2], arguments[3], std::max<size_t>(1, number(4))};
    options.per_second = number(5);
    return bench::Upsert(options, bench::ReadQueries(std::cin));
  }
  return bench::Fail(
      "import CATALOGUE MAPPING THREADS FILE... | ask CATALOGUE REPEAT [RESULTS] | "
      "upsert CATALOGUE MAPPING PEOPLE BATCHES PER_SECOND");
}
