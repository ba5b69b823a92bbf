#include "engine/bind/values/remarks/inexact_names.h"

#include <optional>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "engine/bind/values/names/unknown_term.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {
namespace {

using ontology::Synonym;

std::string_view Said(Synonym::Scope scope) {
  switch (scope) {
    case Synonym::Scope::kExact:
      break;
    case Synonym::Scope::kBroad:
      return "a broader name: it means other things as well";
    case Synonym::Scope::kNarrow:
      return "a narrower name: the term means more";
    case Synonym::Scope::kRelated:
      return "a related name: it need not mean the same";
  }
  return "a name";
}

}  // namespace

void NoteInexactName(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                     const ontology::Concept& found) {
  if (!reporter->ExplainsRemarks()) return;
  const std::string name = model::NormalizeKeyword(literal.text);
  std::optional<Synonym::Scope> scope;
  for (const ontology::Node node : found.nodes) {
    const ontology::Term term = view.terminology().term(node);
    if (model::NormalizeKeyword(term.label) == name) return;
    for (const Synonym& synonym : term.synonyms) {
      if (model::NormalizeKeyword(synonym.text) != name) continue;
      if (synonym.scope == Synonym::Scope::kExact) return;
      if (!scope) scope = synonym.scope;
    }
  }
  if (!scope) return;
  const ontology::Term term = view.terminology().term(found.nodes[0]);
  reporter->Note(literal.span, "inexact-name",
                 absl::StrCat("\"", literal.text, "\" is taken for ", ShownTerm(term.id, term.label),
                              ", which has it as ", std::string(Said(*scope))),
                 {absl::StrCat("where that is meant, write ", term.id, " \"", term.label, "\"")});
}

}  // namespace muster::bind
