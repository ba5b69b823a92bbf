#include "engine/bind/missing_remarks.h"

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
#include "engine/bind/asked_people.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/criteria/time_remarks.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/text/missing_marker.h"

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
    if (compare.event) return OnNamedRow(compare);
    if (const auto field = FieldOfPerson(compare)) SayRarelyRecorded(span, *field, alone);
    for (const Literal& value : compare.values) {  // last contact within 5 years after enrolment
      if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) continue;
      const auto other = value.event.empty() ? FindField(Entity::kIndividual, value.text) : std::nullopt;
      if (other && model::Info(*other).kind == model::Kind::kTime) SayRarelyRecorded(value.span, *other, alone);
    }
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
                     alone ? "; the others are left out by this, whatever they would have"
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
    const auto everybody = Recorded(field);
    if (!everybody.ok()) {
      reporter_->Fail(everybody.status());
      return std::nullopt;
    }
    const bool some = everybody->with > 0;
    if (!some || everybody->with >= everybody->all || model::Info(field).entity != Entity::kIndividual) {
      return AskedPeople{everybody->all, everybody->with, some, {}};
    }
    return CountAskedPeople(view_, reporter_, criteria_, KeyOf(field),
                            [&](const storage::SegmentReader& segment) { return PeopleWith(segment, field); });
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
    if (has.polarity != grammar::Polarity::kExcluded) LookAtWords(*has.with, has, *entity);
  }

  void OnRelatives(grammar::Span span, const Has& has) {
    if (has.with == nullptr || said_relatives_) return;
    said_relatives_ = true;
    const auto people = Recorded(model::field::kPedigreeFamily);
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

  // Codes and words of the rows, in criteria that all have to hold.
  void LookAtWords(const grammar::Expr& criterion, const Has& has, Entity entity) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) LookAtWords(*operand, has, entity);
      return;
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || !Compares(*compare) || compare->event || compare->as_of) return;
    const auto field = FindField(entity, compare->field.text);
    const model::EntityInfo& info = model::Info(entity);
    if (!field || info.primary < 0 || info.primary == static_cast<int>(*field)) return;
    const model::Kind kind = model::Info(*field).kind;
    if (kind != model::Kind::kCode && kind != model::Kind::kKeyword) return;
    std::shared_ptr<const model::SymbolList> terms =
        std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{model::kAnyValue});
    std::string label;
    if (!has.terms.empty()) {
      const std::optional<TermMatch>& match = criteria_.Match(has);
      if (!match) return;
      terms = match->symbols;
      label = absl::StrCat(" of ", match->label);
    }
    const auto rows = view_.counts().Lacking(entity, *terms, *field);
    if (!rows.ok()) return reporter_->Fail(rows.status());
    if (*rows == 0) return;
    const std::string name(model::Info(*field).name);
    reporter_->Note(
        compare->field.span, "missing-counts",
        absl::StrCat(*rows, " ", std::string(*rows == 1 ? info.name : info.plural), label,
                     *rows == 1 ? " has" : " have", " no ", name, ", and who has only such is not left out by this"),
        {absl::StrCat("of those with a ", name, " write has ", std::string(info.name), " ... with ", name,
                      " is not ...")});
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

  // Values of `field` that say that nothing is known.
  absl::StatusOr<std::vector<model::Symbol>> FlavoursOf(FieldId field) const {
    std::vector<model::Symbol> flavours;
    if (model::Info(field).kind != model::Kind::kKeyword) return flavours;
    const auto values = view_.RecordedValues(field);
    if (!values.ok()) return values.status();
    for (const model::Symbol symbol : **values) {
      if (model::IsNullFlavour(view_.dictionary().Text(symbol))) flavours.push_back(symbol);
    }
    return flavours;
  }

  // Rows of a segment with a value in `field` that says more than that nothing is known.
  absl::StatusOr<storage::Bitmap> RowsWith(const storage::SegmentReader& segment, FieldId field) const {
    const auto number = static_cast<uint8_t>(model::Info(field).entity);
    const auto posting = [&](model::Symbol value) {
      return segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), number, field, value},
                             segment.rows(number));
    };
    const auto flavours = FlavoursOf(field);
    if (!flavours.ok()) return flavours.status();
    const auto with = posting(model::kAnyValue);
    if (!with.ok()) return with.status();
    storage::Bitmap rows = **with;
    for (const model::Symbol flavour : *flavours) {
      const auto unknown = posting(flavour);
      if (!unknown.ok()) return unknown.status();
      rows = storage::Bitmap::AndNot(rows, **unknown);
    }
    return rows;
  }

  // The individuals that have such a row.
  absl::StatusOr<storage::Bitmap> PeopleWith(const storage::SegmentReader& segment, FieldId field) const {
    auto rows = RowsWith(segment, field);
    const Entity entity = model::Info(field).entity;
    return !rows.ok() || entity == Entity::kIndividual ? std::move(rows) : IndividualsOf(segment, entity, *rows);
  }

  static PeopleKey KeyOf(FieldId field) { return PeopleKey("recorded").Add(field); }

  // Of all individuals.
  absl::StatusOr<PeopleCounts::Share> Recorded(FieldId field) const {
    return view_.people().Count({}, KeyOf(field),
                                [&](const storage::SegmentReader& segment) { return PeopleWith(segment, field); });
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
