// CLI11, which reads command lines.
#ifndef MUSTER_SHELL_COMMANDS_CLI_H_
#define MUSTER_SHELL_COMMANDS_CLI_H_

// With all of its code in the header, GCC 12 sees overflows in its strings that are not there.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Warray-bounds"
#include <CLI/CLI.hpp>  // IWYU pragma: export
#pragma GCC diagnostic pop

#endif  // MUSTER_SHELL_COMMANDS_CLI_H_
