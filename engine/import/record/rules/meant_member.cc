#include "engine/import/record/rules/meant_member.h"

#include <span>

#include "engine/import/record/polarity_word.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMeant{
    ImportProblem::Kind::kNote, "member that is not read, with a name like one of the standard's",
    "write it as the standard does, if that is meant, or let a rule of the mapping read it; capitals and the plural "
    "count, and until then nothing of it is found"};

struct Name {
  std::string_view written;  // as Letters gives it
  std::string_view meant;
};

constexpr Name kParts[] = {
    {"features", "phenotypicFeatures"},
    {"phenotypes", "phenotypicFeatures"},
    {"phenotype", "phenotypicFeatures"},
    {"hpoterms", "phenotypicFeatures"},
    {"diagnoses", "diseases"},
    {"diagnosis", "diseases"},
    {"conditions", "diseases"},
    {"samples", "biosamples"},
    {"specimens", "biosamples"},
    {"measures", "measurements"},
    {"observations", "measurements"},
    {"labs", "measurements"},
    {"treatments", "medicalActions"},
    {"medications", "medicalActions"},
    {"therapies", "medicalActions"},
    {"procedures", "medicalActions"},
    {"interventions", "medicalActions"},
    {"interventionsorprocedures", "medicalActions"},
    {"variants", "interpretations"},
    {"genes", "interpretations"},
    {"genomicinterpretations", "interpretations"},
    {"htsfiles", "files"},
    {"patient", "subject"},
    {"individual", "subject"},
};
constexpr Name kMeantOfSubject[] = {
    {"age", "timeAtLastEncounter"},
    {"ageatencounter", "timeAtLastEncounter"},
    {"timeatencounter", "timeAtLastEncounter"},
    {"ageatlastencounter", "timeAtLastEncounter"},
    {"birthdate", "dateOfBirth"},
    {"dob", "dateOfBirth"},
    {"deceased", "vitalStatus"},
    {"deceaseddatetime", "vitalStatus"},
    {"dateofdeath", "vitalStatus"},
    {"timeofdeath", "vitalStatus"},
    {"species", "taxonomy"},
};
constexpr Name kBeaconMembers[] = {
    {"interventions", "interventionsOrProcedures"},
    {"procedures", "interventionsOrProcedures"},
    {"interventionsandprocedures", "interventionsOrProcedures"},
    {"medications", "treatments"},
    {"medicalactions", "treatments"},
    {"features", "phenotypicFeatures"},
    {"phenotypes", "phenotypicFeatures"},
    {"diagnoses", "diseases"},
    {"ethnicities", "ethnicity"},
    {"geographicorigins", "geographicOrigin"},
};

std::string_view Find(std::span<const Name> names, std::string_view key) {
  const Letters letters(key);
  for (const Name& name : names) {
    if (name.written == letters.text()) return name.meant;
  }
  return {};
}

}  // namespace

std::string_view PartMeantBy(std::string_view key) { return Find(kParts, key); }
std::string_view SubjectMemberMeantBy(std::string_view key) { return Find(kMeantOfSubject, key); }
std::string_view BeaconMemberMeantBy(std::string_view key) { return Find(kBeaconMembers, key); }

void NoteMeant(Reporter& reporter, const JsonPath& place, Element member, std::string_view key,
               std::string_view (*meant_by)(std::string_view)) {
  if (place.node() != nullptr || IsEmpty(member)) return;
  const std::string_view meant = meant_by(key);
  if (meant.empty()) return;
  reporter.Report(kMeant, place.Pointer(), place.key(), model::Concat({"did you mean \"", meant, "\"?"}));
}

}  // namespace muster::import
