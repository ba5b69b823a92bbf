#include "engine/bind/remarks/missing/missing_remarks.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/remarks/missing/comparisons.h"
#include "engine/bind/remarks/missing/missing_values.h"
#include "engine/bind/remarks/missing/named_rows.h"
#include "engine/bind/remarks/missing/person_fields.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;

class MissingRemarks {
 public:
  MissingRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare)
      : view_(view),
        reporter_(reporter),
        criteria_(criteria),
        rare_(rare),
        people_(view, reporter, criteria),
        named_(view, reporter, criteria) {}

  void Run() {
    for (const grammar::Expr* criterion : criteria_) Look(*criterion, false);
  }

 private:
  // Only if the criterion is certainly true for people without the value, which `not (a or b)` is not.
  void Look(const grammar::Expr& criterion, bool negated) {
    if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return Look(*node->operand, !negated);
    if (const auto* node = std::get_if<grammar::And>(&criterion.node)) {
      if (negated || node->operands.empty()) return LookAll(node->operands, negated);
      return;
    }
    if (const auto* node = std::get_if<grammar::Or>(&criterion.node); node != nullptr && negated) {
      return LookAll(node->operands, true);
    }
    if (const auto* node = std::get_if<grammar::AtLeastOf>(&criterion.node); node != nullptr && negated) {
      if (node->count == 1) LookAll(node->operands, true);
      return;
    }
    if (const auto* options = OptionsOf(criterion); options != nullptr && rare_) {
      for (const grammar::ExprPtr& option : *options) {
        const auto* compare = std::get_if<Compare>(&option->node);
        if (compare != nullptr) OnRarelyRecorded(option->span, *compare, /*alone=*/false);
      }
      return;
    }
    if (const auto* has = std::get_if<Has>(&criterion.node)) {
      if (HoldsWithoutRows(*has) != negated) return OnHas(criterion.span, *has);
      if (!rare_ || has->with == nullptr) return;
      const auto entity = FindEntity(has->entity.text);
      if (entity) LookAtNamedTimes(*has->with, *entity, has->terms.empty());
      return;
    }
    if (const auto* compare = std::get_if<Compare>(&criterion.node)) {
      if (negated) return OnCompare(criterion.span, *compare);
      if (rare_) OnRarelyRecorded(criterion.span, *compare);
      if (rare_ && !reporter_->HasReported("rarely-recorded", criterion.span)) OnIsNot(*compare);
    }
  }

  void LookAll(const std::vector<grammar::ExprPtr>& operands, bool negated) {
    for (const grammar::ExprPtr& operand : operands) Look(*operand, negated);
  }

  // For a comparison that must be false: people without either of the two values satisfy it.
  void OnCompare(grammar::Span span, const Compare& compare) {
    if (!Compares(compare)) return;
    if (compare.event) named_.SayMissingOf(compare);
    const auto field = FieldOfPerson(compare);
    if (field) people_.SayMissing(span, *field);
    for (const Literal& value : compare.values) SayMissingTime(span, value);
  }

  // Of a time that another is compared with.
  void SayMissingTime(grammar::Span span, const Literal& value) {
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
    if (named_.By(value.event.empty() ? value.text : value.event) != nullptr) return named_.SayMissing(value);
    const auto of_person = value.event.empty() ? FindField(Entity::kIndividual, value.text) : std::nullopt;
    if (of_person == model::field::kBirth) return;  // of ages it is 0, whatever is recorded
    if (of_person && model::Info(*of_person).kind == model::Kind::kTime) people_.SayMissing(span, *of_person);
  }

  // For a comparison that must be true, if many of the selected people lack the value. Unless `alone`, other criteria
  // may be true instead of it.
  void OnRarelyRecorded(grammar::Span span, const Compare& compare, bool alone = true) {
    if (!Compares(compare) || reporter_->HasReported("undated-records", compare.field.span)) return;
    if (compare.event) named_.OnCompared(compare);
    if (const auto field = FieldOfPerson(compare)) people_.SayRarelyRecorded(span, *field, alone);
    for (const Literal& value : compare.values) {
      if (!compare.event && alone) named_.OnWithoutTime(value);
      OnTimeOfPerson(value, alone);
    }
  }

  // sex is not male: who has no sex recorded is not found, as by `not sex is male`.
  void OnIsNot(const Compare& compare) {
    if (compare.op != Compare::Op::kIsNot && compare.op != Compare::Op::kNotIn) return;
    const auto field = FieldOfPerson(compare);
    const bool asked = std::any_of(criteria_.leaves().begin(), criteria_.leaves().end(), [&](const Leaf& leaf) {
      const auto* other = std::get_if<Compare>(&leaf.criterion->node);
      return other != nullptr && other != &compare && FieldOfPerson(*other) == field;  // who asks for more knows
    });
    if (field && !compare.as_of && !asked) people_.SayLeftOut(compare, *field);
  }

  // What is compared with it: last contact within 5 years after enrolment, start before age at enrolment.
  void OnTimeOfPerson(const Literal& value, bool alone = true) {
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
    if (!value.event.empty() || named_.By(value.text) != nullptr) return;
    const auto other = FindField(Entity::kIndividual, value.text);
    if (other == model::field::kBirth) return;  // of ages it is 0, whatever is recorded
    if (other && model::Info(*other).kind == model::Kind::kTime) people_.SayRarelyRecorded(value.span, *other, alone);
  }

  // For conjuncts of `criterion` that compare a time of rows with one of a named row or of the individual. `any`: the
  // rows have whatever terms.
  void LookAtNamedTimes(const grammar::Expr& criterion, Entity entity, bool any) {
    ForEachComparedTime(criterion, entity, [&](const Literal& value, model::FieldId field) {
      named_.OnWithoutTime(value, any ? std::optional(field) : std::nullopt);
      OnTimeOfPerson(value);
    });
  }

  // For a `has` that is true if there is no such row.
  void OnHas(grammar::Span span, const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity) return OnRelatives(span, has);
    if (has.with == nullptr) return;
    LookAtTimes(span, *has.with, *entity);
    if (has.polarity != grammar::Polarity::kExcluded) RemarkOnMissingValues(view_, reporter_, criteria_, has, *entity);
  }

  void OnRelatives(grammar::Span span, const Has& has) {
    if (said_relatives_ || AsksForAFamily()) return;
    said_relatives_ = true;
    const auto people = CountRecorded(view_, model::field::kPedigreeFamily);
    if (!people.ok()) return reporter_->Fail(people.status());
    if (people->with >= people->all) return;
    reporter_->Note(span, "missing-counts",
                    absl::StrCat("this also holds for individuals without a recorded family: ",
                                 people->all - people->with, " of ", people->all),
                    {has.with == nullptr  // has sibling and no sibling
                         ? std::string("to leave them out, write has pedigree with family is recorded and this")
                         : absl::StrCat("to leave them out, write has ", has.entity.text, " and this")});
  }

  bool AsksForAFamily() const {
    return std::any_of(criteria_.leaves().begin(), criteria_.leaves().end(), [](const Leaf& leaf) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      return has != nullptr && !leaf.negated && !HoldsWithoutRows(*has) &&
             FindEntity(has->entity.text) == Entity::kPedigree;
    });
  }

  // For conjuncts of `criterion` that compare a time of rows that a `has` asks for.
  void LookAtTimes(grammar::Span span, const grammar::Expr& criterion, Entity entity) {
    ForEachComparedTime(criterion, entity, [&](const Literal& value, model::FieldId) { SayMissingTime(span, value); });
  }

  // Calls f(value, time) for each value with which a conjunct of `criterion` compares a time of a row of `entity`, but
  // for times of the same row.
  template <typename F>
  static void ForEachComparedTime(const grammar::Expr& criterion, Entity entity, const F& f) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) ForEachComparedTime(*operand, entity, f);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime) return;
    for (const Literal& value : compare->values) {
      const bool is_of_same_row = value.event.empty() && FindField(entity, value.text).has_value();
      if (!is_of_same_row) f(value, *field);
    }
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  bool rare_;
  PersonFields people_;
  NamedRows named_;
  bool said_relatives_ = false;
};

}  // namespace

void RemarkOnMissing(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  MissingRemarks(view, reporter, criteria, rare).Run();
}

}  // namespace muster::bind
