// Answers that are made in several places.
#ifndef MUSTER_SERVE_HTTP_RESPOND_H_
#define MUSTER_SERVE_HTTP_RESPOND_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "serve/http/message.h"
#include "serve/json/json.h"

namespace muster::serve {

/// Must not be cached.
HttpResponse JsonResponse(int status, const Json& body);

/// May be cached for five minutes.
HttpResponse PublicJsonResponse(const Json& body);

/// An error of RFC 9457.
HttpResponse ProblemResponse(int status, std::string_view detail, int64_t wait = 0);

/// "Not Found".
std::string_view ReasonOf(int status);

/// The HTTP status for a status of the library, and a message without internal details.
struct HttpError {
  int status = 500;
  std::string message;
  int64_t wait = 0;  ///< seconds until it may be tried again; 0: it is not known
};
HttpError ErrorOf(const absl::Status& status);

/// Adds Retry-After where the status is one that passes. `wait`: after how many seconds, if that is known; else it is
/// one that will do for most.
void AddRetryAfter(HttpResponse& response, int64_t wait = 0);

/// Whether Content-Type says JSON, or nothing.
bool IsJsonBody(const HttpRequest& request);
/// The same, or one of the two types that clients send by default: curl and axios a form, browsers plain text.
bool MayBeJsonBody(const HttpRequest& request);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_RESPOND_H_
