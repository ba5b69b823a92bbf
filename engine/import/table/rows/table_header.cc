#include "engine/import/table/rows/table_header.h"

#include <algorithm>

#include "engine/import/input/json_value.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

}  // namespace

bool Fits(const CellConditions& when, const CsvRow& row) {
  return std::all_of(when.begin(), when.end(), [&](const auto& condition) {
    return std::find(condition.second->begin(), condition.second->end(), row.cells[condition.first]) !=
           condition.second->end();
  });
}

size_t TableHeader::Find(std::string_view name) const {
  if (const auto found = exact_.find(name); found != exact_.end()) return found->second;
  std::string scratch;
  const auto found = numbers_.find(CamelCase(name, scratch));
  return found == numbers_.end() ? kNoColumn : found->second;
}

absl::Status TableHeader::ReadNames(std::string_view file, const CsvRow& row, std::string* shown) {
  for (const std::string& cell : row.cells) {
    if (!IsUtf8(cell)) {
      return WrongLine(
          file, row.line,
          Concat({"the names of the columns are not UTF-8: \"", ShownCell(cell),
                  "\"; convert the file, such as by iconv -f WINDOWS-1252 -t UTF-8, or save it as ", "\"CSV UTF-8\""}));
    }
    std::string scratch;
    const size_t other = cell.empty() ? kNoColumn : Find(cell);
    if (other != kNoColumn && columns_[other].name == cell) {
      return WrongLine(file, row.line, Concat({"two columns are called \"", cell, "\""}));
    }
    exact_.emplace(cell, columns_.size());
    numbers_.emplace(CamelCase(cell, scratch), columns_.size());
    columns_.push_back({cell});
    names_.push_back(cell);
    if (other != kNoColumn) columns_[other].alike = columns_.back().alike = other;
    shown->append(shown->empty() ? "" : ", ").append(cell.substr(0, 80));
  }
  return absl::OkStatus();
}

absl::Status TableHeader::Read(std::string_view file, const CsvRow& row) {
  std::string names;
  if (absl::Status read = ReadNames(file, row, &names); !read.ok()) return read;
  const auto missing = [&](std::string_view column) {
    return WrongLine(file, row.line,
                     Concat({"there is no column \"", column, "\", which the mapping names for the table \"",
                             table_.name, "\"; the columns are: ", names.substr(0, 2000)}));
  };
  id_ = Find(table_.id);
  if (id_ == kNoColumn) return missing(table_.id);
  columns_[id_].left_out = true;
  for (const std::string& name : table_.id_begins) {
    id_begins_.push_back(Find(name));
    if (id_begins_.back() == kNoColumn) return missing(name);
  }
  if (!table_.latest.empty() && Find(table_.latest) == kNoColumn) return missing(table_.latest);
  for (const auto& [name, settings] : table_.columns) {
    const size_t column = Find(name);
    if (column == kNoColumn) return missing(name);
    columns_[column].settings = &settings;
    if (settings.label.empty()) continue;
    columns_[column].label = Find(settings.label);
    if (columns_[column].label == kNoColumn) return missing(settings.label);
    columns_[columns_[column].label].left_out = true;
  }
  for (const auto& [name, texts] : table_.when) {
    const size_t column = Find(name);
    if (column == kNoColumn) return missing(name);
    when_.emplace_back(column, &texts);
  }
  for (const std::string& name : table_.used) {
    const size_t column = Find(name);
    if (column == kNoColumn) return missing(name);
    if (const size_t alike = columns_[column].alike; alike != kNoColumn) {
      return WrongLine(
          file, row.line,
          Concat({"the rules of the mapping read one of two columns whose names they do not ", "tell apart, \"",
                  columns_[alike].name, "\" and another spelling of it: ", "rename one of them"}));
    }
    columns_[column].left_out = false;
    columns_[column].used = true;
  }
  // Rows are ordered by it, also where it is another column's label.
  if (!table_.latest.empty()) columns_[Find(table_.latest)].left_out = false;
  for (const size_t other : of_file_) {
    CellConditions& conditions = when_of_file_.emplace_back();
    for (const auto& [name, texts] : mapping_.tables()[other].when) {
      // (A column that is not there is an error of that table.)
      if (const size_t column = Find(name); column != kNoColumn) conditions.emplace_back(column, &texts);
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::import
