#include "serve/http/message_io.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/error.hpp>
#include <exception>
#include <string>

namespace muster::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using ErrorCode = Stream::ErrorCode;

template <class Parser>
asio::awaitable<ErrorCode> Read(Stream& stream, beast::flat_buffer& buffer, Parser& parser, size_t max_unread,
                                What what) {
  constexpr size_t kAtOnce = 16'384;  // so that no line is as long as the parser throws for
  ErrorCode error;
  parser.eager(what == What::kAll);
  while (!(what == What::kAll ? parser.is_done() : parser.is_header_done())) {
    if (buffer.size() > 0) {
      const size_t used = parser.put(buffer.data(), error);
      buffer.consume(used);
      if (error == http::error::need_more) error = {};
      if (error) co_return error;
      if (used > 0) continue;
    }
    if (buffer.size() >= max_unread) co_return http::error::header_limit;
    const size_t got = co_await stream.ReadSome(buffer.prepare(kAtOnce), error);
    if (error == asio::error::eof) {
      if (!parser.got_some()) co_return http::error::end_of_stream;
      error = {};
      parser.put_eof(error);
      co_return error;
    }
    if (error) co_return error;
    buffer.commit(got);
  }
  co_return ErrorCode();
}

template <bool kRequest>
asio::awaitable<ErrorCode> Write(Stream& stream, http::message<kRequest, http::string_body>& message, What what) {
  http::serializer<kRequest, http::string_body> serializer(message);
  serializer.split(true);  // so that what comes first is the header alone
  std::string header;
  ErrorCode error;
  serializer.next(error, [&header](ErrorCode&, const auto& buffers) {
    for (const asio::const_buffer buffer : beast::buffers_range_ref(buffers)) {
      header.append(static_cast<const char*>(buffer.data()), buffer.size());
    }
  });
  if (error) co_return error;
  const asio::const_buffer body = what == What::kAll ? asio::buffer(message.body()) : asio::const_buffer();
  co_return co_await stream.Write({asio::buffer(header), body});
}

}  // namespace

asio::awaitable<ErrorCode> ReadHeader(Stream& stream, beast::flat_buffer& buffer, RequestParser& parser,
                                      size_t max_unread) {
  return Read(stream, buffer, parser, max_unread, What::kHeader);
}

asio::awaitable<ErrorCode> ReadMessage(Stream& stream, beast::flat_buffer& buffer, RequestParser& parser,
                                       size_t max_unread) {
  return Read(stream, buffer, parser, max_unread, What::kAll);
}

asio::awaitable<ErrorCode> ReadMessage(Stream& stream, beast::flat_buffer& buffer, ResponseParser& parser,
                                       size_t max_unread) {
  return Read(stream, buffer, parser, max_unread, What::kAll);
}

asio::awaitable<ErrorCode> WriteMessage(Stream& stream, Request& message, What what) {
  return Write(stream, message, what);
}

asio::awaitable<ErrorCode> WriteMessage(Stream& stream, Response& message, What what) {
  return Write(stream, message, what);
}

void RunToTheEnd(asio::io_context& context) {
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
