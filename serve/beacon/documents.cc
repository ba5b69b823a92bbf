#include "serve/beacon/documents.h"

#include <algorithm>
#include <set>

#include "muster/catalogue.h"
#include "serve/beacon/answer.h"
#include "serve/beacon/entry_type.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::string_view kJsonSchema = "https://json-schema.org/draft/2020-12/schema";

Json EntryTypesJson() {
  Json types = Json::object();
  for (const EntryType& type : EntryTypes()) {
    Json json = {{"id", type.id},
                 {"name", type.name},
                 {"ontologyTermForThisType", {{"id", type.term}}},
                 {"partOfSpecification", "Beacon v2.1.1"},
                 {"defaultSchema",
                  {{"id", Concat("ga4gh-beacon-", type.id, "-v2.1.1")},
                   {"name", Concat("Default schema of ", type.path)},
                   {"referenceToSchemaDefinition", SchemaUrl(type.entry)},
                   {"schemaVersion", kApiVersion}}},
                 {"nonFilteredQueriesAllowed", true}};
    if (IsCollection(type.entry)) {
      json["aCollectionOf"] = Json::array({{{"id", "individual"}, {"name", "Individual"}}});
    }
    types[std::string(type.id)] = std::move(json);
  }
  return types;
}

std::string_view ProductionStatus(std::string_view environment) {
  return environment == "prod" ? "PROD" : environment == "dev" ? "DEV" : "TEST";
}

bool WantsServiceInfo(const std::vector<std::pair<std::string, std::string>>& query) {
  return std::ranges::any_of(query, [](const auto& parameter) {
    return parameter.first == "requestedSchema" && parameter.second.starts_with("ga4gh-service-info");
  });
}

Json InfoDocument(const Settings& settings, std::string_view base) {
  const Settings::Beacon& beacon = settings.beacon;
  Json organization = {{"id", beacon.organization_id}, {"name", beacon.organization_name}};
  if (!beacon.welcome_url.empty()) organization["welcomeUrl"] = beacon.welcome_url;
  if (!beacon.contact_url.empty()) organization["contactUrl"] = beacon.contact_url;
  Json response = {{"id", beacon.id},
                   {"name", beacon.name},
                   {"apiVersion", kApiVersion},
                   {"environment", beacon.environment},
                   {"organization", organization}};
  // For clients that come through a proxy; verifiers accept no other scheme.
  if (base.starts_with("https://")) response["alternativeUrl"] = base;
  response["description"] = !beacon.description.empty()
                                ? beacon.description
                                : Concat("Counts of people, samples, runs and analyses of ", beacon.organization_name);
  if (!beacon.welcome_url.empty()) response["welcomeUrl"] = beacon.welcome_url;
  return {{"meta", InformationMeta(beacon.id, "responses/beaconInfoResponse.json")}, {"response", response}};
}

Json ServiceInfoDocument(const Settings& settings, std::string_view base) {
  const Settings::Beacon& beacon = settings.beacon;
  return {{"id", beacon.id},
          {"name", beacon.name},
          {"type", {{"group", "org.ga4gh"}, {"artifact", "beacon"}, {"version", kApiVersion}}},
          {"organization",
           {{"name", beacon.organization_name}, {"url", beacon.welcome_url.empty() ? base : beacon.welcome_url}}},
          {"environment", beacon.environment},
          {"version", Version()}};
}

Json ConfigurationDocument(const Settings& settings) {
  Json levels = Json::array({"PUBLIC"});
  if (!settings.issuers.empty()) {
    levels.push_back("REGISTERED");
    if (!settings.datasets.empty()) levels.push_back("CONTROLLED");
  }
  return {{"meta", InformationMeta(settings.beacon.id, "responses/beaconConfigurationResponse.json")},
          {"response",
           {{"$schema", kJsonSchema},
            {"maturityAttributes", {{"productionStatus", ProductionStatus(settings.beacon.environment)}}},
            {"securityAttributes", {{"defaultGranularity", "boolean"}, {"securityLevels", levels}}},
            {"entryTypes", EntryTypesJson()}}}};
}

Json EntryTypesDocument(const Settings& settings) {
  return {{"meta", InformationMeta(settings.beacon.id, "responses/beaconEntryTypesResponse.json")},
          {"response", {{"entryTypes", EntryTypesJson()}}}};
}

/// Links to the records of one entry are not in it, as they are not given.
Json MapDocument(const Settings& settings, std::string_view base, bool cohorts) {
  Json sets = Json::object();
  for (const EntryType& type : EntryTypes()) {
    if (type.entry == Entry::kCohort && !cohorts) continue;
    Json set = {{"entryType", type.id},
                {"rootUrl", Concat(base, "/", type.path)},
                {"openAPIEndpointsDefinition", Concat(kModelUrl, type.path, "/endpoints.json")}};
    if (IsCollection(type.entry)) {
      set["singleEntryUrl"] = Concat(base, "/", type.path, "/{id}");
      Json endpoints = Json::object();
      for (const EntryType& below : EntryTypes()) {
        if (IsCollection(below.entry)) continue;
        endpoints[std::string(below.id)] = {{"returnedEntryType", below.id},
                                            {"url", Concat(base, "/", type.path, "/{id}/", below.path)}};
      }
      set["endpoints"] = std::move(endpoints);
    }
    sets[std::string(type.id)] = std::move(set);
  }
  return {{"meta", InformationMeta(settings.beacon.id, "responses/beaconMapResponse.json")},
          {"response", {{"$schema", kJsonSchema}, {"endpointSets", sets}}}};
}

}  // namespace

std::optional<Json> DocumentNamed(std::string_view name, const Settings& settings, std::string_view base, bool cohorts,
                                  const std::vector<std::pair<std::string, std::string>>& query) {
  if (name == "service-info" || (name == "info" && WantsServiceInfo(query))) return ServiceInfoDocument(settings, base);
  if (name == "info") return InfoDocument(settings, base);
  if (name == "configuration") return ConfigurationDocument(settings);
  if (name == "entry_types") return EntryTypesDocument(settings);
  if (name == "map") return MapDocument(settings, base, cohorts);
  return std::nullopt;
}

Json CollectionDocument(const Collection& collection) {
  Json json = {{"id", collection.id}, {"name", collection.name}};
  if (collection.kind == Collection::Kind::kCohort) {
    const std::set<std::string> types = {"study-defined", "beacon-defined", "user-defined"};
    json["cohortType"] = types.contains(collection.type) ? collection.type : "beacon-defined";
    return json;
  }
  if (!collection.description.empty()) json["description"] = collection.description;
  if (!collection.version.empty()) json["version"] = collection.version;
  Json uses = Json::array();
  for (const Collection::DataUse& use : collection.data_uses) {
    Json one = {{"id", use.use.code}, {"version", use.version}};
    if (!use.use.label.empty()) one["label"] = use.use.label;
    Json modifiers = Json::array();
    for (const Collection::Term& modifier : use.modifiers) {
      Json term = {{"id", modifier.code}};
      if (!modifier.label.empty()) term["label"] = modifier.label;
      modifiers.push_back(std::move(term));
    }
    if (!modifiers.empty()) one["modifiers"] = std::move(modifiers);
    uses.push_back(std::move(one));
  }
  if (!uses.empty()) json["dataUseConditions"] = {{"duoDataUse", uses}};
  Json info = Json::object();
  if (!collection.custodian.empty()) info["custodian"] = collection.custodian;
  if (!collection.access.empty()) info["access"] = collection.access;
  if (!collection.countries.empty()) info["countries"] = collection.countries;
  if (!info.empty()) json["info"] = std::move(info);
  return json;
}

}  // namespace muster::serve
