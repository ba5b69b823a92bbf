// Private to api/: a statement as the ledger keeps it.
#ifndef MUSTER_ENGINE_API_GUEST_KNOWN_REDACT_H_
#define MUSTER_ENGINE_API_GUEST_KNOWN_REDACT_H_

#include <string>

#include "grammar/syntax.h"

namespace muster::api {

/// The canonical text, with "..." for every value of a criterion on variants, and for the values of groups of them:
/// somebody who asks for a rare variant may have it.
std::string Redacted(const grammar::Statement& statement);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_KNOWN_REDACT_H_
