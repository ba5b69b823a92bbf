#include "engine/import/table/together/item_answers.h"

#include <algorithm>

#include "engine/import/input/json_value.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/text/never_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kAnswersNo{
    ImportProblem::Kind::kNote,
    "rows of a constant code that count, beside an answer that denies, which only other rules of the mapping read",
    "let the rule read the answer: \"when\": {\"/item\": \"diabetes\", \"/answer\": [\"yes\", \"1\"]}, or "
    "\"excluded\": \"/answer\" with \"values\" of the column; nothing, if the answer is about something else",
    RemarkPlace::kFirst};

constexpr model::FieldId kValues[] = {model::field::kMeasurementValue, model::field::kMeasurementCode,
                                      model::field::kExposureValue};

const FieldRule* ConstantCode(const RowRule& rule) {
  const model::EntityInfo& info = model::Info(rule.entity);
  if (!info.polar || info.primary < 0) return nullptr;
  const FieldRule* code = nullptr;
  for (const FieldRule& field : rule.fields) {
    if (field.excluded) return nullptr;
    if (field.constant && field.field == static_cast<model::FieldId>(info.primary)) code = &field;
  }
  return code;
}

// "no", "never", "declined", "father"; but for a dash, which may be anything.
bool DeniesItem(std::string_view cell) {
  const Letters letters(cell);
  if (letters.text().empty()) return false;
  if (PolarityOfPresence(cell) == Polarity::kExcluded || IsWordOfNotDone(letters.text())) return true;
  const Assertion assertion = AssertionOfWord(AssertionKind::kModifiers, {}, letters.text());
  return assertion == Assertion::kDoubted || assertion == Assertion::kVoid || model::IsWordOfNever(letters.text()) ||
         letters.text() == "mai";  // Italian: no answer is a month
}

size_t ColumnOf(const Steps& steps, const TableHeader& header) {
  return steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
}

bool Reads(const RowRule& rule, size_t column, const TableHeader& header) {
  const auto reads_field = [&](const FieldRule& field) {
    return !field.constant && ColumnOf(field.steps, header) == column;
  };
  const auto asks = [&](const Condition& condition) { return ColumnOf(condition.steps, header) == column; };
  return std::any_of(rule.fields.begin(), rule.fields.end(), reads_field) ||
         std::any_of(rule.when.begin(), rule.when.end(), asks);
}

// The columns of answers, by each column whose items rules ask for to read them.
std::map<size_t, std::vector<size_t>> AnswersByItems(const std::vector<const RowRule*>& rules,
                                                     const TableHeader& header) {
  std::map<size_t, std::vector<size_t>> answers;
  for (const RowRule* rule : rules) {
    for (const FieldRule& field : rule->fields) {
      const bool value = std::find(std::begin(kValues), std::end(kValues), field.field) != std::end(kValues);
      const size_t answer = field.constant || !value ? kNoColumn : ColumnOf(field.steps, header);
      if (answer == kNoColumn) continue;
      for (const Condition& condition : rule->when) {
        if (condition.values.empty()) continue;
        std::vector<size_t>& known = answers[ColumnOf(condition.steps, header)];
        if (std::find(known.begin(), known.end(), answer) == known.end()) known.push_back(answer);
      }
    }
  }
  return answers;
}

}  // namespace

void ItemAnswers::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node == nullptr || settings.one) return;
  node = node->Child(size_t{0});
  if (node == nullptr) return;
  const std::map<size_t, std::vector<size_t>> answers = AnswersByItems(node->rows(), header);
  for (const RowRule* rule : node->rows()) {
    const FieldRule* code = ConstantCode(*rule);
    if (code == nullptr || rule->when.empty() || rule->when.front().values.empty()) continue;
    Rule made;
    made.code = code->text;
    for (const Condition& condition : rule->when) {
      made.when.emplace_back(ColumnOf(condition.steps, header), &condition.values);
    }
    const auto is_missing = [](const auto& when) { return when.first == kNoColumn; };
    if (std::any_of(made.when.begin(), made.when.end(), is_missing)) continue;
    const auto read_elsewhere = answers.find(made.when.front().first);
    if (read_elsewhere == answers.end()) continue;
    for (const size_t answer : read_elsewhere->second) {
      if (Reads(*rule, answer, header)) continue;
      made.answer = answer;
      auto& by_text = by_item_[made.when.front().first];
      for (const std::string& item : *made.when.front().second) {
        std::vector<size_t>& of_item = by_text[item];
        if (of_item.empty() || of_item.back() != rules_.size()) of_item.push_back(rules_.size());
      }
      rules_.push_back(made);
    }
  }
}

void ItemAnswers::Add(const WordRules& words, const CsvRow& row) {
  for (const auto& [column, by_text] : by_item_) {
    const auto rules = by_text.find(std::string_view(row.cells[column]));
    if (rules == by_text.end()) continue;
    for (const size_t rule : rules->second) Count(words, row, rules_[rule]);
  }
}

void ItemAnswers::Count(const WordRules& words, const CsvRow& row, Rule& rule) {
  const bool makes = std::all_of(rule.when.begin() + 1, rule.when.end(), [&](const auto& when) {
    const auto& [column, texts] = when;
    const std::string& cell = row.cells[column];
    if (texts->empty()) return !cell.empty() && !words.IsMissing(cell);
    return std::find(texts->begin(), texts->end(), cell) != texts->end();
  });
  const std::string& cell = row.cells[rule.answer];
  if (!makes || cell.empty() || words.IsMissing(cell)) return;
  ++rule.rows;
  const std::optional<double> number = NumberOf(std::string_view(cell));
  rule.numbers = rule.numbers || (number.has_value() && *number != 0 && *number != 1);
  if (!DeniesItem(cell)) return;
  ++rule.denied;
  if (rule.first.empty()) rule.first = Shown(cell, 40);
}

void ItemAnswers::Report(std::string_view table, const TableHeader& header, Reporter& reporter) const {
  reporter.BeginRecord(0, 0);
  for (const Rule& rule : rules_) {
    if (rule.denied == 0 || rule.numbers) continue;
    const std::string& name = header.columns()[rule.answer].name;
    reporter.Report(
        kAnswersNo, model::Concat({"/", table, "/", name}), rule.first,
        model::Concat({std::to_string(rule.denied), " of ", std::to_string(rule.rows), " rows of ", rule.code,
                       rule.denied == 1 ? " has" : " have", " a word such as \"", rule.first, "\" in \"",
                       Shown(name, 40), "\", and ", rule.denied == 1 ? "counts" : "count", " as what the code says"}));
  }
}

}  // namespace muster::import
