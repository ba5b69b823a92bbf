#include "engine/bind/binder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/conditions.h"
#include "engine/bind/dimension_binder.h"
#include "engine/bind/reporter.h"
#include "engine/bind/scope.h"
#include "engine/bind/term_binder.h"
#include "engine/bind/unknown_name.h"
#include "engine/bind/value_binder.h"
#include "engine/model/keyword.h"
#include "engine/model/units.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using ontology::Reach;

std::string EntityName(Entity entity) { return std::string(model::Info(entity).name); }
std::string FieldName(FieldId field) { return std::string(model::Info(field).name); }

class Binder {
 public:
  Binder(const CatalogueView& view, Reporter* reporter)
      : view_(view),
        reporter_(reporter),
        terms_(view, reporter),
        values_(view, reporter),
        dimensions_(reporter, &values_) {}

  Query BindStatement(const grammar::Statement& statement) {
    Query query;
    query.explain = statement.explain;
    query.text = grammar::Print(statement);
    if (const auto* count = std::get_if<grammar::Count>(&statement.query)) {
      query.kind = Query::Kind::kCount;
      for (const grammar::Counted& counted : count->entities) BindCounted(counted, &query);
      if (query.counted.empty()) query.counted.emplace_back();  // reported already
      query.where = BindWhere(count->where, query.counted[0]);
      for (const grammar::Dimension& written : count->by) {
        if (auto dimension = dimensions_.Bind(written, query.counted[0].entity))
          query.by.push_back(*std::move(dimension));
      }
    } else {
      const auto& list = std::get<grammar::List>(statement.query);
      query.kind = Query::Kind::kList;
      BindCounted(list.entity, &query);
      if (query.counted.empty()) query.counted.emplace_back();
      query.where = BindWhere(list.where, query.counted[0]);
      query.limit = list.limit;
    }
    return query;
  }

 private:
  void BindCounted(const grammar::Counted& written, Query* query) {
    const grammar::Name& name = written.entity;
    const auto entity = FindEntity(name.text);
    if (!entity) {
      ReportUnknownEntity(reporter_, name, std::nullopt);
      return;
    }
    if (!query->counted.empty() && !OnOneLine(query->counted[0].entity, *entity)) {
      reporter_->Error(name.span, "unrelated-entities",
                       absl::StrCat(name.text, " cannot be counted together with ", query->counted[0].name,
                                    ": neither belongs to the other"));
      return;
    }
    if (std::any_of(query->counted.begin(), query->counted.end(),
                    [&](const Counted& c) { return c.entity == *entity; })) {
      reporter_->Error(name.span, "counted-twice", absl::StrCat(name.text, " is counted already"));
      return;
    }
    const auto polarity = BindPolarity(written.polarity, written.polarity_span, *entity);
    if (!polarity) return;
    const bool said = written.polarity == grammar::Polarity::kExcluded;
    query->counted.push_back({*entity, *polarity, said ? "excluded " + name.text : name.text});
  }

  // Of a polar entity, rows are meant as observed unless the query says otherwise.
  std::optional<Polarity> BindPolarity(grammar::Polarity written, grammar::Span span, Entity entity) {
    const model::EntityInfo& info = model::Info(entity);
    if (!info.polar && written != grammar::Polarity::kDefault) {
      reporter_->Error(span, "no-polarity",
                       absl::StrCat(std::string(info.plural), " are not recorded as observed or excluded"));
      return std::nullopt;
    }
    if (!info.polar) return Polarity::kAny;
    return written == grammar::Polarity::kExcluded ? Polarity::kExcluded : Polarity::kObserved;
  }

  ConditionPtr BindWhere(const grammar::ExprPtr& where, const Counted& counted) {
    ConditionPtr condition =
        where == nullptr ? MakeNode(Condition::Kind::kAll, counted.entity) : BindExpression(*where, counted.entity);
    if (condition == nullptr || counted.polarity == Polarity::kAny) return condition;
    ConditionPtr polarity = MakeNode(Condition::Kind::kPolarity, counted.entity);
    polarity->polarity = counted.polarity;
    return where == nullptr ? std::move(polarity) : Both(std::move(polarity), std::move(condition));
  }

  // Null after an error. `space` is the entity whose rows the expression is about.
  ConditionPtr BindExpression(const grammar::Expr& expr, Entity space) {
    if (const auto* node = std::get_if<grammar::And>(&expr.node)) {
      return BindOperands(node->operands, Condition::Kind::kAnd, space);
    }
    if (const auto* node = std::get_if<grammar::Or>(&expr.node)) {
      return BindOperands(node->operands, Condition::Kind::kOr, space);
    }
    if (const auto* node = std::get_if<grammar::Not>(&expr.node)) {
      ConditionPtr operand = BindExpression(*node->operand, space);
      return operand == nullptr ? nullptr : Negate(std::move(operand));
    }
    if (const auto* node = std::get_if<grammar::AtLeastOf>(&expr.node)) {
      ConditionPtr bound = BindOperands(node->operands, Condition::Kind::kAtLeast, space);
      if (node->count < 1 || static_cast<size_t>(node->count) > node->operands.size()) {
        reporter_->Error(expr.span, "bad-number",
                         absl::StrCat("at least ", node->count, " of ", node->operands.size(),
                                      node->operands.size() == 1 ? " criterion" : " criteria",
                                      node->count < 1 ? " is always true" : " can never be true"));
        return nullptr;
      }
      if (bound != nullptr) bound->at_least = node->count;
      return bound;
    }
    if (const auto* has = std::get_if<grammar::Has>(&expr.node)) return BindHas(*has, space);
    return BindCompare(std::get<Compare>(expr.node), space);
  }

  ConditionPtr BindOperands(const std::vector<grammar::ExprPtr>& operands, Condition::Kind kind, Entity space) {
    ConditionPtr node = MakeNode(kind, space);
    bool good = true;
    for (const grammar::ExprPtr& operand : operands) {
      node->operands.push_back(BindExpression(*operand, space));
      good = good && node->operands.back() != nullptr;
    }
    return good ? std::move(node) : nullptr;
  }

  // Wraps a condition about `condition->entity`, which is `space` or above it, as a condition about `space`.
  static ConditionPtr InSpace(ConditionPtr condition, Entity space) {
    if (condition == nullptr || condition->entity == space) return condition;
    ConditionPtr node = MakeNode(Condition::Kind::kAncestor, space);
    node->child = condition->entity;
    node->operands.push_back(std::move(condition));
    return node;
  }

  // ---- has ----

  ConditionPtr BindHas(const grammar::Has& has, Entity space) {
    const auto entity = FindEntity(has.entity.text);
    if (!entity) {
      ReportUnknownEntity(reporter_, has.entity, space);
      return nullptr;
    }
    Entity from = space;  // the nearest entity at or above `space` that the rows belong to
    while (from != Entity::kIndividual && !model::IsAncestorOrSelf(from, *entity)) from = model::Info(from).parent;
    if (*entity == from) {
      reporter_->Error(has.entity.span, "not-below",
                       *entity == space
                           ? absl::StrCat("the criteria here are already about ", WithArticle(EntityName(*entity)))
                           : absl::StrCat(WithArticle(EntityName(space)), " belongs to one ", EntityName(*entity)),
                       {absl::StrCat("write its criteria directly: ", SearchableField(*entity), " is ...")});
      return nullptr;
    }
    const model::EntityInfo& info = model::Info(*entity);
    ConditionPtr exists = MakeNode(Condition::Kind::kExists, from);
    exists->child = *entity;
    const auto polarity = BindPolarity(has.polarity, has.polarity_span, *entity);
    if (!polarity) return nullptr;
    exists->polarity = *polarity;
    if (has.quantity) {
      exists->count = {static_cast<Count::Kind>(has.quantity->kind), has.quantity->count, has.quantity->distinct};
      if (has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 0) {
        reporter_->Error(has.quantity->span, "bad-number", "at least 0 is always true");
        return nullptr;
      }
      if (has.quantity->distinct && info.primary < 0) {
        reporter_->Error(has.quantity->span, "no-term",
                         absl::StrCat(std::string(info.plural), " have no term, so none are distinct"));
        return nullptr;
      }
    }
    bool good = true;
    if (!has.terms.empty()) good = BindTermsOfHas(has, info, exists.get());
    if (has.with != nullptr) {
      values_.unconverted().clear();
      exists->operands.push_back(BindExpression(*has.with, *entity));
      good = good && exists->operands.back() != nullptr;
      if (good && exists->symbols != nullptr) WarnOfUnits(*exists);
    }
    return good ? InSpace(std::move(exists), space) : nullptr;
  }

  // Says how many records of the assay are in units that the comparison cannot be converted to: they are not counted.
  void WarnOfUnits(const Condition& exists) {
    for (const Unconverted& left_out : values_.unconverted()) {
      if (model::Info(left_out.unit_field).entity != exists.child) continue;
      uint64_t rows = 0;
      std::vector<std::string> units;
      for (const model::Symbol unit : left_out.units) {
        auto in_unit = view_.CountObserved(exists.child, *exists.symbols, left_out.unit_field, unit);
        if (!in_unit.ok()) return reporter_->Fail(in_unit.status());
        if (*in_unit > 0) units.push_back(model::UnitLabel(view_.dictionary().Text(unit)));
        rows += *in_unit;
      }
      if (rows == 0) continue;
      const model::EntityInfo& info = model::Info(exists.child);
      reporter_->Warn(left_out.span, "unconverted-units",
                      absl::StrCat(rows, " ", std::string(rows == 1 ? info.name : info.plural), " of ", exists.label,
                                   rows == 1 ? " is" : " are", " in a unit that ", left_out.unit,
                                   " cannot be converted to, and not counted"),
                      {absl::StrCat("units left out: ", absl::StrJoin(units, ", "))});
    }
  }

  bool BindTermsOfHas(const grammar::Has& has, const model::EntityInfo& info, Condition* exists) {
    if (info.primary < 0) {
      reporter_->Error(has.terms[0].span, "no-term", absl::StrCat(WithArticle(info.name), " has no term"),
                       {absl::StrCat("write has ", std::string(info.name), " with (FIELD is VALUE); fields: ",
                                     absl::StrJoin(FieldNames(info.entity), ", "))});
      return false;
    }
    // What is observed is observed of everything above it; what is excluded is excluded of everything below it.
    const Reach reach = exists->polarity == Polarity::kExcluded ? Reach::kAncestors : Reach::kDescendants;
    auto match = terms_.Bind(has.terms, static_cast<FieldId>(info.primary), reach);
    if (!match) return false;
    exists->symbols = match->symbols;
    exists->terms = match->terms;
    exists->label = match->label;
    return true;
  }

  static std::string SearchableField(Entity entity) {
    for (const FieldId field : model::FieldsOf(entity)) {
      if (model::Info(field).kind != model::Kind::kText) return FieldName(field);
    }
    return "FIELD";
  }

  // ---- comparisons ----

  ConditionPtr BindCompare(const Compare& compare, Entity space) {
    if (compare.as_of) {
      if (compare.field.text != "age") {
        reporter_->Error(compare.field.span, "unknown-field",
                         absl::StrCat("only an age is given as of a date, not '", compare.field.text, "'"));
        return nullptr;
      }
      return InSpace(values_.BindAgeAsOf(compare), space);
    }
    const auto field = FindFieldUpwards(space, compare.field.text);
    if (!field) {
      ReportUnknownField(reporter_, compare.field, space);
      return nullptr;
    }
    return InSpace(BindFieldCompare(compare, *field), space);
  }

  ConditionPtr BindFieldCompare(const Compare& compare, FieldId id) {
    const model::Field& field = model::Info(id);
    if (field.kind == model::Kind::kText) {
      reporter_->Error(
          compare.field.span, "not-searchable",
          absl::StrCat(FieldName(id), " is kept in the records and is not indexed, so it cannot be asked for"));
      return nullptr;
    }
    if (compare.certainty != Compare::Certainty::kDefault && field.kind != model::Kind::kTime) {
      reporter_->Error(
          compare.field.span, "not-a-time",
          absl::StrCat("`certainly` and `possibly` are about times, and ", FieldName(id), " is not a time"));
      return nullptr;
    }
    if (compare.op == Compare::Op::kIsRecorded) return Known(id);
    if (compare.op == Compare::Op::kIsMissing) return Negate(Known(id));
    switch (field.kind) {
      case model::Kind::kNumber:
        return values_.BindNumber(compare, id);
      case model::Kind::kTime:
        if (IsTimeLiteral(compare.values[0])) return values_.BindTime(compare, id);
        return BindSymbols(compare, id);
      default:
        return BindSymbols(compare, id);
    }
  }

  // Codes, keywords, and the terms of times.
  ConditionPtr BindSymbols(const Compare& compare, FieldId id) {
    using Op = Compare::Op;
    const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
    std::optional<TermMatch> match;
    if (compare.op == Op::kStartsWith) {
      match = terms_.BindPrefix(compare.values[0], id);
    } else if (negated || compare.op == Op::kIs || compare.op == Op::kIn) {
      match = model::Info(id).kind == model::Kind::kKeyword ? terms_.BindKeywords(compare.values, id)
                                                            : terms_.Bind(compare.values, id, Reach::kDescendants);
    } else {
      reporter_->Error(compare.op_span, "wrong-operator",
                       absl::StrCat(FieldName(id), " is compared with is, is not, in or starts with"));
    }
    if (!match) return nullptr;
    ConditionPtr codes = MakeCodes(id, match->symbols, match->terms, match->label);
    // A missing value satisfies neither `is` nor `is not`.
    return negated ? RecordedButNot(Known(id), std::move(codes)) : std::move(codes);
  }

  // The field has a value, and not one that says that nothing is known.
  ConditionPtr Known(FieldId id) {
    ConditionPtr recorded = Recorded(id);
    if (model::Info(id).kind != model::Kind::kKeyword) return recorded;
    auto values = view_.FieldValues(id);
    if (!values.ok()) {
      reporter_->Fail(values.status());
      return nullptr;
    }
    std::vector<model::Symbol> flavours;
    for (const model::Symbol symbol : **values) {
      if (model::IsNullFlavour(view_.dictionary().Text(symbol))) flavours.push_back(symbol);
    }
    if (flavours.empty()) return recorded;
    return RecordedButNot(
        std::move(recorded),
        MakeCodes(id, std::make_shared<const std::vector<model::Symbol>>(std::move(flavours)), 0, "null flavours"));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  TermBinder terms_;
  ValueBinder values_;
  DimensionBinder dimensions_;
};

}  // namespace

absl::StatusOr<std::optional<Query>> Bind(const grammar::Statement& statement, const CatalogueView& view,
                                          std::vector<Diagnostic>* diagnostics) {
  Reporter reporter(diagnostics);
  Query query = Binder(view, &reporter).BindStatement(statement);
  if (!reporter.status().ok()) return reporter.status();
  if (reporter.errors() > 0) return std::nullopt;
  return query;
}

}  // namespace muster::bind
