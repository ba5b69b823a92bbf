// Several comparisons of one imprecise time or number: whether some value, or every value, that it may have been
// satisfies them.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {
namespace {

using grammar::Compare;
using grammar::Literal;
using Op = Compare::Op;

bool IsHalfLine(Op op) {
  return op == Op::kLess || op == Op::kLessEqual || op == Op::kGreater || op == Op::kGreaterEqual;
}

/// A comparison with ages or dates of one stretch of time, or with numbers of one stretch, perhaps under one `not`.
struct Simple {
  const Compare* compare = nullptr;
  bool negated = false;
  model::FieldId field = 0;
  bool is_date = false;
  bool is_number() const { return model::Info(field).kind == model::Kind::kNumber; }
};

std::optional<Simple> SimpleOf(const grammar::Expr& expr, model::Entity space) {
  Simple simple;
  const grammar::Expr* inner = &expr;
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) {
    simple.negated = true;
    inner = negation->operand.get();
  }
  simple.compare = std::get_if<Compare>(&inner->node);
  if (simple.compare == nullptr || simple.compare->event || simple.compare->distance) {
    return std::nullopt;
  }
  const Op op = simple.compare->op;
  const bool stretch = IsHalfLine(op) || op == Op::kBetween || op == Op::kIs || op == Op::kAged;
  if (!stretch || (simple.negated && !IsHalfLine(op))) return std::nullopt;
  for (const Literal& value : simple.compare->values) {
    if (value.kind != Literal::Kind::kNumber && value.kind != Literal::Kind::kCompound &&
        value.kind != Literal::Kind::kDuration && value.kind != Literal::Kind::kDate) {
      return std::nullopt;
    }
  }
  if (simple.compare->as_of) {
    if (op == Op::kIs) return std::nullopt;
    simple.field = model::field::kBirth;
    simple.is_date = true;
    return simple;
  }
  const auto field = ResolveField(space, simple.compare->field.text);
  if (!field) return std::nullopt;
  simple.field = *field;
  if (model::MayHaveBounds(*field)) return simple;
  if (model::Info(*field).kind != model::Kind::kTime) return std::nullopt;
  const auto written = ReadTime(*simple.compare);
  if (!written.ok()) return std::nullopt;
  simple.is_date = written->is_date;
  return simple;
}

/// Whether the comparison, or its opposite, holds of a time that is known to the half hour.
bool HoldsAt(const Simple& simple, model::HalfHours time) {
  Compare compare = *simple.compare;
  compare.certainty = grammar::Certainty::kCertainly;
  if (compare.as_of) {
    const auto holds = AgeAsOfHolds(compare, {time, time});
    return holds.ok() && *holds != simple.negated;
  }
  const auto written = ReadTime(compare);
  const auto holds = IntervalHolds(compare, {time, time}, written->bounds);
  return holds.ok() && *holds != simple.negated;
}

/// Times of the interval at which the answer of a comparison may change.
std::vector<model::HalfHours> Candidates(const std::vector<Simple>& comparisons, model::Interval interval) {
  std::set<model::HalfHours> times = {interval.low, interval.high};
  for (const Simple& simple : comparisons) {
    if (simple.compare->as_of) {
      // On which day somebody has an age is best asked of each.
      for (model::HalfHours day = interval.low; day <= interval.high && times.size() < 2000; day += model::kDay) {
        times.insert(day);
      }
      continue;
    }
    const auto written = ReadTime(*simple.compare);
    for (model::HalfHours bound : {written->bounds.low, written->bounds.high}) {
      times.insert({bound - 1, bound, bound + 1});
      if (simple.compare->op == Op::kAged) times.insert({bound + model::kYear - 1, bound + model::kYear});
    }
  }
  std::vector<model::HalfHours> within;
  for (const model::HalfHours time : times) {
    if (time >= interval.low && time <= interval.high) within.push_back(time);
  }
  return within;
}

bool SameValue(const Simple& a, const Simple& b) { return a.field == b.field && a.is_date == b.is_date; }

/// Whether all comparisons of a stretch hold there.
using Stretch = std::vector<Simple>;
bool AllHoldAt(const Stretch& stretch, model::HalfHours at) {
  return std::all_of(stretch.begin(), stretch.end(), [&](const Simple& simple) { return HoldsAt(simple, at); });
}

/// The same of numbers, each in the unit of the row.
class NumbersOfRow {
 public:
  NumbersOfRow(const Comparer& comparer, const model::Row& row) : comparer_(comparer), row_(row) {}

  /// The numbers to try; none where the row has no bounds.
  std::vector<double> Candidates(const std::vector<Simple>& comparisons) const {
    const model::Value* value = row_.Find(comparisons[0].field);
    const auto* bounds = value == nullptr ? nullptr : std::get_if<model::NumberBounds>(value);
    std::vector<double> numbers;
    for (const Simple& simple : comparisons) {
      if (bounds == nullptr) break;
      const std::vector<double> some = comparer_.NumbersToTry(*simple.compare, simple.field, *bounds, row_);
      numbers.insert(numbers.end(), some.begin(), some.end());
    }
    return numbers;
  }
  bool AllHoldAt(const Stretch& stretch, double number) const {
    return std::all_of(stretch.begin(), stretch.end(), [&](const Simple& simple) {
      const auto holds = comparer_.NumberHolds(*simple.compare, simple.field, number, row_);
      return holds.ok() && *holds != simple.negated;
    });
  }

 private:
  const Comparer& comparer_;
  const model::Row& row_;
};

}  // namespace

// A conjunction that each comparison allows by itself.
bool NaiveEvaluator::AllowsOneTime(const Criteria& criteria, model::Entity space, RowRef ref,
                                   const Place& place) const {
  std::vector<Simple> simple;
  for (const grammar::Expr* criterion : criteria) {
    const auto found = SimpleOf(*criterion, space);
    if (!found) continue;
    // What is said to be certain is so at all times.
    const bool possibly = found->compare->certainty == grammar::Certainty::kDefault
                              ? place.wide()
                              : (found->compare->certainty == grammar::Certainty::kPossibly) != found->negated;
    if (possibly) simple.push_back(*found);
  }
  for (const Simple& one : simple) {
    std::vector<Simple> same;
    std::copy_if(simple.begin(), simple.end(), std::back_inserter(same),
                 [&](const Simple& other) { return SameValue(one, other); });
    if (same.size() < 2) continue;
    if (one.is_number()) {
      const NumbersOfRow numbers(comparer_, RowAt(Above(model::Info(one.field).entity, ref)));
      const std::vector<double> candidates = numbers.Candidates(same);
      if (!candidates.empty() &&
          std::none_of(candidates.begin(), candidates.end(), [&](double at) { return numbers.AllHoldAt(same, at); })) {
        return false;
      }
      continue;
    }
    const Bounds time = TimeOf(one.field, ref);
    const model::Interval interval = one.is_date ? time.date : time.age;
    if (interval.empty()) continue;
    const std::vector<model::HalfHours> candidates = Candidates(same, interval);
    if (std::none_of(candidates.begin(), candidates.end(), [&](auto at) { return AllHoldAt(same, at); })) return false;
  }
  return true;
}

// A disjunction none of whose comparisons is certain by itself.
bool NaiveEvaluator::CoversAllTimes(const std::vector<grammar::ExprPtr>& operands, model::Entity space, RowRef ref,
                                    const Place& place) const {
  // Each a conjunction of comparisons of one time.
  std::vector<Stretch> stretches;
  for (const grammar::ExprPtr& operand : operands) {
    if (const auto* inner = std::get_if<grammar::Or>(&operand->node)) {
      if (CoversAllTimes(inner->operands, space, ref, place)) return true;
    }
    std::vector<const grammar::Expr*> criteria;
    Flatten(*operand, &criteria);
    Stretch stretch;
    for (const grammar::Expr* criterion : criteria) {
      const auto found = SimpleOf(*criterion, space);
      if (!found) break;
      const bool certainly = found->compare->certainty == grammar::Certainty::kDefault
                                 ? !place.wide()
                                 : (found->compare->certainty == grammar::Certainty::kCertainly) != found->negated;
      if (!certainly || (!stretch.empty() && !SameValue(stretch[0], *found))) break;
      stretch.push_back(*found);
    }
    if (stretch.size() == criteria.size()) stretches.push_back(stretch);
  }
  for (const Stretch& one : stretches) {
    std::vector<Simple> all;
    std::vector<Stretch> same;
    for (const Stretch& other : stretches) {
      if (!SameValue(one[0], other[0])) continue;
      same.push_back(other);
      all.insert(all.end(), other.begin(), other.end());
    }
    const auto covers = [&](const auto& candidates, const auto& all_hold_at) {
      return std::all_of(candidates.begin(), candidates.end(), [&](auto at) {
        return std::any_of(same.begin(), same.end(), [&](const Stretch& stretch) { return all_hold_at(stretch, at); });
      });
    };
    if (one[0].is_number()) {
      const NumbersOfRow numbers(comparer_, RowAt(Above(model::Info(one[0].field).entity, ref)));
      const std::vector<double> candidates = numbers.Candidates(all);
      const auto hold_at = [&](const Stretch& stretch, double at) { return numbers.AllHoldAt(stretch, at); };
      if (!candidates.empty() && covers(candidates, hold_at)) return true;
      continue;
    }
    const Bounds time = TimeOf(one[0].field, ref);
    const model::Interval interval = one[0].is_date ? time.date : time.age;
    if (interval.empty()) continue;
    if (covers(Candidates(all, interval), AllHoldAt)) return true;
  }
  return false;
}

}  // namespace muster::property
