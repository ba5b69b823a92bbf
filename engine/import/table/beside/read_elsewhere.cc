#include "engine/import/table/beside/read_elsewhere.h"

#include <algorithm>
#include <optional>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/import/table/columns/column_names.h"
#include "engine/import/table/columns/unread_kinds.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

namespace field = model::field;
using model::Entity;

constexpr RemarkKind kDenied{
    ImportProblem::Kind::kNote,
    "rows of a constant code that count, beside a word for who does not have it, which only other rules of the mapping "
    "read",
    "let the rule read it as well: \"when\": {\"/affected\": [\"affected\"]}; nothing, if the word is about something "
    "else",
    RemarkPlace::kFirst};
constexpr RemarkKind kOfRelatives{
    ImportProblem::Kind::kNote,
    "rows that count as the person's, beside a word for a relative, which only other rules of the mapping read",
    "let the rule read it as well: \"when\": {\"/relation\": [\"self\"]}; nothing, if the word is about something else",
    RemarkPlace::kFirst};
constexpr RemarkKind kMaterials{
    ImportProblem::Kind::kNote,
    "values of several materials that a rule takes for one assay, where only other rules of the mapping read the "
    "material",
    "nothing, if the assay is of all of them; else let \"when\" read it, with a rule and an assay for each: \"when\": "
    "{\"/specimen\": [\"Serum\"]}",
    RemarkPlace::kFirst};
constexpr RemarkKind kWithdrawn{
    ImportProblem::Kind::kNote,
    "consents that count, beside a column that may tell that people withdrew, which only other rules of the mapping "
    "read",
    "nothing, if it tells of something else; else make a consent of it with \"status\": {\"const\": \"withdrawn\"} and "
    "the date: until then all consents of the table count as they were given",
    RemarkPlace::kFirst};

bool HasConstant(const RowRule& rule, model::FieldId id) {
  return std::any_of(rule.fields.begin(), rule.fields.end(),
                     [&](const FieldRule& one) { return one.constant && !one.excluded && one.field == id; });
}

bool IsOfControls(std::string_view cell) {
  constexpr std::string_view kWords[] = {"control",
                                         "controls",
                                         "healthycontrol",
                                         "healthycontrols",
                                         "healthy",
                                         "hc",
                                         "ctrl",
                                         "ctl",
                                         "kontrolle",
                                         "kontrollen",
                                         "kontrollgruppe",
                                         "gesundekontrolle",
                                         "populationcontrol",
                                         "temoin",
                                         "tmoin",
                                         "controle",
                                         "noncase",
                                         "normalcontrol",
                                         "unaffected"};
  return IsIn(kWords, Letters(cell).text());
}

bool IsNotAffected(std::string_view cell) {
  constexpr std::string_view kWords[] = {"unaffected", "notaffected", "healthy", "control", "nichtbetroffen"};
  return IsIn(kWords, Letters(cell).text()) || PolarityOfPresence(cell) == Polarity::kExcluded;
}

bool IsOfRelative(std::string_view cell) {
  constexpr std::string_view kWords[] = {
      "mother", "father", "sister", "brother",     "sibling",     "son",       "daughter", "child",
      "parent", "aunt",   "uncle",  "grandmother", "grandfather", "cousin",    "mutter",   "vater",
      "bruder", "tante",  "onkel",  "mere",        "mre",         "pere",      "pre",      "madre",
      "padre",  "soeur",  "frere",  "hermana",     "hermano",     "schwester", "sohn",     "tochter"};
  return IsIn(kWords, Letters(cell).text());
}

}  // namespace

void ReadElsewhere::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  const auto column_of = [&](const Steps& steps) { return steps.size() == 1 ? header.Find(steps[0]) : kNoColumn; };
  const auto reads = [&](const RowRule& rule, size_t column) {
    return std::any_of(rule.fields.begin(), rule.fields.end(),
                       [&](const FieldRule& one) { return !one.constant && column_of(one.steps) == column; }) ||
           std::any_of(rule.when.begin(), rule.when.end(),
                       [&](const Condition& one) { return column_of(one.steps) == column; });
  };
  // `field`, of another rule, is read from the column.
  const auto watch = [&](size_t column, model::FieldId field) {
    if (column == kNoColumn) return;
    for (const RowRule* rule : node->rows()) {
      const model::EntityInfo& info = model::Info(rule->entity);
      const bool coded = info.polar && info.primary >= 0;
      const bool constant =
          coded && rule->when.empty() && HasConstant(*rule, static_cast<model::FieldId>(info.primary));
      const bool denied =
          std::any_of(rule->fields.begin(), rule->fields.end(), [](const FieldRule& one) { return one.excluded; });
      std::optional<Tells> tells;
      if (field == field::kPedigreeAffected && constant && !denied) tells = Tells::kNotAffected;
      if (field == field::kCohort && constant && !denied && rule->entity == Entity::kDisease) tells = Tells::kControl;
      if (field == field::kPedigreeRole && coded && !settings.one) tells = Tells::kRelative;
      const bool of_sample = field == field::kSampleTissue || field == field::kSampleType;
      if (of_sample && HasConstant(*rule, field::kMeasurementAssay)) tells = Tells::kMaterial;
      if (field == field::kLastContact && rule->entity == Entity::kConsent &&
          IsNameOfWithdrawal(header.columns()[column].name)) {
        tells = Tells::kWithdrawal;
      }
      if (!tells.has_value() || reads(*rule, column)) continue;
      const bool known = std::any_of(columns_.begin(), columns_.end(), [&](const Column& one) {
        return one.column == column && one.tells == *tells && one.rule->entity == rule->entity;
      });
      if (known) continue;
      Column& one = columns_.emplace_back();
      one.column = column;
      one.tells = *tells;
      one.rule = rule;
    }
  };
  for (const RowRule* rule : node->rows()) {
    for (const FieldRule& one : rule->fields) {
      if (!one.constant && !one.excluded) watch(column_of(one.steps), one.field);
    }
  }
  for (const FieldRule& one : mapping.individual_of(table)) {
    if (!one.constant) watch(column_of(one.steps), one.field);
  }
}

// Of a word that was not seen yet. Of a relative: whether it is a word for one.
bool ReadElsewhere::Tell(Column& one, const WordRules& words, const std::string& cell) {
  switch (one.tells) {
    case Tells::kNotAffected:
      return IsNotAffected(cell) && !words.IsMissing(cell);
    case Tells::kControl:
      return IsOfControls(cell);
    case Tells::kRelative:
      return IsOfRelative(cell);
    case Tells::kMaterial: {
      const std::string material = MaterialInWord(cell);
      if (material.empty()) return false;
      if (one.material.empty()) one.material = material;
      return material != one.material;
    }
    case Tells::kWithdrawal:
      return !words.IsMissing(cell);
  }
  return false;
}

void ReadElsewhere::Look(const WordRules& words, const CsvRow& row, std::string_view id) {
  constexpr size_t kMostIds = 5000;
  constexpr size_t kMostWords = 100;
  constexpr size_t kLongestWord = 60;
  for (Column& one : columns_) {
    const std::string& cell = row.cells[one.column];
    if (cell.empty() || cell.size() > kLongestWord) continue;
    ++one.rows;
    bool told = false;
    if (const auto seen = one.words.find(std::string_view(cell)); seen != one.words.end()) {
      told = seen->second;
    } else {
      told = Tell(one, words, cell);
      if (one.words.size() < kMostWords) one.words.emplace(cell, told);
    }
    if (one.tells == Tells::kRelative) {
      // A row for each member of a family has the ids of several.
      const auto known = one.by_id.find(id);
      if (known == one.by_id.end() && one.by_id.size() < kMostIds) one.by_id.emplace(id, cell);
      told = told && known != one.by_id.end() && known->second != cell;
    }
    if (!told) continue;
    ++one.told;
    if (one.first.empty()) one.first = Shown(cell, 40);
  }
}

void ReadElsewhere::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  for (const Column& one : columns_) {
    if (one.told == 0) continue;
    const std::string& name = header.columns()[one.column].name;
    const RemarkKind& kind = one.tells == Tells::kRelative     ? kOfRelatives
                             : one.tells == Tells::kMaterial   ? kMaterials
                             : one.tells == Tells::kWithdrawal ? kWithdrawn
                                                               : kDenied;
    reporter.Report(kind, model::Concat({"/", table, "/", name}), one.first,
                    model::Concat({std::to_string(one.told), " of ", std::to_string(one.rows), " rows have a \"",
                                   Shown(name, 40), "\" such as \"", one.first, "\", and the rule for ",
                                   model::Info(one.rule->entity).plural, " does not read it"}));
  }
}

}  // namespace muster::import
