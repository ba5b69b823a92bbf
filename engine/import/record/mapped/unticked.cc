#include "engine/import/record/mapped/unticked.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kFilled{
    ImportProblem::Kind::kNote, "nothing is ticked, and a value stands beside it: no row is made",
    "find out which is right; where the value says that it was there, let the rule go by it: \"when\": "
    "\"/epilepsy_age\""};
constexpr RemarkKind kExcludedWithTime{ImportProblem::Kind::kNote,
                                       "row that is excluded by a no of the source, and has an onset or the like",
                                       "find out which is right: it counts as excluded"};

bool IsPointer(const FieldRule& field) { return !field.constant && !field.excluded && !field.comparator; }

bool HasConstantCode(const RowRule& rule) {
  const model::EntityInfo& info = model::Info(rule.entity);
  return info.polar && info.primary >= 0 && std::ranges::any_of(rule.fields, [&](const FieldRule& field) {
           return field.constant && !field.excluded && field.field == static_cast<model::FieldId>(info.primary);
         });
}

// What stands there, if it is a value; "" where nothing or a marker of a missing one does. `*name`: of the member, as
// the source writes it where it has one.
std::string ValueAt(const RecordDraft& draft, const Steps& steps, const JsonPath& at, Element value,
                    std::string* name) {
  std::string found;
  *name = steps.back();
  Follow(steps, 0, at, value, [&](const JsonPath& place, Element here) {
    const std::string pointer = place.Pointer();
    if (found.empty()) *name = pointer.substr(pointer.rfind('/') + 1);
    const std::optional<std::string> text = ScalarText(here);
    if (!found.empty() || !text.has_value() || model::Trim(*text).empty() || draft.rules().IsMissing(*text)) return;
    found = *text;
  });
  return found;
}

// Nothing, or a no.
bool IsNotTicked(std::string_view text) { return text.empty() || PolarityOfPresence(text) == Polarity::kExcluded; }

// A zero may stand for what there is none of.
bool SaysSomething(std::string_view text) {
  return !text.empty() && PolarityOfPresence(text) == Polarity::kUnclear && text.find_first_not_of("0.,") != text.npos;
}

// Whether another rule reads the same place.
bool IsShared(const Steps& steps, const RowRule& rule, const std::vector<const RowRule*>& rules) {
  return std::ranges::any_of(rules, [&](const RowRule* other) {
    return other != &rule && std::ranges::any_of(other->fields, [&](const FieldRule& field) {
             return IsPointer(field) && field.steps == steps;
           });
  });
}

constexpr std::string_view kCommonWords[] = {
    "age",   "at",   "began", "code", "date",  "day",     "diag",  "diagnosed", "diagnosis", "dob",    "dx",
    "end",   "ever", "first", "has",  "have",  "history", "hx",    "id",        "in",        "is",     "last",
    "month", "no",   "of",    "on",   "onset", "present", "since", "start",     "started",   "status", "the",
    "time",  "was",  "when",  "with", "year",  "years",   "yes",   "yn",        "alter",     "datum",  "beginn"};

std::vector<std::string> WordsOf(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (word.size() > 1 && std::ranges::find(kCommonWords, word) == std::end(kCommonWords)) words.push_back(word);
    word.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = model::IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter || (upper && i > 0 && !(name[i - 1] >= 'A' && name[i - 1] <= 'Z'))) end();
    if (letter) word.push_back(model::AsciiLower(c));
  }
  end();
  return words;
}

}  // namespace

bool AreCalledAlike(std::string_view a, std::string_view b) {
  constexpr size_t kSameBeginning = 4;
  const std::vector<std::string> others = WordsOf(b);
  for (const std::string& word : WordsOf(a)) {
    for (const std::string& other : others) {
      const auto differ = std::ranges::mismatch(word, other);
      const auto same = static_cast<size_t>(differ.in1 - word.begin());
      if (word == other || same >= kSameBeginning) return true;
    }
  }
  return false;
}

void NoteFilledBesideNoTick(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule,
                            const std::vector<const RowRule*>& rules) {
  if (rule.when.empty() || !HasConstantCode(rule)) return;
  for (const Condition& condition : rule.when) {
    if (condition.steps.empty()) continue;
    std::string asked, name;
    const std::string tick = ValueAt(draft, condition.steps, at, value, &asked);
    if (!IsNotTicked(tick)) continue;
    for (const FieldRule& field : rule.fields) {
      if (!IsPointer(field) || field.steps.empty() || field.steps == condition.steps) continue;
      const std::string filled = ValueAt(draft, field.steps, at, value, &name);
      if (!SaysSomething(filled) || !AreCalledAlike(condition.steps.back(), field.steps.back()) ||
          IsShared(field.steps, rule, rules)) {
        continue;
      }
      draft.reporter().Report(kFilled, model::Concat({at.Pointer(), "/", asked}), tick,
                              model::Concat({"\"", asked, "\" is ", tick.empty() ? "empty" : Shown(tick, 40),
                                             ", and \"", name, "\" is ", Shown(filled, 40)}));
      return;
    }
  }
}

void NoteTimeOfExcluded(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule) {
  if (!draft.row(row).excluded || !HasConstantCode(rule)) return;
  const FieldRule* polarity = nullptr;
  for (const FieldRule& field : rule.fields) {
    if (field.excluded && !field.constant && !field.steps.empty()) polarity = &field;
  }
  if (polarity == nullptr) return;
  for (const FieldRule& field : rule.fields) {
    if (!IsPointer(field) || field.steps.empty() || model::Info(field.field).kind != model::Kind::kTime) continue;
    if (!AreCalledAlike(polarity->steps.back(), field.steps.back()) || draft.row(row).Find(field.field) == nullptr) {
      continue;
    }
    std::string asked, name;
    ValueAt(draft, polarity->steps, at, value, &asked);
    const std::string filled = ValueAt(draft, field.steps, at, value, &name);
    draft.reporter().Report(
        kExcludedWithTime, model::Concat({at.Pointer(), "/", asked}), filled,
        model::Concat({"\"", asked, "\" says that it was not there, and \"", name, "\" is ", Shown(filled, 40)}));
    return;
  }
}

}  // namespace muster::import
