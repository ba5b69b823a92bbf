#include "engine/api/complete.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/scope.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

constexpr size_t kMaxItems = 40;

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ':' || c == '-' || c == '.' ||
         (c & 0x80) != 0;
}

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

std::vector<std::string> WordsBefore(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (IsWordByte(c)) {
      word += absl::ascii_tolower(static_cast<unsigned char>(c));
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, ""));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
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
    for (model::Symbol symbol = 0; symbol < view_.dictionary().size(); ++symbol) {
      const std::string text(view_.dictionary().Text(symbol));
      if (absl::StartsWith(absl::AsciiStrToUpper(text), wanted))
        Add(text, std::string(view_.dictionary().Label(symbol)));
    }
  }

  // The words that records have in a keyword field.
  void AddValues(model::FieldId field, std::string_view prefix) {
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

// The keyword field that the words before the cursor compare: `... vital status is`.
const model::Field* ComparedField(const std::vector<std::string>& words) {
  size_t end = words.size();
  if (end > 0 && words[end - 1] == "not") --end;
  if (end == 0 || (words[end - 1] != "is" && words[end - 1] != "in")) return nullptr;
  --end;
  for (size_t length = std::min<size_t>(4, end); length > 0; --length) {
    std::string name;
    for (size_t i = end - length; i < end; ++i) absl::StrAppend(&name, name.empty() ? "" : " ", words[i]);
    for (const model::EntityInfo& info : model::Entities()) {
      const auto field = bind::FindField(info.entity, name);
      if (field && model::Info(*field).kind == model::Kind::kKeyword) return &model::Info(*field);
    }
  }
  return nullptr;
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
  const std::vector<std::string> words = WordsBefore(before.substr(0, begin));
  if (const model::Field* field = ComparedField(words)) completer.AddValues(field->id, word);
  const std::string last = words.empty() ? "" : words.back();
  const bool statement = words.empty() || last == "analyse" || last == "explain";
  if (statement) {
    for (const char* start : {"count individuals", "list individuals", "funnel individuals where",
                              "impact individuals where", "define cohort", "compare", "show catalogue", "show cohorts",
                              "describe", "terms like", "explain", "explain analyse"}) {
      completer.AddIfPrefix(start, "statement", word);
    }
    return completions;
  }
  for (const model::EntityInfo& info : model::Entities()) {
    const bool plural = last == "count" || last == "list";
    completer.AddIfPrefix(std::string(plural ? info.plural : info.name), std::string(info.doc), word);
  }
  for (const std::string& relative : bind::RelationNames()) completer.AddIfPrefix(relative, "of the same family", word);
  for (const auto& [key, cohort] : view.cohorts()) {
    if (last == "in" || last == "cohort" || last == "compare") completer.AddIfPrefix(cohort.name, "saved cohort", word);
  }
  for (const model::Field& field : model::Fields()) {
    if (field.kind != model::Kind::kText) completer.AddIfPrefix(std::string(field.name), std::string(field.doc), word);
  }
  for (const std::string& keyword : grammar::Keywords()) completer.AddIfPrefix(keyword, "", word);
  // A word may also begin a term's name.
  if (word.size() >= 3 && completions.items.size() < 5) completer.AddTermsByName(word);
  return completions;
}

}  // namespace muster::api
