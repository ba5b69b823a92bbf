#include "shell/synth/files/phenopacket.h"

#include "shell/synth/files/record_text.h"
#include "shell/synth/people/codes.h"

namespace muster::synth {
namespace {

void AppendSubject(const Person& person, std::string& out) {
  out.append(R"("subject":{"id":")");
  AppendPersonId(out, 'I', person);
  out.push_back('"');
  if (person.birth_recorded) {
    AppendName(out, "dateOfBirth");
    AppendTimestamp(out, person, 0);
  }
  AppendMoment(out, "timeAtLastEncounter", person.last_encounter);
  AppendVitalStatus(out, person, /*upper_case=*/true);
  static constexpr std::string_view kSexes[] = {"UNKNOWN_SEX", "FEMALE", "MALE", "OTHER_SEX"};
  out.append(R"(,"sex":")").append(kSexes[static_cast<size_t>(person.sex)]).append("\"");
  if (person.karyotype) {
    out.append(R"(,"karyotypicSex":")").append(person.sex == RecordedSex::kFemale ? "XX\"" : "XY\"");
  }
  AppendCode(out, "taxonomy", &kHuman);
  out.push_back('}');
}

void AppendFeatures(const World& world, const Person& person, std::string& out) {
  out.append(R"(,"phenotypicFeatures":[)");
  for (const Feature& feature : person.features) {
    AppendComma(out);
    out.append(R"({"type":)");
    AppendFeature(out, world, feature);
    if (feature.excluded) out.append(R"(,"excluded":true)");
    AppendCode(out, "severity", feature.severity);
    AppendCodes(out, "modifiers", feature.modifier);
    AppendMoment(out, "onset", feature.onset);
    if (feature.resolved_months != kNever) {
      AppendMoment(out, "resolution", {Moment::Form::kAge, feature.resolved_months, 0});
    }
    if (feature.evidence != nullptr) {
      out.append(R"(,"evidence":[{"evidenceCode":)");
      AppendCode(out, *feature.evidence);
      out.append("}]");
    }
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendDiseases(const Person& person, std::string& out) {
  out.append(R"(,"diseases":[)");
  for (const DiseaseEvent& event : person.diseases) {
    AppendComma(out);
    out.append(R"({"term":)");
    AppendDisease(out, event);
    if (event.excluded) out.append(R"(,"excluded":true)");
    AppendMoment(out, "onset", event.onset);
    AppendCodes(out, "diseaseStage", event.stage);
    AppendDiseaseDetails(out, event);
    if (event.family_history)
      out.append(*event.family_history ? R"(,"familyHistory":"yes")" : R"(,"familyHistory":"no")");
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendMeasurements(const Person& person, std::string& out) {
  out.append(R"(,"measurements":[)");
  for (const MeasurementEvent& event : person.measurements) {
    AppendComma(out);
    out.append(R"({"assay":)");
    AppendCode(out, event.diastolic > 0 ? kBloodPressure : event.assay->assay);
    if (event.diastolic > 0) {
      out.append(R"(,"value":{"complexValue":)");
      AppendBloodPressure(out, event, "type");
    } else if (event.outcome != nullptr) {
      out.append(R"(,"value":{"ontologyClass":)");
      AppendCode(out, *event.outcome);
    } else {
      out.append(R"(,"value":{"quantity":)");
      AppendQuantity(out, *event.assay, event.value);
    }
    out.push_back('}');
    AppendMoment(out, "timeObserved", event.time);
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendRun(const Person& person, size_t sample, size_t number, const RunEvent& run, std::string& out) {
  AppendComma(out);
  out.append(R"({"uri":"file:///synthetic/)");
  AppendRunId(out, 'R', person, sample, number);
  out.append(R"(.cram","fileAttributes":{"runId":")");
  AppendRunId(out, 'R', person, sample, number);
  out.append(R"(","fileFormat":"CRAM","genomeAssembly":")").append(run.assembly);
  out.append(R"(","libraryStrategy":")").append(run.strategy);
  out.append(R"(","libraryLayout":")").append(run.layout);
  out.append(R"(","librarySelection":")").append(run.selection);
  out.append(R"(","platform":")").append(run.platform);
  out.append(R"(","coverage":")");
  AppendDecimal(out, run.coverage, 1);
  if (run.breadth > 0) {
    out.append(R"(","breadth":")");
    AppendDecimal(out, run.breadth, 1);
  }
  out.append(R"(","runDate":)");
  AppendDay(out, run.day);
  out.push_back('}');
  AppendCode(out, "platformModel", run.model);
  if (run.analysis != nullptr) {
    out.append(R"(,"analysis":{"id":")");
    AppendRunId(out, 'A', person, sample, number);
    out.append(R"(","pipeline":")").append(run.analysis->name);
    out.append(R"(","aligner":")").append(run.analysis->aligner);
    out.append(R"(","caller":")").append(run.analysis->caller);
    out.append(R"(","date":)");
    AppendDay(out, run.analysis_day);
    out.push_back('}');
  }
  out.push_back('}');
}

void AppendSamples(const Person& person, std::string& out) {
  out.append(R"(,"biosamples":[)");
  for (size_t i = 0; i < person.samples.size(); ++i) {
    const SampleEvent& sample = person.samples[i];
    AppendComma(out);
    out.append(R"({"id":")");
    AppendSampleId(out, 'S', person, i);
    out.append(R"(","individualId":")");
    AppendPersonId(out, 'I', person);
    out.append(R"(","sampledTissue":)");
    AppendCode(out, *sample.tissue);
    AppendCode(out, "sampleType", sample.type);
    AppendRelation(out, person, sample);
    AppendMoment(out, "timeOfCollection", {Moment::Form::kAge, sample.collected_months, 0});
    AppendPathology(out, sample);
    if (sample.tumour) {
      out.append(R"(,"procedure":{"code":)");
      AppendCode(out, kBiopsy);
      out.append(R"(,"performed":{"timestamp":)");
      AppendTimestamp(out, person, sample.collected_months);
      out.append("}}");
    }
    AppendCode(out, "materialSample", sample.tumour ? &kAbnormalSample : &kReferenceSample);
    if (!sample.runs.empty()) {
      out.append(R"(,"files":[)");
      for (size_t run = 0; run < sample.runs.size(); ++run) AppendRun(person, i, run, sample.runs[run], out);
      out.push_back(']');
    }
    out.push_back('}');
  }
  out.push_back(']');
}

/// The variants that an analysis called.
void AppendFiles(const Person& person, std::string& out) {
  const std::optional<RunPlace> place = CalledRun(person);
  if (!place) return;
  const RunEvent& run = person.samples[place->sample].runs[place->run];
  out.append(R"(,"files":[{"uri":"file:///synthetic/)");
  AppendRunId(out, 'A', person, place->sample, place->run);
  out.append(R"(.vcf.gz","individualToFileIdentifiers":{")");
  AppendSampleId(out, 'S', person, place->sample);
  out.append("\":\"");
  AppendSampleId(out, 'S', person, place->sample);
  out.append(R"("},"fileAttributes":{"fileFormat":"VCF","genomeAssembly":")").append(run.assembly).append("\"}}]");
}

void AppendActions(const Person& person, std::string& out) {
  if (person.treatments.empty() && person.procedures.empty()) return;
  out.append(R"(,"medicalActions":[)");
  for (const TreatmentEvent& event : person.treatments) {
    AppendComma(out);
    out.append(R"({"treatment":{"agent":)");
    AppendCode(out, *event.agent);
    AppendDoses(out, person, event);
    out.push_back('}');
    AppendOutcome(out, event);
    out.push_back('}');
  }
  for (const ProcedureEvent& event : person.procedures) {
    AppendComma(out);
    out.append(R"({"procedure":{"code":)");
    AppendCode(out, *event.code);
    AppendCode(out, "bodySite", event.site);
    AppendMoment(out, "performed", {Moment::Form::kAge, event.months, 0});
    out.append("}}");
  }
  out.push_back(']');
}

void AppendInterpretation(const Person& person, std::string& out) {
  static constexpr std::string_view kProgress[] = {"SOLVED", "IN_PROGRESS", "UNSOLVED"};
  const Gene& gene = person.interpreted->profile->disease->gene;
  out.append(R"(,"interpretations":[{"id":")");
  AppendPersonId(out, 'N', person);
  out.append(R"(","progressStatus":")").append(kProgress[person.interpretation]);
  out.append(R"(","diagnosis":{"disease":)");
  AppendDisease(out, *person.interpreted);
  out.append(R"(,"genomicInterpretations":[)");
  if (person.interpretation == 0) {
    const InventedVariant variant = InventVariant(person);
    out.append(R"({"subjectOrBiosampleId":")");
    AppendPersonId(out, 'I', person);
    out.append(R"(","interpretationStatus":"CAUSATIVE","variantInterpretation":{"acmgPathogenicityClassification":)");
    out.append(variant.likely ? "\"LIKELY_PATHOGENIC\"" : "\"PATHOGENIC\"");
    out.append(R"(,"variationDescriptor":{"id":")");
    AppendPersonId(out, 'V', person);
    out.append(R"(","geneContext":{"valueId":"HGNC:)");
    AppendNumber(out, static_cast<uint64_t>(gene.hgnc));
    out.append(R"(","symbol":")").append(gene.symbol);
    out.append(R"("},"moleculeContext":"genomic","vcfRecord":{"genomeAssembly":"GRCh38","chrom":"chr)");
    out.append(gene.chromosome).append(R"(","pos":")");
    AppendNumber(out, variant.position);
    out.append(R"(","ref":")").append(variant.reference).append(R"(","alt":")").append(variant.alternate);
    out.append(R"("},"allelicState":)");
    AppendCode(out, variant.allelic_state);
    out.append("}}}");
  }
  out.append("]}}]");
}

/// Facts without a member in phenopackets; mapping.json maps them.
void AppendExposures(const Person& person, std::string& out) {
  if (person.exposures.empty()) return;
  out.append(R"(,"exposures":[)");
  for (const ExposureEvent& event : person.exposures) {
    AppendComma(out);
    out.append(R"({"agent":)");
    AppendCode(out, *event.agent);
    if (event.excluded) out.append(R"(,"excluded":true)");
    if (event.start_months != kNever) {
      AppendName(out, "start");
      AppendDuration(out, event.start_months);
    }
    if (event.years > 0) {
      out.append(R"(,"days":)");
      AppendDecimal(out, event.years * 36525, 2);
    }
    if (event.unit != nullptr) {
      out.append(R"(,"value":)");
      AppendDecimal(out, event.value, 1);
      AppendCode(out, "unit", event.unit);
    }
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendPedigree(const Person& person, std::string& out) {
  const FamilyMember* member = person.family_member();
  if (member == nullptr) return;
  static constexpr std::string_view kRoles[] = {"proband", "mother", "father"};
  const uint64_t proband = person.family->proband;
  const uint64_t role = person.number - proband;
  out.append(R"(,"pedigree":{"family":")");
  AppendId(out, 'F', proband);
  out.append(R"(","member":")");
  AppendPersonId(out, 'P', person);
  if (role == 0) {
    out.append(R"(","mother":")");
    AppendId(out, 'P', proband + 1);
    out.append(R"(","father":")");
    AppendId(out, 'P', proband + 2);
  }
  out.append(R"(","role":")").append(kRoles[role]);
  out.append(R"(","affected":")").append(member->affected ? "affected" : "unaffected");
  out.append(R"(","disease":)");
  DiseaseEvent disease;
  disease.profile = person.family->disease;
  AppendDisease(out, disease);
  out.push_back('}');
}

}  // namespace

void AppendPhenopacket(const World& world, const Person& person, std::string& out) {
  out.append(R"({"id":")");
  AppendPersonId(out, 'P', person);
  out.append("\",");
  AppendSubject(person, out);
  if (!person.features.empty()) AppendFeatures(world, person, out);
  if (!person.measurements.empty()) AppendMeasurements(person, out);
  AppendSamples(person, out);
  if (person.interpreted != nullptr) AppendInterpretation(person, out);
  if (!person.diseases.empty()) AppendDiseases(person, out);
  AppendActions(person, out);
  AppendFiles(person, out);
  out.append(R"(,"cohort":")").append(person.cohort->name);
  out.append(R"(","country":")").append(person.cohort->country).append("\"");
  if (person.enrolled_months != kNever) {
    AppendName(out, "enrolment");
    AppendDuration(out, person.enrolled_months);
  }
  AppendCode(out, "ethnicity", person.ethnicity);
  AppendExposures(person, out);
  AppendPedigree(person, out);
  AppendConsents(out, person);
  out.append(R"(,"metaData":{"created":"2025-01-01T00:00:00Z","createdBy":"muster synth",)"
             R"("phenopacketSchemaVersion":"2.0"}})");
}

}  // namespace muster::synth
