#include "engine/bind/dimensions/measured_binder.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/bind/values/units/time_units.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Literal;
using model::Entity;
using model::FieldId;

std::optional<MeasuredBinder::BoundMeasure> MeasuredBinder::Bind(const grammar::Measured& written,
                                                                 const Counted& counted, const Condition& where) {
  BoundMeasure bound;
  Order order = Order::kAny;
  if (!BindField(written, counted.entity, &bound.measured, &order)) return std::nullopt;
  const model::EntityInfo& info = model::Info(model::Info(bound.measured.field).entity);
  const bool below = !model::IsAncestorOrSelf(info.entity, counted.entity);
  bound.measured.rows = below ? info.entity : counted.entity;
  ontology::SymbolSet terms;
  std::string label;
  if (below) {
    if (!BindRows(written, info, &bound, &terms, &label)) return std::nullopt;
    if (order != Order::kAny && !PickRows(written, order, counted.entity, terms, label, &bound)) return std::nullopt;
    ConditionPtr of = InSpace(bind::Clone(where), info.entity);
    bound.rows = bound.rows == nullptr ? std::move(of) : Both(std::move(bound.rows), std::move(of));
  } else if (!written.terms.empty()) {
    reporter_->Error(written.terms[0].span, "no-term",
                     absl::StrCat("which ", std::string(info.plural), " are meant is said behind `where`"));
    return std::nullopt;
  } else {
    bound.rows = bind::Clone(where);
  }
  if (!BindUnit(written, terms, label, &bound.measured)) return std::nullopt;
  return bound;
}

bool MeasuredBinder::BindField(const grammar::Measured& written, Entity space, Measured* measured, Order* order) {
  measured->name = written.field.text;
  if (written.as_of) {
    if (written.field.text != "age") {
      reporter_->Error(written.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", written.field.text, "'"));
      return false;
    }
    measured->field = model::field::kBirth;
    measured->as_of = values_->Date(*written.as_of);
    absl::StrAppend(&measured->name, " as of ", grammar::Print(*written.as_of));
    return measured->as_of.has_value();
  }
  grammar::Name name = written.field;
  if (auto ordered = fields_->OrderOf(name, space, /*time=*/false)) {
    name.text = std::move(ordered->name);
    *order = ordered->order;
  }
  const auto field = fields_->Find(name, space);
  if (!field) return false;
  measured->field = *field;
  const model::Field& info = model::Info(*field);
  if (info.kind != model::Kind::kNumber && info.kind != model::Kind::kTime) {
    reporter_->Error(written.field.span, "not-a-number",
                     absl::StrCat(std::string(info.name), " is neither a number nor a time, so it has no mean"),
                     {absl::StrCat("count by ", written.field.text)});
    return false;
  }
  if (*field == model::field::kBirth) {
    reporter_->Error(written.field.span, "not-a-number", "a birth date is no age",
                     {"write age as of 2025-01-01, or an age such as age at last contact"});
    return false;
  }
  return true;
}

bool MeasuredBinder::BindRows(const grammar::Measured& written, const model::EntityInfo& info, BoundMeasure* bound,
                              ontology::SymbolSet* terms, std::string* label) {
  if (info.polar) {
    bound->rows = MakeNode(Condition::Kind::kPolarity, info.entity);
    bound->rows->polarity = Polarity::kObserved;
  }
  if (written.terms.empty()) return true;
  if (info.primary < 0) {
    reporter_->Error(written.terms[0].span, "no-term", absl::StrCat(WithArticle(info.name), " has no term"));
    return false;
  }
  const auto primary = static_cast<FieldId>(info.primary);
  auto match = terms_->Bind(written.terms, primary, ontology::Reach::kDescendants);
  if (!match) return false;
  *terms = match->symbols;
  *label = match->label;
  absl::StrAppend(&bound->measured.name, " ", match->label);
  ConditionPtr codes = MakeCodes(primary, match->symbols, match->terms, match->label);
  bound->rows = bound->rows == nullptr ? std::move(codes) : Both(std::move(bound->rows), std::move(codes));
  return true;
}

bool MeasuredBinder::PickRows(const grammar::Measured& written, Order order, Entity space,
                              const ontology::SymbolSet& terms, const std::string& label, BoundMeasure* bound) {
  const Entity entity = bound->measured.rows;
  ConditionPtr exists = MakeNode(Condition::Kind::kExists, space);
  exists->child = entity;
  exists->polarity = model::Info(entity).polar ? Polarity::kObserved : Polarity::kAny;
  exists->symbols = terms;
  exists->label = label;
  exists->order = order;
  exists->left.entity = entity;
  const PickedRows picked = {entity, terms.get(), label, 0, order == Order::kLast, space};
  if (!fields_->BindOrder(written.field, picked, exists->polarity, &exists->left.field)) return false;
  bound->rows = MakeNode(Condition::Kind::kPicked, entity);
  bound->rows->operands.push_back(std::move(exists));
  return true;
}

bool MeasuredBinder::BindUnit(const grammar::Measured& written, const ontology::SymbolSet& terms,
                              const std::string& label, Measured* measured) {
  const model::Field& field = model::Info(measured->field);
  Literal one;
  one.kind = Literal::Kind::kNumber;
  one.number = 1;
  one.unit = written.unit;
  one.text = absl::StrCat("1 ", written.unit);
  one.span = written.unit.empty() ? written.span : written.unit_span;
  if (field.kind == model::Kind::kTime) {
    measured->unit = written.unit.empty() ? "years" : written.unit;
    const auto unit = FindTimeUnit(measured->unit);
    if (!unit) {
      reporter_->Error(one.span, "unknown-unit", absl::StrCat("'", written.unit, "' is not a unit of time"),
                       {"units of time are years, months, weeks, days and hours"});
      return false;
    }
    measured->unit_length = static_cast<double>(unit->length);
    return true;
  }
  measured->unit = written.unit;
  if (UnitFieldOf(field.id)) {
    measured->target = values_->quantities().Target(one, one.span, field.id, terms, label);
    return measured->target != nullptr;
  }
  if (written.unit.empty()) {
    if (field.id == model::field::kSurvival) measured->unit = "days";  // which is its own unit, and not in its name
    return true;
  }
  const auto factor = values_->InUnitOf(one, field.id);
  if (!factor) return false;
  measured->unit_length = *factor;
  return true;
}

}  // namespace muster::bind
