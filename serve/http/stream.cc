#include "serve/http/stream.h"

#include <sys/socket.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <cerrno>
#include <optional>
#include <utility>

namespace muster::serve {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;

// One of the two.
struct Stream::Layers {
  std::optional<beast::tcp_stream> plain;
  std::optional<beast::ssl_stream<beast::tcp_stream>> tls;

  template <class Source>
  Layers(Source&& source, asio::ssl::context* context) {
    if (context == nullptr) {
      plain.emplace(std::forward<Source>(source));
    } else {
      tls.emplace(std::forward<Source>(source), *context);
    }
  }
  beast::tcp_stream& lowest() { return tls.has_value() ? tls->next_layer() : *plain; }
};

Stream::Stream(tcp::socket socket, asio::ssl::context* tls) : layers_(new Layers(std::move(socket), tls)) {}
Stream::Stream(asio::io_context& context, asio::ssl::context* tls) : layers_(new Layers(context, tls)) {}
Stream::~Stream() = default;

bool Stream::secure() const { return layers_->tls.has_value(); }
tcp::socket& Stream::socket() { return layers_->lowest().socket(); }
void Stream::ExpiresAfter(std::chrono::milliseconds time) { layers_->lowest().expires_after(time); }
void Stream::ExpiresAt(std::chrono::steady_clock::time_point time) { layers_->lowest().expires_at(time); }
void Stream::ExpiresNever() { layers_->lowest().expires_never(); }
void Stream::Cancel() { layers_->lowest().cancel(); }

Stream::Awaitable<Stream::ErrorCode> Stream::Connect(const std::vector<tcp::endpoint>& endpoints) {
  ErrorCode error;
  co_await layers_->lowest().async_connect(endpoints, redirect_error(use_awaitable, error));
  if (!error) socket().set_option(tcp::no_delay(true), error);
  co_return error;
}

Stream::Awaitable<Stream::ErrorCode> Stream::Handshake(asio::ssl::stream_base::handshake_type type) {
  ErrorCode error;
  if (secure()) co_await layers_->tls->async_handshake(type, redirect_error(use_awaitable, error));
  co_return error;
}

Stream::Awaitable<Stream::ErrorCode> Stream::Shutdown() {
  ErrorCode error;
  if (secure()) co_await layers_->tls->async_shutdown(redirect_error(use_awaitable, error));
  co_return error;
}

Stream::Awaitable<size_t> Stream::ReadSome(asio::mutable_buffer to, ErrorCode& error) {
  if (secure()) co_return co_await layers_->tls->async_read_some(to, redirect_error(use_awaitable, error));
  co_return co_await layers_->plain->async_read_some(to, redirect_error(use_awaitable, error));
}

Stream::Awaitable<Stream::ErrorCode> Stream::Write(const std::array<asio::const_buffer, 2>& bytes) {
  ErrorCode error;
  if (secure()) {
    co_await asio::async_write(*layers_->tls, bytes, redirect_error(use_awaitable, error));
  } else {
    co_await asio::async_write(*layers_->plain, bytes, redirect_error(use_awaitable, error));
  }
  co_return error;
}

bool Stream::IsQuiet() {
  char byte = 0;
  const ssize_t got = ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

void Stream::ExpectHost(const std::string& host) {
  if (!secure()) return;
  SSL_set_tlsext_host_name(layers_->tls->native_handle(), host.c_str());
  layers_->tls->set_verify_callback(asio::ssl::host_name_verification(host));
}

}  // namespace muster::serve
