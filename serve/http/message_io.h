// Reading and writing HTTP messages on a connection, so that nothing that the other end sends gets out of bounds.
#ifndef MUSTER_SERVE_HTTP_MESSAGE_IO_H_
#define MUSTER_SERVE_HTTP_MESSAGE_IO_H_

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>

#include "serve/http/stream.h"

namespace muster::serve {

using Request = boost::beast::http::request<boost::beast::http::string_body>;
using Response = boost::beast::http::response<boost::beast::http::string_body>;
using RequestParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using ResponseParser = boost::beast::http::response_parser<boost::beast::http::string_body>;

/// Reads a header. At most `max_unread` bytes of it wait to be understood.
boost::asio::awaitable<Stream::ErrorCode> ReadHeader(Stream& stream, boost::beast::flat_buffer& buffer,
                                                     RequestParser& parser, size_t max_unread);

/// Reads the rest of a message, of which the parser may already have the header. At most `max_unread` bytes are
/// buffered before they are parsed: this bounds the line before a chunk with its extensions, and all trailers together,
/// for which Beast has no limits. Exceptions of the parser are thrown from here, and not on the thread that runs the
/// connections.
boost::asio::awaitable<Stream::ErrorCode> ReadMessage(Stream& stream, boost::beast::flat_buffer& buffer,
                                                      RequestParser& parser, size_t max_unread);
boost::asio::awaitable<Stream::ErrorCode> ReadMessage(Stream& stream, boost::beast::flat_buffer& buffer,
                                                      ResponseParser& parser, size_t max_unread);

/// Which part of a message is written.
enum class What { kHeader, kAll };

/// `message`, which is prepared (prepare_payload), outlives the writing.
boost::asio::awaitable<Stream::ErrorCode> WriteMessage(Stream& stream, Request& message, What what);
boost::asio::awaitable<Stream::ErrorCode> WriteMessage(Stream& stream, Response& message, What what);

/// Runs the context until it is stopped, or has nothing to do. An exception ends the connection that it came from, and
/// no other.
void RunToTheEnd(boost::asio::io_context& context);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_MESSAGE_IO_H_
