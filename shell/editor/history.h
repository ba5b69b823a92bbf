// What was entered before, for this session and later ones.
#ifndef MUSTER_SHELL_EDITOR_HISTORY_H_
#define MUSTER_SHELL_EDITOR_HISTORY_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

/// Whole entries, with their lines and comments; the oldest first. An entry that comes again moves to the end.
class History {
 public:
  /// Reads the file at `path`, which may have been written by libedit; "": the history is not saved.
  explicit History(std::string path);
  /// Adds `entry`, and appends it to the file, which only its owner may read. A session beside this one does the same.
  void Add(std::string_view entry);
  /// Adds `entry` for this session only.
  void AddUnsaved(std::string_view entry);
  const std::vector<std::string>& entries() const { return entries_; }

 private:
  std::string path_;
  std::vector<std::string> entries_;
};

/// An entry as one line of the file, and back.
std::string HistoryLine(std::string_view entry);
std::string HistoryEntry(std::string_view line);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_HISTORY_H_
