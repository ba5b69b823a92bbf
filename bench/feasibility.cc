// Measures what a user of the library sees: an import, and feasibility counts from text to answer. Uses the public API
// and nothing else; bench/feasibility runs it on synthetic people.
//
//   feasibility import CATALOGUE MAPPING THREADS FILE...
//   feasibility ask CATALOGUE REPEAT < QUERIES        one query on each line: name, tab, text
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "muster/catalogue.h"

namespace {

using Clock = std::chrono::steady_clock;

double Microseconds(Clock::duration duration) { return std::chrono::duration<double, std::micro>(duration).count(); }

// The most memory that the process has had so far.
double PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // Linux counts KiB
}

int Fail(const std::string& message) {
  std::cerr << "feasibility: " << message << "\n";
  return EXIT_FAILURE;
}

int Import(const std::string& path, const std::string& mapping, const std::string& threads,
           const std::vector<std::string>& files) {
  muster::ImportOptions options;
  std::ifstream in(mapping, std::ios::binary);
  if (!in) return Fail("cannot read " + mapping);
  options.mapping.assign(std::istreambuf_iterator<char>(in), {});
  options.threads = static_cast<uint32_t>(std::strtoul(threads.c_str(), nullptr, 10));
  const Clock::time_point begin = Clock::now();
  const auto catalogue = muster::Catalogue::Open(path, {.create_if_missing = true});
  if (!catalogue.ok()) return Fail(std::string(catalogue.status().message()));
  const absl::StatusOr<muster::ImportReport> report = (*catalogue)->Import(files, options);
  if (!report.ok()) return Fail(std::string(report.status().message()));
  const double seconds = Microseconds(Clock::now() - begin) / 1e6;
  const absl::StatusOr<muster::CatalogueInfo> info = (*catalogue)->Info();
  if (!info.ok()) return Fail(std::string(info.status().message()));
  std::printf("import: %llu people in %.2f s (%.0f a second), peak memory %.0f MB, on disk %.1f MB\n",
              static_cast<unsigned long long>(report->individuals), seconds,
              static_cast<double>(report->individuals) / seconds, PeakMegabytes(),
              static_cast<double>(info->disk_bytes) / 1e6);
  return EXIT_SUCCESS;
}

// One number, or the size of a table and the sum of its last column.
std::string InWords(const muster::Table& table) {
  int64_t sum = 0;
  for (const std::vector<muster::Cell>& row : table.rows) {
    if (const auto* count = std::get_if<int64_t>(&row.back())) sum += *count;
  }
  std::string text = std::to_string(sum);
  if (table.rows.size() != 1) text += " in " + std::to_string(table.rows.size()) + " rows";
  return text;
}

// Asks once; nothing after saying what went wrong.
std::optional<std::string> AskOnce(const muster::Catalogue& catalogue, const std::string& text,
                                   std::vector<double>* times) {
  const Clock::time_point start = Clock::now();
  const absl::StatusOr<std::vector<muster::Answer>> answers = catalogue.Query(text);
  times->push_back(Microseconds(Clock::now() - start));
  if (!answers.ok()) {
    Fail(std::string(answers.status().message()));
    return std::nullopt;
  }
  if (!answers->front().table.has_value()) {
    Fail(text + "\n" + muster::RenderDiagnostics(text, answers->front().diagnostics));
    return std::nullopt;
  }
  return InWords(*answers->front().table);
}

double Percentile(std::vector<double> times, size_t percent) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, times.size() * percent / 100)];
}

int Ask(const std::string& path, size_t repeat) {
  const Clock::time_point begin = Clock::now();
  const auto catalogue = muster::Catalogue::Open(path, {.read_only = true});
  if (!catalogue.ok()) return Fail(std::string(catalogue.status().message()));
  std::printf("open: %.1f ms\n\n%-28s %22s %10s %10s %10s %10s\n", Microseconds(Clock::now() - begin) / 1e3, "query",
              "answer", "first us", "new us", "median us", "p99 us");
  double log_new = 0;
  double log_median = 0;
  int queries = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string text = line.substr(tab + 1);
    // As it is, again and again; and with a remark behind it that makes it a text that was never asked before.
    std::vector<double> times;
    std::vector<double> new_times;
    std::string answer;
    for (size_t i = 0; i <= repeat; ++i) {
      for (const bool is_new : {false, true}) {
        const auto words =
            AskOnce(**catalogue, is_new ? text + " -- " + std::to_string(i) : text, is_new ? &new_times : &times);
        if (!words) return EXIT_FAILURE;
        if (!answer.empty() && *words != answer)
          return Fail(text + ": the answer is now " + *words + ", it was " + answer);
        answer = *words;
      }
    }
    const double first = times.front();
    times.erase(times.begin());
    const double median = Percentile(times, 50);
    const double new_median = Percentile(new_times, 50);
    std::printf("%-28s %22s %10.1f %10.1f %10.1f %10.1f\n", line.substr(0, tab).c_str(), answer.c_str(), first,
                new_median, median, Percentile(times, 99));
    log_new += std::log(new_median);
    log_median += std::log(median);
    ++queries;
  }
  if (queries > 0) {
    std::printf("%-28s %22s %10s %10.1f %10.1f\n", "geometric mean", "", "", std::exp(log_new / queries),
                std::exp(log_median / queries));
  }
  std::printf("\npeak memory %.0f MB\n", PeakMegabytes());
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() >= 5 && arguments[0] == "import") {
    return Import(arguments[1], arguments[2], arguments[3], {arguments.begin() + 4, arguments.end()});
  }
  if (arguments.size() == 3 && arguments[0] == "ask") {
    return Ask(arguments[1], std::max<size_t>(1, std::strtoul(arguments[2].c_str(), nullptr, 10)));
  }
  return Fail("import CATALOGUE MAPPING THREADS FILE... | ask CATALOGUE REPEAT");
}
