#include "engine/ontology/terminology.h"

#include <algorithm>

#include "engine/ontology/term_codec.h"

namespace muster::ontology {

namespace {

// The term with the id, or the one that has replaced it; nullopt when it is unknown or retired for good.
std::optional<TermIndex> FindCurrent(const Ontology& ontology, std::string_view id) {
  const auto found = ontology.Find(id);
  if (!found || !ontology.IsObsolete(*found)) return found;
  TermView retired;
  ontology.Read(*found, retired);
  if (retired.replaced_by.size() != 1) return std::nullopt;
  const auto current = ontology.Find(retired.replaced_by[0]);
  return current && !ontology.IsObsolete(*current) ? current : std::nullopt;
}

// Calls `visit` with each id by which Ontology::Find gives the term, which was read into `view`.
template <typename Visit>
void ForEachId(const Ontology& ontology, TermIndex term, const TermView& view, Visit visit) {
  visit(view.id);
  for (const std::string_view id : view.alternative_ids) {
    if (ontology.Find(id) == term) visit(id);
  }
}

}  // namespace

Terminology::Terminology(std::vector<OntologyPtr> ontologies, model::DictionaryPtr dictionary)
    : ontologies_(std::move(ontologies)), dictionary_(std::move(dictionary)) {}

template <typename Visit>
void Terminology::ForEachCode(Node node, Visit visit) const {
  const Ontology& ontology = *ontologies_[node.ontology];
  TermView term;
  ontology.Read(node.term, term);
  ForEachId(ontology, node.term, term, visit);
  for (const TermView::XrefView& xref : term.xrefs) {
    if (xref.equivalent) visit(xref.id);
  }
  // A record with a retired code means what has replaced it.
  for (const TermIndex retired : ontology.Replaces(node.term)) {
    ontology.Read(retired, term);
    ForEachId(ontology, retired, term, visit);
  }
}

std::vector<Node> Terminology::Equivalents(Node node) const {
  std::vector<Node> found;
  if (ontologies_.size() < 2) return found;
  const Ontology& ontology = *ontologies_[node.ontology];
  TermView term;
  ontology.Read(node.term, term);
  for (const TermView::XrefView& xref : term.xrefs) {
    if (!xref.equivalent) continue;
    for (uint32_t other = 0; other < ontologies_.size(); ++other) {
      if (other == node.ontology || !ontologies_[other]->OwnsPrefix(xref.id)) continue;
      if (const auto target = FindCurrent(*ontologies_[other], xref.id)) found.push_back({other, *target});
    }
  }
  // The same from the other side: who names an id that FindCurrent takes to this term?
  if (term.obsolete) return found;
  const auto visit = [&](std::string_view id) {
    if (!ontology.OwnsPrefix(id)) return;
    for (uint32_t other = 0; other < ontologies_.size(); ++other) {
      if (other == node.ontology) continue;
      for (const TermIndex source : ontologies_[other]->EquivalentTo(id)) found.push_back({other, source});
    }
  };
  ForEachId(ontology, node.term, term, visit);
  for (const TermIndex retired : ontology.Replaces(node.term)) {
    ontology.Read(retired, term);
    if (term.obsolete && term.replaced_by.size() == 1) ForEachId(ontology, retired, term, visit);
  }
  return found;
}

Concept Terminology::Find(std::string_view code) const {
  Concept found;
  found.id = std::string(code);
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    const Ontology& ontology = *ontologies_[o];
    const auto index = ontology.Find(code);
    if (!index) continue;
    if (!ontology.IsObsolete(*index)) {
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
      if (!ontologies_[o]->IsObsolete(term)) found.nodes.push_back({o, term});
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
  for (size_t o = 0; o < ontologies_.size(); ++o) seen[o].resize(ontologies_[o]->size());
  std::vector<Node> reached;
  const auto visit = [&](Node node) {
    if (seen[node.ontology][node.term]) return;
    seen[node.ontology][node.term] = true;
    reached.push_back(node);
  };
  for (const Node node : of.nodes) visit(node);
  if (ontologies_.empty()) return reached;
  for (size_t i = 0; i < reached.size(); ++i) {
    const Node node = reached[i];
    const Ontology& ontology = *ontologies_[node.ontology];
    if (reach == Reach::kDescendants) {
      for (const TermIndex child : ontology.Children(node.term)) visit({node.ontology, child});
    } else if (reach == Reach::kAncestors) {
      for (const TermIndex parent : ontology.Parents(node.term)) visit({node.ontology, parent});
    }
    for (const Node other : Equivalents(node)) visit(other);
  }
  return reached;
}

Reached Terminology::Follow(const Concept& of, Reach reach) const {
  if (auto cached = Cached({reach, of.source, of.id})) return *std::move(cached);
  size_t terms = 0;
  std::vector<model::Symbol> symbols;
  if (const auto own = dictionary_->Find(of.id)) symbols.push_back(*own);
  for (const Node node : Walk(of, reach)) {
    ++terms;
    ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') == std::string_view::npos) return;  // a keyword of the same spelling
      if (const auto symbol = dictionary_->Find(code)) symbols.push_back(*symbol);
    });
  }
  Reached reached{std::make_shared<const model::SymbolList>(std::move(symbols)), terms};
  absl::MutexLock lock(&mutex_);
  constexpr size_t kMaxCached = 4096;
  if (cache_.size() >= kMaxCached) cache_.clear();
  return cache_.try_emplace({reach, of.source, of.id}, std::move(reached)).first->second;
}

std::optional<Reached> Terminology::FollowedBefore(std::string_view id, Reach reach) const {
  return Cached({reach, Concept::Source::kTerm, id});
}

std::optional<Reached> Terminology::Cached(Followed<std::string_view> key) const {
  absl::MutexLock lock(&mutex_);
  const auto it = cache_.find(key);
  return it == cache_.end() ? std::nullopt : std::optional(it->second);
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
      const std::string_view label = ontology->Label(*term);
      if (!label.empty()) return std::string(label);
    }
  }
  if (const auto symbol = dictionary_->Find(code)) {
    const std::string_view label = dictionary_->Label(*symbol);
    if (!label.empty()) return std::string(label);
  }
  for (const OntologyPtr& ontology : ontologies_) {
    for (const TermIndex term : ontology->EquivalentTo(code)) {
      if (!ontology->Label(term).empty()) return std::string(ontology->Label(term));
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
