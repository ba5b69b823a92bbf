#include "engine/bind/remarks/record_remarks.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/equivalent_codes.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/absent_or_silent.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/reading/age_after_death.h"
#include "engine/bind/remarks/reading/ended_treatments.h"
#include "engine/bind/remarks/reading/no_disease.h"
#include "engine/bind/remarks/reading/rejected_variants.h"
#include "engine/bind/remarks/records/nested_codes.h"
#include "engine/bind/remarks/records/none_excluded.h"
#include "engine/bind/remarks/records/none_recorded.h"
#include "engine/bind/remarks/records/open_treatments.h"
#include "engine/bind/remarks/records/settled_absence.h"
#include "engine/bind/remarks/treatment_remarks.h"
#include "engine/bind/values/match_again.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Expr;
using grammar::Has;
using model::Entity;
using model::FieldId;

// Whether terms are left out: with term is not exactly "Seizure". Who does so has told the general term from others.
bool DeniesATerm(const Has& has, Entity entity) {
  if (has.with == nullptr) return false;
  const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event) return false;
    const bool is_not = compare->op == Compare::Op::kIsNot || compare->op == Compare::Op::kNotIn;
    const bool is = compare->op == Compare::Op::kIs || compare->op == Compare::Op::kIn;
    const auto field = FindField(entity, compare->field.text);
    return (leaf.negated ? is : is_not) && field && model::Info(entity).primary == static_cast<int>(*field) &&
           std::any_of(compare->values.begin(), compare->values.end(),
                       [](const grammar::Literal& value) { return value.exactly; });
  });
}

class RecordRemarks {
 public:
  RecordRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  // Who has died has an age at any date. Who asks for it, or for the status, knows.
  void OnAges() {
    const std::optional<grammar::Span> span = AgeAsOfIn(criteria_);
    said_of_the_dead_ = span && RemarkOnAgeAfterDeath(view_, reporter_, criteria_, *span);
  }

  void OnHas(grammar::Span span, const Has& has, bool negated) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity) return;
    if (has.polarity == grammar::Polarity::kExcluded) return RemarkOnNoneExcluded(view_, reporter_, span, has, negated);
    const bool none = HoldsWithoutRows(has) != negated;
    if (*entity == Entity::kTreatment && (has.with != nullptr || has.alias)) {
      RemarkOnTreatment(view_, reporter_, criteria_, has, none);
      // The remark on their ages has the same hint.
      if (!none && !said_of_the_dead_) RemarkOnOpenTreatments(view_, reporter_, criteria_, has);
    }
    if (*entity == Entity::kTreatment && !negated) RemarkOnEndedTreatments(view_, reporter_, criteria_, has);
    if (*entity == Entity::kVariant && !none) RemarkOnRejectedVariants(view_, reporter_, criteria_, has);
    if (none) {
      OnNone(span, has, *entity);
      RemarkOnNoDisease(view_, reporter_, criteria_, span, has, negated);
    }
    OnDistinct(has, *entity);
    OnEquivalents(has, *entity);
  }

 private:
  using Segment = storage::SegmentReader;

  // Of whom the criteria ask for, those whom `find` gives of each segment.
  std::optional<AskedPeople> Asked(const PeopleKey& key, FindPeople find) {
    return CountAskedPeople(view_, reporter_, criteria_, key, find);
  }

  // None of some terms: recorded as absent, or not recorded, or nothing of the kind is recorded at all.
  void OnNone(grammar::Span span, const Has& has, Entity entity) {
    if (SettlesAbsence(criteria_, has, entity)) return;
    if (!SaysAbsentOrSilent(view_, reporter_, criteria_, span, has))
      RemarkOnNoneRecorded(view_, reporter_, criteria_, span, has);
  }

  // Codes that mean the same, in records of one person, are different codes all the same.
  void OnEquivalents(const Has& has, Entity entity) {
    if (!TellsCodesApart(has, entity)) return;
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    const auto groups = view_.EquivalentValues(static_cast<FieldId>(model::Info(entity).primary), match->symbols.get());
    if (!groups.ok()) return reporter_->Fail(groups.status());
    constexpr size_t kMostCounted = 100;
    if (groups->empty()) return;
    if (groups->size() > kMostCounted) return SayEquivalents(has, *groups, "");
    const PeopleKey key = PeopleKey("several of one meaning").Add({entity, match->symbols.get()});
    const auto people = Asked(key, [&](const Segment& segment) { return PeopleOfSeveral(segment, entity, *groups); });
    if (!people || people->with == 0) return;
    SayEquivalents(has, *groups, absl::StrCat(OutOf(people->with, *people), HasOrHave(people->with), "several of one"));
  }

  // Who has observed rows of two codes of one group.
  absl::StatusOr<storage::Bitmap> PeopleOfSeveral(const Segment& segment, Entity entity,
                                                  const std::vector<CodesOfOneMeaning>& groups) const {
    storage::Bitmap several;
    for (const CodesOfOneMeaning& group : groups) {
      storage::Bitmap before;
      for (const std::string& code : group) {
        const auto symbol = view_.dictionary().Find(code);
        if (!symbol) continue;
        const model::SymbolList one({*symbol});
        const auto people = PeopleWithCodes(segment, {entity, &one});
        if (!people.ok()) return people.status();
        several = storage::Bitmap::Or(several, storage::Bitmap::And(before, *people));
        before = storage::Bitmap::Or(before, *people);
      }
    }
    return several;
  }

  void SayEquivalents(const Has& has, const std::vector<CodesOfOneMeaning>& groups, const std::string& who) {
    reporter_->Note(has.quantity->span, "equivalent-codes",
                    absl::StrCat("codes that mean the same are different ones, as they were recorded: ",
                                 ShowGroups(groups), who.empty() ? "" : "; ", who),
                    {"to count each once, name the meanings one by one: at least 2 of (has disease X, has disease Y, "
                     "...), each of which finds all of its codes"});
  }

  // Of terms that others lie below.
  void OnDistinct(const Has& has, Entity entity) {
    if (!TellsCodesApart(has, entity) || DeniesATerm(has, entity)) return;
    const bool one_term = !HoldsWithoutRows(has) && has.terms.size() == 1 && !has.terms[0].exactly;
    if (one_term && SaysTermItself(has, entity)) return;
    RemarkOnNestedCodes(view_, reporter_, criteria_, has, entity);
  }

  // `distinct` of a number that tells several codes from one.
  static bool TellsCodesApart(const Has& has, Entity entity) {
    if (!has.quantity || !has.quantity->distinct || model::Info(entity).primary < 0) return false;
    const bool at_least = has.quantity->kind == grammar::Quantity::Kind::kAtLeast;
    return has.quantity->count >= (at_least ? 2 : 1);
  }

  // Whether somebody has the term itself beside what lies below it, which is then said.
  bool SaysTermItself(const Has& has, Entity entity) {
    std::vector<grammar::Literal> exactly = has.terms;
    exactly[0].exactly = true;
    const auto itself = MatchAgain(view_, reporter_, exactly, entity);
    const std::optional<TermMatch>& all = criteria_.Match(has);
    if (!itself || !all) return false;
    std::vector<model::Symbol> below;
    for (const model::Symbol symbol : *all->symbols) {
      if (!itself->symbols->Contains(symbol)) below.push_back(symbol);
    }
    const model::SymbolList others(std::move(below));
    const CodesOfEntity at = {entity, itself->symbols.get()};
    const CodesOfEntity under = {entity, &others};
    const PeopleKey key = PeopleKey("both").Add(at).Add(under);
    const auto people = Asked(key, [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
      auto with = PeopleWithCodes(segment, at);
      if (!with.ok() || with->Empty()) return with;
      const auto with_others = PeopleWithCodes(segment, under);
      if (!with_others.ok()) return with_others;
      return storage::Bitmap::And(*with, *with_others);
    });
    if (!people || people->with == 0) return false;
    SayDistinct(has, entity, exactly, itself->label, *people);
    return true;
  }

  void SayDistinct(const Has& has, Entity entity, std::vector<grammar::Literal> exactly, const std::string& label,
                   const AskedPeople& people) {
    Compare below;
    below.field.text = std::string(model::Info(static_cast<FieldId>(model::Info(entity).primary)).name);
    below.op = Compare::Op::kIsNot;
    below.values = std::move(exactly);
    std::vector<std::string> hints;
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithCriterion(has, grammar::MakeExpr({}, std::move(below)));
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat("to count only what lies below, write ", other));
    }
    reporter_->Note(has.quantity->span, "general-term",
                    absl::StrCat("a term and one below it are two: ", OutOf(people.with, people),
                                 HasOrHave(people.with), label, " beside what lies below it"),
                    std::move(hints));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  bool said_of_the_dead_ = false;  // that they have an age at any date
};

}  // namespace

void RemarkOnRecords(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  RecordRemarks remarks(view, reporter, criteria);
  remarks.OnAges();
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr) remarks.OnHas(leaf.criterion->span, *has, leaf.negated);
  }
}

}  // namespace muster::bind
