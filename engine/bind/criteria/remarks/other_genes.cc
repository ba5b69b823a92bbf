#include "engine/bind/criteria/remarks/other_genes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "containers/hash_table.h"
#include "engine/model/text/text.h"

namespace muster::bind {
namespace {

using model::field::kVariantGene;

// The symbol by which people know the gene of a code: its label, or the code where that is the symbol.
std::string SymbolOf(const model::Dictionary& dictionary, model::Symbol code) {
  const std::string_view label = dictionary.Label(code);
  if (!label.empty()) return model::ToLower(label);
  const std::string_view text = dictionary.Text(code);
  return text.find(':') == text.npos ? model::ToLower(text) : std::string();
}

}  // namespace

void NoteOtherGenes(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists) {
  if (exists.child != model::Entity::kVariant || exists.symbols == nullptr || has.terms.empty()) return;
  const model::Dictionary& dictionary = view.dictionary();
  HashSet<std::string> asked;
  for (const model::Symbol code : *exists.symbols) {
    if (std::string symbol = SymbolOf(dictionary, code); !symbol.empty()) asked.insert(std::move(symbol));
  }
  if (asked.empty()) return;
  const auto values = view.RecordedValues(kVariantGene);
  if (!values.ok()) return reporter->Fail(values.status());
  std::vector<model::Symbol> others;
  std::string named;
  constexpr size_t kMaxNamed = 5;
  for (const model::Symbol code : **values) {
    if (std::find(exists.symbols->begin(), exists.symbols->end(), code) != exists.symbols->end()) continue;
    if (!asked.contains(SymbolOf(dictionary, code))) continue;
    if (others.size() < kMaxNamed)
      absl::StrAppend(&named, named.empty() ? "" : ", ", std::string(dictionary.Text(code)));
    others.push_back(code);
  }
  if (others.empty()) return;
  if (others.size() > kMaxNamed) absl::StrAppend(&named, " and ", others.size() - kMaxNamed, " more");
  const auto people = view.counts().PeopleObserved(model::Entity::kVariant, model::SymbolList(std::move(others)),
                                                   kVariantGene, model::kAnyValue);
  if (!people.ok()) return reporter->Fail(people.status());
  if (*people == 0) return;
  reporter->Note(
      has.terms[0].span, "other-genes",
      absl::StrCat(*people, *people == 1 ? " individual has" : " individuals have",
                   " a variant of a gene with this symbol under other codes, which this does not ask for: ", named),
      {"name them as well, with or between the codes"});
}

}  // namespace muster::bind
