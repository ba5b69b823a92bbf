#include "engine/bind/remarks/treatment_remarks.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/records/asked_date.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/time/moment.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/rewrite.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;
using model::Interval;
using Op = Compare::Op;
using Segment = storage::SegmentReader;

constexpr auto kNumber = static_cast<uint8_t>(Entity::kTreatment);

// What `compare` is about of a treatment: of the one with the name, or where that is null, of the one at hand.
std::optional<FieldId> FieldOf(const Compare& compare, const grammar::Name* name) {
  const bool of_row =
      name == nullptr ? !compare.event : compare.event && absl::EqualsIgnoreCase(compare.event->text, name->text);
  return of_row ? FindField(Entity::kTreatment, compare.field.text) : std::nullopt;
}

// The condition on the start, behind `with` or by the record's name, if there is none on the end; else null. That the
// end is missing, or later, may be one of several alternatives.
const Compare* AskedOfStart(const Has& has, const SideBySide& criteria) {
  const Compare* start = nullptr;
  bool of_end = false;
  const auto look = [&](const Leaf& leaf, const grammar::Name* name) {
    of_end = of_end || grammar::AnyCriterion(*leaf.criterion, grammar::Overloaded{[&](const Compare& compare) {
                                                                                    return FieldOf(compare, name) ==
                                                                                           model::field::kTreatmentEnd;
                                                                                  },
                                                                                  [](const auto&) { return false; }});
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->as_of || compare->values.empty()) return;
    if (FieldOf(*compare, name) == model::field::kTreatmentStart && !leaf.negated) start = compare;
  };
  if (has.alias) {
    for (const Leaf& leaf : criteria.leaves()) look(leaf, &*has.alias);
  }
  if (has.with != nullptr) {
    for (const Leaf& leaf : LeavesOf({has.with.get()})) look(leaf, nullptr);
  }
  return of_end ? nullptr : start;
}

// What another record's time is compared with, where that is the start of the treatment `name`, and nothing is said of
// its end: time at least 4 weeks after statin.start. Whatever is after it at any distance may be meant to be after it
// only, as a second biopsy. Null where there is none.
const Compare* AskedAfterStart(const grammar::Name& name, const SideBySide& criteria) {
  const Compare* after = nullptr;
  bool of_end = false;
  const auto look = [&](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr) return;
    if (compare->event && absl::EqualsIgnoreCase(compare->event->text, name.text)) {
      of_end = of_end || FindField(Entity::kTreatment, compare->field.text) == model::field::kTreatmentEnd;
      return;
    }
    for (const grammar::Literal& value : compare->values) {
      const bool of_it =
          value.kind == grammar::Literal::Kind::kMoment && absl::EqualsIgnoreCase(value.event, name.text);
      const auto field = of_it ? FindField(Entity::kTreatment, value.text) : std::nullopt;
      of_end = of_end || field == model::field::kTreatmentEnd;
      if (field == model::field::kTreatmentStart && compare->op == Op::kLongAfter && !leaf.negated) after = compare;
    }
  };
  for (const Leaf& leaf : criteria.leaves()) {
    look(leaf);
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has == nullptr || leaf.negated || has->with == nullptr || HoldsWithoutRows(*has)) continue;
    for (const Leaf& of_row : LeavesOf({has->with.get()})) look(of_row);
  }
  return of_end ? nullptr : after;
}

// A date, or the time of another record or of the person; not an age.
bool IsDay(const grammar::Literal& value) {
  return ValueBinder::IsDate(value) || value.kind == grammar::Literal::Kind::kMoment ||
         value.kind == grammar::Literal::Kind::kWord;
}

Compare Before(std::string field, const std::vector<grammar::Literal>& values) {
  Compare before;
  before.field.text = std::move(field);
  before.op = Op::kLess;
  before.values = values;
  return before;
}

// Before what `start` is asked not to lie in.
bool IsEarlier(const AskedDate& asked, const Interval& start) {
  if (start.empty()) return false;
  return asked.op == Op::kGreater ? start.high <= asked.date.high : start.high < asked.date.low;
}

bool HadEnded(const AskedDate& asked, const Interval& end) {
  if (end.empty()) return false;
  return asked.op == Op::kWithinBefore ? asked.Stands(model::TimeRelation::kLongBefore, end)
                                       : end.high < asked.date.low;
}

class TreatmentRemarks {
 public:
  TreatmentRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void On(const Has& has, bool none) {
    const Compare* start = AskedOfStart(has, criteria_);
    if (start == nullptr) {
      if (has.alias && !none) OnNamed(has);
      return;
    }
    const bool before = start->op == Op::kLess || start->op == Op::kLessEqual || start->op == Op::kLongBefore;
    const bool since = start->op == Op::kGreater || start->op == Op::kGreaterEqual || start->op == Op::kWithinBefore;
    if ((none ? !since : !before) || !IsDay(start->values.back())) return;
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    const model::SymbolList* terms = match->symbols.get();
    const std::optional<AskedDate> date = AskedDate::Of(view_, *start);
    PeopleKey key(absl::StrCat(none ? "may go on" : "ended", date ? " by date" : ""));
    key.Add({Entity::kTreatment, terms});
    if (date) date->AddTo(&key);
    const auto people = CountAskedPeople(view_, reporter_, criteria_, key, [&](const Segment& segment) {
      return date ? Concerned(segment, terms, *date, none) : Treated(segment, terms, !none);
    });
    if (!people || people->with == 0) return;
    const std::string treatment = absl::StrCat("treatment", terms == nullptr ? "" : " of ", match->label);
    if (none) {
      SayMayGoOn(has, *start, *people, treatment, date.has_value());
    } else {
      SayEnded(has, *start, *people, treatment, date.has_value());
    }
  }

 private:
  // Of a treatment with a name, after whose start something else is asked for.
  void OnNamed(const Has& has) {
    const bool of_end = AskedOfEnd(has);
    const Compare* after = of_end ? nullptr : AskedAfterStart(*has.alias, criteria_);
    const std::optional<TermMatch> match = after == nullptr ? std::nullopt : criteria_.MatchOrAny(has);
    if (!match) return;
    const model::SymbolList* terms = match->symbols.get();
    const auto people =
        CountAskedPeople(view_, reporter_, criteria_, PeopleKey("ended").Add({Entity::kTreatment, terms}),
                         [&](const Segment& segment) { return Treated(segment, terms, /*ended=*/true); });
    if (!people || people->with == 0) return;
    Compare ended;
    ended.event = after->event;
    ended.field = after->field;
    ended.op = Op::kGreater;
    grammar::Literal end;
    end.kind = grammar::Literal::Kind::kMoment;
    end.event = has.alias->text;
    end.text = "end";
    ended.values.push_back(std::move(end));
    grammar::And both;
    both.operands.push_back(grammar::MakeExpr({}, *after));
    both.operands.push_back(grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(ended))}));
    grammar::Rewriting rewriting;
    rewriting[after] = grammar::MakeExpr({}, std::move(both));
    Say(after->field.span, "ended-before",
        absl::StrCat(OutOf(people->with, *people), HasOrHave(people->with), "a treatment",
                     terms == nullptr ? "" : " of ", match->label,
                     " with an end, and who had stopped by then is found as well"),
        "of those that went on then, write ", std::move(rewriting));
  }

  // Whether something is asked of its end behind `with`.
  static bool AskedOfEnd(const Has& has) {
    if (has.with == nullptr) return false;
    const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
    return std::any_of(leaves.begin(), leaves.end(), [](const Leaf& leaf) {
      const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
      return compare != nullptr && !compare->event &&
             FindField(Entity::kTreatment, compare->field.text) == model::field::kTreatmentEnd;
    });
  }

  // Whom the criterion takes otherwise than a protocol may mean. Found, and all that were found of them had ended; or
  // (`none`) not left out, though one that began earlier had not ended.
  static absl::StatusOr<storage::Bitmap> Concerned(const Segment& segment, const model::SymbolList* terms,
                                                   const AskedDate& asked, bool none) {
    const auto rows = LiveRowsOf(segment, Entity::kTreatment, terms);
    if (!rows.ok()) return rows.status();
    DatesOfRows starts, ends;
    if (absl::Status status = starts.Read(segment, model::field::kTreatmentStart); !status.ok()) return status;
    if (absl::Status status = ends.Read(segment, model::field::kTreatmentEnd); !status.ok()) return status;
    std::vector<uint32_t> with, without;  // rows that are concerned, and rows that are not
    bool wanted = true;
    rows->ForEach([&](uint32_t row) {
      if (!wanted || !(wanted = ShouldContinueSampled())) return;
      const Interval start = starts(row);
      const bool met = asked.IsMetBy(start);
      const bool ended = (met || none) && HadEnded(asked, ends(row));
      if (none ? IsEarlier(asked, start) && !ended : met && ended) with.push_back(row);
      if (none ? met : met && !ended) without.push_back(row);
    });
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    const auto people = IndividualsOf(segment, Entity::kTreatment, storage::Bitmap::FromSorted(with));
    if (!people.ok() || people->Empty()) return people;
    const auto others = IndividualsOf(segment, Entity::kTreatment, storage::Bitmap::FromSorted(without));
    if (!others.ok()) return others;
    return storage::Bitmap::AndNot(*people, *others);
  }

  // Who has an observed treatment of `terms`, of any where it is null, with an end or without.
  static absl::StatusOr<storage::Bitmap> Treated(const Segment& segment, const model::SymbolList* terms, bool ended) {
    const auto rows = LiveRowsOf(segment, Entity::kTreatment, terms);
    if (!rows.ok()) return rows.status();
    const auto with_end = segment.Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), kNumber, model::field::kTreatmentEnd, model::kAnyValue},
        segment.rows(kNumber));
    if (!with_end.ok()) return with_end.status();
    return IndividualsOf(segment, Entity::kTreatment,
                         ended ? storage::Bitmap::And(*rows, **with_end) : storage::Bitmap::AndNot(*rows, **with_end));
  }

  void SayEnded(const Has& has, const Compare& start, const AskedPeople& people, const std::string& treatment,
                bool dated) {
    Compare end = Before("end", start.values);
    end.event = start.event;
    grammar::ExprPtr goes_on = grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(end))});
    grammar::Rewriting rewriting;
    if (start.event) {  // where it stands, the other names are known
      grammar::And both;
      both.operands.push_back(grammar::MakeExpr({}, start));
      both.operands.push_back(std::move(goes_on));
      rewriting[&start] = grammar::MakeExpr({}, std::move(both));
    } else {
      rewriting[&has] = grammar::WithCriterion(has, std::move(goes_on));
    }
    Say(start.field.span, "ended-before",
        dated ? absl::StrCat(OutOf(people.with, people), " had ended the ", treatment, " by then, and ",
                             IsOrAre(people.with), " found as well")
              : absl::StrCat(OutOf(people.with, people), HasOrHave(people.with), "a ", treatment,
                             " with an end, and who had stopped by then is found as well"),
        "of those that went on then, write ", std::move(rewriting));
  }

  void SayMayGoOn(const Has& has, const Compare& start, const AskedPeople& people, const std::string& treatment,
                  bool dated) {
    // Begun earlier, and not over by the time that the window begins.
    Compare over = Before("end", start.values);
    if (start.distance) {
      over.op = Op::kLongBefore;
      over.distance = start.distance;
    }
    Has earlier = grammar::Clone(has);
    grammar::And both;
    Compare begun = Before("start", start.values);
    if (start.op == Op::kGreater) begun.op = Op::kLessEqual;  // on the day itself, too
    both.operands.push_back(grammar::MakeExpr({}, std::move(begun)));
    both.operands.push_back(grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(over))}));
    earlier.with = grammar::MakeExpr({}, std::move(both));
    grammar::And all;
    all.operands.push_back(grammar::MakeExpr({}, grammar::Clone(has)));
    all.operands.push_back(grammar::MakeExpr({}, std::move(earlier)));
    grammar::Rewriting rewriting;
    if (HoldsWithoutRows(has)) rewriting[&has] = grammar::MakeExpr({}, std::move(all));
    Say(start.field.span, "may-go-on",
        dated ? absl::StrCat(OutOf(people.with, people), " began a ", treatment,
                             " earlier, with no end recorded before that, and ", IsOrAre(people.with),
                             " not left out by this")
              : absl::StrCat(OutOf(people.with, people), HasOrHave(people.with), "a ", treatment,
                             " without an end, and who began earlier and may go on is not left out by this"),
        "to leave them out as well, write ", std::move(rewriting));
  }

  void Say(grammar::Span span, const char* code, std::string message, std::string_view hint,
           grammar::Rewriting rewriting) {
    std::vector<std::string> hints;
    const std::string other = rewriting.empty() ? "" : reporter_->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat(std::string(hint), other));
    reporter_->Note(span, code, std::move(message), std::move(hints));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnTreatment(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const Has& has,
                       bool none) {
  TreatmentRemarks(view, reporter, criteria).On(has, none);
}

}  // namespace muster::bind
