#include "engine/api/completion/complete.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/api/completion/cursor_place.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/identifying.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

constexpr size_t kMaxItems = 40;

// Where the quotation that the cursor stands in begins, or npos.
size_t OpenQuote(std::string_view before) {
  size_t open = std::string_view::npos;
  char mark = 0;
  for (size_t i = 0; i < before.size(); ++i) {
    const char c = before[i];
    if (mark == 0 && (c == '"' || c == '\'')) {
      mark = c;
      open = i;
    } else if (mark != 0 && c == '\\') {
      ++i;
    } else if (c == mark) {
      mark = 0;
      open = std::string_view::npos;
    }
  }
  return open;
}

class Completer {
 public:
  Completer(const bind::CatalogueView& view, Completions* completions) : view_(view), completions_(completions) {}

  void AddTermsByName(std::string_view name) {
    for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
      for (const ontology::TermIndex index : ontology->Search(name, kMaxItems)) {
        const ontology::Term term = ontology->term(index);
        Add(absl::StrCat(term.id, " \"", term.label, "\""), term.label);
      }
    }
  }

  void AddCodes(std::string_view prefix) {
    const std::string wanted = absl::AsciiStrToUpper(std::string(prefix));
    for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
      if (!ontology->OwnsPrefix(wanted)) continue;
      for (ontology::TermIndex i = 0; i < ontology->size(); ++i) {
        if (completions_->items.size() >= kMaxItems) return;
        const std::string_view id = ontology->TermId(i);
        if (!id.starts_with(wanted) || ontology->IsObsolete(i)) continue;
        const std::string label(ontology->Label(i));
        Add(absl::StrCat(std::string(id), " \"", label, "\""), label);
      }
    }
    const auto codes = view_.InUse(bind::CatalogueView::Which::kCodes);
    if (!codes.ok()) return;
    for (const model::Symbol symbol : **codes) {
      const std::string text(view_.dictionary().Text(symbol));
      if (absl::StartsWith(absl::AsciiStrToUpper(text), wanted))
        Add(text, std::string(view_.dictionary().Label(symbol)));
    }
  }

  // The words that records have in a keyword field.
  void AddValues(model::FieldId field, std::string_view prefix) {
    if (model::IsIdentifying(field)) return;
    auto values = view_.FieldValues(field);
    if (!values.ok()) return;
    for (const model::Symbol symbol : **values) {
      const std::string text(view_.dictionary().Text(symbol));
      const bool plain =
          std::all_of(text.begin(), text.end(),
                      [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_'; }) &&
          !text.empty() && absl::ascii_isalpha(static_cast<unsigned char>(text[0]));
      AddIfPrefix(plain ? text : absl::StrCat("\"", text, "\""), "value of " + std::string(model::Info(field).name),
                  prefix);
    }
  }

  void AddIfPrefix(std::string text, std::string description, std::string_view prefix) {
    if (absl::StartsWithIgnoreCase(text, std::string(prefix))) Add(std::move(text), std::move(description));
  }

 private:
  void Add(std::string text, std::string description) {
    if (completions_->items.size() >= kMaxItems || !seen_.insert(text).second) return;
    completions_->items.push_back({std::move(text), std::move(description)});
  }

  const bind::CatalogueView& view_;
  Completions* completions_;
  std::set<std::string> seen_;
};

// The keyword field that the words before the cursor compare: `... vital status is`, `... sex in (female,`.
const model::Field* ComparedField(const std::vector<CursorWord>& words) {
  const std::vector<CursorWord> outside = OutsideList(words);
  size_t end = outside.size();
  const auto skip = [&](std::string_view word) { end -= end > 0 && outside[end - 1].text == word ? 1 : 0; };
  if (end == words.size()) {
    skip("not");
    const size_t before = end;
    skip("is");
    skip("=");
    skip("in");
    if (before == end) return nullptr;
  } else {
    skip("not");
    skip("is");
  }
  for (size_t length = std::min<size_t>(4, end); length > 0; --length) {
    std::string name;
    for (size_t i = end - length; i < end; ++i) absl::StrAppend(&name, name.empty() ? "" : " ", outside[i].text);
    for (const model::EntityInfo& info : model::Entities()) {
      const auto field = bind::FindField(info.entity, name);
      if (field && model::Info(*field).kind == model::Kind::kKeyword) return &model::Info(*field);
    }
  }
  return nullptr;
}

void AddAll(std::initializer_list<const char*> texts, const char* description, std::string_view word,
            Completer* completer) {
  for (const char* text : texts) completer->AddIfPrefix(text, description, word);
}

void AddStatements(std::string_view word, Completer* completer) {
  AddAll({"count individuals", "list individuals", "funnel individuals where", "impact individuals where",
          "define cohort", "compare", "show catalogue", "show cohorts", "show imports", "show unknown codes",
          "describe", "terms like", "explain", "explain analyse"},
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

// What may stand behind `has`: never a term, which needs its entity first.
void AddWhatOneHas(std::string_view word, Completer* completer) {
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == model::Entity::kIndividual) continue;
    completer->AddIfPrefix(std::string(info.name), std::string(info.doc), word);
  }
  for (const std::string& relative : bind::RelationNames()) {
    completer->AddIfPrefix(relative, "of the same family", word);
  }
  AddAll({"at least", "at most", "exactly", "excluded", "first", "last", "no", "observed"}, "", word, completer);
}

// Names of several words of which the first are written already: `age at la`. Where a field has several names that go
// on so, its first is offered. Moves `begin` to where the name begins.
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

}  // namespace

Completions Complete(std::string_view text, size_t cursor, const bind::CatalogueView& view) {
  Completions completions;
  const std::string_view before = text.substr(0, std::min(cursor, text.size()));
  Completer completer(view, &completions);
  if (const size_t quote = OpenQuote(before); quote != std::string_view::npos) {
    completions.begin = quote;
    completer.AddTermsByName(before.substr(quote + 1));
    return completions;
  }
  size_t begin = before.size();
  while (begin > 0 && IsWordByte(before[begin - 1])) --begin;
  completions.begin = begin;
  const std::string_view word = before.substr(begin);
  if (word.find(':') != std::string_view::npos) {
    completer.AddCodes(word);
    return completions;
  }
  const std::vector<CursorWord> words = WordsBefore(before.substr(0, begin));
  const Place place = PlaceBehind(words);
  // A word may also begin a term's name, where a term can stand.
  const bool term = word.size() >= 3;
  switch (place) {
    case Place::kStatement:
      AddStatements(word, &completer);
      return completions;
    case Place::kShown:
      AddWhatIsShown(words, word, view, &completer);
      return completions;
    case Place::kDescribed:
      AddEntities(false, word, &completer);
      return completions;
    case Place::kCounted:
      AddEntities(true, word, &completer);
      AddAll({"distinct", "excluded", "observed"}, "", word, &completer);
      return completions;
    case Place::kHas:
      AddWhatOneHas(word, &completer);
      return completions;
    case Place::kValue:
      if (const model::Field* field = ComparedField(words)) {
        completer.AddValues(field->id, word);
      } else if (term) {
        completer.AddTermsByName(word);
      }
      AddAll({"exactly", "missing", "not", "recorded"}, "", word, &completer);
      return completions;
    case Place::kTerm:
    case Place::kAnything:
      break;
  }
  if (AddNamesOfSeveralWords(before, words, word, &completions.begin, &completer, completions)) return completions;
  if (place == Place::kTerm) {
    AddAll({"and", "as", "by", "exactly", "having", "in", "limit", "on", "or", "with"}, "", word, &completer);
    if (term) completer.AddTermsByName(word);
    return completions;
  }
  if (const model::Field* field = ComparedField(words)) completer.AddValues(field->id, word);
  const std::string& last = words.back().text;
  AddEntities(false, word, &completer);
  for (const auto& [key, cohort] : view.cohorts()) {
    if (last == "in" || last == "cohort" || last == "compare") completer.AddIfPrefix(cohort.name, "saved cohort", word);
  }
  for (const model::Field& field : model::Fields()) {
    if (field.kind != model::Kind::kText) completer.AddIfPrefix(std::string(field.name), std::string(field.doc), word);
  }
  for (const std::string& keyword : grammar::Keywords()) completer.AddIfPrefix(keyword, "", word);
  return completions;
}

}  // namespace muster::api
