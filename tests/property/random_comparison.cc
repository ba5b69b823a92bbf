// What stands behind a field's name in a random query.
#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "engine/model/units.h"
#include "grammar/parse.h"
#include "tests/property/calendar.h"
#include "tests/property/naive_time.h"
#include "tests/property/names.h"
#include "tests/property/random_literal.h"
#include "tests/property/random_query.h"

namespace muster::property {

using model::FieldId;

namespace {

constexpr const char* kUnits[] = {"mg/dL", "g/L",    "mmol/L", "umol/L", "%", "1",
                                  "Cel",   "[degF]", "kg/m2",  "10*9/L", "d", "wk"};

/// The grammar's CODE.
bool IsCode(const std::string& text) {
  const size_t colon = text.find(':');
  if (colon == text.npos || colon + 1 == text.size() || !absl::ascii_isalpha(static_cast<unsigned char>(text[0]))) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const bool marks = i > colon + 1 ? std::string_view("_.+/-").find(text[i]) != std::string_view::npos : text[i] == '_';
    if (i != colon && !marks && !absl::ascii_isalnum(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

/// Whether the first end of `between ... and ...` is not after the second.
bool EndsInOrder(const std::string& between) {
  const grammar::ParseResult parsed = grammar::Parse(absl::StrCat("count people where time ", between));
  if (parsed.statements.size() != 1) return false;
  const auto& count = std::get<grammar::Count>(parsed.statements[0].query);
  const absl::StatusOr<WrittenTime> time = ReadTime(std::get<grammar::Compare>(count.where->node));
  return time.ok() && time->bounds.low <= time->bounds.high;
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
  return IsCode(code) ? TermNear(random_, world_, meaning_, code) : "";
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

std::string QueryGenerator::KeywordComparison(const std::vector<Seen>& seen) {
  const auto label = [&] { return std::string(world_.dictionary.Label(std::get<model::Symbol>(*random_.Pick(seen).value))); };
  const auto word = [&] { return Word(random_, label()); };
  switch (random_.Below(7)) {
    case 0: return absl::StrCat("is not ", word());
    case 1: return absl::StrCat("in ", ListOf(word));
    case 2: return absl::StrCat("not in ", ListOf(word));
    case 3: return absl::StrCat("starts with ", Quoted(label().substr(0, 1 + random_.Below(4))));
    default: return absl::StrCat(random_.Chance(80) ? "is " : "= ", word());
  }
}

std::string QueryGenerator::OrderOperator() {
  constexpr const char* kOperators[] = {"<", "<=", ">", ">=", "before", "after", "is", "=", "is not", "!="};
  return kOperators[random_.Below(std::size(kOperators))];
}

std::string QueryGenerator::SomeNumber(FieldId field, const Seen& seen, const std::vector<Seen>& all) {
  double number = std::get<double>(*seen.value);
  const std::optional<FieldId> unit_field = CompanionUnit(field);
  if (!unit_field) return NumberNear(random_, number);
  const auto unit_of = [&](const Seen& s) {
    const model::Value* symbol = s.row->Find(*unit_field);
    return model::ParseUnit(symbol == nullptr ? "1" : world_.dictionary.Text(std::get<model::Symbol>(*symbol)));
  };
  // The same quantity in any unit it can have, or now and then the number in a unit that only others have.
  const absl::StatusOr<model::Unit> recorded = unit_of(random_.Chance(90) ? seen : random_.Pick(all));
  if (!recorded.ok()) return "";
  std::vector<std::string> units;
  for (const char* unit : kUnits) {
    if (model::Convertible(*recorded, *model::ParseUnit(unit))) units.push_back(unit);
  }
  if (units.empty()) return "";
  const std::string unit = random_.Pick(units);
  number = *model::Convert(number, *recorded, *model::ParseUnit(unit));
  return absl::StrCat(NumberNear(random_, number), " ", unit == "1" ? Quoted(unit) : unit);
}

std::string QueryGenerator::NumberComparison(FieldId field, const std::vector<Seen>& seen) {
  const auto number = [&] { return SomeNumber(field, random_.Pick(seen), seen); };
  const std::string first = number();
  if (first.empty()) return "";
  switch (random_.Below(8)) {
    case 0: {
      const std::string second = number();
      if (second.empty()) return "";
      // The unit may stand once.
      return absl::StrCat("between ", random_.Chance(50) ? first.substr(0, first.find(' ')) : first, " and ", second);
    }
    default: {
      const std::string op = OrderOperator();
      return absl::StrCat(op == "before" ? "<" : op == "after" ? ">" : op, " ", first);
    }
  }
}

std::string QueryGenerator::SomeTime(bool date, const std::vector<Seen>& seen) {
  const auto& time = std::get<model::TimeValue>(*random_.Pick(seen).value);
  const model::Interval bounds = date ? time.date : time.age;
  if (bounds.empty()) return "";
  const model::HalfHours bound = random_.Chance(50) ? bounds.low : bounds.high;
  return date ? DateNear(random_, bound) : AgeNear(random_, bound);
}

std::string QueryGenerator::TimeComparison(bool dates, const std::vector<Seen>& seen) {
  const std::string first = SomeTime(dates, seen);
  if (first.empty()) return "";
  if (!random_.Chance(20)) return absl::StrCat(OrderOperator(), " ", first);
  const std::string second = SomeTime(dates, seen);
  if (second.empty()) return "";
  // 2 and 5 years
  const size_t blank = first.find(' ');
  const bool same_unit = blank != first.npos && second.ends_with(first.substr(blank)) && random_.Chance(70);
  const std::string between = absl::StrCat("between ", same_unit ? first.substr(0, blank) : first, " and ", second);
  return EndsInOrder(between) ? between : "";
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
  std::string text = absl::StrCat(kCertainty[random_.Below(3)], Name({"age"}), " as of ", as_of, " ");
  if (random_.Chance(20)) {
    return absl::StrCat(text, "between ", AgeInMonths(random_, months), " and ", AgeInMonths(random_, months + 12));
  }
  return absl::StrCat(text, kOperators[random_.Below(4)], " ", AgeInMonths(random_, months));
}

}  // namespace muster::property
