// Where and in which form the answers of a session are printed.
#ifndef MUSTER_SHELL_INTERACTIVE_ANSWER_PRINTER_H_
#define MUSTER_SHELL_INTERACTIVE_ANSWER_PRINTER_H_

#include <fstream>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "muster/table.h"
#include "shell/output/format.h"
#include "shell/terminal/console.h"

namespace muster::shell {

/// To the console, a long one page by page, or to a file. Keeps the last answers.
class AnswerPrinter {
 public:
  /// `console` must outlive it.
  explicit AnswerPrinter(Console& console) : console_(console) {}

  /// Prints what came of `text`; on the screen no further than until `stop` says so. Returns what went wrong with the
  /// file; empty: nothing.
  std::string Print(std::string_view text, std::vector<Answer> answers, const std::stop_token& stop);

  /// Writes answers to the file at `path`, which is truncated, from now on; "": to the console again. With `once`, only
  /// the next answers, with a message on the console. The format is that of the file's extension, if it has one (.csv,
  /// .tsv, .json, .jsonl, .md, .txt; with `once` also .xlsx). Returns an error message; empty on success.
  std::string Redirect(const std::string& path, bool once);

  Format format() const { return format_; }
  void set_format(Format format) { format_ = format; }
  Layout& layout() { return layout_; }
  bool timing() const { return timing_; }
  void set_timing(bool timing) { timing_ = timing; }
  bool paging() const { return paging_; }
  void set_paging(bool paging) { paging_ = paging; }
  /// Those printed last that are tables.
  const std::vector<Table>& last() const { return last_; }
  /// What was said beside each of these.
  const std::vector<std::string>& last_remarks() const { return last_remarks_; }

 private:
  std::string Rendered(std::string_view text, const std::vector<Answer>& answers, Format format, int width) const;
  void Show(std::string_view text, const std::stop_token& stop);

  Console& console_;
  Format format_ = Format::kTable;
  Layout layout_;
  bool timing_ = true;
  bool paging_ = true;
  std::vector<Table> last_;
  std::vector<std::string> last_remarks_;
  std::ofstream file_;
  std::string path_;  ///< empty: the console
  bool once_ = false;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_ANSWER_PRINTER_H_
