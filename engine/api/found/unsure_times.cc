#include "engine/api/found/unsure_times.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"
#include "grammar/walk.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;

// onset is missing
grammar::ExprPtr IsMissing(const Compare& compare) {
  Compare missing;
  missing.field = compare.field;
  missing.op = Compare::Op::kIsMissing;
  return grammar::MakeExpr({}, std::move(missing));
}

// The comparison, or no such time.
grammar::ExprPtr OrMissing(const Compare& compare) {
  grammar::Or either;
  either.operands.push_back(grammar::MakeExpr({}, compare));
  either.operands.push_back(IsMissing(compare));
  return grammar::MakeExpr({}, std::move(either));
}

bool IsOfPerson(FieldId field) { return model::Info(field).entity == model::Entity::kIndividual; }

// enrolment is recorded
grammar::ExprPtr IsRecorded(FieldId field) {
  Compare recorded;
  recorded.field.text = std::string(model::Info(field).name);
  recorded.op = Compare::Op::kIsRecorded;
  return grammar::MakeExpr({}, std::move(recorded));
}

class Undated {
 public:
  Undated(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter)
      : criteria_(criteria), found_(*found), reporter_(reporter) {}

  void OnTimes(const Has& has, const std::vector<const AskedTime*>& times) {
    const std::optional<bind::TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    const std::optional<int64_t> all = found_.Count();
    if (!all) return;
    grammar::Rewriting instead;
    std::vector<FieldId> fields;
    std::vector<grammar::ExprPtr> others;  // without the time that theirs is compared with, nobody meets the rest
    // Who is not found has no record that meets all of it: where one time is asked for, it is this that is missing.
    const bool missing_only = times.size() == 1 && found_.CanAskOthers({&has});
    for (const AskedTime* asked : times) {
      if (!MayBeMany(*asked, match->symbols.get(), *all)) continue;
      instead[asked->compare] = missing_only ? IsMissing(*asked->compare) : OrMissing(*asked->compare);
      if (std::find(fields.begin(), fields.end(), asked->field) == fields.end()) fields.push_back(asked->field);
      for (const FieldId other : asked->with) {
        if (IsOfPerson(other)) others.push_back(IsRecorded(other));
      }
    }
    if (instead.empty()) return;
    const std::optional<int64_t> besides = found_.CountMoreWith({&has}, instead, std::move(others));
    if (!besides || *besides - *all < kFewest || !AreMany(*besides - *all, *besides, kMany)) return;
    std::string names;
    for (const FieldId field : fields) {
      absl::StrAppend(&names, names.empty() ? "" : " or ", bind::WithArticle(std::string(model::Info(field).name)));
    }
    const model::EntityInfo& info = model::Info(*bind::FindEntity(has.entity.text));
    reporter_->Note(times[0]->compare->field.span, "undated-records",
                    absl::StrCat(*besides - *all, " individuals meet everything else, with ", std::string(info.plural),
                                 match->label.empty() ? "" : " of ", match->label, " without ", names,
                                 ": these are not found by this, and ", *all, *all == 1 ? " is" : " are"));
  }

 private:
  static constexpr int64_t kMany = 10;  // one in N
  static constexpr int64_t kFewest = 5;

  bool MayBeMany(const AskedTime& asked, const model::SymbolList* terms, int64_t all) {
    const bind::RemarkCounts& counts = found_.view().counts();
    const auto some = counts.SomeHaveAndSomeLack(asked.field);
    if (!some.ok()) reporter_->Fail(some.status());
    if (!some.ok() || !*some) return false;
    const auto lacking = counts.Lacking(model::Info(asked.field).entity, terms, asked.field);
    if (!lacking.ok()) reporter_->Fail(lacking.status());
    return lacking.ok() && AreMany(static_cast<int64_t>(*lacking), all + static_cast<int64_t>(*lacking), kMany);
  }

  const bind::SideBySide& criteria_;
  FoundPeople& found_;
  bind::Reporter* reporter_;
};

// Those that are to be true, not what is said of relatives.
void AddOverlaps(const grammar::Expr& expr, std::vector<const grammar::Overlaps*>* found) {
  if (std::holds_alternative<grammar::Not>(expr.node)) return;
  const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node);
  if (overlaps != nullptr && overlaps->certainty == grammar::Certainty::kDefault) found->push_back(overlaps);
  if (const auto* has = std::get_if<grammar::Has>(&expr.node); has != nullptr && bind::HoldsWithoutRows(*has)) return;
  grammar::ForEachChild(expr, [&](const grammar::ExprPtr& child) { AddOverlaps(*child, found); });
}

}  // namespace

void NoteUndated(const bind::SideBySide& criteria, const std::vector<AskedTime>& times,
                 const std::vector<Diagnostic>& said, FoundPeople* found, bind::Reporter* reporter) {
  const auto is_said = [&](const AskedTime& asked) {
    return std::any_of(said.begin(), said.end(), [&](const Diagnostic& one) {
      return (one.code == "undated-records" || one.code == "not-recorded") &&
             one.begin == asked.compare->field.span.begin;
    });
  };
  std::vector<std::pair<const Has*, std::vector<const AskedTime*>>> of_rows;  // in the order of the text
  for (const AskedTime& asked : times) {
    // Behind `first` and `last` it is told that they are neither.
    if (!asked.conjunct || asked.is_number() || asked.has == nullptr || asked.has->order != grammar::Order::kAny ||
        asked.has->quantity || asked.has->dates) {
      continue;
    }
    if (of_rows.empty() || of_rows.back().first != asked.has) of_rows.push_back({asked.has, {}});
    of_rows.back().second.push_back(&asked);
  }
  Undated undated(criteria, found, reporter);
  for (const auto& [has, asked] : of_rows) {
    if (std::none_of(asked.begin(), asked.end(), [&](const AskedTime* one) { return is_said(*one); })) {
      undated.OnTimes(*has, asked);
    }
  }
}

void NoteOverlappingPeriods(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter) {
  std::vector<const grammar::Overlaps*> all_overlaps;
  for (const grammar::Expr* criterion : criteria) AddOverlaps(*criterion, &all_overlaps);
  if (all_overlaps.empty()) return;
  grammar::Rewriting instead;
  for (const grammar::Overlaps* overlaps : all_overlaps) {
    grammar::Overlaps possibly = *overlaps;
    possibly.certainty = grammar::Certainty::kPossibly;
    instead[overlaps] = grammar::MakeExpr({}, std::move(possibly));
  }
  const std::optional<int64_t> all = found->Count();
  const std::optional<int64_t> possibly = all ? found->CountWith(instead) : std::nullopt;
  constexpr int64_t kOneIn = 20;
  if (!possibly || !AreMany(*possibly - *all, *all, kOneIn)) return;
  const int64_t besides = *possibly - *all;
  std::vector<std::string> hints;
  const std::string other = reporter->Rewritten(std::move(instead));
  if (!other.empty()) hints.push_back(absl::StrCat("to find them as well, write ", other));
  reporter->Note(all_overlaps.front()->right.span, "possibly-met",
                 absl::StrCat(found->Besides(*all), besides, besides == 1 ? " possibly meets" : " possibly meet",
                              " this: a period of ", besides == 1 ? "this one" : "theirs",
                              " has no end on record, so that only its beginning overlaps for certain, or a time of it "
                              "is known within bounds only"),
                 std::move(hints));
}

}  // namespace muster::api
