// Units of numbers in a query, and their relation to the units that records have.
#ifndef MUSTER_ENGINE_BIND_VALUES_UNITS_QUERY_UNITS_H_
#define MUSTER_ENGINE_BIND_VALUES_UNITS_QUERY_UNITS_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/units/units.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The unit of a number in a query: one that can be converted, or an unknown one that records have.
struct QueryUnit {
  std::optional<model::Unit> unit;
  std::vector<model::Symbol> same;
};

/// The units of the numbers of `compare`. Units of records are in `unit_field`; if `assays` is not null, only their
/// records count. Nullopt after an error.
std::optional<std::vector<QueryUnit>> ReadUnits(const CatalogueView& view, Reporter* reporter,
                                                const grammar::Compare& compare, model::FieldId unit_field,
                                                const std::vector<RecordedUnit>& recorded,
                                                const ontology::SymbolSet& assays);

/// The ones of `recorded` that records of `assays` have; all if that is not known.
std::vector<RecordedUnit> UnitsOfAssays(const CatalogueView& view, model::FieldId unit_field,
                                        const std::vector<RecordedUnit>& recorded, const ontology::SymbolSet& assays);

/// The recorded units that are spelt like this, or have it as label.
std::vector<model::Symbol> SpeltLike(const std::string& text, const std::vector<RecordedUnit>& recorded,
                                     const model::Dictionary& dictionary);

/// The recorded units, for hints.
std::string UnitsInUse(const std::vector<RecordedUnit>& units, const model::Dictionary& dictionary);

/// A unit as it is written behind a number: in quotes if needed.
std::string WrittenUnit(const std::string& label);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_UNITS_QUERY_UNITS_H_
