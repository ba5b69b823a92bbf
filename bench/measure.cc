#include "bench/measure.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <variant>

namespace muster::bench {
namespace {

std::string CellAsJson(const Cell& cell) {
  if (const auto* integer = std::get_if<int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) return TextAsJson(*text);
  return "null";
}

}  // namespace

std::string TextAsJson(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
      quoted += escaped;
      continue;
    }
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

double Microseconds(Clock::duration duration) { return std::chrono::duration<double, std::micro>(duration).count(); }

double Percentile(std::vector<double> times, size_t percent) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, times.size() * percent / 100)];
}

double PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // Linux counts KiB
}

double ProcessorMicroseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

int Fail(const std::string& message) {
  std::cerr << "feasibility: " << message << "\n";
  return EXIT_FAILURE;
}

std::optional<std::string> ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    Fail("cannot read " + path);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<NamedQuery> ReadQueries(std::istream& in) {
  std::vector<NamedQuery> queries;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return queries;
}

std::optional<Table> AskOnce(const Catalogue& catalogue, const std::string& text, std::vector<double>* times) {
  const Clock::time_point start = Clock::now();
  const absl::StatusOr<std::vector<Answer>> answers = catalogue.Query(text);
  times->push_back(Microseconds(Clock::now() - start));
  if (!answers.ok()) {
    Fail(std::string(answers.status().message()));
    return std::nullopt;
  }
  if (!answers->front().table.has_value()) {
    Fail(text + "\n" + RenderDiagnostics(text, answers->front().diagnostics));
    return std::nullopt;
  }
  return answers->front().table;
}

std::string InShort(const Table& table) {
  int64_t sum = 0;
  for (const std::vector<Cell>& row : table.rows) {
    if (const auto* count = std::get_if<int64_t>(&row.back())) sum += *count;
  }
  std::string text = std::to_string(sum);
  if (table.rows.size() != 1) text += " in " + std::to_string(table.rows.size()) + " rows";
  return text;
}

std::string RowsAsJson(const Table& table) {
  std::string json = "[";
  for (const std::vector<Cell>& row : table.rows) {
    json += json.size() > 1 ? ",[" : "[";
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) json += ",";
      json += CellAsJson(row[i]);
    }
    json += "]";
  }
  return json + "]";
}

}  // namespace muster::bench
