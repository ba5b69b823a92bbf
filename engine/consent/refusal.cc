#include "engine/consent/refusal.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/missing_marker.h"

namespace muster::consent {

bool IsRefusal(std::string_view status) {
  constexpr std::string_view kRefusals[] = {
      "refused",  "refuse",      "withdrawn", "denied",     "deny",     "declined",  "revoked",
      "rejected", "not granted", "not given", "no consent", "no",       "n",         "false",
      "0",        "opt-out",     "opt out",   "opted out",  "objected", "cancelled",
  };
  return std::find(std::begin(kRefusals), std::end(kRefusals), status) != std::end(kRefusals);
}

bool IsNoConsent(std::string_view status) { return IsRefusal(status) || model::IsNullFlavour(status); }

}  // namespace muster::consent
