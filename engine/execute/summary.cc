#include "engine/execute/summary.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/count_column.h"
#include "engine/execute/aggregate/histogram.h"
#include "engine/execute/aggregate/measured_reader.h"
#include "engine/execute/plan_runner.h"
#include "engine/execute/rows/panels.h"

namespace muster::execute {
namespace {

double At(const std::vector<double>& sorted, double place) {
  const auto below = static_cast<size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  const double share = place - static_cast<double>(below);
  return share == 0 ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * share;
}

// 38.25 rather than 38.250000000000007: seven digits are more than is measured.
double Shown(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, 6 - std::floor(std::log10(std::abs(value))));
  return std::isfinite(scale) && scale != 0 ? std::round(value * scale) / scale : value;
}

// What one worker has found.
struct Found {
  std::vector<double> values;
  int64_t with = 0;      // rows counted that have a value
  int64_t unusable = 0;  // that have none, but one that says too little
  MemoryCharge charge;   // of the values
};

absl::Status AddSegment(const bind::Measured& measured, model::Entity counted, const storage::SegmentReader& segment,
                        const storage::Bitmap& rows, Found* found) {
  auto reader = MeasuredReader::Make(segment, measured);
  if (!reader.ok()) return reader.status();
  auto up = ParentMap::Make(segment, measured.rows, counted);
  if (!up.ok()) return up.status();
  std::optional<Panels> panels;
  if (counted == model::Entity::kMeasurement) {
    auto made = Panels::Make(segment, {});
    if (!made.ok()) return made.status();
    panels = *std::move(made);
  }
  // The rows of one row counted stand together.
  std::optional<uint32_t> above;
  bool usable = false, unusable = false;
  const auto end = [&] {
    if (usable) ++found->with;
    if (!usable && unusable) ++found->unusable;
    usable = unusable = false;
  };
  bool wanted = true;
  rows.ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled())) return;
    const uint32_t of = panels ? panels->First(row) : (*up)(row);
    if (above != of) end();
    above = of;
    const MeasuredReader::Value value = (*reader)(row);
    usable = usable || value.number.has_value();
    unusable = unusable || value.unusable;
    if (value.number) found->values.push_back(*value.number);
  });
  end();
  found->charge.GrowTo(found->values.capacity() * sizeof(double));  // too much stops the query
  return CheckStop();
}

// Ends early, and without having sorted all, once the work is not wanted any more: runs are sorted, and then merged.
void SortWhileWanted(std::vector<double>* values) {
  constexpr size_t kRun = 32768;  // sorted in a millisecond or two
  const size_t n = values->size();
  const auto at = [n](std::vector<double>& of, size_t place) {
    return of.begin() + static_cast<ptrdiff_t>(std::min(place, n));
  };
  for (size_t begin = 0; begin < n; begin += kRun) {
    if (!ShouldContinue()) return;
    std::sort(at(*values, begin), at(*values, begin + kRun));
  }
  if (n <= kRun) return;
  MemoryCharge charge;
  if (!charge.Add(n * sizeof(double))) return;
  std::vector<double> merged(n);
  for (size_t run = kRun; run < n; run *= 2) {
    for (size_t begin = 0; begin < n; begin += 2 * run) {
      if (!ShouldContinue()) return;
      std::merge(at(*values, begin), at(*values, begin + run), at(*values, begin + run), at(*values, begin + 2 * run),
                 at(merged, begin));
    }
    values->swap(merged);
  }
}

}  // namespace

Summary SummaryOf(std::vector<double>* values) {
  SortWhileWanted(values);
  const auto n = static_cast<double>(values->size());
  Summary summary;
  summary.lower = At(*values, (n - 1) * 0.25);
  summary.median = At(*values, (n - 1) * 0.5);
  summary.upper = At(*values, (n - 1) * 0.75);
  long double sum = 0;
  for (const double value : *values) sum += value;
  const long double mean = sum / static_cast<long double>(n);
  long double squares = 0;
  for (const double value : *values) squares += (value - mean) * (value - mean);
  summary.mean = static_cast<double>(mean);
  if (values->size() > 1) {
    summary.deviation = static_cast<double>(std::sqrt(squares / static_cast<long double>(n - 1)));
  }
  return summary;
}

Table SummaryTable(const bind::Counted& counted) {
  Table table;
  table.columns = {Column::Key("field"),
                   Column::Text("unit"),
                   bind::CountColumn(counted, "n"),
                   bind::CountColumn(counted, "not recorded"),
                   bind::CountColumn(counted, "not usable"),
                   Column::Rows("values"),
                   Column::Number("least", ColumnType::kNumber),
                   Column::Number("lower quartile", ColumnType::kNumber),
                   Column::Number("median", ColumnType::kNumber),
                   Column::Number("upper quartile", ColumnType::kNumber),
                   Column::Number("greatest", ColumnType::kNumber),
                   Column::Number("mean", ColumnType::kNumber),
                   Column::Number("sd", ColumnType::kNumber),
                   Column::Histogram("histogram"),
                   Column::Number("first band", ColumnType::kNumber),
                   Column::Number("band width", ColumnType::kNumber)};
  return table;
}

absl::StatusOr<std::vector<Cell>> Summarise(const bind::Measured& measured, const bind::Counted& counted, int64_t all,
                                            const plan::Plan& rows, const Context& context) {
  bind::Query query;
  query.kind = bind::Query::Kind::kSummary;
  query.counted.emplace_back().entity = measured.rows;
  query.measured.push_back(measured);
  PlanRunner runner(query, rows, context);
  if (absl::Status status = runner.Prepare(); !status.ok()) return status;
  std::vector<Found> found(runner.workers());
  const absl::Status status =
      runner.ForEachMatching([&](size_t worker, size_t s, const RowSet& matching, SegmentExecutor&) {
        return AddSegment(measured, counted.entity, runner.segment(s), *matching.bitmap(), &found[worker]);
      });
  if (!status.ok()) return status;
  for (size_t w = 1; w < found.size(); ++w) {
    found[0].values.insert(found[0].values.end(), found[w].values.begin(), found[w].values.end());
    found[0].with += found[w].with;
    found[0].unusable += found[w].unusable;
  }
  std::vector<double>& values = found[0].values;
  std::vector<Cell> row = {measured.name,     measured.unit.empty() ? Cell() : Cell(measured.unit),
                           found[0].with,     all - found[0].with - found[0].unusable,
                           found[0].unusable, static_cast<int64_t>(values.size())};
  if (values.empty()) {
    row.resize(row.size() + 10);
    return row;
  }
  const Summary summary = SummaryOf(&values);
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  for (const double number :
       {values.front(), summary.lower, summary.median, summary.upper, values.back(), summary.mean}) {
    row.emplace_back(Shown(number));
  }
  row.push_back(values.size() > 1 ? Cell(Shown(summary.deviation)) : Cell());
  const Histogram histogram = HistogramOf(values);
  row.emplace_back(absl::StrJoin(histogram.counts, " "));
  row.emplace_back(histogram.width > 0 ? histogram.first : Shown(histogram.first));
  row.emplace_back(histogram.width);
  return row;
}

}  // namespace muster::execute
