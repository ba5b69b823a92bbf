#include "serve/beacon/answer.h"

#include <utility>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

std::string_view NameOfInclude(Include include) {
  switch (include) {
    case Include::kHit:
      return "HIT";
    case Include::kMiss:
      return "MISS";
    case Include::kAll:
      return "ALL";
    case Include::kNone:
      return "NONE";
  }
  return "HIT";
}

std::string_view PrecisionOf(const ReleasedNumber& number) {
  if (number.kind == Number::Kind::kExact) return "exact";
  return number.kind == Number::Kind::kRounded ? "rounded" : "imprecise";
}

/// Adds how precise a number is, where it is not exact.
void AddPrecision(const ReleasedNumber& number, Json& to) {
  if (number.kind == Number::Kind::kExact) return;
  to["countPrecision"] = PrecisionOf(number);
  if (number.low.has_value() && number.high.has_value()) to["countAdjustedTo"] = {*number.low, *number.high};
}

Json DescriptionOf(const ReleasedNumber& number) {
  return {{"minRange", number.low.value_or(0)},
          {"maxRange", number.high.has_value() ? Json(*number.high) : Json(nullptr)}};
}

bool Listed(Include include, bool exists) {
  return include == Include::kAll || (include == Include::kHit && exists) || (include == Include::kMiss && !exists);
}

Json MusterInfo(const Counted& counted) {
  Json ontologies = Json::array();
  for (const OntologyVersion& one : counted.provenance.ontologies) {
    Json ontology = Json::object();
    ontology["id"] = one.id;
    ontology["version"] = one.version;
    ontologies.push_back(std::move(ontology));
  }
  Json info = Json::object();
  info["statement"] = counted.provenance.statement;
  info["ontologies"] = std::move(ontologies);
  info["policy"] = counted.provenance.release;
  if (counted.provenance.catalogue_version != 0) info["catalogueVersion"] = counted.provenance.catalogue_version;
  if (!counted.provenance.epoch.empty()) info["epoch"] = counted.provenance.epoch;
  return info;
}

/// The requested schemas, as far as they are well-formed.
Json SchemasOf(const BeaconRequest& request) {
  Json schemas = Json::array();
  for (const Json& one : request.requested_schemas) {
    Json schema = Json::object();
    for (const char* name : {"entityType", "schema"}) {
      const std::string text = TextMember(one, name);
      if (!text.empty()) schema[name] = Shorten(text, 200);
    }
    if (!schema.empty()) schemas.push_back(std::move(schema));
  }
  return schemas;
}

Json InfoOf(const Counted& counted, bool numbers) {
  Json info = Json::object();
  Json notes = Json::array();
  for (const std::string& note : counted.notes) notes.push_back(note);
  if (numbers && counted.total.kind != Number::Kind::kExact)
    info["resultCountDescription"] = DescriptionOf(counted.total);
  if (counted.total.kind == Number::Kind::kSuppressed) notes.push_back("none, or fewer than may be told");
  if (!notes.empty()) info["notes"] = std::move(notes);
  info["muster"] = MusterInfo(counted);
  return info;
}

}  // namespace

Json AnswerMeta(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Granularity returned) {
  // Member by member, here and below: values of an initializer list are copied, at each level again.
  Json filters = Json::array();
  for (const FilterGroup& group : request.filters) filters.push_back(Shorten(TextOf(group), 500));
  Json summary = Json::object();
  summary["apiVersion"] = request.api_version;
  summary["requestedSchemas"] = SchemasOf(request);
  summary["filters"] = std::move(filters);
  if (!request.datasets.empty()) summary["requestParameters"]["datasets"]["datasetIds"] = request.datasets;
  // Without a limit, collections are given whole, which is what 0 says; records of the test are given ten by ten.
  summary["pagination"]["skip"] = request.skip;
  summary["pagination"]["limit"] = request.limit.value_or(IsCollection(entry) ? 0 : 10);
  summary["requestedGranularity"] = NameOf(request.granularity.value_or(Granularity::kBoolean));
  summary["includeResultsetResponses"] = NameOfInclude(request.include);
  summary["testMode"] = request.test_mode;
  Json schema = Json::object();
  schema["entityType"] = TypeOf(entry).id;
  schema["schema"] = SchemaUrl(entry);
  Json meta = Json::object();
  meta["beaconId"] = beacon_id;
  meta["apiVersion"] = kApiVersion;
  meta["returnedGranularity"] = NameOf(returned);
  // Left out it is false, too, and a verifier that is in use takes no false here.
  if (request.test_mode) meta["testMode"] = true;
  meta["returnedSchemas"] = Json::array();
  meta["returnedSchemas"].push_back(std::move(schema));
  meta["receivedRequestSummary"] = std::move(summary);
  return meta;
}

Json InformationMeta(std::string_view beacon_id, std::string_view schema) {
  return {{"beaconId", beacon_id},
          {"apiVersion", kApiVersion},
          {"returnedSchemas", Json::array({{{"entityType", "info"}, {"schema", Concat(kFrameworkUrl, schema)}}})}};
}

Json BooleanAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, const Counted& counted) {
  Json answer = Json::object();
  answer["meta"] = AnswerMeta(beacon_id, entry, request, Granularity::kBoolean);
  answer["responseSummary"]["exists"] = counted.total.exists();
  answer["info"] = InfoOf(counted, false);
  return answer;
}

Json CountAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, const Counted& counted,
                 const std::vector<Collection>& datasets, bool exact) {
  Json summary = Json::object();
  summary["exists"] = counted.total.exists();
  summary["numTotalResults"] = counted.total.value;
  AddPrecision(counted.total, summary);
  Json sets = Json::array();
  for (const Collection& dataset : datasets) {
    const auto found = counted.datasets.find(dataset.id);
    ReleasedNumber number;
    if (found != counted.datasets.end()) {
      number = found->second;
    } else if (!exact) {
      number = {0, Number::Kind::kWithheld, std::nullopt, std::nullopt};
    }
    if (!Listed(request.include, number.exists())) continue;
    Json set = Json::object();
    set["id"] = dataset.id;
    set["setType"] = "dataset";
    set["exists"] = number.exists();
    set["resultsCount"] = number.value;
    set["results"] = Json::array();
    AddPrecision(number, set);
    sets.push_back(std::move(set));
  }
  Json answer = Json::object();
  answer["meta"] = AnswerMeta(beacon_id, entry, request, Granularity::kCount);
  answer["responseSummary"] = std::move(summary);
  answer["response"]["resultSets"] = std::move(sets);
  answer["info"] = InfoOf(counted, true);
  return answer;
}

Json CollectionsAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Json items,
                       size_t total) {
  // Whatever is asked for: verifiers want the collections also of a question for a count.
  return {{"meta", AnswerMeta(beacon_id, entry, request, Granularity::kRecord)},
          {"responseSummary", {{"exists", total > 0}, {"numTotalResults", total}}},
          {"response", {{"collections", std::move(items)}}}};
}

Json ErrorAnswer(std::string_view beacon_id, int status, std::string_view message) {
  BeaconRequest request;
  Json meta = AnswerMeta(beacon_id, Entry::kIndividual, request, Granularity::kBoolean);
  meta["returnedSchemas"] = Json::array();
  return {{"meta", std::move(meta)}, {"error", {{"errorCode", status}, {"errorMessage", message}}}};
}

}  // namespace muster::serve
