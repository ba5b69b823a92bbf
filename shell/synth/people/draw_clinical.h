// The parts of drawing a person; see DrawPerson.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_DRAW_CLINICAL_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_DRAW_CLINICAL_H_

#include "shell/synth/people/person.h"

namespace muster::synth {

/// Writes down an age of `months` in one of the forms of real records; at most `latest` where it is a range.
Moment Record(int months, int latest, Rng& rng);
/// The same in months and years only, for what is always dated.
Moment RecordAge(int months);

/// What the person's diseases bring with them, some findings of no cause, and what was looked for in vain.
void DrawFeatures(const World& world, Rng& rng, Person& person);
void DrawMeasurements(Rng& rng, Person& person);
/// Samples with their runs; tumour samples for people with cancer.
void DrawSamples(Rng& rng, Person& person);
void DrawTreatments(Rng& rng, Person& person);
void DrawProcedures(Rng& rng, Person& person);

// Drawn last: what does not change the rest of the person when it is drawn otherwise.

/// What records say beside the main thing: of the individual, diseases, features, samples and runs.
void DrawDetails(Rng& rng, Person& person);
void DrawExposures(Rng& rng, Person& person);
void DrawConsents(Rng& rng, Person& person);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_DRAW_CLINICAL_H_
