#include "serve/http/read_request.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http.hpp>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "serve/http/message_io.h"
#include "serve/http/request_target.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool SaidOnce(std::string_view name) {
  return name == "host" || name == "authorization" || name == "content-type" || name == "content-length";
}

/// 0: not an error that is answered.
int StatusOfError(const Stream::ErrorCode& error) {
  if (error == http::error::end_of_stream || error == asio::error::eof || error == asio::error::connection_reset ||
      error == asio::error::operation_aborted) {
    return 0;
  }
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == beast::error::timeout) return 408;
  return error.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

/// `authority`: the host of the target, in place of that of `Host`.
void ReadHeaders(const Request& message, const std::string& authority, HttpRequest& request) {
  for (const auto& field : message) {
    std::string name = ToLower(std::string_view(field.name_string()));
    if (name == "host" && !authority.empty()) continue;
    if (SaidOnce(name) && !request.Header(name).empty()) request.too_many = true;
    request.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  if (!authority.empty()) request.headers.emplace_back("host", authority);
}

/// 0 where it is certain how long the body is. What another program in front of this one could read in another way is
/// refused, so that no part of a body is ever taken for a request: any coding but one `chunked`, and any in HTTP/1.0.
int StatusOfFraming(const Request& request) {
  const auto codings = request.equal_range(http::field::transfer_encoding);
  if (codings.first == codings.second) return 0;
  const bool once = std::next(codings.first) == codings.second;
  if (request.version() != 11 || request.has_content_length()) return 400;
  const std::string_view coding(codings.first->value());
  if (once && EqualsIgnoreCase(coding, "chunked")) return 0;
  return EqualsIgnoreCase(coding, "gzip, chunked") || EqualsIgnoreCase(coding, "deflate, chunked") ? 501 : 400;
}

/// Takes target and headers of a whole header, and decides whether it is refused. Returns how large its body may be.
size_t TakeHeader(const RequestParser& parser, const HttpServerOptions& options, const HttpHandler& handler,
                  IncomingRequest* incoming) {
  const Request& message = parser.get();
  std::string authority;
  std::tie(incoming->target, authority) = SplitTarget(std::string(message.target()));
  ReadHeaders(message, authority, *incoming->request);
  incoming->keep_alive = message.keep_alive();
  if (incoming->target.size() > options.max_target_bytes) incoming->refused = 414;
  if (incoming->refused == 0) incoming->refused = StatusOfFraming(message);
  const bool has_host = message.find(http::field::host) != message.end();
  if (incoming->refused == 0 && message.version() >= 11 && !has_host) incoming->refused = 400;
  if (incoming->refused != 0) return 0;
  const size_t max_body = handler.MaxBody(incoming->target);
  const auto length = parser.content_length();
  if (length.has_value() && *length > max_body) incoming->refused = 413;
  return max_body;
}

}  // namespace

asio::awaitable<IncomingRequest> ReadRequest(Stream& stream, beast::flat_buffer& buffer,
                                             const HttpServerOptions& options, const HttpHandler& handler, bool* idle) {
  IncomingRequest incoming;
  incoming.request = std::make_shared<HttpRequest>();
  HttpRequest& request = *incoming.request;
  RequestParser parser;
  parser.header_limit(static_cast<uint32_t>(options.max_header_bytes));
  parser.body_limit(boost::none);
  stream.ExpiresAfter(options.header_time);
  if (const Stream::ErrorCode error = co_await ReadHeader(stream, buffer, parser, options.max_header_bytes)) {
    *idle = false;
    std::string target(parser.get().target());
    // Of a first line that is too long nothing was taken from the buffer.
    const bool too_long = error == http::error::header_limit;
    if (too_long && target.empty()) {
      target = TargetSoFar({static_cast<const char*>(buffer.data().data()), buffer.size()});
    }
    incoming.target = SplitTarget(std::move(target)).first;
    incoming.refused = too_long && incoming.target.size() > options.max_target_bytes ? 414 : StatusOfError(error);
    incoming.lost = incoming.refused == 0;
    co_return incoming;
  }
  *idle = false;
  // Before the body is read: trailers behind it must not be taken for headers (RFC 9110, 6.5.1).
  const size_t max_body = TakeHeader(parser, options, handler, &incoming);
  if (incoming.refused != 0) co_return incoming;
  if (EqualsIgnoreCase(std::string_view(parser.get()[http::field::expect]), "100-continue")) {
    if (co_await stream.Write({asio::buffer(kContinue), asio::const_buffer()})) {
      incoming.lost = true;
      co_return incoming;
    }
  }
  parser.body_limit(max_body);
  stream.ExpiresAfter(options.body_time);
  if (const Stream::ErrorCode error = co_await ReadMessage(stream, buffer, parser, options.max_header_bytes)) {
    incoming.refused = StatusOfError(error);
    incoming.lost = incoming.refused == 0;
    co_return incoming;
  }
  Request message = parser.release();
  incoming.version = message.version();
  incoming.head = message.method() == http::verb::head;
  request.method = std::string(message.method_string());
  request.target = incoming.target;
  request.body = std::move(message.body());
  request.secure = stream.secure();
  co_return incoming;
}

}  // namespace muster::serve
