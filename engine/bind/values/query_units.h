// The units that are written behind numbers, beside those that records have.
#ifndef MUSTER_ENGINE_BIND_VALUES_QUERY_UNITS_H_
#define MUSTER_ENGINE_BIND_VALUES_QUERY_UNITS_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/units/units.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The unit of a number in a query: one that converts, or one that nobody can read, but that records have.
struct QueryUnit {
  std::optional<model::Unit> unit;
  std::vector<model::Symbol> same;
};

/// The units of the numbers of `compare`, which records have in `unit_field`, of `assays` where these are not null.
/// Nullopt after an error.
std::optional<std::vector<QueryUnit>> ReadUnits(const CatalogueView& view, Reporter* reporter,
                                                const grammar::Compare& compare, model::FieldId unit_field,
                                                const std::vector<RecordedUnit>& recorded,
                                                const ontology::SymbolSet& assays);

/// Those of `recorded` that records of `assays` have; all of them where that cannot be said.
std::vector<RecordedUnit> UnitsOfAssays(const CatalogueView& view, model::FieldId unit_field,
                                        const std::vector<RecordedUnit>& recorded, const ontology::SymbolSet& assays);

/// The units of records that are spelt so, or of which this is the label.
std::vector<model::Symbol> SpeltLike(const std::string& text, const std::vector<RecordedUnit>& recorded,
                                     const model::Dictionary& dictionary);

/// The units that records have, for hints.
std::string UnitsInUse(const std::vector<RecordedUnit>& units, const model::Dictionary& dictionary);

/// A unit as it can be written behind a number: in quotes where it has to be.
std::string WrittenUnit(const std::string& label);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_QUERY_UNITS_H_
