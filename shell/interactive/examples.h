// Questions to learn the language from.
#ifndef MUSTER_SHELL_INTERACTIVE_EXAMPLES_H_
#define MUSTER_SHELL_INTERACTIVE_EXAMPLES_H_

#include <span>
#include <string_view>

namespace muster::shell {

struct Example {
  std::string_view question;
  std::string_view statement;
};

/// They work on the data of `muster synth`.
std::span<const Example> Examples();

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_EXAMPLES_H_
