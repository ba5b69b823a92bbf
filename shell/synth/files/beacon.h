// A synthetic person as records of Beacon v2 (Beacon Friendly Format), in JSON.
#ifndef MUSTER_SHELL_SYNTH_FILES_BEACON_H_
#define MUSTER_SHELL_SYNTH_FILES_BEACON_H_

#include <string>

#include "shell/synth/people/person.h"

namespace muster::synth {

// Each appends JSON objects, each on a line of its own and followed by ",\n". What Beacon has no member for is in
// `info` or beside it; mapping.json says what it means.

void AppendIndividual(const World& world, const Person& person, std::string& out);
void AppendBiosamples(const Person& person, std::string& out);
void AppendRuns(const Person& person, std::string& out);
void AppendAnalyses(const Person& person, std::string& out);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_BEACON_H_
