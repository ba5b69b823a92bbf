// The target of a request, as it stands in its first line.
#ifndef MUSTER_SERVE_HTTP_REQUEST_TARGET_H_
#define MUSTER_SERVE_HTTP_REQUEST_TARGET_H_

#include <string>
#include <string_view>
#include <utility>

namespace muster::serve {

/// The path and query of a target, and the host that stands in it instead of in `Host` (RFC 9112, 3.2.2).
std::pair<std::string, std::string> SplitTarget(std::string target);

/// The target of a request whose header has not come as a whole, as far as it has: `bytes` begin with the request's
/// first line.
std::string TargetSoFar(std::string_view bytes);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_REQUEST_TARGET_H_
