#include "engine/import/table/dagger_columns.h"

#include "engine/import/mapping/table.h"
#include "engine/model/codes/dagger_code.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// German and American editions have prefixes of their own, and neither has daggers so.
bool IsOfIcd10(const TableColumn& settings) {
  const std::string prefix = model::ToLower(settings.prefix);
  return prefix == "icd10:" || prefix == "icd-10:";
}

// "E11.9G", "E119 V", "H36.0A". (An A behind four characters may be an asterisk.)
bool HasMark(std::string_view code) {
  code = model::Trim(code);
  if (code.size() < 4 || !model::IsAsciiAlpha(code[0]) || !model::IsAsciiDigit(code[1])) return false;
  const char last = model::AsciiUpper(code.back());
  if (last == 'A') return code.find_first_of(". ") != code.npos;
  return last == 'G' || last == 'V' || last == 'Z';
}

// "M059B": a letter behind four characters that is no D and no A.
bool HasOtherLetter(std::string_view code) {
  return code.size() == 5 && model::IsAsciiAlpha(code[0]) && model::IsAsciiDigit(code[1]) &&
         model::IsAsciiDigit(code[2]) && model::IsAsciiDigit(code[3]) && model::IsAsciiAlpha(code[4]);
}

}  // namespace

void DaggerColumns::Begin(const TableHeader& header) {
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (column.settings == nullptr || !IsOfIcd10(*column.settings)) continue;
    columns_.push_back({i, column.settings->split});
    names_.push_back(column.name);
  }
}

void DaggerColumns::AddCode(std::string_view code) {
  code = model::Trim(code);
  if (model::IsDaggerOrAsterisk(code)) {
    if (code.back() == 'D') {
      ++daggers_;
    } else if (!model::IsOfAsterisks(code)) {
      ++others_;
    }
  } else if (HasOtherLetter(code)) {
    ++others_;
  }
  marks_ = marks_ || HasMark(code);
}

void DaggerColumns::Add(const CsvRow& row) {
  for (const Column& column : columns_) {
    std::string_view cell = row.cells[column.number];
    while (!column.split.empty()) {
      const size_t end = cell.find(column.split);
      if (end == cell.npos) break;
      AddCode(cell.substr(0, end));
      cell.remove_prefix(end + column.split.size());
    }
    AddCode(cell);
  }
}

}  // namespace muster::import
