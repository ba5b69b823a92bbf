#include "serve/http/client.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <map>
#include <optional>
#include <thread>
#include <vector>

#include "serve/http/message_io.h"
#include "serve/http/stream.h"
#include "serve/http/url.h"
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

using Clock = std::chrono::steady_clock;

constexpr uint32_t kMaxHeaderBytes = 16 << 10;
/// Less than servers commonly keep a connection that is not used.
constexpr std::chrono::seconds kMaxIdleTime{4};

/// A connection to a host, kept open for the next request.
struct HostConnection {
  template <class... Arguments>
  explicit HostConnection(Arguments&&... arguments) : stream(std::forward<Arguments>(arguments)...) {}
  bool CanBeUsedAgain() { return buffer.size() == 0 && Clock::now() - used < kMaxIdleTime && stream.IsQuiet(); }

  Stream stream;
  beast::flat_buffer buffer;
  Clock::time_point used;
};

/// For the addresses of a host. The timer ends with them, or with the request's time.
struct WaitForAddresses {
  explicit WaitForAddresses(asio::io_context& context) : timer(context) {}
  asio::steady_timer timer;
  std::optional<Addresses> found;
};

/// One request under way. Used by the client's thread only, but for Cancel.
class FetchInProgress : public Fetching, public std::enable_shared_from_this<FetchInProgress> {
 public:
  FetchInProgress(asio::io_context& context, FetchRequest request,
                  std::function<void(absl::StatusOr<HttpResponse>)> done)
      : context_(context), request_(std::move(request)), done_(std::move(done)) {}

  void Cancel() override {
    asio::post(context_, [self = shared_from_this()] {
      self->cancelled_ = true;
      if (self->addresses_ != nullptr) self->addresses_->timer.cancel();
      if (self->connection_ != nullptr) self->connection_->stream.Cancel();
    });
  }

  void Finish(absl::StatusOr<HttpResponse> result) {
    if (std::function<void(absl::StatusOr<HttpResponse>)> done = std::exchange(done_, nullptr)) done(std::move(result));
  }

  asio::io_context& context_;
  FetchRequest request_;
  std::function<void(absl::StatusOr<HttpResponse>)> done_;
  std::shared_ptr<WaitForAddresses> addresses_;
  std::unique_ptr<HostConnection> connection_;
  bool cancelled_ = false;
};

absl::Status StatusOfFetch(const error_code& error, bool cancelled) {
  if (cancelled) return absl::CancelledError("cancelled");
  if (error == beast::error::timeout) return absl::DeadlineExceededError("no answer in time");
  if (error == http::error::body_limit || error == http::error::header_limit) {
    return absl::ResourceExhaustedError("the answer is too large");
  }
  if (error.category() == make_error_code(http::error::bad_method).category() && error != http::error::end_of_stream &&
      error != http::error::partial_message) {
    return absl::DataLossError(Concat("the answer is not HTTP: ", error.message()));
  }
  return absl::UnavailableError(error.message());
}

}  // namespace

absl::Status CheckCertificates(const std::string& ca_file) {
  if (ca_file.empty()) return absl::OkStatus();
  asio::ssl::context tls(asio::ssl::context::tls_client);
  error_code error;
  tls.load_verify_file(ca_file, error);
  if (!error) return absl::OkStatus();
  return absl::InvalidArgumentError(Concat("ca_file: no certificates can be read from ", ca_file));
}

class HttpClient::Impl {
 public:
  explicit Impl(const HttpClientOptions& options)
      : options_(options),
        context_(1),
        work_(asio::make_work_guard(context_)),
        tls_(asio::ssl::context::tls_client),
        names_(options.look_up) {
    error_code ignored;
    tls_.set_default_verify_paths(ignored);
    if (!options_.ca_file.empty()) tls_.load_verify_file(options_.ca_file, ignored);
    tls_.set_verify_mode(asio::ssl::verify_peer, ignored);
    thread_ = std::thread([this] { RunToTheEnd(context_); });
  }

  ~Impl() {
    context_.stop();
    thread_.join();
  }

  std::shared_ptr<Fetching> Fetch(FetchRequest request, std::function<void(absl::StatusOr<HttpResponse>)> done) {
    auto fetch = std::make_shared<FetchInProgress>(context_, std::move(request), std::move(done));
    asio::co_spawn(context_, Run(fetch), [fetch](const std::exception_ptr& thrown) {
      if (thrown != nullptr) fetch->Finish(absl::UnavailableError("the connection failed"));
    });
    return fetch;
  }

  void After(std::chrono::milliseconds time, std::function<void()> then) {
    auto timer = std::make_shared<asio::steady_timer>(context_, time);
    timer->async_wait([timer, then = std::move(then)](const error_code& error) {
      if (!error) then();
    });
  }

 private:
  asio::awaitable<void> Run(std::shared_ptr<FetchInProgress> fetch) {
    const std::optional<Url> url = ParseUrl(fetch->request_.url);
    if (!url.has_value()) {
      fetch->Finish(absl::InvalidArgumentError("not an http or https URL"));
      co_return;
    }
    const auto until = Clock::now() + fetch->request_.deadline;
    const std::string key = Concat(url->secure ? "https " : "http ", url->host, " ", url->port);
    // The other end may be closing a kept connection at this moment; then a new one is tried, once.
    for (const bool kept : {true, false}) {
      if (kept && !TakeIdle(key, *fetch)) continue;
      error_code error;
      if (!kept) error = co_await Connect(*fetch, *url, until);
      if (error) {
        fetch->Finish(StatusOfFetch(error, fetch->cancelled_));
        co_return;
      }
      ResponseParser parser;
      error = co_await Exchange(*fetch, *url, until, parser);
      const bool may_be_sent_again = kept && !fetch->request_.once && !fetch->cancelled_ && !parser.got_some();
      if (error && may_be_sent_again && error != beast::error::timeout) continue;
      if (error) {
        fetch->connection_ = nullptr;
        fetch->Finish(StatusOfFetch(error, fetch->cancelled_));
        co_return;
      }
      auto message = parser.release();
      std::unique_ptr<HostConnection> connection = std::move(fetch->connection_);
      if (message.keep_alive() && idle_[key].size() < options_.max_idle_per_host) {
        connection->used = Clock::now();
        idle_[key].push_back(std::move(connection));
      }
      HttpResponse response;
      response.status = static_cast<int>(message.result_int());
      for (const auto& field : message) {
        response.headers.emplace_back(ToLower(std::string_view(field.name_string())), std::string(field.value()));
      }
      response.body = std::move(message.body());
      fetch->Finish(std::move(response));
      co_return;
    }
  }

  bool TakeIdle(const std::string& key, FetchInProgress& fetch) {
    auto found = idle_.find(key);
    while (found != idle_.end() && !found->second.empty()) {
      std::unique_ptr<HostConnection> last = std::move(found->second.back());
      found->second.pop_back();
      if (!last->CanBeUsedAgain()) continue;
      fetch.connection_ = std::move(last);
      return true;
    }
    return false;
  }

  asio::awaitable<error_code> Connect(FetchInProgress& fetch, const Url& url, Clock::time_point until) {
    std::vector<tcp::endpoint> endpoints;
    error_code error = co_await FindAddresses(fetch, url, until, endpoints);
    if (error) co_return error;
    fetch.connection_ = std::make_unique<HostConnection>(context_, url.secure ? &tls_ : nullptr);
    Stream& stream = fetch.connection_->stream;
    stream.ExpectHost(url.host);
    stream.ExpiresAt(until);
    error = co_await stream.Connect(endpoints);
    if (!error) error = co_await stream.Handshake(asio::ssl::stream_base::client);
    co_return error;
  }

  asio::awaitable<error_code> FindAddresses(FetchInProgress& fetch, const Url& url, Clock::time_point until,
                                            std::vector<tcp::endpoint>& endpoints) {
    error_code error;
    if (const asio::ip::address address = asio::ip::make_address(url.host, error); !error) {
      endpoints.emplace_back(address, url.port);
      co_return error;
    }
    auto waiting = std::make_shared<WaitForAddresses>(context_);
    waiting->timer.expires_at(until);
    fetch.addresses_ = waiting;
    names_.Find(url.host, [this, waiting](const Addresses& found) {
      asio::post(context_, [waiting, found] {
        waiting->found = found;
        waiting->timer.cancel();
      });
    });
    co_await waiting->timer.async_wait(redirect_error(use_awaitable, error));
    fetch.addresses_ = nullptr;
    if (fetch.cancelled_) co_return error_code(asio::error::operation_aborted);
    if (!waiting->found.has_value()) co_return error_code(beast::error::timeout);
    if (!waiting->found->ok()) co_return error_code(asio::error::host_not_found);
    for (const std::string& text : **waiting->found) {
      const asio::ip::address address = asio::ip::make_address(text, error);
      if (!error) endpoints.emplace_back(address, url.port);
    }
    co_return endpoints.empty() ? error_code(asio::error::host_not_found) : error_code();
  }

  asio::awaitable<error_code> Exchange(FetchInProgress& fetch, const Url& url, Clock::time_point until,
                                       ResponseParser& parser) {
    HostConnection& connection = *fetch.connection_;
    connection.stream.ExpiresAt(until);
    Request message(http::string_to_verb(fetch.request_.method), url.target, 11);
    const bool plain_port = url.port == (url.secure ? 443 : 80);
    const std::string host = url.host.find(':') == std::string::npos ? url.host : Concat("[", url.host, "]");
    message.set(http::field::host, plain_port ? host : Concat(host, ":", url.port));
    for (const auto& [name, value] : fetch.request_.headers) message.insert(name, value);
    message.body() = fetch.request_.body;
    message.prepare_payload();
    parser.header_limit(kMaxHeaderBytes);
    parser.body_limit(options_.max_body_bytes);
    error_code error = co_await WriteMessage(connection.stream, message, What::kAll);
    if (!error) error = co_await ReadMessage(connection.stream, connection.buffer, parser, kMaxHeaderBytes);
    connection.stream.ExpiresNever();
    co_return error;
  }

  const HttpClientOptions options_;
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  asio::ssl::context tls_;
  std::map<std::string, std::vector<std::unique_ptr<HostConnection>>> idle_;
  NameLookups names_;  // destroyed before the context, to which it passes its results
  std::thread thread_;
};

HttpClient::HttpClient(const HttpClientOptions& options) : impl_(std::make_unique<Impl>(options)) {}
HttpClient::~HttpClient() = default;

std::shared_ptr<Fetching> HttpClient::Fetch(FetchRequest request,
                                            std::function<void(absl::StatusOr<HttpResponse>)> done) {
  return impl_->Fetch(std::move(request), std::move(done));
}

void HttpClient::After(std::chrono::milliseconds time, std::function<void()> then) {
  impl_->After(time, std::move(then));
}

absl::StatusOr<HttpResponse> HttpClient::FetchNow(FetchRequest request) {
  std::promise<absl::StatusOr<HttpResponse>> promise;
  std::future<absl::StatusOr<HttpResponse>> future = promise.get_future();
  Fetch(std::move(request), [&promise](absl::StatusOr<HttpResponse> result) { promise.set_value(std::move(result)); });
  return future.get();
}

}  // namespace muster::serve
