#include "engine/bind/remarks/records/open_treatments.h"

#include <algorithm>
#include <cstdint>
#include <optional>
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
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;
using Op = Compare::Op;
using Segment = storage::SegmentReader;

constexpr auto kNumber = static_cast<uint8_t>(Entity::kTreatment);

// What is asked of a treatment's start and end.
struct AskedOfTreatment {
  const Compare* end = nullptr;    // holds where there is no end
  const Compare* start = nullptr;  // has to hold
};

// Whether the comparison of an end holds where there is none.
bool HoldsWithoutEnd(const Compare& compare, bool negated) {
  if (compare.op == Op::kIsMissing) return !negated;
  if (compare.op == Op::kIsRecorded) return negated;
  const bool before = compare.op == Op::kLess || compare.op == Op::kLessEqual || compare.op == Op::kLongBefore;
  return negated && before && !compare.values.empty() && ValueBinder::IsDate(compare.values.back());
}

class Asked {
 public:
  Asked(const Has& has, const SideBySide& criteria) {
    if (has.alias) Look(criteria.leaves(), &*has.alias);
    if (has.with != nullptr) Look(LeavesOf({has.with.get()}), nullptr);
  }
  // Nullopt where nothing is asked of the end that holds without one, or something that does not.
  std::optional<AskedOfTreatment> Get() const {
    return asked_.end == nullptr || needs_end_ ? std::nullopt : std::optional(asked_);
  }

 private:
  std::optional<FieldId> FieldOf(const Compare& compare, const grammar::Name* name) const {
    const bool of_row =
        name == nullptr ? !compare.event : compare.event && absl::EqualsIgnoreCase(compare.event->text, name->text);
    return of_row && !compare.as_of ? FindField(Entity::kTreatment, compare.field.text) : std::nullopt;
  }

  void Look(const std::vector<Leaf>& leaves, const grammar::Name* name) {
    for (const auto& [criterion, negated] : leaves) {
      if (const auto* either = std::get_if<grammar::Or>(&criterion->node); either != nullptr && !negated) {
        OnEither(*either, name);
        continue;
      }
      const auto* compare = std::get_if<Compare>(&criterion->node);
      const auto field = compare == nullptr ? std::nullopt : FieldOf(*compare, name);
      if (field == model::field::kTreatmentEnd) OnEnd(*compare, negated);
      if (field == model::field::kTreatmentStart && !negated) asked_.start = compare;
    }
  }

  void OnEnd(const Compare& compare, bool negated) {
    if (HoldsWithoutEnd(compare, negated)) {
      asked_.end = &compare;
    } else {
      needs_end_ = true;
    }
  }

  // end > 2026-12-01 or end is missing
  void OnEither(const grammar::Or& either, const grammar::Name* name) {
    const Compare* end = nullptr;
    for (const grammar::ExprPtr& option : either.operands) {
      const auto* compare = std::get_if<Compare>(&option->node);
      if (compare == nullptr || FieldOf(*compare, name) != model::field::kTreatmentEnd) return;
      if (compare->op == Op::kIsMissing) {
        if (end == nullptr) end = compare;
      } else if (!compare->values.empty() && ValueBinder::IsDate(compare->values.back())) {
        end = compare;
      } else {
        return;  // a time that differs by person
      }
    }
    if (std::any_of(either.operands.begin(), either.operands.end(), [](const grammar::ExprPtr& option) {
          return std::get<Compare>(option->node).op == Op::kIsMissing;
        })) {
      asked_.end = end;
    }
  }

  AskedOfTreatment asked_;
  bool needs_end_ = false;
};

// Since when the deceased of a segment are not known to have lived: their deaths, else their last contacts.
class Deaths {
 public:
  absl::Status Read(const Segment& segment) {
    for (Time* time : {&death_, &contact_}) {
      if (absl::Status status = time->dates.Read(segment, time->field); !status.ok()) return status;
      auto ages = segment.FindColumn({static_cast<uint8_t>(Entity::kIndividual), time->field, model::kAgeLow});
      if (!ages.ok()) return ages.status();
      time->ages = *std::move(ages);
    }
    return births_.Read(segment, model::field::kBirth);
  }
  // Whether it is known that somebody was alive at `date`.
  bool WasLater(uint32_t person, const model::Interval& date) const {
    return IsLater(death_, person, date) || IsLater(contact_, person, date);
  }

 private:
  struct Time {
    FieldId field;
    DatesOfRows dates = {};
    storage::ColumnPtr ages = nullptr;
  };
  bool IsLater(const Time& time, uint32_t person, const model::Interval& date) const {
    if (const model::Interval at = time.dates(person); !at.empty()) return at.low >= date.low;
    const model::Interval birth = births_(person);
    if (birth.empty() || time.ages == nullptr || (*time.ages)[person] == storage::kNull) return false;
    return birth.low + (*time.ages)[person] >= date.low;
  }

  Time death_{model::field::kDeath}, contact_{model::field::kLastContact};
  DatesOfRows births_;
};

struct Wanted {
  const model::SymbolList* terms;  // null: any
  std::optional<AskedDate> start, end;
  model::Symbol deceased;
};

// The deceased with a treatment of these that has no end, and a start as it is asked for.
absl::StatusOr<storage::Bitmap> Concerned(const Segment& segment, const Wanted& wanted) {
  const auto rows = LiveRowsOf(segment, Entity::kTreatment, wanted.terms);
  if (!rows.ok()) return rows.status();
  const auto with_end = segment.Posting(
      {static_cast<uint8_t>(model::PostingKind::kRows), kNumber, model::field::kTreatmentEnd, model::kAnyValue},
      segment.rows(kNumber));
  if (!with_end.ok()) return with_end.status();
  storage::Bitmap open = storage::Bitmap::AndNot(*rows, **with_end);
  if (wanted.start && !open.Empty()) {
    DatesOfRows starts;
    if (absl::Status status = starts.Read(segment, model::field::kTreatmentStart); !status.ok()) return status;
    std::vector<uint32_t> begun;
    open.ForEach([&](uint32_t row) {
      if (wanted.start->IsMetBy(starts(row))) begun.push_back(row);
    });
    open = storage::Bitmap::FromSorted(begun);
  }
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  const auto people = IndividualsOf(segment, Entity::kTreatment, open);
  if (!people.ok() || people->Empty()) return people;
  const auto deceased =
      segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual),
                       model::field::kVitalStatus, wanted.deceased},
                      segment.rows(0));
  if (!deceased.ok()) return deceased.status();
  storage::Bitmap dead = storage::Bitmap::And(*people, **deceased);
  if (!wanted.end || dead.Empty()) return dead;
  Deaths deaths;
  if (absl::Status status = deaths.Read(segment); !status.ok()) return status;
  std::vector<uint32_t> by_then;
  dead.ForEach([&](uint32_t person) {
    if (!deaths.WasLater(person, wanted.end->date)) by_then.push_back(person);
  });
  return storage::Bitmap::FromSorted(by_then);
}

}  // namespace

bool AsksOfDeath(const SideBySide& criteria) {
  return std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event || compare->as_of) return false;
    const auto field = FindField(Entity::kIndividual, compare->field.text);
    return field == model::field::kVitalStatus || field == model::field::kDeath ||
           field == model::field::kCauseOfDeath || field == model::field::kSurvival;
  });
}

void RemarkOnOpenTreatments(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const Has& has) {
  const std::optional<AskedOfTreatment> asked = Asked(has, criteria).Get();
  const auto deceased = view.dictionary().Find("deceased");
  if (!asked || !deceased || AsksOfDeath(criteria)) return;
  const std::optional<TermMatch> match = criteria.MatchOrAny(has);
  if (!match) return;
  Wanted wanted{match->symbols.get(), std::nullopt, AskedDate::Of(view, *asked->end), *deceased};
  // Of other comparisons of the start, and of those with times of the person, it is not looked at.
  const bool by_start = asked->start != nullptr && asked->start->certainty == grammar::Certainty::kDefault;
  const Op op = by_start ? asked->start->op : Op::kIs;
  if (op == Op::kLess || op == Op::kLessEqual || op == Op::kGreater || op == Op::kGreaterEqual ||
      op == Op::kLongBefore || op == Op::kWithinBefore) {
    wanted.start = AskedDate::Of(view, *asked->start);
  }
  PeopleKey key("treated and deceased");
  key.Add({Entity::kTreatment, wanted.terms});
  for (const std::optional<AskedDate>& date : {wanted.start, wanted.end}) {
    key.Add(date.has_value() ? 1 : 0);
    if (date) date->AddTo(&key);
  }
  const auto people = CountAskedPeople(view, reporter, criteria, key,
                                       [&](const Segment& segment) { return Concerned(segment, wanted); });
  if (!people || people->with == 0) return;
  const bool one = people->with == 1;
  reporter->Note(
      asked->end->field.span, "treatment-after-death",
      absl::StrCat(OutOf(people->with, *people), one ? " is" : " are", " recorded as deceased, with a treatment",
                   wanted.terms == nullptr ? "" : " of ", match->label, " that has no end: for this it goes on after ",
                   one ? "the death" : "their deaths"),
      {"to leave out who has died, write and not vital status is deceased"});
}

}  // namespace muster::bind
