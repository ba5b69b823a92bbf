// Numbers whose unit is recorded with each of them.
#ifndef MUSTER_ENGINE_BIND_VALUES_QUANTITY_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_QUANTITY_BINDER_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/query_units.h"
#include "engine/bind/values/remarks/unconverted_units.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/quantity.h"
#include "engine/model/units/target_unit.h"
#include "engine/model/units/units.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Where the analyte says how units convert (mass to amount, HbA1c), its assays are compared by themselves.
/// Each recorded unit gets the query's bounds converted to it, so that recorded numbers are compared unchanged.
class QuantityBinder {
 public:
  QuantityBinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// `compare` about `field`, whose unit stands in `unit_field`. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::FieldId field, model::FieldId unit_field);

  /// What numbers of `field` are converted to that are put into bands, or summarised, in the unit of `number`; of rows
  /// with one of `terms` (null: any), which the query calls `label`. Warns of those that are left out. Null after an
  /// error.
  std::shared_ptr<const model::TargetUnit> Target(const grammar::Literal& number, grammar::Span span,
                                                  model::FieldId field, const ontology::SymbolSet& terms,
                                                  const std::string& label);
  /// Adds what the units and assays stand for that records have. False after an error.
  bool AddSymbols(model::FieldId unit_field, model::QuantitySymbols* symbols);

  /// The assays that the comparison is about; null: any. Spares what cannot be met.
  void set_assays(ontology::SymbolSet assays) { assays_ = std::move(assays); }
  const ontology::SymbolSet& assays() const { return assays_; }

  // What comparisons leave out is gathered, until it is known which rows they are about.

  /// Numbers of two rows are compared, of this field; the other row has one of `others` (null: any code).
  void ComparePairs(grammar::Span span, model::FieldId field, model::FieldId unit_field, ontology::SymbolSet others);

  /// To speak of what is bound from here on.
  size_t unconverted() const { return unconverted_.size(); }
  /// What was bound since then is about rows of `entity` with one of `terms`, which the query calls `label`.
  void RestrictUnconverted(size_t first, model::Entity entity, const ontology::SymbolSet& terms,
                           const std::string& label);
  /// What was bound since then stands under `not`.
  void DenyUnconverted(size_t first);
  /// Warns of what comparisons leave out that were bound since then, and forgets it.
  void WarnOfUnconverted(size_t first);

 private:
  /// A comparison on the way to its condition.
  struct Comparison {
    const grammar::Compare& compare;
    model::FieldId field;
    model::FieldId unit_field;
    const std::vector<RecordedUnit>& recorded;
    const std::vector<QueryUnit>& units;  ///< of the query's numbers
    /// The assays that decide whether the comparison is an error: those that are listed. Null: all.
    ontology::SymbolSet told;
    std::vector<ConditionPtr> alternatives = {};
    std::vector<model::Symbol> of_analytes = {};  ///< assays that are compared by their analyte; at last ascending
    std::vector<Unconverted> left_out = {};
    bool compares = false;  ///< some unit can be converted to

    bool IsTold(model::Symbol assay) const { return told == nullptr || told->Contains(assay); }
  };
  /// Whether no record of what is asked for can have a number in `field`.
  bool HasNothingToCompare(model::FieldId field);
  // Null where everything is told.
  absl::StatusOr<ontology::SymbolSet> ToldAssays() const;
  static std::optional<ValueRange> BoundsIn(const model::Analyte* analyte, const RecordedUnit& recorded,
                                            const grammar::Compare& compare, const std::vector<QueryUnit>& written);

  std::vector<std::pair<const model::Analyte*, std::vector<model::Symbol>>> AnalytesOf(model::FieldId field);
  bool Matters(const model::Analyte* analyte, const Comparison& comparison) const;
  void AddAnalytes(Comparison* to);
  void AddOthers(Comparison* to);
  ConditionPtr InUnits(const model::Analyte* analyte, ontology::SymbolSet terms, ontology::SymbolSet except,
                       Comparison* to);
  ConditionPtr NothingCompared(const Comparison& comparison);

  const CatalogueView& view_;
  Reporter* reporter_;
  ontology::SymbolSet assays_;
  std::vector<Unconverted> unconverted_;
};

using model::UnitFieldOf;

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_QUANTITY_BINDER_H_
