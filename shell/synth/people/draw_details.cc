// What records say beside the main thing.
#include <algorithm>
#include <iterator>

#include "shell/synth/people/calendar.h"
#include "shell/synth/people/codes.h"
#include "shell/synth/people/diseases.h"
#include "shell/synth/people/draw_clinical.h"

namespace muster::synth {
namespace {

constexpr Pipeline kGermline[] = {{"germline-short-read", "bwa-mem2", "GATK-HaplotypeCaller"},
                                  {"germline-short-read", "bwa-mem2", "DeepVariant"},
                                  {"sarek", "bwa-mem", "GATK-HaplotypeCaller"}};
constexpr Pipeline kTumour = {"somatic-short-read", "bwa-mem2", "Mutect2"};
constexpr Pipeline kLongRead = {"long-read", "minimap2", "Clair3"};

void DrawDiseaseDetails(Rng& rng, Person& person) {
  for (DiseaseEvent& event : person.diseases) {
    if (event.excluded) continue;
    if (rng.Chance(500)) event.diagnosed_months = std::min(person.age_months, event.onset_months + rng.Between(0, 24));
    if (rng.Chance(300)) event.family_history = rng.Chance(300);
    if (rng.Chance(200)) event.status = rng.Chance(850) ? "confirmed" : "provisional";
    const int disease = event.profile->disease->disease;
    if (event.profile->disease->kind != Kind::kCancer) continue;
    event.site = SiteOfCancer(disease);
    // The larger the tumour, the higher the stage; leukemia has no T.
    if (event.stage != nullptr && disease != kLeukemia && rng.Chance(700)) {
      event.tnm = &kTumours[event.stage - std::begin(kStages)];
    }
    const bool paired = disease == kBreastCancer || disease == kLungCancer || disease == kOvarianCancer;
    if (paired && rng.Chance(700)) event.laterality = &kLateralities[rng.Below(2)];
  }
}

void DrawRunDetails(const Person& person, const SampleEvent& sample, Rng& rng, RunEvent& run) {
  const int collected = person.birth_day + DaysOfMonths(sample.collected_months);
  const bool short_read = run.platform == "ILLUMINA";
  run.day = std::min(kDaysTo2025 - 1, collected + rng.Between(5, 300));
  run.layout = short_read ? "PAIRED" : "SINGLE";
  run.selection = run.strategy == "WGS" ? "RANDOM" : run.strategy == "RNA-Seq" ? "cDNA" : "Hybrid Selection";
  // The newer machine since 2018.
  if (short_read && rng.Chance(300)) run.model = &kIlluminas[run.day < kDaysTo2025 - 7 * 365 ? 0 : 1];
  const bool dna = run.strategy != "RNA-Seq";
  if (dna && rng.Chance(400)) run.breadth = rng.Between(850, 998);
  if (!dna || !rng.Chance(450)) return;
  run.analysis = !short_read ? &kLongRead : sample.tumour ? &kTumour : &kGermline[rng.Below(std::size(kGermline))];
  run.analysis_day = std::min(kDaysTo2025 - 1, run.day + rng.Between(1, 90));
}

// How sample number `at` is related to one before it.
SampleRelation DrawRelation(const Person& person, size_t at, Rng& rng) {
  const SampleEvent& sample = person.samples[at];
  for (size_t other = 0; other < at; ++other) {
    const SampleEvent& before = person.samples[other];
    if (before.tumour != sample.tumour) return {"matched", other};
    if (before.tissue != sample.tissue) continue;
    if (before.type != sample.type) return {"derived", other};
    if (before.collected_months != sample.collected_months) return {"longitudinal", other};
    return {rng.Chance(500) ? "aliquot" : "derived", other};
  }
  return {};
}

void DrawSampleDetails(Rng& rng, Person& person) {
  for (size_t i = 0; i < person.samples.size(); ++i) {
    SampleEvent& sample = person.samples[i];
    if (sample.tumour && sample.tissue != &kBoneMarrow && rng.Chance(600)) sample.grade = &kGrades[rng.Below(3)];
    if (rng.Chance(700)) sample.relation = DrawRelation(person, i, rng);
    // What is made of a sample was taken when the sample was.
    if (sample.relation.type == "derived" || sample.relation.type == "aliquot") {
      sample.collected_months = person.samples[sample.relation.other].collected_months;
    }
    for (RunEvent& run : sample.runs) DrawRunDetails(person, sample, rng, run);
  }
}

}  // namespace

void DrawDetails(Rng& rng, Person& person) {
  if (rng.Chance(600)) person.enrolled_months = std::max(0, person.age_months - rng.Between(0, 60));
  if (rng.Chance(400)) {
    const int draw = rng.Below(100);
    person.ethnicity = &kEthnicities[draw < 82 ? 0 : draw < 93 ? 1 : 2];
  }
  if (person.deceased && !person.diseases.empty() && !person.diseases[0].excluded && rng.Chance(700)) {
    person.died_of = &person.diseases[0];
  }
  DrawDiseaseDetails(rng, person);
  for (Feature& feature : person.features) {
    if (rng.Chance(60)) feature.evidence = &kPublished;
    // Not before the onset, whatever form that is written in.
    if (!feature.excluded && feature.onset.form == Moment::Form::kAge && rng.Chance(80)) {
      feature.resolved_months = rng.Between(feature.onset.low, person.age_months);
    }
  }
  for (MeasurementEvent& event : person.measurements) {
    if (event.assay == &kSystolic && rng.Chance(400)) event.diastolic = event.value * 5 / 10 + rng.Between(8, 24);
  }
  for (TreatmentEvent& event : person.treatments) {
    if (event.target->profile->disease->kind != Kind::kCancer) continue;
    if (event.target->stage != &kStages[3]) event.intent = &kCure;
    if (event.end_months > 0 && rng.Chance(700)) event.response = &kResponses[rng.Below(4)];
  }
  DrawSampleDetails(rng, person);
}

}  // namespace muster::synth
