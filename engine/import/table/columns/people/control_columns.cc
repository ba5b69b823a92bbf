#include "engine/import/table/columns/people/control_columns.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/columns/column_names.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kControls{
    ImportProblem::Kind::kNote,
    "column with words for controls or healthy people, whose rows have codes of diseases, and that no rule reads",
    "nothing, if the diseases are theirs; if it is the one that the study is about, leave controls out, as \"when\": "
    "{\"/group\": [\"case\"]} in the rule: until then they have it",
    RemarkPlace::kFirst};

constexpr size_t kMostWords = 8;
constexpr size_t kLongestWord = 32;

constexpr std::string_view kHealthy[] = {
    "healthycontrol",    "healthycontrols", "healthyvolunteer", "hc", "nc", "cn", "normalcontrol", "noncase",
    "unaffectedcontrol", "controlsano",     "gesundekontrolle"};
// Of a graft they say who gave it.
constexpr std::string_view kHealthyPeople[] = {"healthydonor",    "healthydonors",      "healthysubject",
                                               "healthysubjects", "healthyindividual",  "healthyindividuals",
                                               "healthyperson",   "healthyparticipant", "normaldonor",
                                               "gesunderspender", "gesundespender"};
constexpr std::string_view kOfControls[] = {"control", "controls", "ctrl", "ctl", "kontrolle", "testigo"};
constexpr std::string_view kOfCases[] = {"case", "cases", "patient", "patients", "affected",
                                         "cas",  "caso",  "fall",    "proband",  "diseased"};

bool IsNameOfDonor(std::string_view name) {
  constexpr std::string_view kStems[] = {"donor", "graft", "transpl", "spender", "donneur", "donante", "allo"};
  return HasOneOf(name, kStems);
}

// What people are in a study. A diet may be healthy, too, and so may teeth.
bool IsNameOfGroup(std::string_view name) {
  constexpr std::string_view kStems[] = {"group", "cohort",  "arm",         "status", "class",   "diagn", "disease",
                                         "pheno", "subject", "participant", "type",   "control", "gruppe"};
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return name.find(stem) != std::string_view::npos; });
}

}  // namespace

std::string WordOfControls(std::string_view name, const std::vector<std::string>& words) {
  const Letters letters(name);
  bool cases = letters.text().find("case") != std::string_view::npos;
  std::string control;
  for (const std::string& word : words) {
    const Letters plain(word);
    // CN and NC are places as well, and HC may be anything.
    const bool by_name = plain.text() == "healthy" || plain.text().size() == 2;
    const bool healthy = plain.text() == "healthy" || IsIn(kHealthy, plain.text());
    if (healthy && (!by_name || (IsNameOfGroup(letters.text()) && !IsNameOfPlace(name)))) return word;
    if (IsIn(kHealthyPeople, plain.text()) && IsNameOfGroup(letters.text()) && !IsNameOfDonor(letters.text())) {
      return word;
    }
    if (control.empty() && plain.text() == "healthy") control = word;
    if (control.empty() && IsIn(kOfControls, plain.text())) control = word;
    cases = cases || IsIn(kOfCases, plain.text());
  }
  return cases ? control : "";
}

void ControlColumns::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  for (const RowRule* rule : node->rows()) {
    if (rule->entity != model::Entity::kDisease) continue;
    for (const FieldRule& field : rule->fields) {
      if (field.field != model::field::kDiseaseTerm || field.constant || field.excluded || field.steps.size() != 1)
        continue;
      const size_t column = header.Find(field.steps[0]);
      if (column != kNoColumn) codes_.push_back(column);
    }
  }
  if (codes_.empty()) return;
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (!column.used && !column.left_out) columns_.push_back({i, {}, {}});
  }
}

void ControlColumns::Add(const WordRules& words, const CsvRow& row) {
  if (columns_.empty()) return;
  const bool has_code = std::any_of(codes_.begin(), codes_.end(), [&](size_t code) {
    return !row.cells[code].empty() && !words.IsMissing(row.cells[code]);
  });
  if (!has_code) return;
  for (Column& column : columns_) {
    const std::string& cell = row.cells[column.column];
    if (cell.empty() || column.words.size() > kMostWords) continue;
    const auto known = std::find(column.words.begin(), column.words.end(), cell);
    if (known != column.words.end()) {
      ++column.times[static_cast<size_t>(known - column.words.begin())];
    } else if (cell.size() > kLongestWord) {
      column.words.resize(kMostWords + 1);  // no column of classes
    } else {
      column.words.push_back(cell);
      column.times.push_back(1);
    }
  }
}

void ControlColumns::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  for (const Column& column : columns_) {
    if (column.words.empty() || column.words.size() > kMostWords) continue;
    const std::string& name = header.columns()[column.column].name;
    const std::string word = WordOfControls(name, column.words);
    if (word.empty()) continue;
    const auto at = std::find(column.words.begin(), column.words.end(), word) - column.words.begin();
    const uint64_t times = column.times[static_cast<size_t>(at)];
    reporter.Report(kControls, Concat({"/", table, "/", name}), word,
                    Concat({std::to_string(times), times == 1 ? " row" : " rows", " with a code of a disease ",
                            times == 1 ? "has \"" : "have \"", Shown(word, 40), "\" in \"", Shown(name, 80), "\""}));
  }
}

}  // namespace muster::import
