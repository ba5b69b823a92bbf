// MomentBinder, of numbers: value > reference high, value >= 1.5 times a.value.
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/criteria/moment_binder.h"
#include "engine/bind/criteria/order_of.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/model/units/analyte.h"

namespace muster::bind {
using grammar::Compare;
using grammar::Literal;
using model::Entity;

bool MomentBinder::IsAboutNumbers(const Compare& compare, Entity space) const {
  return std::any_of(compare.values.begin(), compare.values.end(), [&](const Literal& literal) {
    return literal.kind == Literal::Kind::kMoment ||
           (literal.kind == Literal::Kind::kWord &&
            FindFieldUpwards(space, literal.text, model::Kind::kNumber).has_value());
  });
}

std::optional<Moment> MomentBinder::BindNumber(const Literal& literal, Entity space, ontology::SymbolSet* named) {
  Moment number;
  number.entity = space;
  if (!literal.event.empty()) {
    EventScope::Event* event = FindEvent({literal.event, literal.span});
    if (event == nullptr) return std::nullopt;
    number.slot = event->slot;
    number.entity = event->entity;
    *named = event->exists->symbols;
  }
  const auto field = FindFieldUpwards(number.entity, literal.text, model::Kind::kNumber);
  if (!field) {
    reporter_->Error(literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is no number of a record"),
                     {absl::StrCat("numbers of ", WithArticle(std::string(model::Info(number.entity).name)), ": ",
                                   FieldsOfKind(number.entity, model::Kind::kNumber))});
    return std::nullopt;
  }
  number.field = *field;
  return number;
}

std::shared_ptr<const model::QuantitySymbols> MomentBinder::Symbols(model::FieldId left, model::FieldId right) {
  auto symbols = std::make_shared<model::QuantitySymbols>();
  for (const model::FieldId field : {left, right}) {
    const auto unit_field = model::UnitFieldOf(field);
    if (unit_field && !values_->quantities().AddSymbols(*unit_field, symbols.get())) return nullptr;
  }
  return symbols;
}

// 0.9 times a value in % is not 0.9 times the same value in mmol/mol where the two scales have different zeros (HbA1c,
// degrees Celsius and Fahrenheit): it depends on the unit of each record.
void MomentBinder::WarnOfScales(grammar::Span span, model::FieldId field, model::FieldId unit_field,
                                const ontology::SymbolSet& named) {
  const model::Entity entity = model::Info(field).entity;
  const ontology::SymbolSet& assays = named != nullptr ? named : values_->quantities().assays();
  if (view_.listed() != nullptr || assays == nullptr) return;
  const auto units = view_.FieldUnits(unit_field);
  if (!units.ok()) return reporter_->Fail(units.status());
  for (const model::Symbol assay : *assays) {
    const model::Analyte* analyte = model::FindAnalyte(view_.dictionary().Text(assay));
    const model::SymbolList one({assay});
    std::vector<const RecordedUnit*> used;
    for (const RecordedUnit& unit : **units) {
      if (!unit.unit) continue;
      const auto rows = view_.counts().Observed(entity, one, unit_field, unit.symbol);
      if (!rows.ok()) return reporter_->Fail(rows.status());
      if (*rows > 0) used.push_back(&unit);
    }
    for (size_t i = 1; i < used.size(); ++i) {
      const auto zero = model::ConvertOf(analyte, 0, *used[0]->unit, *used[i]->unit);
      if (!zero.ok() || std::abs(*zero) < 1e-9) continue;
      reporter_->Warn(span, "scales-of-two-zeros",
                      absl::StrCat("a multiple is computed in the unit of the record that is multiplied, and ",
                                   model::UnitLabel(view_.dictionary().Text(used[0]->symbol)), " and ",
                                   model::UnitLabel(view_.dictionary().Text(used[i]->symbol)), " of ",
                                   std::string(view_.dictionary().Text(assay)), " do not have the same zero"),
                      {"the answer depends on which unit a laboratory used; compare both values with numbers instead"});
      return;
    }
  }
}

// A 0 says nothing of people where no record has the other number: a reference high, say. `named`: the codes of the row
// that has it, if it is a named one. Reports nothing to guests.
void MomentBinder::WarnOfNoNumber(const Compare& compare, model::FieldId field, const ontology::SymbolSet& named) {
  if (view_.listed() != nullptr || model::MayHaveBounds(field)) return;
  const grammar::Span span = compare.values[0].span;
  const auto recorded = IsRecorded(view_, field, model::kValuePart);
  if (!recorded.ok()) return reporter_->Fail(recorded.status());
  if (!*recorded) return WarnIfNoNumber(view_, reporter_, span, field, certainty_->negated());
  const Entity entity = model::Info(field).entity;
  const ontology::SymbolSet& codes = named != nullptr ? named : values_->quantities().assays();
  if (entity != Entity::kMeasurement || codes == nullptr || codes->empty() || certainty_->negated()) return;
  const auto all = view_.counts().Observed(entity, *codes, static_cast<model::FieldId>(model::Info(entity).primary),
                                           model::kAnyValue);
  if (!all.ok()) return reporter_->Fail(all.status());
  const auto lacking = view_.counts().Lacking(entity, codes.get(), field);
  if (!lacking.ok()) return reporter_->Fail(lacking.status());
  if (*all == 0 || *lacking < *all) return;
  const std::string of =
      codes->size() == 1 ? std::string(view_.dictionary().Text(*codes->begin())) : std::string("these codes");
  reporter_->Warn(span, "not-recorded",
                  absl::StrCat("no ", std::string(model::Info(field).name), " of the ", RowsInWords(*all, entity, of),
                               " is recorded, so nothing matches"));
}

ConditionPtr MomentBinder::BindNumbers(const Compare& compare, model::FieldId field, Entity space) {
  const auto relation = OrderOf(compare.op);
  if (!relation) {
    reporter_->Error(compare.op_span, "wrong-operator", "numbers of records are compared with <, <=, > or >=");
    return nullptr;
  }
  ontology::SymbolSet named;
  const auto right = BindNumber(compare.values[0], space, &named);
  if (!right) return nullptr;
  WarnOfNoNumber(compare, right->field, named);
  ConditionPtr node = MakeNode(Condition::Kind::kNumbers, space);
  node->left.entity = space;
  node->left.field = field;
  node->right = *right;
  node->time_relation = *relation;
  node->factor = compare.values[0].factor;
  node->quantities = Symbols(field, right->field);
  // Numbers of one row have one unit. Those of two may have two.
  const auto unit_field = model::UnitFieldOf(field);
  if (unit_field && right->slot != kThisRow && model::UnitFieldOf(right->field) == unit_field) {
    values_->quantities().ComparePairs(compare.op_span, field, *unit_field, named);
  }
  if (unit_field && node->factor != 1 && reporter_->ExplainsRemarks()) {
    WarnOfScales(compare.op_span, field, *unit_field, named);
  }
  node->possibly = certainty_->Possibly(compare.certainty);
  node->unknown = certainty_->AdmitsMissing(compare.certainty);
  return node->quantities == nullptr ? nullptr : std::move(node);
}

}  // namespace muster::bind
