#include "engine/execute/aggregate/histogram.h"

#include <algorithm>
#include <cmath>

namespace muster::execute {
namespace {

// A round number: 2.5 * 10^-1. A power below one is divided by, which is exact where it can be.
struct Round {
  double digits = 1;
  double power = 0;
  double times(double n) const {
    return power < 0 ? n * digits / std::pow(10.0, -power) : n * digits * std::pow(10.0, power);
  }
  double value() const { return times(1); }
};

// The greatest power such that all values are multiples of 10^power; -infinity where there is none that matters. Mostly
// the first values tell that.
double PowerOfValues(const std::vector<double>& sorted, double range) {
  constexpr double kNear = 1e-6;    // of a multiple
  constexpr double kMatters = 120;  // bands narrower than a tenth of the narrowest are not thought of
  for (double power = std::floor(std::log10(range));; --power) {
    const double step = Round{1, power}.value();
    if (!(step * kMatters > range)) return -HUGE_VAL;
    const auto is_multiple = [step](double value) { return std::abs(value / step - std::round(value / step)) < kNear; };
    if (std::all_of(sorted.begin(), sorted.end(), is_multiple)) return power;
  }
}

// Whether each band of this width has as many of the multiples of 10^power as any other.
bool IsEven(const Round& width, double power) {
  return width.power > power || (width.power == power && width.digits != 2.5);
}

// In which of the bands that begin at multiples of `width`. What lies at an edge but for rounding lies at it.
double PlaceOf(double value, double width) {
  constexpr double kRounding = 1e-9, kOfDigits = 1e-15;
  const double place = value / width;
  return std::floor(place + std::max(kRounding, kOfDigits * std::abs(place)));
}

}  // namespace

Histogram HistogramOf(const std::vector<double>& sorted) {
  const Histogram one{sorted.front(), 0, {static_cast<int64_t>(sorted.size())}};
  const double range = sorted.back() - sorted.front();
  if (!(range > 0) || !std::isfinite(range)) return one;
  const double of_values = PowerOfValues(sorted, range);
  const auto most = static_cast<double>(kMostBands);
  for (double power = std::floor(std::log10(range / most));; ++power) {
    for (const double digits : {1.0, 2.0, 2.5, 5.0}) {
      const Round round{digits, power};
      const double width = round.value();
      if (!(width > 0) || !std::isfinite(width)) return one;  // no number is that small, or large
      if (!IsEven(round, of_values)) continue;
      const double first = PlaceOf(sorted.front(), width);
      const double bands = PlaceOf(sorted.back(), width) - first + 1;
      if (!(bands <= most)) continue;
      Histogram histogram{round.times(first), width, std::vector<int64_t>(static_cast<size_t>(bands))};
      for (const double value : sorted) {
        ++histogram.counts[static_cast<size_t>(std::clamp(PlaceOf(value, width) - first, 0.0, bands - 1))];
      }
      return histogram;
    }
  }
}

}  // namespace muster::execute
