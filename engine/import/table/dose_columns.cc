#include "engine/import/table/dose_columns.h"

#include <algorithm>
#include <string>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/spellings.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kDoseOfNothing{
    ImportProblem::Kind::kNote, "column of doses that are 0 in rows which count as treatments, and that no rule reads",
    "nothing, if 0 stands for a dose that nobody knows; if nothing was given, leave these rows out in the source",
    RemarkPlace::kFirst};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "0", "0.0", "0 mg"; but not "0,5" and "0-0-1".
bool IsZero(std::string_view cell) {
  if (!model::ConsumePrefix(cell, "0")) return false;
  if (cell.size() > 1 && (cell[0] == '.' || cell[0] == ',') && cell[1] == '0') {
    cell.remove_prefix(std::min(cell.find_first_not_of('0', 1), cell.size()));
  }
  if (std::any_of(cell.begin(), cell.end(), IsDigit)) return false;
  return cell.empty() || cell[0] == ' ' || model::IsAsciiAlpha(cell[0]);
}

}  // namespace

bool IsNameOfDose(std::string_view name) {
  constexpr std::string_view kStems[] = {"dose", "dosis", "dosag", "dosier", "posolog", "dispensedq", "quantitydisp"};
  constexpr std::string_view kNames[] = {"quantity", "qty", "menge", "drugquantity", "rxdispamt"};
  // Doses that were changed or left out, their number and their days are no doses.
  constexpr std::string_view kOthers[] = {"num",    "count",  "anzahl", "miss",   "reduc",   "chang",  "delay", "modif",
                                          "reason", "adjust", "interr", "skip",   "days",    "weeks",  "since", "time",
                                          "date",   "group",  "level",  "unit",   "einheit", "form",   "seq",   "freq",
                                          "regim",  "escal",  "limit",  "cohort", "index",   "overdos"};
  const Letters letters(name);
  if (IsIn(kNames, letters.text())) return true;
  return HasOneOf(letters.text(), kStems) && !HasOneOf(letters.text(), kOthers) && !letters.text().ends_with("no") &&
         !letters.text().ends_with("nr") && !letters.text().ends_with("id");
}

void DoseColumns::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  for (const RowRule* rule : node->rows()) {
    if (rule->entity != model::Entity::kTreatment) continue;
    Rule& made = rules_.emplace_back();
    bool known = true;
    bool has_agent = false;
    const auto column_of = [&](const Steps& steps) {
      const size_t column = steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
      known = known && column != kNoColumn;
      return column;
    };
    for (const FieldRule& field : rule->fields) {
      if (field.excluded) known = false;  // another column says whether it was given
      if (field.excluded || field.comparator) continue;
      if (field.field == model::field::kTreatmentStatus && !field.constant) made.status = column_of(field.steps);
      if (field.field != model::field::kTreatmentAgent) continue;
      has_agent = true;
      if (!field.constant) made.agent = column_of(field.steps);
    }
    for (const Condition& condition : rule->when) made.when.emplace_back(column_of(condition.steps), &condition.values);
    if (!known || !has_agent) rules_.pop_back();
  }
  if (rules_.empty()) return;
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (!column.used && !column.left_out && model::OfAnySpelling(column.name, IsNameOfDose)) columns_.push_back({i});
  }
}

// As far as it can be told from the cells.
bool DoseColumns::Makes(const WordRules& words, const Rule& rule, const CsvRow& row) {
  const auto has = [&](size_t column) { return !row.cells[column].empty() && !words.IsMissing(row.cells[column]); };
  if (rule.agent != kNoColumn && !has(rule.agent)) return false;
  if (rule.status != kNoColumn && IsWordOfNotDone(Letters(row.cells[rule.status]).text())) return false;
  return std::all_of(rule.when.begin(), rule.when.end(), [&](const auto& when) {
    const auto& [column, texts] = when;
    const std::string& cell = row.cells[column];
    if (texts->empty()) return PolarityOfPresence(cell) == Polarity::kObserved;
    return std::find(texts->begin(), texts->end(), cell) != texts->end();
  });
}

void DoseColumns::Add(const WordRules& words, const CsvRow& row) {
  if (columns_.empty()) return;
  if (std::none_of(rules_.begin(), rules_.end(), [&](const Rule& rule) { return Makes(words, rule, row); })) return;
  for (Column& column : columns_) {
    const std::string_view cell = model::Trim(row.cells[column.column]);
    if (cell.empty() || words.IsMissing(cell)) continue;
    ++(IsZero(cell) ? column.zeros : column.others);
    column.answers = column.answers && PolarityOfPresence(cell) != Polarity::kUnclear;
  }
}

void DoseColumns::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  for (const Column& column : columns_) {
    if (column.zeros == 0 || column.others == 0 || column.answers) continue;
    const std::string& name = header.columns()[column.column].name;
    reporter.Report(kDoseOfNothing, Concat({"/", table, "/", name}), name,
                    Concat({std::to_string(column.zeros), column.zeros == 1 ? " row" : " rows", " with a treatment ",
                            column.zeros == 1 ? "has" : "have", " a 0 in \"", Shown(name, 80), "\", and ",
                            std::to_string(column.others), column.others == 1 ? " has" : " have", " something else"}));
  }
}

}  // namespace muster::import
