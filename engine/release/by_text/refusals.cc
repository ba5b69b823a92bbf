#include "engine/release/by_text/refusals.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/ordered_name.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/units/time_units.h"
#include "engine/model/units/quantity.h"
#include "engine/release/by_text/fineness.h"
#include "engine/release/policy/hidden_names.h"
#include "grammar/criteria_count.h"
#include "grammar/walk.h"

namespace muster::release {
namespace {

using grammar::Compare;
using grammar::Literal;
using grammar::Span;
using model::Entity;
using model::FieldId;
using Op = Compare::Op;

class Judge {
 public:
  explicit Judge(const TierLimits& limits) : limits_(limits) {}

  std::vector<Diagnostic> Of(const grammar::Statement& statement) {
    span_ = statement.span;
    if (statement.explain == grammar::Statement::Explain::kAnalyse) NotOffered("explain analyse");
    std::visit([&](const auto& query) { See(query); }, statement.query);
    if (criteria_ > limits_.criteria) {
      TooMany(span_,
              absl::StrCat("a statement has at most ", limits_.criteria, " criteria here; this has ", criteria_));
    }
    return std::move(refusals_);
  }

 private:
  // ---- statements ----

  void See(const grammar::Count& count) {
    if (count.with && count.with->text != "certainty") NotOffered(absl::StrCat("with ", count.with->text));
    SeeCounted(count.entities);
    const Entity space = SpaceOf(count.entities);
    SeeWhere(count.where, space);
    SeeBy(count.by, space);
    for (const grammar::HavingCondition& bound : count.having) SeeEntity(bound.counted);
  }

  void See(const grammar::List& list) {
    if (!limits_.list) return NotOffered("list");
    SeeCounted({&list.entity, 1});
    SeeWhere(list.where, SpaceOf({&list.entity, 1}));
  }

  void See(const grammar::Steps& steps) {
    if (steps.impact && limits_.impact == ImpactAllowed::kNo) return NotOffered("impact");
    if (!steps.impact && !limits_.funnel) return NotOffered("funnel");
    SeeCounted(steps.entities);
    SeeWhere(steps.where, SpaceOf(steps.entities));
  }

  void See(const grammar::CompareCohorts& compare) {
    for (const grammar::CompareCohorts::Compared& compared : compare.cohorts) {
      if (compared.counted) SeeCounted({&*compared.counted, 1});
      SeeWhere(compared.where, Entity::kIndividual);
    }
    SeeBy(compare.by, Entity::kIndividual);
  }

  // Least and greatest values, and means, are of single people or follow them.
  void See(const grammar::Summarise&) { NotOffered("summarise"); }

  void See(const grammar::Define& define) {
    if (!limits_.cohorts) return NotOffered("define cohort");
    SeeCounted({&define.counted, 1});
    SeeWhere(define.where, Entity::kIndividual);
  }

  void See(const grammar::Drop&) {
    if (!limits_.cohorts) NotOffered("drop cohort");
  }

  void See(const grammar::Describe& describe) { SeeEntity(describe.entity); }

  void See(const grammar::Show& show) {
    const std::string& what = show.what.text;
    const bool cohorts = what.starts_with("cohort");
    if (cohorts && !limits_.cohorts) return NotOffered("show cohorts");
    // What imports said quotes records, and so do unknown codes.
    const bool known = what == "catalogue" || what == "catalog" || what == "datasets" || what == "ontologies";
    if (!cohorts && !known) NotOffered(absl::StrCat("show ", what));
  }

  void See(const grammar::Terms& terms) {
    if (terms.in) NotOffered("terms like ... in");  // what records of an entity have is more than a list says
  }

  // ---- names ----

  void SeeCounted(std::span<const grammar::Counted> all) {
    for (const grammar::Counted& counted : all) SeeEntity(counted.entity);
  }

  static Entity SpaceOf(std::span<const grammar::Counted> counted) {
    const auto entity = counted.empty() ? std::nullopt : bind::FindEntity(counted.front().entity.text);
    return entity.value_or(Entity::kIndividual);  // also of families and relatives
  }

  void SeeEntity(const grammar::Name& name) {
    const auto entity = bind::FindEntity(name.text);
    if (entity && IsHidden(*entity, limits_.hidden)) Hidden(name.span, name.text);
  }

  // The fields that a name may mean; those below only where none is meant otherwise, as the binder names them then.
  static std::vector<FieldId> FieldsMeant(Entity space, std::string_view name) {
    if (const auto field = bind::FindFieldUpwards(space, name)) return {*field};
    return bind::FindFieldsBelow(space, name);
  }

  std::vector<FieldId> FieldsOfRow(std::string_view row, std::string_view name) const {
    if (const auto known = rows_.find(absl::AsciiStrToLower(std::string(row))); known != rows_.end()) {
      return FieldsMeant(known->second, name);
    }
    std::vector<FieldId> any;
    for (const model::EntityInfo& info : model::Entities()) {
      if (const auto field = bind::FindField(info.entity, name)) any.push_back(*field);
    }
    return any;
  }

  bool SeeFields(const std::vector<FieldId>& fields, Span span, std::string_view name) {
    for (const FieldId field : fields) {
      if (!IsHidden(field, limits_.hidden)) continue;
      Hidden(span, name);
      return false;
    }
    return true;
  }

  // ---- criteria ----

  void SeeWhere(const grammar::ExprPtr& where, Entity space) {
    if (where == nullptr) return;
    criteria_ += grammar::CountCriteria(*where);
    NameRows(*where);
    See(*where, space);
  }

  // Rows may be spoken of before they are named.
  void NameRows(const grammar::Expr& expr) {
    if (const auto* has = std::get_if<grammar::Has>(&expr.node); has != nullptr && has->alias) {
      rows_[absl::AsciiStrToLower(has->alias->text)] = bind::FindEntity(has->entity.text).value_or(Entity::kIndividual);
    }
    grammar::ForEachChild(expr, [&](const grammar::ExprPtr& child) { NameRows(*child); });
  }

  void See(const grammar::Expr& expr, Entity space) {
    std::visit([&](const auto& node) { SeeNode(node, expr.span, space); }, expr.node);
  }

  void SeeAll(const std::vector<grammar::ExprPtr>& operands, Entity space) {
    for (const grammar::ExprPtr& operand : operands) See(*operand, space);
  }

  void SeeNode(const grammar::And& node, Span, Entity space) { SeeAll(node.operands, space); }
  void SeeNode(const grammar::Or& node, Span span, Entity space) {
    SeeOperands(node.operands.size(), span);
    SeeAll(node.operands, space);
  }
  void SeeNode(const grammar::Not& node, Span, Entity space) { See(*node.operand, space); }
  void SeeNode(const grammar::AtLeastOf& node, Span span, Entity space) {
    SeeOperands(node.operands.size(), span);
    SeeAll(node.operands, space);
  }
  void SeeNode(const grammar::InCohort&, Span, Entity) {}
  void SeeNode(const grammar::Usable&, Span, Entity) {}
  void SeeNode(const grammar::Overlaps&, Span, Entity) {}

  void SeeNode(const grammar::Has& has, Span, Entity) {
    SeeEntity(has.entity);
    SeeOperands(has.terms.size(), has.entity.span);
    if (has.quantity) SeeNumber(has.quantity->count, has.quantity->span);
    if (has.dates) SeeNumber(*has.dates, has.dates_span);
    if (has.with != nullptr) See(*has.with, bind::FindEntity(has.entity.text).value_or(Entity::kIndividual));
  }

  void SeeNode(const Compare& compare, Span span, Entity space) {
    const std::vector<FieldId> fields =
        compare.event ? FieldsOfRow(compare.event->text, compare.field.text) : FieldsMeant(space, compare.field.text);
    if (!SeeFields(fields, compare.field.span, compare.field.text)) return;
    SeeOperands(compare.values.size(), span);
    if (compare.as_of && IsTooFineDate(*compare.as_of, DateEnd::kFirst, limits_.dates)) TooFineDate(*compare.as_of);
    if (compare.distance && IsTooFineDistance(*compare.distance, limits_.ages)) {
      TooFine(compare.distance->span, "this distance is too exact here",
              "write whole weeks, months or years, or multiples of 5 days");
    }
    for (size_t i = 0; i < compare.values.size(); ++i) SeeValue(compare, i, space);
  }

  void SeeValue(const Compare& compare, size_t i, Entity space) {
    Literal value = compare.values[i];
    if (value.kind == Literal::Kind::kMoment) {
      const std::vector<FieldId> fields =
          value.event.empty() ? FieldsMeant(space, value.text) : FieldsOfRow(value.event, value.text);
      if (SeeFields(fields, value.span, value.text)) SeeNumber(value.factor, value.span);
      return;
    }
    const bool number = value.kind == Literal::Kind::kNumber;
    if (number && value.unit.empty()) value.unit = compare.values.back().unit;  // between 40 and 60 years
    if (compare.op == Op::kAged) {
      value.unit = "years";
      if (i + 1 == compare.values.size()) value.number += 1;  // aged 18 to 65 ends at 66
      Literal first = compare.values.front();
      first.unit = "years";
      if (IsTooFineAge(value, limits_.ages) || IsTooFineAge(first, limits_.ages)) TooFineAge(value);
      return;
    }
    if (IsTooFineAge(value, limits_.ages)) return TooFineAge(value);
    if (IsTooFineDate(value, EndOf(compare.op, i), limits_.dates)) return TooFineDate(value);
    const bool year =
        number && value.unit.empty() && value.number >= 1000 && value.number <= 9999 && IsTime(compare, space);
    if (number && !year && !bind::FindTimeUnit(value.unit)) SeeNumber(value.number, value.span);
  }

  bool IsTime(const Compare& compare, Entity space) const {
    const std::vector<FieldId> fields =
        compare.event ? FieldsOfRow(compare.event->text, compare.field.text) : FieldsMeant(space, compare.field.text);
    for (const FieldId field : fields) {
      if (model::Info(field).kind != model::Kind::kTime) return false;
    }
    return !fields.empty();
  }

  static DateEnd EndOf(Op op, size_t i) {
    switch (op) {
      case Op::kLess:
      case Op::kGreaterEqual:
        return DateEnd::kFirst;
      case Op::kLessEqual:
      case Op::kGreater:
        return DateEnd::kLast;
      case Op::kBetween:
        return i == 0 ? DateEnd::kFirst : DateEnd::kLast;
      default:
        return DateEnd::kBoth;
    }
  }

  // ---- by ----

  void SeeBy(const std::vector<grammar::Dimension>& by, Entity space) {
    if (by.size() > limits_.dimensions) {
      TooMany(by.back().span, absl::StrCat("a table has at most ", limits_.dimensions, " dimensions here"));
    }
    for (const grammar::Dimension& dimension : by) SeeDimension(dimension, space);
  }

  void SeeDimension(const grammar::Dimension& dimension, Entity space) {
    const std::string& name = dimension.field.text;
    std::vector<FieldId> fields = FieldsMeant(space, name);
    if (const auto entity = bind::FindEntity(name)) {
      if (model::Info(*entity).primary >= 0) fields.push_back(static_cast<FieldId>(model::Info(*entity).primary));
    }
    for (size_t blank = name.find(' '); blank != std::string::npos; blank = name.find(' ', blank + 1)) {
      const auto entity = bind::FindEntity(name.substr(0, blank));  // sample stage
      const auto field = entity ? bind::FindField(*entity, name.substr(blank + 1)) : std::nullopt;
      if (field) fields.push_back(*field);
    }
    for (size_t of = name.find(" of "); of != std::string::npos; of = name.find(" of ", of + 1)) {
      const auto entity = bind::FindEntity(name.substr(of + 4));  // value of measurement
      const auto field = entity ? bind::FindField(*entity, name.substr(0, of)) : std::nullopt;
      if (field) fields.push_back(*field);
    }
    if (fields.empty() && name.ends_with(" term")) NotOffered("by the term for a time");
    if (fields.empty() && bind::WithoutOrder(name)) NotOffered("by a field of the first or last record");
    if (!SeeFields(fields, dimension.field.span, name)) return;
    // How exact these are is not judged yet, so they are not offered at all.
    if (dimension.calendar != grammar::Dimension::Calendar::kNone) NotOffered("by year or month of a date");
    if (dimension.number_of) NotOffered("by number of");
    if (!dimension.edges.empty()) NotOffered("in bands at");
    if (!dimension.terms.empty()) NotOffered("by a field of some terms");
    if (dimension.polarity != grammar::Polarity::kDefault) NotOffered("by observed or excluded records");
    if (dimension.band && IsQuantity(fields)) NotOffered("by bands of a value with a unit");
    if (dimension.as_of && IsTooFineDate(*dimension.as_of, DateEnd::kFirst, limits_.dates)) {
      TooFineDate(*dimension.as_of);
    }
    if (dimension.band) SeeBand(*dimension.band);
    for (const grammar::Dimension::Group& group : dimension.groups) SeeOperands(group.values.size(), group.span);
  }

  static bool IsQuantity(const std::vector<FieldId>& fields) {
    return std::any_of(fields.begin(), fields.end(),
                       [](FieldId field) { return model::UnitFieldOf(field).has_value(); });
  }

  void SeeBand(const Literal& band) {
    if (IsTooFineBand(band, limits_.ages)) {
      TooFine(band.span, "these bands are too narrow here",
              limits_.ages == AgeFineness::kFiveYears ? "write bands of 5 or 10 years" : "write bands of whole years");
    } else if (band.kind == Literal::Kind::kNumber && !bind::FindTimeUnit(band.unit)) {
      SeeNumber(band.number, band.span);
    }
  }

  // ---- refusals ----

  void SeeNumber(double number, Span span) {
    if (!IsTooFineNumber(number, limits_.digits)) return;
    TooFine(span, absl::StrCat("numbers have at most ", *limits_.digits, " significant digits here"),
            "write 140 instead of 137");
  }
  void SeeOperands(size_t operands, Span span) {
    if (operands <= limits_.or_operands) return;
    TooMany(span, absl::StrCat("a list, or an `or`, has at most ", limits_.or_operands, " operands here; this has ",
                               operands));
  }
  void TooFineAge(const Literal& literal) {
    TooFine(literal.span, "this age is too exact here",
            limits_.ages == AgeFineness::kFiveYears
                ? "write whole months below 2 years, whole years below 20, and multiples of 5 years from there on"
                : "write whole years, and below 2 years whole months");
  }
  void TooFineDate(const Literal& literal) {
    TooFine(literal.span, "this date is too exact here",
            limits_.dates == DateFineness::kYear ? "write years: 2024, or the first of January"
                                                 : "write months: 2024-05, or the first of a month");
  }
  void TooFine(Span span, std::string message, std::string hint) {
    Refuse(span, "too-fine", std::move(message), {std::move(hint)});
  }
  void TooMany(Span span, std::string message) { Refuse(span, "too-many-criteria", std::move(message), {}); }
  void Hidden(Span span, std::string_view name) {
    Refuse(span, "hidden-field", absl::StrCat("'", std::string(name), "' cannot be asked for here"), {});
  }
  void NotOffered(std::string_view statement) {
    Refuse(span_, "not-offered", absl::StrCat("`", std::string(statement), "` is not offered here"), {});
  }
  void Refuse(Span span, std::string code, std::string message, std::vector<std::string> hints) {
    refusals_.push_back(
        {Severity::kError, std::move(code), std::move(message), span.begin, span.end, std::move(hints)});
  }

  const TierLimits& limits_;
  Span span_;
  size_t criteria_ = 0;
  std::map<std::string, Entity, std::less<>> rows_;  // by the name that the text gives them
  std::vector<Diagnostic> refusals_;
};

}  // namespace

std::vector<Diagnostic> RefusalsByText(const grammar::Statement& statement, const TierLimits& limits) {
  return Judge(limits).Of(statement);
}

}  // namespace muster::release
