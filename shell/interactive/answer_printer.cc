#include "shell/interactive/answer_printer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "shell/output/workbook.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

// What was said beside an answer, for a cell of a sheet.
std::string RemarksOn(const Answer& answer) {
  std::string out;
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    Append(out, out.empty() ? "" : "; ", diagnostic.message);
    for (const std::string& hint : diagnostic.hints) Append(out, " (", hint, ")");
  }
  return out;
}

constexpr std::string_view kWorkbook = ".xlsx";
/// Bytes printed between two checks of whether to stop.
constexpr size_t kPiece = 8192;

/// The form that the name of a file asks for.
std::optional<Format> FormatOfPath(std::string_view path) {
  constexpr std::pair<std::string_view, Format> kEndings[] = {
      {".csv", Format::kCsv},         {".tsv", Format::kTsv},     {".json", Format::kJson},
      {".jsonl", Format::kJsonLines}, {".md", Format::kMarkdown}, {".txt", Format::kTable}};
  for (const auto& [ending, format] : kEndings) {
    if (path.ends_with(ending)) return format;
  }
  return std::nullopt;
}

/// Other forms go to programs, which read nothing but answers.
bool IsForPeople(Format format) {
  return format == Format::kTable || format == Format::kChart || format == Format::kCrosstab ||
         format == Format::kMarkdown;
}

}  // namespace

std::string AnswerPrinter::Rendered(std::string_view text, const std::vector<Answer>& answers, Format format,
                                    int width) const {
  if (format == Format::kJson) return RenderJsonAnswers(text, answers);
  Layout layout = layout_;
  layout.width = width;
  std::string out;
  for (const Answer& answer : answers) {
    if (!answer.table.has_value()) continue;
    out += Render(format, {&*answer.table}, layout);
    // The remark is for people: other formats go to programs.
    if (timing_ && format == Format::kTable) {
      Append(out, Counted(answer.table->rows.size(), "row"), ", ",
             HumanSeconds(static_cast<double>(answer.table->provenance.microseconds) / 1e6), "\n\n");
    }
  }
  return out;
}

void AnswerPrinter::Show(std::string_view text, const std::stop_token& stop) {
  const auto lines = std::count(text.begin(), text.end(), '\n');
  const bool long_text = console_.height > 0 && lines >= console_.height;
  console_.out << std::flush;
  if (paging_ && long_text && console_.page != nullptr && console_.page(std::string(text))) return;
  while (!text.empty() && !stop.stop_requested() && console_.out) {
    const std::string_view piece = text.substr(0, kPiece);
    console_.out << piece << std::flush;
    text.remove_prefix(piece.size());
  }
  if (!text.empty() && console_.out) console_.out << "\n(stopped)\n" << std::flush;
}

std::string AnswerPrinter::Print(std::string_view text, std::vector<Answer> answers, const std::stop_token& stop) {
  std::string problem;
  console_.Measure();
  const auto tables = std::count_if(answers.begin(), answers.end(), [](const auto& a) { return a.table.has_value(); });
  if (once_ && tables == 0) return "";  // a mistake is not an answer: the file waits for one
  const std::string written = once_ && IsForPeople(format_) ? path_ : "";
  if (path_.empty()) {
    Show(Rendered(text, answers, format_, console_.out_width()), stop);
  } else if (path_.ends_with(kWorkbook)) {
    std::vector<const Table*> sheets;
    std::vector<std::string> remarks;
    for (const Answer& answer : answers) {
      if (!answer.table.has_value()) continue;
      sheets.push_back(&*answer.table);
      remarks.push_back(RemarksOn(answer));
    }
    problem = WriteWorkbook(path_, sheets, remarks);
  } else {
    errno = 0;
    file_ << Rendered(text, answers, FormatOfPath(path_).value_or(format_), 0) << std::flush;
    if (!file_) problem = Concat("cannot write ", path_, ": ", std::strerror(errno != 0 ? errno : EIO));
  }
  if (once_ || !problem.empty()) Redirect("", false);
  if (problem.empty() && !written.empty()) {
    console_.out << Printable(written) << ": " << Counted(static_cast<uint64_t>(tables), "answer") << "\n"
                 << std::flush;
  }
  last_.clear();
  last_remarks_.clear();
  for (Answer& answer : answers) {
    if (!answer.table.has_value()) continue;
    last_remarks_.push_back(RemarksOn(answer));
    last_.push_back(*std::move(answer.table));
  }
  return problem;
}

std::string AnswerPrinter::Redirect(const std::string& path, bool once) {
  if (file_.is_open()) file_.close();
  file_.clear();
  path_.clear();
  once_ = false;
  if (path.empty()) return "";
  if (path.ends_with(kWorkbook)) {
    if (!once) return "a workbook is written as a whole: .once FILE.xlsx, or .excel FILE.xlsx for the last answers";
  } else {
    errno = 0;
    file_.open(path, std::ios::binary | std::ios::trunc);
    if (!file_) return Concat("cannot write ", path, ": ", std::strerror(errno != 0 ? errno : EIO));
  }
  path_ = path;
  once_ = once;
  return "";
}

}  // namespace muster::shell
