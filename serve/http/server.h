// An HTTP/1.1 server for small requests: limits of sizes, times and connections; TLS if it has a certificate.
#ifndef MUSTER_SERVE_HTTP_SERVER_H_
#define MUSTER_SERVE_HTTP_SERVER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/http/message.h"

namespace muster::serve {

struct HttpServerOptions {
  std::string address = "127.0.0.1";
  uint16_t port = 0;                  ///< 0: any that is free
  std::string certificate_file = {};  ///< PEM; with key_file: TLS 1.2 or later only
  std::string key_file = {};
  size_t max_header_bytes = size_t{16} << 10;
  size_t max_target_bytes = size_t{8} << 10;
  size_t max_connections = 10'000;
  size_t max_connections_per_address = 200;      ///< for IPv6: per 64-bit network
  std::vector<std::string> proxies = {};         ///< addresses of proxies, which have no such limit
  std::chrono::milliseconds header_time{5'000};  ///< for the whole header, from its first byte
  std::chrono::milliseconds body_time{10'000};
  std::chrono::milliseconds idle_time{30'000};
  std::chrono::milliseconds write_time{10'000};
};

/// Answers requests.
class HttpHandler {
 public:
  virtual ~HttpHandler() = default;
  /// Called on the server's thread, so it must not block. Calls `reply` once, on any thread; after the server has
  /// ended, `reply` does nothing.
  virtual void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) = 0;
  /// The response to an input that is not a valid request; `status` is 400, 408, 413, 414, 431 or 501. `target` as far
  /// as it was read.
  virtual HttpResponse Refuse(int status, std::string_view target) = 0;
  /// The largest body, in bytes, that is read for `target`.
  virtual size_t MaxBody(std::string_view target) const = 0;
};

/// Serves on one thread of its own. Thread-safe.
class HttpServer {
 public:
  /// `handler` must outlive the server. Unavailable: the address cannot be listened on. InvalidArgument: the
  /// certificate or its key cannot be used.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Start(const HttpServerOptions& options, HttpHandler* handler);

  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  /// Closes all connections at once.
  ~HttpServer();

  uint16_t port() const;
  size_t connections() const;

  /// Reads the certificate files again, for new connections. InvalidArgument: they cannot be used; the old certificate
  /// stays.
  absl::Status ReloadCertificate();

  /// Ends the server: waits until all running requests are answered, at most `grace`, then closes everything. Meanwhile
  /// (and for a second, if clients keep connections open) new requests are still passed to the handler, which should
  /// refuse them, and their connections are closed. Returns true if no request was cut off. `begun` is called by the
  /// server's thread as soon as connections are closed behind their answers; a refusal before that would be followed by
  /// further requests.
  bool Drain(std::chrono::milliseconds grace, const std::function<void()>& begun);

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_SERVER_H_
