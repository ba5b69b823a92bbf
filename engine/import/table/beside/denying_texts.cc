#include "engine/import/table/beside/denying_texts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/beside/columns_of_rules.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/codes/labels/label_words.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kDenying{
    ImportProblem::Kind::kNote,
    "column of texts beside codes, some of which may say that it was not there, is not certain, or is a relative's, "
    "and that no rule of the mapping reads",
    "if it has the names of what the codes are, let it be their \"label\": \"columns\": {\"icd\": {\"label\": "
    "\"diagnosis_text\"}}; rows whose label denies are then not taken; nothing, if the code counts whatever the text "
    "says"};

constexpr size_t kMostExamples = 3;
constexpr size_t kMostKnown = 100'000;

}  // namespace

bool IsNameOfText(std::string_view name) {
  constexpr std::string_view kNames[] = {"diagnosis", "diagnose",    "diagnoses", "diagnostic", "diagnostico",
                                         "diagnosi",  "diagnostik",  "diagnoza",  "dx",         "disease",
                                         "label",     "bezeichnung", "libelle",   "klartext",   "denominacion"};
  constexpr std::string_view kOf[] = {"diag",     "dx",      "icd",    "disease", "condition", "code",    "hpo",
                                      "phenotyp", "feature", "snomed", "term",    "concept",   "finding", "symptom"};
  constexpr std::string_view kEnds[] = {"text",        "txt",      "name",    "label",    "desc",
                                        "description", "descr",    "display", "title",    "bezeichnung",
                                        "libelle",     "klartext", "str",     "freetext", "verbatim"};
  const Letters letters(name);
  if (IsIn(kNames, letters.text())) return true;
  const auto ends = [&](std::string_view end) { return letters.text().ends_with(end); };
  return HasOneOf(letters.text(), kOf) && std::any_of(std::begin(kEnds), std::end(kEnds), ends);
}

void DenyingTexts::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                         const TableHeader& header) {
  if (!mapping.plausibility().labels) return;
  mapping_ = &mapping;
  table_ = mapping.tables()[table].name;
  const std::vector<size_t> codes = ColumnsOf(mapping, table, header, [](const FieldRule& rule) {
    return !rule.excluded && (rule.field == model::field::kDiseaseTerm || rule.field == model::field::kPhenotypeTerm);
  });
  // (Of several codes of a row it is not known which the text is of.)
  if (codes.size() != 1 || header.columns()[codes[0]].label != kNoColumn) return;
  for (const HeaderColumn& column : header.columns()) {
    prefixes_.push_back(column.settings == nullptr ? "" : column.settings->prefix);
    if (&column == &header.columns()[codes[0]] && column.settings != nullptr && !column.settings->split.empty()) return;
  }
  for (const size_t column : UnreadColumns(mapping, table, of_file, header)) {
    if (IsNameOfText(header.columns()[column].name)) texts_.push_back({column, codes[0]});
  }
}

bool DenyingTexts::Denies(const std::string& cell, const std::string& code, size_t column) const {
  const std::string& prefix = prefixes_[column];
  const bool has_prefix = prefix.empty() || code.find(':') != code.npos;
  const std::string whole = model::NormalizeCode(has_prefix ? code : Concat({prefix, code}));
  if (whole.find(':') == whole.npos) return false;  // a name itself, which is judged so
  return model::AssertionOfCodeLabel(whole, cell) != model::LabelAssertion::kNothing;
}

void DenyingTexts::Look(Text& text, const CsvRow& row) const {
  const std::string& cell = row.cells[text.column];
  const std::string& code = row.cells[text.code];
  // (A word alone is a status: those are told of columns as a whole.)
  const bool is_text = cell.find(' ') != cell.npos || cell.ends_with('?');
  if (!is_text || code.empty() || mapping_->words().IsMissing(code)) return;
  ++text.cells;
  const size_t hash = std::hash<std::string>()(Concat({code, "\n", cell}));
  const auto known = text.known.find(hash);
  const bool denies = known == text.known.end() ? Denies(cell, code, text.code) : known->second;
  if (known == text.known.end() && text.known.size() < kMostKnown) text.known.try_emplace(hash, denies);
  if (!denies) return;
  ++text.denying;
  std::string example = Concat({"\"", Shown(cell, 60), "\""});
  if (text.examples.size() == kMostExamples || std::ranges::find(text.examples, example) != text.examples.end()) return;
  text.examples.push_back(std::move(example));
}

void DenyingTexts::Report(const TableHeader& header, Reporter& reporter) const {
  for (const Text& text : texts_) {
    if (text.denying == 0) continue;
    std::string examples;
    for (const std::string& example : text.examples) examples.append(examples.empty() ? "" : ", ").append(example);
    const std::string& name = header.columns()[text.column].name;
    reporter.BeginRecord(0, 0);
    reporter.Report(kDenying, Concat({"/", table_, "/", name}), name,
                    Concat({CountedCells(text.denying), " of \"", Shown(name, 80), "\", such as ", examples,
                            text.denying == 1 ? ", denies" : ", deny", " what \"",
                            Shown(header.columns()[text.code].name, 80), "\" says, and the code counts"}));
  }
}

}  // namespace muster::import
