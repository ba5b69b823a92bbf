// Parts of a person's record that both formats write alike.
#ifndef MUSTER_SHELL_SYNTH_FILES_RECORD_TEXT_H_
#define MUSTER_SHELL_SYNTH_FILES_RECORD_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "shell/synth/files/json_text.h"
#include "shell/synth/people/person.h"

namespace muster::synth {

// Ids: P000000001 of the person, S000000001-1 of the sample, R000000001-1-1 of the run.
void AppendId(std::string& out, char prefix, uint64_t number);
inline void AppendPersonId(std::string& out, char prefix, const Person& person) {
  AppendId(out, prefix, person.number);
}
void AppendSampleId(std::string& out, char prefix, const Person& person, size_t sample);
void AppendRunId(std::string& out, char prefix, const Person& person, size_t sample, size_t run);

/// "P34Y5M"
void AppendDuration(std::string& out, int months);
/// "2024-05-17"
void AppendDay(std::string& out, int day);
/// Midnight of the day `months` after birth.
void AppendTimestamp(std::string& out, const Person& person, int months);
/// The term of HP for an onset at this age.
Code OnsetTerm(int months);
/// ,"name":{…} as a phenopacket's TimeElement; nothing for a moment that is not recorded.
void AppendMoment(std::string& out, std::string_view name, const Moment& moment);
/// The same time without the member that says which of the forms it is, as Beacon has it.
void AppendBareMoment(std::string& out, std::string_view name, const Moment& moment);
/// ,"name":{"id":…,"label":…}; nothing for null.
void AppendCode(std::string& out, std::string_view name, const Code* code);
/// ,"name":[{"id":…,"label":…}]; nothing for null.
void AppendCodes(std::string& out, std::string_view name, const Code* code);

/// The code of a feature.
void AppendFeature(std::string& out, const World& world, const Feature& feature);
/// The code of a disease.
void AppendDisease(std::string& out, const DiseaseEvent& event);
/// ,"clinicalTnmFinding":…,"primarySite":…,"laterality":…,"diagnosed":…,"status":…
void AppendDiseaseDetails(std::string& out, const DiseaseEvent& event);
/// {"unit":…,"value":…,"referenceRange":…}
void AppendQuantity(std::string& out, const Assay& assay, int value);
/// {"typedQuantities":…} of a blood pressure; `type` is the name of the member that says which part it is.
void AppendBloodPressure(std::string& out, const MeasurementEvent& event, std::string_view type);
/// ,"routeOfAdministration":…,"doseIntervals":…,"drugType":…
void AppendDoses(std::string& out, const Person& person, const TreatmentEvent& event);
/// ,"treatmentTarget":…,"treatmentIntent":…,"responseToTreatment":…
void AppendOutcome(std::string& out, const TreatmentEvent& event);
/// ,"histologicalDiagnosis":… and the like, of a tumour sample
void AppendPathology(std::string& out, const SampleEvent& sample);
/// ,"derivedFromId":…,"relations":…; nothing for a sample of its own
void AppendRelation(std::string& out, const Person& person, const SampleEvent& sample);
/// ,"vitalStatus":…
void AppendVitalStatus(std::string& out, const Person& person, bool upper_case);
/// ,"consents":…; nothing if there are none
void AppendConsents(std::string& out, const Person& person);

/// The run whose variants are in a file of the person: the first that was analysed; nullopt for none.
struct RunPlace {
  size_t sample = 0;
  size_t run = 0;
};
std::optional<RunPlace> CalledRun(const Person& person);

inline constexpr Code kHuman = {"NCBITaxon:9606", "Homo sapiens"};

/// What is invented of the variant of a solved interpretation: all of it follows from the person's number.
struct InventedVariant {
  uint64_t position = 0;
  std::string_view reference, alternate;
  bool likely = false;  ///< likely pathogenic, not pathogenic
  Code allelic_state;
};
InventedVariant InventVariant(const Person& person);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_RECORD_TEXT_H_
