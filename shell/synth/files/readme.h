// The README.md beside synthetic data.
#ifndef MUSTER_SHELL_SYNTH_FILES_README_H_
#define MUSTER_SHELL_SYNTH_FILES_README_H_

#include <string>

#include "shell/synth/files/generate.h"

namespace muster::synth {

std::string Readme(const Options& options);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_README_H_
