#include "shell/synth/files/collections.h"

#include "shell/synth/files/record_text.h"
#include "shell/synth/people/codes.h"

namespace muster::synth {
namespace {

constexpr Code kNobody = {};

/// `about`: the disease or country of the term; kNobody for none.
void AppendUse(std::string& out, const Code& use, const Code& about = kNobody) {
  AppendComma(out);
  out.append(R"({"id":")").append(use.id).append(R"(","label":")").append(use.label);
  out.append(R"(","version":"2021-02-23")");
  if (!about.id.empty()) AppendCodes(out, "modifiers", &about);
  out.push_back('}');
}

void AppendDiseaseUse(std::string& out, Kind kind) {
  switch (kind) {
    case Kind::kRare:
      return AppendUse(out, kDiseaseResearch, {"MONDO:0003847", "hereditary disease"});
    case Kind::kCancer:
      return AppendUse(out, kDiseaseResearch, {"MONDO:0004992", "cancer"});
    case Kind::kCommon:
      return AppendUse(out, kHealthResearch);
  }
}

}  // namespace

void AppendDatasetUses(std::string& out) {
  out.push_back('[');
  AppendUse(out, kGeneralResearch);
  AppendUse(out, kEthicsApproval);
  out.push_back(']');
}

void AppendCohortUses(std::string& out, const World& world, size_t number) {
  const Cohort& cohort = world.cohorts()[number];
  out.push_back('[');
  switch (number % 5) {
    case 0:
      AppendUse(out, kGeneralResearch);
      AppendUse(out, kEthicsApproval);
      break;
    case 1:
      AppendUse(out, kHealthResearch);
      AppendUse(out, kNotForProfit);
      break;
    case 2:
      AppendUse(out, kHealthResearch);
      AppendUse(out, kCollaboration);
      break;
    case 3:
      AppendDiseaseUse(out, cohort.kind);
      break;
    default: {
      const std::string country = "ISO3166:" + std::string(cohort.country);
      AppendUse(out, kGeneralResearch);
      AppendUse(out, kGeographical, {country, cohort.country});
    }
  }
  out.push_back(']');
}

std::string BeaconDatasets() {
  std::string out = "[\n{\"id\":\"";
  out.append(kDatasetId).append(R"(","name":")").append(kDatasetName);
  out.append(R"(","description":"Invented people; any likeness to a person is chance.",)"
             R"("createDateTime":"2025-01-01T00:00:00Z","dataUseConditions":{"duoDataUse":)");
  AppendDatasetUses(out);
  out.append("}}\n]\n");
  return out;
}

std::string BeaconCohorts(const World& world, const std::vector<uint8_t>& cohort_of) {
  std::vector<uint64_t> sizes(world.cohorts().size());
  for (const uint8_t cohort : cohort_of) ++sizes[cohort];
  std::string out = "[";
  for (size_t number = 0; number < sizes.size(); ++number) {
    const Cohort& cohort = world.cohorts()[number];
    AppendComma(out);
    out.append("\n{\"id\":\"").append(cohort.name).append(R"(","name":")").append(cohort.name);
    out.append(R"(","cohortType":"study-defined","cohortSize":)");
    AppendNumber(out, sizes[number]);
    out.append(R"(,"cohortDataUse":{"duoDataUse":)");
    AppendCohortUses(out, world, number);
    out.append(R"(},"ids":{"individualIds":[)");
    for (size_t person = 0; person < cohort_of.size(); ++person) {
      if (cohort_of[person] != number) continue;
      AppendComma(out);
      out.push_back('"');
      AppendId(out, 'P', person);
      out.push_back('"');
    }
    out.append("]}}");
  }
  out.append("\n]\n");
  return out;
}

}  // namespace muster::synth
