#include "engine/import/beacon/beacon_kind.h"

#include <initializer_list>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

bool HasAny(Element record, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (Member(record, name).has_value()) return true;
  }
  return false;
}

// Whether elements of the array `name` have a member `inner`, judged by the first element.
bool HasMember(Element record, std::string_view name, std::string_view inner) {
  const std::optional<Element> list = Member(record, name);
  if (!list.has_value()) return false;
  Array array;
  if (list->get(array) != simdjson::SUCCESS) return Member(*list, inner).has_value();
  for (const Element element : array) return Member(element, inner).has_value();
  return false;
}

bool IsIndividual(Element record) {
  const std::optional<Element> sex = Member(record, "sex");
  return (sex.has_value() && IsObject(*sex)) ||
         HasAny(record, {"measures", "geographicOrigin", "interventionsOrProcedures", "pedigrees"}) ||
         HasMember(record, "ethnicity", "id") || HasMember(record, "ethnicity", "label") ||
         HasMember(record, "diseases", "diseaseCode") || HasMember(record, "phenotypicFeatures", "featureType") ||
         HasMember(record, "exposures", "exposureCode") || HasMember(record, "treatments", "treatmentCode");
}

struct NamedKind {
  std::string_view name;
  BeaconKind kind;
};
constexpr NamedKind kNames[] = {
    {"individuals", BeaconKind::kIndividual},
    {"biosamples", BeaconKind::kBiosample},
    {"runs", BeaconKind::kRun},
    {"analyses", BeaconKind::kAnalysis},
    {"cohorts", BeaconKind::kCohort},
    {"datasets", BeaconKind::kDataset},
    {"genomicvariations", BeaconKind::kVariation},
};

}  // namespace

std::optional<BeaconKind> BeaconKindOf(Element record) {
  if (!IsObject(record) ||
      HasAny(record, {"subject", "biosamples", "interpretations", "medicalActions", "metaData", "proband", "graphs"})) {
    return std::nullopt;
  }
  if (HasAny(record, {"variantInternalId", "variation", "caseLevelData"})) return BeaconKind::kVariation;
  if (HasAny(record, {"cohortType"})) return BeaconKind::kCohort;
  if (HasAny(record, {"dataUseConditions"})) return BeaconKind::kDataset;
  if (HasAny(record, {"pipelineName", "analysisDate", "variantCaller"})) return BeaconKind::kAnalysis;
  if (HasAny(record, {"biosampleId"}) && HasAny(record, {"libraryStrategy", "platformModel", "platform", "runDate",
                                                         "libraryLayout", "librarySource", "librarySelection"})) {
    return BeaconKind::kRun;
  }
  if (HasAny(record,
             {"biosampleStatus", "sampleOriginType", "sampleOriginDetail", "collectionMoment", "obtentionProcedure"})) {
    return BeaconKind::kBiosample;
  }
  if (IsIndividual(record)) return BeaconKind::kIndividual;
  return std::nullopt;
}

std::optional<BeaconKind> BeaconKindOfFile(std::string_view path) {
  if (const size_t slash = path.find_last_of('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::string name = model::ToLower(path.substr(0, path.find('.')));
  for (const NamedKind& known : kNames) {
    if (name == known.name) return known.kind;
  }
  return std::nullopt;
}

}  // namespace muster::import
