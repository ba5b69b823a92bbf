#include "engine/release/by_text/budget_cost.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "engine/bind/bound/scope.h"
#include "engine/release/policy/hidden_names.h"

namespace muster::release {
namespace {

using model::Entity;
using model::FieldId;

constexpr uint64_t kMaxUnits = uint64_t{1} << 53;
constexpr int64_t kTermsShown = 20;

uint64_t Times(uint64_t a, uint64_t b) { return a != 0 && b > kMaxUnits / a ? kMaxUnits : std::min(a * b, kMaxUnits); }

// Also true of a name that means nothing: the binder refuses it.
bool HasSeveralValues(const grammar::Dimension& dimension) {
  if (dimension.as_of) return false;
  const auto field = bind::FindField(Entity::kIndividual, dimension.field.text);
  return !field || model::Info(*field).multiple;
}

// Numbers of one column that a person can be part of.
uint64_t InColumn(const std::vector<grammar::Dimension>& by, const TierLimits& limits) {
  if (by.empty()) return 1;
  uint64_t cells = 1;
  for (const grammar::Dimension& dimension : by) {
    if (HasSeveralValues(dimension)) cells = Times(cells, std::max<uint64_t>(limits.values, 1));
  }
  return cells + 1;  // and the total
}

uint64_t SideBySide(const grammar::Expr& expr) {
  const auto* node = std::get_if<grammar::And>(&expr.node);
  if (node == nullptr) return 1;
  uint64_t sum = 0;
  for (const grammar::ExprPtr& operand : node->operands) sum += SideBySide(*operand);
  return sum;
}

struct Units {
  const TierLimits& limits;

  uint64_t operator()(const grammar::Count& count) const {
    const uint64_t columns = Times(count.entities.size(), count.with ? 3 : 1);
    return Times(columns, InColumn(count.by, limits));
  }
  uint64_t operator()(const grammar::Steps& steps) const {
    const uint64_t criteria = steps.where == nullptr ? 0 : SideBySide(*steps.where);
    uint64_t rows = 1 + criteria;
    if (steps.impact && limits.impact == ImpactAllowed::kPairs && criteria > 1) {
      rows += Times(criteria, criteria - 1) / 2;
    }
    return Times(rows, steps.entities.size());
  }
  uint64_t operator()(const grammar::CompareCohorts& compare) const {
    return Times(compare.cohorts.size() + 1, InColumn(compare.by, limits));
  }
  // Each field has a dozen numbers. No tier offers it; this is what it would cost at the least.
  uint64_t operator()(const grammar::Summarise& summarise) const { return Times(12, summarise.measured.size()); }
  uint64_t operator()(const grammar::Terms& terms) const {
    const int64_t limit = std::max<int64_t>(terms.limit.value_or(kTermsShown), 1);
    return std::min<uint64_t>((static_cast<uint64_t>(limit) - 1) / kTermsShown + 1, kMaxUnits);
  }
  uint64_t operator()(const grammar::Define&) const { return 1; }
  // How many people have each field: whoever has a record can be part of all of them.
  uint64_t operator()(const grammar::Describe& describe) const {
    const auto entity = bind::FindEntity(describe.entity.text);
    if (!entity || IsHidden(*entity, limits.hidden)) return 1;  // refused
    uint64_t numbers = 0;
    for (const FieldId field : model::FieldsOf(*entity)) {
      const bool told = model::Info(field).kind != model::Kind::kText && !IsHidden(field, limits.hidden);
      numbers += told ? 1 : 0;
    }
    return std::max<uint64_t>(numbers, 1);
  }
  uint64_t operator()(const grammar::Show& show) const {
    const std::string& what = show.what.text;
    if (what == "ontologies") return 0;  // nothing about anybody
    if (what == "cohorts") return std::max<uint64_t>(limits.values, 1);
    if (what != "catalogue" && what != "catalog") return 1;  // a dataset is one person's only one
    uint64_t numbers = 1;                                    // of his dataset
    for (const model::EntityInfo& info : model::Entities()) numbers += IsHidden(info.entity, limits.hidden) ? 0 : 1;
    return numbers;
  }
  uint64_t operator()(const grammar::Drop&) const { return 0; }
  uint64_t operator()(const grammar::List&) const { return 0; }
};

}  // namespace

uint64_t BudgetCost(const grammar::Statement& statement, const TierLimits& limits) {
  if (statement.explain != grammar::Statement::Explain::kNo) return 0;
  return std::visit(Units{limits}, statement.query);
}

}  // namespace muster::release
