// What stands behind a field's name in a random query.
#include <algorithm>
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "engine/model/units/units.h"
#include "tests/property/naive/calendar.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_literal.h"
#include "tests/property/random/random_query.h"

namespace muster::property {

using model::FieldId;

namespace {

constexpr const char* kUnits[] = {"mg/dL", "g/L",    "mmol/L", "umol/L", "%", "1",
                                  "Cel",   "[degF]", "kg/m2",  "10*9/L", "d", "wk"};

constexpr const char* kNativeUnits[] = {"%", "Gy", "cGy", "d", "days", "weeks"};

/// The grammar's CODE.
bool IsCode(const std::string& text) {
  const size_t colon = text.find(':');
  if (colon == text.npos || colon + 1 == text.size() || !absl::ascii_isalpha(static_cast<unsigned char>(text[0]))) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const bool marks =
        i > colon + 1 ? std::string_view("_.+/-").find(text[i]) != std::string_view::npos : text[i] == '_';
    if (i != colon && !marks && !absl::ascii_isalnum(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

}  // namespace

std::string QueryGenerator::ListOf(const std::function<std::string()>& make) {
  std::vector<std::string> values;
  for (size_t i = 1 + random_.Below(3); i > 0; --i) {
    std::string value = make();
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values.empty() ? "" : absl::StrCat("(", absl::StrJoin(values, ", "), ")");
}

std::string QueryGenerator::Term(const Seen& seen) {
  const auto* time = std::get_if<model::TimeValue>(seen.value);
  const std::string code(world_.dictionary.Text(time != nullptr ? time->term : std::get<model::Symbol>(*seen.value)));
  return IsCode(code) ? TermNear(random_, world_, meaning_, code) : Quoted(code);
}

std::string QueryGenerator::CodeComparison(const std::vector<Seen>& seen) {
  const auto term = [&] { return Term(random_.Pick(seen)); };
  std::string value;
  switch (random_.Below(8)) {
    case 0:
    case 1:
    case 2:
      value = term();
      return value.empty() ? "" : absl::StrCat(random_.Chance(80) ? "is " : "= ", value);
    case 3:
      value = term();
      return value.empty() ? "" : absl::StrCat(random_.Chance(80) ? "is not " : "!= ", value);
    case 4:
      value = ListOf(term);
      return value.empty() ? "" : absl::StrCat(random_.Chance(50) ? "in " : "is in ", value);
    case 5:
      value = ListOf(term);
      return value.empty() ? "" : absl::StrCat(random_.Chance(50) ? "not in " : "is not in ", value);
    default: {
      const auto* symbol = std::get_if<model::Symbol>(random_.Pick(seen).value);
      if (symbol == nullptr) return "starts";
      std::string start(world_.dictionary.Text(*symbol));
      const size_t colon = start.find(':');
      if (colon == start.npos) return "";
      start.resize(std::min(start.size(), colon + 2 + random_.Below(6)));
      if (start.starts_with("ICD") && random_.Chance(30)) std::erase(start, '.');
      return absl::StrCat("starts with ", IsCode(start) && random_.Chance(60) ? start : Quoted(start));
    }
  }
}

std::string QueryGenerator::KeywordComparison(FieldId field, const std::vector<Seen>& seen) {
  const auto label = [&] {
    return std::string(world_.dictionary.Label(std::get<model::Symbol>(*random_.Pick(seen).value)));
  };
  const auto word = [&] { return IsIdField(field) ? Quoted(label()) : Word(random_, label()); };
  switch (random_.Below(7)) {
    case 0:
      return absl::StrCat("is not ", word());
    case 1:
      return absl::StrCat("in ", ListOf(word));
    case 2:
      return absl::StrCat("not in ", ListOf(word));
    case 3:
      return absl::StrCat("starts with ", Quoted(label().substr(0, 1 + random_.Below(4))));
    default:
      return absl::StrCat(random_.Chance(80) ? "is " : "= ", word());
  }
}

std::string QueryGenerator::OrderOperator() {
  constexpr const char* kOperators[] = {"<", "<=", ">", ">=", "before", "after", "is", "=", "is not", "!="};
  return kOperators[random_.Below(std::size(kOperators))];
}

std::vector<std::string> QueryGenerator::UnitsFor(FieldId field, const Seen& seen) {
  const model::Value* symbol = seen.row->Find(*CompanionUnit(field));
  if (symbol == nullptr) return {"1"};
  const absl::StatusOr<model::Unit> recorded =
      model::ParseUnit(world_.dictionary.Text(std::get<model::Symbol>(*symbol)));
  std::vector<std::string> units;
  for (const char* unit : kUnits) {
    if (recorded.ok() && model::Convertible(*recorded, *model::ParseUnit(unit))) units.push_back(unit);
  }
  return units;
}

std::string QueryGenerator::SomeNumber(FieldId field, const Seen& seen, const std::vector<std::string>& units) {
  const auto* bounds = std::get_if<model::NumberBounds>(seen.value);
  const double number = bounds == nullptr            ? std::get<double>(*seen.value)
                        : std::isfinite(bounds->low) ? bounds->low
                                                     : bounds->high;
  if (units.empty()) return NumberNear(random_, number);
  // The same quantity in another unit, or the number as it stands.
  const std::string unit = random_.Pick(units);
  std::string_view recorded = NativeUnit(field);
  if (CompanionUnit(field)) {
    const model::Value* symbol = seen.row->Find(*CompanionUnit(field));
    recorded = symbol == nullptr ? "1" : world_.dictionary.Text(std::get<model::Symbol>(*symbol));
  }
  const absl::StatusOr<model::Unit> from = model::ParseUnit(recorded);
  const model::Unit to = *model::ParseUnit(unit);
  const double converted = from.ok() && model::Convertible(*from, to) ? *model::Convert(number, *from, to) : number;
  return absl::StrCat(NumberNear(random_, converted), " ", unit == "1" ? Quoted(unit) : unit);
}

std::string QueryGenerator::NumberComparison(FieldId field, const std::vector<Seen>& seen) {
  if (model::Info(field).entity == model::Entity::kMeasurement && random_.Chance(20)) {
    // Another number of the same record.
    constexpr const char* kOperators[] = {"<", "<=", ">", ">="};
    constexpr const char* kFactors[] = {"", "", "1.5 times ", "0.1 times ", "100 times "};
    return absl::StrCat(kOperators[random_.Below(4)], " ", kFactors[random_.Below(5)],
                        random_.Chance(50) ? "reference high" : "reference low");
  }
  const Seen& example = random_.Pick(seen);
  std::vector<std::string> units;
  if (CompanionUnit(field)) {
    units = UnitsFor(field, example);
    if (units.empty()) return "";
  } else if (!NativeUnit(field).empty() && random_.Chance(40)) {
    for (const char* unit : kNativeUnits) {
      if (model::Convertible(*model::ParseUnit(unit), *model::ParseUnit(NativeUnit(field)))) units.push_back(unit);
    }
  }
  const std::string first = SomeNumber(field, random_.Chance(80) ? example : random_.Pick(seen), units);
  if (random_.Chance(15)) {
    const std::string second = SomeNumber(field, random_.Chance(50) ? example : random_.Pick(seen), units);
    // The unit may stand once.
    return absl::StrCat("between ", random_.Chance(50) ? first.substr(0, first.find(' ')) : first, " and ", second);
  }
  const std::string op = OrderOperator();
  return absl::StrCat(op == "before" ? "<" : op == "after" ? ">" : op, " ", first);
}

std::string QueryGenerator::SomeTime(bool date, const std::vector<Seen>& seen) {
  const auto& time = std::get<model::TimeValue>(*random_.Pick(seen).value);
  const model::Interval bounds = date ? time.date : time.age;
  if (bounds.empty()) return "";
  const model::HalfHours bound = random_.Chance(50) ? bounds.low : bounds.high;
  if (date && !study_.empty() && random_.Chance(30)) return "study date";
  if (date && may_name_study_ && study_.empty() && bound > model::kBeginning && bound < model::kEnd &&
      random_.Chance(10)) {
    study_ = FullDate(DayOf(bound));
    return "study date";
  }
  return date ? DateNear(random_, bound) : AgeNear(random_, bound);
}

std::string QueryGenerator::TimeComparison(bool dates, const std::vector<Seen>& seen) {
  const std::string first = SomeTime(dates, seen);
  if (first.empty()) return "";
  if (!dates && random_.Chance(15)) {
    const auto& time = std::get<model::TimeValue>(*random_.Pick(seen).value);
    const int64_t years = time.age.empty() ? 30 : std::clamp<int64_t>(time.age.low / model::kYear, 0, 110);
    return AgedNear(years);
  }
  if (!random_.Chance(20)) return absl::StrCat(OrderOperator(), " ", first);
  const std::string second = SomeTime(dates, seen);
  if (second.empty()) return "";
  // 2 and 5 years
  const size_t blank = first.find(' ');
  const bool same_unit = blank != first.npos && second.find(' ') == second.rfind(' ') &&
                         second.ends_with(first.substr(blank)) && random_.Chance(70);
  return absl::StrCat("between ", same_unit ? first.substr(0, blank) : first, " and ", second);
}

// aged 17, aged 17 to 19
std::string QueryGenerator::AgedNear(int64_t years) {
  const int64_t first = std::max<int64_t>(0, years - random_.Between(0, 2));
  return absl::StrCat("aged ", first, random_.Chance(70) ? absl::StrCat(" to ", first + random_.Between(0, 4)) : "");
}

std::string QueryGenerator::AgeAsOf() {
  const std::vector<Seen>& seen = seen_[model::field::kBirth];
  if (seen.empty()) return "";
  const model::Interval birth = std::get<model::TimeValue>(*random_.Pick(seen).value).date;
  const model::HalfHours bound = random_.Chance(50) ? birth.low : birth.high;
  if (bound <= model::kBeginning || bound >= model::kEnd) return "";
  // So that the birthday, the last of a month now and then, is near the day.
  const int months = static_cast<int>(random_.Chance(60) ? random_.Between(0, 80) * 12 : random_.Between(0, 500));
  const std::string as_of = FullDate(MonthsBefore(DayOf(bound), -months) + random_.Between(-2, 2));
  constexpr const char* kOperators[] = {"<", "<=", ">", ">="};
  constexpr const char* kCertainty[] = {"possibly ", "certainly ", ""};
  const bool study = may_name_study_ && study_.empty() && random_.Chance(30);
  if (study) study_ = as_of;
  std::string text = absl::StrCat(kCertainty[random_.Below(3)], Name({"age"}),
                                  study ? " at study date " : absl::StrCat(" as of ", as_of, " "));
  if (random_.Chance(15)) return text + AgedNear(months / 12);
  if (random_.Chance(20)) {
    const int other = std::max(0, months + static_cast<int>(random_.Between(-6, 18)));
    return absl::StrCat(text, "between ", AgeInMonths(random_, months), " and ", AgeInMonths(random_, other));
  }
  return absl::StrCat(text, kOperators[random_.Below(4)], " ", AgeInMonths(random_, months));
}

}  // namespace muster::property
