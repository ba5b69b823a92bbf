#include "engine/bind/values/remarks/related_codes.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/values/names/unknown_term.h"
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
                   std::string(code), " does not include"),
      {absl::StrCat("in (", std::string(code), ", ", absl::StrJoin(others, ", "), ") asks for all of them")});
}

void NoteParts(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal, std::string_view code,
               model::FieldId field, const model::SymbolList& parts, const model::SymbolList& reached,
               const model::SymbolList& values) {
  constexpr size_t kMostNamed = 3;
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  std::vector<model::Symbol> left_out;
  for (const model::Symbol symbol : parts) {
    if (values.Contains(symbol) && !reached.Contains(symbol)) left_out.push_back(symbol);
  }
  if (left_out.empty()) return;
  const model::SymbolList symbols(std::move(left_out));
  const bool is_primary = model::Info(model::Info(field).entity).primary == field;
  const auto rows = is_primary ? view.counts().Observed(model::Info(field).entity, symbols, field, model::kAnyValue)
                               : view.counts().WithValue(field, symbols);
  if (!rows.ok()) return reporter->Fail(rows.status());
  if (*rows == 0) return;
  const InUse in_use(view, values, reporter);
  std::vector<std::string> named;
  std::vector<std::string> codes = {std::string(code)};
  for (const model::Symbol symbol : symbols) {
    codes.emplace_back(view.dictionary().Text(symbol));
    if (named.size() < kMostNamed) named.push_back(ShownTerm(codes.back(), in_use.Label(codes.back())));
  }
  const bool more = symbols.size() > kMostNamed;
  if (more) codes.resize(1 + kMostNamed);
  reporter->Note(literal.span, "parts-left-out",
                 absl::StrCat(*rows, *rows == 1 ? " record has a part" : " records have parts", " of ",
                              ShownTerm(code, in_use.Label(code)),
                              ", which are not below it (part_of, not is_a) and are not found: ",
                              absl::StrJoin(named, ", "), more ? absl::StrCat(", ... (", symbols.size(), ")") : ""),
                 {absl::StrCat("in (", absl::StrJoin(codes, ", "), more ? ", ..." : "", ") asks for them as well")});
}

}  // namespace muster::bind
