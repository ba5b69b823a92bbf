// What the Tab key does, apart from the terminal.
#ifndef MUSTER_SHELL_INTERACTIVE_COMPLETE_H_
#define MUSTER_SHELL_INTERACTIVE_COMPLETE_H_

#include <string>
#include <string_view>

#include "muster/catalogue.h"

namespace muster::shell {

struct CompletionStep {
  size_t erase = 0;     ///< bytes before the cursor to take away
  std::string insert;   ///< what to put there instead
  std::string listing;  ///< lines to show because there are several ways to go on; empty: none
};

/// The next step for `text` with its cursor at its end: puts in what all items have in common, or lists them.
CompletionStep NextStep(std::string_view text, const Completions& completions, int width);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_COMPLETE_H_
