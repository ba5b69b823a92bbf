// What a Beacon client asks, read from a body or from a query string: one form for both.
#ifndef MUSTER_SERVE_BEACON_REQUEST_H_
#define MUSTER_SERVE_BEACON_REQUEST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/config/settings.h"
#include "serve/json/json.h"

namespace muster::serve {

/// One criterion of a request, as it was sent.
struct Filter {
  std::vector<std::string> ids;     ///< several are alternatives
  std::string scope;                ///< empty: none
  std::string op;                   ///< "=", "!", "<", ">", "<=" or ">="; empty: none
  std::vector<std::string> values;  ///< several are alternatives; empty: none
  std::optional<bool> descendants;
};

/// Alternatives: one of these filters has to be satisfied.
using FilterGroup = std::vector<Filter>;

/// The filter in a line, for answers and messages.
std::string TextOf(const Filter& filter);
std::string TextOf(const FilterGroup& group);

/// Which sets an answer lists.
enum class Include { kHit, kMiss, kAll, kNone };

struct BeaconRequest {
  std::string api_version = "v2.1.1";
  Json requested_schemas = Json::array();
  std::optional<Granularity> granularity;
  bool test_mode = false;
  Include include = Include::kHit;
  uint64_t skip = 0;  ///< pages
  std::optional<uint64_t> limit;
  std::vector<FilterGroup> filters;
  std::vector<std::string> datasets;  ///< within these only; empty: all
};

struct BeaconRequestLimits {
  size_t filters = 100;
  size_t values = 1'000;
  bool alternatives = true;
};

/// `body` may be null, which asks for everything. InvalidArgument: a sentence for the client, which names the filter.
absl::StatusOr<BeaconRequest> ReadBeaconBody(const Json& body, const BeaconRequestLimits& limits);

/// From the parameters of a GET.
absl::StatusOr<BeaconRequest> ReadBeaconQuery(const std::vector<std::pair<std::string, std::string>>& query,
                                              const BeaconRequestLimits& limits);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_REQUEST_H_
