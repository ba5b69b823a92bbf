#include "engine/import/table/dagger_columns.h"

#include "engine/import/mapping/table.h"
#include "engine/model/codes/dagger_code.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// German and American editions have prefixes of their own, and neither has daggers so.
bool IsOfIcd10(const TableColumn& settings) {
  const std::string prefix = model::ToLower(settings.prefix);
  return settings.split.empty() && (prefix == "icd10:" || prefix == "icd-10:");
}

// "E11.9G", "E119 V", "H36.0A". (An A behind four characters may be an asterisk.)
bool HasMark(std::string_view code) {
  code = model::Trim(code);
  if (code.size() < 4 || !model::IsAsciiAlpha(code[0]) || !model::IsAsciiDigit(code[1])) return false;
  const char last = model::AsciiUpper(code.back());
  if (last == 'A') return code.find_first_of(". ") != code.npos;
  return last == 'G' || last == 'V' || last == 'Z';
}

}  // namespace

void DaggerColumns::Begin(const TableHeader& header) {
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (column.settings == nullptr || !IsOfIcd10(*column.settings)) continue;
    columns_.push_back(i);
    names_.push_back(column.name);
  }
}

void DaggerColumns::Add(const CsvRow& row) {
  for (const size_t column : columns_) {
    const std::string& cell = row.cells[column];
    daggers_ = daggers_ || (!cell.empty() && cell.back() == 'D' && model::IsDaggerOrAsterisk(cell));
    marks_ = marks_ || HasMark(cell);
  }
}

}  // namespace muster::import
