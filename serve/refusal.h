// Requests that are refused before the caller is known.
#ifndef MUSTER_SERVE_REFUSAL_H_
#define MUSTER_SERVE_REFUSAL_H_

#include <optional>
#include <string_view>

#include "serve/config/settings.h"
#include "serve/http/message.h"

namespace muster::serve {

/// Why a request is not answered.
struct Refusal {
  int status = 400;
  std::string_view message;
  std::string_view counted = {};  ///< as what Metrics::Refused counts it; empty: not at all
  HttpHeaders headers = {};       ///< besides those of every answer
};

/// A request with a header twice that may be there once, or for a server of another name.
std::optional<Refusal> RefusalOfHeaders(const HttpRequest& request, const Settings& settings);

/// One of a method that is not answered. `asks`: its path is below /beacon/v2 or /v1.
std::optional<Refusal> RefusalOfMethod(const HttpRequest& request, bool asks);

/// A question that is in a form that is not read, or wants its answer in one that is not written.
std::optional<Refusal> RefusalOfForm(const HttpRequest& request);

/// GET or HEAD.
bool Reads(const HttpRequest& request);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_REFUSAL_H_
