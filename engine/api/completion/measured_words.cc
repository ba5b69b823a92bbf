#include "engine/api/completion/measured_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/api/completion/offered_words.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

using model::Entity;
using model::Kind;

std::string_view WordFromEnd(const std::vector<CursorWord>& words, size_t i) {
  return i < words.size() ? std::string_view(words[words.size() - 1 - i].text) : std::string_view();
}

// "last contact" for age at last contact.
std::string NameAsDate(const model::Field& field) {
  if (!field.name.starts_with("age at")) return std::string(field.name);
  const std::vector<std::string> aliases = absl::StrSplit(std::string(field.aliases), '|', absl::SkipEmpty());
  const auto found =
      std::find_if(aliases.begin(), aliases.end(), [](const std::string& alias) { return !alias.starts_with("age"); });
  return found == aliases.end() ? std::string(field.name) : *found;
}

// The fields of what is counted and of what is above it, then those of other records on its line with their names.
template <typename F>
void AddFieldsOfLine(Entity counted, std::string_view word, Completer* completer, const F& name_of) {
  const auto add = [&](const model::EntityInfo& info, bool own) {
    for (const model::FieldId id : model::FieldsOf(info.entity)) {
      const std::string name = name_of(model::Info(id), info.entity);
      if (name.empty()) continue;
      const bool alone = own || name == "diagnosis" || name.find(" of ") != std::string::npos;
      completer->AddIfPrefix(alone ? name : absl::StrCat(std::string(info.name), " ", name),
                             std::string(model::Info(id).doc), word);
    }
  };
  for (Entity entity = counted;; entity = model::Info(entity).parent) {
    add(model::Info(entity), /*own=*/true);
    if (entity == Entity::kIndividual) break;
  }
  for (const model::EntityInfo& info : model::Entities()) {
    if (!model::IsAncestorOrSelf(info.entity, counted) && bind::OnOneLine(counted, info.entity)) {
      add(info, /*own=*/false);
    }
  }
}

void AddTimes(Entity counted, std::string_view word, Completer* completer) {
  AddFieldsOfLine(counted, word, completer, [](const model::Field& field, Entity) {
    return field.kind == Kind::kTime ? NameAsDate(field) : std::string();
  });
}

void AddNumbersAndTimes(Entity counted, std::string_view word, Completer* completer) {
  AddFieldsOfLine(counted, word, completer, [&](const model::Field& field, Entity entity) {
    if (field.kind != Kind::kTime && field.kind != Kind::kNumber) return std::string();
    // A value is one of an assay, which is named behind it.
    const bool of_terms = field.name == "value" && entity != counted;
    return of_terms ? absl::StrCat("value of ", std::string(model::Info(entity).name)) : std::string(field.name);
  });
}

// Behind `times`: what the number is multiplied with.
void AddMultiplied(const StatementContext& context, std::string_view word, Completer* completer) {
  for (const auto& [name, entity] : context.names) {
    for (const model::FieldId field : model::FieldsOf(entity)) {
      if (model::Info(field).kind == Kind::kNumber) {
        completer->AddIfPrefix(absl::StrCat(name, ".", std::string(model::Info(field).name)),
                               std::string(model::Info(field).doc), word);
        break;  // its value: others follow behind the point
      }
    }
  }
  if (context.asked.value_or(context.space) == Entity::kMeasurement) {
    AddAll({"reference high", "reference low"}, "an end of the reference range", word, completer);
  }
}

}  // namespace

bool AddMeasuredWords(const std::vector<CursorWord>& words, const StatementContext& context, std::string_view word,
                      Completer* completer) {
  const std::string_view last = WordFromEnd(words, 0), before = WordFromEnd(words, 1);
  if (words.size() == 1 && last == "study") {
    AddAll({"date"}, "the date that a protocol counts from", word, completer);
    return true;
  }
  if (last == "with" && words[0].text == "count" && words.size() <= 4 && EntityAt(words, 1) &&
      EntityAt(words, 1)->second + 2 == words.size()) {
    AddAll({"certainty", "not recorded"}, "", word, completer);
    return true;
  }
  if (context.in_by && last == "of" && before == "number") {
    for (const model::EntityInfo& info : model::Entities()) {
      if (!model::IsAncestorOrSelf(info.entity, context.counted)) {
        completer->AddIfPrefix(std::string(info.plural), std::string(info.doc), word);
      }
    }
    return true;
  }
  if (context.in_by && (last == "excluded" || last == "observed")) {
    for (const model::EntityInfo& info : model::Entities()) {
      if (info.polar) completer->AddIfPrefix(std::string(info.name), std::string(info.doc), word);
    }
    return true;
  }
  if (last == "of" && (before == "year" || before == "month") && context.in_by) {
    AddTimes(context.counted, word, completer);
    return true;
  }
  if (last == "of" && words[0].text.starts_with("summari") && words.size() <= 4) {
    AddNumbersAndTimes(context.counted, word, completer);
    return true;
  }
  if (last == "times" && !before.empty() && before[0] >= '0' && before[0] <= '9') {
    AddMultiplied(context, word, completer);
    return true;
  }
  return false;
}

bool EndsInTimeCountedBy(const std::vector<CursorWord>& words, const StatementContext& context) {
  if (!context.in_by) return false;
  std::string name;
  for (size_t length = 1; length <= 4 && length <= words.size(); ++length) {
    const std::string& word = words[words.size() - length].text;
    if (word == "by" || word == ",") break;
    name = name.empty() ? word : absl::StrCat(word, " ", name);
    for (const model::Field& field : model::Fields()) {
      if (field.kind == Kind::kTime && bind::FindField(field.entity, name) == field.id) return true;
    }
  }
  return false;
}

bool BeforeNumberOrDate(const std::vector<CursorWord>& words) {
  const std::string_view last = WordFromEnd(words, 0);
  if (last == "at") return WordFromEnd(words, 1) == "bands";
  return words.size() == 2 && words[0].text == "study" && last == "date";
}

}  // namespace muster::api
