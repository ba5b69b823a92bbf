#include "shell/interactive/dot_files.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "muster/diagnostic.h"
#include "shell/interactive/session.h"
#include "shell/interactive/user_files.h"
#include "shell/output/workbook.h"
#include "shell/report/write_report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/console.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".muster";

const char* VariableOf(const char* name) { return std::getenv(name); }

/// Reports `problem`, if it is not empty; true if it is.
bool Went(Session& session, const std::string& problem) {
  if (!problem.empty()) session.Complain(Printable(problem));
  return problem.empty();
}

bool RunText(Session& session, const std::string& text, const std::string& name) {
  std::istringstream in(text);
  StreamLines lines(in, name);
  return session.RunLines(lines);
}

/// The file of what is saved under `name`; empty, and a complaint, when it cannot be saved so.
std::string QuestionPath(Session& session, const std::string& name) {
  const bool plain = !name.empty() && name[0] != '.' && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == ' ' || c >= 0x80;
  });
  const std::string folder = QuestionsFolder(VariableOf);
  if (!plain) {
    session.Complain("a name has letters, digits, blanks, '-', '_' and '.', and does not begin with '.'");
  } else if (folder.empty()) {
    session.Complain("there is no folder for saved statements: neither $XDG_DATA_HOME nor $HOME is set");
  } else {
    return Concat(folder, "/", name, kEnding);
  }
  return "";
}

bool ReadWhole(const std::string& path, std::string* text) {
  std::ifstream file(path, std::ios::binary);
  text->assign(std::istreambuf_iterator<char>(file), {});
  return !file.bad() && file.is_open();
}

/// `word` for /bin/sh.
std::string ShellQuoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

}  // namespace

std::vector<std::string> SavedNames() {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(QuestionsFolder(VariableOf), error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.ends_with(kEnding)) names.push_back(name.substr(0, name.size() - kEnding.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool DotOutput(Session& session, const std::vector<std::string>& words) {
  return Went(session, session.printer().Redirect(words.empty() ? "" : words[0], false));
}

bool DotOnce(Session& session, const std::vector<std::string>& words) {
  return Went(session, session.printer().Redirect(words[0], true));
}

bool DotExcel(Session& session, const std::vector<std::string>& words) {
  std::vector<const Table*> tables;
  for (const Table& table : session.printer().last()) tables.push_back(&table);
  if (tables.empty()) return Went(session, "nothing has been answered yet that a workbook could hold");
  const std::string path = words[0].ends_with(".xlsx") ? words[0] : words[0] + ".xlsx";
  if (!Went(session, WriteWorkbook(path, tables, session.printer().last_remarks()))) return false;
  session.console().out << Printable(path) << ": " << Counted(tables.size(), "answer") << "\n";
  return true;
}

bool DotEdit(Session& session, const std::vector<std::string>&) {
  const char* editor = std::getenv("VISUAL");
  if (editor == nullptr || editor[0] == 0) editor = std::getenv("EDITOR");
  if (editor == nullptr || editor[0] == 0) editor = "vi";
  std::error_code error;
  std::string path = (fs::temp_directory_path(error) / "muster-XXXXXX.muster").string();
  const int descriptor = error ? -1 : mkstemps(path.data(), static_cast<int>(kEnding.size()));
  if (descriptor < 0) return Went(session, Concat("cannot write ", path, ": ", std::strerror(errno)));
  close(descriptor);
  std::ofstream(path, std::ios::binary) << session.last_text() << "\n";
  session.console().out << std::flush;
  session.lines().GiveBack();
  const int status = std::system(Concat(editor, " ", ShellQuoted(path)).c_str());
  std::string text;
  const bool read = ReadWhole(path, &text);
  fs::remove(path, error);
  if (status != 0) return Went(session, Concat("'", editor, "' ended with an error: nothing is taken from it"));
  if (!read) return Went(session, "what the editor wrote cannot be read");
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  if (text.empty() || session.lines().Offer(text)) return true;
  return RunText(session, text, "");
}

bool DotSave(Session& session, const std::vector<std::string>& words) {
  if (session.last_text().empty()) return Went(session, "nothing has been answered yet that could be saved");
  const std::string path = QuestionPath(session, words[0]);
  if (path.empty()) return false;
  errno = 0;
  bool ok = MakeFolders(path);
  if (ok) ok = static_cast<bool>(std::ofstream(path, std::ios::binary) << session.last_text() << "\n" << std::flush);
  return Went(session, ok ? "" : Concat("cannot write ", path, ": ", std::strerror(errno != 0 ? errno : EIO)));
}

bool DotRun(Session& session, const std::vector<std::string>& words) {
  const std::vector<std::string> saved = SavedNames();
  if (words.empty()) {
    for (const std::string& name : saved) session.console().out << Printable(name) << "\n";
    if (saved.empty()) session.console().out << "nothing is saved; .save NAME saves the last statements\n";
    return true;
  }
  if (session.depth() > kMaxReadDepth) return Went(session, "files that run files that run files...: that is too deep");
  const std::string path = QuestionPath(session, words[0]);
  if (path.empty()) return false;
  std::string text;
  if (!ReadWhole(path, &text)) {
    return Went(session, Concat("nothing is saved as '", words[0], "'; .run without a name lists what is"));
  }
  return RunText(session, text, words[0]);
}

bool DotReport(Session& session, const std::vector<std::string>& words) {
  if (session.last_text().empty()) {
    session.Complain("nothing has been asked yet that a report could show");
    return false;
  }
  std::string title;
  for (size_t i = 1; i < words.size(); ++i) Append(title, title.empty() ? "" : " ", words[i]);
  ReportRequest request;
  request.text = session.last_text();
  request.options.parameters = session.parameters();
  std::erase_if(request.options.parameters,
                [&](const auto& set) { return request.text.find("$" + set.first) == std::string::npos; });
  request.options.ontologies = session.ontologies();
  request.guest = session.principal().has_value() ? session.principal()->name : "";
  request.catalogue = CatalogueName(session.path());
  request.title = title.empty() ? "Feasibility in " + request.catalogue : title;
  request.out = words[0];
  std::string id;
  std::vector<Diagnostic> mistakes;
  const absl::Status status = WriteReport(session.catalogue(), request, &id, &mistakes);
  if (!status.ok()) {
    session.Complain(Printable(std::string(status.message())));
    return false;
  }
  session.console().out << Printable(words[0]) << ": report muster:" << id << "\n";
  return true;
}

}  // namespace muster::shell
