#include "engine/api/completion/offered_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/model/schema/schema.h"

namespace muster::api {

void AddAll(std::initializer_list<const char*> texts, const char* description, std::string_view word,
            Completer* completer) {
  for (const char* text : texts) completer->AddIfPrefix(text, description, word);
}

void AddStatements(std::string_view word, Completer* completer) {
  AddAll({"count individuals", "list individuals", "funnel individuals where", "impact individuals where",
          "define cohort", "compare", "show catalogue", "show cohorts", "show imports", "show unknown codes",
          "describe", "terms like", "summarise individuals of", "study date", "explain", "explain analyse"},
         "statement", word, completer);
}

void AddWhatIsShown(const std::vector<CursorWord>& words, std::string_view word, const bind::CatalogueView& view,
                    Completer* completer) {
  const bool named = words.back().text == "cohort";
  if (!named)
    AddAll({"catalogue", "cohorts", "datasets", "ontologies", "imports", "unknown codes"}, "", word, completer);
  for (const auto& [key, cohort] : view.cohorts()) {
    completer->AddIfPrefix(absl::StrCat(named ? "" : "cohort ", "\"", cohort.name, "\""), "saved cohort", word);
  }
}

void AddEntities(bool plural, std::string_view word, Completer* completer) {
  for (const model::EntityInfo& info : model::Entities()) {
    completer->AddIfPrefix(std::string(plural ? info.plural : info.name), std::string(info.doc), word);
  }
}

void AddWhatOneHas(const std::vector<CursorWord>& words, std::string_view word, Completer* completer) {
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == model::Entity::kIndividual) continue;
    completer->AddIfPrefix(std::string(info.name), std::string(info.doc), word);
  }
  for (const std::string& relative : bind::RelationNames()) {
    completer->AddIfPrefix(relative, "of the same family", word);
  }
  const std::string& last = words.back().text;
  if (last == "has" || last == "have") {
    return AddAll({"another", "at least", "at most", "exactly", "excluded", "first", "last", "no", "observed"}, "",
                  word, completer);
  }
  // How many, which ones and whether observed stand behind has in this order, once each.
  const bool number = !last.empty() && absl::ascii_isdigit(static_cast<unsigned char>(last[0]));
  if (number) AddAll({"distinct"}, "", word, completer);
  if (number || last == "no" || last == "another" || last == "distinct") {
    AddAll({"excluded", "observed"}, "", word, completer);
  }
  if (number || last == "no" || last == "excluded" || last == "observed") {
    AddAll({"first", "last"}, "", word, completer);
  }
}

bool AddNamesOfSeveralWords(std::string_view before, const std::vector<CursorWord>& words, std::string_view word,
                            size_t* begin, Completer* completer, const Completions& completions) {
  std::string phrase(word);
  std::string written;
  std::vector<std::pair<size_t, std::string>> phrases;  // longest first
  for (size_t i = words.size(); i > 0 && words.size() - i < 3; --i) {
    const CursorWord& last = words[i - 1];
    if (!IsWordByte(before[last.begin])) break;
    phrase.insert(0, last.text + " ");
    written.insert(0, last.text + (written.empty() ? "" : " "));
    // A word that is a name already, with nothing behind it, is not the beginning of another: `has sample `.
    bool whole = word.empty() && bind::FindEntity(written).has_value();
    for (const model::EntityInfo& info : model::Entities()) {
      whole = whole || (word.empty() && bind::FindField(info.entity, written).has_value());
    }
    if (!whole) phrases.emplace_back(last.begin, phrase);
  }
  for (auto it = phrases.rbegin(); it != phrases.rend(); ++it) {
    for (const model::Field& field : model::Fields()) {
      if (field.kind == model::Kind::kText) continue;
      std::vector<std::string> names = absl::StrSplit(std::string(field.aliases), '|', absl::SkipEmpty());
      names.emplace(names.begin(), field.name);
      const auto name = std::find_if(names.begin(), names.end(),
                                     [&](const std::string& n) { return absl::StartsWithIgnoreCase(n, it->second); });
      if (name != names.end()) completer->AddIfPrefix(*name, std::string(field.doc), it->second);
    }
    for (const model::EntityInfo& info : model::Entities()) {
      completer->AddIfPrefix(std::string(info.name), std::string(info.doc), it->second);
    }
    if (completions.items.empty()) continue;
    *begin = it->first;
    return true;
  }
  return false;
}

}  // namespace muster::api
