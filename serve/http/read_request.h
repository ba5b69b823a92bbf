// Reads a request from a connection: its header and body within the server's limits, or why it is refused.
#ifndef MUSTER_SERVE_HTTP_READ_REQUEST_H_
#define MUSTER_SERVE_HTTP_READ_REQUEST_H_

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <string>

#include "serve/http/message.h"
#include "serve/http/server.h"
#include "serve/http/stream.h"

namespace muster::serve {

struct IncomingRequest {
  bool lost = false;                     ///< the connection has ended or failed: nothing can be answered
  int refused = 0;                       ///< the status to refuse it with; 0: it is complete
  std::string target;                    ///< as far as it was read
  std::shared_ptr<HttpRequest> request;  ///< if it is complete; without its peer
  unsigned version = 11;                 ///< of HTTP: 10, 11
  bool keep_alive = false;               ///< the connection may stay open behind the answer
  bool head = false;                     ///< only the header of the answer is wanted
};

/// Reads the next request. `buffer` has what was read and not used before, and then what follows the request. `idle`
/// becomes false as soon as the header has come, or cannot come any more. What is passed must live until this ends.
boost::asio::awaitable<IncomingRequest> ReadRequest(Stream& stream, boost::beast::flat_buffer& buffer,
                                                    const HttpServerOptions& options, const HttpHandler& handler,
                                                    bool* idle);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_READ_REQUEST_H_
