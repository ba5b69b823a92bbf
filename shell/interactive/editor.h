// Lines typed at a terminal, with editing, history and completion (libedit).
#ifndef MUSTER_SHELL_INTERACTIVE_EDITOR_H_
#define MUSTER_SHELL_INTERACTIVE_EDITOR_H_

#include <functional>
#include <memory>
#include <string>

#include "muster/catalogue.h"
#include "shell/interactive/line_source.h"

namespace muster::shell {

using Completer = std::function<Completions(std::string_view text, size_t cursor)>;

/// An editor on standard input and output, which must be a terminal. `history_path` may be empty. `completer` is asked
/// with the whole statement so far. Null when the terminal cannot be used.
std::unique_ptr<LineSource> MakeEditor(const std::string& history_path, Completer completer);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_EDITOR_H_
