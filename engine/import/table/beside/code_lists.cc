#include "engine/import/table/beside/code_lists.h"

#include <algorithm>

#include "engine/import/table/beside/columns_of_rules.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/codes/several_codes.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kCodes{
    ImportProblem::Kind::kNote, "column with several codes in a cell, which no rule of the mapping reads",
    "nothing, if they are not wanted; else let the column be split, and give it a rule: \"columns\": {\"other_dx\": "
    "{\"split\": \";\", \"prefix\": \"ICD10:\"}} and \"diseases\": {\"from\": \"/p/other_dx/*\", \"fields\": "
    "{\"term\": \"\"}}"};

constexpr std::string_view kSeparators = ";|, \t\n\r";

}  // namespace

size_t CountCodes(std::string_view cell, bool icd10, bool* certain) {
  size_t codes = 0;
  for (size_t at = cell.find_first_not_of(kSeparators); at != cell.npos;) {
    const size_t end = std::min(cell.find_first_of(kSeparators, at), cell.size());
    const std::string_view code = cell.substr(at, end - at);
    const bool named = code.find(':') != code.npos && model::HasKnownPrefix(model::NormalizeCode(code));
    if (!named && !(icd10 && model::LooksLikeIcd10(code))) return 0;
    *certain = *certain || named || code.find('.') != code.npos;
    ++codes;
    at = cell.find_first_not_of(kSeparators, end);
  }
  return codes;
}

void CodeLists::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                      const TableHeader& header) {
  mapping_ = &mapping;
  table_ = mapping.tables()[table].name;
  icd10_ = TableRules(mapping, table).HasCodesOfIcd();
  for (const size_t column : UnreadColumns(mapping, table, of_file, header)) lists_.push_back({column});
}

void CodeLists::Look(List& list, const std::string& cell) const {
  if (cell.empty() || mapping_->words().IsMissing(cell)) return;
  const size_t codes = CountCodes(cell, icd10_, &list.certain);
  list.others = codes == 0;
  ++list.cells;
  if (codes < 2) return;
  ++list.several;
  if (list.example.empty()) list.example = Shown(cell, 60);
}

void CodeLists::Report(const TableHeader& header, Reporter& reporter) const {
  for (const List& list : lists_) {
    if (list.others || list.several == 0 || !list.certain) continue;
    const std::string& name = header.columns()[list.column].name;
    reporter.BeginRecord(0, 0);
    reporter.Report(
        kCodes, Concat({"/", table_, "/", name}), name,
        Concat({CountedCells(list.cells), " of \"", Shown(name, 80), "\" are codes, ", std::to_string(list.several),
                " of them several, such as \"", list.example, "\", which no question finds"}));
  }
}

}  // namespace muster::import
