#include "shell/synth/files/record_text.h"

#include <chrono>
#include <utility>

#include "shell/synth/people/calendar.h"
#include "shell/synth/people/codes.h"

namespace muster::synth {

void AppendId(std::string& out, char prefix, uint64_t number) {
  out.push_back(prefix);
  AppendNumber(out, number + 1, 9);
}

void AppendSampleId(std::string& out, char prefix, const Person& person, size_t sample) {
  AppendPersonId(out, prefix, person);
  out.push_back('-');
  AppendNumber(out, sample + 1);
}

void AppendRunId(std::string& out, char prefix, const Person& person, size_t sample, size_t run) {
  AppendSampleId(out, prefix, person, sample);
  out.push_back('-');
  AppendNumber(out, run + 1);
}

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

namespace {

void AppendDate(std::string& out, int day) {
  const std::chrono::sys_days epoch = std::chrono::year(1900) / 1 / 1;
  const std::chrono::year_month_day date = epoch + std::chrono::days(day);
  AppendNumber(out, static_cast<uint64_t>(static_cast<int>(date.year())), 4);
  out.push_back('-');
  AppendNumber(out, static_cast<unsigned>(date.month()), 2);
  out.push_back('-');
  AppendNumber(out, static_cast<unsigned>(date.day()), 2);
}

}  // namespace

void AppendDay(std::string& out, int day) {
  out.push_back('"');
  AppendDate(out, day);
  out.push_back('"');
}

void AppendTimestamp(std::string& out, const Person& person, int months) {
  out.push_back('"');
  AppendDate(out, person.birth_day + DaysOfMonths(months));
  out.append("T00:00:00Z\"");
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

namespace {

// What kind of TimeElement a moment is.
std::string_view FormName(Moment::Form form) {
  switch (form) {
    case Moment::Form::kRange:
      return "ageRange";
    case Moment::Form::kTerm:
      return "ontologyClass";
    case Moment::Form::kGestation:
      return "gestationalAge";
    default:
      return "age";
  }
}

void AppendTime(std::string& out, const Moment& moment) {
  switch (moment.form) {
    case Moment::Form::kNone:
      break;
    case Moment::Form::kAge:
      out.append(R"({"iso8601duration":)");
      AppendDuration(out, moment.low);
      out.push_back('}');
      break;
    case Moment::Form::kDays:
      out.append(R"({"iso8601duration":"P)");
      AppendNumber(out, static_cast<uint64_t>(moment.low));
      out.append("D\"}");
      break;
    case Moment::Form::kRange:
      out.append(R"({"start":{"iso8601duration":)");
      AppendDuration(out, moment.low);
      out.append(R"(},"end":{"iso8601duration":)");
      AppendDuration(out, moment.high);
      out.append("}}");
      break;
    case Moment::Form::kTerm:
      AppendCode(out, OnsetTerm(moment.low));
      break;
    case Moment::Form::kGestation:
      out.append(R"({"weeks":)");
      AppendNumber(out, static_cast<uint64_t>(moment.low));
      out.append(R"(,"days":)");
      AppendNumber(out, static_cast<uint64_t>(moment.high));
      out.push_back('}');
      break;
  }
}

}  // namespace

void AppendMoment(std::string& out, std::string_view name, const Moment& moment) {
  if (moment.form == Moment::Form::kNone) return;
  AppendName(out, name);
  out.append("{\"").append(FormName(moment.form)).append("\":");
  AppendTime(out, moment);
  out.push_back('}');
}

void AppendBareMoment(std::string& out, std::string_view name, const Moment& moment) {
  if (moment.form == Moment::Form::kNone) return;
  AppendName(out, name);
  AppendTime(out, moment);
}

void AppendCode(std::string& out, std::string_view name, const Code* code) {
  if (code == nullptr) return;
  AppendName(out, name);
  AppendCode(out, *code);
}

void AppendCodes(std::string& out, std::string_view name, const Code* code) {
  if (code == nullptr) return;
  AppendName(out, name);
  out.push_back('[');
  AppendCode(out, *code);
  out.push_back(']');
}

void AppendFeature(std::string& out, const World& world, const Feature& feature) {
  const PhenotypeTerm& term = world.phenotypes()[static_cast<size_t>(feature.term)];
  out.append(R"({"id":"HP:)");
  AppendNumber(out, static_cast<uint64_t>(term.id), 7);
  out.append(R"(","label":")").append(term.name).append("\"}");
}

void AppendDisease(std::string& out, const DiseaseEvent& event) {
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

void AppendDiseaseDetails(std::string& out, const DiseaseEvent& event) {
  AppendCodes(out, "clinicalTnmFinding", event.tnm);
  AppendCode(out, "primarySite", event.site);
  AppendCode(out, "laterality", event.laterality);
  if (event.diagnosed_months != kNever) {
    AppendName(out, "diagnosed");
    AppendDuration(out, event.diagnosed_months);
  }
  if (!event.status.empty()) out.append(R"(,"status":")").append(event.status).append("\"");
}

void AppendQuantity(std::string& out, const Assay& assay, int value) {
  out.append(R"({"unit":)");
  AppendCode(out, assay.unit);
  out.append(R"(,"value":)");
  AppendDecimal(out, value, assay.decimals);
  out.append(R"(,"referenceRange":{"unit":)");
  AppendCode(out, assay.unit);
  out.append(R"(,"low":)");
  AppendDecimal(out, assay.reference_low, assay.decimals);
  out.append(R"(,"high":)");
  AppendDecimal(out, assay.reference_high, assay.decimals);
  out.append("}}");
}

void AppendBloodPressure(std::string& out, const MeasurementEvent& event, std::string_view type) {
  out.append(R"({"typedQuantities":[)");
  for (const auto& [assay, value] :
       {std::pair<const Assay&, int>(kSystolic, event.value), {kDiastolic, event.diastolic}}) {
    AppendComma(out);
    out.append("{\"").append(type).append("\":");
    AppendCode(out, assay.assay);
    AppendName(out, "quantity");
    AppendQuantity(out, assay, value);
    out.push_back('}');
  }
  out.append("]}");
}

void AppendDoses(std::string& out, const Person& person, const TreatmentEvent& event) {
  AppendCode(out, "routeOfAdministration", event.route);
  out.append(R"(,"doseIntervals":[{"interval":{"start":)");
  AppendTimestamp(out, person, event.start_months);
  if (event.end_months > 0) {
    out.append(R"(,"end":)");
    AppendTimestamp(out, person, event.end_months);
  }
  out.append(R"(}}],"drugType":"PRESCRIPTION")");
}

void AppendOutcome(std::string& out, const TreatmentEvent& event) {
  AppendName(out, "treatmentTarget");
  AppendDisease(out, *event.target);
  AppendCode(out, "treatmentIntent", event.intent);
  AppendCode(out, "responseToTreatment", event.response);
}

void AppendPathology(std::string& out, const SampleEvent& sample) {
  if (!sample.tumour) return;
  AppendName(out, "histologicalDiagnosis");
  AppendDisease(out, *sample.cancer);
  AppendCode(out, "tumorProgression", sample.progression);
  AppendCode(out, "tumorGrade", sample.grade);
  AppendCode(out, "pathologicalStage", sample.cancer->stage);
}

void AppendRelation(std::string& out, const Person& person, const SampleEvent& sample) {
  const SampleRelation& relation = sample.relation;
  if (relation.type.empty()) return;
  if (relation.type == "derived" || relation.type == "aliquot") {
    AppendName(out, "derivedFromId");
    out.push_back('"');
    AppendSampleId(out, 'S', person, relation.other);
    out.push_back('"');
  }
  AppendName(out, "relations");
  out.append(R"([{"type":")").append(relation.type).append(R"(","sampleId":")");
  AppendSampleId(out, 'S', person, relation.other);
  out.append("\"}]");
}

void AppendVitalStatus(std::string& out, const Person& person, bool upper_case) {
  if (!person.vital_recorded) return;
  AppendName(out, "vitalStatus");
  out.append(R"({"status":")");
  out.append(upper_case ? (person.deceased ? "DECEASED" : "ALIVE") : (person.deceased ? "deceased" : "alive"));
  out.push_back('"');
  if (person.deceased) AppendMoment(out, "timeOfDeath", {Moment::Form::kAge, person.age_months, 0});
  if (person.died_of != nullptr) {
    AppendName(out, "causeOfDeath");
    AppendDisease(out, *person.died_of);
  }
  if (person.survival_days > 0) {
    AppendName(out, "survivalTimeInDays");
    AppendNumber(out, static_cast<uint64_t>(person.survival_days));
  }
  out.push_back('}');
}

void AppendConsents(std::string& out, const Person& person) {
  if (person.consents.empty()) return;
  AppendName(out, "consents");
  out.push_back('[');
  for (const ConsentEvent& consent : person.consents) {
    AppendComma(out);
    out.append(R"({"permission":")").append(consent.permission);
    out.append(R"(","status":")").append(consent.status);
    out.append(R"(","date":)");
    AppendDay(out, consent.day);
    AppendCode(out, "dataUse", consent.use);
    out.push_back('}');
  }
  out.push_back(']');
}

std::optional<RunPlace> CalledRun(const Person& person) {
  for (size_t sample = 0; sample < person.samples.size(); ++sample) {
    const std::vector<RunEvent>& runs = person.samples[sample].runs;
    for (size_t run = 0; run < runs.size(); ++run) {
      if (runs[run].analysis != nullptr) return RunPlace{sample, run};
    }
  }
  return std::nullopt;
}

InventedVariant InventVariant(const Person& person) {
  static constexpr std::string_view kChanges[][2] = {{"C", "T"}, {"G", "A"}, {"A", "G"}, {"CT", "C"}};
  const Gene& gene = person.interpreted->profile->disease->gene;
  const bool hemizygous = gene.chromosome == "X" && person.sex == RecordedSex::kMale;
  InventedVariant variant;
  variant.position = static_cast<uint64_t>(gene.position) + person.number % 997;
  variant.reference = kChanges[person.number % 4][0];
  variant.alternate = kChanges[person.number % 4][1];
  variant.likely = person.number % 3 == 0;
  variant.allelic_state = hemizygous ? Code{"GENO:0000134", "hemizygous"} : Code{"GENO:0000135", "heterozygous"};
  return variant;
}

}  // namespace muster::synth
