#include "engine/bind/remarks/records/possible_times.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/time/time.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;
using model::Interval;
using Op = Compare::Op;
using Segment = storage::SegmentReader;
using storage::Bitmap;

// A comparison of a time of rows with an age or a date.
struct AskedTime {
  Entity entity;
  FieldId field;
  const model::SymbolList* terms;  // null: of any rows
  Op op;
  bool is_date;
  Interval first, last;  // of `between`; else the same

  // Of times that certainly meet it; or possibly, and these among them.
  TimeEnds EndsOf(bool possibly) const {
    TimeEnds ends;
    Interval& low = possibly ? ends.high : ends.low;
    Interval& high = possibly ? ends.low : ends.high;
    if (op == Op::kLess) {
      high.high = first.low - 1;
    } else if (op == Op::kLessEqual) {
      high.high = first.high;
    } else if (op == Op::kGreater) {
      low.low = first.high + 1;
    } else if (op == Op::kGreaterEqual) {
      low.low = first.low;
    } else {
      low.low = first.low;
      high.high = last.high;
    }
    return ends;
  }
  PeopleKey KeyOf(const char* name) const {
    PeopleKey key(name);
    key.Add({entity, terms}).Add(field).Add(static_cast<uint64_t>(op)).Add(is_date ? 1 : 0);
    for (const Interval& of : {first, last}) {
      key.Add(static_cast<uint64_t>(of.low)).Add(static_cast<uint64_t>(of.high));
    }
    return key;
  }
};

absl::StatusOr<Bitmap> PeopleWhoMeet(const Segment& segment, const AskedTime& asked) {
  const auto times = SegmentTimes::Read(segment, {asked.entity, asked.terms, asked.field}, asked.is_date);
  if (!times.ok()) return times.status();
  return IndividualsOf(segment, asked.entity, times->Find(asked.EndsOf(/*possibly=*/false)));
}

// The people who possibly, but not certainly, satisfy it. Not counted if no time is a span that overlaps the range.
absl::StatusOr<Bitmap> PeopleWhoMayMeet(const Segment& segment, const AskedTime& asked) {
  const auto times = SegmentTimes::Read(segment, {asked.entity, asked.terms, asked.field}, asked.is_date);
  if (!times.ok()) return times.status();
  if (!times->HasSpans()) return Bitmap();
  const Bitmap certain = times->Find(asked.EndsOf(/*possibly=*/false));
  const Bitmap spans = Bitmap::AndNot(times->Find(asked.EndsOf(/*possibly=*/true)), certain);
  if (spans.Empty()) return Bitmap();
  const auto may = IndividualsOf(segment, asked.entity, spans);
  if (!may.ok()) return may;
  const auto meet = IndividualsOf(segment, asked.entity, certain);
  if (!meet.ok()) return meet;
  return Bitmap::AndNot(*may, *meet);
}

class PossibleTimes {
 public:
  PossibleTimes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto* compare = has.with == nullptr ? nullptr : std::get_if<Compare>(&has.with->node);
    if (compare == nullptr || has.quantity || has.dates || has.alias || has.order != grammar::Order::kAny ||
        has.polarity == grammar::Polarity::kExcluded) {
      return;
    }
    const auto entity = FindEntity(has.entity.text);
    if (!entity || CountsRows(*entity)) return;
    const std::optional<AskedTime> asked = TimeAskedBy(*compare, has, *entity);
    if (!asked || !said_.insert(absl::StrCat(NameWithTerms(has, *entity), " ", asked->field)).second) return;
    const auto possible = Count(*asked, "possible times", PeopleWhoMayMeet);
    if (!possible || possible->with == 0) return;
    const auto certain = Count(*asked, "certain times", PeopleWhoMeet);
    constexpr uint64_t kFew = 20;  // more than 1 in 20 of those who are found
    if (!certain || possible->with * kFew <= certain->with) return;
    Compare possibly = *compare;
    possibly.certainty = grammar::Certainty::kPossibly;
    std::vector<std::string> hints;
    const std::string other = reporter_->RewrittenWith(compare, std::move(possibly));
    if (!other.empty()) hints.push_back(absl::StrCat("to find them as well, write ", other));
    const bool one = possible->with == 1;
    reporter_->Note(compare->field.span, "possibly-met",
                    absl::StrCat(OutOf(possible->with, *possible), one ? " has " : " have ",
                                 WithArticle(std::string(model::Info(asked->field).name)),
                                 " that is a span, of which a part meets this, and ", one ? "is" : "are", " not found"),
                    std::move(hints));
  }

 private:
  // Whether two of the rows are asked for, as `another` does: which of them may meet it is not this note's to say.
  bool CountsRows(Entity entity) const {
    for (const Leaf& leaf : criteria_.leaves()) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      if (has != nullptr && has->quantity && has->quantity->count > 1 && FindEntity(has->entity.text) == entity) {
        return true;
      }
    }
    return false;
  }

  std::optional<AskedTime> TimeAskedBy(const Compare& compare, const Has& has, Entity entity) {
    const bool is_bound = compare.op == Op::kLess || compare.op == Op::kLessEqual || compare.op == Op::kGreater ||
                          compare.op == Op::kGreaterEqual;
    if ((!is_bound && compare.op != Op::kBetween) || compare.event || compare.as_of || compare.distance ||
        compare.certainty != grammar::Certainty::kDefault || compare.values.empty()) {
      return std::nullopt;
    }
    const auto field = FindField(entity, compare.field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime || model::Info(*field).entity != entity) {
      return std::nullopt;
    }
    const std::optional<TermMatch> match = has.terms.empty() ? std::nullopt : criteria_.Match(has);
    if (!has.terms.empty() && !match) return std::nullopt;
    AskedTime asked{entity, *field, match ? match->symbols.get() : nullptr, compare.op, false, {}, {}};
    const auto first = ReadBound(compare.values.front(), &asked.is_date);
    const auto last = ReadBound(compare.values.back(), &asked.is_date);
    if (!first || !last) return std::nullopt;
    asked.first = *first;
    asked.last = *last;
    return asked;
  }

  std::optional<Interval> ReadBound(const grammar::Literal& literal, bool* is_date) {
    if (!IsTimeLiteral(literal) || literal.gestation) return std::nullopt;
    std::vector<Diagnostic> said_before;
    Reporter silent(&said_before);
    ValueBinder values(view_, &silent);
    *is_date = ValueBinder::IsDate(literal);
    if (*is_date) return values.Date(literal);
    const auto age = values.Duration(literal);
    if (!age) return std::nullopt;
    return Interval{*age, *age};
  }

  std::optional<AskedPeople> Count(const AskedTime& asked, const char* name,
                                   absl::StatusOr<Bitmap> (*people)(const Segment&, const AskedTime&)) {
    return CountAskedPeople(view_, reporter_, criteria_, asked.KeyOf(name),
                            [&](const Segment& segment) { return people(segment, asked); });
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<std::string> said_;
};

}  // namespace

void RemarkOnPossibleTimes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  PossibleTimes times(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) times.OnHas(*has);
  }
}

}  // namespace muster::bind
