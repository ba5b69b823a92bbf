#include "engine/bind/remarks/missing/denied_values.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/missing/comparisons.h"
#include "engine/bind/values/match_again.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Expr;
using grammar::Has;
using model::Entity;
using model::FieldId;

// Rows that a criterion is about.
struct Rows {
  Entity entity = Entity::kIndividual;
  const std::vector<grammar::Literal>* terms = nullptr;  // null: any
  std::set<FieldId> asked;                               // fields with a condition that must be true
  bool left_out = false;                                 // people with such a row are excluded
};

class DeniedValues {
 public:
  DeniedValues(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  // Conjuncts about `rows`, all of which must be true, or if `negated`, false.
  void OnLeaves(const std::vector<Leaf>& leaves, Rows rows, bool negated) {
    for (const auto& [criterion, denied] : leaves) Learn(*criterion, denied, &rows);
    rows.left_out = negated;
    for (const auto& [criterion, denied] : leaves) {
      if (denied) OnDenied(*criterion, rows);
      if (const auto* has = std::get_if<Has>(&criterion->node)) OnHas(*has, denied != negated);
    }
  }

 private:
  // What a criterion says of the rows that are meant.
  void Learn(const Expr& criterion, bool denied, Rows* rows) {
    const auto* compare = std::get_if<Compare>(&criterion.node);
    const auto field = compare == nullptr ? std::nullopt : FieldOf(*compare, rows->entity);
    if (!field) return;
    if (denied == (compare->op == Compare::Op::kIsMissing)) rows->asked.insert(*field);
    const bool is = compare->op == Compare::Op::kIs || compare->op == Compare::Op::kIn;
    const bool main = model::Info(rows->entity).primary == static_cast<int>(*field);
    const bool code = model::Info(*field).kind == model::Kind::kCode;
    if (is && main && code && !denied && rows->terms == nullptr) rows->terms = &compare->values;
  }

  void OnHas(const Has& has, bool negated) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity || has.with == nullptr || has.polarity == grammar::Polarity::kExcluded) return;
    Rows rows;
    rows.entity = *entity;
    const int primary = model::Info(*entity).primary;  // -1: rows of the entity have no terms
    const bool code = primary >= 0 && model::Info(static_cast<FieldId>(primary)).kind == model::Kind::kCode;
    if (!has.terms.empty() && code) rows.terms = &has.terms;
    OnLeaves(LeavesOf({has.with.get()}), std::move(rows), HoldsWithoutRows(has) != negated);
  }

  // not (a and b) holds where a is not recorded, and where b is not.
  void OnDenied(const Expr& criterion, const Rows& rows) {
    const auto each = [&](const std::vector<grammar::ExprPtr>& operands) {
      for (const grammar::ExprPtr& operand : operands) OnDenied(*operand, rows);
    };
    if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return each(node->operands);
    if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return each(node->operands);
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare)) return;
    const auto field = FieldOf(*compare, rows.entity);
    // For individuals, other remarks say it; and a treatment without an end is continuing.
    if (field == model::field::kTreatmentEnd) return;
    if (!field || rows.entity == Entity::kIndividual || rows.asked.contains(*field)) return;
    if (said_.insert(*field).second) Say(criterion.span, *compare, rows, *field);
  }

  // The field of the row that is compared.
  static std::optional<FieldId> FieldOf(const Compare& compare, Entity entity) {
    if (compare.event || compare.as_of) return std::nullopt;
    const auto field = FindField(entity, compare.field.text);
    return field && model::Info(*field).kind == model::Kind::kText ? std::nullopt : field;
  }

  void Say(grammar::Span span, const Compare& compare, const Rows& rows, FieldId field) {
    const auto match = rows.terms == nullptr ? std::nullopt : MatchAgain(view_, reporter_, *rows.terms, rows.entity);
    if (rows.terms != nullptr && !match) return;
    const auto lacking = Lacking(rows.entity, match ? match->symbols.get() : nullptr, field);
    if (!lacking.ok()) return reporter_->Fail(lacking.status());
    if (*lacking == 0) return;
    const bool one = *lacking == 1;
    std::vector<std::string> hints;
    if (const std::string other = reporter_->Rewritten(OrMissing(compare, compare.field)); !other.empty()) {
      hints.push_back(absl::StrCat("if these are not meant, write ", other));
    }
    reporter_->Note(span, "missing-counts",
                    absl::StrCat(RowsInWords(*lacking, rows.entity, match ? match->label : ""),
                                 one ? " has no " : " have no ", std::string(model::Info(field).name),
                                 one ? ", and `not` holds for it as well" : ", and `not` holds for them as well",
                                 rows.left_out ? ", so that who has one is left out" : ""),
                    std::move(hints));
  }

  absl::StatusOr<uint64_t> Lacking(Entity entity, const model::SymbolList* terms, FieldId field) const {
    if (terms != nullptr || model::Info(entity).polar) return view_.counts().Lacking(entity, terms, field);
    const auto all = view_.counts().WithoutTime(entity, nullptr, field, model::kValuePart);
    if (!all.ok()) return all.status();
    return all->lacking;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  std::set<FieldId> said_;
};

}  // namespace

void RemarkOnDeniedValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Entity entity) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const bool may_deny = std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [](const Leaf& leaf) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    return leaf.negated || (has != nullptr && has->with != nullptr);
  });
  if (!may_deny) return;
  Rows rows;
  rows.entity = entity;
  DeniedValues(view, reporter).OnLeaves(criteria.leaves(), std::move(rows), false);
}

}  // namespace muster::bind
