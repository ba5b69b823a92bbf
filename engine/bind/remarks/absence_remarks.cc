#include "engine/bind/remarks/absence_remarks.h"

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
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/missing/comparisons.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;

// Null where the criterion is another one.
const Has* AsHas(const grammar::Expr& criterion) { return std::get_if<Has>(&criterion.node); }

// Of a measurement also what was found in words, as "Detected".
bool ComparesAResult(const grammar::Expr& criterion, Entity entity) {
  if (ComparesANumber(criterion, entity)) return true;
  const std::vector<Leaf> leaves = LeavesOf({&criterion});
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event || entity != Entity::kMeasurement || !Compares(*compare)) return false;
    const auto field = FindField(entity, compare->field.text);
    return field == model::field::kMeasurementCode;
  });
}

// Whether consents that were not granted are asked for: who was never asked has none, either.
bool AsksForRefusals(const grammar::Expr& criterion) {
  const std::vector<Leaf> leaves = LeavesOf({&criterion});
  return std::any_of(leaves.begin(), leaves.end(), [](const Leaf& leaf) {
    const auto* compare = leaf.negated ? nullptr : std::get_if<grammar::Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event || !Compares(*compare) ||
        FindField(Entity::kConsent, compare->field.text) != model::field::kConsentStatus) {
      return false;
    }
    const bool is = compare->op == grammar::Compare::Op::kIs || compare->op == grammar::Compare::Op::kIn;
    const bool granted = std::any_of(compare->values.begin(), compare->values.end(), [](const grammar::Literal& value) {
      return model::NormalizeKeyword(value.text) == "granted";
    });
    return is != granted;
  });
}

class AbsenceRemarks {
 public:
  AbsenceRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  // `negated`: under an odd number of `not`. `group`: the outermost `not (a and b)` around it, or null.
  void On(const grammar::Expr& criterion, bool negated, const grammar::Expr* group);

 private:
  // `criterion`: the whole criterion that is true for people without the rows.
  void SayAbsence(const grammar::Expr& criterion, const Has& has);
  uint64_t CountAbsent(const Has& has, Entity entity);
  void SayNoneOf(grammar::Span span, Entity entity);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<std::string> said_;
};

void AbsenceRemarks::On(const grammar::Expr& criterion, bool negated, const grammar::Expr* group) {
  const auto each = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) On(*operand, negated, group);
  };
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) {
    const bool of_group = std::holds_alternative<grammar::And>(node->operand->node);
    return On(*node->operand, !negated, group == nullptr && of_group ? &criterion : group);
  }
  if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return each(node->operands);
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return each(node->operands);
  if (const auto* node = std::get_if<grammar::AtLeastOf>(&criterion.node)) return each(node->operands);
  const Has* has = AsHas(criterion);
  if (has == nullptr || has->with == nullptr || HoldsWithoutRows(*has) == negated) return;
  if (negated && has->quantity && has->quantity->kind == Quantity::Kind::kExactly) return;
  const auto entity = FindEntity(has->entity.text);
  if (!entity || has->polarity == grammar::Polarity::kExcluded) return;
  // Of whom nothing is known where there are no such rows, whatever their terms.
  const bool of_any = ComesOfLooking(*entity) || (*entity == Entity::kConsent && AsksForRefusals(*has->with));
  const bool of_terms = !has->terms.empty() && ComparesAResult(*has->with, *entity);
  if (!of_any && !of_terms) return;
  const std::string terms = of_any ? "" : TermsOf(*has);
  // Who asks for the rows elsewhere, or for what is said of none, knows.
  const auto asks = [&](const grammar::Expr& other) {
    const Has* asked = AsHas(other);
    return asked != nullptr && asked != has && FindEntity(asked->entity.text) == entity && !HoldsWithoutRows(*asked) &&
           (of_any || TermsOf(*asked) == terms);
  };
  const bool known = std::any_of(criteria_.begin(), criteria_.end(), [&](const grammar::Expr* other) {
    const auto* either = std::get_if<grammar::Or>(&other->node);  // has X or has excluded X
    return either == nullptr ? asks(*other)
                             : std::all_of(either->operands.begin(), either->operands.end(),
                                           [&](const grammar::ExprPtr& operand) { return asks(*operand); });
  });
  if (known || !said_.insert(of_any ? EntityName(*entity) : NameWithTerms(*has, *entity)).second) return;
  if (of_any) return SayNoneOf(criterion.span, *entity);
  SayAbsence(negated && group != nullptr ? *group : criterion, *has);
}

void AbsenceRemarks::SayAbsence(const grammar::Expr& criterion, const Has& has) {
  const auto people = CountAskedPeople(view_, reporter_, criteria_, has);
  if (!people) return;
  const uint64_t without = people->all - std::min(people->all, people->with);
  if (without == 0) return;
  const Entity entity = *FindEntity(has.entity.text);
  const uint64_t absent = std::min(without, CountAbsent(has, entity));
  const std::string named = NameWithTerms(has, entity);
  std::string message =
      absl::StrCat("this also holds for ", without == 1 ? "the individual who has no " : "individuals who have no ",
                   named, absent > 0 ? ": " : " at all: ",
                   people->others.empty() ? absl::StrCat(without, " of ", people->all) : OutOf(without, *people));
  std::string asked = absl::StrCat("has ", named);
  if (absent > 0) {
    absl::StrAppend(&message, "; ", absent, absent == 1 ? " has" : " have", " it recorded as absent, and of ",
                    without - absent, " nothing is recorded");
    asked = absl::StrCat("(has ", named, " or has excluded ", named, ")");
  }
  reporter_->Note(
      criterion.span, "none-at-all", std::move(message),
      {absl::StrCat(absent > 0 ? "to leave out those of whom nothing is recorded, write " : "to leave them out, write ",
                    asked, " and this")});
}

// Of the people that SayAbsence is about, those with the term recorded as absent and nowhere as observed.
uint64_t AbsenceRemarks::CountAbsent(const Has& has, Entity entity) {
  if (!model::Info(entity).polar) return 0;
  const std::optional<TermMatch>& match = criteria_.Match(has);
  const std::optional<TermMatch>& above = criteria_.Match(has, ontology::Reach::kAncestors);
  if (!match || !above) return 0;
  const CodesOfEntity observed = {entity, match->symbols.get()};
  const CodesOfEntity excluded = {entity, above->symbols.get()};
  const auto absent = CountAskedPeople(
      view_, reporter_, criteria_, KeyOfAbsent(observed, excluded),
      [&](const storage::SegmentReader& segment) { return PeopleWhoLack(segment, observed, excluded); });
  return absent ? absent->with : 0;
}

void AbsenceRemarks::SayNoneOf(grammar::Span span, Entity entity) {
  const auto all = CountIndividuals(view_);
  if (!all.ok()) return reporter_->Fail(all.status());
  const auto with = view_.counts().PeopleWithRows(entity);
  if (!with.ok()) return reporter_->Fail(with.status());
  if (*with >= *all) return;
  const auto people = CountAskedPeople(
      view_, reporter_, criteria_, KeyOfRows(entity, WhichRows::kObserved),
      [&](const storage::SegmentReader& segment) { return PeopleWithRows(segment, entity, WhichRows::kObserved); });
  if (!people || people->with >= people->all) return;
  const uint64_t without = people->all - people->with;
  const std::string named = EntityName(entity);
  reporter_->Note(
      span, "none-at-all",
      absl::StrCat(
          "this also holds for ", without == 1 ? "the individual who has no " : "individuals who have no ", named,
          " at all: ", people->others.empty() ? absl::StrCat(without, " of ", people->all) : OutOf(without, *people)),
      {absl::StrCat("to leave them out, write has ", named, " and this")});
}

}  // namespace

void RemarkOnAbsence(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  AbsenceRemarks remarks(view, reporter, criteria);
  for (const grammar::Expr* criterion : criteria) remarks.On(*criterion, false, nullptr);
}

}  // namespace muster::bind
