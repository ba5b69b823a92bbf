// NaiveEvaluator, what comparisons mean: of a row, of a person, with times and numbers of other rows, and of periods.
#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/model/units/units.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Compare;
using grammar::Literal;
using model::Entity;

namespace {

bool IsTime(const Literal& literal) {
  return literal.kind == Literal::Kind::kNumber || literal.kind == Literal::Kind::kCompound ||
         literal.kind == Literal::Kind::kDuration || literal.kind == Literal::Kind::kDate;
}

bool IsMoment(const Literal& literal) {
  return literal.kind == Literal::Kind::kMoment || literal.kind == Literal::Kind::kWord;
}

}  // namespace

// Of a death of whom is recorded as alive nothing is missing.
bool NaiveEvaluator::IsOfNoDeath(model::FieldId field, const model::Row& person) const {
  if (field != model::field::kDeath && field != model::field::kCauseOfDeath) return false;
  const model::Value* status = person.Find(model::field::kVitalStatus);
  return status != nullptr && dictionary().Text(std::get<model::Symbol>(*status)) == "alive" &&
         person.Find(field) == nullptr;
}

Bounds NaiveEvaluator::TimeOf(model::FieldId field, RowRef ref) const {
  const model::Value* value = RowAt(Above(model::Info(field).entity, ref)).Find(field);
  if (value == nullptr) return {};
  const auto& time = std::get<model::TimeValue>(*value);
  return {time.age, time.date};
}

// Of a person, any record meets it; but `is not` and `is missing` are denied by any record that says otherwise.
NaiveEvaluator::Result NaiveEvaluator::Holds(const Compare& compare, Entity space, RowRef ref,
                                             const Place& place) const {
  const auto field = compare.as_of ? model::field::kBirth : ResolveField(space, compare.field.text);
  // A time of the person beside one of a row is of the record that has the row.
  const bool of_row = space != Entity::kIndividual &&
                      (compare.distance || std::any_of(compare.values.begin(), compare.values.end(), IsMoment)) &&
                      field && model::Info(*field).kind == model::Kind::kTime && !compare.as_of;
  if (!place.persons || of_row || compare.event || !field || model::Info(*field).entity != Entity::kIndividual) {
    return HoldsOfRow(compare, space, ref, place);
  }
  grammar::Expr expr;
  expr.node = compare;
  if (IsAboutNamed(&expr, place)) return HoldsOfRow(compare, space, ref, place);
  const auto any = [&](Compare::Op op) {
    Compare other = compare;
    other.op = op;
    return OfAnyRecord(ref, place,
                       [&](RowRef record) { return HoldsOfRow(other, Entity::kIndividual, record, place); });
  };
  if (compare.op == Compare::Op::kIsMissing) {
    const Result recorded = any(Compare::Op::kIsRecorded);
    return recorded.ok() ? Result(!*recorded) : recorded;
  }
  const model::Kind kind = model::Info(*field).kind;
  const bool negated = compare.op == Compare::Op::kIsNot || compare.op == Compare::Op::kNotIn;
  if (!negated || (kind != model::Kind::kCode && kind != model::Kind::kKeyword)) return any(compare.op);
  const Result recorded = any(Compare::Op::kIsRecorded);
  const Result is = any(compare.op == Compare::Op::kIsNot ? Compare::Op::kIs : Compare::Op::kIn);
  if (!recorded.ok() || !is.ok()) return recorded.ok() ? is : recorded;
  return *recorded && !*is;
}

NaiveEvaluator::Result NaiveEvaluator::HoldsOfRow(const Compare& compare, Entity space, RowRef ref,
                                                  const Place& place) const {
  if (compare.event) {
    const std::optional<RowRef> row = place.Find(compare.event->text);
    if (!row) return Meaningless("nothing has the name");
    ref = *row;
    space = RowAt(ref).entity;
  }
  std::optional<model::FieldId> field = model::field::kBirth;
  if (!compare.as_of) field = ResolveField(space, compare.field.text);
  if (!field) return Meaningless("unknown field");
  const bool time_field = model::Info(*field).kind == model::Kind::kTime;
  if (time_field && (compare.distance || std::any_of(compare.values.begin(), compare.values.end(), IsMoment))) {
    return HoldsOfMoments(compare, *field, space, ref, place);
  }
  if (compare.distance) return Meaningless("a distance of what is no time");
  const auto names_number = [&](const Literal& literal) {
    if (literal.kind == Literal::Kind::kMoment) return true;
    if (literal.kind != Literal::Kind::kWord) return false;
    const auto other = ResolveField(space, literal.text);
    return other.has_value() && model::Info(*other).kind == model::Kind::kNumber;
  };
  if (model::Info(*field).kind == model::Kind::kNumber &&
      std::any_of(compare.values.begin(), compare.values.end(), names_number)) {
    return HoldsOfNumbers(compare, *field, space, ref, place);
  }
  const model::Row& row = RowAt(Above(model::Info(*field).entity, ref));
  const auto plain = [&](const Compare& written) {
    return written.as_of ? comparer_.AgeHolds(written, row) : comparer_.Holds(written, *field, row);
  };
  if (place.reading == Reading::kAsWritten || compare.certainty != grammar::Certainty::kDefault ||
      compare.op == Compare::Op::kIsMissing || compare.op == Compare::Op::kIsRecorded) {
    return plain(compare);
  }
  Compare written = compare;
  bool known = comparer_.Recorded(*field, row);
  if (model::Info(*field).kind == model::Kind::kNumber) {
    written.certainty = place.wide() ? grammar::Certainty::kPossibly : grammar::Certainty::kCertainly;
  }
  if (time_field && IsTime(compare.values[0])) {
    written.certainty = place.wide() ? grammar::Certainty::kPossibly : grammar::Certainty::kCertainly;
    const Literal& last = compare.values.back();
    const bool date = compare.as_of || last.kind == Literal::Kind::kDate ||
                      (compare.op != Compare::Op::kAged && last.kind == Literal::Kind::kNumber && last.unit.empty());
    const Bounds time = TimeOf(*field, ref);
    known = !(date ? time.date : time.age).empty();
  }
  const Result holds = plain(written);
  if (!holds.ok()) return holds;
  return *holds || (place.admits_missing() && !known && !IsOfNoDeath(*field, row));
}

absl::StatusOr<Bounds> NaiveEvaluator::MomentAt(const Literal& literal, Entity space, RowRef ref,
                                                const Place& place) const {
  if (IsTime(literal)) {
    Compare compare;
    compare.values = {literal};
    const absl::StatusOr<WrittenTime> written = ReadTime(compare);
    if (!written.ok()) return written.status();
    return written->is_date ? Bounds{{}, written->bounds} : Bounds{written->bounds, {}};
  }
  if (!IsMoment(literal)) return Meaningless("no moment");
  std::optional<RowRef> named;
  if (!literal.event.empty()) {
    named = place.Find(literal.event);
    if (!named) return Meaningless("nothing has the name");
  } else if (literal.kind == Literal::Kind::kWord && (named = place.Find(literal.text))) {
    const auto moment = MomentOf(RowAt(*named).entity);
    if (!moment) return Meaningless("it has no time");
    return TimeOf(*moment, *named);
  }
  const RowRef of = named.value_or(ref);
  const auto field = ResolveField(named ? RowAt(of).entity : space, literal.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return Meaningless("no time has the name");
  return InstantOf(*field, of);
}

Bounds NaiveEvaluator::InstantOf(model::FieldId field, RowRef ref) const {
  Bounds time = TimeOf(field, ref);
  if (field == model::field::kBirth) time.age = {0, 0};  // at birth everybody is of age 0
  return time;
}

NaiveEvaluator::Result NaiveEvaluator::HoldsOfMoments(const Compare& compare, model::FieldId field, Entity space,
                                                      RowRef ref, const Place& place) const {
  Length length;
  if (compare.distance) {
    const absl::StatusOr<Length> read = ReadLength(*compare.distance);
    if (!read.ok()) return read.status();
    length = *read;
  }
  const bool possibly = compare.certainty == grammar::Certainty::kDefault
                            ? place.wide()
                            : compare.certainty == grammar::Certainty::kPossibly;
  const bool admits_missing = compare.certainty == grammar::Certainty::kDefault && place.admits_missing();
  const Bounds own = InstantOf(field, ref);
  std::vector<Compare::Op> ops = {compare.op};
  if (compare.op == Compare::Op::kBetween) ops = {Compare::Op::kGreaterEqual, Compare::Op::kLessEqual};
  if (compare.op == Compare::Op::kIsNot || compare.op == Compare::Op::kIn || compare.op == Compare::Op::kNotIn) {
    return Meaningless("operator on moments");
  }
  const auto is_of_none = [&](model::FieldId id, RowRef of) {
    return IsOfNoDeath(id, RowAt(Above(model::Info(id).entity, of)));
  };
  bool all = true;
  for (size_t i = 0; i < ops.size(); ++i) {
    const Literal& literal = compare.values[i];
    bool alive = is_of_none(field, ref);
    if (IsMoment(literal) && literal.event.empty() && !place.Find(literal.text)) {
      const auto beside = ResolveField(space, literal.text);
      alive = alive || (beside && is_of_none(*beside, ref));
    }
    const absl::StatusOr<Bounds> other = MomentAt(compare.values[i], space, ref, place);
    if (!other.ok()) return other.status();
    const bool missing = !Comparable(own, *other);
    all = all && (missing ? admits_missing && !alive : Related(ops[i], own, *other, length, possibly));
  }
  return all;
}

NaiveEvaluator::Result NaiveEvaluator::HoldsOfNumbers(const Compare& compare, model::FieldId field, Entity space,
                                                      RowRef ref, const Place& place) const {
  if (compare.values.size() != 1) return Meaningless("several numbers of records");
  const Literal& literal = compare.values[0];
  RowRef of = ref;
  if (!literal.event.empty()) {
    const std::optional<RowRef> named = place.Find(literal.event);
    if (!named) return Meaningless("nothing has the name");
    of = *named;
  }
  const auto other = ResolveField(literal.event.empty() ? space : RowAt(of).entity, literal.text);
  if (!other || model::Info(*other).kind != model::Kind::kNumber) return Meaningless("no number has the name");
  struct Measured {
    std::optional<model::NumberBounds> number;
    std::optional<std::string> unit;
  };
  const auto measured = [&](model::FieldId id, RowRef where) {
    const model::Row& row = RowAt(Above(model::Info(id).entity, where));
    Measured result;
    if (const model::Value* value = row.Find(id)) {
      const auto* exact = std::get_if<double>(value);
      result.number = exact == nullptr ? std::get<model::NumberBounds>(*value) : model::NumberBounds{*exact, *exact};
    }
    if (const auto unit = CompanionUnit(id); unit && row.Find(*unit) != nullptr) {
      result.unit = dictionary().Text(std::get<model::Symbol>(*row.Find(*unit)));
    }
    return result;
  };
  const Measured a = measured(field, ref);
  const Measured b = measured(*other, of);
  const bool by_place = compare.certainty == grammar::Certainty::kDefault;
  const bool possibly = by_place ? place.wide() : compare.certainty == grammar::Certainty::kPossibly;
  const bool not_known = by_place && place.admits_missing();
  if (!a.number || !b.number) return not_known;
  const auto converted = [&](double number) -> std::optional<double> {
    number = model::ShortDecimal(static_cast<long double>(number) * static_cast<long double>(literal.factor));
    if (a.unit == b.unit || !std::isfinite(number)) return number;
    const auto from = model::ParseUnit(b.unit.value_or("1"));
    const auto to = model::ParseUnit(a.unit.value_or("1"));
    if (!from.ok() || !to.ok() || !model::Convertible(*from, *to)) return std::nullopt;
    if ((!a.unit || !b.unit) && !(*from == *to)) return std::nullopt;
    return *model::Convert(number, *from, *to);
  };
  const std::optional<double> low = converted(b.number->low);
  const std::optional<double> high = converted(b.number->high);
  if (!low || !high) return not_known;
  // Every pair of ends, as the order of numbers is total.
  int holding = 0;
  for (const double own : {a.number->low, a.number->high}) {
    for (const double theirs : {*low, *high}) {
      switch (compare.op) {
        case Compare::Op::kLess:
          holding += own < theirs;
          break;
        case Compare::Op::kLessEqual:
          holding += own <= theirs;
          break;
        case Compare::Op::kGreater:
          holding += own > theirs;
          break;
        case Compare::Op::kGreaterEqual:
          holding += own >= theirs;
          break;
        default:
          return Meaningless("operator on numbers of records");
      }
    }
  }
  return possibly ? holding > 0 : holding == 4;
}

NaiveEvaluator::Result NaiveEvaluator::Holds(const grammar::Overlaps& overlaps, RowRef ref, const Place& place) const {
  const std::optional<RowRef> left = overlaps.left ? place.Find(overlaps.left->text) : ref;
  const std::optional<RowRef> right = place.Find(overlaps.right.text);
  if (!left || !right) return Meaningless("nothing has the name");
  std::vector<Span> spans;
  for (const RowRef row : {*left, *right}) {
    const auto end = EndOf(RowAt(row).entity);
    if (!end) return Meaningless("it has no period");
    spans.push_back({TimeOf(*MomentOf(RowAt(row).entity), row), TimeOf(*end, row)});
  }
  const bool by_place = overlaps.certainty == grammar::Certainty::kDefault;
  return Overlapping(spans[0], spans[1], by_place ? place.wide() : overlaps.certainty == grammar::Certainty::kPossibly,
                     by_place && place.admits_missing());
}

}  // namespace muster::property
