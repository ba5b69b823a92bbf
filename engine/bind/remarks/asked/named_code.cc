#include "engine/bind/remarks/asked/named_code.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/same_names.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/units/codes_of_one_test.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

using grammar::Literal;
using model::FieldId;

// Systems of numbers, of which one that goes on as another does has nothing to do with it.
bool IsFlat(std::string_view kind) {
  constexpr std::string_view kSystems[] = {
      "CLINVAR:", "DOI:", "ENSEMBL:", "GARD:", "HGNC:", "MEDGEN:", "OMIM:", "OMIMPS:", "PMID:", "RxNorm:", "UMLS:"};
  return std::find(std::begin(kSystems), std::end(kSystems), kind) != std::end(kSystems);
}

// What the term is called: its label, its exact synonyms, and the label that came with the data.
std::vector<CalledAs> NamesOfConcept(const CatalogueView& view, const ontology::Concept& found) {
  std::vector<CalledAs> names;
  for (const ontology::Node node : found.nodes) {
    const ontology::Term term = view.terminology().term(node);
    names.push_back({term.label, true});
    for (const ontology::Synonym& synonym : term.synonyms) {
      if (synonym.scope == ontology::Synonym::Scope::kExact) names.push_back({synonym.text});
    }
  }
  if (const auto symbol = view.dictionary().Find(found.id)) {
    names.push_back({std::string(view.dictionary().Label(*symbol)), true});
  }
  std::erase_if(names, [](const CalledAs& one) { return one.name.empty(); });
  return names;
}

// Recorded values that are called so, or as what lies below, and are not reached.
absl::Status FindCalled(const CatalogueView& view, const ontology::Concept& found, FieldId field, NamedCode* named) {
  const ontology::SymbolSet reached = view.terminology().Follow(found, ontology::Reach::kDescendants).symbols;
  std::vector<model::Symbol> called;
  if (const std::vector<CalledAs> names = NamesOfConcept(view, found); !names.empty()) {
    const auto labels = view.RecordedLabels(field);
    if (!labels.ok()) return labels.status();
    const auto add = [&](const std::vector<model::Symbol>& symbols) {
      std::ranges::copy_if(symbols, std::back_inserter(called),
                           [&](const model::Symbol symbol) { return !reached->Contains(symbol); });
    };
    for (const CalledAs& one : names) add((*labels)->Find(one.name));
    const auto values = view.RecordedValues(field);
    if (!values.ok()) return values.status();
    const auto same = FindSameNames(view, names, field, **values);
    if (!same.ok()) return same.status();
    add(*same);
  }
  if (field == model::field::kMeasurementAssay) {
    for (const std::string_view code : model::CodesOfOneTest(found.id)) {
      const auto symbol = view.dictionary().Find(code);
      if (symbol && !reached->Contains(*symbol)) called.push_back(*symbol);
    }
  }
  const auto alike = view.RecordedCalledAlike(field);
  if (!alike.ok()) return alike.status();
  for (const model::Symbol symbol : (*alike)->Find(found, *reached)) {
    if (std::find(called.begin(), called.end(), symbol) != called.end()) continue;
    called.push_back(symbol);
    named->below = true;
  }
  if (!called.empty()) named->called = std::make_shared<const model::SymbolList>(std::move(called));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<NamedCode> FindNamedCode(const CatalogueView& view, Reporter* reporter, const Literal& literal,
                                        FieldId field) {
  const auto kind = static_cast<uint32_t>(literal.kind);
  if (auto known = view.named_codes().Find(field, kind, literal.text)) return *std::move(known);
  const auto code = TermBinder(view, reporter).CodeOf(literal, field);
  if (!code) return NamedCode();
  const ontology::Concept found = view.terminology().Find(*code);
  const bool by_code = model::HasCodeHierarchy(*code) && model::HasKnownPrefix(*code);
  const std::string_view system = KindOf(*code);
  NamedCode named;
  named.code = *code;
  named.lacks_hierarchy = found.source == ontology::Concept::Source::kPlain && !by_code && !IsFlat(system) &&
                          system.ends_with(':') && !view.terminology().KnowsPrefix(*code);
  if (absl::Status status = FindCalled(view, found, field, &named); !status.ok()) return status;
  view.named_codes().Insert(field, kind, literal.text, named, named.bytes());
  return named;
}

}  // namespace muster::bind
