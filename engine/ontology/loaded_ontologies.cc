#include "engine/ontology/loaded_ontologies.h"

#include <algorithm>
#include <set>

#include "engine/model/text/text.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

// Calls `visit` with each id by which Ontology::Find gives the term, which was read into `view`.
template <typename Visit>
void ForEachId(const Ontology& ontology, TermIndex term, const TermView& view, Visit visit) {
  visit(view.id);
  for (const std::string_view id : view.alternative_ids) {
    if (ontology.Find(id) == term) visit(id);
  }
}

}  // namespace

void LoadedOntologies::ForEachCode(Node node, absl::FunctionRef<void(std::string_view)> visit) const {
  const Ontology& ontology = *ontologies_[node.ontology];
  TermView term;
  ontology.Read(node.term, term);
  ForEachId(ontology, node.term, term, visit);
  if (term.obsolete) return;
  for (const TermView::XrefView& xref : term.xrefs) {
    if (xref.equivalent) visit(xref.id);
  }
}

bool LoadedOntologies::KnowsPrefix(std::string_view code) const {
  return std::any_of(ontologies_.begin(), ontologies_.end(),
                     [&](const OntologyPtr& ontology) { return ontology->OwnsPrefix(code); });
}

std::vector<Node> LoadedOntologies::FindAll(std::string_view id) const {
  std::vector<Node> found;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    if (const auto term = ontologies_[o]->Find(id)) found.push_back({o, *term});
  }
  return found;
}

std::optional<Node> LoadedOntologies::FindOne(std::string_view id) const {
  const std::vector<Node> nodes = FindAll(id);
  const auto rank = [&](Node node) {
    const Ontology& ontology = *ontologies_[node.ontology];
    if (ontology.Label(node.term).empty()) return 2;
    return model::ToLower(id.substr(0, id.find(':'))) == ontology.id() ? 0 : 1;
  };
  const auto best = std::min_element(nodes.begin(), nodes.end(), [&](Node a, Node b) { return rank(a) < rank(b); });
  return best == nodes.end() ? std::nullopt : std::optional(*best);
}

std::vector<Node> LoadedOntologies::FindByName(std::string_view name) const {
  std::vector<Node> nodes;
  std::set<std::string_view> ids;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    for (const TermIndex term : ontologies_[o]->FindByName(name)) {
      const Node node = {o, term};
      if (ontologies_.size() == 1) {
        nodes.push_back(node);
      } else if (ids.insert(TermId(node)).second) {
        // Of a term that several have, the one that stands for it elsewhere.
        const std::optional<Node> one = FindOne(TermId(node));
        nodes.push_back(one && !IsObsolete(*one) ? *one : node);
      }
    }
  }
  return nodes;
}

std::vector<Node> LoadedOntologies::RetiredFor(std::string_view code) const {
  std::vector<Node> found;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    for (const TermIndex retired : ontologies_[o]->ReplacedElsewhere(code)) {
      TermView view;
      ontologies_[o]->Read(retired, view);
      if (view.obsolete && view.replaced_by.size() == 1) found.push_back({o, retired});
    }
  }
  return found;
}

std::vector<std::string> LoadedOntologies::Nearest(std::string_view name, size_t limit) const {
  std::vector<std::string> near;
  for (const OntologyPtr& ontology : ontologies_) {
    for (std::string& candidate : ontology->Nearest(name, limit)) near.push_back(std::move(candidate));
  }
  if (near.size() > limit) near.resize(limit);
  return near;
}

std::vector<Node> LoadedOntologies::Replaces(Node node, const TermView& view) const {
  std::vector<Node> found;
  const Ontology& ontology = *ontologies_[node.ontology];
  for (const TermIndex retired : ontology.Replaces(node.term)) found.push_back({node.ontology, retired});
  if (ontologies_.size() < 2) return found;
  ForEachId(ontology, node.term, view, [&](std::string_view id) {
    for (uint32_t o = 0; o < ontologies_.size(); ++o) {
      if (o == node.ontology) continue;
      for (const TermIndex retired : ontologies_[o]->ReplacedElsewhere(id)) found.push_back({o, retired});
    }
  });
  return found;
}

bool LoadedOntologies::FindCurrent(Node node, std::vector<Node>& passed, std::vector<Node>& current) const {
  constexpr size_t kMaxPassed = 64;  // by what people retire there are a few; a hostile file has more
  const auto add = [](Node found, std::vector<Node>& nodes) {
    const bool is_new = std::find(nodes.begin(), nodes.end(), found) == nodes.end();
    if (is_new) nodes.push_back(found);
    return is_new;
  };
  if (!IsObsolete(node)) {
    add(node, current);
    return true;
  }
  if (!add(node, passed)) return true;
  TermView view;
  ontologies_[node.ontology]->Read(node.term, view);
  if (view.replaced_by.empty() || passed.size() > kMaxPassed) return false;
  return std::all_of(view.replaced_by.begin(), view.replaced_by.end(), [&](std::string_view id) {
    const auto next = FindOne(id);
    return next && FindCurrent(*next, passed, current);
  });
}

std::optional<Node> LoadedOntologies::Current(Node node) const {
  if (!IsObsolete(node)) return node;
  std::vector<Node> passed, current;
  if (!FindCurrent(node, passed, current) || current.size() != 1) return std::nullopt;
  return current[0];
}

std::vector<Node> LoadedOntologies::CurrentOf(Node node) const {
  std::vector<Node> passed, current;
  FindCurrent(node, passed, current);
  return current;
}

std::vector<Node> LoadedOntologies::SameMeaning(Node node, const TermView& view, Reach reach) const {
  std::vector<Node> found;
  const Ontology& ontology = *ontologies_[node.ontology];
  // A retired term that is replaced by several, or by none, is only itself, and part of those that replace it.
  const auto current = Current(node);
  if (current && *current != node) found.push_back(*current);
  if (!current && reach == Reach::kAncestors) {
    for (const std::string_view id : view.replaced_by) {
      for (const Node other : FindAll(id)) found.push_back(other);
    }
  }
  const bool absent = reach == Reach::kAncestors || reach == Reach::kExactExcluded;
  // Whether what replaces it is this term, which another ontology may have as well.
  const auto means_the_same = [&](Node retired) {
    const std::optional<Node> meant = Current(retired);
    if (!meant || !current || *meant == *current) return meant && current;
    const std::vector<Node> same = FindAll(TermId(*current));
    return std::find(same.begin(), same.end(), *meant) != same.end();
  };
  for (const Node retired : Replaces(node, view)) {
    // Of what is absent only a retired term counts that means nothing else: not one of which this is a part.
    if (!absent || means_the_same(retired)) found.push_back(retired);
  }
  if (!view.obsolete) {
    for (const TermIndex same : ontology.SameAs(node.term)) found.push_back({node.ontology, same});
  }
  if (ontologies_.size() < 2 || !current) return found;
  if (!view.obsolete) {
    for (const TermView::XrefView& xref : view.xrefs) {
      if (!xref.equivalent) continue;
      for (uint32_t other = 0; other < ontologies_.size(); ++other) {
        if (other == node.ontology || !ontologies_[other]->HasPrefix(xref.id)) continue;
        const auto term = ontologies_[other]->Find(xref.id);
        if (!term) continue;
        if (const auto meant = Current({other, *term})) found.push_back(*meant);
      }
    }
  }
  // The same from the other side, and the same term in another ontology.
  ForEachId(ontology, node.term, view, [&](std::string_view id) {
    for (uint32_t other = 0; other < ontologies_.size(); ++other) {
      if (other == node.ontology) continue;
      if (ontologies_[other]->HasPrefix(id)) {
        if (const auto same = ontologies_[other]->Find(id)) found.push_back({other, *same});
      }
      for (const TermIndex source : ontologies_[other]->EquivalentTo(id)) {
        if (!ontologies_[other]->IsObsolete(source)) found.push_back({other, source});
      }
    }
  });
  return found;
}

bool LoadedOntologies::HasParts() const {
  return std::any_of(ontologies_.begin(), ontologies_.end(), [](const OntologyPtr& one) { return one->HasParts(); });
}

std::vector<Node> LoadedOntologies::Walk(const std::vector<Node>& nodes, Reach reach, bool with_parts) const {
  std::vector<std::vector<bool>> seen(ontologies_.size());
  for (size_t o = 0; o < ontologies_.size(); ++o) seen[o].resize(ontologies_[o]->size());
  std::vector<Node> reached;
  const auto visit = [&](Node node) {
    if (seen[node.ontology][node.term]) return;
    seen[node.ontology][node.term] = true;
    reached.push_back(node);
  };
  for (const Node node : nodes) visit(node);
  TermView view;
  const TermView nothing;
  for (size_t i = 0; i < reached.size(); ++i) {
    const Node node = reached[i];
    const Ontology& ontology = *ontologies_[node.ontology];
    if (reach == Reach::kDescendants) {
      for (const TermIndex child : ontology.Children(node.term)) visit({node.ontology, child});
      if (with_parts) {
        for (const TermIndex part : ontology.Parts(node.term)) visit({node.ontology, part});
      }
    } else if (reach == Reach::kAncestors) {
      for (const TermIndex parent : ontology.Parents(node.term)) visit({node.ontology, parent});
    }
    // Of a current term of the only ontology, all that matters here is known without reading it.
    const bool alone = ontologies_.size() == 1 && !ontology.IsObsolete(node.term);
    if (!alone) ontology.Read(node.term, view);
    for (const Node other : SameMeaning(node, alone ? nothing : view, reach)) visit(other);
  }
  return reached;
}

}  // namespace muster::ontology
