#include "engine/bind/catalogue/in_use.h"

#include <algorithm>

namespace muster::bind {

bool InUse::Has(model::Symbol symbol) const {
  if (values_.Contains(symbol)) return true;
  const absl::StatusOr<ontology::SymbolSet> all = view_.InUse(CatalogueView::Which::kSymbols);
  if (all.ok()) return (*all)->Contains(symbol);
  reporter_->Fail(all.status());
  return false;
}

bool InUse::HasAny(const model::SymbolList& symbols) const {
  return std::any_of(symbols.begin(), symbols.end(), [&](model::Symbol symbol) { return values_.Contains(symbol); }) ||
         std::any_of(symbols.begin(), symbols.end(), [&](model::Symbol symbol) { return Has(symbol); });
}

size_t InUse::Count(const model::SymbolList& symbols) const {
  return static_cast<size_t>(
      std::count_if(symbols.begin(), symbols.end(), [&](model::Symbol symbol) { return Has(symbol); }));
}

std::string InUse::Label(std::string_view code) const {
  return view_.terminology().Label(code, [&](model::Symbol symbol) { return Has(symbol); });
}

}  // namespace muster::bind
