// Remarks on records that a comparison leaves out, as their unit cannot be converted to that of the query, or they have
// none.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_UNCONVERTED_UNITS_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_UNCONVERTED_UNITS_H_

#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What one comparison leaves out, for assays with the same conversions.
struct Unconverted {
  grammar::Span span;
  std::string unit;  ///< of the query
  model::FieldId field = 0;
  model::FieldId unit_field = 0;
  std::vector<model::Symbol> units;  ///< units of records, ascending
  bool without = false;              ///< also records without unit
  /// The primary codes that this is about, without `except` if given; null: any.
  ontology::SymbolSet terms;
  ontology::SymbolSet except;
  std::string label;    ///< of the terms that the query names, or empty
  bool denied = false;  ///< the comparison is under `not`, so that rows that cannot be compared exclude nobody
  /// Numbers of two rows are compared: pairs are left out whose units do not convert into each other. `terms` are the
  /// codes of one row, `others` those of the other; `unit`, `units`, `without` and `except` are not used.
  bool pairs = false;
  ontology::SymbolSet others = {};
};

/// `left_out` is only about rows with one of `terms`, which the query calls `label`.
void RestrictUnconverted(const ontology::SymbolSet& terms, const std::string& label, Unconverted* left_out);

/// Warns of the rows that comparisons leave out, and says how many these are. Where the query names no terms, units
/// that are read, and measure something else, are not worth a word. Of pairs of rows it says how many have which unit.
void WarnOfUnconverted(const CatalogueView& view, Reporter* reporter, std::vector<Unconverted> left_out);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_UNCONVERTED_UNITS_H_
