#include "engine/bind/remarks.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;

// Null where the criterion is another one.
const Has* AsHas(const grammar::Expr& criterion) { return std::get_if<Has>(&criterion.node); }

// The criteria that have to hold by themselves, or not to hold: none of (a, b) is not a and not b.
void AddLeaves(const grammar::Expr& criterion, bool negated,
               std::vector<std::pair<const grammar::Expr*, bool>>* leaves) {
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
  if (parts == nullptr) return leaves->emplace_back(&criterion, negated), void();
  for (const grammar::ExprPtr& part : *parts) AddLeaves(*part, negated, leaves);
}

// Whether a number of the row is compared, which says nothing of who has no such row.
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

bool HoldsWithoutRows(const Has& has) {
  return has.quantity && (has.quantity->kind == Quantity::Kind::kAtMost ||
                          (has.quantity->kind == Quantity::Kind::kExactly && has.quantity->count == 0));
}

std::string TermsOf(const Has& has) {
  return absl::StrJoin(has.terms, " or ", [](std::string* out, const grammar::Literal& term) {
    absl::StrAppend(out, grammar::Print(term));
  });
}

// "measurement LOINC:4548-4"
std::string Named(const Has& has, Entity entity) {
  return absl::StrCat(std::string(model::Info(entity).name), " ", TermsOf(has));
}

absl::StatusOr<uint64_t> CountIndividuals(const CatalogueView& view) {
  uint64_t individuals = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto live = LiveRows(*segment, Entity::kIndividual);
    if (!live.ok()) return live.status();
    individuals += *live == nullptr ? segment->rows(0) : (*live)->Cardinality();
  }
  return individuals;
}

}  // namespace

void Remarks::OnAbsence(const SideBySide& criteria) {
  if (view_.listed() != nullptr || !reporter_->ExplainsRemarks()) return;
  std::vector<std::pair<const grammar::Expr*, bool>> leaves;  // and whether they are negated
  for (const grammar::Expr* criterion : criteria) AddLeaves(*criterion, false, &leaves);
  for (const auto& [criterion, negated] : leaves) {
    const Has* has = AsHas(*criterion);
    if (has == nullptr || has->with == nullptr || has->terms.empty() || HoldsWithoutRows(*has) == negated) continue;
    if (negated && has->quantity && has->quantity->kind == Quantity::Kind::kExactly) continue;
    const auto entity = FindEntity(has->entity.text);
    if (!entity || has->polarity == grammar::Polarity::kExcluded || !ComparesANumber(*has->with, *entity)) continue;
    const std::string terms = TermsOf(*has);
    // Who asks for the rows elsewhere, or for what is said of none, knows.
    const bool known = std::any_of(criteria.begin(), criteria.end(), [&](const grammar::Expr* other) {
      const Has* asked = AsHas(*other);
      return asked != nullptr && asked != has && FindEntity(asked->entity.text) == entity &&
             !HoldsWithoutRows(*asked) && TermsOf(*asked) == terms;
    });
    if (!known) OnAbsence(*criterion, *has);
  }
}

std::optional<Remarks::People> Remarks::CountPeople(const Has& has) {
  const Entity entity = *FindEntity(has.entity.text);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  const auto match = TermBinder(view_, &silent).Bind(has.terms, primary, ontology::Reach::kDescendants);
  const auto with =
      match ? view_.counts().PeopleObserved(entity, *match->symbols, primary, model::kAnyValue) : uint64_t{0};
  const auto all = CountIndividuals(view_);
  for (const absl::Status& status : {silent.status(), with.status(), all.status()}) {
    if (!status.ok()) reporter_->Fail(status);
  }
  if (!match || !with.ok() || !all.ok()) return std::nullopt;
  return People{*with, *all};
}

void Remarks::OnAbsence(const grammar::Expr& criterion, const Has& has) {
  const auto people = CountPeople(has);
  if (!people) return;
  const uint64_t without = people->all - std::min(people->all, people->with);
  if (without == 0) return;
  const std::string named = Named(has, *FindEntity(has.entity.text));
  reporter_->Note(
      criterion.span, "none-at-all",
      absl::StrCat("this also holds for ", without == 1 ? "the individual who has no " : "individuals who have no ",
                   named, " at all: ", without, " of ", people->all),
      {absl::StrCat("to leave them out, write has ", named, " and this")});
}

// Of what is measured it is known that it could have been recorded of everybody; procedures are rarer by nature.
void Remarks::OnRarelyRecorded(const SideBySide& criteria) {
  if (view_.listed() != nullptr || !reporter_->ExplainsRemarks()) return;
  std::vector<std::pair<const grammar::Expr*, bool>> leaves;
  for (const grammar::Expr* criterion : criteria) AddLeaves(*criterion, false, &leaves);
  for (const auto& [criterion, negated] : leaves) {
    const Has* has = AsHas(*criterion);
    if (has == nullptr || negated || has->with == nullptr || has->terms.empty() || HoldsWithoutRows(*has)) continue;
    const auto entity = FindEntity(has->entity.text);
    if (!entity || has->polarity == grammar::Polarity::kExcluded) continue;
    const bool measured = *entity == Entity::kMeasurement || *entity == Entity::kExposure;
    if (measured ? ComparesANumber(*has->with, *entity) : *entity == Entity::kProcedure) {
      OnRarelyRecorded(*criterion, *has);
    }
  }
}

void Remarks::OnRarelyRecorded(const grammar::Expr& criterion, const Has& has) {
  constexpr uint64_t kFewMeasured = 4, kFewProcedures = 100;  // one in so many
  const Entity entity = *FindEntity(has.entity.text);
  const auto people = CountPeople(has);
  if (!people) return;
  const uint64_t few = entity == Entity::kProcedure ? kFewProcedures : kFewMeasured;
  if (people->with == 0 || people->with * few >= people->all) return;
  reporter_->Note(criterion.span, "rarely-recorded",
                  absl::StrCat("only ", people->with, " of ", people->all, " individuals ",
                               people->with == 1 ? "has " : "have ", WithArticle(Named(has, entity)),
                               " at all; the others are left out by this, whatever they would have"),
                  {"funnel in place of count says at each criterion for how many there is no record"});
}

void Remarks::OnOtherRows(const SideBySide& criteria, model::FieldId field, std::string_view name, grammar::Span span,
                          bool terms) {
  const model::Field& info = model::Info(field);
  const bool main = model::Info(info.entity).primary == static_cast<int>(field);  // its values are what is asked
  if (terms || main || info.entity == Entity::kIndividual || view_.listed() != nullptr) return;
  for (const grammar::Expr* criterion : criteria) {
    const Has* has = AsHas(*criterion);
    if (has == nullptr || has->terms.empty() || HoldsWithoutRows(*has) || FindEntity(has->entity.text) != info.entity ||
        has->polarity == grammar::Polarity::kExcluded) {
      continue;
    }
    const std::string plural(model::Info(info.entity).plural);
    reporter_->Note(
        span, "other-rows",
        absl::StrCat(std::string(name), " is taken from all ", plural, " of who is counted, not only from ",
                     Named(*has, info.entity)),
        {absl::StrCat("write ", std::string(name), " ", grammar::Print(has->terms[0]), " for those alone")});
    return;
  }
}

}  // namespace muster::bind
