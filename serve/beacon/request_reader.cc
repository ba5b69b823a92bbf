#include "serve/beacon/request_reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kMaxTextBytes = 1'000;

bool IsOperator(std::string_view text) {
  for (const std::string_view one : kFilterOperators) {
    if (one == text) return true;
  }
  return false;
}

/// A text, or a number as it is written in JSON.
std::optional<std::string> TextOrNumber(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  return std::nullopt;
}

absl::Status NoAlternatives() { return BadRequest("alternatives among filters are not supported by this Beacon"); }

}  // namespace

absl::Status BadRequest(std::string message) { return absl::InvalidArgumentError(std::move(message)); }

absl::Status OnlyMembers(const Json& object, std::initializer_list<std::string_view> known, std::string_view place) {
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return BadRequest(Concat("the member \"", Shorten(name, 100), "\" of ", place, " is not known; it has ",
                             Join(std::vector<std::string>(known.begin(), known.end()), ", ")));
  }
  return absl::OkStatus();
}

absl::Status RequestReader::ReadFilters(const Json& filters) {
  if (filters.is_null()) return absl::OkStatus();
  if (!filters.is_array()) return BadRequest("filters is a list");
  if (filters.size() > limits_.filters) return TooManyFilters();
  for (const Json& item : filters) {
    FilterGroup group;
    if (item.is_array()) {
      if (item.empty()) return BadRequest("a group of alternative filters is empty");
      if (item.size() > 1 && !limits_.alternatives) return NoAlternatives();
      for (const Json& one : item) {
        if (one.is_array()) return BadRequest("groups of alternative filters hold filters, not further groups");
        if (absl::Status added = ReadFilter(one, group); !added.ok()) return added;
      }
    } else if (absl::Status added = ReadFilter(item, group); !added.ok()) {
      return added;
    }
    request.filters.push_back(std::move(group));
  }
  return absl::OkStatus();
}

absl::Status RequestReader::ReadGranularity(std::string_view name) {
  for (const Granularity one : {Granularity::kBoolean, Granularity::kCount, Granularity::kRecord}) {
    if (NameOf(one) == name) request.granularity = one;
  }
  if (!request.granularity.has_value()) {
    return BadRequest("requestedGranularity is boolean, count or record; aggregated answers are not given");
  }
  return absl::OkStatus();
}

absl::Status RequestReader::ReadInclude(std::string_view name) {
  if (name == "HIT") {
    request.include = Include::kHit;
  } else if (name == "MISS") {
    request.include = Include::kMiss;
  } else if (name == "ALL") {
    request.include = Include::kAll;
  } else if (name == "NONE") {
    request.include = Include::kNone;
  } else {
    return BadRequest("includeResultsetResponses is HIT, MISS, ALL or NONE");
  }
  return absl::OkStatus();
}

absl::Status RequestReader::ReadVersion(const std::string& version) {
  std::string_view rest = version;
  if (rest.starts_with('v')) rest.remove_prefix(1);
  const std::vector<std::string_view> parts = Split(rest, '.');
  bool good = !parts.empty() && parts.size() <= 3 && parts[0] == "2" && !rest.ends_with('.');
  for (const std::string_view part : parts) good = good && ParseInteger<uint16_t>(part).has_value();
  if (parts.size() > 1 && good) good = *ParseInteger<uint16_t>(parts[1]) <= 2;
  if (!good) return BadRequest("this Beacon speaks version 2 of the API, up to v2.2");
  request.api_version = version;
  return absl::OkStatus();
}

absl::Status RequestReader::AddFilter(Filter filter, FilterGroup& group) {
  const std::string text = Shorten(TextOf(filter), 200);
  for (const std::string& id : filter.ids) {
    if (id.empty()) return BadRequest("a filter has an empty id");
    if (id.size() > kMaxTextBytes) return BadRequest(Concat("the filter \"", text, "\" has too long an id"));
  }
  for (const std::string& value : filter.values) {
    if (value.size() > kMaxTextBytes) return BadRequest(Concat("the filter \"", text, "\" has too long a value"));
  }
  if (filter.op.empty() != filter.values.empty()) {
    return BadRequest(Concat("the filter \"", text, "\" needs an operator and a value, or neither"));
  }
  const bool alternatives = filter.ids.size() > 1 || filter.values.size() > 1;
  if (alternatives && !limits_.alternatives) return NoAlternatives();
  values_ += filter.ids.size() + filter.values.size();
  if (values_ > limits_.values) return BadRequest(Concat("there are more than ", limits_.values, " ids and values"));
  if (++filters_ > limits_.filters) return TooManyFilters();
  group.push_back(std::move(filter));
  return absl::OkStatus();
}

absl::Status RequestReader::ReadParameters(const Json& parameters) {
  if (parameters.empty() && !parameters.is_primitive()) return absl::OkStatus();
  if (!parameters.is_object()) return BadRequest("requestParameters is an object");
  for (const auto& [name, value] : parameters.items()) {
    if (name == "$schema") continue;
    if (name != "datasets" && name != "datasetIds") {
      return BadRequest(
          Concat("requestParameters.", Shorten(name, 60),
                 " is not supported, as this Beacon has no genomic variations; left out, the answer would be "
                 "to another question. It takes {\"datasets\": {\"datasetIds\": [\"ID\"]}}"));
    }
    if (value.is_null()) continue;
    if (!request.datasets.empty()) return BadRequest("requestParameters names the datasets twice");
    // The list itself, or within an object, as the example of the specification has it.
    const bool within = name == "datasets" && value.is_object();
    if (within) {
      absl::Status known = OnlyMembers(value, {"datasetIds"}, "requestParameters.datasets");
      if (!known.ok()) return known;
    }
    const Json* ids = within ? Member(value, "datasetIds") : &value;
    if (ids == nullptr || ids->is_null()) continue;
    if (absl::Status read = ReadDatasets(*ids); !read.ok()) return read;
  }
  return absl::OkStatus();
}

absl::Status RequestReader::ReadDatasets(const Json& ids) {
  if (!ids.is_array()) return BadRequest("datasetIds is a list of ids of datasets");
  for (const Json& id : ids) {
    if (!id.is_string()) return BadRequest("the ids of datasets are texts");
    if (absl::Status added = AddDataset(id.get<std::string>()); !added.ok()) return added;
  }
  return absl::OkStatus();
}

absl::Status RequestReader::AddDataset(std::string id) {
  if (id.empty()) return BadRequest("datasetIds has an empty id");
  if (id.size() > kMaxTextBytes) return BadRequest("datasetIds has too long an id");
  if (++values_ > limits_.values) return BadRequest(Concat("there are more than ", limits_.values, " ids and values"));
  if (std::ranges::find(request.datasets, id) == request.datasets.end()) request.datasets.push_back(std::move(id));
  return absl::OkStatus();
}

absl::Status RequestReader::TooManyFilters() const {
  return BadRequest(Concat("there are more than ", limits_.filters, " filters"));
}

absl::Status RequestReader::ReadFilter(const Json& json, FilterGroup& group) {
  if (!json.is_object()) return BadRequest("a filter is an object with an id");
  Filter filter;
  const Json* id = Member(json, "id");
  if (id != nullptr && id->is_string()) {
    filter.ids.push_back(id->get<std::string>());
  } else if (id != nullptr && id->is_array() && !id->empty()) {
    for (const Json& one : *id) {
      if (!one.is_string()) return BadRequest("the ids of a filter are texts");
      filter.ids.push_back(one.get<std::string>());
    }
  } else {
    return BadRequest("a filter needs an id, which is a text");
  }
  const std::string name = Shorten(filter.ids[0], 100);
  absl::Status known = OnlyMembers(json, {"id", "includeDescendantTerms", "similarity", "scope", "operator", "value"},
                                   Concat("the filter ", name));
  if (!known.ok()) return known;
  if (const Json* scope = Member(json, "scope"); scope != nullptr && !scope->is_null()) {
    if (!scope->is_string() || scope->get<std::string>().empty()) {
      return BadRequest(Concat("the scope of the filter ", name, " is the name of an entry type"));
    }
    filter.scope = scope->get<std::string>();
  }
  if (const Json* deep = Member(json, "includeDescendantTerms"); deep != nullptr && !deep->is_null()) {
    if (!deep->is_boolean())
      return BadRequest(Concat("includeDescendantTerms of the filter ", name, " is true or false"));
    filter.descendants = deep->get<bool>();
  }
  if (const Json* similarity = Member(json, "similarity"); similarity != nullptr && !similarity->is_null()) {
    if (!similarity->is_string() || similarity->get<std::string>() != "exact") {
      return BadRequest(Concat("similarity of the filter ", name, " can only be exact"));
    }
  }
  if (const Json* op = Member(json, "operator"); op != nullptr && !op->is_null()) {
    if (!op->is_string() || !IsOperator(op->get<std::string>())) {
      return BadRequest(Concat("the operator of the filter ", name, " is one of = ! < > <= >="));
    }
    filter.op = op->get<std::string>();
  }
  if (const Json* value = Member(json, "value"); value != nullptr && !value->is_null()) {
    if (value->is_array() && !value->empty()) {
      for (const Json& one : *value) {
        std::optional<std::string> text = TextOrNumber(one);
        if (!text.has_value()) return BadRequest(Concat("the values of the filter ", name, " are texts or numbers"));
        filter.values.push_back(*std::move(text));
      }
    } else {
      std::optional<std::string> text = TextOrNumber(*value);
      if (!text.has_value()) return BadRequest(Concat("the value of the filter ", name, " is a text or a number"));
      filter.values.push_back(*std::move(text));
    }
  }
  return AddFilter(std::move(filter), group);
}

}  // namespace muster::serve
