// Records that a comparison leaves out because their unit cannot be converted to that of the query.
#ifndef MUSTER_ENGINE_BIND_UNCONVERTED_UNITS_H_
#define MUSTER_ENGINE_BIND_UNCONVERTED_UNITS_H_

#include <string>
#include <vector>

#include "engine/bind/bound.h"
#include "engine/bind/catalogue_view.h"
#include "engine/bind/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Units that a comparison could not be converted to, so that records in them do not take part.
struct Unconverted {
  grammar::Span span;
  std::string unit;  ///< of the query
  model::FieldId unit_field = 0;
  std::vector<model::Symbol> units;  ///< of records, ascending
};

/// Warns when rows that have the terms of `exists`, a kExists with terms, are in units of `left_out`: they are not
/// counted. Says how many these are.
void WarnOfUnconverted(const CatalogueView& view, Reporter* reporter, const std::vector<Unconverted>& left_out,
                       const Condition& exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_UNCONVERTED_UNITS_H_
