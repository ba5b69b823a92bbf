#include "engine/api/completion/completer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/model/schema/identifying.h"
#include "engine/ontology/ontology.h"

namespace muster::api {

void Completer::AddNames(model::FieldId field, std::string_view text, size_t most) {
  constexpr size_t kCodesOfOne = 4;
  std::vector<bind::FoundName> names =
      bind::OneForEachTerm(view_, bind::FindNames(view_, text, field, kCodesOfOne * most));
  if (names.size() > most) names.resize(most);
  for (const bind::FoundName& found : names) {
    Add(found.label.empty() ? found.code : absl::StrCat(found.code, " \"", found.label, "\""), found.label);
  }
}

void Completer::AddTermsByName(std::string_view name) {
  for (const ontology::OntologyPtr& ontology : view_.terminology().ontologies()) {
    for (const ontology::TermIndex index : ontology->Search(name, kMaxItems)) {
      const ontology::Term term = ontology->term(index);
      Add(absl::StrCat(term.id, " \"", term.label, "\""), term.label);
    }
  }
}

void Completer::AddCodes(std::string_view prefix) {
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
  std::vector<model::Symbol> symbols((*codes)->begin(), (*codes)->end());
  if (view_.listed() != nullptr) symbols = bind::ByText(**codes, view_.dictionary());
  for (const model::Symbol symbol : symbols) {
    const std::string text(view_.dictionary().Text(symbol));
    if (absl::StartsWith(absl::AsciiStrToUpper(text), wanted)) Add(text, std::string(view_.dictionary().Label(symbol)));
  }
}

void Completer::AddValues(model::FieldId field, std::string_view prefix) {
  if (model::IsIdentifying(field)) return;
  for (const bind::FoundName& found : bind::FindNames(view_, "", field, 500)) {
    const std::string& text = found.code;
    const bool plain =
        std::all_of(text.begin(), text.end(),
                    [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_'; }) &&
        !text.empty() && absl::ascii_isalpha(static_cast<unsigned char>(text[0]));
    AddIfPrefix(plain ? text : absl::StrCat("\"", text, "\""), "value of " + std::string(model::Info(field).name),
                prefix);
  }
}

void Completer::AddIfPrefix(std::string text, std::string description, std::string_view prefix) {
  if (absl::StartsWithIgnoreCase(text, std::string(prefix))) Add(std::move(text), std::move(description));
}

void Completer::Add(std::string text, std::string description) {
  if (completions_->items.size() >= kMaxItems || !seen_.insert(text).second) return;
  completions_->items.push_back({std::move(text), std::move(description)});
}

}  // namespace muster::api
