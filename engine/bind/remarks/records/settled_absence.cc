#include "engine/bind/remarks/records/settled_absence.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "engine/bind/bound/scope.h"
#include "engine/model/record/symbol_list.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;
using ontology::Reach;

bool IsWithin(const model::SymbolList& inner, const model::SymbolList& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](model::Symbol symbol) { return outer.Contains(symbol); });
}

// Whether it is only about whether there is a record: at least 1, or 0.
bool AsksForAny(const Has& has) {
  if (has.dates || has.order != grammar::Order::kAny) return false;
  if (!has.quantity) return true;
  return has.quantity->count_from.name.empty() && has.quantity->count == (HoldsWithoutRows(has) ? 0 : 1);
}

class Settled {
 public:
  Settled(const SideBySide& criteria, const Has& has, Entity entity)
      : criteria_(criteria), has_(has), entity_(entity), above_(criteria.Match(has, Reach::kAncestors)) {}

  bool By(const grammar::Expr& criterion, bool negated) const {
    if (const auto* options = OptionsOf(criterion); options != nullptr && !negated) {
      return std::ranges::all_of(*options, [&](const grammar::ExprPtr& option) { return By(*option, false); });
    }
    const auto* other = std::get_if<Has>(&criterion.node);
    if (other == nullptr || other == &has_ || other->terms.empty() || FindEntity(other->entity.text) != entity_ ||
        !AsksForAny(*other) || !above_ || above_->symbols->empty()) {
      return false;
    }
    const bool none = HoldsWithoutRows(*other) != negated;
    if (other->polarity != grammar::Polarity::kExcluded) return !none && HasSome(*other);
    if (none && other->with != nullptr) return false;
    // A term recorded as absent implies that those below it are absent.
    const std::optional<TermMatch>& above = criteria_.Match(*other, Reach::kAncestors);
    if (!above) return false;
    return none ? IsWithin(*above_->symbols, *above->symbols) : IsWithin(*above->symbols, *above_->symbols);
  }

 private:
  // Nobody with these rows satisfies the criterion.
  bool HasSome(const Has& other) const {
    const std::optional<TermMatch>& own = criteria_.Match(has_);
    const std::optional<TermMatch>& some = criteria_.Match(other);
    return own && some && IsWithin(*some->symbols, *own->symbols);
  }

  const SideBySide& criteria_;
  const Has& has_;
  const Entity entity_;
  const std::optional<TermMatch>& above_;
};

}  // namespace

bool SettlesAbsence(const SideBySide& criteria, const Has& has, Entity entity) {
  if (has.terms.empty() || has.with != nullptr || !model::Info(entity).polar || !AsksForAny(has)) return false;
  const Settled settled(criteria, has, entity);
  return std::ranges::any_of(criteria.leaves(),
                             [&](const Leaf& leaf) { return settled.By(*leaf.criterion, leaf.negated); });
}

}  // namespace muster::bind
