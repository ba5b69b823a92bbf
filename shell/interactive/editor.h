// Statements typed at a terminal, with editing, history and completion.
#ifndef MUSTER_SHELL_INTERACTIVE_EDITOR_H_
#define MUSTER_SHELL_INTERACTIVE_EDITOR_H_

#include <memory>
#include <string>

#include "shell/editor/line_editor.h"
#include "shell/interactive/line_source.h"

namespace muster::shell {

/// An editor on standard input and output. `history_path` may be empty. Colours unless $NO_COLOR has a value. On a
/// terminal that cannot move its cursor (TERM is "dumb" or not set), lines with a prompt, without editing. Null if
/// standard input and output are not a terminal.
std::unique_ptr<LineSource> MakeEditor(const std::string& history_path, EditorHooks hooks);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_EDITOR_H_
