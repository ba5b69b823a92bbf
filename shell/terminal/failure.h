// Failures in the words of a command-line program, with what to do next.
#ifndef MUSTER_SHELL_TERMINAL_FAILURE_H_
#define MUSTER_SHELL_TERMINAL_FAILURE_H_

#include <string>

#include "absl/status/status.h"

namespace muster::shell {

/// Each is one sentence or two, without "muster:" and without a newline.
std::string ExplainOpenFailure(const absl::Status& status, const std::string& path);
std::string ExplainImportFailure(const absl::Status& status);
std::string ExplainDeleteFailure(const absl::Status& status);
std::string ExplainQueryFailure(const absl::Status& status);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_FAILURE_H_
