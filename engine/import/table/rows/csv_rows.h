// The rows of a table in text: CSV (RFC 4180), TSV and their like.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_CSV_ROWS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_CSV_ROWS_H_

#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/import/input/window.h"
#include "engine/import/table/rows/stray_quotes.h"

struct csv_parser;

namespace muster::import {

/// The cells of one row. Unquoted cells are trimmed; invisible blanks are trimmed from all.
struct CsvRow {
  std::vector<std::string> cells;
  uint64_t line = 0;  ///< where it begins in the file, from 1
};

/// Splits a file into rows, in constant memory. Skips blank lines. Not thread-safe.
class CsvRows {
 public:
  /// `window` must outlive this, and stand where line number `line` of the file begins, behind a byte-order mark.
  CsvRows(Window& window, char delimiter, bool quotes, uint64_t line = 1);
  ~CsvRows();

  /// The next row, valid until the next call, or null at the end. InvalidArgument, with file and line, when a quote is
  /// not closed before the file ends, or swallows rows (StrayQuotes), or a row is beyond 16 MiB.
  absl::StatusOr<const CsvRow*> Next();

 private:
  static void OnCell(void* text, size_t size, void* self);
  static void OnRowEnd(int end, void* self);
  void AddCell(const char* text, size_t size);
  void EndRow(int end);
  absl::Status Feed();
  // Of the row being gathered.
  absl::Status Wrong(std::string_view what) const;

  Window& window_;
  std::unique_ptr<csv_parser> parser_;
  std::deque<CsvRow> ready_;
  CsvRow current_;  // being returned
  CsvRow row_;      // being gathered
  std::optional<StrayQuotes> strays_;
  uint64_t line_;       // where the parser stands
  int last_end_ = 0;    // the last line end seen
  size_t pending_ = 0;  // bytes of the row being gathered
  bool ended_ = false;
  std::exception_ptr failure_;  // what a callback threw: C does not pass it on
};

/// InvalidArgument for what is wrong in `line` of `file`.
absl::Status WrongLine(std::string_view file, uint64_t line, std::string_view what);

/// Tab, semicolon or comma: whichever stands most often in the first line, outside of quotes.
absl::StatusOr<char> GuessDelimiter(Window& window);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_CSV_ROWS_H_
