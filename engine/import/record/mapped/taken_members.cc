#include "engine/import/record/mapped/taken_members.h"

#include <algorithm>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/when.h"

namespace muster::import {
namespace {

// Whether a rule reads something from the member `key` of its element.
bool Names(const RowRule& rule, std::string_view key) {
  const auto begins = [&](const Steps& steps) { return !steps.empty() && KeyIs(key, steps[0]); };
  return std::any_of(rule.fields.begin(), rule.fields.end(),
                     [&](const FieldRule& field) { return !field.constant && begins(field.steps); }) ||
         std::any_of(rule.when.begin(), rule.when.end(),
                     [&](const Condition& condition) { return begins(condition.steps); }) ||
         (rule.parent_by_id && begins(rule.parent_id));
}

}  // namespace

bool IsTakenByRule(const RecordDraft& draft, const JsonPath& at, Element element, std::string_view key) {
  if (at.node() == nullptr || at.node()->Child(key) == nullptr) return false;
  bool named = false;
  for (const RowRule* rule : at.node()->rows()) {
    if (!Names(*rule, key)) continue;
    if (Applies(draft, *rule, at, element)) return true;
    named = true;
  }
  return !named;
}

void KeepSkipped(RecordDraft& draft, const JsonPath& at, Element value) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return;
  for (const auto field : object) {
    if (IsEmpty(field.value)) continue;
    bool skipped = false;
    bool used = false;
    for (const RowRule* rule : at.node()->rows()) {
      if (Names(*rule, field.key)) (Applies(draft, *rule, at, value) ? used : skipped) = true;
    }
    if (skipped && !used) draft.KeepAsIs(JsonPath(at, field.key), field.value);
  }
}

}  // namespace muster::import
