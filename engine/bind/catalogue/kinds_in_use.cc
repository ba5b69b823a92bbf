#include "engine/bind/catalogue/kinds_in_use.h"

#include <algorithm>

namespace muster::bind {
namespace {

// All terms of a kind together, as if they were one.
ontology::Concept Everything(const ontology::Terminology& terminology, std::string_view kind) {
  ontology::Concept all;
  all.source = ontology::Concept::Source::kTerm;
  all.id = std::string(kind) + "*";  // no term's: it keeps what is found apart from others
  for (uint32_t o = 0; o < terminology.ontologies().size(); ++o) {
    const ontology::Ontology& ontology = *terminology.ontologies()[o];
    for (size_t i = 0; i < ontology.size(); ++i) {
      const auto term = static_cast<ontology::TermIndex>(i);
      if (KindOf(ontology.TermId(term)) == kind) all.nodes.push_back({o, term});
    }
  }
  return all;
}

}  // namespace

std::string_view KindOf(std::string_view code) { return code.substr(0, code.find(':') + 1); }

bool Meet(const model::SymbolList& a, const model::SymbolList& b) {
  if (a.size() > b.size()) return Meet(b, a);
  return std::any_of(a.begin(), a.end(), [&](model::Symbol symbol) { return b.Contains(symbol); });
}

KindsInUse::KindsInUse(const ontology::Terminology& terminology, const model::SymbolList& values)
    : terminology_(terminology), values_(values) {
  for (const model::Symbol symbol : values) {
    const std::string_view kind = KindOf(terminology.dictionary().Text(symbol));
    if (!recorded_.contains(kind)) recorded_.emplace(kind);
  }
}

bool KindsInUse::Reach(std::string_view code) {
  const std::string_view kind = KindOf(code);
  if (recorded_.contains(kind)) return true;
  if (const auto known = reached_.find(kind); known != reached_.end()) return known->second;
  const ontology::Concept all = Everything(terminology_, kind);
  const bool reached = Meet(*terminology_.Follow(all, ontology::Reach::kDescendants).symbols, values_);
  reached_.emplace(kind, reached);
  return reached;
}

}  // namespace muster::bind
