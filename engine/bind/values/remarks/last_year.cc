#include "engine/bind/values/remarks/last_year.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/units/time_units.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Literal;
using Op = Compare::Op;

bool EndsWithWholeYears(const Compare& compare) {
  const Literal& last = compare.values.back();
  const auto unit = FindTimeUnit(last.unit);
  const Literal& first = compare.values.front();
  const bool reversed = first.kind == Literal::Kind::kNumber && (first.unit.empty() || first.unit == last.unit) &&
                        first.number > last.number;
  const bool ends = compare.op == Op::kBetween || compare.op == Op::kLessEqual || compare.op == Op::kIs ||
                    compare.op == Op::kIsNot || compare.op == Op::kGreater;
  return ends && last.kind == Literal::Kind::kNumber && unit && unit->months == 12 &&
         last.number == std::floor(last.number) && !reversed;
}

// Between 40 and 49 years ends with the birthday, and so does at most 49 years; most protocols mean everybody who
// is 49. Above 65 years begins on the day after the birthday.
void NoteLastYear(const CatalogueView& view, Reporter* reporter, const Compare& compare, model::FieldId field,
                  model::Part part, ValueRange last_year, bool negated) {
  const auto any = HasValueIn(view, field, part, last_year.low, last_year.high);
  if (!any.ok()) return reporter->Fail(any.status());
  if (!*any) return;
  const Literal& first = compare.values.front();
  const auto last = static_cast<int64_t>(compare.values.back().number);
  Compare completed = compare;
  completed.values = {compare.values.back()};
  std::string criterion;
  if (compare.op == Op::kLessEqual || compare.op == Op::kGreater) {
    completed.op = compare.op == Op::kGreater ? Op::kGreaterEqual : Op::kLess;
    completed.values[0].number = static_cast<double>(last + 1);
    criterion = absl::StrCat(compare.op == Op::kGreater ? ">= " : "< ", last + 1, " years");
  } else if (first.kind == Literal::Kind::kNumber && first.number == std::floor(first.number) &&
             (first.unit.empty() || first.unit == compare.values.back().unit)) {
    completed.op = Op::kAged;
    completed.values = compare.values;
    for (Literal& value : completed.values) value.unit.clear();
    criterion = compare.op == Op::kIs || compare.op == Op::kIsNot
                    ? absl::StrCat("aged ", last)
                    : absl::StrCat("aged ", static_cast<int64_t>(first.number), " to ", last);
  }
  std::string statement;
  if (compare.op == Op::kIsNot && !criterion.empty()) {
    criterion = absl::StrCat("not ", criterion);
    statement = reporter->RewrittenWith(&compare, grammar::Not{grammar::MakeExpr({}, std::move(completed))});
  } else if (!criterion.empty()) {
    statement = reporter->RewrittenWith(&compare, std::move(completed));
  }
  if (criterion.empty()) criterion = absl::StrCat(">= the first and < ", last + 1, " years");
  const std::string years =
      absl::StrCat("to count completed years, write ", statement.empty() ? criterion : std::move(statement));
  const bool counted = (compare.op == Op::kGreater || compare.op == Op::kIsNot) != negated;
  if (counted) {
    return reporter->Note(compare.op_span, "last-year-counted",
                          absl::StrCat("who is older than exactly ", last,
                                       " years, by a day or by eleven months, is found, and there are some"),
                          {years});
  }
  reporter->Note(compare.op_span, "last-year-left-out",
                 absl::StrCat("who is older than exactly ", last,
                              " years, by a day or by eleven months, is left out, and there are some"),
                 {years});
}

}  // namespace muster::bind
