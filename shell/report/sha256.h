// SHA-256, for the ids of reports.
#ifndef MUSTER_SHELL_REPORT_SHA256_H_
#define MUSTER_SHELL_REPORT_SHA256_H_

#include <string>
#include <string_view>

namespace muster::shell {

/// 64 lower-case hexadecimal digits. Never fails.
std::string Sha256Hex(std::string_view bytes);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_SHA256_H_
