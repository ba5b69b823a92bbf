#include "shell/synth/phenopacket.h"

#include <chrono>

#include "shell/synth/codes.h"
#include "shell/synth/json_text.h"

namespace muster::synth {
namespace {

/// P34Y5M
void AppendDuration(std::string& out, int months) {
  out.append("\"P");
  if (months >= 12) {
    AppendNumber(out, static_cast<uint64_t>(months / 12));
    out.push_back('Y');
  }
  if (months % 12 != 0 || months < 12) {
    AppendNumber(out, static_cast<uint64_t>(months % 12));
    out.push_back('M');
  }
  out.push_back('"');
}

Code OnsetTerm(int months) {
  if (months == 0) return {"HP:0003577", "Congenital onset"};
  if (months < 12) return {"HP:0003593", "Infantile onset"};
  if (months < 60) return {"HP:0011463", "Childhood onset"};
  if (months < 192) return {"HP:0003621", "Juvenile onset"};
  if (months < 480) return {"HP:0011462", "Young adult onset"};
  if (months < 720) return {"HP:0003596", "Middle age onset"};
  return {"HP:0003584", "Late onset"};
}

/// ,"name":{…} as a phenopacket's TimeElement; nothing for a moment that is not recorded.
void AppendMoment(std::string& out, std::string_view name, const Moment& moment) {
  if (moment.form == Moment::Form::kNone) return;
  AppendName(out, name);
  switch (moment.form) {
    case Moment::Form::kNone:
      break;
    case Moment::Form::kAge:
      out.append(R"({"age":{"iso8601duration":)");
      AppendDuration(out, moment.low);
      out.append("}}");
      break;
    case Moment::Form::kDays:
      out.append(R"({"age":{"iso8601duration":"P)");
      AppendNumber(out, static_cast<uint64_t>(moment.low));
      out.append("D\"}}");
      break;
    case Moment::Form::kRange:
      out.append(R"({"ageRange":{"start":{"iso8601duration":)");
      AppendDuration(out, moment.low);
      out.append(R"(},"end":{"iso8601duration":)");
      AppendDuration(out, moment.high);
      out.append("}}}");
      break;
    case Moment::Form::kTerm:
      out.append(R"({"ontologyClass":)");
      AppendCode(out, OnsetTerm(moment.low));
      out.push_back('}');
      break;
    case Moment::Form::kGestation:
      out.append(R"({"gestationalAge":{"weeks":)");
      AppendNumber(out, static_cast<uint64_t>(moment.low));
      out.append(R"(,"days":)");
      AppendNumber(out, static_cast<uint64_t>(moment.high));
      out.append("}}");
      break;
  }
}

/// Midnight of the day `months` after birth.
void AppendTimestamp(std::string& out, const Person& person, int months) {
  using std::chrono::days;
  const std::chrono::sys_days epoch = std::chrono::year(1900) / 1 / 1;
  const std::chrono::year_month_day date = epoch + days(person.birth_day + months * 30 + months * 7 / 16);
  out.push_back('"');
  AppendNumber(out, static_cast<uint64_t>(static_cast<int>(date.year())), 4);
  out.push_back('-');
  AppendNumber(out, static_cast<unsigned>(date.month()), 2);
  out.push_back('-');
  AppendNumber(out, static_cast<unsigned>(date.day()), 2);
  out.append("T00:00:00Z\"");
}

void AppendPersonId(std::string& out, char prefix, const Person& person) {
  out.push_back(prefix);
  AppendNumber(out, person.number + 1, 9);
}

void AppendSampleId(std::string& out, char prefix, const Person& person, size_t sample) {
  AppendPersonId(out, prefix, person);
  out.push_back('-');
  AppendNumber(out, sample + 1);
}

void AppendSubject(const Person& person, std::string& out) {
  out.append(R"("subject":{"id":")");
  AppendPersonId(out, 'I', person);
  out.push_back('"');
  if (person.birth_recorded) {
    AppendName(out, "dateOfBirth");
    AppendTimestamp(out, person, 0);
  }
  AppendMoment(out, "timeAtLastEncounter", person.last_encounter);
  if (person.vital_recorded) {
    out.append(R"(,"vitalStatus":{"status":)").append(person.deceased ? "\"DECEASED\"" : "\"ALIVE\"");
    if (person.deceased) AppendMoment(out, "timeOfDeath", {Moment::Form::kAge, person.age_months, 0});
    if (person.survival_days > 0) {
      AppendName(out, "survivalTimeInDays");
      AppendNumber(out, static_cast<uint64_t>(person.survival_days));
    }
    out.push_back('}');
  }
  static constexpr std::string_view kSexes[] = {"UNKNOWN_SEX", "FEMALE", "MALE", "OTHER_SEX"};
  out.append(R"(,"sex":")").append(kSexes[static_cast<size_t>(person.sex)]).append("\"");
  if (person.karyotype) {
    out.append(R"(,"karyotypicSex":")").append(person.sex == RecordedSex::kFemale ? "XX\"" : "XY\"");
  }
  out.append(R"(,"taxonomy":{"id":"NCBITaxon:9606","label":"Homo sapiens"}})");
}

void AppendFeatures(const World& world, const Person& person, std::string& out) {
  out.append(R"(,"phenotypicFeatures":[)");
  for (const Feature& feature : person.features) {
    const PhenotypeTerm& term = world.phenotypes()[static_cast<size_t>(feature.term)];
    AppendComma(out);
    out.append(R"({"type":{"id":"HP:)");
    AppendNumber(out, static_cast<uint64_t>(term.id), 7);
    out.append(R"(","label":")").append(term.name).append("\"}");
    if (feature.excluded) out.append(R"(,"excluded":true)");
    if (feature.severity != nullptr) {
      AppendName(out, "severity");
      AppendCode(out, *feature.severity);
    }
    if (feature.modifier != nullptr) {
      out.append(R"(,"modifiers":[)");
      AppendCode(out, *feature.modifier);
      out.push_back(']');
    }
    AppendMoment(out, "onset", feature.onset);
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendDisease(const DiseaseEvent& event, std::string& out) {
  const DiseaseTerm& term = *event.profile->term;
  out.append(R"({"id":")");
  switch (event.system) {
    case System::kMondo:
      out.append("MONDO:");
      AppendNumber(out, static_cast<uint64_t>(term.id), 7);
      break;
    case System::kOmim:
      out.append("OMIM:");
      AppendNumber(out, static_cast<uint64_t>(term.omim));
      break;
    case System::kOrphanet:
      out.append("ORPHA:");
      AppendNumber(out, static_cast<uint64_t>(term.orphanet));
      break;
  }
  out.append(R"(","label":")").append(term.name).append("\"}");
}

void AppendDiseases(const Person& person, std::string& out) {
  out.append(R"(,"diseases":[)");
  for (const DiseaseEvent& event : person.diseases) {
    AppendComma(out);
    out.append(R"({"term":)");
    AppendDisease(event, out);
    if (event.excluded) out.append(R"(,"excluded":true)");
    AppendMoment(out, "onset", event.onset);
    if (event.stage != nullptr) {
      out.append(R"(,"diseaseStage":[)");
      AppendCode(out, *event.stage);
      out.push_back(']');
    }
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendMeasurements(const Person& person, std::string& out) {
  out.append(R"(,"measurements":[)");
  for (const MeasurementEvent& event : person.measurements) {
    AppendComma(out);
    out.append(R"({"assay":)");
    AppendCode(out, event.assay->assay);
    if (event.outcome != nullptr) {
      out.append(R"(,"value":{"ontologyClass":)");
      AppendCode(out, *event.outcome);
      out.push_back('}');
    } else {
      out.append(R"(,"value":{"quantity":{"unit":)");
      AppendCode(out, event.assay->unit);
      out.append(R"(,"value":)");
      AppendDecimal(out, event.value, event.assay->decimals);
      out.append(R"(,"referenceRange":{"unit":)");
      AppendCode(out, event.assay->unit);
      out.append(R"(,"low":)");
      AppendDecimal(out, event.assay->reference_low, event.assay->decimals);
      out.append(R"(,"high":)");
      AppendDecimal(out, event.assay->reference_high, event.assay->decimals);
      out.append("}}}");
    }
    AppendMoment(out, "timeObserved", event.time);
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendRun(const Person& person, size_t sample, size_t number, const RunEvent& run, std::string& out) {
  AppendComma(out);
  out.append(R"({"uri":"file:///synthetic/)");
  AppendSampleId(out, 'R', person, sample);
  out.push_back('-');
  AppendNumber(out, number + 1);
  out.append(R"(.cram","fileAttributes":{"runId":")");
  AppendSampleId(out, 'R', person, sample);
  out.push_back('-');
  AppendNumber(out, number + 1);
  out.append(R"(","fileFormat":"CRAM","genomeAssembly":")").append(run.assembly);
  out.append(R"(","libraryStrategy":")").append(run.strategy);
  out.append(R"(","platform":")").append(run.platform);
  out.append(R"(","coverage":")");
  AppendDecimal(out, run.coverage, 1);
  out.append("\"}}");
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
    AppendName(out, "sampleType");
    AppendCode(out, *sample.type);
    AppendMoment(out, "timeOfCollection", {Moment::Form::kAge, sample.collected_months, 0});
    if (sample.tumour) {
      AppendName(out, "histologicalDiagnosis");
      AppendDisease(*sample.cancer, out);
      AppendName(out, "tumorProgression");
      AppendCode(out, *sample.progression);
      if (sample.cancer->stage != nullptr) {
        AppendName(out, "pathologicalStage");
        AppendCode(out, *sample.cancer->stage);
      }
      out.append(R"(,"procedure":{"code":)");
      AppendCode(out, kBiopsy);
      out.append(R"(,"performed":{"timestamp":)");
      AppendTimestamp(out, person, sample.collected_months);
      out.append("}}");
    }
    AppendName(out, "materialSample");
    AppendCode(out, sample.tumour ? kAbnormalSample : kReferenceSample);
    if (!sample.runs.empty()) {
      out.append(R"(,"files":[)");
      for (size_t run = 0; run < sample.runs.size(); ++run) AppendRun(person, i, run, sample.runs[run], out);
      out.push_back(']');
    }
    out.push_back('}');
  }
  out.push_back(']');
}

void AppendTreatments(const Person& person, std::string& out) {
  out.append(R"(,"medicalActions":[)");
  for (const TreatmentEvent& event : person.treatments) {
    AppendComma(out);
    out.append(R"({"treatment":{"agent":)");
    AppendCode(out, *event.agent);
    out.append(R"(,"routeOfAdministration":)");
    AppendCode(out, *event.route);
    out.append(R"(,"doseIntervals":[{"interval":{"start":)");
    AppendTimestamp(out, person, event.start_months);
    if (event.end_months > 0) {
      out.append(R"(,"end":)");
      AppendTimestamp(out, person, event.end_months);
    }
    out.append(R"(}}]},"treatmentTarget":)");
    AppendDisease(*event.target, out);
    out.push_back('}');
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
  AppendDisease(*person.interpreted, out);
  out.append(R"(,"genomicInterpretations":[)");
  if (person.interpretation == 0) {
    const bool hemizygous = gene.chromosome == "X" && person.sex == RecordedSex::kMale;
    // The variants are invented: a place in the gene and a change that follow from the person's number.
    static constexpr std::string_view kChanges[][2] = {{"C", "T"}, {"G", "A"}, {"A", "G"}, {"CT", "C"}};
    const auto& change = kChanges[person.number % 4];
    out.append(R"({"subjectOrBiosampleId":")");
    AppendPersonId(out, 'I', person);
    out.append(R"(","interpretationStatus":"CAUSATIVE","variantInterpretation":{"acmgPathogenicityClassification":)");
    out.append(person.number % 3 == 0 ? "\"LIKELY_PATHOGENIC\"" : "\"PATHOGENIC\"");
    out.append(R"(,"variationDescriptor":{"id":")");
    AppendPersonId(out, 'V', person);
    out.append(R"(","geneContext":{"valueId":"HGNC:)");
    AppendNumber(out, static_cast<uint64_t>(gene.hgnc));
    out.append(R"(","symbol":")").append(gene.symbol);
    out.append(R"("},"moleculeContext":"genomic","vcfRecord":{"genomeAssembly":"GRCh38","chrom":"chr)");
    out.append(gene.chromosome).append(R"(","pos":")");
    AppendNumber(out, static_cast<uint64_t>(gene.position) + person.number % 997);
    out.append(R"(","ref":")")
        .append(change[0])
        .append(R"(","alt":")")
        .append(change[1])
        .append(R"("},"allelicState":)");
    AppendCode(out, hemizygous ? Code{"GENO:0000134", "hemizygous"} : Code{"GENO:0000135", "heterozygous"});
    out.append("}}}");
  }
  out.append("]}}]");
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
  if (!person.treatments.empty()) AppendTreatments(person, out);
  out.append(R"(,"cohort":")").append(person.cohort->name);
  out.append(R"(","country":")").append(person.cohort->country);
  out.append(R"(","metaData":{"created":"2025-01-01T00:00:00Z","createdBy":"muster synth",)"
             R"("phenopacketSchemaVersion":"2.0"}})");
}

}  // namespace muster::synth
