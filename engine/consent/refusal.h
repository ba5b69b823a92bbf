// What the status of a person's consent says.
#ifndef MUSTER_ENGINE_CONSENT_REFUSAL_H_
#define MUSTER_ENGINE_CONSENT_REFUSAL_H_

#include <string_view>

namespace muster::consent {

/// Whether a status (a keyword of the catalogue) says that the person does not consent, or no longer does.
bool IsRefusal(std::string_view status);

/// Whether a status does not say that the person consents: a refusal, or one that is not known or was not understood.
bool IsNoConsent(std::string_view status);

}  // namespace muster::consent

#endif  // MUSTER_ENGINE_CONSENT_REFUSAL_H_
