#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "serve/beacon/request.h"
#include "serve/beacon/request_reader.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// A comparison in a GET: `ID:>=VALUE` or `ID>=VALUE`.
Filter ReadComparison(std::string_view text) {
  Filter filter;
  const size_t place = text.find_first_of("<>=!");
  if (place == std::string_view::npos || place == 0) {
    filter.ids.emplace_back(text);
    return filter;
  }
  for (const std::string_view op : kFilterOperators) {
    if (!text.substr(place).starts_with(op)) continue;
    std::string_view id = text.substr(0, place);
    if (id.size() > 1 && id.ends_with(':')) id.remove_suffix(1);
    filter.ids.emplace_back(id);
    filter.op = op;
    filter.values.emplace_back(text.substr(place + op.size()));
    break;
  }
  return filter;
}

bool HasEmptyPart(std::string_view list) {
  return list.empty() || list.starts_with(',') || list.ends_with(',') || list.find(",,") != std::string_view::npos;
}

}  // namespace

absl::StatusOr<BeaconRequest> ReadBeaconQuery(const std::vector<std::pair<std::string, std::string>>& query,
                                              const BeaconRequestLimits& limits) {
  RequestReader reader(limits);
  std::set<std::string_view> said;
  for (const auto& [name, value] : query) {
    absl::Status read = absl::OkStatus();
    const bool is_list = name == "filters" || name == "datasets" || name == "datasetIds";
    if (!is_list && !said.insert(name).second) {
      return BadRequest(Concat("the parameter ", Shorten(name, 60), " is there twice"));
    }
    if (name == "requestedGranularity") {
      read = reader.ReadGranularity(value);
    } else if (name == "includeResultsetResponses") {
      read = reader.ReadInclude(value);
    } else if (name == "testMode") {
      if (value != "true" && value != "false") return BadRequest("testMode is true or false");
      reader.request.test_mode = value == "true";
    } else if (name == "skip" || name == "limit") {
      const std::optional<uint64_t> number = ParseInteger<uint64_t>(value);
      if (!number.has_value()) return BadRequest(Concat(name, " is a whole number from 0"));
      if (name == "skip") {
        reader.request.skip = *number;
      } else {
        reader.request.limit = *number;
      }
    } else if (name == "filters") {
      // A variable that was empty would otherwise ask for everybody, or for more than was meant.
      if (value.empty()) return BadRequest("filters is empty; without the parameter, everybody is asked for");
      if (HasEmptyPart(value)) {
        return BadRequest(Concat("filters has an empty filter between its commas: ", Shorten(value, 200)));
      }
      for (const std::string_view text : Split(value, ',')) {
        FilterGroup group;
        read = reader.AddFilter(ReadComparison(text), group);
        if (!read.ok()) return read;
        reader.request.filters.push_back(std::move(group));
      }
    } else if (is_list) {
      if (HasEmptyPart(value))
        return BadRequest(Concat(name, " has an empty id; without the parameter, all are asked"));
      for (const std::string_view id : Split(value, ',')) {
        read = reader.AddDataset(std::string(id));
        if (!read.ok()) return read;
      }
    } else if (name == "requestedSchema" || name == "requestedSchemas") {
      reader.request.requested_schemas.push_back(Json{{"schema", value}});
    } else if (name == "apiVersion") {
      read = reader.ReadVersion(value);
    } else {
      read = BadRequest(Concat("the parameter ", Shorten(name, 60), " is not supported"));
    }
    if (!read.ok()) return read;
  }
  return std::move(reader.request);
}

}  // namespace muster::serve
