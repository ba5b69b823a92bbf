#include "engine/bind/criteria/has_binder.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/criteria/expression_binder.h"
#include "engine/bind/criteria/remarks/age_remarks.h"
#include "engine/bind/criteria/remarks/other_genes.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/values/meant_records.h"
#include "engine/bind/values/name_search.h"
#include "engine/consent/refusal.h"
#include "engine/model/text/text.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"

namespace muster::bind {

using grammar::Has;
using model::Entity;
using ontology::Reach;

namespace {

// The assay that a name is taken for in `did you mean`: units in hints are its own. Null where none is.
ontology::SymbolSet MeantAssay(const CatalogueView& view, std::string_view name) {
  if (view.listed() != nullptr) return nullptr;
  const std::vector<FoundName> found = FindNames(view, name, model::field::kMeasurementAssay, 1);
  const auto symbol = found.empty() ? std::nullopt : view.dictionary().Find(found[0].code);
  return symbol ? std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*symbol}) : nullptr;
}

std::string SearchableField(Entity entity) {
  for (const model::FieldId field : model::FieldsOf(entity)) {
    if (model::Info(field).kind != model::Kind::kText) return std::string(model::Info(field).name);
  }
  return "FIELD";
}

bool IsTermLiteral(const grammar::Literal& literal) {
  return literal.kind == grammar::Literal::Kind::kCode || literal.kind == grammar::Literal::Kind::kQuoted;
}

// Whether the criterion says anything of the status of a consent.
bool SpeaksOfStatus(const grammar::Expr& expr) {
  const auto any = [](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [](const grammar::ExprPtr& operand) { return SpeaksOfStatus(*operand); });
  };
  return std::visit(
      grammar::Overloaded{[&](const grammar::And& node) { return any(node.operands); },
                          [&](const grammar::Or& node) { return any(node.operands); },
                          [&](const grammar::Not& node) { return SpeaksOfStatus(*node.operand); },
                          [&](const grammar::AtLeastOf& node) { return any(node.operands); },
                          [](const grammar::Compare& node) {
                            return FindField(Entity::kConsent, node.field.text) == model::field::kConsentStatus;
                          },
                          [](const grammar::Has&) { return false; }, [](const grammar::InCohort&) { return false; },
                          [](const grammar::Usable&) { return false; }, [](const grammar::Overlaps&) { return false; }},
      expr.node);
}

}  // namespace

ConditionPtr HasBinder::Bind(const Has& has, Entity space) {
  const auto entity = FindEntity(has.entity.text);
  if (!entity) {
    ReportUnknownEntity(reporter_, has, space,
                        reporter_->ExplainsErrors() ? MeantByEntity(view_, has, space) : std::vector<std::string>());
    return nullptr;
  }
  const auto from = NearestAbove(has, *entity, space);
  if (!from) return nullptr;
  const bool exactly = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly;
  if (certainty_->AsWritten() || !exactly) {
    return InSpace(WithUndated(has, *from, *entity, BindExists(has, *from, *entity)), space);
  }
  // Of `exactly`, more rows and fewer rows are the two ends: each is bound by itself.
  const int count = has.quantity->count;
  ConditionPtr least = BindExists(has, *from, *entity, Count{Count::Kind::kAtLeast, count, has.quantity->distinct});
  ConditionPtr most = BindExists(has, *from, *entity, Count{Count::Kind::kAtMost, count, has.quantity->distinct});
  if (least == nullptr || most == nullptr) return nullptr;
  return InSpace(count == 0 ? std::move(most) : Both(std::move(least), std::move(most)), space);
}

// The nearest entity at or above `space` that rows of `entity` belong to. Nullopt after an error.
std::optional<Entity> HasBinder::NearestAbove(const Has& has, Entity entity, Entity space) {
  Entity from = space;
  while (from != Entity::kIndividual && !model::IsAncestorOrSelf(from, entity)) from = model::Info(from).parent;
  if (entity != from) return from;
  reporter_->Error(has.entity.span, "not-below",
                   entity == space
                       ? absl::StrCat("the criteria here are already about ", WithArticle(EntityName(entity)))
                       : absl::StrCat(WithArticle(EntityName(space)), " belongs to one ", EntityName(entity)),
                   {absl::StrCat("write its criteria directly: ", SearchableField(entity), " is ...")});
  return std::nullopt;
}

// Of `has first` and `has last`, which are `dated`: records without a time might be the one. Where they may meet the
// criteria, it is not known of whom they are; and where they may fail them, nobody certainly has a first that meets
// them.
ConditionPtr HasBinder::WithUndated(const Has& has, Entity from, Entity entity, ConditionPtr dated) {
  const bool admits = certainty_->AdmitsMissing(grammar::Certainty::kDefault);
  const bool one = !has.quantity && !has.alias && !has.dates;
  if (dated == nullptr || has.order == grammar::Order::kAny || !one) return dated;
  if (!admits && (!certainty_->DeniedByMissing() || has.with == nullptr)) return dated;
  grammar::Compare no_time;
  no_time.field = {std::string(model::Info(*model::MomentOf(entity)).name), has.order_span};
  no_time.op = grammar::Compare::Op::kIsMissing;
  grammar::Has undated = grammar::Clone(has);
  undated.order = grammar::Order::kAny;
  if (!admits) undated.with = grammar::MakeExpr(has.with->span, grammar::Not{std::move(undated.with)});
  grammar::ExprPtr criterion = grammar::WithAlso(undated, grammar::MakeExpr(has.order_span, std::move(no_time)));
  if (!admits) criterion = grammar::MakeExpr(has.order_span, grammar::Not{std::move(criterion)});
  ConditionPtr of_undated = expressions_->BindNested(*criterion, from);
  if (of_undated == nullptr) return nullptr;
  if (!admits) return Both(std::move(dated), std::move(of_undated));
  std::vector<ConditionPtr> either;
  either.push_back(std::move(dated));
  either.push_back(std::move(of_undated));
  return Combine(Condition::Kind::kOr, from, std::move(either));
}

// `count`, where given, instead of the one that is written.
ConditionPtr HasBinder::BindExists(const Has& has, Entity from, Entity entity, std::optional<Count> count) {
  const model::EntityInfo& info = model::Info(entity);
  ConditionPtr exists = MakeNode(Condition::Kind::kExists, from);
  exists->child = entity;
  const auto polarity = BindPolarity(reporter_, has.polarity, has.polarity_span, entity);
  if (!polarity) return nullptr;
  exists->polarity = *polarity;
  if (!BindQuantity(has, info, exists.get())) return nullptr;
  if (count) exists->count = *count;
  bool good = BindTerms(has, info, exists.get());
  good = BindTimes(has, info, exists.get()) && good;
  if (!BindAlias(has, exists.get())) return nullptr;
  const size_t first = values_->quantities().unconverted();
  good = BindWith(has, exists.get()) && good;
  if (good && entity == Entity::kConsent) good = LeaveOutRefusals(has, exists.get());
  if (good && reporter_->ExplainsRemarks() && view_.listed() == nullptr) NoteUndated(has, *exists);
  if (good && exists->symbols != nullptr && reporter_->ExplainsRemarks() && view_.listed() == nullptr) {
    if (has.with != nullptr && exists->polarity != Polarity::kExcluded) WarnOfTimes(*has.with, *exists);
    NoteComponent(has, *exists);
    NoteOtherGenes(view_, reporter_, has, *exists);
    if (has.with != nullptr && exists->polarity != Polarity::kExcluded) NoteExceptions(*has.with, has, *exists);
  }
  if (good && exists->symbols != nullptr) {
    values_->quantities().RestrictUnconverted(first, entity, exists->symbols, exists->label);
  }
  if (good) values_->quantities().WarnOfUnconverted(first);
  return good ? std::move(exists) : nullptr;
}

bool HasBinder::BindQuantity(const Has& has, const model::EntityInfo& info, Condition* exists) {
  if (!has.quantity) return true;
  exists->count = {static_cast<Count::Kind>(has.quantity->kind), has.quantity->count, has.quantity->distinct};
  if (has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 0) {
    reporter_->Error(has.quantity->span, "bad-number", "at least 0 is always true");
    return false;
  }
  if (has.quantity->distinct && info.primary < 0) {
    reporter_->Error(has.quantity->span, "no-term",
                     absl::StrCat(std::string(info.plural), " have no term, so none are distinct"));
    return false;
  }
  return true;
}

bool HasBinder::BindTerms(const Has& has, const model::EntityInfo& info, Condition* exists) {
  if (has.terms.empty()) return true;
  if (info.primary < 0) {
    reporter_->Error(has.terms[0].span, "no-term", absl::StrCat(WithArticle(info.name), " has no term"),
                     {absl::StrCat("write has ", std::string(info.name),
                                   " with (FIELD is VALUE); fields: ", absl::StrJoin(FieldNames(info.entity), ", "))});
    return false;
  }
  // What is observed is observed of everything above it; what is excluded is excluded of everything below it.
  const Reach reach = exists->polarity == Polarity::kExcluded ? Reach::kAncestors : Reach::kDescendants;
  auto match = terms_->Bind(has.terms, static_cast<model::FieldId>(info.primary), reach);
  if (!match) return false;
  exists->symbols = match->symbols;
  exists->terms = match->terms;
  exists->label = match->label;
  WarnOfFewerTerms(has, *exists);
  return true;
}

// has at least 2 distinct variant of one gene: what is distinct are terms, and records have one.
void HasBinder::WarnOfFewerTerms(const Has& has, const Condition& exists) {
  const Count& count = exists.count;
  const bool more = count.kind != Count::Kind::kAtMost && count.count > 0;
  if (!count.distinct || !more || view_.listed() != nullptr || !reporter_->ExplainsRemarks()) return;
  const size_t codes = exists.symbols->size();
  if (codes == 0 || codes >= static_cast<size_t>(count.count)) return;  // of none it is said already
  reporter_->Warn(has.quantity->span, "fewer-codes",
                  absl::StrCat(count.count, " distinct ", std::string(model::Info(exists.child).plural),
                               " are asked for, and records have ", codes, codes == 1 ? " code" : " codes", " of ",
                               exists.label, ", so nothing matches"),
                  {"leave out distinct to count records"});
}

// first, last, on distinct dates: by the time that rows of the entity have.
bool HasBinder::BindTimes(const Has& has, const model::EntityInfo& info, Condition* exists) {
  if (has.order == grammar::Order::kAny && !has.dates) return true;
  const auto moment = model::MomentOf(info.entity);
  if (!moment) {
    reporter_->Error(
        has.dates ? has.dates_span : has.order_span, "no-time",
        absl::StrCat(std::string(info.plural), " have no time of their own to be told apart or ordered by"));
    return false;
  }
  exists->left.entity = info.entity;
  exists->left.field = *moment;
  exists->order = static_cast<Order>(has.order);
  if (has.dates) {
    exists->dates = *has.dates;
    if (*has.dates < 1) {
      reporter_->Error(has.dates_span, "bad-number", "at least 0 dates is always true");
      return false;
    }
    if (has.quantity) {
      reporter_->Error(has.quantity->span, "named-many",
                       "either a number of rows or a number of dates can be asked for",
                       {"leave out the number of rows: on at least 2 distinct dates asks for two or more",
                        "join two criteria with `and` to ask for both"});
      return false;
    }
  }
  return true;
}

bool HasBinder::BindAlias(const Has& has, Condition* exists) {
  if (!has.alias) return true;
  if (exists->count.kind != Count::Kind::kAtLeast || exists->count.count != 1 || exists->dates > 0) {
    reporter_->Error(has.alias->span, "named-many", "only one row can be named, not several or none",
                     {"leave out the number, or the name"});
    return false;
  }
  if (events_->Has(has.alias->text)) {
    reporter_->Error(has.alias->span, "named-twice", absl::StrCat("a row is named '", has.alias->text, "' already"));
    return false;
  }
  exists->slot = events_->Add(has.alias->text, exists);
  return true;
}

// A refusal is recorded as a consent with that status, and is none. Who speaks of the status knows it.
bool HasBinder::LeaveOutRefusals(const Has& has, Condition* exists) {
  if (has.with != nullptr && SpeaksOfStatus(*has.with)) return true;
  const auto recorded = view_.RecordedValues(model::field::kConsentStatus);
  if (!recorded.ok()) {
    reporter_->Fail(recorded.status());
    return false;
  }
  std::vector<model::Symbol> refusals;
  for (const model::Symbol status : **recorded) {
    if (consent::IsNoConsent(view_.dictionary().Text(status))) refusals.push_back(status);
  }
  const auto symbols = std::make_shared<const model::SymbolList>(std::move(refusals));
  if (!NoteRefusals(has, *symbols)) return false;
  if (symbols->empty()) return true;
  ConditionPtr given = Negate(MakeCodes(model::field::kConsentStatus, symbols, 0, "refusals"));
  if (exists->operands.empty()) {
    exists->operands.push_back(std::move(given));
  } else {
    exists->operands[0] = Both(std::move(exists->operands[0]), std::move(given));
  }
  return true;
}

bool HasBinder::NoteRefusals(const Has& has, const model::SymbolList& refusals) {
  std::string which;
  if (view_.listed() != nullptr) {
    // The same sentence whether there are any or not: how many refused is a number that nobody has released.
    which = "consents that are refused or withdrawn, if there are any, are not counted as one";
  } else {
    if (refusals.empty()) return true;
    const auto count = view_.counts().WithValue(model::field::kConsentStatus, refusals);
    if (!count.ok()) {
      reporter_->Fail(count.status());
      return false;
    }
    which = absl::StrCat(*count, " of all consents ", *count == 1 ? "is" : "are",
                         " refused or withdrawn, or of a status that is not known, and not counted as one");
  }
  reporter_->Note(has.entity.span, "refused-consents", which,
                  {"write has consent with status is ... to choose the status, or status is recorded for any"});
  return true;
}

// Rows without time are neither first nor last; and who is left out by a time stays in where it is not recorded.
void HasBinder::NoteUndated(const Has& has, const Condition& exists) {
  if (exists.polarity == Polarity::kExcluded) return;
  if (exists.order != Order::kAny) NoteLacking(has.order_span, exists, exists.left.field, "neither first nor last");
  if (exists.dates > 0) NoteLacking(has.dates_span, exists, exists.left.field, "on no day that is known");
  if (has.with == nullptr) return;
  NoteAges(*has.with, exists);
  const bool few = exists.count.kind != Count::Kind::kAtLeast;
  if (few != certainty_->negated()) return NoteTimesOf(*has.with, exists);
  NoteLeftOutBy(*has.with, exists);
}

// Of comparisons with an onset term, or with a window of days, that all have to hold.
void HasBinder::NoteAges(const grammar::Expr& criterion, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteAges(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) return;
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  const TimesOf times = {exists.child, exists.symbols.get(), *field};
  if (compare->distance) {
    if (NoteAgesToTheMonth(view_, reporter_, *compare, times, exists.label)) return;
    NoteAgesOfNamed(view_, reporter_, *compare, *events_);
  } else if (IsTermLiteral(compare->values.back())) {
    NoteAgesBesideTerms(view_, reporter_, *compare, times, exists.label);
  }
}

// Of comparisons with a date, an age or another time that all have to hold: records without such a time do not count.
void HasBinder::NoteLeftOutBy(const grammar::Expr& criterion, const Condition& exists) {
  if (!certainty_->AsWritten() || exists.polarity == Polarity::kExcluded) return;
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteLeftOutBy(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) return;
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  if (IsTimeLiteral(compare->values.back())) {
    NoteLeftOut(view_, reporter_, compare->field.span, exists.child, exists.symbols.get(), exists.label, *field,
                ValueBinder::IsDate(compare->values.back()));
  } else {
    NoteWithoutTime(view_, reporter_, compare->field.span, exists.child, exists.symbols.get(), exists.label, *field);
    if (!IsTermLiteral(compare->values.back())) NoteOtherTime(*compare, exists, *field, /*none=*/false);
  }
}

// Of a time that is compared with that of a row with a name, or of the person.
void HasBinder::NoteOtherTime(const grammar::Compare& compare, const Condition& exists, model::FieldId field,
                              bool none) {
  const grammar::Literal& other = compare.values.front();
  TimesOfRows right;
  const EventScope::Event* event = events_->Find(other.event.empty() ? model::ToLower(other.text) : other.event);
  if (event != nullptr) {
    right = {event->entity, event->exists->symbols.get(), event->exists->label, 0};
    const auto time = other.event.empty() ? model::MomentOf(event->entity) : FindField(event->entity, other.text);
    if (!time) return;
    right.field = *time;
  } else {
    const auto time = FindField(model::Entity::kIndividual, other.text);
    if (!other.event.empty() || !time || model::Info(*time).kind != model::Kind::kTime) return;
    right.field = *time;
  }
  NoteIncomparable(view_, reporter_, compare.field.span, {exists.child, exists.symbols.get(), exists.label, field},
                   right, none);
}

// Of comparisons that all have to hold.
void HasBinder::NoteTimesOf(const grammar::Expr& criterion, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteTimesOf(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->op == grammar::Compare::Op::kIsMissing ||
      compare->op == grammar::Compare::Op::kIsRecorded) {
    return;
  }
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  const bool dated = !compare->as_of && !compare->values.empty() && IsTimeLiteral(compare->values.back());
  if (dated && ValueBinder::IsDate(compare->values.back())) return NoteNotDated(compare->field.span, exists, *field);
  const bool of_other = !dated && !compare->as_of && !compare->values.empty() && !IsTermLiteral(compare->values.back());
  if (of_other) NoteOtherTime(*compare, exists, *field, /*none=*/true);
  NoteLacking(compare->field.span, exists, *field, "");
}

// Of a comparison with a date that leaves out who meets it: what has no date stays, also what has an age instead.
void HasBinder::NoteNotDated(grammar::Span span, const Condition& exists, model::FieldId field) {
  const auto untimed = view_.counts().WithoutTime(exists.child, exists.symbols.get(), field, model::kDateLow);
  if (!untimed.ok()) return reporter_->Fail(untimed.status());
  if (untimed->otherwise == 0) return NoteLacking(span, exists, field, "");
  const uint64_t rows = untimed->lacking + untimed->otherwise;
  const model::EntityInfo& info = model::Info(exists.child);
  reporter_->Note(span, "undated-records",
                  absl::StrCat(rows, " of ", untimed->all, " ", std::string(info.plural),
                               exists.symbols == nullptr ? "" : " of ", exists.symbols == nullptr ? "" : exists.label,
                               rows == 1 ? " has no " : " have no ", std::string(model::Info(field).name),
                               " as a date (", untimed->otherwise, untimed->otherwise == 1 ? " has" : " have",
                               " an age or a term), and who has only such is not left out by this"));
}

// Of comparisons with a date or an age, wherever they stand.
void HasBinder::WarnOfTimes(const grammar::Expr& criterion, const Condition& exists) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) WarnOfTimes(*operand, exists);
  };
  if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return all(node->operands);
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return all(node->operands);
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return WarnOfTimes(*node->operand, exists);
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty() ||
      !IsTimeLiteral(compare->values.back())) {
    return;
  }
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  WarnIfNoneOfTerms(view_, reporter_, compare->field.span, exists, *field, ValueBinder::IsDate(compare->values.back()));
}

void HasBinder::NoteLacking(grammar::Span span, const Condition& exists, model::FieldId field, const std::string& so) {
  const model::EntityInfo& info = model::Info(exists.child);
  if (exists.symbols == nullptr && info.primary < 0) return;
  const auto rows = exists.symbols == nullptr
                        ? view_.counts().Lacking(exists.child, model::SymbolList({model::kAnyValue}), field)
                        : view_.counts().Lacking(exists.child, *exists.symbols, field);
  if (!rows.ok()) return reporter_->Fail(rows.status());
  if (*rows == 0) return;
  const bool one = *rows == 1;
  const bool goes_on = field == model::field::kTreatmentEnd && so.empty();
  reporter_->Note(span, "undated-records",
                  absl::StrCat(*rows, " ", std::string(one ? info.name : info.plural),
                               exists.symbols == nullptr ? "" : " of ", exists.symbols == nullptr ? "" : exists.label,
                               one ? " has no " : " have no ", std::string(model::Info(field).name),
                               so.empty() ? absl::StrCat(goes_on ? " and may go on" : "",
                                                         ", and who has only such is not left out by this")
                                          : absl::StrCat(", and ", one ? "is " : "are ", so)));
}

// A component of a panel is recorded beside the panel's code, not as an assay.
void HasBinder::NoteComponent(const Has& has, const Condition& exists) {
  if (exists.child != Entity::kMeasurement) return;
  const auto assays = view_.FieldValues(model::field::kMeasurementAssay);
  const auto components = view_.FieldValues(model::field::kMeasurementComponent);
  if (!assays.ok() || !components.ok()) return reporter_->Fail(assays.ok() ? components.status() : assays.status());
  if ((*components)->empty() || Meet(*exists.symbols, **assays) || !Meet(*exists.symbols, **components)) return;
  reporter_->Warn(
      has.terms[0].span, "no-such-codes",
      absl::StrCat("no measurement here is one of ", exists.label, " itself, but some have it as a component"),
      {absl::StrCat("write has measurement with (component is ", has.terms[0].text, " and ...)")});
}

// Of criteria that all have to hold: `except B` of a term A that B has nothing in common with. It is taken to leave out
// people who have B as well. Who writes `term not in` says it of the record.
void HasBinder::NoteExceptions(const grammar::Expr& criterion, const Has& has, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteExceptions(*operand, has, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  // `except` stands for both the field and the operator.
  const bool except = compare != nullptr && compare->op == grammar::Compare::Op::kNotIn && !compare->event &&
                      compare->field.span.begin == compare->op_span.begin;
  constexpr size_t kMaxPairsSearched = 400;  // each costs a search
  if (!except || compare->values.size() * has.terms.size() > kMaxPairsSearched) return;
  constexpr size_t kMaxNamed = 3;
  std::string from = "the terms that it is taken from";
  if (has.terms.size() <= kMaxNamed) {
    from = absl::StrJoin(has.terms, " or ", [](std::string* out, const grammar::Literal& term) {
      absl::StrAppend(out, grammar::Print(term));
    });
  }
  const auto field = static_cast<model::FieldId>(model::Info(exists.child).primary);
  const bool none = (exists.count.kind != Count::Kind::kAtLeast) != certainty_->negated();
  for (const grammar::Literal& exception : compare->values) {
    if (terms_->HaveInCommon(exception, has.terms, field)) continue;
    grammar::Literal written = exception;
    written.exactly = false;
    const std::string name = grammar::Print(written);
    reporter_->Warn(
        exception.span, "exception-not-below",
        absl::StrCat(name, " is not below ", from, ", so `except` leaves nothing out"),
        {none ? "who has it is not left out by this anyway"
              : absl::StrCat("to leave out who has it as well, write and no ", has.entity.text, " ", name)});
  }
}

bool HasBinder::BindWith(const Has& has, Condition* exists) {
  if (has.with == nullptr) return true;
  if (exists->child == Entity::kMeasurement) {
    const bool called = exists->symbols != nullptr || has.terms.size() != 1;
    values_->set_assays(called || !reporter_->ExplainsErrors() ? exists->symbols
                                                               : MeantAssay(view_, has.terms[0].text));
  }
  // Criteria about the rows of `at most N` and `exactly N` are under a `not`.
  const bool negated = exists->count.kind != Count::Kind::kAtLeast;
  const size_t spoken = events_->spoken();
  exists->operands.push_back(expressions_->BindNested(*has.with, exists->child, negated));
  values_->set_assays(nullptr);
  events_->Distinguish(spoken, exists);
  return exists->operands.back() != nullptr;
}

}  // namespace muster::bind
