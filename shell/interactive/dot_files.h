// The dot commands that read and write files.
#ifndef MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_
#define MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_

#include <string>
#include <vector>

namespace muster::shell {

class Session;

/// How deep files that run files may go.
inline constexpr int kMaxReadDepth = 8;

/// `.output [FILE]`, `.once FILE`: where answers go.
bool DotOutput(Session& session, const std::vector<std::string>& words);
bool DotOnce(Session& session, const std::vector<std::string>& words);
/// `.excel FILE`: the last answers as a workbook.
bool DotExcel(Session& session, const std::vector<std::string>& words);
/// `.edit`: opens the last statements in the user's editor, and then puts them into the line; if input is not
/// interactive, runs them.
bool DotEdit(Session& session, const std::vector<std::string>& words);
/// `.save NAME`, `.run [NAME]`: statements under a name.
bool DotSave(Session& session, const std::vector<std::string>& words);
bool DotRun(Session& session, const std::vector<std::string>& words);
/// What `.save` has saved, in the order of the alphabet.
std::vector<std::string> SavedNames();
/// `.report FILE [TITLE...]`: the last text that was answered, as a page.
bool DotReport(Session& session, const std::vector<std::string>& words);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_
