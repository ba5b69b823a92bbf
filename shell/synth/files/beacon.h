// A synthetic person as records of Beacon v2 (Beacon Friendly Format), in JSON.
#ifndef MUSTER_SHELL_SYNTH_FILES_BEACON_H_
#define MUSTER_SHELL_SYNTH_FILES_BEACON_H_

#include <string>

#include "shell/synth/people/person.h"

namespace muster::synth {

// Each appends JSON objects, each on its own line and followed by ",\n". Facts without a member in Beacon are in `info`
// or beside it; mapping.json maps them.

void AppendIndividual(const World& world, const Person& person, std::string& out);
void AppendBiosamples(const Person& person, std::string& out);
void AppendRuns(const Person& person, std::string& out);
void AppendAnalyses(const Person& person, std::string& out);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_BEACON_H_
