#include "shell/synth/files/beacon.h"
#include "shell/synth/files/record_text.h"
#include "shell/synth/people/codes.h"

namespace muster::synth {
namespace {

constexpr Code kSexes[] = {
    {"NCIT:C17998", "unknown"}, {"NCIT:C16576", "female"}, {"NCIT:C20197", "male"}, {"NCIT:C17649", "other"}};
constexpr Code kRoles[] = {
    {"NCIT:C64435", "Proband"}, {"NCIT:C96580", "Biological Mother"}, {"NCIT:C96572", "Biological Father"}};

/// ,"name":[…] with an object for each event, which `append` begins and this ends; nothing if there are no events.
template <typename Events, typename Append>
void AppendList(std::string& out, std::string_view name, const Events& events, Append append) {
  if (events.empty()) return;
  AppendName(out, name);
  out.push_back('[');
  for (const auto& event : events) {
    AppendComma(out);
    append(event);
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendAge(std::string& out, std::string_view name, int months) {
  if (months != kNever) AppendBareMoment(out, name, {Moment::Form::kAge, months, 0});
}

void AppendFeatures(const World& world, const Person& person, std::string& out) {
  AppendList(out, "phenotypicFeatures", person.features, [&](const Feature& feature) {
    out.append(R"({"featureType":)");
    AppendFeature(out, world, feature);
    if (feature.excluded) out.append(R"(,"excluded":true)");
    AppendCode(out, "severity", feature.severity);
    AppendCodes(out, "modifiers", feature.modifier);
    AppendBareMoment(out, "onset", feature.onset);
    AppendAge(out, "resolution", feature.resolved_months);
    if (feature.evidence != nullptr) {
      out.append(R"(,"evidence":{"evidenceCode":)");
      AppendCode(out, *feature.evidence);
      out.push_back('}');
    }
  });
}

void AppendDiseases(const Person& person, std::string& out) {
  AppendList(out, "diseases", person.diseases, [&](const DiseaseEvent& event) {
    out.append(R"({"diseaseCode":)");
    AppendDisease(out, event);
    if (event.excluded) out.append(R"(,"excluded":true)");
    AppendBareMoment(out, "ageOfOnset", event.onset);
    AppendCode(out, "stage", event.stage);
    AppendDiseaseDetails(out, event);
    if (event.family_history)
      out.append(*event.family_history ? R"(,"familyHistory":true)" : R"(,"familyHistory":false)");
  });
}

void AppendMeasures(const Person& person, std::string& out) {
  AppendList(out, "measures", person.measurements, [&](const MeasurementEvent& event) {
    out.append(R"({"assayCode":)");
    AppendCode(out, event.diastolic > 0 ? kBloodPressure : event.assay->assay);
    if (event.diastolic > 0) {
      AppendName(out, "measurementValue");
      AppendBloodPressure(out, event, "quantityType");
    } else if (event.outcome != nullptr) {
      AppendCode(out, "measurementValue", event.outcome);
    } else {
      AppendName(out, "measurementValue");
      AppendQuantity(out, *event.assay, event.value);
    }
    AppendBareMoment(out, "observationMoment", event.time);
  });
}

void AppendActions(const Person& person, std::string& out) {
  AppendList(out, "treatments", person.treatments, [&](const TreatmentEvent& event) {
    out.append(R"({"treatmentCode":)");
    AppendCode(out, *event.agent);
    AppendDoses(out, person, event);
    AppendOutcome(out, event);
  });
  AppendList(out, "interventionsOrProcedures", person.procedures, [&](const ProcedureEvent& event) {
    out.append(R"({"procedureCode":)");
    AppendCode(out, *event.code);
    AppendCode(out, "bodySite", event.site);
    AppendAge(out, "ageAtProcedure", event.months);
  });
  AppendList(out, "exposures", person.exposures, [&](const ExposureEvent& event) {
    out.append(R"({"exposureCode":)");
    AppendCode(out, *event.agent);
    if (event.excluded) out.append(R"(,"excluded":true)");
    AppendAge(out, "ageAtExposure", event.start_months);
    if (event.years > 0) {
      AppendName(out, "duration");
      AppendDuration(out, event.years * 12);
    }
    if (event.unit != nullptr) {
      AppendName(out, "value");
      AppendDecimal(out, event.value, 1);
      AppendCode(out, "unit", event.unit);
    }
  });
}

void AppendPedigree(const Person& person, std::string& out) {
  if (!person.family) return;
  const Family& family = *person.family;
  AppendName(out, "pedigrees");
  out.append(R"([{"id":")");
  AppendId(out, 'F', family.proband);
  out.append(R"(","numSubjects":3,"disease":{"diseaseCode":)");
  DiseaseEvent disease;
  disease.profile = family.disease;
  AppendDisease(out, disease);
  out.append(R"(},"members":[)");
  for (size_t i = 0; i < family.members.size(); ++i) {
    AppendComma(out);
    out.append(R"({"memberId":")");
    AppendId(out, 'P', family.proband + i);
    out.append(family.members[i].affected ? R"(","affected":true)" : R"(","affected":false)");
    AppendCode(out, "role", &kRoles[i]);
    out.push_back('}');
  }
  out.append("]}]");
}

void AppendInterpretation(const Person& person, std::string& out) {
  if (person.interpreted == nullptr) return;
  static constexpr std::string_view kProgress[] = {"solved", "in progress", "unsolved"};
  const Gene& gene = person.interpreted->profile->disease->gene;
  AppendName(out, "interpretations");
  out.append(R"([{"id":")");
  AppendPersonId(out, 'N', person);
  out.append(R"(","status":")").append(kProgress[person.interpretation]);
  out.append(R"(","disease":)");
  AppendDisease(out, *person.interpreted);
  if (person.interpretation == 0) {
    const InventedVariant variant = InventVariant(person);
    out.append(R"(,"variants":[{"id":")");
    AppendPersonId(out, 'V', person);
    out.append(R"(","status":"causative","pathogenicity":)");
    out.append(variant.likely ? "\"likely pathogenic\"" : "\"pathogenic\"");
    out.append(R"(,"gene":{"id":"HGNC:)");
    AppendNumber(out, static_cast<uint64_t>(gene.hgnc));
    out.append(R"(","label":")").append(gene.symbol);
    out.append(R"("},"molecule":"genomic","assembly":"GRCh38","chromosome":"chr)").append(gene.chromosome);
    out.append(R"(","position":)");
    AppendNumber(out, variant.position);
    out.append(R"(,"ref":")").append(variant.reference).append(R"(","alt":")").append(variant.alternate).append("\"");
    AppendCode(out, "allelicState", &variant.allelic_state);
    out.append("}]");
  }
  out.append("}]");
}

/// The variants that an analysis called.
void AppendFiles(const Person& person, std::string& out) {
  const std::optional<RunPlace> place = CalledRun(person);
  if (!place) return;
  const RunEvent& run = person.samples[place->sample].runs[place->run];
  out.append(R"(,"files":[{"uri":"file:///synthetic/)");
  AppendRunId(out, 'A', person, place->sample, place->run);
  out.append(R"(.vcf.gz","format":"VCF","assembly":")").append(run.assembly).append(R"(","sampleId":")");
  AppendSampleId(out, 'S', person, place->sample);
  out.append("\"}]");
}

void AppendInfo(const Person& person, std::string& out) {
  out.append(R"(,"info":{"subjectId":")");
  AppendPersonId(out, 'I', person);
  out.append(R"(","country":")").append(person.cohort->country).append("\"");
  AppendCode(out, "taxonomy", &kHuman);
  if (person.birth_recorded) {
    AppendName(out, "dateOfBirth");
    AppendTimestamp(out, person, 0);
  }
  AppendMoment(out, "timeAtLastEncounter", person.last_encounter);
  if (person.enrolled_months != kNever) {
    AppendName(out, "enrolment");
    AppendDuration(out, person.enrolled_months);
  }
  AppendVitalStatus(out, person, /*upper_case=*/false);
  AppendInterpretation(person, out);
  AppendFiles(person, out);
  AppendConsents(out, person);
  out.push_back('}');
}

}  // namespace

void AppendIndividual(const World& world, const Person& person, std::string& out) {
  out.append(R"({"id":")");
  AppendPersonId(out, 'P', person);
  out.push_back('"');
  AppendCode(out, "sex", &kSexes[static_cast<size_t>(person.sex)]);
  if (person.karyotype) {
    out.append(R"(,"karyotypicSex":")").append(person.sex == RecordedSex::kFemale ? "XX\"" : "XY\"");
  }
  AppendCode(out, "ethnicity", person.ethnicity);
  AppendFeatures(world, person, out);
  AppendDiseases(person, out);
  AppendMeasures(person, out);
  AppendActions(person, out);
  AppendPedigree(person, out);
  AppendInfo(person, out);
  out.append("},\n");
}

}  // namespace muster::synth
