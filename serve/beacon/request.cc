#include "serve/beacon/request.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <set>
#include <string_view>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::array<std::string_view, 6> kOperators = {"<=", ">=", "<", ">", "=", "!"};
constexpr size_t kMaxTextBytes = 1'000;

absl::Status Bad(std::string message) { return absl::InvalidArgumentError(std::move(message)); }

bool IsOperator(std::string_view text) {
  for (const std::string_view one : kOperators) {
    if (one == text) return true;
  }
  return false;
}

/// A member that is none of `known` would change the question without a trace, were it left out.
absl::Status OnlyMembers(const Json& object, std::initializer_list<std::string_view> known, std::string_view place) {
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return Bad(Concat("the member \"", Shorten(name, 100), "\" of ", place, " is not known; it has ",
                      Join(std::vector<std::string>(known.begin(), known.end()), ", ")));
  }
  return absl::OkStatus();
}

/// A text, or a number as it is written in JSON.
std::optional<std::string> TextOrNumber(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  return std::nullopt;
}

class RequestReader {
 public:
  explicit RequestReader(const BeaconRequestLimits& limits) : limits_(limits) {}

  absl::Status ReadFilters(const Json& filters) {
    if (filters.is_null()) return absl::OkStatus();
    if (!filters.is_array()) return Bad("filters is a list");
    if (filters.size() > limits_.filters) return TooManyFilters();
    for (const Json& item : filters) {
      FilterGroup group;
      if (item.is_array()) {
        if (item.empty()) return Bad("a group of alternative filters is empty");
        if (item.size() > 1 && !limits_.alternatives) return NoAlternatives();
        for (const Json& one : item) {
          if (one.is_array()) return Bad("groups of alternative filters hold filters, not further groups");
          if (absl::Status added = ReadFilter(one, group); !added.ok()) return added;
        }
      } else if (absl::Status added = ReadFilter(item, group); !added.ok()) {
        return added;
      }
      request.filters.push_back(std::move(group));
    }
    return absl::OkStatus();
  }

  absl::Status ReadGranularity(std::string_view name) {
    for (const Granularity one : {Granularity::kBoolean, Granularity::kCount, Granularity::kRecord}) {
      if (NameOf(one) == name) request.granularity = one;
    }
    if (!request.granularity.has_value()) {
      return Bad("requestedGranularity is boolean, count or record; aggregated answers are not given");
    }
    return absl::OkStatus();
  }

  absl::Status ReadInclude(std::string_view name) {
    if (name == "HIT") {
      request.include = Include::kHit;
    } else if (name == "MISS") {
      request.include = Include::kMiss;
    } else if (name == "ALL") {
      request.include = Include::kAll;
    } else if (name == "NONE") {
      request.include = Include::kNone;
    } else {
      return Bad("includeResultsetResponses is HIT, MISS, ALL or NONE");
    }
    return absl::OkStatus();
  }

  absl::Status ReadVersion(const std::string& version) {
    std::string_view rest = version;
    if (rest.starts_with('v')) rest.remove_prefix(1);
    const std::vector<std::string_view> parts = Split(rest, '.');
    bool good = !parts.empty() && parts.size() <= 3 && parts[0] == "2" && !rest.ends_with('.');
    for (const std::string_view part : parts) good = good && ParseInteger<uint16_t>(part).has_value();
    if (parts.size() > 1 && good) good = *ParseInteger<uint16_t>(parts[1]) <= 2;
    if (!good) return Bad("this Beacon speaks version 2 of the API, up to v2.2");
    request.api_version = version;
    return absl::OkStatus();
  }

  absl::Status AddFilter(Filter filter, FilterGroup& group) {
    const std::string text = Shorten(TextOf(filter), 200);
    for (const std::string& id : filter.ids) {
      if (id.empty()) return Bad("a filter has an empty id");
      if (id.size() > kMaxTextBytes) return Bad(Concat("the filter \"", text, "\" has too long an id"));
    }
    for (const std::string& value : filter.values) {
      if (value.size() > kMaxTextBytes) return Bad(Concat("the filter \"", text, "\" has too long a value"));
    }
    if (filter.op.empty() != filter.values.empty()) {
      return Bad(Concat("the filter \"", text, "\" needs an operator and a value, or neither"));
    }
    const bool alternatives = filter.ids.size() > 1 || filter.values.size() > 1;
    if (alternatives && !limits_.alternatives) return NoAlternatives();
    values_ += filter.ids.size() + filter.values.size();
    if (values_ > limits_.values) return Bad(Concat("there are more than ", limits_.values, " ids and values"));
    if (++filters_ > limits_.filters) return TooManyFilters();
    group.push_back(std::move(filter));
    return absl::OkStatus();
  }

  /// Of what models define beside filters, only the datasets to look in.
  absl::Status ReadParameters(const Json& parameters) {
    if (parameters.empty() && !parameters.is_primitive()) return absl::OkStatus();
    if (!parameters.is_object()) return Bad("requestParameters is an object");
    for (const auto& [name, value] : parameters.items()) {
      if (name == "$schema") continue;
      if (name != "datasets") {
        return Bad(Concat("requestParameters.", Shorten(name, 60),
                          " is not supported, as this Beacon has no genomic variations; left out, the answer would be "
                          "to another question. It takes {\"datasets\": {\"datasetIds\": [\"ID\"]}}"));
      }
      if (value.is_null()) continue;
      if (!value.is_object()) return Bad("requestParameters.datasets is an object with datasetIds");
      if (absl::Status known = OnlyMembers(value, {"datasetIds"}, "requestParameters.datasets"); !known.ok()) {
        return known;
      }
      if (absl::Status read = ReadDatasets(value); !read.ok()) return read;
    }
    return absl::OkStatus();
  }

  BeaconRequest request;

 private:
  absl::Status ReadDatasets(const Json& datasets) {
    const Json* ids = Member(datasets, "datasetIds");
    if (ids == nullptr || ids->is_null()) return absl::OkStatus();
    if (!ids->is_array()) return Bad("datasetIds is a list of ids of datasets");
    for (const Json& id : *ids) {
      if (!id.is_string() || id.get_ref<const std::string&>().empty()) return Bad("the ids of datasets are texts");
      if (id.get_ref<const std::string&>().size() > kMaxTextBytes) return Bad("datasetIds has too long an id");
      const auto text = id.get<std::string>();
      if (std::ranges::find(request.datasets, text) == request.datasets.end()) request.datasets.push_back(text);
    }
    values_ += ids->size();
    if (values_ > limits_.values) return Bad(Concat("there are more than ", limits_.values, " ids and values"));
    return absl::OkStatus();
  }

  absl::Status TooManyFilters() const { return Bad(Concat("there are more than ", limits_.filters, " filters")); }
  static absl::Status NoAlternatives() { return Bad("alternatives among filters are not supported by this Beacon"); }

  absl::Status ReadFilter(const Json& json, FilterGroup& group) {
    if (!json.is_object()) return Bad("a filter is an object with an id");
    Filter filter;
    const Json* id = Member(json, "id");
    if (id != nullptr && id->is_string()) {
      filter.ids.push_back(id->get<std::string>());
    } else if (id != nullptr && id->is_array() && !id->empty()) {
      for (const Json& one : *id) {
        if (!one.is_string()) return Bad("the ids of a filter are texts");
        filter.ids.push_back(one.get<std::string>());
      }
    } else {
      return Bad("a filter needs an id, which is a text");
    }
    const std::string name = Shorten(filter.ids[0], 100);
    absl::Status known = OnlyMembers(json, {"id", "includeDescendantTerms", "similarity", "scope", "operator", "value"},
                                     Concat("the filter ", name));
    if (!known.ok()) return known;
    if (const Json* scope = Member(json, "scope"); scope != nullptr && !scope->is_null()) {
      if (!scope->is_string() || scope->get<std::string>().empty()) {
        return Bad(Concat("the scope of the filter ", name, " is the name of an entry type"));
      }
      filter.scope = scope->get<std::string>();
    }
    if (const Json* deep = Member(json, "includeDescendantTerms"); deep != nullptr && !deep->is_null()) {
      if (!deep->is_boolean()) return Bad(Concat("includeDescendantTerms of the filter ", name, " is true or false"));
      filter.descendants = deep->get<bool>();
    }
    if (const Json* similarity = Member(json, "similarity"); similarity != nullptr && !similarity->is_null()) {
      if (!similarity->is_string() || similarity->get<std::string>() != "exact") {
        return Bad(Concat("similarity of the filter ", name, " can only be exact"));
      }
    }
    if (const Json* op = Member(json, "operator"); op != nullptr && !op->is_null()) {
      if (!op->is_string() || !IsOperator(op->get<std::string>())) {
        return Bad(Concat("the operator of the filter ", name, " is one of = ! < > <= >="));
      }
      filter.op = op->get<std::string>();
    }
    if (const Json* value = Member(json, "value"); value != nullptr && !value->is_null()) {
      if (value->is_array() && !value->empty()) {
        for (const Json& one : *value) {
          std::optional<std::string> text = TextOrNumber(one);
          if (!text.has_value()) return Bad(Concat("the values of the filter ", name, " are texts or numbers"));
          filter.values.push_back(*std::move(text));
        }
      } else {
        std::optional<std::string> text = TextOrNumber(*value);
        if (!text.has_value()) return Bad(Concat("the value of the filter ", name, " is a text or a number"));
        filter.values.push_back(*std::move(text));
      }
    }
    return AddFilter(std::move(filter), group);
  }

  const BeaconRequestLimits limits_;
  size_t filters_ = 0;
  size_t values_ = 0;
};

absl::StatusOr<uint64_t> WholeNumber(const Json& value, std::string_view name) {
  if (value.is_number_unsigned()) return value.get<uint64_t>();
  // 10.0 is the integer 10 in JSON Schema, and some clients write it so.
  constexpr double kMaxInteger = 9'007'199'254'740'992;
  const double number = value.is_number_float() ? value.get<double>() : -1;
  if (number >= 0 && number <= kMaxInteger && number == std::floor(number)) return static_cast<uint64_t>(number);
  return Bad(Concat(name, " is a whole number from 0"));
}

absl::Status ReadMeta(const Json& body, RequestReader& reader) {
  const Json* meta = Member(body, "meta");
  if (meta == nullptr || meta->is_null()) return absl::OkStatus();
  if (!meta->is_object()) return Bad("meta is an object");
  for (const char* name : {"filters", "query", "requestParameters"}) {
    if (meta->contains(name))
      return Bad(Concat("meta has no ", name, ", which would be left out; it stands beside it"));
  }
  if (const Json* version = Member(*meta, "apiVersion"); version != nullptr && !version->is_null()) {
    if (!version->is_string()) return Bad("apiVersion is a text");
    if (absl::Status read = reader.ReadVersion(version->get<std::string>()); !read.ok()) return read;
  }
  if (const Json* schemas = Member(*meta, "requestedSchemas"); schemas != nullptr && !schemas->is_null()) {
    if (!schemas->is_array()) return Bad("requestedSchemas is a list");
    for (const Json& schema : *schemas) {
      if (schema.is_object()) reader.request.requested_schemas.push_back(schema);
    }
  }
  return absl::OkStatus();
}

absl::Status ReadPagination(const Json& query, BeaconRequest& request) {
  const Json* pages = Member(query, "pagination");
  if (pages == nullptr || pages->is_null()) return absl::OkStatus();
  if (!pages->is_object()) return Bad("pagination is an object");
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

/// A comparison in a GET: `ID:>=VALUE` or `ID>=VALUE`.
Filter ReadComparison(std::string_view text) {
  Filter filter;
  const size_t place = text.find_first_of("<>=!");
  if (place == std::string_view::npos || place == 0) {
    filter.ids.emplace_back(text);
    return filter;
  }
  for (const std::string_view op : kOperators) {
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

/// What says how much of the answer is wanted, not of whom. Clients put it beside `query` as well as into it.
constexpr const char* kOfTheAnswer[] = {"includeResultsetResponses", "pagination", "requestedGranularity", "testMode"};

/// The body's `query` with what stands beside it.
absl::StatusOr<Json> WholeQuery(const Json& body) {
  Json whole = Json::object();
  if (const Json* query = Member(body, "query"); query != nullptr && !query->is_null()) {
    if (!query->is_object()) return Bad("query is an object");
    whole = *query;
  }
  for (const char* name : kOfTheAnswer) {
    const Json* beside = Member(body, name);
    if (beside == nullptr || beside->is_null()) continue;
    const Json* within = Member(whole, name);
    if (within != nullptr && !within->is_null() && *within != *beside) {
      return Bad(Concat(name, " stands in query and beside it, and says different things"));
    }
    whole[name] = *beside;
  }
  return whole;
}

}  // namespace

std::string TextOf(const Filter& filter) {
  std::string text = Join(filter.ids, " or ");
  if (!filter.op.empty()) Append(text, " ", filter.op, " ");
  if (!filter.values.empty()) text += Join(filter.values, " or ");
  return text;
}

std::string TextOf(const FilterGroup& group) {
  if (group.size() == 1) return TextOf(group[0]);
  std::string text = "(";
  for (const Filter& filter : group) Append(text, text.size() > 1 ? " or " : "", TextOf(filter));
  return text + ")";
}

absl::StatusOr<BeaconRequest> ReadBeaconBody(const Json& body, const BeaconRequestLimits& limits) {
  RequestReader reader(limits);
  if (body.is_null()) return std::move(reader.request);
  if (!body.is_object()) return Bad("the body is a JSON object");
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
        read = Bad("testMode is true or false");
      }
    }
    if (!read.ok()) return read;
  }
  if (absl::Status read = ReadPagination(*query, reader.request); !read.ok()) return read;
  return std::move(reader.request);
}

absl::StatusOr<BeaconRequest> ReadBeaconQuery(const std::vector<std::pair<std::string, std::string>>& query,
                                              const BeaconRequestLimits& limits) {
  RequestReader reader(limits);
  std::set<std::string_view> said;
  for (const auto& [name, value] : query) {
    absl::Status read = absl::OkStatus();
    if (name != "filters" && !said.insert(name).second) {
      return Bad(Concat("the parameter ", Shorten(name, 60), " is there twice"));
    }
    if (name == "requestedGranularity") {
      read = reader.ReadGranularity(value);
    } else if (name == "includeResultsetResponses") {
      read = reader.ReadInclude(value);
    } else if (name == "testMode") {
      if (value != "true" && value != "false") return Bad("testMode is true or false");
      reader.request.test_mode = value == "true";
    } else if (name == "skip" || name == "limit") {
      const std::optional<uint64_t> number = ParseInteger<uint64_t>(value);
      if (!number.has_value()) return Bad(Concat(name, " is a whole number from 0"));
      if (name == "skip") {
        reader.request.skip = *number;
      } else {
        reader.request.limit = *number;
      }
    } else if (name == "filters") {
      // A variable that was empty would otherwise ask for everybody, or for more than was meant.
      if (value.empty()) return Bad("filters is empty; without the parameter, everybody is asked for");
      if (value.starts_with(',') || value.ends_with(',') || value.find(",,") != std::string::npos) {
        return Bad(Concat("filters has an empty filter between its commas: ", Shorten(value, 200)));
      }
      for (const std::string_view text : Split(value, ',')) {
        FilterGroup group;
        read = reader.AddFilter(ReadComparison(text), group);
        if (!read.ok()) return read;
        reader.request.filters.push_back(std::move(group));
      }
    } else if (name == "requestedSchema" || name == "requestedSchemas") {
      reader.request.requested_schemas.push_back(Json{{"schema", value}});
    } else if (name == "apiVersion") {
      read = reader.ReadVersion(value);
    } else {
      read = Bad(Concat("the parameter ", Shorten(name, 60), " is not supported"));
    }
    if (!read.ok()) return read;
  }
  return std::move(reader.request);
}

}  // namespace muster::serve
