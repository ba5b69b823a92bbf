#include "engine/import/table/columns/people/second_sexes.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

// Whose rows are about relatives of the individual.
bool IsOfRelatives(const TableHeader& header) {
  constexpr std::string_view kStems[] = {"relation", "relativ", "kinship", "familymember", "verwandt"};
  return std::any_of(header.columns().begin(), header.columns().end(), [&](const HeaderColumn& column) {
    const Letters name(column.name);
    return std::any_of(std::begin(kStems), std::end(kStems),
                       [&](std::string_view stem) { return name.text().find(stem) != std::string_view::npos; });
  });
}

}  // namespace

bool IsNameOfSex(std::string_view name) {
  constexpr std::string_view kNames[] = {"sex",      "gender",     "geschlecht",    "sexo",          "sexe",
                                         "sesso",    "genere",     "kjonn",         "plec",          "geslacht",
                                         "sexcode",  "gendercode", "patientsex",    "patientgender", "sexatbirth",
                                         "birthsex", "sexcd",      "biologicalsex", "participantsex"};
  return IsIn(kNames, Letters(name).text());
}

void SecondSexes::Begin(const Mapping& mapping, size_t table, const TableHeader& header, SexesOfTables& sexes) {
  const std::string& name = mapping.tables()[table].name;
  std::vector<size_t> read;
  bool any_rule = false;
  for (const FieldRule& rule : mapping.individual()) {
    if (rule.field != model::field::kSex || rule.constant || rule.steps.empty()) continue;
    any_rule = true;
    if (rule.steps.size() < 2 || rule.steps.front() != name) continue;
    const size_t column = header.Find(rule.steps.back());
    if (column != kNoColumn) read.push_back(column);
  }
  if (!any_rule) return;
  const bool of_relatives = IsOfRelatives(header);
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (std::find(read.begin(), read.end(), i) != read.end()) {
      columns_.push_back({i, true, 0});
    } else if (!of_relatives && !column.used && !column.left_out && IsNameOfSex(column.name)) {
      columns_.push_back({i, false, sexes.AddColumn(Concat({"/", name, "/", column.name}))});
    }
  }
  // With one table and one column there is nothing to compare.
  if (mapping.tables().size() == 1 && columns_.size() == read.size()) columns_.clear();
  // The column that is read first, so that another one of the row is compared.
  std::stable_sort(columns_.begin(), columns_.end(), [](const Column& a, const Column& b) { return a.read > b.read; });
}

void SecondSexes::Add(const WordRules& words, const TableHeader& header, const CsvRow& row, std::string_view id,
                      SexesOfTables& sexes) const {
  for (const Column& column : columns_) {
    std::string_view cell = row.cells[column.column];
    if (cell.empty()) continue;
    const TableColumn* settings = header.columns()[column.column].settings;
    if (settings != nullptr && !settings->values.empty()) {
      const auto found = settings->values.find(cell);
      if (found == settings->values.end() || !found->second.has_value()) continue;
      cell = *found->second;
    }
    const WordRules::Word word = words.WordOf(model::field::kSex, cell);
    const bool female = word.text == "female";
    if (word.meaning != WordRules::Meaning::kWord || (!female && word.text != "male")) continue;
    if (column.read) {
      sexes.AddRead(id, female);
    } else {
      sexes.AddUnread(column.number, id, female);
    }
  }
}

}  // namespace muster::import
