#include "engine/bind/criteria/has_binder.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/criteria/expression_binder.h"
#include "engine/bind/criteria/refused_consents.h"
#include "engine/bind/criteria/remarks/any_component.h"
#include "engine/bind/criteria/remarks/other_genes.h"
#include "engine/bind/criteria/remarks/row_terms.h"
#include "engine/bind/criteria/remarks/row_times.h"
#include "engine/bind/values/names/meant_records.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/same_names.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {

using grammar::Has;
using model::Entity;
using ontology::Reach;

namespace {

// The assay that a name is taken for in `did you mean`: units in hints are its own. Null where none is.
ontology::SymbolSet MeantAssay(const CatalogueView& view, std::string_view name) {
  if (view.listed() != nullptr) return nullptr;
  const auto values = view.FieldValues(model::field::kMeasurementAssay);
  if (!values.ok()) return nullptr;
  // Hemoglobin before hemoglobin A1c.
  const auto same = FindSameNames(view, {{std::string(name), true}}, model::field::kMeasurementAssay, **values);
  if (same.ok() && !same->empty()) return std::make_shared<const model::SymbolList>(*same);
  const std::vector<FoundName> found = FindNames(view, name, model::field::kMeasurementAssay, 1);
  const auto symbol = found.empty() ? std::nullopt : view.dictionary().Find(found[0].code);
  return symbol ? std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*symbol}) : nullptr;
}

// What codes begin with of the entity that is the first word of `name`; none for guests, who see some of them only.
std::vector<std::string> KindsOfNamed(const CatalogueView& view, std::string_view name) {
  const auto entity = FindEntity(name.substr(0, name.find(' ')));
  if (!entity || model::Info(*entity).primary < 0 || view.listed() != nullptr) return {};
  const auto values = view.FieldValues(static_cast<model::FieldId>(model::Info(*entity).primary));
  if (!values.ok()) return {};
  const KindsInUse kinds(view.terminology(), **values);
  return {kinds.recorded().begin(), kinds.recorded().end()};
}

std::string SearchableField(Entity entity) {
  for (const model::FieldId field : model::FieldsOf(entity)) {
    if (model::Info(field).kind != model::Kind::kText) return std::string(model::Info(field).name);
  }
  return "FIELD";
}

}  // namespace

ConditionPtr HasBinder::Bind(const Has& has, Entity space) {
  const auto entity = FindEntity(has.entity.text);
  if (!entity) {
    EntitySuggestions meant;
    if (reporter_->ExplainsErrors()) {
      meant.by_value = MeantByValue(view_, has, space);
      meant.by_name = MeantByEntity(view_, has, space);
      meant.nothing_is_called_so = meant.by_name.empty() && has.with == nullptr && space == Entity::kIndividual &&
                                   view_.listed() == nullptr;  // guests see some names only
      meant.kinds = KindsOfNamed(view_, has.entity.text);
    }
    ReportUnknownEntity(reporter_, has, space, std::move(meant));
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

// For `has first` and `has last` of records that are `dated`: records without a time might be the first or last one. If
// they may satisfy the criteria, it is unknown whether the person does; if they may fail them, the person does not
// certainly have a first record that satisfies them.
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
  grammar::ExprPtr criterion = grammar::WithCriterion(undated, grammar::MakeExpr(has.order_span, std::move(no_time)));
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
  if (good && entity == Entity::kConsent) good = LeaveOutRefusals(view_, reporter_, has, exists.get());
  if (good && reporter_->ExplainsRemarks() && view_.listed() == nullptr) Remark(has, *exists);
  if (good && exists->symbols != nullptr) {
    values_->quantities().RestrictUnconverted(first, entity, exists->symbols, exists->label);
  }
  if (good) values_->quantities().WarnOfUnconverted(first);
  return good ? std::move(exists) : nullptr;
}

// Remarks on criteria that make the answer misleading.
void HasBinder::Remark(const Has& has, const Condition& exists) {
  const bool with = has.with != nullptr && exists.polarity != Polarity::kExcluded;
  RowTimes times(view_, reporter_, *certainty_, *events_);
  times.OnHas(has, exists);
  if (exists.symbols == nullptr || !reporter_->ExplainsRemarks()) return;
  if (with) times.WarnOfTimes(*has.with, exists);
  NoteComponent(view_, reporter_, has, exists);
  NoteOtherGenes(view_, reporter_, has, exists);
  if (with) NoteAnyComponent(view_, reporter_, has, exists);
  if (with) NoteExceptions(terms_, reporter_, *has.with, has, exists, certainty_->negated());
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
                     absl::StrCat(std::string(info.plural), " have no term, so none are distinct"),
                     {"leave out distinct, which counts different terms: each record counts by itself"});
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
  WarnOfFewerTerms(view_, reporter_, has, *exists);
  return true;
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
  exists->slot = events_->Add(has.alias->text, exists, certainty_->negated());
  if (IsOneOfWords(has.alias->text, {"percent", "percentage", "percentages", "proportion", "fraction", "share", "rate",
                                     "table", "chart", "csv", "json", "html", "excel"})) {
    reporter_->Note(
        has.alias->span, "word-as-name",
        absl::StrCat("'", has.alias->text,
                     "' is the name of this record, for other criteria: it changes nothing of the answer"),
        {"leave it out; a share is this number by that of all who are meant, which is a question of its own"});
  }
  return true;
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
  const size_t references = events_->reference_count();
  exists->operands.push_back(expressions_->BindNested(*has.with, exists->child, negated));
  values_->set_assays(nullptr);
  events_->Distinguish(references, exists);
  return exists->operands.back() != nullptr;
}

}  // namespace muster::bind
