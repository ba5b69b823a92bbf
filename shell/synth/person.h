// One synthetic person, before it becomes JSON.
#ifndef MUSTER_SHELL_SYNTH_PERSON_H_
#define MUSTER_SHELL_SYNTH_PERSON_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "shell/synth/world.h"

namespace muster::synth {

/// A code of some system, as it goes into the JSON.
struct Code {
  std::string_view id;
  std::string_view label;
};

/// When something was, in one of the forms that real records use.
struct Moment {
  enum class Form { kNone, kAge, kDays, kRange, kTerm, kGestation };
  Form form = Form::kNone;
  int low = 0;   ///< months; days of life for kDays; weeks for kGestation
  int high = 0;  ///< months of a range; days over the week for kGestation
};

struct Feature {
  int term = 0;  ///< number in World::phenotypes()
  bool excluded = false;
  Moment onset;
  const Code* severity = nullptr;
  const Code* modifier = nullptr;
};

/// Which identifier a disease is recorded with.
enum class System { kMondo, kOmim, kOrphanet };

struct DiseaseEvent {
  const Profile* profile = nullptr;
  System system = System::kMondo;
  bool excluded = false;
  Moment onset;
  int onset_months = 0;
  const Code* stage = nullptr;  ///< of a cancer
};

struct Assay {
  Code assay;
  Code unit;
  int decimals;
  int reference_low, reference_high;  ///< in units of the last decimal
};

struct MeasurementEvent {
  const Assay* assay = nullptr;
  int value = 0;                  ///< in units of the last decimal
  const Code* outcome = nullptr;  ///< instead of a value
  Moment time;
};

struct RunEvent {
  std::string_view strategy;
  std::string_view platform;
  std::string_view assembly;
  int coverage = 0;  ///< tenths
};

struct SampleEvent {
  const Code* tissue = nullptr;
  const Code* type = nullptr;
  bool tumour = false;
  const DiseaseEvent* cancer = nullptr;  ///< of a tumour sample
  const Code* progression = nullptr;
  int collected_months = 0;
  std::vector<RunEvent> runs;
};

struct TreatmentEvent {
  const Code* agent = nullptr;
  const Code* route = nullptr;
  const DiseaseEvent* target = nullptr;
  int start_months = 0;
  int end_months = 0;  ///< 0: goes on
};

enum class RecordedSex { kUnknown, kFemale, kMale, kOther };

struct Person {
  uint64_t number = 0;
  const Cohort* cohort = nullptr;
  RecordedSex sex = RecordedSex::kUnknown;
  bool karyotype = false;  ///< whether the karyotypic sex is recorded
  int birth_day = 0;       ///< days since 1900-01-01
  bool birth_recorded = false;
  int age_months = 0;  ///< at the last encounter
  Moment last_encounter;
  bool vital_recorded = false;
  bool deceased = false;
  int survival_days = 0;  ///< after the diagnosis; 0: not recorded
  std::vector<DiseaseEvent> diseases;
  std::vector<Feature> features;
  std::vector<MeasurementEvent> measurements;
  std::vector<SampleEvent> samples;
  std::vector<TreatmentEvent> treatments;
  const DiseaseEvent* interpreted = nullptr;  ///< the disease whose gene was looked at
  int interpretation = 0;                     ///< 0 solved, 1 in progress, 2 unsolved
};

/// Draws individual `number` of `seed`; the same for ever. `person` is overwritten (its memory is used again).
void DrawPerson(const World& world, uint64_t seed, uint64_t number, Person& person);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PERSON_H_
