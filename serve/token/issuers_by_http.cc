#include "serve/token/issuers_by_http.h"

#include <ctime>
#include <functional>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "serve/http/client.h"

namespace muster::serve {

TokenWorld IssuersByHttp(const std::string& ca_file) {
  HttpClientOptions options;
  options.ca_file = ca_file;
  auto client = std::make_shared<HttpClient>(options);
  TokenWorld world;
  world.now = [] { return static_cast<int64_t>(std::time(nullptr)); };
  world.fetch = [client](const std::string& url, const std::string& bearer,
                         std::function<void(absl::StatusOr<std::string>)> done) {
    FetchRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    if (!bearer.empty()) request.headers.emplace_back("Authorization", "Bearer " + bearer);
    client->Fetch(std::move(request), [done = std::move(done)](absl::StatusOr<HttpResponse> response) {
      if (!response.ok()) return done(absl::UnavailableError("its issuer cannot be reached now"));
      if (response->status == 401 || response->status == 403) {
        return done(absl::UnauthenticatedError("its issuer does not know it"));
      }
      if (response->status != 200) return done(absl::UnavailableError("its issuer does not answer now"));
      done(std::move(response->body));
    });
  };
  return world;
}

}  // namespace muster::serve
