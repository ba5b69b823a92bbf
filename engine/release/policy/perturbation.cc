#include "engine/release/policy/perturbation.h"

#include <algorithm>
#include <cmath>

namespace muster::release {
namespace {

// How many standard deviations the noise reaches at most.
constexpr double kReach = 3.3;

double VarianceAt(double l, int reach) {
  double weight = 1;
  double sum = 0;
  for (int x = 1; x <= reach; ++x) {
    const double w = 2 * std::exp(-l * x * x);
    weight += w;
    sum += w * x * x;
  }
  return sum / weight;
}

// The variance falls as l grows, from that of the uniform distribution (which is greater than wanted) to 0.
double SolveForVariance(double variance, int reach) {
  double low = 0;
  double high = 1;
  while (VarianceAt(high, reach) > variance) high *= 2;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (VarianceAt(middle, reach) > variance ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

int PerturbationTable::Draw(uint64_t uniform) const {
  return -reach +
         static_cast<int>(std::upper_bound(cumulative.begin(), cumulative.end(), uniform) - cumulative.begin());
}

PerturbationTable MakePerturbationTable(const NoiseStep& step) {
  const double variance = static_cast<double>(step.to - step.from) / static_cast<double>(kVarianceOne);
  PerturbationTable table;
  table.step = step;
  table.reach = static_cast<int>(std::ceil(kReach * std::sqrt(variance)));
  const double l = SolveForVariance(variance, table.reach);
  double weight = 1;
  for (int x = 1; x <= table.reach; ++x) weight += 2 * std::exp(-l * x * x);
  // The tails are rounded to integers, and 0 has what is left of 2^64: so both tails are equal.
  std::vector<uint64_t> tail;  // of x = -reach ... -1
  for (int x = table.reach; x >= 1; --x) {
    tail.push_back(static_cast<uint64_t>(std::ldexp(std::exp(-l * x * x) / weight, 64)));
  }
  uint64_t sum = 0;
  for (const uint64_t w : tail) table.cumulative.push_back(sum += w);
  for (auto w = tail.rbegin(); w != tail.rend(); ++w) {
    table.cumulative.push_back(uint64_t{0} - sum);  // what is below the positive x: 2^64 less their tail
    sum -= *w;
  }
  return table;
}

std::vector<NoiseStep> StepsBetween(std::vector<MicroVariance> variances) {
  std::sort(variances.begin(), variances.end());
  std::vector<NoiseStep> steps;
  MicroVariance from = 0;
  for (const MicroVariance to : variances) {
    if (to <= from) continue;
    steps.push_back({from, to});
    from = to;
  }
  return steps;
}

bool IsValid(const PerturbationTable& table) {
  const NoiseStep& step = table.step;
  if (step.from < 0 || step.to <= step.from || step.to > kMaxVariance) return false;
  const size_t size = table.cumulative.size();
  if (table.reach < 1 || size != 2 * static_cast<size_t>(table.reach)) return false;
  for (size_t i = 0; i < size; ++i) {
    if (table.cumulative[i] == 0 || table.cumulative[i] + table.cumulative[size - 1 - i] != 0) return false;
    if (i > 0 && table.cumulative[i] <= table.cumulative[i - 1]) return false;
  }
  return true;
}

}  // namespace muster::release
