// Numbers whose unit is recorded with each of them.
#ifndef MUSTER_ENGINE_BIND_QUANTITY_BINDER_H_
#define MUSTER_ENGINE_BIND_QUANTITY_BINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound.h"
#include "engine/bind/catalogue_view.h"
#include "engine/bind/reporter.h"
#include "engine/bind/unconverted_units.h"
#include "engine/model/analyte.h"
#include "engine/model/units.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Where the analyte says how units convert (mass to amount, HbA1c), its assays are compared by themselves.
/// Each recorded unit gets the query's bounds converted to it, so that recorded numbers are compared as they stand.
class QuantityBinder {
 public:
  QuantityBinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// `compare` about `field`, whose unit stands in `unit_field`. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::FieldId field, model::FieldId unit_field);

  /// The assays that the comparison is about; null: any. Spares what cannot be met.
  void set_assays(ontology::SymbolSet assays) { assays_ = std::move(assays); }

  /// Warns of what comparisons leave out that were bound since the last ForgetUnconverted: the caller knows that they
  /// are about rows of `exists`.
  void WarnOfUnconverted(const Condition& exists) const {
    bind::WarnOfUnconverted(view_, reporter_, unconverted_, exists);
  }
  void ForgetUnconverted() { unconverted_.clear(); }

 private:
  std::optional<std::vector<model::Unit>> ReadUnits(const grammar::Compare& compare,
                                                    const std::vector<RecordedUnit>& recorded);

  std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> AnalytesOf(model::FieldId field);
  bool Matters(const model::Analyte* analyte, const std::vector<RecordedUnit>& recorded,
               const grammar::Compare& compare, const std::vector<model::Unit>& units) const;
  ConditionPtr InUnits(const model::Analyte* analyte, const grammar::Compare& compare,
                       const std::vector<model::Unit>& units, model::FieldId field, model::FieldId unit_field,
                       const std::vector<RecordedUnit>& recorded, Unconverted* unconverted);

  const CatalogueView& view_;
  Reporter* reporter_;
  ontology::SymbolSet assays_;
  std::vector<Unconverted> unconverted_;
};

/// The field that holds the unit of `field`, where each record has its own.
std::optional<model::FieldId> UnitFieldOf(model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_QUANTITY_BINDER_H_
