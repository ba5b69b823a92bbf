#include "shell/interactive/dot_commands.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <string_view>
#include <utility>

#include "shell/interactive/dot_files.h"
#include "shell/interactive/examples.h"
#include "shell/interactive/session.h"
#include "shell/output/report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/console.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/listing.h"
#include "shell/terminal/progress.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

using Words = std::vector<std::string>;

constexpr size_t kAnyNumber = 1000;

/// The command called `name`, or the only one that begins so; otherwise null, and a complaint.
// Commands of sqlite3 and psql: what does the same here.
std::string_view InPlaceOf(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
      {".mode", ".format FORMAT"},    {".headers", ".format csv labels"},
      {".tables", "show catalogue;"}, {".schema", "describe individuals;"},
      {".width", ".format FORMAT"},   {".print", ".output FILE"},
      {".dump", ".output FILE"},      {".open", "muster CATALOGUE"},
      {".timer", ".timing"}};
  for (const auto& [other, here] : kOthers) {
    if (name == other) return here;
  }
  return "";
}

const DotCommand* Find(Session& session, std::string_view name) {
  std::vector<const DotCommand*> found;
  for (const DotCommand& command : DotCommands()) {
    if (command.name == name) return &command;
    if (name.size() >= 2 && command.name.starts_with(name)) found.push_back(&command);
  }
  if (found.size() == 1) return found[0];
  std::string several;
  for (size_t i = 0; i < found.size(); ++i) {
    Append(several, i == 0 ? "" : i + 1 == found.size() ? " or " : ", ", found[i]->name);
  }
  const std::string_view instead = found.empty() ? InPlaceOf(name) : "";
  session.Complain(!instead.empty() ? Concat("there is no command ", Printable(name), "; write ", instead)
                   : found.empty()  ? Concat("there is no command ", Printable(name), "; .help lists them")
                                    : Concat(Printable(name), " may be ", several));
  return nullptr;
}

bool Help(Session& session, const Words& words) {
  if (words.empty()) {
    session.console().out << DotCommandHelp(session.console().out_is_terminal ? session.console().width : 0);
    return true;
  }
  const DotCommand* command = Find(session, Concat(words[0].starts_with('.') ? "" : ".", words[0]));
  if (command == nullptr) return false;
  session.console().out << command->name << (command->arguments.empty() ? "" : " ") << command->arguments << "\n  "
                        << command->doc << "\n";
  return true;
}

bool ShowExamples(Session& session, const Words&) {
  for (const Example& example : Examples()) {
    session.console().out << "-- " << example.question << "\n" << example.statement << "\n\n";
  }
  return true;
}

bool ShowInfo(Session& session, const Words&) {
  absl::StatusOr<CatalogueInfo> info = session.catalogue().Info();
  if (!info.ok()) {
    session.Complain(ExplainQueryFailure(info.status()));
    return false;
  }
  session.console().out << RenderInfo(*info, session.path());
  return true;
}

bool SetFormat(Session& session, const Words& words) {
  AnswerPrinter& printer = session.printer();
  if (words.empty()) {
    session.console().out << "answers are printed as " << FormatName(printer.format())
                          << (printer.layout().labels ? ", csv and tsv with labels" : "")
                          << (printer.layout().totals ? ", csv and tsv with totals" : "") << "; there are "
                          << FormatNames() << "\n";
    return true;
  }
  std::optional<Format> format = FormatByName(words[0]);
  if (!format.has_value()) {
    session.Complain(Concat("there is no format ", Printable(words[0]), "; there are ", FormatNames()));
    return false;
  }
  Layout layout;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i] != "labels" && words[i] != "totals") {
      session.Complain("write .format FORMAT, with labels or totals or both behind csv and tsv");
      return false;
    }
    (words[i] == "labels" ? layout.labels : layout.totals) = true;
  }
  printer.set_format(*format);
  printer.layout() = layout;
  return true;
}

/// `.NAME`, `.NAME on` or `.NAME off`.
bool Switch(Session& session, const Words& words, std::string_view name, bool now,
            const std::function<void(bool)>& set) {
  if (words.empty()) {
    session.console().out << name << " is " << (now ? "on" : "off") << "\n";
    return true;
  }
  if (words[0] != "on" && words[0] != "off") {
    session.Complain(Concat("write .", name, " on or .", name, " off"));
    return false;
  }
  set(words[0] == "on");
  return true;
}

bool SetTiming(Session& session, const Words& words) {
  return Switch(session, words, "timing", session.printer().timing(),
                [&session](bool on) { session.printer().set_timing(on); });
}

bool SetPager(Session& session, const Words& words) {
  return Switch(session, words, "pager", session.printer().paging(),
                [&session](bool on) { session.printer().set_paging(on); });
}

bool SetLive(Session& session, const Words& words) {
  return Switch(session, words, "live", session.typing().live(),
                [&session](bool on) { session.typing().set_live(on); });
}

bool ReadFile(Session& session, const Words& words) {
  if (session.depth() > kMaxReadDepth) {
    session.Complain("files that read files that read files...: that is too deep");
    return false;
  }
  errno = 0;
  std::ifstream file(words[0], std::ios::binary);
  if (!file) {
    session.Complain(Concat("cannot read ", Printable(words[0]), ": ", std::strerror(errno)));
    return false;
  }
  StreamLines lines(file, words[0]);
  return session.RunLines(lines);
}

bool Import(Session& session, const Words& words) {
  ImportOptions options;
  Words files;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool option = words[i] == "--dataset" || words[i] == "--mapping";
    if (!option) {
      files.push_back(words[i]);
      continue;
    }
    if (i + 1 == words.size()) {
      session.Complain(Concat(words[i], " needs a value"));
      return false;
    }
    if (words[i] == "--dataset") {
      options.dataset = words[++i];
      continue;
    }
    std::ifstream mapping(words[++i], std::ios::binary);
    options.mapping.assign(std::istreambuf_iterator<char>(mapping), {});
    if (options.mapping.empty()) {
      session.Complain(Concat("cannot read the mapping ", Printable(words[i])));
      return false;
    }
  }
  if (files.empty()) {
    session.Complain("which files? .import FILE...");
    return false;
  }
  return session.Import(files, options);
}

bool Check(Session& session, const Words&) {
  absl::StatusOr<CheckReport> report;
  {
    ProgressMeter meter(session.console(), false);
    report = session.catalogue().Check([&](uint64_t done, uint64_t total) {
      meter.Update({"checking", done, total, done, "individuals"});
    });
  }
  if (!report.ok()) {
    session.Complain(ExplainQueryFailure(report.status()));
    return false;
  }
  session.console().out << RenderCheck(*report, session.path());
  return report->problems.empty();
}

bool ShowProvenance(Session& session, const Words&) {
  if (!session.last().has_value()) {
    session.Complain("nothing has been asked yet");
    return false;
  }
  const Provenance& last = *session.last();
  std::string ontologies;
  for (const OntologyVersion& ontology : last.ontologies) {
    Append(ontologies, ontologies.empty() ? "" : ", ", ontology.id, " ", ontology.version);
  }
  session.console().out << Printable(Concat(
      "statement   ", last.statement, "\ncatalogue   version ", last.catalogue_version, "\nontologies  ",
      ontologies.empty() ? "none" : ontologies, "\nrelease     ", last.release, "\nengine      ", last.engine, "\n"));
  return true;
}

bool ShowHistory(Session& session, const Words&) {
  for (const std::string& entry : session.lines().History()) session.console().out << Printable(entry) << "\n";
  return true;
}

bool Reopen(Session& session, const Words&) {
  if (absl::Status status = session.Open(); !status.ok()) {
    session.Complain(ExplainOpenFailure(status, session.path()));
    return false;
  }
  return true;
}

bool Quit(Session& session, const Words&) {
  session.Quit();
  return true;
}

bool SetParameter(Session& session, const Words& words) {
  std::map<std::string, std::string>& parameters = session.parameters();
  if (words.empty()) {
    for (const auto& [name, value] : parameters) session.console().out << "$" << name << " = " << value << "\n";
    if (parameters.empty()) session.console().out << "no parameters are set\n";
    return true;
  }
  const std::string name = words[0].starts_with('$') ? words[0].substr(1) : words[0];
  std::string value;
  for (size_t i = 1; i < words.size(); ++i) Append(value, value.empty() ? "" : " ", words[i]);
  if (value.empty()) {
    parameters.erase(name);
  } else {
    parameters[name] = value;
  }
  return true;
}

bool SetPrincipal(Session& session, const Words& words) {
  if (words.empty()) {
    session.console().out << (session.principal().has_value()
                                  ? Concat("asking as ", Printable(session.principal()->name), ", tier ",
                                           Printable(session.principal()->tier))
                                  : "asking as the embedding program, with exact numbers")
                          << "\n";
    return true;
  }
  if (words.size() == 1 && words[0] != "-") {
    session.Complain("write .as NAME TIER, or .as - for exact numbers");
    return false;
  }
  std::optional<Principal> principal;
  if (words.size() == 2) principal = Principal{.name = words[0], .tier = words[1]};
  const absl::Status status = session.As(principal);
  if (!status.ok()) session.Complain(Printable(std::string(status.message())));
  return status.ok();
}

bool SetOntology(Session& session, const Words& words) {
  std::map<std::string, std::string>& ontologies = session.ontologies();
  if (words.empty()) {
    for (const auto& [id, version] : ontologies) session.console().out << id << " " << version << "\n";
    if (ontologies.empty()) session.console().out << "of each ontology the version counts that was loaded last\n";
  } else if (words.size() == 1) {
    ontologies.erase(words[0]);
  } else {
    ontologies[words[0]] = words[1];
  }
  return true;
}

constexpr DotCommand kCommands[] = {
    {".help", "[COMMAND]", "lists the commands, or explains one", 0, 1, Help},
    {".examples", "", "shows questions in the query language", 0, 0, ShowExamples},
    {".info", "", "shows what is in the catalogue", 0, 0, ShowInfo},
    {".format", "[FORMAT [labels] [totals]]",
     "sets how answers are printed: table, json, jsonl, csv, tsv, markdown, chart or crosstab", 0, 3, SetFormat},
    {".timing", "[on|off]", "shows rows and time under each table, or no longer", 0, 1, SetTiming},
    {".pager", "[on|off]", "shows answers that are higher than the window page by page, or no longer", 0, 1, SetPager},
    {".live", "[on|off]", "counts while a statement is typed, or no longer; never for a guest", 0, 1, SetLive},
    {".output", "[FILE]", "writes answers to a file, in the form of its ending; without a file, to the screen again", 0,
     1, DotOutput},
    {".once", "FILE", "writes the next answers to a file, which may end with .xlsx", 1, 1, DotOnce},
    {".excel", "FILE", "writes the last answers as a workbook", 1, 1, DotExcel},
    {".edit", "", "opens the last statements in $EDITOR", 0, 0, DotEdit},
    {".save", "NAME", "saves the last statements under a name", 1, 1, DotSave},
    {".run", "[NAME]", "runs the statements of that name; without a name, lists what is saved", 0, 1, DotRun},
    {".provenance", "", "shows what is needed to obtain the last answer again", 0, 0, ShowProvenance},
    {".report", "FILE [TITLE...]", "writes the last answers as an HTML page with flow, charts, versions and an id", 1,
     kAnyNumber, DotReport},
    {".set", "[NAME VALUE...]", "sets what stands for $NAME in statements; without a value, nothing any longer", 0,
     kAnyNumber, SetParameter},
    {".ontology", "[ID [VERSION]]",
     "asks with this version of an ontology; without a version, with the one that was loaded last", 0, 2, SetOntology},
    {".as", "[NAME TIER|-]", "asks as a guest, who gets what his tier may see; with -, as the program again", 0, 2,
     SetPrincipal},
    {".read", "FILE", "runs the statements and commands of a file", 1, 1, ReadFile},
    {".import", "FILE... [--dataset ID] [--mapping FILE]", "imports files", 1, kAnyNumber, Import},
    {".check", "", "compares the indexes with the records", 0, 0, Check},
    {".reopen", "", "opens the catalogue anew, to see what others have imported", 0, 0, Reopen},
    {".history", "", "shows what has been typed", 0, 0, ShowHistory},
    {".quit", "", "ends the shell, as does Ctrl-D", 0, 0, Quit},
    {".exit", "", "the same as .quit", 0, 0, Quit},
};

}  // namespace

std::span<const DotCommand> DotCommands() { return kCommands; }

std::string DotCommandHelp(int window) {
  int width = 0;
  for (const DotCommand& command : kCommands) {
    width = std::max(width, static_cast<int>(command.name.size() + command.arguments.size()) + 1);
  }
  width = std::min(width, 24);
  std::string out = "A statement ends with ';' or with an empty line. Tab completes it.\n\n";
  for (const DotCommand& command : kCommands) {
    const std::string usage = Concat(command.name, command.arguments.empty() ? "" : " ", command.arguments);
    if (static_cast<int>(usage.size()) > width) {
      Append(out, usage, "\n", std::string(static_cast<size_t>(width), ' '));
    } else {
      Append(out, PadRight(usage, width));
    }
    // Between words, not where the terminal cuts.
    constexpr int kNarrowest = 30;
    const std::vector<std::string> lines = window - width - 2 < kNarrowest
                                               ? std::vector<std::string>{std::string(command.doc)}
                                               : WrapWords(command.doc, window - width - 2);
    for (const std::string& line : lines) {
      if (&line != &lines.front()) Append(out, std::string(static_cast<size_t>(width), ' '));
      Append(out, "  ", line, "\n");
    }
  }
  return out;
}

absl::StatusOr<std::vector<std::string>> SplitWords(std::string_view line) {
  std::vector<std::string> words;
  size_t i = 0;
  while (true) {
    i = line.find_first_not_of(" \t\r", i);
    if (i == std::string_view::npos) return words;
    std::string word;
    while (i < line.size() && line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
      if (line[i] != '"' && line[i] != '\'') {
        word += line[i++];
        continue;
      }
      const size_t end = line.find(line[i], i + 1);
      if (end == std::string_view::npos) return absl::InvalidArgumentError("a quotation mark is not closed");
      word += line.substr(i + 1, end - i - 1);
      i = end + 1;
    }
    words.push_back(std::move(word));
  }
}

std::string_view BareCommand(std::string_view line) {
  std::string word;
  for (const char c : line) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  word.erase(0, word.find_first_not_of(" \t"));
  word.erase(word.find_last_not_of(" \t\r;") + 1);
  for (const std::string_view command : {".help", ".quit", ".exit"}) {
    if (command.substr(1) == word) return command;
  }
  return "";
}

bool RunDotCommand(Session& session, std::string_view line) {
  absl::StatusOr<std::vector<std::string>> words = SplitWords(line);
  if (!words.ok()) {
    session.Complain(std::string(words.status().message()));
    return false;
  }
  std::string name = words->empty() ? "." : words->front();
  if (!words->empty()) words->erase(words->begin());
  while (name.size() > 1 && name.back() == ';') name.pop_back();
  const DotCommand* command = Find(session, name);
  if (command == nullptr) return false;
  if (words->size() < command->min_arguments || words->size() > command->max_arguments) {
    session.Complain(
        Concat("write it like this: ", command->name, command->arguments.empty() ? "" : " ", command->arguments));
    return false;
  }
  const bool ok = command->run(session, *words);
  session.console().out << std::flush;
  return ok;
}

}  // namespace muster::shell
