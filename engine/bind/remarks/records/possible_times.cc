#include "engine/bind/remarks/records/possible_times.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/remarks/first_rows.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/time/moment.h"
#include "engine/model/time/time.h"
#include "grammar/rewrite.h"
#include "storage/codec/column.h"

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

// A time of rows, and the ages or dates between which it is asked to lie, both included.
struct AskedTime {
  Entity entity;
  FieldId field;
  const model::SymbolList* terms;  // null: of any rows
  bool is_date;
  Interval bounds;
  grammar::Order order = grammar::Order::kAny;  // which of these rows of an individual

  // Of times that certainly meet it; or possibly, and these among them.
  TimeEnds EndsOf(bool possibly) const {
    TimeEnds ends;
    (possibly ? ends.high : ends.low).low = bounds.low;
    (possibly ? ends.low : ends.high).high = bounds.high;
    return ends;
  }
  PeopleKey KeyOf(const char* name) const {
    PeopleKey key(name);
    key.Add({entity, terms}).Add(field).Add(is_date ? 1 : 0).Add(static_cast<uint64_t>(order));
    return key.Add(static_cast<uint64_t>(bounds.low)).Add(static_cast<uint64_t>(bounds.high));
  }
};

// Those of `rows` that are looked at.
absl::StatusOr<Bitmap> LookedAt(const Segment& segment, const AskedTime& asked, Bitmap rows) {
  const auto by = model::MomentOf(asked.entity);
  if (asked.order == grammar::Order::kAny || !by || rows.Empty()) return rows;
  const auto first = FirstRows(
      segment, {asked.entity, asked.terms, "", *by, asked.order == grammar::Order::kLast, Entity::kIndividual});
  if (!first.ok()) return first;
  return Bitmap::And(rows, *first);
}

absl::StatusOr<Bitmap> PeopleWhoMeet(const Segment& segment, const AskedTime& asked) {
  const auto times = SegmentTimes::Read(segment, {asked.entity, asked.terms, asked.field}, asked.is_date);
  if (!times.ok()) return times.status();
  const auto rows = LookedAt(segment, asked, times->Find(asked.EndsOf(/*possibly=*/false)));
  if (!rows.ok()) return rows;
  return IndividualsOf(segment, asked.entity, *rows);
}

// The people of segments who certainly meet it: going from rows to people takes most of the time, and both counts need
// them.
using PeopleOfSegments = std::map<const Segment*, Bitmap>;

// The people who possibly, but not certainly, satisfy it. Not counted if no time is a span that overlaps the range; if
// some are, the people who certainly satisfy it are added to `certainly`.
absl::StatusOr<Bitmap> PeopleWhoMayMeet(const Segment& segment, const AskedTime& asked, PeopleOfSegments* certainly) {
  const auto times = SegmentTimes::Read(segment, {asked.entity, asked.terms, asked.field}, asked.is_date);
  if (!times.ok()) return times.status();
  if (!times->HasSpans()) return Bitmap();
  const Bitmap all_certain = times->Find(asked.EndsOf(/*possibly=*/false));
  const auto spans =
      LookedAt(segment, asked, Bitmap::AndNot(times->Find(asked.EndsOf(/*possibly=*/true)), all_certain));
  if (!spans.ok() || spans->Empty()) return spans;
  const auto may = IndividualsOf(segment, asked.entity, *spans);
  if (!may.ok()) return may;
  const auto certain = LookedAt(segment, asked, all_certain);
  if (!certain.ok()) return certain;
  auto meet = IndividualsOf(segment, asked.entity, *certain);
  if (!meet.ok()) return meet;
  Bitmap others = Bitmap::AndNot(*may, *meet);
  certainly->emplace(&segment, *std::move(meet));
  return others;
}

// One of several comparisons of one time, all of which have to hold.
struct AskedBounds {
  FieldId field;
  bool is_date;
  Interval bounds;
};

class PossibleTimes {
 public:
  PossibleTimes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    if (has.with == nullptr) return;
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.quantity || has.dates || has.alias || has.polarity == grammar::Polarity::kExcluded ||
        CountsRows(*entity)) {
      return;
    }
    // What else is asked of the record would have to be looked at as well.
    std::vector<const Compare*> compares;
    for (const Leaf& leaf : LeavesOf({has.with.get()})) {
      const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
      if (compare == nullptr || !BoundsOf(*compare, *entity)) return;
      compares.push_back(compare);
    }
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    OnTime(compares, *entity, match->symbols.get(), NameWithTerms(has, *entity), has.order);
  }

  // Times of the person: each by itself.
  void OnPerson() {
    std::map<std::string, std::vector<const Compare*>> compared;  // by the name of the time
    for (const Leaf& leaf : criteria_.leaves()) {
      const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
      if (compare == nullptr || leaf.negated) continue;
      const auto field = FindField(Entity::kIndividual, compare->field.text);
      if (field && model::Info(*field).kind == model::Kind::kTime) compared[compare->field.text].push_back(compare);
    }
    for (const auto& [name, compares] : compared) {
      if (reporter_->ExplainsRemarks()) OnTime(compares, Entity::kIndividual, nullptr, "");
    }
  }

 private:
  void OnTime(const std::vector<const Compare*>& compares, Entity entity, const model::SymbolList* terms,
              const std::string& of, grammar::Order order = grammar::Order::kAny) {
    AskedTime asked{entity, 0, terms, false, {storage::kNull + 1, INT64_MAX}, order};
    for (const Compare* compare : compares) {
      const std::optional<AskedBounds> one = BoundsOf(*compare, entity);
      const bool first = compare == compares.front();
      if (!one || (!first && (one->field != asked.field || one->is_date != asked.is_date))) return;
      asked.field = one->field;
      asked.is_date = one->is_date;
      asked.bounds.low = std::max(asked.bounds.low, one->bounds.low);
      asked.bounds.high = std::min(asked.bounds.high, one->bounds.high);
    }
    if (asked.bounds.low > asked.bounds.high) return;
    if (!said_.emplace(of, asked.field, order).second) return;
    PeopleOfSegments certainly;
    const auto possible = Count(asked.KeyOf("possible times"),
                                [&](const Segment& segment) { return PeopleWhoMayMeet(segment, asked, &certainly); });
    if (!possible || possible->with == 0) return;
    const auto certain = Count(asked.KeyOf("certain times"), [&](const Segment& segment) -> absl::StatusOr<Bitmap> {
      const auto known = certainly.find(&segment);
      return known != certainly.end() ? known->second : PeopleWhoMeet(segment, asked);
    });
    constexpr uint64_t kFew = 20;  // more than 1 in 20 of those who are found
    if (!certain || possible->with * kFew <= certain->with) return;
    Say(compares, asked, *possible);
  }

  void Say(const std::vector<const Compare*>& compares, const AskedTime& asked, const AskedPeople& possible) {
    grammar::Rewriting rewriting;
    for (const Compare* compare : compares) {
      Compare possibly = *compare;
      possibly.certainty = grammar::Certainty::kPossibly;
      rewriting[compare] = grammar::MakeExpr({}, std::move(possibly));
    }
    std::vector<std::string> hints;
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (!other.empty()) hints.push_back(absl::StrCat("to find them as well, write ", other));
    const bool one = possible.with == 1;
    const std::string name(model::Info(asked.field).name);
    const std::string which = asked.order == grammar::Order::kLast ? "a last " : "a first ";
    reporter_->Note(compares.front()->field.span, "possibly-met",
                    absl::StrCat(OutOf(possible.with, possible), one ? " has " : " have ",
                                 asked.order == grammar::Order::kAny ? WithArticle(name) : which + name,
                                 " that is imprecise and may meet this, and ", one ? "is" : "are", " not found"),
                    std::move(hints));
  }

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

  // Nullopt where it is no comparison of a time of `entity` with ages or dates.
  std::optional<AskedBounds> BoundsOf(const Compare& compare, Entity entity) {
    if (compare.event || compare.as_of || compare.distance || compare.certainty != grammar::Certainty::kDefault ||
        compare.values.empty()) {
      return std::nullopt;
    }
    const auto field = FindField(entity, compare.field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime || model::Info(*field).entity != entity) {
      return std::nullopt;
    }
    const grammar::Literal& unit_of = compare.values.back();
    const std::string unit = compare.op == Op::kAged ? "years" : "";
    bool is_date = false;
    const auto last = ReadBound(unit_of, unit, &is_date);
    std::optional<Interval> first = last;
    if (compare.values.size() > 1) {
      bool begins_with_date = false;
      first = ReadBound(compare.values.front(), unit.empty() ? unit_of.unit : unit, &begins_with_date);
    }
    if (!first || !last) return std::nullopt;
    AskedBounds asked{*field, is_date, {storage::kNull + 1, INT64_MAX}};
    switch (compare.op) {
      case Op::kLess:
        asked.bounds.high = first->low - 1;
        break;
      case Op::kLessEqual:
        asked.bounds.high = first->high;
        break;
      case Op::kGreater:
        asked.bounds.low = first->high + 1;
        break;
      case Op::kGreaterEqual:
        asked.bounds.low = first->low;
        break;
      case Op::kBetween:
        asked.bounds = {first->low, last->high};
        break;
      case Op::kAged:  // who is 65 years and nine months old is 65
        asked.bounds = {first->low, last->high + model::kYear - 1};
        break;
      default:
        return std::nullopt;
    }
    return asked;
  }

  // `unit`: where the literal has none, as in between 40 and 60 years.
  std::optional<Interval> ReadBound(const grammar::Literal& literal, const std::string& unit, bool* is_date) {
    if (!IsTimeLiteral(literal) || literal.gestation) return std::nullopt;
    SilentReporter silent;
    ValueBinder values(view_, &silent);
    *is_date = unit.empty() && ValueBinder::IsDate(literal);
    if (*is_date) return values.Date(literal);
    std::optional<model::HalfHours> age;
    if (literal.kind == grammar::Literal::Kind::kNumber && literal.unit.empty()) {
      grammar::Literal with_unit = literal;
      with_unit.unit = unit;
      age = values.Duration(with_unit);
    } else {
      age = values.Duration(literal);
    }
    if (!age) return std::nullopt;
    return Interval{*age, *age};
  }

  std::optional<AskedPeople> Count(const PeopleKey& key, FindPeople people) {
    return CountAskedPeople(view_, reporter_, criteria_, key, people);
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<std::tuple<std::string, FieldId, grammar::Order>> said_;
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
  times.OnPerson();
}

}  // namespace muster::bind
