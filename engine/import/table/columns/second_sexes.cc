#include "engine/import/table/columns/second_sexes.h"

#include <algorithm>
#include <functional>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/row_text.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kOtherSex{
    ImportProblem::Kind::kNote, "column of sexes that no rule of the mapping reads, and that differs from the one read",
    "see which of the two is right, or whether the rows are of the people that their ids say: the sex of the column "
    "that the mapping names counts",
    RemarkPlace::kFirst};
// Very many people are not remembered: memory is not without end.
constexpr size_t kMostPeople = size_t{1} << 22;

}  // namespace

bool IsNameOfSex(std::string_view name) {
  constexpr std::string_view kNames[] = {"sex",      "gender",     "geschlecht",    "sexo",          "sexe",
                                         "sesso",    "genere",     "kjonn",         "plec",          "geslacht",
                                         "sexcode",  "gendercode", "patientsex",    "patientgender", "sexatbirth",
                                         "birthsex", "sexcd",      "biologicalsex", "participantsex"};
  return IsIn(kNames, Letters(name).text());
}

void SecondSexes::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  std::vector<size_t> read;
  for (const FieldRule& rule : mapping.individual()) {
    if (rule.field != model::field::kSex) continue;
    if (rule.constant || rule.steps.size() < 2 || rule.steps.front() != mapping.tables()[table].name) continue;
    const size_t column = header.Find(rule.steps.back());
    if (column != kNoColumn) read.push_back(column);
  }
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    const bool is_read = std::find(read.begin(), read.end(), i) != read.end();
    if (is_read || (!column.used && !column.left_out && IsNameOfSex(column.name))) {
      columns_.push_back({i, is_read, 0, 0, {}, {}});
    }
  }
  // With one table and one column there is nothing to compare.
  if (mapping.tables().size() == 1 && columns_.size() == read.size()) columns_.clear();
  // The column that is read first, so that another one of the row is compared.
  std::stable_sort(columns_.begin(), columns_.end(), [](const Column& a, const Column& b) { return a.read > b.read; });
}

void SecondSexes::Add(const WordRules& words, const TableHeader& header, const CsvRow& row, std::string_view id,
                      SexesRead& read) {
  for (Column& column : columns_) {
    std::string_view cell = row.cells[column.column];
    const TableColumn* settings = header.columns()[column.column].settings;
    if (settings != nullptr && !settings->values.empty()) {
      const auto found = settings->values.find(cell);
      if (found == settings->values.end() || !found->second.has_value()) continue;
      cell = *found->second;
    }
    const WordRules::Word word = words.WordOf(model::field::kSex, cell);
    const bool female = word.text == "female";
    if (word.meaning != WordRules::Meaning::kWord || (!female && word.text != "male")) continue;
    const size_t person = std::hash<std::string_view>()(id);
    if (column.read) {
      if (read.size() < kMostPeople) read.emplace(person, female);
      continue;
    }
    ++column.sexes;
    const auto known = read.find(person);
    const bool differs = known != read.end() && known->second != female;
    if (differs && column.differ++ == 0) column.example = id;
    if (differs && column.cell.empty()) column.cell = row.cells[column.column];
  }
}

void SecondSexes::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  for (const Column& column : columns_) {
    if (column.differ == 0) continue;
    const std::string& name = header.columns()[column.column].name;
    const std::string place = Concat({"/", table, "/", name});
    reporter.BeginRecord(0, 0);
    reporter.SetId(column.example);
    reporter.Report(kOtherSex, place, column.cell,
                    Concat({std::to_string(column.differ), " of ", CountedCells(column.sexes),
                            " have another sex than the one that is read, such as \"", Shown(column.cell, 40),
                            "\" of \"", Shown(column.example, 80), "\""}));
    reporter.SetId({});
  }
}

}  // namespace muster::import
