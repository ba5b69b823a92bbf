// What answering questions may use of the machine, on the command line.
#ifndef MUSTER_SHELL_COMMANDS_RESOURCE_OPTIONS_H_
#define MUSTER_SHELL_COMMANDS_RESOURCE_OPTIONS_H_

#include "muster/catalogue.h"

namespace CLI {
class App;
}  // namespace CLI

namespace muster::shell {

/// Declares --cache and --threads. `options` gets their values when the arguments are parsed, and outlives that.
void DeclareResources(CLI::App& app, OpenOptions* options);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_RESOURCE_OPTIONS_H_
