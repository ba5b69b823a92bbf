#include "engine/consent/refusal.h"

#include <string>

#include "engine/model/schema/schema.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/text/missing_marker.h"

namespace muster::consent {

bool IsRefusal(std::string_view status) {
  const std::string word = model::StandardWord(model::field::kConsentStatus, status);
  return word == "refused" || word == "withdrawn";
}

bool IsNoConsent(std::string_view status) { return IsRefusal(status) || model::IsNullFlavour(status); }

}  // namespace muster::consent
