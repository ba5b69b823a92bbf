#include "engine/bind/values/remarks/unit_not_named.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;

// Whether all numbers are from 0 up to below `end`, and one of them is above 0.
bool AreBelow(const Compare& compare, double end) {
  return std::all_of(compare.values.begin(), compare.values.end(),
                     [&](const Literal& value) { return value.number >= 0 && value.number < end; }) &&
         compare.values.back().number > 0;
}

Compare InYears(Compare compare) {
  compare.values.back().unit = compare.values.back().number == 1 ? "year" : "years";
  return compare;
}

Compare InPercent(Compare compare) {
  constexpr double kHundred = 100;
  for (Literal& value : compare.values) {
    value.number *= kHundred;
    value.unit.clear();
  }
  compare.values.back().unit = "%";
  return compare;
}

}  // namespace

void NoteUnitNotNamed(Reporter* reporter, const Compare& compare, model::FieldId field, std::string_view unit) {
  // From 28 days on, deaths are counted in days; who takes something for years may have done so for 80.
  constexpr double kYearsOfSurvival = 28, kYearsOfUse = 80;
  const Literal& last = compare.values.back();
  if (last.kind != Literal::Kind::kNumber || !last.unit.empty()) return;
  const double years = field == model::field::kSurvival ? kYearsOfSurvival : kYearsOfUse;
  const bool days = unit == "d" && AreBelow(compare, years);
  const bool share = unit == "%" && AreBelow(compare, 1);
  if (!days && !share) return;
  const std::string_view name = days ? "days" : "%";
  const std::string statement = reporter->RewrittenWith(&compare, days ? InYears(compare) : InPercent(compare));
  reporter->Note(
      last.span, "unit-not-named",
      absl::StrCat(std::string(model::Info(field).name), " without a unit is in ", std::string(name)),
      {absl::StrCat(days ? "where years are meant" : "where a share of 1 is meant", ", write ",
                    statement.empty() ? std::string(days ? "years behind the number" : "it in %") : statement),
       absl::StrCat("where ", std::string(name), days ? " are" : " is", " meant, write ",
                    std::string(days ? "days" : "%"), " behind the number")});
}

}  // namespace muster::bind
