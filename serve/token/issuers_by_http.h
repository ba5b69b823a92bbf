// How issuers of tokens are reached.
#ifndef MUSTER_SERVE_TOKEN_ISSUERS_BY_HTTP_H_
#define MUSTER_SERVE_TOKEN_ISSUERS_BY_HTTP_H_

#include <string>

#include "serve/token/token_authenticator.h"

namespace muster::serve {

/// The world outside of a service: keys and visas are fetched by HTTP, and the time is the system's. `ca_file`: PEM of
/// the authorities that certificates are checked by; empty: those of the system.
TokenWorld IssuersByHttp(const std::string& ca_file);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_ISSUERS_BY_HTTP_H_
