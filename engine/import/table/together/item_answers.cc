#include "engine/import/table/together/item_answers.h"

#include <algorithm>

#include "engine/import/input/json_value.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kAnswersNo{
    ImportProblem::Kind::kNote,
    "rows of a constant code that count, beside an answer that denies, which only other rules of the mapping read",
    "let the rule read the answer: \"when\": {\"/item\": \"diabetes\", \"/answer\": [\"yes\", \"1\"]}, or "
    "\"excluded\": "
    "\"/answer\" with \"values\" of the column; nothing, if the answer is about something else",
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
  constexpr std::string_view kNever[] = {"never", "nie", "niemals", "jamais", "nunca", "mai", "nooit", "aldrig"};
  const Assertion assertion = AssertionOfWord(AssertionKind::kModifiers, {}, letters.text());
  return assertion == Assertion::kDoubted || assertion == Assertion::kVoid || IsIn(kNever, letters.text());
}

}  // namespace

void ItemAnswers::Begin(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node == nullptr || settings.one) return;
  node = node->Child(size_t{0});
  if (node == nullptr) return;
  const auto column_of = [&](const Steps& steps) { return steps.size() == 1 ? header.Find(steps[0]) : kNoColumn; };
  const auto reads = [&](const RowRule& rule, size_t column) {
    return std::any_of(rule.fields.begin(), rule.fields.end(),
                       [&](const FieldRule& field) { return !field.constant && column_of(field.steps) == column; }) ||
           std::any_of(rule.when.begin(), rule.when.end(),
                       [&](const Condition& condition) { return column_of(condition.steps) == column; });
  };
  for (const RowRule* rule : node->rows()) {
    const FieldRule* code = ConstantCode(*rule);
    if (code == nullptr || rule->when.empty()) continue;
    // Another rule that asks for an item in the same column, and reads its answer.
    for (const RowRule* other : node->rows()) {
      const bool of_items = std::any_of(other->when.begin(), other->when.end(), [&](const Condition& condition) {
        return !condition.values.empty() && column_of(rule->when.front().steps) == column_of(condition.steps);
      });
      if (other == rule || !of_items || rule->when.front().values.empty()) continue;
      for (const FieldRule& field : other->fields) {
        if (field.constant || std::find(std::begin(kValues), std::end(kValues), field.field) == std::end(kValues))
          continue;
        const size_t answer = column_of(field.steps);
        const bool known = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& made) {
          return made.answer == answer && made.code == code->text &&
                 made.when.front().second == &rule->when.front().values;
        });
        if (answer == kNoColumn || known || reads(*rule, answer)) continue;
        Rule made;
        made.code = code->text;
        made.answer = answer;
        for (const Condition& condition : rule->when)
          made.when.emplace_back(column_of(condition.steps), &condition.values);
        const bool all =
            std::none_of(made.when.begin(), made.when.end(), [](const auto& when) { return when.first == kNoColumn; });
        if (all) rules_.push_back(std::move(made));
      }
    }
  }
}

void ItemAnswers::Add(const WordRules& words, const CsvRow& row) {
  for (Rule& rule : rules_) {
    const bool makes = std::all_of(rule.when.begin(), rule.when.end(), [&](const auto& when) {
      const auto& [column, texts] = when;
      const std::string& cell = row.cells[column];
      if (texts->empty()) return !cell.empty() && !words.IsMissing(cell);
      return std::find(texts->begin(), texts->end(), cell) != texts->end();
    });
    const std::string& cell = row.cells[rule.answer];
    if (!makes || cell.empty() || words.IsMissing(cell)) continue;
    ++rule.rows;
    const std::optional<double> number = NumberOf(std::string_view(cell));
    rule.numbers = rule.numbers || (number.has_value() && *number != 0 && *number != 1);
    if (!DeniesItem(cell)) continue;
    ++rule.denied;
    if (rule.first.empty()) rule.first = Shown(cell, 40);
  }
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
