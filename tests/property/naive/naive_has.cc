// NaiveEvaluator, what `has` means: which rows, how many of them, and relatives.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/schema/panel.h"
#include "engine/model/text/text.h"
#include "grammar/clone.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_names.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Compare;
using grammar::Has;
using model::Entity;

namespace {

// Rows are meant as observed unless the query says excluded; rows of entities that are not polar never are.
bool Admits(grammar::Polarity polarity, const model::Row& row) {
  return (polarity == grammar::Polarity::kExcluded) == row.excluded;
}

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

bool IsOfCodes(const Compare& compare) {
  using Op = Compare::Op;
  const bool codes = compare.op == Op::kIs || compare.op == Op::kIn || compare.op == Op::kIsNot ||
                     compare.op == Op::kNotIn || compare.op == Op::kStartsWith;
  if (!codes || compare.event || compare.as_of) return false;
  const auto field = ResolveField(Entity::kMeasurement, compare.field.text);
  return field == model::field::kMeasurementAssay || field == model::field::kMeasurementComponent;
}

double PlaceOf(const model::Row& row) {
  const model::Value* place = row.Find(model::field::kMeasurementPart);
  return place == nullptr ? 0 : std::get<double>(*place);
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
  const auto is_taken = [&](RowRef row) -> Result {
    if (taken.contains(row)) return true;
    if (taken.empty() || *entity != Entity::kMeasurement) return false;
    // Nor is the panel of a record that has a name, unless it is found by a part.
    const Result itself = IsFoundByItself(CodesOf(has), row);
    if (!itself.ok() || *itself) return itself.ok() ? Result(false) : itself;
    return std::any_of(taken.begin(), taken.end(), [&](RowRef other) {
      return RowAt(other).entity == Entity::kMeasurement && FirstOfPanel(other) == FirstOfPanel(row);
    });
  };

  // All records of a person, unless it is about rows that have names. What stands behind the `with` of another row and
  // speaks of the record that it names itself is about the record of that row.
  const bool of_own_name =
      space != Entity::kIndividual && has.alias && spoken_of.contains(model::ToLower(has.alias->text));
  if (place.persons && *anchor == Entity::kIndividual && !place.one_record && !of_own_name &&
      !IsAboutNamed(has.with.get(), place)) {
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
  for (const RowRef below : Below(*entity, Above(*anchor, ref))) {
    const model::Row& row = RowAt(below);
    if (!has.terms.empty()) {
      const Result has_term = comparer_.HasTerm(has.terms, has.polarity == grammar::Polarity::kExcluded, row);
      if (!has_term.ok()) return has_term.status();
      if (!*has_term) continue;
    }
    if (!Admits(has.polarity, row)) continue;
    rows.push_back(below);
  }
  if (has.order != grammar::Order::kAny) {
    if (!MomentOf(*entity)) return Meaningless("first of what has no time");
    rows = FirstOf(rows, *MomentOf(*entity), has.order == grammar::Order::kLast);
  }
  if (*entity == Entity::kConsent && !SpeaksOfConsentStatus(has)) {
    // What is refused or withdrawn, or may be, is no consent.
    std::erase_if(rows, [&](const RowRef& row) {
      const model::Value* status = RowAt(row).Find(model::field::kConsentStatus);
      if (status == nullptr) return false;
      const std::string_view word = dictionary().Text(std::get<model::Symbol>(*status));
      return word == "refused" || word == "withdrawn" || word == "unknown";
    });
  }
  std::vector<RowRef> meeting;
  for (const RowRef row : rows) {
    const Result named = is_taken(row);
    if (!named.ok()) return named.status();
    if (*named) continue;
    if (has.with == nullptr) {
      meeting.push_back(row);
      continue;
    }
    Place inside = has.alias ? place.With(*has.alias, row) : place;
    inside.one_record = false;
    const Result with = Holds(*has.with, *entity, row, inside);
    if (!with.ok()) return with.status();
    if (*with) meeting.push_back(row);
  }
  return meeting;
}

std::vector<RowRef> NaiveEvaluator::FirstOf(const std::vector<RowRef>& rows, model::FieldId moment, bool last) const {
  std::vector<Bounds> times;
  for (const RowRef row : rows) times.push_back(TimeOf(moment, row));
  std::vector<RowRef> first;
  for (const size_t i : Earliest(times, last)) first.push_back(rows[i]);
  return first;
}

absl::StatusOr<int> NaiveEvaluator::CountOf(const Has& has, const std::vector<RowRef>& rows) const {
  if (!has.quantity || !has.quantity->distinct) {
    const absl::StatusOr<RowSet> counting = OnePerPanel(CodesOf(has), {rows.begin(), rows.end()});
    if (!counting.ok()) return counting.status();
    return static_cast<int>(counting->size());
  }
  std::set<model::Symbol> codes;
  for (const RowRef row : rows) {
    const int primary = model::Info(RowAt(row).entity).primary;
    const model::Value* code = primary < 0 ? nullptr : RowAt(row).Find(static_cast<model::FieldId>(primary));
    if (code != nullptr) codes.insert(std::get<model::Symbol>(*code));
  }
  return static_cast<int>(codes.size());
}

// Of the first or last: a record without a time might be the one, of which only the wider readings know anything.
NaiveEvaluator::Result NaiveEvaluator::HoldsWithUndated(const Has& has, Entity space, RowRef ref, const Place& place,
                                                        bool dated) const {
  const bool may_be_one = place.admits_missing();
  const bool may_deny = place.reading == (place.negative ? Reading::kOpen : Reading::kCertain);
  if (has.order == grammar::Order::kAny || has.alias || (!may_be_one && !may_deny)) return dated;
  if (may_be_one ? dated : (!dated || has.with == nullptr)) return dated;
  Has undated = grammar::Clone(has);
  undated.order = grammar::Order::kAny;
  if (!may_be_one) undated.with = grammar::MakeExpr(has.with->span, grammar::Not{std::move(undated.with)});
  const absl::StatusOr<std::vector<RowRef>> rows = RowsOf(undated, space, ref, may_be_one ? place : place.Turned());
  if (!rows.ok()) return rows.status();
  const std::optional<model::FieldId> moment = MomentOf(*EntityNamed(has.entity.text));
  const bool any =
      std::any_of(rows->begin(), rows->end(), [&](RowRef row) { return RowAt(row).Find(*moment) == nullptr; });
  return may_be_one ? any : !any;
}

NaiveEvaluator::Result NaiveEvaluator::Holds(const Has& has, Entity space, RowRef ref, const Place& place) const {
  if (!place.silence) return HoldsOfRecords(has, space, ref, place);
  Place inside = place;
  inside.silence = (!has.quantity || has.quantity->kind == grammar::Quantity::Kind::kAtLeast) && has.with != nullptr &&
                   Compares(*has.with);
  const Result holds = HoldsOfRecords(has, space, ref, inside);
  if (!holds.ok() || *holds || !inside.silence) return holds;
  inside.silence = false;
  return IsSilent(has, space, ref, inside);
}

NaiveEvaluator::Result NaiveEvaluator::HoldsOfRecords(const Has& has, Entity space, RowRef ref,
                                                      const Place& place) const {
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
  if (!has.quantity) return HoldsWithUndated(has, space, ref, place, !rows->empty());
  // What is said of rows of which there shall be few is said the other way round.
  const absl::StatusOr<std::vector<RowRef>> turned = RowsOf(has, space, ref, place.Turned());
  if (!turned.ok()) return turned.status();
  const absl::StatusOr<int> most = CountOf(has, *rows);
  const absl::StatusOr<int> least = CountOf(has, *turned);
  if (!most.ok() || !least.ok()) return most.ok() ? least.status() : most.status();
  const bool enough = *most >= has.quantity->count;
  const bool few = *least <= has.quantity->count;
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

// Of the family of one pedigree row: at least `least` persons.
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
  // A person may be in several families, and it is enough to have N relatives in one of them.
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

// ---- panels: their rows are one measurement, unless they are asked for by their own codes ----

void NaiveEvaluator::Collect(const grammar::Expr& expr, AskedCodes* asked) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) Collect(*operand, asked);
  };
  if (const auto* compare = std::get_if<Compare>(&expr.node)) {
    if (IsOfCodes(*compare)) asked->compared.push_back(compare);
  }
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) Collect(*negation->operand, asked);
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) all(conjunction->operands);
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) all(disjunction->operands);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) all(some->operands);
}

NaiveEvaluator::AskedCodes NaiveEvaluator::CodesOf(const grammar::Has& has) {
  AskedCodes asked;
  asked.terms = has.terms;
  if (has.with != nullptr) Collect(*has.with, &asked);
  return asked;
}

NaiveEvaluator::AskedCodes NaiveEvaluator::CodesOf(const Criteria& criteria) {
  AskedCodes asked;
  for (const grammar::Expr* criterion : criteria) Collect(*criterion, &asked);
  return asked;
}

RowRef NaiveEvaluator::FirstOfPanel(RowRef ref) const {
  const std::vector<RowRef> rows = Below(Entity::kMeasurement, {ref.record, 0});
  size_t at = 0;
  while (rows[at] != ref) ++at;
  const double place = PlaceOf(RowAt(ref));
  for (size_t first = 0; first < at; ++first) {
    const bool as_far = place == static_cast<double>(at - first + 1);
    if (as_far && PlaceOf(RowAt(rows[first])) == 1) return rows[first];
  }
  return ref;
}

NaiveEvaluator::Result NaiveEvaluator::IsFoundByItself(const AskedCodes& asked, RowRef ref) const {
  // What is asked of components says nothing of the panel, though its code may be such a one as well.
  const auto names = [&](model::FieldId field) -> Result {
    const model::Value* value = RowAt(ref).Find(field);
    if (value == nullptr) return false;
    const std::string code(dictionary().Text(std::get<model::Symbol>(*value)));
    const Result by_term = asked.terms.empty() ? false : comparer_.IsOneOf(asked.terms, code);
    if (!by_term.ok() || *by_term) return by_term;
    for (const Compare* compare : asked.compared) {
      const auto of = ResolveField(Entity::kMeasurement, compare->field.text);
      if (field == model::field::kMeasurementAssay && of == model::field::kMeasurementComponent) continue;
      const Result compared = comparer_.Names(*compare, code);
      if (!compared.ok() || *compared) return compared;
    }
    return false;
  };
  const Result component = names(model::field::kMeasurementComponent);
  if (!component.ok() || !*component) return component;
  const Result panel = names(model::field::kMeasurementAssay);
  if (!panel.ok()) return panel;
  return !*panel;
}

absl::StatusOr<RowSet> NaiveEvaluator::OnePerPanel(const AskedCodes& asked, const RowSet& rows) const {
  RowSet kept, panels;
  for (const RowRef ref : rows) {
    bool counts = true;
    if (RowAt(ref).entity == Entity::kMeasurement) {
      const Result itself = IsFoundByItself(asked, ref);
      if (!itself.ok()) return itself.status();
      counts = *itself || panels.insert(FirstOfPanel(ref)).second;
    }
    if (counts) kept.insert(ref);
  }
  return kept;
}

}  // namespace muster::property
