// Which word was probably meant by a misspelt one.
#ifndef MUSTER_SHELL_COMMANDS_NEAREST_H_
#define MUSTER_SHELL_COMMANDS_NEAREST_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

/// The first of `words` that `typed` begins, or that begins `typed`; failing that, the one with the fewest letters to
/// add, drop or change, at most two of them (one in short words). Empty: none is near.
std::string Nearest(std::string_view typed, const std::vector<std::string>& words);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_NEAREST_H_
