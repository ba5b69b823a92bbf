// What the programs that measure through the public API have in common.
#ifndef MUSTER_BENCH_MEASURE_H_
#define MUSTER_BENCH_MEASURE_H_

#include <chrono>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "muster/catalogue.h"

namespace muster::bench {

using Clock = std::chrono::steady_clock;

double Microseconds(Clock::duration duration);

/// Of times that are not empty.
double Percentile(std::vector<double> times, size_t percent);

/// The most memory that the process has had so far.
double PeakMegabytes();

/// Says `message` on standard error; the status of the program.
int Fail(const std::string& message);

/// Nothing after saying that it cannot be read.
std::optional<std::string> ReadFile(const std::string& path);

struct NamedQuery {
  std::string name;
  std::string text;
};

/// One query on each line: name, tab, text.
std::vector<NamedQuery> ReadQueries(std::istream& in);

/// Microseconds that the calling thread has had of a processor.
double ProcessorMicroseconds();

/// Asks once and adds the time from text to answer, in microseconds, to `times`. Nothing after saying what went wrong.
std::optional<Table> AskOnce(const Catalogue& catalogue, const std::string& text, std::vector<double>* times);

/// One number, or the size of a table and the sum of its last column.
std::string InShort(const Table& table);

std::string TextAsJson(const std::string& text);

/// The rows as JSON: an array of arrays.
std::string RowsAsJson(const Table& table);

}  // namespace muster::bench

#endif  // MUSTER_BENCH_MEASURE_H_
