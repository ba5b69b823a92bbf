#include "engine/bind/remarks/asked/side_by_side.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/match_again.h"
#include "grammar/exactly.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;

void AddCriteria(const grammar::Expr& expr, std::vector<const grammar::Expr*>* criteria) {
  const auto* node = std::get_if<grammar::And>(&expr.node);
  if (node == nullptr || grammar::ExactlyOf(*node) != nullptr) return criteria->push_back(&expr);
  for (const grammar::ExprPtr& operand : node->operands) AddCriteria(*operand, criteria);
}

void AddLeaves(const grammar::Expr& criterion, bool negated, std::vector<Leaf>* leaves) {
  const std::vector<grammar::ExprPtr>* parts = nullptr;
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return AddLeaves(*node->operand, !negated, leaves);
  if (const auto* node = std::get_if<grammar::And>(&criterion.node); node != nullptr && !negated) {
    parts = &node->operands;
  }
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node); node != nullptr && negated) {
    parts = &node->operands;
  }
  if (const auto* node = std::get_if<grammar::AtLeastOf>(&criterion.node);
      node != nullptr && negated && node->count == 1) {
    parts = &node->operands;
  }
  if (parts == nullptr) return leaves->push_back({&criterion, negated});
  for (const grammar::ExprPtr& part : *parts) AddLeaves(*part, negated, leaves);
}

}  // namespace

std::vector<const grammar::Expr*> CriteriaIn(const grammar::Expr& where) {
  std::vector<const grammar::Expr*> criteria;
  if (const auto* all = std::get_if<grammar::And>(&where.node)) criteria.reserve(all->operands.size());
  AddCriteria(where, &criteria);
  return criteria;
}

std::vector<Leaf> LeavesOf(const std::vector<const grammar::Expr*>& criteria) {
  std::vector<Leaf> leaves;
  leaves.reserve(criteria.size());
  for (const grammar::Expr* criterion : criteria) AddLeaves(*criterion, false, &leaves);
  return leaves;
}

SideBySide::SideBySide(const CatalogueView& view, Reporter* reporter, std::vector<const grammar::Expr*> criteria)
    : view_(view), reporter_(reporter), criteria_(std::move(criteria)), leaves_(LeavesOf(criteria_)) {}

const std::optional<TermMatch>& SideBySide::Match(const Has& has, ontology::Reach reach) const {
  const auto [at, is_new] = matches_.try_emplace({&has, reach});
  if (is_new) at->second = MatchAgain(view_, reporter_, has.terms, *FindEntity(has.entity.text), reach);
  return at->second;
}

std::optional<TermMatch> SideBySide::MatchOrAny(const Has& has) const {
  if (has.terms.empty()) return TermMatch();
  return Match(has);
}

const std::vector<grammar::ExprPtr>* OptionsOf(const grammar::Expr& criterion) {
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return &node->operands;
  if (const auto* node = std::get_if<grammar::AtLeastOf>(&criterion.node)) return &node->operands;
  return nullptr;
}

bool HoldsWithoutRows(const Has& has) {
  return has.quantity && (has.quantity->kind == Quantity::Kind::kAtMost ||
                          (has.quantity->kind == Quantity::Kind::kExactly && has.quantity->count == 0));
}

bool ComesOfLooking(Entity entity) {
  return entity == Entity::kRun || entity == Entity::kAnalysis || entity == Entity::kInterpretation ||
         entity == Entity::kVariant;
}

bool IsOpenWithoutRecord(Entity entity) {
  return entity == Entity::kPhenotype || entity == Entity::kConsent || entity == Entity::kMeasurement ||
         entity == Entity::kExposure || ComesOfLooking(entity);
}

bool ComparesANumber(const grammar::Expr& criterion, Entity entity) {
  const auto any = [&](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const grammar::ExprPtr& operand) { return ComparesANumber(*operand, entity); });
  };
  if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return any(node->operands);
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return any(node->operands);
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return ComparesANumber(*node->operand, entity);
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of) return false;
  const auto field = FindField(entity, compare->field.text);
  return field && model::Info(*field).kind == model::Kind::kNumber;
}

std::string TermsOf(const Has& has) {
  return absl::StrJoin(has.terms, " or ", [](std::string* out, const grammar::Literal& term) {
    absl::StrAppend(out, grammar::Print(term));
  });
}

std::string NameWithTerms(const Has& has, Entity entity) {
  return absl::StrCat(std::string(model::Info(entity).name), " ", TermsOf(has));
}

absl::StatusOr<uint64_t> CountIndividuals(const CatalogueView& view) {
  uint64_t individuals = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto live = CountLiveIndividuals(*segment);
    if (!live.ok()) return live;
    individuals += *live;
  }
  return individuals;
}

}  // namespace muster::bind
