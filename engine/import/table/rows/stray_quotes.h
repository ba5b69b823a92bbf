// Quotes within quoted cells of a table, and whether these swallow what follows them.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_STRAY_QUOTES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_STRAY_QUOTES_H_

#include <cstddef>
#include <string_view>

namespace muster::import {

/// Checks a file's text piece by piece. A quote within a quoted cell is written twice (RFC 4180). Some programs write
/// it once, or with a backslash; then the cell seems to end there, or to continue behind its end. Within one line it is
/// read as it looks, but a cell with such a quote that spans several lines has probably swallowed the rows between.
class StrayQuotes {
 public:
  explicit StrayQuotes(char delimiter) : delimiter_(delimiter) {}

  /// Where in `text`, which follows what came before, it is certain that a cell of several lines has a quote that is
  /// not doubled; npos where none has.
  size_t Find(std::string_view text);

 private:
  enum class State { kOutside, kInside, kBehindQuote };
  bool IsBlank(char c) const { return (c == ' ' || c == '\t') && c != delimiter_; }
  bool EndsCell(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }
  // Whether only blanks are between the beginning of a cell and the place.
  bool BeginsCell(std::string_view before) const;

  char delimiter_;
  State state_ = State::kOutside;
  bool begins_cell_ = true;  // where the text seen so far ends, outside of quotes
  bool blanks_ = false;      // behind the quote
  bool stray_ = false;       // the quoted cell has a quote that is not doubled
  bool lines_ = false;       // it goes over the end of a line
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_STRAY_QUOTES_H_
