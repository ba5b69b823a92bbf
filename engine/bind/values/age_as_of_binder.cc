#include "engine/bind/values/age_as_of_binder.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/values/remarks/last_year.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/time/time.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Literal;
using model::HalfHours;
using Op = Compare::Op;

// As of 2026, an age is certain if it is true on each day: people who turn 18 in that year are neither below 18 nor at
// least 18.
void AgeAsOfBinder::NoteNoDay(const Compare& compare) {
  const std::string written = grammar::Print(*compare.as_of);
  const std::string day = absl::StrCat(written, compare.as_of->kind != Literal::Kind::kDate ? "-01-01" : "-01");
  Compare first_day = compare;
  first_day.as_of->kind = Literal::Kind::kDate;
  first_day.as_of->text = day;
  std::vector<std::string> hints = {
      absl::StrCat("name the day: age as of ", day, ", or study date ", day, "; in front")};
  const std::string statement = reporter_->RewrittenWith(&compare, std::move(first_day));
  if (!statement.empty()) hints.push_back(absl::StrCat("write ", statement));
  reporter_->Note(compare.field.span, "no-day",
                  absl::StrCat(written,
                               " is not a single day: ages are compared on each of its days, and who has a "
                               "birthday among them may be on neither side"),
                  std::move(hints));
}

// The last half hour of birth of people who are at least `age` on the day of `date`.
std::optional<HalfHours> AgeAsOfBinder::LatestBirth(const Literal& age, const std::string& unit, HalfHours date,
                                                    bool older) {
  Literal with_unit = age;
  if (age.kind == Literal::Kind::kNumber && age.unit.empty()) with_unit.unit = unit;
  const auto length = values_->Duration(with_unit);
  if (!length) return std::nullopt;
  return (model::LatestBirth(model::DayOf(date), older ? *length + 1 : *length) + 1) * model::kDay - 1;
}

// The dates of birth of people who satisfy a comparison of their age: "at least" uses `for_at_least`, "below" and "at
// most" use `for_below`.
std::optional<ValueRange> AgeAsOfBinder::Born(const Compare& compare, HalfHours for_at_least, HalfHours for_below) {
  const Op op = compare.op;
  const std::string& unit = compare.values.back().unit;
  ValueRange birth;
  if (op != Op::kLess && op != Op::kLessEqual) {
    const auto latest = LatestBirth(compare.values.front(), unit, for_at_least, op == Op::kGreater);
    if (!latest) return std::nullopt;
    birth.high = *latest;
  }
  if (op != Op::kGreater && op != Op::kGreaterEqual) {
    const auto too_old = LatestBirth(compare.values.back(), unit, for_below, op != Op::kLess);
    if (!too_old) return std::nullopt;
    birth.low = *too_old + 1;
  }
  return birth;
}

ConditionPtr AgeAsOfBinder::Bind(const Compare& compare, bool negated) {
  const auto as_of = values_->Date(*compare.as_of);
  if (!as_of) return nullptr;
  if (!IsOrdered(compare.op)) {
    reporter_->Error(compare.op_span, "wrong-operator", "an age is compared with =, <, <=, >, >=, is not or between");
    return nullptr;
  }
  const bool possibly = compare.certainty == Compare::Certainty::kPossibly;
  // Certainly not an age is: not possibly that age.
  const bool widen = possibly != (compare.op == Op::kIsNot);
  // The older end of the date makes people younger: "certainly at least" is measured from it, "certainly below" from
  // the newer end; `possibly` the other way round.
  const HalfHours for_at_least = widen ? as_of->high : as_of->low;
  const HalfHours for_below = widen ? as_of->low : as_of->high;
  const auto born = Born(compare, for_at_least, for_below);
  if (!born) return nullptr;
  const ValueRange birth = *born;
  if (as_of->high - as_of->low >= model::kDay && compare.certainty == Compare::Certainty::kDefault) NoteNoDay(compare);
  WarnIfEmpty(compare, birth.low > birth.high, reporter_);
  if (EndsWithWholeYears(compare) && compare.op != Op::kIs && compare.op != Op::kIsNot) {
    Literal next = compare.values.back();
    next.number += 1;
    const auto too_old = LatestBirth(next, next.unit, for_below, false);
    const HalfHours youngest = compare.op == Op::kGreater ? birth.high : birth.low - 1;
    if (too_old)
      NoteLastYear(view_, reporter_, compare, model::field::kBirth, model::kDateLow, {*too_old + 1, youngest}, negated);
  }
  ConditionPtr range = MakeIntervalRange(model::field::kBirth, model::kDateLow, model::kDateHigh, birth, widen);
  if (compare.op != Op::kIsNot) return range;
  return RecordedButNot(MakeRange(model::field::kBirth, model::kDateLow, kLowest, kHighest), std::move(range));
}

}  // namespace muster::bind
