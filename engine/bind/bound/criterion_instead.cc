#include "engine/bind/bound/criterion_instead.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/pressures.h"
#include "grammar/habits/phrases/ranges.h"
#include "grammar/parse.h"

namespace muster::bind {

using model::Entity;
using Op = grammar::Compare::Op;

std::optional<std::string> HasInstead(const grammar::Compare& compare, Entity space) {
  const auto entity = FindEntity(compare.field.text);
  const bool about_codes = compare.op != Op::kIsMissing && compare.op != Op::kIsRecorded;
  if (!entity || model::IsAncestorOrSelf(*entity, space)) return std::nullopt;
  if (about_codes && model::Info(*entity).primary < 0) return std::nullopt;
  if (compare.op == Op::kIsMissing) return absl::StrCat("has no ", EntityName(*entity));
  if (compare.op == Op::kIsRecorded) return absl::StrCat("has ", EntityName(*entity));
  const bool several = compare.op == Op::kIn || compare.op == Op::kNotIn;
  const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
  if (!several && !negated && compare.op != Op::kIs) return std::nullopt;
  using Kind = grammar::Literal::Kind;
  for (const grammar::Literal& value : compare.values) {
    if (value.kind != Kind::kCode && value.kind != Kind::kQuoted && value.kind != Kind::kWord) return std::nullopt;
  }
  if (compare.values.size() == 1 &&
      IsOneOfWords(absl::AsciiStrToLower(compare.values[0].text), {"null", "missing", "na", "none", "empty"})) {
    return absl::StrCat(negated ? "has " : "has no ", EntityName(*entity));
  }
  const std::string values = absl::StrJoin(compare.values, ", ", [](std::string* out, const grammar::Literal& value) {
    // A label that lacks its quotes.
    const bool word = value.kind == Kind::kWord;
    absl::StrAppend(out, word ? absl::StrCat("\"", value.text, "\"") : grammar::Print(value));
  });
  return absl::StrCat(negated ? "not " : "", "has ", EntityName(*entity), several ? " in (" : " ", values,
                      several ? ")" : "");
}

std::string NumberOfRow(const grammar::Compare& compare, Entity space) {
  const bool least = compare.op == Op::kGreaterEqual || compare.op == Op::kGreater;
  const bool most = compare.op == Op::kLessEqual || compare.op == Op::kLess;
  const std::string& name = compare.field.text;
  if ((!least && !most) || space == Entity::kIndividual || !IsOneOfWords(name, {"value", "duration", "length"}))
    return "";
  const grammar::Literal& value = compare.values[0];
  const std::string duration = grammar::Print(value);
  if (IsOneOfWords(value.unit, {"year", "years", "month", "months", "week", "weeks", "day", "days", "y", "mo", "d"})) {
    if (!FindField(space, "start") || !FindField(space, "end")) return "";
    return least ? absl::StrCat("write end at least ", duration,
                                " after start, or for what goes on with (end is missing ", "and start at least ",
                                duration, " before study date)")
                 : absl::StrCat("write end within ", duration, " after start");
  }
  const bool count = value.kind == grammar::Literal::Kind::kNumber && value.unit.empty() && value.number >= 0 &&
                     value.number < 1000 && value.number == static_cast<double>(static_cast<int>(value.number));
  if (name != "value" || !count) return "";
  const int more = compare.op == Op::kGreater ? 1 : compare.op == Op::kLess ? -1 : 0;
  return absl::StrCat("how many there are stands in front: has at ", least ? "least " : "most ",
                      static_cast<int>(value.number) + more, " ", EntityName(space), " \"...\"");
}

std::string AgeAtLastContact(const grammar::Compare& age) {
  grammar::Compare at = age;
  at.field.text = "age at last contact";
  if (at.op == Op::kBetween && at.values.size() == 2) {
    const auto& low = at.values[0];
    const auto& high = at.values[1];
    const auto number = grammar::Literal::Kind::kNumber;
    if (low.kind == number && high.kind == number && low.unit.empty() &&
        IsOneOfWords(high.unit, {"", "year", "years", "y/o", "yo", "yr", "yrs"})) {
      return grammar::RangeOf(at.field.text, absl::StrCat(low.number), absl::StrCat(high.number), "years");
    }
  }
  grammar::Literal& last = at.values.back();
  if (last.kind == grammar::Literal::Kind::kQuoted && last.text.empty()) return "age at last contact is recorded";
  if (last.kind == grammar::Literal::Kind::kNumber &&
      (last.unit.empty() || IsOneOfWords(last.unit, {"y/o", "yo", "yr", "yrs"}))) {
    last.unit = "years";
  }
  return grammar::Print(grammar::Expr{{}, std::move(at)});
}

std::string SaidOfPerson(const grammar::Compare& compare) {
  using Kind = grammar::Literal::Kind;
  if ((compare.op != Op::kIs && compare.op != Op::kIsNot) || compare.values.size() != 1) return "";
  const grammar::Literal& value = compare.values[0];
  if (value.kind != Kind::kWord && value.kind != Kind::kQuoted) return "";
  const bool yes = IsOneOfWords(value.text, {"yes", "true", "current", "ever"});
  if (!yes && !IsOneOfWords(value.text, {"no", "false", "never"})) return "";
  const std::vector<std::string> split = absl::StrSplit(compare.field.text, ' ', absl::SkipEmpty());
  if (split.empty()) return "";
  const grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  if (named.entity == "disease" || named.entity.empty()) return "";
  return grammar::CriterionFor(named, yes == (compare.op == Op::kIsNot));
}

grammar::Has HavingOne(Entity entity, const grammar::Compare& compare) {
  grammar::Has has;
  has.entity.text = EntityName(entity);
  has.with = grammar::MakeExpr({}, compare);
  return has;
}

grammar::ExprPtr TimeOfPhrase(const grammar::Compare& compare) {
  const bool time = compare.op == Op::kWithin || compare.op == Op::kWithinBefore || compare.op == Op::kWithinAfter ||
                    compare.op == Op::kLongBefore || compare.op == Op::kLongAfter;
  if (!time || compare.event || compare.as_of) return nullptr;
  std::vector<std::string> split = absl::StrSplit(compare.field.text, ' ', absl::SkipEmpty());
  const bool none = !split.empty() && split[0] == "no";  // no treatment within 6 months before study date
  if (none) split.erase(split.begin());
  if (split.empty()) return nullptr;
  grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  if (split.size() == 1 && FindEntity(split[0])) named = {EntityName(*FindEntity(split[0])), "", ""};
  const auto entity = FindEntity(named.entity);
  const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
  if (!moment || !named.with.empty()) return nullptr;
  grammar::Compare of_row = compare;
  of_row.field.text = std::string(model::Info(*moment).name);
  grammar::Has has;
  if (none) has.quantity = grammar::Quantity{grammar::Quantity::Kind::kExactly, 0, false, {}};
  has.entity.text = named.entity;
  if (!named.term.empty()) {
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kQuoted;
    term.text = named.term.substr(1, named.term.size() - 2);
    has.terms.push_back(std::move(term));
  }
  has.with = grammar::MakeExpr({}, std::move(of_row));
  return grammar::MakeExpr({}, std::move(has));
}

std::string CountOfRecords(const grammar::Compare& compare) {
  constexpr std::string_view kNumberOf = "number of ";
  std::string_view name = compare.field.text;
  if (name.starts_with(kNumberOf)) name.remove_prefix(kNumberOf.size());
  const auto entity = FindEntity(name);
  if (!entity || *entity == Entity::kIndividual || compare.event || compare.values.empty()) return "";
  for (const grammar::Literal& value : compare.values) {
    if (value.kind != grammar::Literal::Kind::kNumber || !value.unit.empty() || value.number < 0 ||
        value.number >= 1e6 || value.number != static_cast<double>(static_cast<int>(value.number))) {
      return "";
    }
  }
  const int number = static_cast<int>(compare.values[0].number);
  const auto has = [&](std::string_view how_many, int n) {
    return absl::StrCat("write has ", std::string(how_many), " ", n, " ", std::string(model::Info(*entity).plural));
  };
  if (compare.op == Op::kBetween && compare.values.size() == 2) {
    return absl::StrCat(has("at least", number), " and has at most ", static_cast<int>(compare.values[1].number), " ",
                        std::string(model::Info(*entity).plural));
  }
  if (compare.values.size() != 1) return "";
  switch (compare.op) {
    case Op::kGreater:
      return has("at least", number + 1);
    case Op::kGreaterEqual:
      return has("at least", number);
    case Op::kLess:
      return number == 0 ? "" : has("at most", number - 1);
    case Op::kLessEqual:
      return has("at most", number);
    case Op::kIs:
      return has("exactly", number);
    default:
      return "";
  }
}

std::string OtherAge(const grammar::Compare& compare) {
  constexpr std::string_view kNow[] = {"age today", "age now", "current age", "age currently", "present age"};
  constexpr std::string_view kEntry[] = {"age at screening",     "age at baseline",      "age at inclusion",
                                         "age at randomisation", "age at randomization", "age at study entry"};
  const bool entry = std::find(std::begin(kEntry), std::end(kEntry), compare.field.text) != std::end(kEntry);
  if (!entry && std::find(std::begin(kNow), std::end(kNow), compare.field.text) == std::end(kNow)) return "";
  grammar::Compare age = compare;
  age.field.text = "age at study date";
  if (!age.values.empty() && age.values.back().kind == grammar::Literal::Kind::kNumber &&
      age.values.back().unit.empty()) {
    age.values.back().unit = "years";
  }
  return absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(age)}),
                      ", where study date 2026-01-01; stands in front; or age at ",
                      entry ? "enrolment" : "last contact");
}

std::string HowLongInstead(const grammar::Compare& compare) {
  const std::string& name = compare.field.text;
  const bool diagnosis = IsOneOfWords(name, {"time since diagnosis", "time from diagnosis", "years since diagnosis",
                                             "months since diagnosis", "duration since diagnosis"});
  if (!diagnosis && !IsOneOfWords(name, {"disease duration", "duration of disease", "duration of illness",
                                         "time since onset", "years since onset", "time from onset"})) {
    return "";
  }
  const bool least = compare.op == Op::kGreaterEqual || compare.op == Op::kGreater;
  if ((!least && compare.op != Op::kLess && compare.op != Op::kLessEqual) || compare.values.empty() ||
      compare.values[0].kind != grammar::Literal::Kind::kNumber) {
    return "";
  }
  grammar::Literal length = compare.values[0];
  if (length.unit.empty()) length.unit = name.starts_with("months") ? "months" : "years";
  return absl::StrCat("write has disease \"...\" with ", diagnosis ? "diagnosed " : "onset ",
                      least ? "at least " : "within ", grammar::Print(length),
                      " before age at last contact, or before another time: study date, enrolment");
}

std::string PressuresInstead(const grammar::Compare& compare) {
  if (compare.values.size() != 1 || compare.values[0].kind != grammar::Literal::Kind::kNumber) return "";
  const grammar::Literal& value = compare.values[0];
  const std::string_view diastolic = grammar::SecondPressure(value.unit);
  if (diastolic.empty()) return "";
  const std::string_view sign = compare.op == Op::kLess           ? "<"
                                : compare.op == Op::kLessEqual    ? "<="
                                : compare.op == Op::kGreaterEqual ? ">="
                                : compare.op == Op::kGreater      ? ">"
                                                                  : "=";
  return absl::StrCat("write one criterion for each: ",
                      grammar::BothPressures(sign, absl::StrCat(value.number), diastolic, "mmHg"));
}

grammar::ExprPtr TimeOfTerm(const grammar::Compare& compare, std::string_view entity) {
  constexpr std::string_view kTimes[] = {"onset of ", "diagnosis of "};
  for (const std::string_view time : kTimes) {
    const std::string& name = compare.field.text;
    if (!name.starts_with(time) || name.size() == time.size()) continue;
    grammar::Compare of_row = compare;
    of_row.field.text = time.starts_with("onset") ? "onset" : "diagnosed";
    grammar::Has has;
    has.entity.text = std::string(entity);
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kQuoted;
    term.text = name.substr(time.size());
    has.terms.push_back(std::move(term));
    has.with = grammar::MakeExpr({}, std::move(of_row));
    return grammar::MakeExpr({}, std::move(has));
  }
  return nullptr;
}

}  // namespace muster::bind
