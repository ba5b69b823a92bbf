// Which part of the service a path belongs to.
#ifndef MUSTER_SERVE_ENDPOINT_H_
#define MUSTER_SERVE_ENDPOINT_H_

#include <string>

#include "serve/http/url.h"

namespace muster::serve {

/// Below /beacon/v2.
bool IsBeacon(const Target& target);

/// Below /v1.
bool IsNative(const Target& target);

/// Whether what is asked for says nothing of people: what the service is, and which datasets, cohorts and terms it has.
/// `target` is one of the two above.
bool IsDocument(const Target& target);

/// The path with ids replaced, for logs and metrics: "/beacon/v2/individuals/{id}".
std::string TemplateOf(const Target& target);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_ENDPOINT_H_
