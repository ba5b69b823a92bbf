// One synthetic person, before it becomes JSON.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_PERSON_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_PERSON_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shell/synth/people/family.h"
#include "shell/synth/people/world.h"

namespace muster::synth {

/// A code of some system, as it goes into the JSON.
struct Code {
  std::string_view id;
  std::string_view label;
};

/// An age that is not recorded.
inline constexpr int kNever = -1;

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
  const Code* evidence = nullptr;
  int resolved_months = kNever;
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
  const Code* tnm = nullptr;    ///< of a cancer
  const Code* site = nullptr;   ///< of a cancer
  const Code* laterality = nullptr;
  int diagnosed_months = kNever;
  std::optional<bool> family_history;
  std::string_view status;  ///< provisional or confirmed; empty: not recorded
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
  int diastolic = 0;              ///< beside a systolic blood pressure: both are parts of one measurement
  Moment time;
};

struct Pipeline {
  std::string_view name;
  std::string_view aligner;
  std::string_view caller;
};

struct RunEvent {
  std::string_view strategy;
  std::string_view platform;
  std::string_view assembly;
  std::string_view layout;
  std::string_view selection;
  const Code* model = nullptr;         ///< of the platform
  int coverage = 0;                    ///< tenths
  int breadth = 0;                     ///< tenths of a percent; 0: not recorded
  int day = 0;                         ///< since 1900-01-01
  const Pipeline* analysis = nullptr;  ///< null: not analysed
  int analysis_day = 0;
};

/// How a sample is related to another one of the person.
struct SampleRelation {
  std::string_view type;  ///< empty: not at all
  size_t other = 0;
};

struct SampleEvent {
  const Code* tissue = nullptr;
  const Code* type = nullptr;
  bool tumour = false;
  const DiseaseEvent* cancer = nullptr;  ///< of a tumour sample
  const Code* progression = nullptr;
  const Code* grade = nullptr;  ///< of a tumour sample
  int collected_months = 0;
  SampleRelation relation;
  std::vector<RunEvent> runs;
};

struct TreatmentEvent {
  const Code* agent = nullptr;
  const Code* route = nullptr;
  const DiseaseEvent* target = nullptr;
  int start_months = 0;
  int end_months = 0;              ///< 0: goes on
  const Code* intent = nullptr;    ///< of a cancer
  const Code* response = nullptr;  ///< of a cancer
};

struct ProcedureEvent {
  const Code* code = nullptr;
  const Code* site = nullptr;
  int months = 0;
};

struct ExposureEvent {
  const Code* agent = nullptr;
  bool excluded = false;
  int start_months = kNever;
  int years = 0;               ///< how long
  const Code* unit = nullptr;  ///< of the value; null if there is none
  int value = 0;               ///< tenths
};

struct ConsentEvent {
  std::string_view permission;
  std::string_view status;
  int day = 0;                ///< since 1900-01-01
  const Code* use = nullptr;  ///< a DUO term, or null
};

enum class RecordedSex { kUnknown, kFemale, kMale, kOther };

struct Person {
  uint64_t number = 0;
  const Cohort* cohort = nullptr;
  std::optional<Family> family;
  RecordedSex sex = RecordedSex::kUnknown;
  bool karyotype = false;  ///< whether the karyotypic sex is recorded
  int birth_day = 0;       ///< days since 1900-01-01
  bool birth_recorded = false;
  int age_months = 0;  ///< at the last encounter
  int enrolled_months = kNever;
  const Code* ethnicity = nullptr;
  Moment last_encounter;
  bool vital_recorded = false;
  bool deceased = false;
  int survival_days = 0;                  ///< after the diagnosis; 0: not recorded
  const DiseaseEvent* died_of = nullptr;  ///< null: not recorded
  std::vector<DiseaseEvent> diseases;
  std::vector<Feature> features;
  std::vector<MeasurementEvent> measurements;
  std::vector<SampleEvent> samples;
  std::vector<TreatmentEvent> treatments;
  std::vector<ProcedureEvent> procedures;
  std::vector<ExposureEvent> exposures;
  std::vector<ConsentEvent> consents;
  const DiseaseEvent* interpreted = nullptr;  ///< the disease whose gene was looked at
  int interpretation = 0;                     ///< 0 solved, 1 in progress, 2 unsolved

  /// The person's place in the family; null for a person of none.
  const FamilyMember* family_member() const { return family ? &family->members[number - family->proband] : nullptr; }
};

/// Draws individual `number` of `seed`; the same for ever. `person` is overwritten (its memory is used again).
void DrawPerson(const World& world, uint64_t seed, uint64_t number, Person& person);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_PERSON_H_
