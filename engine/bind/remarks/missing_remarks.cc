#include "engine/bind/remarks/missing_remarks.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using grammar::Quantity;
using model::Entity;
using model::FieldId;

class MissingRemarks {
 public:
  MissingRemarks(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare)
      : view_(view), reporter_(reporter), criteria_(criteria), rare_(rare) {}

  void Run() {
    for (const grammar::Expr* criterion : criteria_) Look(*criterion, false);
  }

 private:
  // Only where it is certain that the criterion holds for who lacks the value: `not (a or b)` is neither.
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
      const auto entity = FindEntity(has->entity.text);
      if (rare_ && entity && has->with != nullptr) LookAtNamedTimes(*has->with, *entity);
      return;
    }
    if (const auto* compare = std::get_if<Compare>(&criterion.node)) {
      if (negated) return OnCompare(criterion.span, *compare);
      if (rare_) OnRarelyRecorded(criterion.span, *compare);
    }
  }

  void LookAll(const std::vector<grammar::ExprPtr>& operands, bool negated) {
    for (const grammar::ExprPtr& operand : operands) Look(*operand, negated);
  }

  static bool Compares(const Compare& compare) {
    return compare.op != Compare::Op::kIsMissing && compare.op != Compare::Op::kIsRecorded;
  }

  // Which few have by nature.
  static bool IsOfDeath(FieldId field) {
    return field == model::field::kDeath || field == model::field::kCauseOfDeath || field == model::field::kSurvival;
  }

  static std::optional<FieldId> FieldOfPerson(const Compare& compare) {
    if (compare.event) return std::nullopt;
    if (compare.as_of) return model::field::kBirth;
    return FindField(Entity::kIndividual, compare.field.text);
  }

  // Whoever asks for the value in another criterion knows who is left.
  bool AskedFor(FieldId field) const {
    return std::any_of(criteria_.begin(), criteria_.end(), [&](const grammar::Expr* criterion) {
      const auto* compare = std::get_if<Compare>(&criterion->node);
      return compare != nullptr && compare->op != Compare::Op::kIsMissing && FieldOfPerson(*compare) == field;
    });
  }

  void OnCompare(grammar::Span span, const Compare& compare) {
    const auto field = FieldOfPerson(compare);
    if (field && Compares(compare)) OnFieldOfPerson(span, *field);
  }

  // Of a comparison that has to hold, where many of those who are asked for lack what is compared. Unless it is
  // `alone`, others may hold in its place.
  void OnRarelyRecorded(grammar::Span span, const Compare& compare, bool alone = true) {
    if (!Compares(compare) || reporter_->HasSaid("undated-records", compare.field.span)) return;
    if (compare.event) OnNamedRow(compare);
    if (const auto field = FieldOfPerson(compare)) SayRarelyRecorded(span, *field, alone);
    for (const Literal& value : compare.values) {
      if (!compare.event && alone) OnNamedWithoutTime(value);
      OnTimeOfPerson(value, alone);
    }
  }

  // What is compared with it: last contact within 5 years after enrolment, start before age at enrolment.
  void OnTimeOfPerson(const Literal& value, bool alone = true) {
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
    if (!value.event.empty() || NamedBy(value.text) != nullptr) return;
    const auto other = FindField(Entity::kIndividual, value.text);
    if (other && model::Info(*other).kind == model::Kind::kTime) SayRarelyRecorded(value.span, *other, alone);
  }

  void SayRarelyRecorded(grammar::Span span, FieldId field, bool alone) {
    constexpr uint64_t kManyOfAll = 4, kManyOfAsked = 5;  // more than one in so many lack it
    if (IsOfDeath(field) || field == model::field::kCohort || !said_.insert(field).second) return;
    const auto people = PeopleAsked(field);
    if (!people || !people->somewhere) return;
    const uint64_t many = people->others.empty() ? kManyOfAll : kManyOfAsked;
    if ((people->all - people->with) * many <= people->all) return;
    reporter_->Note(
        span, "rarely-recorded",
        absl::StrCat(std::string(model::Info(field).name), " is recorded of ", people->with == 0 ? "none" : "only ",
                     people->with == 0 ? OutOf(0, *people).substr(1) : OutOf(people->with, *people),
                     alone && people->with == 0 ? "; all of them are left out by this, whatever they would have"
                     : alone                    ? "; the others are left out by this, whatever they would have"
                                                : "; the others can only meet what stands beside this"),
        {"funnel in place of count says at each criterion for how many there is no record"});
  }

  // Of a time of a record with a name that has to be before, after or near another one.
  void OnNamedRow(const Compare& compare) {
    const Has* named = NamedBy(compare.event->text);
    const auto entity = named == nullptr ? std::nullopt : FindEntity(named->entity.text);
    if (!entity || named->polarity == grammar::Polarity::kExcluded) return;
    const auto field = FindField(*entity, compare.field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime || compare.values.empty()) return;
    const Literal::Kind kind = compare.values.back().kind;
    if (kind == Literal::Kind::kCode || kind == Literal::Kind::kQuoted) return;  // its term
    if (named->terms.empty())
      return NoteWithoutTime(view_, reporter_, compare.field.span, *entity, nullptr, "", *field);
    const std::optional<TermMatch>& match = criteria_.Match(*named);
    if (!match) return;
    NoteWithoutTime(view_, reporter_, compare.field.span, *entity, match->symbols.get(), match->label, *field);
    NoteOtherRow(compare, {*entity, match->symbols.get(), match->label, *field});
  }

  // Of times of rows that are compared with those of a row with a name, in criteria that all have to hold.
  void LookAtNamedTimes(const grammar::Expr& criterion, Entity entity) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) LookAtNamedTimes(*operand, entity);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime) return;
    for (const Literal& value : compare->values) {
      if (value.event.empty() && FindField(entity, value.text)) continue;  // a time of the same row
      OnNamedWithoutTime(value);
      OnTimeOfPerson(value);
    }
  }

  // Rows with a name that lack the time which is compared are not found.
  void OnNamedWithoutTime(const Literal& value) {
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
    const Has* named = NamedBy(value.event.empty() ? value.text : value.event);
    const auto entity = named == nullptr ? std::nullopt : FindEntity(named->entity.text);
    if (!entity || named->terms.empty() || named->polarity == grammar::Polarity::kExcluded ||
        named->order != grammar::Order::kAny) {
      return;
    }
    const auto field = value.event.empty() ? model::MomentOf(*entity) : FindField(*entity, value.text);
    if (!field || (named->with != nullptr && AsksForTime(*named->with, *entity, *field))) return;
    const std::optional<TermMatch>& match = criteria_.Match(*named);
    if (!match) return;
    NoteWithoutTime(view_, reporter_, value.span, *entity, match->symbols.get(), match->label, *field);
  }

  void NoteOtherRow(const Compare& compare, const TimesOfRows& left) {
    const Literal& value = compare.values.front();
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return;
    OnNamedWithoutTime(value);
    const Has* other = NamedBy(value.event.empty() ? value.text : value.event);
    const auto entity = other == nullptr ? std::nullopt : FindEntity(other->entity.text);
    if (!entity || other->terms.empty()) return;
    const auto field = value.event.empty() ? model::MomentOf(*entity) : FindField(*entity, value.text);
    if (!field) return;
    const std::optional<TermMatch>& match = criteria_.Match(*other);
    if (!match) return;
    NoteIncomparable(view_, reporter_, compare.field.span, left, {*entity, match->symbols.get(), match->label, *field},
                     /*none=*/false);
  }

  // Of whom the field is recorded; where it is recorded of everybody, or of nobody, nobody is looked for.
  std::optional<AskedPeople> PeopleAsked(FieldId field) {
    const auto everybody = CountRecorded(view_, field);
    if (!everybody.ok()) {
      reporter_->Fail(everybody.status());
      return std::nullopt;
    }
    const bool some = everybody->with > 0;
    if (!some || everybody->with >= everybody->all || model::Info(field).entity != Entity::kIndividual) {
      return AskedPeople{everybody->all, everybody->with, some, {}};
    }
    return CountAskedPeople(
        view_, reporter_, criteria_, KeyOfRecorded(field),
        [&](const storage::SegmentReader& segment) { return PeopleRecorded(view_, segment, field); });
  }

  void OnFieldOfPerson(grammar::Span span, FieldId field) {
    if (IsOfDeath(field)) field = model::field::kVitalStatus;  // who is alive lacks nothing
    if (AskedFor(field) || !said_.insert(field).second) return;
    const auto people = PeopleAsked(field);
    if (!people || people->with >= people->all) return;
    const uint64_t lacking = people->all - people->with;
    const std::string name(model::Info(field).name);
    reporter_->Note(
        span, "missing-counts",
        absl::StrCat("this also holds for individuals of whom no ", name, " is recorded: ",
                     people->others.empty() ? absl::StrCat(lacking, " of ", people->all) : OutOf(lacking, *people)),
        {absl::StrCat("to leave them out, write and ", name, " is recorded")});
  }

  // Of a `has` that holds when there is no such row.
  void OnHas(grammar::Span span, const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity) return OnRelatives(span, has);
    if (has.with == nullptr) return;
    LookAtTimes(span, *has.with, *entity);
    if (has.polarity != grammar::Polarity::kExcluded) LookAtValues(*has.with, has, *entity);
  }

  void OnRelatives(grammar::Span span, const Has& has) {
    if (has.with == nullptr || said_relatives_) return;
    said_relatives_ = true;
    const auto people = CountRecorded(view_, model::field::kPedigreeFamily);
    if (!people.ok()) return reporter_->Fail(people.status());
    if (people->with >= people->all) return;
    reporter_->Note(span, "missing-counts",
                    absl::StrCat("this also holds for individuals of whom no family is recorded: ",
                                 people->all - people->with, " of ", people->all),
                    {absl::StrCat("to leave them out, write has ", has.entity.text, " and this")});
  }

  // What times of the rows are compared with, in criteria that all have to hold.
  void LookAtTimes(grammar::Span span, const grammar::Expr& criterion, Entity entity) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) LookAtTimes(span, *operand, entity);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime) return;
    for (const Literal& value : compare->values) {
      if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) continue;
      if (value.event.empty() && FindField(entity, value.text)) continue;  // a time of the same row
      if (const Has* named = NamedBy(value.event.empty() ? value.text : value.event)) {
        OnNamed(value.span, *named, value.event.empty() ? "" : value.text);
        continue;
      }
      const auto of_person = value.event.empty() ? FindField(Entity::kIndividual, value.text) : std::nullopt;
      if (of_person && model::Info(*of_person).kind == model::Kind::kTime) OnFieldOfPerson(span, *of_person);
    }
  }

  // Codes, words and numbers of the rows, in criteria that all have to hold.
  void LookAtValues(const grammar::Expr& criterion, const Has& has, Entity entity) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) LookAtValues(*operand, has, entity);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    if (!field || model::Info(entity).primary == static_cast<int>(*field)) return;
    const model::Kind kind = model::Info(*field).kind;
    if (kind != model::Kind::kCode && kind != model::Kind::kKeyword && kind != model::Kind::kNumber) return;
    // Of a measurement without a number a word is the result, and of others the units are told.
    if (*field != model::field::kMeasurementValue) OnLackingValue(compare->field.span, *compare, has, entity, *field);
    for (const Literal& value : compare->values) {  // value > reference high
      const bool of_row = kind == model::Kind::kNumber && value.kind == Literal::Kind::kWord && value.event.empty();
      const auto other = of_row ? FindField(entity, value.text) : std::nullopt;
      if (other) OnLackingValue(value.span, *compare, has, entity, *other);
    }
  }

  void OnLackingValue(grammar::Span span, const Compare& compare, const Has& has, Entity entity, FieldId field) {
    const std::optional<TermMatch> match = has.terms.empty() ? std::nullopt : criteria_.Match(has);
    if (!has.terms.empty() && !match) return;
    const model::EntityInfo& info = model::Info(entity);
    const auto counted =
        view_.counts().WithoutTime(entity, match ? match->symbols.get() : nullptr, field, model::kValuePart);
    if (!counted.ok()) return reporter_->Fail(counted.status());
    const uint64_t rows = counted->lacking;
    if (rows == 0) return;
    const std::string name(model::Info(field).name);
    std::string hint = absl::StrCat("of those with a ", name, " write has ", std::string(info.name), " ... with ", name,
                                    " is not ...");
    if (model::Info(field).kind == model::Kind::kNumber) hint = OrMissing(compare, name);
    reporter_->Note(span, "missing-counts",
                    absl::StrCat(rows, " ", std::string(rows == 1 ? info.name : info.plural),
                                 match ? absl::StrCat(" of ", match->label) : "", rows == 1 ? " has" : " have", " no ",
                                 name, ", and who has only such is not left out by this"),
                    {std::move(hint)});
  }

  // What leaves out as well who has a record without the number that is compared.
  std::string OrMissing(const Compare& compare, const std::string& name) {
    Compare missing;
    missing.field.text = name;
    missing.op = Compare::Op::kIsMissing;
    grammar::Or either;
    either.operands.push_back(grammar::MakeExpr({}, compare));
    either.operands.push_back(grammar::MakeExpr({}, std::move(missing)));
    grammar::Rewriting rewriting;
    rewriting[&compare] = grammar::MakeExpr({}, std::move(either));
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    return absl::StrCat("to leave them out as well, write ",
                        other.empty() ? absl::StrCat("... or ", name, " is missing") : other);
  }

  const Has* NamedBy(const std::string& name) const {
    for (const grammar::Expr* criterion : criteria_) {
      const auto* has = std::get_if<Has>(&criterion->node);
      if (has != nullptr && has->alias && absl::EqualsIgnoreCase(has->alias->text, name)) return has;
    }
    return nullptr;
  }

  // Whether rows have the time: something is asked of it that has to hold.
  static bool AsksForTime(const grammar::Expr& criterion, Entity entity, FieldId field) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      return std::any_of(all->operands.begin(), all->operands.end(),
                         [&](const grammar::ExprPtr& operand) { return AsksForTime(*operand, entity, field); });
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    return compare != nullptr && compare->op != Compare::Op::kIsMissing && !compare->event && !compare->as_of &&
           FindField(entity, compare->field.text) == field;
  }

  void OnNamed(grammar::Span span, const Has& named, const std::string& time) {
    const auto entity = FindEntity(named.entity.text);
    if (!entity || named.terms.empty() || named.polarity == grammar::Polarity::kExcluded) return;
    const auto field = time.empty() ? model::MomentOf(*entity) : FindField(*entity, time);
    if (!field || (named.with != nullptr && AsksForTime(*named.with, *entity, *field))) return;
    const std::optional<TermMatch>& match = criteria_.Match(named);
    if (!match) return;
    const auto rows = view_.counts().Lacking(*entity, *match->symbols, *field);
    if (!rows.ok()) return reporter_->Fail(rows.status());
    if (*rows == 0) return;
    const model::EntityInfo& info = model::Info(*entity);
    const std::string name(model::Info(*field).name);
    reporter_->Note(
        span, "missing-counts",
        absl::StrCat(*rows, " ", std::string(*rows == 1 ? info.name : info.plural), " of ", match->label,
                     *rows == 1 ? " has" : " have", " no ", name, ", so that this also holds for who has one of these"),
        {absl::StrCat("to leave them out, write with ", name, " is recorded before as ", named.alias->text)});
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  bool rare_;
  std::set<FieldId> said_;
  bool said_relatives_ = false;
};

}  // namespace

void RemarkOnMissing(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, bool rare) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  MissingRemarks(view, reporter, criteria, rare).Run();
}

}  // namespace muster::bind
