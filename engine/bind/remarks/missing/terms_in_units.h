// Private to bind/: the measurements or exposures with which a number is compared by its unit, if no term is given.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_TERMS_IN_UNITS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_TERMS_IN_UNITS_H_

#include <optional>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/dictionary.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct TermsInUnits {
  const grammar::Compare* compare;   ///< the comparison of the number
  std::vector<model::Symbol> terms;  ///< those with rows in a unit that it can be converted to, most rows first
};

/// For a `has` about measurements or exposures that must be true and was bound without mistakes, and that neither names
/// a term nor asks for one, or for a component, behind `with`: what its number with a unit is compared with. Nullopt
/// where there is no such number, more terms are in use than are worth looking at, or after a failure.
std::optional<TermsInUnits> FindTermsInUnits(const CatalogueView& view, Reporter* reporter, const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_TERMS_IN_UNITS_H_
