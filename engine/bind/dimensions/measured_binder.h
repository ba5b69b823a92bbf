// The fields of `summarise`.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_MEASURED_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_MEASURED_BINDER_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/dimensions/field_finder.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class MeasuredBinder {
 public:
  MeasuredBinder(Reporter* reporter, ValueBinder* values, TermBinder* terms, FieldFinder* fields)
      : reporter_(reporter), values_(values), terms_(terms), fields_(fields) {}

  struct BoundMeasure {
    Measured measured;
    ConditionPtr rows;  ///< that have the values
  };
  /// Binds one field of `summarise`, for the rows that are counted and satisfy `where`. Nullopt after an error.
  std::optional<BoundMeasure> Bind(const grammar::Measured& written, const Counted& counted, const Condition& where);

 private:
  // `order`: of the records the rows that have the values, which; kAny for all.
  bool BindField(const grammar::Measured& written, model::Entity space, Measured* measured, Order* order);
  // The rows of an entity below what is counted: observed ones, with the terms of the query.
  bool BindRows(const grammar::Measured& written, const model::EntityInfo& info, BoundMeasure* bound,
                ontology::SymbolSet* terms, std::string* label);
  // Of these rows, the first or last below each row of `space`.
  bool PickRows(const grammar::Measured& written, Order order, model::Entity space, const ontology::SymbolSet& terms,
                const std::string& label, BoundMeasure* bound);
  bool BindUnit(const grammar::Measured& written, const ontology::SymbolSet& terms, const std::string& label,
                Measured* measured);

  Reporter* reporter_;
  ValueBinder* values_;
  TermBinder* terms_;
  FieldFinder* fields_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_MEASURED_BINDER_H_
