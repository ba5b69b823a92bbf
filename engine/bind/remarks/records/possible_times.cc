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
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
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

enum class Meets { kNo, kPossibly, kCertainly };

// A time of rows, and what it is compared with: an age or a date.
struct AskedTime {
  Entity entity;
  FieldId field;
  const model::SymbolList* terms;  // null: of any rows
  Op op;
  bool is_date;
  Interval first, last;  // of `between`; else the same

  Meets Of(const Interval& time) const {
    switch (op) {
      case Op::kLess:
        return Which(time.high < first.low, time.low < first.low);
      case Op::kLessEqual:
        return Which(time.high <= first.high, time.low <= first.high);
      case Op::kGreater:
        return Which(time.low > first.high, time.high > first.high);
      case Op::kGreaterEqual:
        return Which(time.low >= first.low, time.high >= first.low);
      default:
        return Which(time.low >= first.low && time.high <= last.high, time.high >= first.low && time.low <= last.high);
    }
  }
  PeopleKey KeyOf(Meets which) const {
    PeopleKey key(which == Meets::kPossibly ? "possible times" : "certain times");
    key.Add({entity, terms}).Add(field).Add(static_cast<uint64_t>(op)).Add(is_date ? 1 : 0);
    for (const Interval& of : {first, last}) {
      key.Add(static_cast<uint64_t>(of.low)).Add(static_cast<uint64_t>(of.high));
    }
    return key;
  }

 private:
  static Meets Which(bool certainly, bool possibly) {
    return certainly ? Meets::kCertainly : possibly ? Meets::kPossibly : Meets::kNo;
  }
};

// Who certainly meets it, or possibly and not certainly. Where no time is a span, nobody is looked for.
absl::StatusOr<storage::Bitmap> People(const Segment& segment, const AskedTime& asked, Meets which) {
  const auto number = static_cast<uint8_t>(asked.entity);
  const auto high = segment.FindColumn({number, asked.field, asked.is_date ? model::kDateHigh : model::kAgeHigh});
  if (!high.ok()) return high.status();
  if (*high == nullptr && which == Meets::kPossibly) return storage::Bitmap();
  const auto low = segment.FindColumn({number, asked.field, asked.is_date ? model::kDateLow : model::kAgeLow});
  if (!low.ok()) return low.status();
  if (*low == nullptr) return storage::Bitmap();
  const auto rows = LiveRowsOf(segment, asked.entity, asked.terms);
  if (!rows.ok()) return rows.status();
  std::vector<uint32_t> certain, possible;
  bool wanted = true;
  rows->ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled()) || (**low)[row] == storage::kNull) return;
    const Meets meets = asked.Of({(**low)[row], *high == nullptr ? (**low)[row] : (**high)[row]});
    if (meets == Meets::kCertainly) certain.push_back(row);
    if (meets == Meets::kPossibly) possible.push_back(row);
  });
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  const auto meet = IndividualsOf(segment, asked.entity, storage::Bitmap::FromSorted(certain));
  if (!meet.ok() || which == Meets::kCertainly) return meet;
  const auto may = IndividualsOf(segment, asked.entity, storage::Bitmap::FromSorted(possible));
  if (!may.ok()) return may;
  return storage::Bitmap::AndNot(*may, *meet);
}

class PossibleTimes {
 public:
  PossibleTimes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    const auto* compare = has.with == nullptr ? nullptr : std::get_if<Compare>(&has.with->node);
    const auto entity = FindEntity(has.entity.text);
    if (compare == nullptr || !entity || has.quantity || has.dates || has.alias || has.order != grammar::Order::kAny ||
        has.polarity == grammar::Polarity::kExcluded) {
      return;
    }
    if (CountsRows(*entity)) return;
    const std::optional<AskedTime> asked = TimeAskedBy(*compare, has, *entity);
    if (!asked || !said_.insert(absl::StrCat(NameWithTerms(has, *entity), " ", asked->field)).second) return;
    const auto possible = Count(*asked, Meets::kPossibly);
    if (!possible || possible->with == 0) return;
    const auto certain = Count(*asked, Meets::kCertainly);
    constexpr uint64_t kFew = 20;  // one in so many of those who are found
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

  std::optional<AskedPeople> Count(const AskedTime& asked, Meets which) {
    return CountAskedPeople(view_, reporter_, criteria_, asked.KeyOf(which),
                            [&](const Segment& segment) { return People(segment, asked, which); });
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
