#include "engine/bind/criteria/remarks/age_remarks.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/units/time_units.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/text/text.h"
#include "engine/model/time/moment.h"
#include "engine/model/time/onset.h"
#include "engine/model/time/time.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;
using model::HalfHours;
using Op = Compare::Op;

// As a criterion has it: 28 days, 1 year.
Literal Age(HalfHours age) {
  Literal literal;
  literal.kind = Literal::Kind::kNumber;
  const bool years = age != 0 && age % model::kYear == 0;
  const HalfHours number = age / (years ? model::kYear : model::kDay);
  literal.number = static_cast<double>(number);
  literal.unit = years ? (literal.number == 1 ? "year" : "years") : "days";
  return literal;
}

// The ages of an onset term, as comparisons that have to hold both; or, where the term is denied, one of them.
grammar::ExprPtr AsAges(const Compare& compare, model::Interval ages, bool negated) {
  std::vector<grammar::ExprPtr> ends;
  const auto add = [&](Op op, HalfHours age) {
    Compare end = compare;
    end.op = op;
    end.values = {Age(age)};
    ends.push_back(grammar::MakeExpr({}, std::move(end)));
  };
  if (ages.low == ages.high && ages.low % model::kDay == 0 && !negated) {  // at birth
    add(Op::kIs, ages.low);
    return std::move(ends[0]);
  }
  const HalfHours end = ages.high + 1;
  if (ages.high < model::kEnd && end % model::kDay != 0 && end % model::kYear != 0) return nullptr;
  if (ages.low > -model::kTerm) add(negated ? Op::kLess : Op::kGreaterEqual, ages.low);
  if (ages.high < model::kEnd) add(negated ? Op::kGreaterEqual : Op::kLess, ages.high + 1);
  if (ends.size() < 2) return ends.empty() ? nullptr : std::move(ends[0]);
  if (negated) return grammar::MakeExpr({}, grammar::Or{std::move(ends)});
  return grammar::MakeExpr({}, grammar::And{std::move(ends)});
}

// "3 phenotypes of HP:0001250 Seizure have", "1 individual has"
std::string ManyHave(uint64_t count, const model::EntityInfo& info, const std::string& of) {
  return absl::StrCat(count, " ", std::string(count == 1 ? info.name : info.plural), of.empty() ? "" : " of ", of,
                      count == 1 ? " has" : " have");
}

bool IsInDays(const Literal& distance) {
  if (distance.kind == Literal::Kind::kDuration) {
    const auto length = model::ParseIsoDuration(distance.text);
    return length.ok() && *length % model::kMonth != 0;
  }
  const auto in_days = [](std::string_view unit) {
    const auto known = FindTimeUnit(unit);
    return known && known->months == 0;
  };
  if (distance.kind == Literal::Kind::kNumber) return distance.number != 0 && in_days(distance.unit);
  for (const Literal::Part& part : distance.parts) {
    if (in_days(part.unit)) return true;
  }
  return false;
}

}  // namespace

void NoteAgesBesideTerms(const CatalogueView& view, Reporter* reporter, const Compare& compare, const TimesOf& times,
                         const std::string& of) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
  if (!negated && compare.op != Op::kIs && compare.op != Op::kIn) return;
  const TimeForNotes time(reporter);
  for (const Literal& literal : compare.values) {
    const auto code = TermBinder(view, reporter).CodeOf(literal, times.field);
    const auto ages = code ? model::OnsetBounds(*code) : std::nullopt;
    if (!ages) continue;
    const auto count = CountAgesWithin(view, times, *ages);
    if (!count.ok()) return reporter->Fail(count.status());
    if (*count == 0) continue;
    const bool one = compare.values.size() == 1;
    grammar::ExprPtr as_ages = AsAges(compare, *ages, negated);
    std::string criterion = as_ages == nullptr ? "" : grammar::Print(*as_ages);
    std::string statement;
    if (one && as_ages != nullptr) {
      grammar::Rewriting rewriting;
      rewriting[&compare] = std::move(as_ages);
      statement = reporter->Rewritten(std::move(rewriting));
    }
    std::vector<std::string> hints;
    if (!criterion.empty()) {
      hints.push_back(absl::StrCat("to ask for the ages, and the terms within them, write ",
                                   statement.empty() ? criterion : statement));
    }
    reporter->Note(literal.span, "ages-beside-terms",
                   absl::StrCat(ManyHave(*count, model::Info(times.entity), of), " an age within that span as ",
                                std::string(model::Info(times.field).name), ", and not this term"),
                   std::move(hints));
  }
}

bool NoteAgesToTheMonth(const CatalogueView& view, Reporter* reporter, const Compare& compare, const TimesOf& times,
                        const std::string& of) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || !compare.distance || compare.values.empty() ||
      !IsInDays(*compare.distance) || ValueBinder::IsDate(compare.values[0])) {
    return false;
  }
  const TimeForNotes time(reporter);
  const auto count = CountAgesToTheMonth(view, times);
  if (!count.ok()) reporter->Fail(count.status());
  if (!count.ok() || count->to_the_month == 0) return false;
  const model::EntityInfo& info = model::Info(times.entity);
  const std::string of_all =
      absl::StrCat(count->to_the_month, " of ", count->ages, " ages of ", std::string(info.plural),
                   of.empty() ? "" : absl::StrCat(" of ", of), " (", std::string(model::Info(times.field).name), ")");
  reporter->Note(
      compare.op_span, "ages-to-the-month",
      absl::StrCat(of_all, count->to_the_month == 1 ? " is" : " are",
                   " in whole months, without a day: they are compared as if the month were complete on that day"),
      {"a window in whole months asks for no more than is recorded of them"});
  return true;
}

void NoteAgesOfNamed(const CatalogueView& view, Reporter* reporter, const Compare& compare, const EventScope& events) {
  const Literal& value = compare.values.back();
  if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
  const std::string name = model::ToLower(value.event.empty() ? value.text : value.event);
  const EventScope::Event* event = events.Find(name);
  if (event == nullptr || event->exists == nullptr) return;
  const auto field = value.event.empty() ? model::MomentOf(event->entity) : FindField(event->entity, value.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  NoteAgesToTheMonth(view, reporter, compare, {event->entity, event->exists->symbols.get(), *field},
                     event->exists->label);
}

void NoteAgesOfRow(const CatalogueView& view, Reporter* reporter, const Compare& compare, const EventScope::Event& row,
                   const EventScope& events) {
  const auto field = FindField(row.entity, compare.field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime || compare.values.empty() || row.exists == nullptr) {
    return;
  }
  const TimesOf times = {row.entity, row.exists->symbols.get(), *field};
  if (!compare.distance) return NoteAgesBesideTerms(view, reporter, compare, times, row.exists->label);
  if (NoteAgesToTheMonth(view, reporter, compare, times, row.exists->label)) return;
  NoteAgesOfNamed(view, reporter, compare, events);
}

}  // namespace muster::bind
