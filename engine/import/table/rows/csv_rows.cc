#include "engine/import/table/rows/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr size_t kMaxRowBytes = size_t{16} << 20;
constexpr size_t kBytesAtOnce = size_t{64} << 10;
constexpr size_t kCellGrowth = size_t{64} << 10;  // libcsv's own 128 bytes would make a long cell expensive
constexpr size_t kMaxHeaderBytes = size_t{1} << 20;

// No-break spaces and zero-width blanks, which come with copied text, are not part of an id or a number.
std::string_view WithoutHiddenEnds(std::string_view cell) {
  const auto hidden = [](char c) { return (c & 0x80) != 0; };
  return !cell.empty() && (hidden(cell.front()) || hidden(cell.back())) ? model::TrimAll(cell) : cell;
}

// ="0001", by which spreadsheets keep zeros.
std::string_view WithoutFormula(std::string_view cell) {
  if (cell.size() < 4 || !cell.starts_with("=\"") || !cell.ends_with('"')) return cell;
  const std::string_view text = cell.substr(2, cell.size() - 3);
  return text.find('"') == text.npos ? text : cell;
}

}  // namespace

CsvRows::CsvRows(Window& window, char delimiter, bool quotes, uint64_t line)
    : window_(window), parser_(std::make_unique<csv_parser>()), line_(line) {
  // Line ends are all reported, so that lines can be counted.
  if (csv_init(parser_.get(), CSV_REPALL_NL) != 0) throw std::bad_alloc();
  csv_set_blk_size(parser_.get(), kCellGrowth);
  csv_set_delim(parser_.get(), static_cast<unsigned char>(delimiter));
  if (quotes) {
    strays_.emplace(delimiter);
  } else {
    csv_set_quote(parser_.get(), '\0');
  }
}

CsvRows::~CsvRows() { csv_free(parser_.get()); }

void CsvRows::OnCell(void* text, size_t size, void* self) {
  auto* rows = static_cast<CsvRows*>(self);
  if (rows->failure_ != nullptr) return;
  try {
    rows->AddCell(static_cast<const char*>(text), size);
  } catch (...) {
    rows->failure_ = std::current_exception();
  }
}

void CsvRows::OnRowEnd(int end, void* self) {
  auto* rows = static_cast<CsvRows*>(self);
  if (rows->failure_ != nullptr) return;
  try {
    rows->EndRow(end);
  } catch (...) {
    rows->failure_ = std::current_exception();
  }
}

void CsvRows::AddCell(const char* text, size_t size) {
  if (row_.cells.empty()) row_.line = line_;
  // A quoted cell may go over several lines.
  const std::string_view cell(text, size);
  for (size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\n' || (cell[i] == '\r' && (i + 1 == cell.size() || cell[i + 1] != '\n'))) ++line_;
  }
  row_.cells.emplace_back(WithoutFormula(WithoutHiddenEnds(cell)));
}

void CsvRows::EndRow(int end) {
  // CR LF is one line end, reported as two.
  const bool second = end == '\n' && last_end_ == '\r' && row_.cells.empty();
  if (!row_.cells.empty()) {
    const bool blank = row_.cells.size() == 1 && row_.cells.front().empty();
    if (!blank) ready_.push_back(std::move(row_));
    row_ = CsvRow();
  }
  pending_ = 0;
  if (!second) ++line_;
  last_end_ = end;
}

absl::Status WrongLine(std::string_view file, uint64_t line, std::string_view what) {
  return absl::InvalidArgumentError(model::Concat({file, ": line ", std::to_string(line), ": ", what}));
}

absl::Status CsvRows::Wrong(std::string_view what) const {
  return WrongLine(window_.name(), row_.cells.empty() ? line_ : row_.line, what);
}

absl::Status CsvRows::Feed() {
  if (window_.view().empty()) {
    const absl::StatusOr<bool> more = window_.More();
    if (!more.ok()) return more.status();
  }
  const std::string_view text = window_.view().substr(0, kBytesAtOnce);
  if (text.empty()) {
    ended_ = true;
    // Quotes within a cell may stand as they like, but one that is not closed is an error.
    csv_set_opts(parser_.get(), CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(parser_.get(), OnCell, OnRowEnd, this) != 0) {
      return Wrong("a quote is opened and not closed before the file ends");
    }
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    return absl::OkStatus();
  }
  const size_t stray = strays_.has_value() ? strays_->Find(text) : std::string_view::npos;
  if (stray != std::string_view::npos) {
    csv_parse(parser_.get(), text.data(), stray, OnCell, OnRowEnd, this);  // to see which row it is
    return Wrong(
        "a quoted cell that begins here goes on over the end of the line, and has a quote that is not doubled: what "
        "follows would be read as a part of it. Write a quote within a cell as \"\", not as \\\", or let the table "
        "of the mapping say \"quotes\": false where quotes are characters like others");
  }
  const size_t rows = ready_.size();
  const size_t read = csv_parse(parser_.get(), text.data(), text.size(), OnCell, OnRowEnd, this);
  if (failure_ != nullptr) std::rethrow_exception(failure_);
  if (read != text.size()) throw std::bad_alloc();  // without CSV_STRICT there is no other error
  window_.Drop(read);
  if (ready_.size() == rows) pending_ += read;
  if (pending_ > kMaxRowBytes) {
    return Wrong("a row has more than 16 MiB; is a quote not closed?");
  }
  return absl::OkStatus();
}

absl::StatusOr<const CsvRow*> CsvRows::Next() {
  while (ready_.empty() && !ended_) {
    if (absl::Status fed = Feed(); !fed.ok()) return fed;
  }
  if (ready_.empty()) return nullptr;
  current_ = std::move(ready_.front());
  ready_.pop_front();
  return &current_;
}

absl::StatusOr<char> GuessDelimiter(Window& window) {
  size_t end = std::string_view::npos;
  while ((end = window.view().find_first_of("\r\n")) == std::string_view::npos &&
         window.view().size() < kMaxHeaderBytes) {
    const absl::StatusOr<bool> more = window.More();
    if (!more.ok()) return more.status();
    if (!*more) break;
  }
  constexpr std::string_view kDelimiters = ",;\t";
  size_t counts[kDelimiters.size()] = {};
  bool quoted = false;
  for (const char c : window.view().substr(0, end)) {
    if (c == '"') quoted = !quoted;
    const size_t which = kDelimiters.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return kDelimiters[static_cast<size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

}  // namespace muster::import
