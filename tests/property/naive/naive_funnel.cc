// NaiveEvaluator, what a funnel says beside whom it loses: of whom records do not say enough.
#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "engine/model/text/text.h"
#include "grammar/clone.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_names.h"
#include "tests/property/naive/names.h"

namespace muster::property {

namespace {

/// What a criterion and all that stands in it are like.
struct Traits {
  bool compares = false;  ///< a value with another; not only whether there is one
  bool names = false;     ///< it names a record
  bool overlaps = false;
};

void Look(const grammar::Expr& expr, Traits* traits) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) Look(*operand, traits);
  };
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) all(conjunction->operands);
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) all(disjunction->operands);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) all(some->operands);
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) Look(*negation->operand, traits);
  if (std::holds_alternative<grammar::Overlaps>(expr.node)) traits->overlaps = true;
  if (const auto* has = std::get_if<grammar::Has>(&expr.node)) {
    traits->names = traits->names || has->alias.has_value();
    if (has->with != nullptr) Look(*has->with, traits);
  }
  if (const auto* compare = std::get_if<grammar::Compare>(&expr.node)) {
    traits->compares = traits->compares || (compare->op != grammar::Compare::Op::kIsMissing &&
                                            compare->op != grammar::Compare::Op::kIsRecorded);
    traits->names = traits->names || compare->event.has_value() ||
                    std::any_of(compare->values.begin(), compare->values.end(),
                                [](const grammar::Literal& value) { return !value.event.empty(); });
  }
}

/// That what is looked for is known to be otherwise: for no term a record may be hoped for, as each is excluded (or, of
/// what is looked for as excluded, observed). Null where this cannot be recorded.
grammar::ExprPtr KnownOtherwise(const grammar::Has& has) {
  const auto entity = EntityNamed(has.entity.text);
  if (!entity || !model::Info(*entity).polar || has.terms.empty()) return nullptr;
  grammar::And all;
  for (const grammar::Literal& term : has.terms) {
    auto expr = std::make_unique<grammar::Expr>();
    auto& otherwise = expr->node.emplace<grammar::Has>();
    otherwise.entity = has.entity;
    const bool excluded = has.polarity == grammar::Polarity::kExcluded;
    otherwise.polarity = excluded ? grammar::Polarity::kObserved : grammar::Polarity::kExcluded;
    otherwise.terms.push_back(term);
    otherwise.terms.back().exactly = false;
    all.operands.push_back(std::move(expr));
  }
  auto expr = std::make_unique<grammar::Expr>();
  expr->node = std::move(all);
  return expr;
}

/// Whether records of the kind are there only where somebody has looked or asked. That a person has none of the others
/// is taken as it stands.
bool IsLookedFor(const grammar::Has& has) {
  using model::Entity;
  const std::optional<Entity> entity = EntityNamed(has.entity.text);
  const std::set<Entity> found = {Entity::kPhenotype, Entity::kMeasurement,    Entity::kExposure, Entity::kRun,
                                  Entity::kAnalysis,  Entity::kInterpretation, Entity::kVariant,  Entity::kConsent};
  return !entity.has_value() || found.contains(*entity);
}

grammar::ExprPtr ExprOf(grammar::Has has) {
  auto expr = std::make_unique<grammar::Expr>();
  expr->node = std::move(has);
  return expr;
}

}  // namespace

// There is no such record, whatever its criteria, nor one that denies it. Consents count that are refusals.
NaiveEvaluator::Result NaiveEvaluator::IsSilent(const grammar::Has& has, model::Entity space, RowRef ref,
                                                const Place& place) const {
  const bool one = !has.quantity || has.quantity->count == 1;
  if (!one || has.dates || !IsLookedFor(has)) return false;
  grammar::Has any = grammar::Clone(has);
  any.with = nullptr;
  any.quantity.reset();
  std::vector<grammar::ExprPtr> said;
  if (EntityNamed(has.entity.text) == model::Entity::kConsent) {
    for (const auto op : {grammar::Compare::Op::kIsMissing, grammar::Compare::Op::kIsRecorded}) {
      grammar::Has consent = grammar::Clone(any);
      grammar::Compare status;
      status.field.text = "status";
      status.op = op;
      consent.with = grammar::MakeExpr({}, std::move(status));
      said.push_back(ExprOf(std::move(consent)));
    }
  }
  said.push_back(ExprOf(std::move(any)));
  if (grammar::ExprPtr otherwise = KnownOtherwise(has)) said.push_back(std::move(otherwise));
  for (const grammar::ExprPtr& expr : said) {
    const Result holds = Holds(*expr, space, ref, place.Turned());
    if (!holds.ok()) return holds;
    if (*holds) return false;
  }
  return true;
}

absl::StatusOr<std::optional<RowSet>> NaiveEvaluator::OpenTo(Counted what, const Criteria& criteria, size_t at) const {
  Traits traits;
  Look(*criteria[at], &traits);
  if (!traits.compares || traits.names || traits.overlaps) return std::nullopt;
  // A word that is the name of another record speaks of it.
  std::set<std::string> spoken_of;
  SpokenOf(*criteria[at], &spoken_of);
  for (size_t i = 0; i < at; ++i) {
    const auto* has = std::get_if<grammar::Has>(&criteria[i]->node);
    if (has != nullptr && has->alias && spoken_of.contains(model::ToLower(has->alias->text))) {
      return std::nullopt;
    }
  }
  absl::StatusOr<RowSet> open = Matches(what, {criteria[at]}, Reading::kOpen, /*silence=*/true);
  if (!open.ok()) return open.status();
  return std::optional<RowSet>(*std::move(open));
}

bool NaiveEvaluator::Compares(const grammar::Expr& criterion) {
  Traits traits;
  Look(criterion, &traits);
  return traits.compares;
}

absl::StatusOr<Cell> NaiveEvaluator::NotRecorded(Counted what, const Criteria& criteria, size_t at) const {
  const absl::StatusOr<std::optional<RowSet>> open = OpenTo(what, criteria, at);
  if (!open.ok()) return open.status();
  if (!open->has_value()) return Cell();
  const Criteria before(criteria.begin(), criteria.begin() + static_cast<ptrdiff_t>(at));
  Criteria with = before;
  with.push_back(criteria[at]);
  const absl::StatusOr<RowSet> all = Matches(what, before);
  const absl::StatusOr<RowSet> kept = Counting(what, with);
  if (!all.ok() || !kept.ok()) return all.ok() ? kept.status() : all.status();
  RowSet lost;
  for (const RowRef ref : *all) {
    if ((*open)->contains(ref)) lost.insert(ref);
  }
  const absl::StatusOr<RowSet> counting = OnePerPanel(CodesOf(with), lost);
  if (!counting.ok()) return counting.status();
  return Cell(CountOf(what, *counting) - CountOf(what, *kept));
}

}  // namespace muster::property
