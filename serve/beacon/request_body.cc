#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "serve/beacon/request.h"
#include "serve/beacon/request_reader.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

absl::StatusOr<uint64_t> WholeNumber(const Json& value, std::string_view name) {
  if (value.is_number_unsigned()) return value.get<uint64_t>();
  // 10.0 is the integer 10 in JSON Schema, and some clients write it so.
  constexpr double kMaxInteger = 9'007'199'254'740'992;
  const double number = value.is_number_float() ? value.get<double>() : -1;
  if (number >= 0 && number <= kMaxInteger && number == std::floor(number)) return static_cast<uint64_t>(number);
  return BadRequest(Concat(name, " is a whole number from 0"));
}

absl::Status ReadMeta(const Json& body, RequestReader& reader) {
  const Json* meta = Member(body, "meta");
  if (meta == nullptr || meta->is_null()) return absl::OkStatus();
  if (!meta->is_object()) return BadRequest("meta is an object");
  for (const char* name : {"filters", "query", "requestParameters"}) {
    if (meta->contains(name))
      return BadRequest(Concat("meta has no ", name, ", which would be left out; it stands beside it"));
  }
  if (const Json* version = Member(*meta, "apiVersion"); version != nullptr && !version->is_null()) {
    if (!version->is_string()) return BadRequest("apiVersion is a text");
    if (absl::Status read = reader.ReadVersion(version->get<std::string>()); !read.ok()) return read;
  }
  if (const Json* schemas = Member(*meta, "requestedSchemas"); schemas != nullptr && !schemas->is_null()) {
    if (!schemas->is_array()) return BadRequest("requestedSchemas is a list");
    for (const Json& schema : *schemas) {
      if (schema.is_object()) reader.request.requested_schemas.push_back(schema);
    }
  }
  return absl::OkStatus();
}

absl::Status ReadPagination(const Json& query, BeaconRequest& request) {
  const Json* pages = Member(query, "pagination");
  if (pages == nullptr || pages->is_null()) return absl::OkStatus();
  if (!pages->is_object()) return BadRequest("pagination is an object");
  absl::Status known = OnlyMembers(*pages, {"skip", "limit", "currentPage", "nextPage", "previousPage"}, "pagination");
  if (!known.ok()) return known;
  if (const Json* skip = Member(*pages, "skip"); skip != nullptr && !skip->is_null()) {
    absl::StatusOr<uint64_t> number = WholeNumber(*skip, "skip");
    if (!number.ok()) return number.status();
    request.skip = *number;
  }
  if (const Json* limit = Member(*pages, "limit"); limit != nullptr && !limit->is_null()) {
    absl::StatusOr<uint64_t> number = WholeNumber(*limit, "limit");
    if (!number.ok()) return number.status();
    request.limit = *number;
  }
  return absl::OkStatus();
}

/// Members that say which part of the answer is wanted, not about whom. Clients put them beside `query` as well as into
/// it.
constexpr const char* kOfTheAnswer[] = {"includeResultsetResponses", "pagination", "requestedGranularity", "testMode"};

/// The body's `query`, with the members beside it.
absl::StatusOr<Json> WholeQuery(const Json& body) {
  Json whole = Json::object();
  if (const Json* query = Member(body, "query"); query != nullptr && !query->is_null()) {
    if (!query->is_object()) return BadRequest("query is an object");
    whole = *query;
  }
  for (const char* name : kOfTheAnswer) {
    const Json* beside = Member(body, name);
    if (beside == nullptr || beside->is_null()) continue;
    const Json* within = Member(whole, name);
    if (within != nullptr && !within->is_null() && *within != *beside) {
      return BadRequest(Concat(name, " stands in query and beside it, and says different things"));
    }
    whole[name] = *beside;
  }
  return whole;
}

}  // namespace

absl::StatusOr<BeaconRequest> ReadBeaconBody(const Json& body, const BeaconRequestLimits& limits) {
  RequestReader reader(limits);
  if (body.is_null()) return std::move(reader.request);
  if (!body.is_object()) return BadRequest("the body is a JSON object");
  absl::Status known = OnlyMembers(
      body, {"$schema", "meta", "query", "includeResultsetResponses", "pagination", "requestedGranularity", "testMode"},
      "the body");
  if (!known.ok()) return known;
  if (absl::Status read = ReadMeta(body, reader); !read.ok()) return read;
  const absl::StatusOr<Json> query = WholeQuery(body);
  if (!query.ok()) return query.status();
  known = OnlyMembers(
      *query,
      {"filters", "requestParameters", "includeResultsetResponses", "pagination", "requestedGranularity", "testMode"},
      "query");
  if (!known.ok()) return known;
  for (const auto& [name, value] : query->items()) {
    absl::Status read = absl::OkStatus();
    if (name == "filters") {
      read = reader.ReadFilters(value);
    } else if (value.is_null()) {
      continue;
    } else if (name == "requestParameters") {
      read = reader.ReadParameters(value);
    } else if (name == "requestedGranularity") {
      read = value.is_string() ? reader.ReadGranularity(value.get<std::string>()) : reader.ReadGranularity("");
    } else if (name == "includeResultsetResponses") {
      read = value.is_string() ? reader.ReadInclude(value.get<std::string>()) : reader.ReadInclude("");
    } else if (name == "testMode") {
      if (value.is_boolean()) {
        reader.request.test_mode = value.get<bool>();
      } else {
        read = BadRequest("testMode is true or false");
      }
    }
    if (!read.ok()) return read;
  }
  if (absl::Status read = ReadPagination(*query, reader.request); !read.ok()) return read;
  return std::move(reader.request);
}

}  // namespace muster::serve
