// NaiveEvaluator, what `summarise` answers.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/schema/panel.h"
#include "engine/model/units/units.h"
#include "tests/property/naive/calendar.h"
#include "tests/property/naive/naive_breakdown.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using model::Entity;

namespace {

/// The value at the place (n - 1) * share of the sorted ones, or between the two around it.
double Quantile(const std::vector<double>& sorted, double share) {
  const double place = static_cast<double>(sorted.size() - 1) * share;
  const double below = std::floor(place);
  const double low = sorted[static_cast<size_t>(below)];
  const double high = sorted[std::min(sorted.size() - 1, static_cast<size_t>(below) + 1)];
  return low * (1 - (place - below)) + high * (place - below);
}

/// Whether a value is n times `unit` but for rounding, for a whole n.
bool IsTimes(double value, double unit) { return std::abs(std::remainder(value, unit)) < unit * 1e-6; }

/// How many values lie in each band, where the first begins, and how wide each is.
std::vector<Cell> Histogram(const std::vector<double>& sorted) {
  const double least = sorted.front(), greatest = sorted.back();
  if (least == greatest) return {std::to_string(sorted.size()), least, 0.0};
  for (int exponent = -12; exponent < 15; ++exponent) {
    for (const char* digits : {"1", "2", "2.5", "5"}) {
      const double width = std::stod(digits + ("e" + std::to_string(exponent)));
      const auto band = [width](double value) { return std::floor(value / width + 1e-9); };
      if (band(greatest) - band(least) > 11) continue;
      // Of values with few digits each band has room for as many as the next: a multiple of their last digit.
      bool even = true;
      for (int last = 14; last > -12; --last) {
        const double unit = std::stod("1e" + std::to_string(last));
        if (unit > greatest - least) continue;
        if (unit * 120 <= greatest - least) break;
        const bool all =
            std::all_of(sorted.begin(), sorted.end(), [unit](double value) { return IsTimes(value, unit); });
        if (!all) continue;
        even = IsTimes(width, unit) && width > unit / 2;
        break;
      }
      if (!even) continue;
      std::map<double, int64_t> counts;
      for (double at = band(least); at <= band(greatest); ++at) counts[at] = 0;
      for (const double value : sorted) ++counts[band(value)];
      std::string text;
      for (const auto& [at, count] : counts) text += (text.empty() ? "" : " ") + std::to_string(count);
      return {text, band(least) * width, width};
    }
  }
  return {"", 0.0, 0.0};
}

/// A value as a number; one that is recorded may be of no use.
struct Usable {
  bool recorded = false;
  std::optional<double> number;
};

Usable OfTime(const model::TimeValue& time, const grammar::Measured& measured) {
  model::Interval age = time.age;
  if (measured.as_of) {
    const absl::StatusOr<model::Interval> date = ReadDate(*measured.as_of);
    if (time.date.empty() || !date.ok()) return {};
    age = model::AgeBetween(time.date, *date);
  }
  if (age.empty()) return {};
  if (age.low <= model::kBeginning || age.high >= model::kEnd || age.high - age.low > model::kMonth) {
    return {true, std::nullopt};
  }
  grammar::Literal one;
  one.kind = grammar::Literal::Kind::kNumber;
  one.number = 1;
  const absl::StatusOr<model::HalfHours> unit = ReadAge(one, measured.unit.empty() ? "years" : measured.unit);
  if (!unit.ok()) return {};
  return {true, (static_cast<double>(age.low) / 2 + static_cast<double>(age.high) / 2) / static_cast<double>(*unit)};
}

Usable OfNumber(const model::Value& value, const model::Row& row, model::FieldId field,
                const grammar::Measured& measured, const model::Dictionary& dictionary) {
  model::NumberBounds bounds;
  if (const auto* number = std::get_if<double>(&value)) {
    bounds = {*number, *number};
  } else {
    bounds = std::get<model::NumberBounds>(value);
  }
  if (CompanionUnit(field)) {
    const auto in_unit = InWrittenUnit(bounds, row, field, measured.unit, dictionary);
    if (!in_unit) return {true, std::nullopt};
    bounds = *in_unit;
  }
  return bounds.low == bounds.high ? Usable{true, bounds.low} : Usable{true, std::nullopt};
}

}  // namespace

absl::StatusOr<std::vector<Cell>> NaiveEvaluator::RowOf(const grammar::Measured& measured, Counted what,
                                                        const RowSet& matching, size_t all) const {
  const std::optional<OfOneRecord> one = measured.as_of ? std::nullopt : SplitOrder(what.entity, measured.field.text);
  const std::optional<model::FieldId> field =
      measured.as_of ? model::field::kBirth : ResolveDimension(what.entity, one ? one->name : measured.field.text);
  if (!field) return Meaningless("unknown field");
  const model::Kind kind = model::Info(*field).kind;
  if (kind != model::Kind::kNumber && kind != model::Kind::kTime) return Meaningless("the mean of words");
  const Entity owner = model::Info(*field).entity;
  const bool below = !model::IsAncestorOrSelf(owner, what.entity);
  // A panel has a value for each part, and one of everything else.
  const bool once = !model::DiffersWithinPanel(*field);
  RowSet panels_seen;
  std::map<RowRef, std::pair<bool, bool>> found;  // of each row counted, whether it has a usable value, and any
  std::vector<double> values;
  for (const RowRef ref : matching) {
    if (once && what.entity == Entity::kMeasurement && !panels_seen.insert(FirstOfPanel(ref)).second) continue;
    auto& [any, some] = found[what.entity == Entity::kMeasurement ? FirstOfPanel(ref) : ref];
    std::vector<RowRef> rows;
    for (const RowRef at : below ? Below(owner, ref) : std::vector<RowRef>{Above(owner, ref)}) {
      if (below && RowAt(at).excluded) continue;
      if (!measured.terms.empty()) {
        const Result wanted = comparer_.HasTerm(measured.terms, false, RowAt(at));
        if (!wanted.ok()) return wanted.status();
        if (!*wanted) continue;
      }
      rows.push_back(at);
    }
    if (one) {
      if (!MomentOf(owner)) return Meaningless("first of what has no time");
      rows = FirstOf(rows, *MomentOf(owner), one->last);
    }
    for (const RowRef at : rows) {
      const model::Row& row = RowAt(at);
      const bool part = below && owner == Entity::kMeasurement;
      if (once && part && !panels_seen.insert(FirstOfPanel(at)).second) continue;
      const model::Value* value = row.Find(*field);
      if (value == nullptr) continue;
      const Usable usable = kind == model::Kind::kTime ? OfTime(std::get<model::TimeValue>(*value), measured)
                                                       : OfNumber(*value, row, *field, measured, dictionary());
      any = any || usable.number.has_value();
      some = some || usable.recorded;
      if (usable.number) values.push_back(*usable.number);
    }
  }
  int64_t with = 0, useless = 0;
  for (const auto& [ref, has] : found) {
    with += has.first ? 1 : 0;
    useless += has.second && !has.first ? 1 : 0;
  }
  std::sort(values.begin(), values.end());
  std::string unit = measured.unit;
  if (unit.empty() && kind == model::Kind::kTime) unit = "years";
  if (unit.empty() && *field == model::field::kSurvival) unit = "days";
  std::vector<Cell> row = {
      std::monostate(), unit.empty() ? Cell() : Cell(unit), with, static_cast<int64_t>(all) - with - useless,
      useless,          static_cast<int64_t>(values.size())};
  if (values.empty()) {
    row.resize(16);
    return row;
  }
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) row.emplace_back(Quantile(values, share));
  row.emplace_back(mean);
  row.push_back(values.size() == 1 ? Cell() : Cell(std::sqrt(squares / static_cast<double>(values.size() - 1))));
  for (Cell& cell : Histogram(values)) row.push_back(std::move(cell));
  return row;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::Summarise& summarise) const {
  const absl::StatusOr<Counted> what = Resolve(summarise.entity);
  if (!what.ok()) return what.status();
  if (what->what != Counted::What::kRows) return Meaningless("values of what is counted distinct");
  Criteria criteria;
  if (summarise.where != nullptr) Flatten(*summarise.where, &criteria);
  const absl::StatusOr<RowSet> matching = Matches(*what, criteria);
  if (!matching.ok()) return matching.status();
  const absl::StatusOr<RowSet> counting = OnePerPanel({}, *matching);
  if (!counting.ok()) return counting.status();
  NaiveAnswer answer;
  answer.first_is_name = true;
  for (const grammar::Measured& measured : summarise.measured) {
    absl::StatusOr<std::vector<Cell>> row = RowOf(measured, *what, *matching, counting->size());
    if (!row.ok()) return row.status();
    answer.rows.push_back(*std::move(row));
  }
  return answer;
}

}  // namespace muster::property
