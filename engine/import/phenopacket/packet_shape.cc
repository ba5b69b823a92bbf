#include "engine/import/phenopacket/packet_shape.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace muster::import {

bool HasPacketPart(Element document) {
  return std::any_of(std::begin(kPacketParts), std::end(kPacketParts),
                     [&](std::string_view part) { return Member(document, part).has_value(); });
}

namespace {

// An object around lists of records, one of which has the name of a member of packets: {"individuals": [...],
// "biosamples": [...]}.
bool HoldsPeople(Element document) {
  constexpr std::string_view kPeople[] = {"individuals", "phenopackets", "patients", "subjects"};
  if (Member(document, "subject").has_value()) return false;
  return std::any_of(std::begin(kPeople), std::end(kPeople), [&](std::string_view name) {
    const std::optional<Element> people = Member(document, name);
    Array array;
    if (!people.has_value() || people->get(array) != simdjson::SUCCESS) return false;
    return array.begin() != array.end() && IsObject(*array.begin());
  });
}

}  // namespace

bool LooksLikePacket(Element document) {
  Object object;
  if (document.get(object) != simdjson::SUCCESS || HoldsPeople(document)) return false;
  // FHIR's conditions and observations have a subject, too, and an id of their own: none is a person.
  if (Member(document, "resourceType").has_value()) return false;
  bool others = false;
  std::string scratch;
  for (const auto field : object) {
    const std::string_view key = CamelCase(field.key, scratch);
    for (const std::string_view part : kPacketParts) {
      if (key == part) return true;
    }
    others = others || key != "id";
  }
  return !others;
}

bool IsOneThingOfAPatient(Element document) {
  constexpr std::string_view kTypes[] = {
      "AdverseEvent",
      "AllergyIntolerance",
      "BodyStructure",
      "CarePlan",
      "CareTeam",
      "Claim",
      "ClinicalImpression",
      "Condition",
      "Consent",
      "DetectedIssue",
      "DeviceUseStatement",
      "DiagnosticReport",
      "DocumentReference",
      "Encounter",
      "EpisodeOfCare",
      "ExplanationOfBenefit",
      "FamilyMemberHistory",
      "Flag",
      "GenomicStudy",
      "Goal",
      "ImagingStudy",
      "Immunization",
      "Media",
      "MedicationAdministration",
      "MedicationDispense",
      "MedicationRequest",
      "MedicationStatement",
      "MolecularSequence",
      "Observation",
      "Procedure",
      "QuestionnaireResponse",
      "RiskAssessment",
      "ServiceRequest",
      "Specimen",
  };
  const std::optional<Element> type = Member(document, "resourceType");
  const std::string_view name = type.has_value() ? StringOf(*type) : std::string_view();
  return std::find(std::begin(kTypes), std::end(kTypes), name) != std::end(kTypes);
}

std::string_view PersonOf(Element packet) {
  const std::optional<Element> subject = Member(packet, "subject");
  const std::optional<Element> id = subject.has_value() ? Member(*subject, "id") : std::nullopt;
  const std::string_view named = id.has_value() ? StringOf(*id) : std::string_view();
  return named.empty() ? StringOf(Member(packet, "id").value_or(packet)) : named;
}

}  // namespace muster::import
