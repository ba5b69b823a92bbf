#include "serve/http/server.h"

#include <poll.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/http/http_date.h"
#include "serve/http/message_io.h"
#include "serve/http/open_connections.h"
#include "serve/http/peer_network.h"
#include "serve/http/read_request.h"
#include "serve/http/stream.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;

/// How much of what a refused client still sends is read before the connection is closed, so that it gets the answer.
constexpr size_t kMaxDiscarded = size_t{8} << 20;
constexpr std::chrono::milliseconds kDiscardTime{2'000};
/// When the server ends: how long idle connections stay open after all requests are answered, and how often that is
/// checked.
constexpr std::chrono::milliseconds kFarewell{1'000};
constexpr std::chrono::milliseconds kDrainTick{10};
/// How long closing a TLS connection may take.
constexpr std::chrono::milliseconds kLastWords{1'000};
/// When a client waits longer than this, the server checks whether it is still connected.
constexpr std::chrono::milliseconds kWatchAfter{20};
constexpr std::chrono::milliseconds kBetweenWatches{20};

/// The answer that a connection waits for.
struct Pending {
  explicit Pending(const asio::any_io_executor& executor) : timer(executor) {}
  asio::steady_timer timer;
  std::optional<HttpResponse> response;
};

/// Receives answers. A handler may answer, or destroy its reply, after the server has ended: so replies own and touch
/// only this object, and nothing of the server's context.
class Inbox {
 public:
  explicit Inbox(asio::io_context* context) : context_(context) {}

  /// Passes the answer to the server's thread; does nothing once the server has ended.
  void Put(const std::weak_ptr<Pending>& pending, HttpResponse response) {
    absl::MutexLock lock(&mutex_);
    if (context_ == nullptr) return;
    asio::dispatch(*context_, [pending, response = std::move(response)]() mutable {
      const std::shared_ptr<Pending> waiting = pending.lock();
      if (waiting == nullptr) return;
      waiting->response = std::move(response);
      waiting->timer.cancel();
    });
  }

  void Close() {
    absl::MutexLock lock(&mutex_);
    context_ = nullptr;
  }

 private:
  absl::Mutex mutex_;
  asio::io_context* context_ ABSL_GUARDED_BY(mutex_);
};

/// Increments a counter for its lifetime.
class Counted {
 public:
  explicit Counted(std::atomic<size_t>* count) : count_(count) {
    if (count_ != nullptr) ++*count_;
  }
  ~Counted() {
    if (count_ != nullptr) --*count_;
  }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::atomic<size_t>* const count_;
};

/// Whether the other end has closed its side, or the connection is broken.
bool HasGone(tcp::socket& socket) {
  pollfd watched{socket.native_handle(), POLLRDHUP, 0};
  return ::poll(&watched, 1, 0) == 1 && (watched.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

}  // namespace

class HttpServer::Impl {
 public:
  Impl(const HttpServerOptions& options, HttpHandler* handler)
      : options_(options), handler_(handler), context_(1), acceptor_(context_), drained_(context_) {}

  ~Impl() {
    context_.stop();
    if (thread_.joinable()) thread_.join();
    inbox_->Close();
  }

  absl::Status Start() {
    if (!options_.certificate_file.empty()) {
      if (absl::Status loaded = LoadCertificate(); !loaded.ok()) return loaded;
    }
    error_code error;
    const asio::ip::address address = asio::ip::make_address(options_.address, error);
    const tcp::endpoint endpoint(address, options_.port);
    if (!error) acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(4096, error);
    if (error) {
      return absl::UnavailableError(
          Concat("cannot listen on ", options_.address, " port ", options_.port, ": ", error.message()));
    }
    port_ = acceptor_.local_endpoint().port();
    asio::co_spawn(context_, Accept(), asio::detached);
    thread_ = std::thread([this] { RunToTheEnd(context_); });
    return absl::OkStatus();
  }

  absl::Status LoadCertificate() {
    auto tls = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    error_code error;
    tls->set_options(
        asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, error);
    if (!error) tls->use_certificate_chain_file(options_.certificate_file, error);
    if (!error) tls->use_private_key_file(options_.key_file, asio::ssl::context::pem, error);
    if (error) return absl::InvalidArgumentError(Concat("cannot use the certificate: ", error.message()));
    std::atomic_store(&tls_, tls);
    return absl::OkStatus();
  }

  bool Drain(std::chrono::milliseconds grace, const std::function<void()>& begun) {
    std::promise<void> empty;
    asio::post(context_, [this, &empty, &begun, grace] {
      draining_ = true;
      begun();
      asio::co_spawn(context_, EndOf(grace), [&empty](const std::exception_ptr&) { empty.set_value(); });
    });
    empty.get_future().wait();
    return answering_ == 0;
  }

  uint16_t port() const { return port_; }
  size_t connections() const { return connections_.count(); }

 private:
  /// Waits for running requests, at most `grace`, and shortly for idle connections, on which clients may be sending:
  /// these get a refusal rather than a closed connection. Then stops accepting, and closes the rest.
  asio::awaitable<void> EndOf(std::chrono::milliseconds grace) {
    const auto begun = std::chrono::steady_clock::now();
    error_code ignored;
    while (true) {
      const auto passed = std::chrono::steady_clock::now() - begun;
      if (passed >= grace || (answering_ == 0 && (connections_.entered() == 0 || passed >= kFarewell))) break;
      drained_.expires_after(kDrainTick);
      co_await drained_.async_wait(redirect_error(use_awaitable, ignored));
    }
    acceptor_.close(ignored);
    connections_.CloseIdle();
    // The last refusals are being written.
    for (int i = 0; i < 10 && connections_.entered() > 0; ++i) {
      drained_.expires_after(kDrainTick);
      co_await drained_.async_wait(redirect_error(use_awaitable, ignored));
    }
  }

  asio::awaitable<void> Accept() {
    while (acceptor_.is_open()) {
      error_code error;
      tcp::socket socket = co_await acceptor_.async_accept(redirect_error(use_awaitable, error));
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (error) {
        // Usually out of file descriptors: wait for connections to be closed.
        asio::steady_timer pause(context_, std::chrono::milliseconds(20));
        co_await pause.async_wait(redirect_error(use_awaitable, error));
        continue;
      }
      const tcp::endpoint peer = socket.remote_endpoint(error);
      if (error) continue;
      const std::string network = NetworkOf(peer.address());
      if (connections_.OfNetwork(network) >= options_.max_connections_per_address && !IsProxy(peer.address())) continue;
      if (connections_.entered() >= options_.max_connections && !connections_.CloseOldestIdle()) continue;
      connections_.Expect(network);
      socket.set_option(tcp::no_delay(true), error);
      asio::co_spawn(context_, Serve(std::move(socket), std::atomic_load(&tls_), network), asio::detached);
    }
  }

  bool IsProxy(const asio::ip::address& address) const {
    return std::ranges::find(options_.proxies, PlainAddress(address).to_string()) != options_.proxies.end();
  }

  using Place = OpenConnections::Place;

  /// Leaves the connection when its coroutine ends, in whatever way.
  struct Entered {
    Entered(OpenConnections* entered, Place at) : connections(entered), place(at) {}
    ~Entered() { connections->Leave(place); }
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;
    OpenConnections* const connections;
    const Place place;
  };

  Place Enter(tcp::socket* socket, const std::string& network) {
    error_code ignored;
    const tcp::endpoint peer = socket->remote_endpoint(ignored);
    const auto cancel = [socket] {
      error_code none;
      socket->cancel(none);
    };
    return connections_.Enter({cancel, peer.address().to_string(), network});
  }

  asio::awaitable<void> Serve(tcp::socket socket, std::shared_ptr<asio::ssl::context> tls, std::string network) {
    Stream stream(std::move(socket), tls.get());
    const Entered entered(&connections_, Enter(&stream.socket(), network));
    error_code ignored;
    try {
      stream.ExpiresAfter(options_.header_time);
      if (!co_await stream.Handshake(asio::ssl::stream_base::server)) {
        co_await Session(stream, entered.place);
        stream.ExpiresAfter(kLastWords);
        co_await stream.Shutdown();
      }
    } catch (const std::exception&) {
      // A connection that fails is closed.
    }
    stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  }

  asio::awaitable<void> Session(Stream& stream, Place place) {
    beast::flat_buffer buffer;
    for (bool first = true;; first = false) {
      if (buffer.size() == 0) {
        connections_.BecomesIdle(place);
        stream.ExpiresAfter(first ? options_.header_time : options_.idle_time);
        error_code error;
        const size_t got = co_await stream.ReadSome(buffer.prepare(4096), error);
        if (error) co_return;
        buffer.commit(got);
      }
      IncomingRequest incoming = co_await ReadRequest(stream, buffer, options_, *handler_, &place->idle);
      if (incoming.lost) co_return;
      if (incoming.refused != 0) {
        co_await Write(stream, handler_->Refuse(incoming.refused, incoming.target), 11, false, false);
        co_await Discard(stream, buffer);
        co_return;
      }
      incoming.request->peer = place->address;
      // Requests that come while the server ends are refused by the handler, and not waited for.
      const Counted counted(draining_ ? nullptr : &answering_);
      HttpResponse response = co_await Answer(stream.socket(), incoming.request);
      const bool keep = incoming.keep_alive && !draining_;
      if (!co_await Write(stream, std::move(response), incoming.version, keep, incoming.head)) co_return;
      if (!keep) co_return;
    }
  }

  /// Calls the handler, and checks meanwhile whether the client is still connected.
  asio::awaitable<HttpResponse> Answer(tcp::socket& socket, const std::shared_ptr<HttpRequest>& request) {
    const auto came = std::chrono::steady_clock::now();
    auto pending = std::make_shared<Pending>(context_.get_executor());
    handler_->Handle(request, [inbox = inbox_, waiting = std::weak_ptr<Pending>(pending)](HttpResponse response) {
      inbox->Put(waiting, std::move(response));
    });
    error_code ignored;
    if (!pending->response.has_value()) {
      pending->timer.expires_after(kWatchAfter);
      co_await pending->timer.async_wait(redirect_error(use_awaitable, ignored));
    }
    // Checked repeatedly: unread bytes, of a next request or of TLS, hide the end of the stream.
    while (!pending->response.has_value()) {
      const bool gone = HasGone(socket);
      if (gone) request->gone.request_stop();
      pending->timer.expires_after(gone ? std::chrono::hours(1) : kBetweenWatches);
      co_await pending->timer.async_wait(redirect_error(use_awaitable, ignored));
    }
    if (const std::chrono::milliseconds step = pending->response->timing; step.count() > 0) {
      const auto steps = (std::chrono::steady_clock::now() - came) / step + 1;
      pending->timer.expires_at(came + steps * step);
      co_await pending->timer.async_wait(redirect_error(use_awaitable, ignored));
    }
    co_return *std::move(pending->response);
  }

  asio::awaitable<bool> Write(Stream& stream, HttpResponse response, unsigned version, bool keep_alive, bool head) {
    http::response<http::string_body> message(static_cast<http::status>(response.status), version);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.set(http::field::date, HttpDate(std::chrono::system_clock::now()));
    message.body() = std::move(response.body);
    message.keep_alive(keep_alive);
    message.prepare_payload();
    // These have no content, and a length of 0 would be about the resource that they represent (RFC 9110, 8.6).
    if (response.status == 204 || response.status == 304) message.erase(http::field::content_length);
    stream.ExpiresAfter(options_.write_time);
    co_return !co_await WriteMessage(stream, message, head ? What::kHeader : What::kAll);
  }

  /// Goes on reading for a short time: a client that is still sending would lose the answer if the connection were
  /// closed.
  asio::awaitable<void> Discard(Stream& stream, beast::flat_buffer& buffer) {
    error_code error;
    stream.socket().shutdown(tcp::socket::shutdown_send, error);
    stream.ExpiresAfter(kDiscardTime);
    for (size_t discarded = 0; discarded < kMaxDiscarded;) {
      buffer.clear();
      const size_t got = co_await stream.ReadSome(buffer.prepare(65'536), error);
      if (error) co_return;
      discarded += got;
    }
  }

  const HttpServerOptions options_;
  HttpHandler* const handler_;
  // Before the context, with which the last coroutines end.
  std::shared_ptr<asio::ssl::context> tls_;
  OpenConnections connections_;
  std::atomic<size_t> answering_{0};  ///< requests that came before the end and are not answered yet
  asio::io_context context_;
  const std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>(&context_);
  tcp::acceptor acceptor_;
  asio::steady_timer drained_;
  uint16_t port_ = 0;
  bool draining_ = false;
  std::thread thread_;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Start(const HttpServerOptions& options, HttpHandler* handler) {
  auto impl = std::make_unique<Impl>(options, handler);
  if (absl::Status started = impl->Start(); !started.ok()) return started;
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

uint16_t HttpServer::port() const { return impl_->port(); }
size_t HttpServer::connections() const { return impl_->connections(); }
absl::Status HttpServer::ReloadCertificate() { return impl_->LoadCertificate(); }
bool HttpServer::Drain(std::chrono::milliseconds grace, const std::function<void()>& begun) {
  return impl_->Drain(grace, begun);
}

}  // namespace muster::serve
