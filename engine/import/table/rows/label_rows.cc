#include "engine/import/table/rows/label_rows.h"

#include <algorithm>

#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kLabels{
    ImportProblem::Kind::kNote, "row below the header that may have labels or units of the columns, and is counted",
    "nothing, if it is somebody; else leave the line out of the file: statistics programs and questionnaires write "
    "labels below the names",
    RemarkPlace::kFirst};
constexpr RemarkKind kAlone{
    ImportProblem::Kind::kNote, "row with a word in place of an id, where all others have numbers, and nothing else",
    "nothing, if it is somebody; else leave the line out of the file: it is counted as an individual",
    RemarkPlace::kFirst};

bool HasDigit(const std::string& cell) { return std::any_of(cell.begin(), cell.end(), model::IsAsciiDigit); }

// As numbers and dates do.
bool BeginsAsNumber(const std::string& cell) {
  const size_t sign = cell.starts_with('-') || cell.starts_with('<') || cell.starts_with('>') ? 1 : 0;
  return cell.size() > sign && model::IsAsciiDigit(cell[sign]);
}

}  // namespace

void LabelRows::Add(const CsvRow& row, size_t id, uint64_t record) {
  id_ = id;
  const size_t before = rows_++;
  if (HasDigit(row.cells[id])) ++ids_with_digits_;
  if (before < kMostFirst) first_.push_back({record, row.line, row.cells});
  // (Where the first row is one of labels, the second may be somebody.)
  if (before > 0) {
    columns_.resize(std::max(columns_.size(), row.cells.size()));
    for (size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].empty()) continue;
      ++(BeginsAsNumber(row.cells[i]) ? columns_[i].numbers : columns_[i].others);
    }
  }
  if (alone_.size() >= kMostAlone || HasDigit(row.cells[id]) || row.cells.size() < 2) return;
  const auto filled =
      std::count_if(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
  if (filled == 1) alone_.push_back({record, row.line, {row.cells[id]}});
}

// Words in the column of ids, and in one where all others are numbers or dates; no number anywhere.
bool LabelRows::IsOfLabels(const Row& row) const {
  if (row.cells.size() < 2 || HasDigit(row.cells[id_])) return false;
  bool label = false;
  for (size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
    const std::string& cell = row.cells[i];
    if (BeginsAsNumber(cell)) return false;
    if (i == id_ || cell.empty() || columns_[i].numbers == 0) continue;
    const bool word = std::any_of(cell.begin(), cell.end(), model::IsAsciiAlpha);
    label = label || (word && columns_[i].others <= kMostFirst - 1);
  }
  const auto filled =
      std::count_if(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
  return label && static_cast<size_t>(filled) * 2 > row.cells.size();
}

void LabelRows::Report(const std::string& table, const std::vector<std::string>& names, Reporter& reporter) const {
  constexpr uint64_t kFewest = 2;
  const auto report = [&](const RemarkKind& kind, const Row& row, const std::string& id) {
    reporter.BeginRecord(row.record, row.line);
    reporter.SetId(id);
    reporter.Report(kind, model::Concat({"/", table, "/", names[id_]}), Shown(id, 80));
  };
  const Row* labels = first_.empty() ? nullptr : &first_.front();
  // All ids have digits, but that of the first and words alone.
  if (ids_with_digits_ < kFewest || ids_with_digits_ + alone_.size() + 1 < rows_) return;
  if (labels != nullptr && IsOfLabels(*labels)) report(kLabels, *labels, labels->cells[id_]);
  for (const Row& row : alone_) report(kAlone, row, row.cells.front());
}

}  // namespace muster::import
