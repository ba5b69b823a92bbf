// Numbers as people like to read them.
#ifndef MUSTER_SHELL_TERMINAL_HUMAN_H_
#define MUSTER_SHELL_TERMINAL_HUMAN_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::shell {

/// 1234567 -> "1,234,567"
std::string Grouped(uint64_t number);
/// "1 row", "2 rows", "1,000 rows"; the plural has an s unless it is given.
std::string Counted(uint64_t number, std::string_view singular, std::string_view plural = "");
/// Up to three significant digits: "0.42 ms", "12.3 ms", "1.20 s", "2 min 5 s".
std::string HumanSeconds(double seconds);
/// "712 B", "1.5 KB", "2.3 GB"; a KB is 1000 bytes.
std::string HumanBytes(uint64_t bytes);
/// What is left to wait for: "0:07", "12:34", "1:02:03".
std::string Clock(double seconds);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_HUMAN_H_
