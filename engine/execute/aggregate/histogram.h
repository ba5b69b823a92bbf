// How values are spread: bands of equal width that begin at round numbers.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_HISTOGRAM_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_HISTOGRAM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace muster::execute {

inline constexpr size_t kMostBands = 12;

/// How many values lie in each of several bands of equal width. A band takes in where it begins, not where it ends.
struct Histogram {
  double first = 0;  ///< where the first band begins: a multiple of `width`, or the value that all are
  double width = 0;  ///< 1, 2, 2.5 or 5 times a power of ten; 0 when all values are the same
  std::vector<int64_t> counts;
};

/// The histogram of sorted values, of which there must be at least one. The bands are as narrow as possible with at
/// most kMostBands, but not narrower than the distance of the values: whole numbers have bands of 1, 2 or 5, each with
/// equally many whole numbers, and not of 2.5.
Histogram HistogramOf(const std::vector<double>& sorted);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_HISTOGRAM_H_
