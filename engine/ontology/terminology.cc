#include "engine/ontology/terminology.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace muster::ontology {

namespace {

// The term with the id, or the one that has replaced it; nullopt when it is unknown or retired for good.
std::optional<TermIndex> FindCurrent(const Ontology& ontology, std::string_view id) {
  const auto found = ontology.Find(id);
  if (!found || !ontology.terms()[*found].obsolete) return found;
  const Term& retired = ontology.terms()[*found];
  if (retired.replaced_by.size() != 1) return std::nullopt;
  const auto current = ontology.Find(retired.replaced_by[0]);
  return current && !ontology.terms()[*current].obsolete ? current : std::nullopt;
}

}  // namespace

// Between terms and the dictionary's symbols, and between ontologies.
struct Terminology::Links {
  // Per ontology and term: the symbols that mean the term.
  std::vector<std::vector<std::vector<model::Symbol>>> symbols;
  // Per ontology and term: terms of other ontologies that mean the same.
  std::vector<absl::flat_hash_map<TermIndex, std::vector<Node>>> equivalents;
};

Terminology::Terminology(std::vector<OntologyPtr> ontologies, model::DictionaryPtr dictionary)
    : ontologies_(std::move(ontologies)), dictionary_(std::move(dictionary)) {}

const Terminology::Links& Terminology::links() const {
  absl::MutexLock lock(&mutex_);
  if (links_ != nullptr) return *links_;
  auto links = std::make_shared<Links>();
  links->symbols.resize(ontologies_.size());
  links->equivalents.resize(ontologies_.size());
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    const Ontology& ontology = *ontologies_[o];
    links->symbols[o].resize(ontology.terms().size());
    // The dictionary is as large as the codes in use; ontologies are larger.
    for (model::Symbol symbol = 0; symbol < dictionary_->size(); ++symbol) {
      const std::string_view code = dictionary_->Text(symbol);
      if (code.find(':') == std::string_view::npos) continue;
      if (const auto term = ontology.Find(code)) {
        links->symbols[o][*term].push_back(symbol);
        // A record with a retired code means what has replaced it.
        for (const std::string& current : ontology.terms()[*term].replaced_by) {
          if (const auto target = ontology.Find(current)) links->symbols[o][*target].push_back(symbol);
        }
      }
      for (const TermIndex term : ontology.EquivalentTo(code)) links->symbols[o][term].push_back(symbol);
    }
    for (TermIndex t = 0; t < ontology.terms().size(); ++t) {
      for (const CrossReference& xref : ontology.terms()[t].xrefs) {
        if (!xref.equivalent) continue;
        for (uint32_t other = 0; other < ontologies_.size(); ++other) {
          if (other == o || !ontologies_[other]->OwnsPrefix(xref.id)) continue;
          if (const auto target = FindCurrent(*ontologies_[other], xref.id)) {
            links->equivalents[o][t].push_back({other, *target});
            links->equivalents[other][*target].push_back({o, t});
          }
        }
      }
    }
  }
  links_ = std::move(links);
  return *links_;  // never replaced once set
}

Concept Terminology::Find(std::string_view code) const {
  Concept found;
  found.id = std::string(code);
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    const Ontology& ontology = *ontologies_[o];
    const auto index = ontology.Find(code);
    if (!index) continue;
    const Term& t = ontology.terms()[*index];
    if (!t.obsolete) {
      found.source = ontology.IsPrimaryId(code) ? Concept::Source::kTerm : Concept::Source::kAlternative;
      found.nodes = {{o, *index}};
      return found;
    }
    found.source = Concept::Source::kObsolete;
    found.nodes = {{o, *index}};
    if (const auto current = FindCurrent(ontology, code)) {
      found.source = Concept::Source::kReplaced;
      found.nodes = {{o, *current}};
      return found;
    }
  }
  if (found.source == Concept::Source::kObsolete) return found;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    for (const TermIndex term : ontologies_[o]->EquivalentTo(code)) {
      if (!ontologies_[o]->terms()[term].obsolete) found.nodes.push_back({o, term});
    }
  }
  if (!found.nodes.empty()) {
    found.source = Concept::Source::kEquivalent;
  } else if (dictionary_->Find(code)) {
    found.source = Concept::Source::kPlain;
  }
  return found;
}

std::vector<Node> Terminology::FindByName(std::string_view name) const {
  std::vector<Node> nodes;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    for (const TermIndex term : ontologies_[o]->FindByName(name)) nodes.push_back({o, term});
  }
  return nodes;
}

std::vector<Node> Terminology::Walk(const Concept& of, Reach reach) const {
  std::vector<std::vector<bool>> seen(ontologies_.size());
  for (size_t o = 0; o < ontologies_.size(); ++o) seen[o].resize(ontologies_[o]->terms().size());
  std::vector<Node> reached;
  const auto visit = [&](Node node) {
    if (seen[node.ontology][node.term]) return;
    seen[node.ontology][node.term] = true;
    reached.push_back(node);
  };
  for (const Node node : of.nodes) visit(node);
  if (ontologies_.empty()) return reached;
  const Links& links = this->links();
  for (size_t i = 0; i < reached.size(); ++i) {
    const Node node = reached[i];
    const Ontology& ontology = *ontologies_[node.ontology];
    if (reach == Reach::kDescendants) {
      for (const TermIndex child : ontology.Children(node.term)) visit({node.ontology, child});
    } else if (reach == Reach::kAncestors) {
      for (const TermIndex parent : ontology.terms()[node.term].parents) visit({node.ontology, parent});
    }
    const auto& equivalents = links.equivalents[node.ontology];
    if (const auto it = equivalents.find(node.term); it != equivalents.end()) {
      for (const Node other : it->second) visit(other);
    }
  }
  return reached;
}

Reached Terminology::Follow(const Concept& of, Reach reach) const {
  const std::string key = absl::StrCat(static_cast<int>(reach), static_cast<int>(of.source), of.id);
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = cache_.find(key); it != cache_.end()) return it->second;
  }
  size_t terms = 0;
  std::vector<model::Symbol> symbols;
  if (const auto own = dictionary_->Find(of.id)) symbols.push_back(*own);
  if (!of.nodes.empty()) {
    const Links& links = this->links();
    for (const Node node : Walk(of, reach)) {
      ++terms;
      const auto& here = links.symbols[node.ontology][node.term];
      symbols.insert(symbols.end(), here.begin(), here.end());
    }
  }
  std::sort(symbols.begin(), symbols.end());
  symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
  Reached reached{std::make_shared<const std::vector<model::Symbol>>(std::move(symbols)), terms};
  absl::MutexLock lock(&mutex_);
  constexpr size_t kMaxCached = 4096;
  if (cache_.size() >= kMaxCached) cache_.clear();
  return cache_.try_emplace(key, std::move(reached)).first->second;
}

bool Terminology::IsAtOrBelow(const Concept& of, const Concept& above) const {
  if (of.id == above.id) return true;
  const std::vector<Node> ancestors = Walk(of, Reach::kAncestors);
  return std::any_of(above.nodes.begin(), above.nodes.end(), [&](const Node& node) {
    return std::find(ancestors.begin(), ancestors.end(), node) != ancestors.end();
  });
}

std::string Terminology::Label(std::string_view code) const {
  for (const OntologyPtr& ontology : ontologies_) {
    if (const auto term = ontology->Find(code)) {
      const std::string& label = ontology->terms()[*term].label;
      if (!label.empty()) return label;
    }
  }
  if (const auto symbol = dictionary_->Find(code)) {
    const std::string_view label = dictionary_->Label(*symbol);
    if (!label.empty()) return std::string(label);
  }
  for (const OntologyPtr& ontology : ontologies_) {
    for (const TermIndex term : ontology->EquivalentTo(code)) {
      if (!ontology->terms()[term].label.empty()) return ontology->terms()[term].label;
    }
  }
  return "";
}

bool Terminology::KnowsPrefix(std::string_view code) const {
  return std::any_of(ontologies_.begin(), ontologies_.end(),
                     [&](const OntologyPtr& ontology) { return ontology->OwnsPrefix(code); });
}

std::vector<std::string> Terminology::Nearest(std::string_view name, size_t limit) const {
  std::vector<std::string> near;
  for (const OntologyPtr& ontology : ontologies_) {
    for (std::string& candidate : ontology->Nearest(name, limit)) near.push_back(std::move(candidate));
  }
  if (near.size() > limit) near.resize(limit);
  return near;
}

}  // namespace muster::ontology
