#include "engine/bind/criteria/remarks/other_genes.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
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

// "HGNC:", or "symbols".
std::string_view SystemOf(const model::Dictionary& dictionary, model::Symbol code) {
  const std::string_view text = dictionary.Text(code);
  const size_t colon = text.find(':');
  if (colon == text.npos) return "symbols";
  return text.find_first_of(" (;,") < colon ? std::string_view("texts") : text.substr(0, colon + 1);
}

// Genes under the names of another system, of which nothing says whether they are those asked for.
void NoteUncomparedGenes(const CatalogueView& view, Reporter* reporter, const grammar::Has& has,
                         const model::SymbolList& asked, bool with_symbols, const model::SymbolList& recorded) {
  constexpr uint64_t kSeldom = 20;
  const model::Dictionary& dictionary = view.dictionary();
  std::set<std::string_view> known;
  for (const model::Symbol code : asked) known.insert(SystemOf(dictionary, code));
  std::set<std::string, std::less<>> systems;
  std::vector<model::Symbol> others;
  std::vector<model::Symbol> any;
  for (const model::Symbol code : recorded) {
    any.push_back(code);
    const std::string_view system = SystemOf(dictionary, code);
    if (known.contains(system) || (with_symbols && !SymbolOf(dictionary, code).empty())) continue;
    systems.emplace(system);
    others.push_back(code);
  }
  if (others.empty()) return;
  const auto people = [&](std::vector<model::Symbol> codes) {
    return view.counts().PeopleObserved(model::Entity::kVariant, model::SymbolList(std::move(codes)), kVariantGene,
                                        model::kAnyValue);
  };
  const auto some = people(std::move(others));
  if (!some.ok()) return reporter->Fail(some.status());
  const auto all = people(std::move(any));
  if (!all.ok()) return reporter->Fail(all.status());
  if (*some == 0 || *some * kSeldom < *all) return;
  reporter->Note(has.terms[0].span, "other-genes",
                 absl::StrCat(*some, *some == 1 ? " individual has" : " individuals have", " variants of genes under ",
                              absl::StrJoin(systems, ", "), systems.contains("symbols") ? "" : " codes",
                              ", of which nothing says whether they are the gene asked for"),
                 {"name them as well, with or between the codes; count individuals by variant lists those that are "
                  "recorded. Where the source has a symbol beside each code, the mapping can read it as its label"});
}

}  // namespace

void NoteOtherGenes(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists) {
  if (exists.child != model::Entity::kVariant || exists.symbols == nullptr || has.terms.empty()) return;
  const model::Dictionary& dictionary = view.dictionary();
  HashSet<std::string> asked;
  for (const model::Symbol code : *exists.symbols) {
    if (std::string symbol = SymbolOf(dictionary, code); !symbol.empty()) asked.insert(std::move(symbol));
  }
  const auto values = view.RecordedValues(kVariantGene);
  if (!values.ok()) return reporter->Fail(values.status());
  NoteUncomparedGenes(view, reporter, has, *exists.symbols, !asked.empty(), **values);
  if (asked.empty()) return;
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
