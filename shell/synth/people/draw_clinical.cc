#include "shell/synth/people/draw_clinical.h"

#include <algorithm>
#include <iterator>

#include "shell/synth/people/codes.h"
#include "shell/synth/people/diseases.h"

namespace muster::synth {
namespace {

constexpr Code kMetformin = {"NCIT:C61612", "Metformin"};
constexpr Code kAtorvastatin = {"DrugCentral:257", "atorvastatin"};
constexpr Code kOxaliplatin = {"NCIT:C1181", "Oxaliplatin"};
constexpr Code kFluorouracil = {"NCIT:C505", "Fluorouracil"};
constexpr Code kCisplatin = {"NCIT:C376", "Cisplatin"};
constexpr Code kDoxorubicin = {"NCIT:C456", "Doxorubicin"};
constexpr Code kCytarabine = {"NCIT:C408", "Cytarabine"};

bool Observed(const Person& person, int term) {
  return std::any_of(person.features.begin(), person.features.end(),
                     [&](const Feature& feature) { return feature.term == term; });
}

void AddFeature(int term, int earliest, Rng& rng, Person& person) {
  if (Observed(person, term)) return;
  Feature feature;
  feature.term = term;
  if (rng.Chance(500)) {
    const int latest = person.age_months;
    feature.onset = Record(rng.Between(earliest, std::min(latest, earliest + 60)), latest, rng);
  }
  if (rng.Chance(120)) feature.severity = &kSeverities[rng.Below(3)];
  if (rng.Chance(40)) feature.modifier = &kLateralities[rng.Below(3)];
  person.features.push_back(feature);
}

void AddMeasurement(const Assay& assay, int value, Rng& rng, Person& person) {
  MeasurementEvent event;
  event.assay = &assay;
  event.value = value;
  if (rng.Chance(900)) event.time = RecordAge(std::max(0, person.age_months - rng.Between(0, 36)));
  person.measurements.push_back(event);
}

/// HbA1c is recorded in percent or in mmol/mol: percent = 0.09148 mmol/mol + 2.152.
void AddHbA1c(int tenths, Rng& rng, Person& person) {
  if (rng.Chance(700)) {
    AddMeasurement(kHbA1cPercent, tenths, rng, person);
  } else {
    AddMeasurement(kHbA1cMmol, ((tenths * 1000 - 21520) * 10 + 4574) / 9148, rng, person);
  }
}

/// 1 mmol/L of cholesterol is 38.67 mg/dL.
void AddLdl(int milligrams, Rng& rng, Person& person) {
  if (rng.Chance(500)) {
    AddMeasurement(kLdlMg, milligrams, rng, person);
  } else {
    AddMeasurement(kLdlMmol, milligrams * 10000 / 3867, rng, person);
  }
}

RunEvent DrawRun(const SampleEvent& sample, Rng& rng) {
  static constexpr std::string_view kPlatforms[] = {"ILLUMINA", "ILLUMINA", "ILLUMINA", "OXFORD_NANOPORE",
                                                    "PACBIO_SMRT"};
  RunEvent run;
  const int draw = rng.Below(100);
  run.platform = kPlatforms[rng.Below(std::size(kPlatforms))];
  run.assembly = rng.Chance(880) ? "GRCh38" : "GRCh37";
  if (sample.type == &kRnaExtract) {
    run.strategy = "RNA-Seq";
    run.coverage = rng.Between(200, 900);
  } else if (draw < 55) {
    run.strategy = "WGS";
    run.coverage = sample.tumour ? rng.Between(400, 1100) : rng.Between(150, 450);
  } else if (draw < 90) {
    run.strategy = "WXS";
    run.coverage = rng.Between(500, 1500);
  } else {
    run.strategy = "Targeted-Capture";
    run.coverage = rng.Between(2000, 9000);
  }
  return run;
}

SampleEvent DrawSample(const DiseaseEvent* cancer, Rng& rng, const Person& person) {
  SampleEvent sample;
  sample.tissue = rng.Chance(780) ? &kBlood : rng.Chance(700) ? &kSaliva : &kSkin;
  sample.type = rng.Chance(930) ? &kDnaExtract : &kRnaExtract;
  sample.collected_months = std::max(0, person.age_months - rng.Between(0, 48));
  if (cancer != nullptr && rng.Chance(600)) {
    sample.tumour = true;
    sample.cancer = cancer;
    sample.collected_months = rng.Between(cancer->onset_months, person.age_months);
    sample.progression = rng.Chance(850) ? &kPrimary : &kMetastatic;
    if (const Code* site = SiteOfCancer(cancer->profile->disease->disease)) sample.tissue = site;
  }
  for (int runs = rng.Chance(650) ? 1 : rng.Chance(400) ? 2 : 0; runs > 0; --runs) {
    sample.runs.push_back(DrawRun(sample, rng));
  }
  return sample;
}

void AddTreatment(const Code& agent, const Code& route, const DiseaseEvent& target, Rng& rng, Person& person) {
  TreatmentEvent event;
  event.agent = &agent;
  event.route = &route;
  event.target = &target;
  event.start_months = std::min(person.age_months, target.onset_months + rng.Between(0, 12));
  if (rng.Chance(600)) event.end_months = std::min(person.age_months, event.start_months + rng.Between(1, 18));
  person.treatments.push_back(event);
}

}  // namespace

Moment RecordAge(int months) { return {Moment::Form::kAge, months, 0}; }

Moment Record(int months, int latest, Rng& rng) {
  const int draw = rng.Below(100);
  if (draw < 20) return {};
  if (draw < 45) return {Moment::Form::kTerm, months, 0};
  if (draw < 52) {
    const int high = std::min(latest, months + rng.Between(1, 24));
    return {Moment::Form::kRange, std::max(0, months - rng.Between(0, 12)), std::max(months, high)};
  }
  if (months == 0 && draw < 70) return {Moment::Form::kGestation, rng.Between(18, 38), rng.Below(7)};
  if (months == 0) return {Moment::Form::kDays, rng.Below(28), 0};
  return RecordAge(months);
}

void DrawFeatures(const World& world, Rng& rng, Person& person) {
  for (const DiseaseEvent& event : person.diseases) {
    if (event.excluded) continue;
    // The first features of a profile are the typical ones.
    int chance = 850;
    for (int feature : event.profile->features) {
      if (rng.Chance(chance)) AddFeature(feature, event.onset_months, rng, person);
      chance = std::max(300, chance - 70);
    }
  }
  for (int more = rng.Below(4); more > 0; --more) AddFeature(world.DrawLeaf(rng), 0, rng, person);

  // Excluding a term excludes what is below it, so no excluded term is above an observed one.
  const size_t observed = person.features.size();
  for (int wanted = rng.Below(7); wanted > 0; --wanted) {
    int term = world.DrawAny(rng);
    if (rng.Chance(600) && !person.diseases.empty()) {
      const std::vector<int>& typical = person.diseases[0].profile->features;
      term = typical[rng.Below(static_cast<int>(typical.size()))];
    }
    const auto begin = person.features.begin();
    const bool contradicts =
        std::any_of(begin, begin + static_cast<std::ptrdiff_t>(observed),
                    [&](const Feature& feature) { return world.IsAncestorOrSelf(term, feature.term); });
    if (contradicts || Observed(person, term)) continue;
    Feature feature;
    feature.term = term;
    feature.excluded = true;
    person.features.push_back(feature);
  }
}

void DrawMeasurements(Rng& rng, Person& person) {
  const bool diabetes =
      FindDisease(person, kType2Diabetes) != nullptr || FindDisease(person, kType1Diabetes) != nullptr;
  const bool lipids =
      FindDisease(person, kCoronaryArtery) != nullptr || FindDisease(person, kHypercholesterolemia) != nullptr;
  const bool adult = person.age_months >= 216;
  if (diabetes || (adult && rng.Chance(250))) {
    const int times = diabetes ? rng.Between(1, 3) : 1;
    for (int i = 0; i < times; ++i) AddHbA1c(diabetes ? rng.Around(60, 105) : rng.Around(45, 64), rng, person);
  }
  if (lipids || (adult && rng.Chance(300))) AddLdl(lipids ? rng.Around(110, 290) : rng.Around(60, 190), rng, person);
  if (rng.Chance(350)) {
    const bool obese = FindDisease(person, kObesity) != nullptr;
    AddMeasurement(kBodyMassIndex,
                   obese   ? rng.Around(300, 480)
                   : adult ? rng.Around(180, 320)
                           : rng.Around(130, 240),
                   rng, person);
  }
  if (FindDisease(person, kKidney) != nullptr || rng.Chance(150)) {
    AddMeasurement(kCreatinine, FindDisease(person, kKidney) != nullptr ? rng.Around(130, 600) : rng.Around(40, 130),
                   rng, person);
  }
  if (FindDisease(person, kHypertension) != nullptr || (adult && rng.Chance(200))) {
    AddMeasurement(kSystolic,
                   FindDisease(person, kHypertension) != nullptr ? rng.Around(130, 190) : rng.Around(95, 145), rng,
                   person);
  }
  if (rng.Chance(200)) AddMeasurement(kHemoglobin, rng.Around(85, 180), rng, person);
  if (FindDisease(person, kDuchenne) != nullptr) AddMeasurement(kCreatineKinase, rng.Around(2000, 25000), rng, person);
  const bool covid = FindDisease(person, kCovid) != nullptr;
  if (covid || rng.Chance(60)) {
    AddMeasurement(kSarsCov2, 0, rng, person);
    person.measurements.back().outcome = covid && rng.Chance(950) ? &kDetected : &kNotDetected;
  }
}

void DrawSamples(Rng& rng, Person& person) {
  const DiseaseEvent* cancer = nullptr;
  for (const DiseaseEvent& event : person.diseases) {
    if (!event.excluded && event.profile->disease->kind == Kind::kCancer) cancer = &event;
  }
  const int draw = rng.Below(100);
  int samples = draw < 60 ? 1 : draw < 85 ? 2 : draw < 95 ? 3 : 4;
  if (cancer != nullptr && samples == 1) samples = 2;
  for (; samples > 0; --samples) person.samples.push_back(DrawSample(cancer, rng, person));
}

void DrawTreatments(Rng& rng, Person& person) {
  for (const DiseaseEvent& event : person.diseases) {
    if (event.excluded || !rng.Chance(700)) continue;
    switch (event.profile->disease->disease) {
      case kType2Diabetes:
        AddTreatment(kMetformin, kOral, event, rng, person);
        break;
      case kCoronaryArtery:
      case kHypercholesterolemia:
        AddTreatment(kAtorvastatin, kOral, event, rng, person);
        break;
      case kColorectalCancer:
        AddTreatment(kFluorouracil, kIntravenous, event, rng, person);
        if (rng.Chance(700)) AddTreatment(kOxaliplatin, kIntravenous, event, rng, person);
        break;
      case kLungCancer:
      case kOvarianCancer:
        AddTreatment(kCisplatin, kIntravenous, event, rng, person);
        break;
      case kBreastCancer:
        AddTreatment(kDoxorubicin, kIntravenous, event, rng, person);
        break;
      case kLeukemia:
        AddTreatment(kCytarabine, kIntravenous, event, rng, person);
        break;
      default:
        break;
    }
  }
}

}  // namespace muster::synth
