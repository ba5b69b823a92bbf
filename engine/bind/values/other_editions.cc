#include "engine/bind/values/other_editions.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/codes/code_editions.h"

namespace muster::bind {

void WarnOfOtherEditions(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                         std::string_view code, const model::SymbolList& reached, const model::SymbolList& values) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const std::string_view prefix = code.substr(0, code.find(':'));
  const ontology::Terminology& terminology = view.terminology();
  std::vector<std::string> others;
  for (const std::string_view edition : model::EditionsOf(code)) {
    if (edition == prefix) continue;
    const std::string other = absl::StrCat(std::string(edition), std::string(code.substr(prefix.size())));
    const ontology::Concept found = terminology.Find(other);
    if (found.source == ontology::Concept::Source::kUnknown) continue;
    const ontology::SymbolSet symbols = terminology.Follow(found, ontology::Reach::kDescendants).symbols;
    bool more = false;
    for (const model::Symbol symbol : *symbols) {
      more = more || (values.Contains(symbol) && !reached.Contains(symbol));
    }
    if (more) others.push_back(other);
  }
  if (others.empty()) return;
  reporter->Warn(
      literal.span, "other-edition",
      absl::StrCat("records have ", absl::StrJoin(others, ", "), " or codes below, too: another edition, which ",
                   std::string(code), " does not mean"),
      {absl::StrCat("in (", std::string(code), ", ", absl::StrJoin(others, ", "), ") asks for all of them")});
}

}  // namespace muster::bind
