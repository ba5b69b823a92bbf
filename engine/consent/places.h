// Countries, by their codes and names, and regions that they lie in.
#ifndef MUSTER_ENGINE_CONSENT_PLACES_H_
#define MUSTER_ENGINE_CONSENT_PLACES_H_

#include <string_view>

namespace muster::consent {

/// Whether `country` (ISO 3166 or English name) is `place`, or lies in it: a country, a continent, the European Union
/// and the like. False when either is not known.
bool IsInPlace(std::string_view country, std::string_view place);

/// Whether `place` is a country or a region that is known here.
bool IsKnownPlace(std::string_view place);

}  // namespace muster::consent

#endif  // MUSTER_ENGINE_CONSENT_PLACES_H_
