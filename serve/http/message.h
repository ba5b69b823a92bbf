// HTTP requests and responses as the service sees them: values, without the library that reads them from the wire.
#ifndef MUSTER_SERVE_HTTP_MESSAGE_H_
#define MUSTER_SERVE_HTTP_MESSAGE_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::serve {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// The first value of header `name` (in lower case) in `headers`; empty if there is none.
std::string_view FindHeader(const HttpHeaders& headers, std::string_view name);

struct HttpRequest {
  std::string method;
  std::string target;   ///< path and query, as received
  HttpHeaders headers;  ///< names in lower case
  std::string body;
  std::string peer;       ///< address of the other end, without its port
  bool secure = false;    ///< came by TLS
  bool too_many = false;  ///< a header that may be said once only was said more often
  /// Asked to stop when the client has gone before its answer.
  std::stop_source gone = {};

  std::string_view Header(std::string_view name) const { return FindHeader(headers, name); }
  /// The values of all lines of a header that is a list, as one line (RFC 9110, 5.3).
  std::string AllOf(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  HttpHeaders headers;  ///< without Content-Length and Connection
  std::string body;
  /// It is sent at a multiple of this time after the request came, so that its duration reveals less; 0: at once.
  std::chrono::milliseconds timing{0};
};

/// Takes an answer, once, on any thread.
using HttpReply = std::function<void(HttpResponse)>;

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_MESSAGE_H_
