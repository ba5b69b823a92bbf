// Private to bind/: terms below those that are asked for which are another thing by their names.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Diseases below another that are no kind of it by their names: "Lynch syndrome" below "colorectal cancer".
struct TermsBelow {
  std::vector<std::string> codes;  ///< the most frequent first; none: there are no such
  uint64_t people = 0;             ///< in the catalogue, who have one of these and nothing else of what was asked for
};

/// Those below `terms`, diseases that were bound without mistakes, that people of the catalogue have and nothing else
/// of it. Either one that many have, where many have the term itself, and whose name has no word in common with it. Or
/// those that are called a syndrome, likewise, and that the ontology has below another term as well, where no more than
/// one in three have only these: "Noonan syndrome" and "CHARGE syndrome" below "heart disorder". Not for guests.
/// Nullopt after a failure. Found once for the terms in a version.
std::optional<TermsBelow> FindTermsBelow(const CatalogueView& view, Reporter* reporter,
                                         const std::vector<grammar::Literal>& terms);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_
