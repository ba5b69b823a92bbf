#include "tests/property/naive/naive_evaluator.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"
#include "grammar/parse.h"
#include "tests/property/naive/naive_names.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;

namespace {

absl::Status Meaningless(const char* what) { return absl::InvalidArgumentError(what); }

// Rows are meant as observed unless the query says excluded; rows of entities that are not polar never are.
bool Admits(grammar::Polarity polarity, const model::Row& row) {
  return (polarity == grammar::Polarity::kExcluded) == row.excluded;
}

// Whether one of the criteria names a row of the entity.
bool NamesA(const grammar::Expr& expr, std::optional<Entity> entity) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const grammar::ExprPtr& operand) { return NamesA(*operand, entity); });
  };
  if (const auto* has = std::get_if<Has>(&expr.node)) {
    if (has->alias && EntityNamed(has->entity.text) == entity) return true;
    return has->with != nullptr && NamesA(*has->with, entity);
  }
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) return all(conjunction->operands);
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) return all(disjunction->operands);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) return all(some->operands);
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) return NamesA(*negation->operand, entity);
  return false;
}

bool IsTime(const Literal& literal) {
  return literal.kind == Literal::Kind::kNumber || literal.kind == Literal::Kind::kCompound ||
         literal.kind == Literal::Kind::kDuration || literal.kind == Literal::Kind::kDate;
}

bool IsMoment(const Literal& literal) {
  return literal.kind == Literal::Kind::kMoment || literal.kind == Literal::Kind::kWord;
}

}  // namespace

void Flatten(const grammar::Expr& expr, std::vector<const grammar::Expr*>* criteria) {
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) {
    for (const grammar::ExprPtr& operand : conjunction->operands) Flatten(*operand, criteria);
  } else {
    criteria->push_back(&expr);
  }
}

NaiveEvaluator::Place NaiveEvaluator::Place::Turned() const {
  Place turned = *this;
  turned.negative = !negative;
  return turned;
}

NaiveEvaluator::Place NaiveEvaluator::Place::With(const grammar::Name& name, RowRef row) const {
  Place with = *this;
  with.named.emplace_back(model::ToLower(name.text), row);
  return with;
}

std::optional<RowRef> NaiveEvaluator::Place::Find(const std::string& name) const {
  for (const auto& [known, row] : named) {
    if (known == model::ToLower(name)) return row;
  }
  return std::nullopt;
}

bool NaiveEvaluator::Place::admits_missing() const {
  switch (reading) {
    case Reading::kAsWritten:
      return false;
    case Reading::kOpen:
      return !negative;
    default:
      return negative;
  }
}

RowRef NaiveEvaluator::Above(Entity entity, RowRef ref) const {
  while (RowAt(ref).entity != entity) ref.row = RowAt(ref).parent;
  return ref;
}

std::vector<RowRef> NaiveEvaluator::Below(Entity entity, RowRef ref) const {
  std::vector<RowRef> below;
  const Entity own = RowAt(ref).entity;
  for (uint32_t row = 0; row < world_.records[ref.record].rows.size(); ++row) {
    const RowRef other{ref.record, row};
    if (RowAt(other).entity == entity && Above(own, other) == ref) below.push_back(other);
  }
  return below;
}

absl::StatusOr<int> NaiveEvaluator::HowMany(const std::vector<grammar::ExprPtr>& operands, Entity space, RowRef ref,
                                            const Place& place) const {
  int holding = 0;
  for (const grammar::ExprPtr& operand : operands) {
    const Result holds = Holds(*operand, space, ref, place);
    if (!holds.ok()) return holds.status();
    if (*holds) ++holding;
  }
  return holding;
}

std::vector<RowRef> NaiveEvaluator::RecordsOf(RowRef ref, const Place& place) const {
  const RowRef own = Above(Entity::kIndividual, ref);
  const model::Value* person = RowAt(own).Find(model::field::kPerson);
  if (!place.persons || person == nullptr) return {own};
  std::vector<RowRef> records;
  for (size_t record = 0; record < world_.records.size(); ++record) {
    const model::Value* other = RowAt({record, 0}).Find(model::field::kPerson);
    if (other != nullptr && *other == *person) records.push_back({record, 0});
  }
  return records;
}

template <typename F>
NaiveEvaluator::Result NaiveEvaluator::OfAnyRecord(RowRef ref, const Place& place, F&& f) const {
  for (const RowRef record : RecordsOf(ref, place)) {
    const Result holds = f(record);
    if (!holds.ok() || *holds) return holds;
  }
  return false;
}

bool NaiveEvaluator::IsAboutNamed(const grammar::Expr* expr, const Place& place) {
  if (expr == nullptr) return false;
  std::set<std::string> spoken_of;
  SpokenOf(*expr, &spoken_of);
  return std::any_of(place.named.begin(), place.named.end(),
                     [&](const auto& named) { return spoken_of.contains(named.first); });
}

// Whether anything behind the criterion has to do with the row that it names. (What it says of the row itself, it says
// of each of its rows.)
bool NaiveEvaluator::IsSpokenOf(const Criteria& criteria, size_t at, const Place& place) const {
  const auto& has = std::get<Has>(criteria[at]->node);
  const std::optional<Entity> entity = EntityNamed(has.entity.text);
  for (const auto& [name, row] : place.named) {
    if (RowAt(row).entity == entity) return true;  // it is another row than that
  }
  for (size_t i = at + 1; i < criteria.size(); ++i) {
    std::set<std::string> spoken_of;
    SpokenOf(*criteria[i], &spoken_of);
    if (spoken_of.contains(model::ToLower(has.alias->text)) || NamesA(*criteria[i], entity)) return true;
  }
  return has.with != nullptr && IsAboutNamed(has.with.get(), place);
}

NaiveEvaluator::Result NaiveEvaluator::AllHold(const Criteria& criteria, size_t next, Entity space, RowRef ref,
                                               const Place& place) const {
  if (next == 0 && place.reading != Reading::kAsWritten && !AllowsOneTime(criteria, space, ref, place)) return false;
  if (next == criteria.size()) return true;
  const auto* has = std::get_if<Has>(&criteria[next]->node);
  if (has == nullptr || !has->alias || !IsSpokenOf(criteria, next, place)) {
    const Result holds = Holds(*criteria[next], space, ref, place);
    if (!holds.ok() || !*holds) return holds;
    return AllHold(criteria, next + 1, space, ref, place);
  }
  Place own = place;
  own.one_record = true;
  const absl::StatusOr<std::vector<RowRef>> rows = RowsOf(*has, space, ref, own);
  if (!rows.ok()) return rows.status();
  for (const RowRef row : *rows) {
    const Result holds = AllHold(criteria, next + 1, space, ref, place.With(*has->alias, row));
    if (!holds.ok() || *holds) return holds;
  }
  return false;
}

NaiveEvaluator::Result NaiveEvaluator::Holds(const grammar::Expr& expr, Entity space, RowRef ref,
                                             const Place& place) const {
  if (const auto* has = std::get_if<Has>(&expr.node)) return Holds(*has, space, ref, place);
  if (const auto* compare = std::get_if<Compare>(&expr.node)) return Holds(*compare, space, ref, place);
  if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) return Holds(*overlaps, ref, place);
  if (const auto* in = std::get_if<grammar::InCohort>(&expr.node)) {
    return OfAnyRecord(ref, place, [&](RowRef record) { return InCohort(in->cohort.name, record, place); });
  }
  if (const auto* usable = std::get_if<grammar::Usable>(&expr.node)) {
    return OfAnyRecord(ref, place, [&](RowRef record) { return MayBeUsed(*usable, record); });
  }
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) {
    const Result holds = Holds(*negation->operand, space, ref, place.Turned());
    if (!holds.ok()) return holds;
    return !*holds;
  }
  if (std::holds_alternative<grammar::And>(expr.node)) {
    Criteria criteria;
    Flatten(expr, &criteria);
    // Rows with names are of one record.
    if (!place.persons || space != Entity::kIndividual || IsAboutNamed(&expr, place)) {
      return AllHold(criteria, 0, space, ref, place);
    }
    return OfAnyRecord(ref, place, [&](RowRef record) { return AllHold(criteria, 0, space, record, place); });
  }
  const std::vector<grammar::ExprPtr>* operands;
  size_t needed;
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) {
    operands = &disjunction->operands;
    needed = 1;
  } else if (const auto* at_least = std::get_if<grammar::AtLeastOf>(&expr.node)) {
    operands = &at_least->operands;
    needed = static_cast<size_t>(at_least->count);
    if (needed < 1 || needed > operands->size()) return Meaningless("at least N of fewer");
  } else {
    return Meaningless("an unknown criterion");
  }
  const absl::StatusOr<int> holding = HowMany(*operands, space, ref, place);
  if (!holding.ok()) return holding.status();
  if (static_cast<size_t>(*holding) >= needed) return true;
  return std::holds_alternative<grammar::Or>(expr.node) && place.reading != Reading::kAsWritten &&
         CoversAllTimes(*operands, space, ref, place);
}

// ---- has ----

namespace {

bool NamesConsentStatus(const grammar::Expr& expr) {
  const auto any = [](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [](const auto& operand) { return NamesConsentStatus(*operand); });
  };
  if (const auto* compare = std::get_if<Compare>(&expr.node)) return compare->field.text == "status";
  if (const auto* negated = std::get_if<grammar::Not>(&expr.node)) return NamesConsentStatus(*negated->operand);
  if (const auto* all = std::get_if<grammar::And>(&expr.node)) return any(all->operands);
  if (const auto* either = std::get_if<grammar::Or>(&expr.node)) return any(either->operands);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) return any(some->operands);
  return false;
}

bool SpeaksOfConsentStatus(const Has& has) { return has.with != nullptr && NamesConsentStatus(*has.with); }

}  // namespace

absl::StatusOr<std::vector<RowRef>> NaiveEvaluator::RowsOf(const Has& has, Entity space, RowRef ref,
                                                           const Place& place) const {
  const std::optional<Entity> entity = EntityNamed(has.entity.text);
  if (!entity) return Meaningless("unknown entity");
  const std::optional<Entity> anchor = Anchor(space, *entity);
  if (!anchor) return Meaningless("nothing has individuals");
  const model::EntityInfo& info = model::Info(*entity);
  if (!info.polar && has.polarity != grammar::Polarity::kDefault) return Meaningless("no polarity");
  if (info.primary < 0 && !has.terms.empty()) return Meaningless("no terms");

  // A record that has a name is no second record: none with another name, and none that is compared with it.
  std::set<RowRef> taken;
  std::set<std::string> spoken_of;
  if (has.with != nullptr) SpokenOf(*has.with, &spoken_of);
  for (const auto& [name, named] : place.named) {
    if (has.alias || spoken_of.contains(name)) taken.insert(named);
  }

  // All records of a person, unless it is about rows that have names.
  if (place.persons && *anchor == Entity::kIndividual && !place.one_record && !IsAboutNamed(has.with.get(), place)) {
    Place each = place;
    each.one_record = true;
    std::vector<RowRef> all;
    for (const RowRef record : RecordsOf(ref, place)) {
      const absl::StatusOr<std::vector<RowRef>> rows = RowsOf(has, Entity::kIndividual, record, each);
      if (!rows.ok()) return rows;
      all.insert(all.end(), rows->begin(), rows->end());
    }
    return all;
  }

  std::vector<RowRef> rows;
  std::vector<Bounds> times;
  for (const RowRef below : Below(*entity, Above(*anchor, ref))) {
    const model::Row& row = RowAt(below);
    if (!has.terms.empty()) {
      const Result has_term = comparer_.HasTerm(has.terms, has.polarity == grammar::Polarity::kExcluded, row);
      if (!has_term.ok()) return has_term.status();
      if (!*has_term) continue;
    }
    if (!Admits(has.polarity, row)) continue;
    rows.push_back(below);
    if (const auto moment = MomentOf(*entity)) times.push_back(TimeOf(*moment, below));
  }
  if (has.order != grammar::Order::kAny) {
    if (!MomentOf(*entity)) return Meaningless("first of what has no time");
    std::vector<RowRef> earliest;
    for (const size_t i : Earliest(times, has.order == grammar::Order::kLast)) earliest.push_back(rows[i]);
    rows = earliest;
  }
  if (*entity == Entity::kConsent && !SpeaksOfConsentStatus(has)) {
    // What is refused or withdrawn is no consent.
    std::erase_if(rows, [&](const RowRef& row) {
      const model::Value* status = RowAt(row).Find(model::field::kConsentStatus);
      if (status == nullptr) return false;
      const std::string_view word = dictionary().Text(std::get<model::Symbol>(*status));
      return word == "refused" || word == "withdrawn";
    });
  }
  if (has.with == nullptr) {
    std::erase_if(rows, [&](const RowRef& row) { return taken.contains(row); });
    return rows;
  }
  std::vector<RowRef> meeting;
  for (const RowRef row : rows) {
    if (taken.contains(row)) continue;
    Place inside = has.alias ? place.With(*has.alias, row) : place;
    inside.one_record = false;
    const Result with = Holds(*has.with, *entity, row, inside);
    if (!with.ok()) return with.status();
    if (*with) meeting.push_back(row);
  }
  return meeting;
}

int NaiveEvaluator::CountOf(const Has& has, const std::vector<RowRef>& rows) const {
  if (!has.quantity || !has.quantity->distinct) return static_cast<int>(rows.size());
  std::set<model::Symbol> codes;
  for (const RowRef row : rows) {
    const int primary = model::Info(RowAt(row).entity).primary;
    const model::Value* code = primary < 0 ? nullptr : RowAt(row).Find(static_cast<model::FieldId>(primary));
    if (code != nullptr) codes.insert(std::get<model::Symbol>(*code));
  }
  return static_cast<int>(codes.size());
}

NaiveEvaluator::Result NaiveEvaluator::Holds(const Has& has, Entity space, RowRef ref, const Place& place) const {
  if (has.quantity && has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 0) {
    return Meaningless("at least 0");
  }
  if (const std::optional<Kin> kin = KinNamed(has.entity.text)) return HasRelatives(has, *kin, space, ref, place);
  const absl::StatusOr<std::vector<RowRef>> rows = RowsOf(has, space, ref, place);
  if (!rows.ok()) return rows.status();
  if (has.dates) {
    const std::optional<model::FieldId> moment = MomentOf(*EntityNamed(has.entity.text));
    if (!moment || has.quantity || *has.dates < 1) return Meaningless("dates of what");
    std::vector<Bounds> times;
    for (const RowRef row : *rows) times.push_back(TimeOf(*moment, row));
    return CountDays(times) >= *has.dates;
  }
  if (!has.quantity) return !rows->empty();
  // What is said of rows of which there shall be few is said the other way round.
  const absl::StatusOr<std::vector<RowRef>> turned = RowsOf(has, space, ref, place.Turned());
  if (!turned.ok()) return turned.status();
  const bool enough = CountOf(has, *rows) >= has.quantity->count;
  const bool few = CountOf(has, *turned) <= has.quantity->count;
  switch (has.quantity->kind) {
    case grammar::Quantity::Kind::kAtLeast:
      return enough;
    case grammar::Quantity::Kind::kAtMost:
      return few;
    case grammar::Quantity::Kind::kExactly:
      return (enough || has.quantity->count == 0) && few;
  }
  return Meaningless("quantity");
}

// Of the family of one pedigree row: at least so many persons.
NaiveEvaluator::Result NaiveEvaluator::HasRelatives(const Has& has, Kin kin, RowRef pedigree, int least,
                                                    const Place& place) const {
  Place inside = place;
  inside.named.clear();
  std::set<size_t> persons;
  for (const RowRef other : families_.PlacesWith(pedigree)) {
    if (!families_.Are(kin, other, pedigree)) continue;
    const Result with = has.with == nullptr ? true : Holds(*has.with, Entity::kPedigree, other, inside);
    if (!with.ok()) return with;
    if (*with) persons.insert(other.record);
  }
  return static_cast<int>(persons.size()) >= least;
}

NaiveEvaluator::Result NaiveEvaluator::HasRelatives(const Has& has, Kin kin, Entity space, RowRef ref,
                                                    const Place& place) const {
  // A person may be in several families, and has so many relatives if it is so in one of them.
  std::vector<RowRef> places = {ref};
  if (space != Entity::kPedigree) {
    places.clear();
    for (const RowRef record : RecordsOf(ref, place)) {
      for (const RowRef below : Below(Entity::kPedigree, record)) places.push_back(below);
    }
  }
  const auto at_least = [&](int least, const Place& where) -> Result {
    for (const RowRef pedigree : places) {
      const Result holds = HasRelatives(has, kin, pedigree, least, where);
      if (!holds.ok() || *holds) return holds;
    }
    return false;
  };
  if (!has.quantity) return at_least(1, place);
  const int count = has.quantity->count;
  const Result enough = count == 0 ? true : at_least(count, place);
  const Result more = at_least(count + 1, place.Turned());
  if (!enough.ok() || !more.ok()) return enough.ok() ? more : enough;
  switch (has.quantity->kind) {
    case grammar::Quantity::Kind::kAtLeast:
      return *enough;
    case grammar::Quantity::Kind::kAtMost:
      return !*more;
    case grammar::Quantity::Kind::kExactly:
      return *enough && !*more;
  }
  return Meaningless("quantity");
}

// ---- comparisons ----

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
  return *holds || (place.admits_missing() && !known);
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
  bool all = true;
  for (size_t i = 0; i < ops.size(); ++i) {
    const absl::StatusOr<Bounds> other = MomentAt(compare.values[i], space, ref, place);
    if (!other.ok()) return other.status();
    const bool missing = !Comparable(own, *other);
    all = all && (missing ? admits_missing : Related(ops[i], own, *other, length, possibly));
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

NaiveEvaluator::Result NaiveEvaluator::InCohort(const std::string& name, RowRef individual, const Place& place) const {
  const std::string key = model::ToLower(name);
  if (const auto saved = world_.cohorts.find(key); saved != world_.cohorts.end()) {
    if (std::find(place.cohorts.begin(), place.cohorts.end(), key) != place.cohorts.end()) {
      return Meaningless("a cohort of itself");
    }
    auto& definition = definitions_[key];
    if (definition == nullptr) {
      grammar::ParseResult parsed = grammar::Parse(saved->second);
      if (parsed.statements.size() != 1) return Meaningless("no definition");
      definition = std::make_shared<const grammar::Statement>(std::move(parsed.statements[0]));
    }
    const auto& define = std::get<grammar::Define>(definition->query);
    Place inside = place;
    inside.named.clear();
    inside.cohorts.push_back(key);
    return define.where == nullptr ? true : Holds(*define.where, Entity::kIndividual, individual, inside);
  }
  const auto symbol = world_.dictionary.Find(model::NormalizeKeyword(name));
  const auto is_in = [&](RowRef person) {
    const std::vector<model::FieldValue>& values = RowAt(person).values;
    return symbol &&
           std::find(values.begin(), values.end(), model::FieldValue{model::field::kCohort, *symbol}) != values.end();
  };
  bool any = false;
  for (size_t record = 0; record < world_.records.size(); ++record) any = any || is_in({record, 0});
  if (!any) return Meaningless("unknown cohort");
  return is_in(individual);
}

}  // namespace muster::property
