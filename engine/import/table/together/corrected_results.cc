#include "engine/import/table/together/corrected_results.h"

#include <algorithm>
#include <functional>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/coded/result_status.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kBothCount{
    ImportProblem::Kind::kNote, "corrected result beside another one of the same person, assay and time: both count",
    "leave the one that was corrected out in the source, as by the number of the order; nothing, if they are two "
    "measurements",
    RemarkPlace::kFirst};

constexpr size_t kMost = 2'000'000;

bool IsCorrected(std::string_view cell) {
  constexpr std::string_view kWords[] = {"corrected", "correction", "amended",  "korrigiert", "korrektur",
                                         "corrige",   "corregido",  "corretto", "revised"};
  return cell == "C" || IsIn(kWords, Letters(cell).text());
}

bool IsStatus(std::string_view cell) {
  constexpr std::string_view kWords[] = {
      "final",    "preliminary", "partial", "cancelled", "canceled",   "registered", "endgueltig",     "endgltig",
      "original", "pending",     "deleted", "definitif", "definitivo", "vorlufig",   "enteredinerror", "verified"};
  const bool letter = cell.size() == 1 && std::string_view("ABCDFINOPRSUVWX").find(cell) != std::string_view::npos;
  return letter || IsCorrected(cell) || IsIn(kWords, Letters(cell).text());
}

}  // namespace

void CorrectedResults::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  bool time = false;
  const auto add = [&](const Steps& steps) {
    const size_t column = steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
    if (column == kNoColumn) return false;
    if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) columns_.push_back(column);
    return true;
  };
  for (const RowRule* rule : node->rows()) {
    if (rule->entity != model::Entity::kMeasurement) continue;
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.comparator || field.excluded) continue;
      if (field.field == model::field::kMeasurementAssay) add(field.steps);
      if (field.field == model::field::kMeasurementTime) time = add(field.steps) || time;
    }
    for (const Condition& condition : rule->when) {
      if (!condition.values.empty()) add(condition.steps);  // else it may be the value that is asked for
    }
  }
  if (!time) return;  // the person may have been measured again
  const std::vector<HeaderColumn>& columns = header.columns();
  for (size_t i = 0; i < columns.size() && status_ == kNoColumn; ++i) {
    if (!columns[i].used && !columns[i].left_out && IsNameOfResultStatus(columns[i].name)) status_ = i;
  }
}

void CorrectedResults::Compare(const CsvRow& row, std::string_view person) {
  const std::string_view status = model::Trim(row.cells[status_]);
  if (!status.empty() && !IsStatus(status)) letters_ = false;
  if (!letters_) return;
  final_ = final_ || status == "F";
  std::string key(person);
  for (const size_t column : columns_) {
    if (row.cells[column].empty()) return;
    key.append("\t").append(row.cells[column]);
  }
  const size_t hash = std::hash<std::string_view>()(key);
  auto found = rows_.find(hash);
  if (found == rows_.end()) {
    if (rows_.size() >= kMost) return;
    found = rows_.emplace(hash, Rows{}).first;
  }
  Rows& rows = found->second;
  if (IsCorrected(status)) {
    if (word_.empty()) word_ = status;
    if (rows.original) {
      ++corrected_;
    } else {
      ++rows.corrected;
    }
  } else {
    if (!rows.original) corrected_ += rows.corrected;
    rows.original = true;
  }
}

void CorrectedResults::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  if (status_ == kNoColumn || !letters_ || corrected_ == 0 || (word_ == "C" && !final_)) return;
  const std::string& name = header.columns()[status_].name;
  reporter.BeginRecord(0, 0);
  reporter.Report(
      kBothCount, Concat({"/", table, "/", name}), word_,
      Concat({std::to_string(corrected_), corrected_ == 1 ? " row has \"" : " rows have \"", Shown(word_, 40),
              "\" in \"", Shown(name, 80), "\", and ", corrected_ == 1 ? "stands" : "stand", " beside another one"}));
}

}  // namespace muster::import
