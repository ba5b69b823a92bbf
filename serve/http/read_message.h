// Reading an HTTP message from a connection, so that nothing that the other end sends gets out of bounds.
#ifndef MUSTER_SERVE_HTTP_READ_MESSAGE_H_
#define MUSTER_SERVE_HTTP_READ_MESSAGE_H_

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <exception>

namespace muster::serve {

/// Reads the rest of a message, of which the parser may have the header. At most `max_unread` bytes of it wait to be
/// understood: the line before a chunk, with its extensions, and all trailers together, for which Beast has no bound.
/// What the parser throws comes out of here, and not of the thread that runs the connections.
template <class Stream, class Parser>
boost::asio::awaitable<boost::system::error_code> ReadMessage(Stream& stream, boost::beast::flat_buffer& buffer,
                                                              Parser& parser, size_t max_unread) {
  namespace http = boost::beast::http;
  constexpr size_t kAtOnce = 16'384;  // so that no line is as long as the parser throws for
  boost::system::error_code error;
  parser.eager(true);
  while (!parser.is_done()) {
    if (buffer.size() > 0) {
      const size_t used = parser.put(buffer.data(), error);
      buffer.consume(used);
      if (error == http::error::need_more) error = {};
      if (error) co_return error;
      if (used > 0) continue;
    }
    if (buffer.size() >= max_unread) co_return http::error::header_limit;
    const size_t got = co_await stream.async_read_some(buffer.prepare(kAtOnce),
                                                       boost::asio::redirect_error(boost::asio::use_awaitable, error));
    if (error == boost::asio::error::eof) {
      if (!parser.got_some()) co_return http::error::end_of_stream;
      error = {};
      parser.put_eof(error);
      co_return error;
    }
    if (error) co_return error;
    buffer.commit(got);
  }
  co_return boost::system::error_code();
}

/// Runs what there is to do until the context is stopped, or has nothing to do. What is thrown ends the connection that
/// it came from, and no other.
inline void RunToTheEnd(boost::asio::io_context& context) {
  while (true) {
    try {
      context.run();
      return;
    } catch (const std::exception&) {
      // The connection was closed when its coroutine was destroyed.
    }
  }
}

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_READ_MESSAGE_H_
