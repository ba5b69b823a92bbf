// Comparisons of numbers that are recorded with a unit each.
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
#include "engine/bind/values/remarks/unconverted_units.h"
#include "engine/bind/values/units/query_units.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/quantity.h"
#include "engine/model/units/target_unit.h"
#include "engine/model/units/units.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The query's bounds are converted to each recorded unit, so that recorded numbers are compared unchanged. If the
/// conversion depends on the analyte (mass to amount, HbA1c), its assays are compared separately.
class QuantityBinder {
 public:
  QuantityBinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// Binds `compare` of `field`, whose unit is in `unit_field`. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::FieldId field, model::FieldId unit_field);

  /// The bounds of `compare`, whose numbers have the units `written`, in the recorded unit; nullopt where these do not
  /// convert to it.
  static std::optional<ValueRange> BoundsIn(const model::Analyte* analyte, const RecordedUnit& recorded,
                                            const grammar::Compare& compare, const std::vector<QueryUnit>& written);

  /// The unit to which numbers of `field` are converted for bands or a summary, which is that of `number`; for rows
  /// with one of `terms` (null: any), which the query calls `label`. Warns of rows that are left out. Null after an
  /// error.
  std::shared_ptr<const model::TargetUnit> Target(const grammar::Literal& number, grammar::Span span,
                                                  model::FieldId field, const ontology::SymbolSet& terms,
                                                  const std::string& label);
  /// Adds the recorded units and assays that are compared. False after an error.
  bool AddSymbols(model::FieldId unit_field, model::QuantitySymbols* symbols);

  /// The assays that the comparison is about; null: any. Avoids conditions that no row can satisfy.
  void set_assays(ontology::SymbolSet assays) { assays_ = std::move(assays); }
  const ontology::SymbolSet& assays() const { return assays_; }

  // Collects what comparisons leave out, until it is known which rows they are about.

  /// Numbers of this field are compared between two rows; the other row has one of `others` (null: any code).
  void ComparePairs(grammar::Span span, model::FieldId field, model::FieldId unit_field, ontology::SymbolSet others);

  /// A mark, for the following functions: what is bound from now on.
  size_t unconverted() const { return unconverted_.size(); }
  /// What was bound since the mark is about rows of `entity` with one of `terms`, which the query calls `label`.
  void RestrictUnconverted(size_t first, model::Entity entity, const ontology::SymbolSet& terms,
                           const std::string& label);
  /// What was bound since the mark is under `not`.
  void DenyUnconverted(size_t first);
  /// Warns of what comparisons bound since the mark leave out, and forgets it.
  void WarnOfUnconverted(size_t first);

 private:
  /// The state of a comparison while it is bound.
  struct Comparison {
    const grammar::Compare& compare;
    model::FieldId field;
    model::FieldId unit_field;
    const std::vector<RecordedUnit>& recorded;
    const std::vector<QueryUnit>& units;  ///< of the query's numbers
    /// The assays that decide whether the comparison is an error: listed ones. Null: all.
    ontology::SymbolSet listed;
    std::vector<ConditionPtr> alternatives = {};
    std::vector<model::Symbol> of_analytes = {};  ///< assays that are compared by their analyte; ascending in the end
    std::vector<Unconverted> left_out = {};
    bool compares = false;  ///< some recorded unit can be converted to

    bool IsListed(model::Symbol assay) const { return listed == nullptr || listed->Contains(assay); }
  };
  /// Whether no matching record can have a number in `field`.
  bool HasNothingToCompare(model::FieldId field);
  // Null if all values are visible.
  absl::StatusOr<ontology::SymbolSet> ListedAssays() const;

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
