// Which parameters a text asks for.
#ifndef MUSTER_SHELL_INTERACTIVE_PARAMETER_USE_H_
#define MUSTER_SHELL_INTERACTIVE_PARAMETER_USE_H_

#include <string_view>

namespace muster::shell {

/// Whether `$name` occurs in `text` as a whole word, outside of comments and quoted texts.
bool AsksForParameter(std::string_view text, std::string_view name);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_PARAMETER_USE_H_
