// An HTTP/1.1 client for small answers: for key sets of issuers, and for the nodes of a network.
#ifndef MUSTER_SERVE_HTTP_CLIENT_H_
#define MUSTER_SERVE_HTTP_CLIENT_H_

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "serve/http/message.h"
#include "serve/http/name_lookups.h"

namespace muster::serve {

struct HttpClientOptions {
  /// PEM file of certificates that are trusted beside the system's; empty: only these.
  std::string ca_file = {};
  size_t max_body_bytes = size_t{1} << 20;
  size_t max_idle_per_host = 16;  ///< idle connections kept open
  LookUp look_up = AddressesOf;   ///< asks name servers; may take any time
};

struct FetchRequest {
  std::string method = "GET";
  std::string url;
  HttpHeaders headers = {};
  std::string body = {};
  std::chrono::milliseconds deadline{3'000};  ///< for everything, from the name's look-up to the last byte
  /// Costs something where it arrives: is not sent again over another connection when the first breaks.
  bool once = false;
};

/// InvalidArgument: the PEM file has no certificates that can be used. Empty is right.
absl::Status CheckCertificates(const std::string& ca_file);

/// A request that is under way.
class Fetching {
 public:
  virtual ~Fetching() = default;
  /// Ends it; its callback gets Cancelled, unless it has been called already.
  virtual void Cancel() = 0;
};

/// Works on one thread of its own. Thread-safe. Redirects are not followed, compressed answers are not asked for.
class HttpClient {
 public:
  explicit HttpClient(const HttpClientOptions& options);
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient();

  /// `done` is called once, on the client's thread, so it must not wait. InvalidArgument: no http or https URL.
  /// Unavailable: no connection, or it broke. DeadlineExceeded. ResourceExhausted: too large an answer. DataLoss: what
  /// came is not HTTP. Cancelled.
  std::shared_ptr<Fetching> Fetch(FetchRequest request, std::function<void(absl::StatusOr<HttpResponse>)> done);

  /// Calls `then` on the client's thread when `time` is over, unless the client has ended.
  void After(std::chrono::milliseconds time, std::function<void()> then);

  /// The same as Fetch, and waits for it. Not on the client's own thread.
  absl::StatusOr<HttpResponse> FetchNow(FetchRequest request);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_CLIENT_H_
