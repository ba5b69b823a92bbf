// A synthetic person as a GA4GH phenopacket (schema 2.0) in JSON.
#ifndef MUSTER_SHELL_SYNTH_FILES_PHENOPACKET_H_
#define MUSTER_SHELL_SYNTH_FILES_PHENOPACKET_H_

#include <string>

#include "shell/synth/people/person.h"

namespace muster::synth {

/// Appends one JSON object, on one line, without a newline.
void AppendPhenopacket(const World& world, const Person& person, std::string& out);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_PHENOPACKET_H_
