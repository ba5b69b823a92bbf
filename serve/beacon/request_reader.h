// The parts of a Beacon request that mean the same in a body and in a query string, read within the limits.
#ifndef MUSTER_SERVE_BEACON_REQUEST_READER_H_
#define MUSTER_SERVE_BEACON_REQUEST_READER_H_

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "serve/beacon/request.h"
#include "serve/json/json.h"

namespace muster::serve {

/// The operators of filters, "<=" before "<", so that the first with which a text begins is the one that is meant.
inline constexpr std::array<std::string_view, 6> kFilterOperators = {"<=", ">=", "<", ">", "=", "!"};

/// InvalidArgument, with a sentence for the client.
absl::Status BadRequest(std::string message);

/// Refuses members that are not in `known`: ignoring one would silently change the question.
absl::Status OnlyMembers(const Json& object, std::initializer_list<std::string_view> known, std::string_view place);

/// Fills `request` part by part. Each Read ends with InvalidArgument where a part is not what the protocol says, or is
/// beyond the limits. Not thread-safe.
class RequestReader {
 public:
  explicit RequestReader(const BeaconRequestLimits& limits) : limits_(limits) {}

  absl::Status ReadFilters(const Json& filters);
  absl::Status AddFilter(Filter filter, FilterGroup& group);
  absl::Status ReadGranularity(std::string_view name);
  absl::Status ReadInclude(std::string_view name);
  absl::Status ReadVersion(const std::string& version);
  /// Of the parameters that models define besides filters, only the datasets are supported.
  absl::Status ReadParameters(const Json& parameters);
  /// One to look in.
  absl::Status AddDataset(std::string id);

  BeaconRequest request;

 private:
  absl::Status ReadFilter(const Json& json, FilterGroup& group);
  absl::Status ReadDatasets(const Json& ids);
  absl::Status TooManyFilters() const;

  const BeaconRequestLimits limits_;
  size_t filters_ = 0;
  size_t values_ = 0;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_REQUEST_READER_H_
