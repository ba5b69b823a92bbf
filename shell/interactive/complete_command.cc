#include "shell/interactive/complete_command.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "shell/interactive/dot_commands.h"
#include "shell/interactive/dot_files.h"
#include "shell/output/format.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxFiles = 200;

void AddNamed(std::string_view name, std::string_view description, std::string_view word, Completions* completions) {
  if (name.starts_with(word)) completions->items.push_back({std::string(name), std::string(description)});
}

/// Files whose path begins with `word`; a folder ends with '/'. Hidden ones only when a dot is typed.
void AddFiles(std::string_view word, Completions* completions) {
  namespace fs = std::filesystem;
  const size_t slash = word.rfind('/');
  const std::string folder(slash == std::string_view::npos ? "" : word.substr(0, slash + 1));
  const std::string_view begin = word.substr(folder.size());
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with(begin) || (name[0] == '.' && begin.empty())) continue;
    std::error_code unknown;
    const bool below = at->is_directory(unknown);
    std::string text = Concat(folder, name, below ? "/" : "");
    if (text.find_first_of(" \t'\"") != std::string::npos) continue;  // would need quotes around what is typed already
    completions->items.push_back({std::move(text), ""});
    if (completions->items.size() == kMaxFiles) break;
  }
  std::sort(completions->items.begin(), completions->items.end(),
            [](const Completion& a, const Completion& b) { return a.text < b.text; });
}

}  // namespace

Completions CompleteCommand(std::string_view line) {
  Completions completions;
  const size_t blank = line.find_last_of(" \t");
  completions.begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word = line.substr(completions.begin);
  if (blank == std::string_view::npos) {
    for (const DotCommand& command : DotCommands()) AddNamed(command.name, command.doc, word, &completions);
    return completions;
  }
  const std::string_view name = line.substr(0, line.find_first_of(" \t"));
  const DotCommand* found = nullptr;
  for (const DotCommand& command : DotCommands()) {
    if (command.name == name) found = &command;
  }
  if (found == nullptr) return completions;
  const std::string_view takes = found->arguments;
  if (takes.find("FORMAT") != std::string_view::npos) {
    for (const FormatInfo& format : Formats()) AddNamed(format.name, format.doc, word, &completions);
    for (const char* addition : {"labels", "totals"}) AddNamed(addition, "csv and tsv", word, &completions);
  } else if (takes.find("on|off") != std::string_view::npos) {
    for (const char* state : {"on", "off"}) AddNamed(state, "", word, &completions);
  } else if (takes.find("FILE") != std::string_view::npos) {
    AddFiles(word, &completions);
  } else if (takes.find("COMMAND") != std::string_view::npos) {
    for (const DotCommand& command : DotCommands()) AddNamed(command.name, command.doc, word, &completions);
  } else if (name == ".run" || name == ".save") {
    for (const std::string& saved : SavedNames()) AddNamed(saved, "", word, &completions);
  }
  return completions;
}

}  // namespace muster::shell
