#include "tests/property/meaning.h"

#include <algorithm>

#include "engine/model/dictionary.h"
#include "engine/model/text.h"

namespace muster::property {

using ontology::Term;

namespace {

bool Contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool GoesBy(const Term& term, const std::string& id) { return term.id == id || Contains(term.alternative_ids, id); }

bool StatesEquivalent(const Term& term, const std::string& code) {
  return std::any_of(term.xrefs.begin(), term.xrefs.end(),
                     [&](const auto& xref) { return xref.equivalent && xref.id == code; });
}

bool Intersect(const std::set<Node>& a, const std::set<Node>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Node& node) { return b.contains(node); });
}

}  // namespace

std::vector<Node> Meaning::AllNodes() const {
  std::vector<Node> nodes;
  for (size_t o = 0; o < terms_.size(); ++o) {
    for (ontology::TermIndex t = 0; t < terms_[o].size(); ++t) nodes.emplace_back(o, t);
  }
  return nodes;
}

std::set<Node> Meaning::FindById(const std::string& id) const {
  std::set<Node> found;
  for (const Node& node : AllNodes()) {
    if (GoesBy(TermOf(node), id)) found.insert(node);
  }
  return found;
}

std::set<Node> Meaning::FindCurrent(const std::string& id) const {
  std::set<Node> found;
  for (const Node& node : FindById(id)) {
    const Term& term = TermOf(node);
    std::set<Node> replacements;
    if (term.obsolete && term.replaced_by.size() == 1) replacements = FindById(term.replaced_by[0]);
    if (replacements.empty()) replacements.insert(node);
    found.merge(replacements);
  }
  return found;
}

std::set<Node> Meaning::FindCode(const std::string& code) const {
  std::set<Node> found = FindCurrent(code);
  if (!found.empty()) return found;
  for (const Node& node : AllNodes()) {
    if (!TermOf(node).obsolete && StatesEquivalent(TermOf(node), code)) found.insert(node);
  }
  return found;
}

std::set<Node> Meaning::FindName(const std::string& name) const {
  // Labels come before exact synonyms, these before others; obsolete terms come last.
  std::set<Node> levels[4];
  const std::string wanted = model::ToLower(name);
  for (const Node& node : AllNodes()) {
    const Term& term = TermOf(node);
    if (term.obsolete) {
      if (model::ToLower(term.label) == wanted) levels[3].insert(node);
      continue;
    }
    if (model::ToLower(term.label) == wanted) levels[0].insert(node);
    for (const ontology::Synonym& synonym : term.synonyms) {
      if (model::ToLower(synonym.text) != wanted) continue;
      levels[synonym.scope == ontology::Synonym::Scope::kExact ? 1 : 2].insert(node);
    }
  }
  for (const std::set<Node>& level : levels) {
    if (!level.empty()) return level;
  }
  return {};
}

std::optional<Meaning::Concept> Meaning::Find(const grammar::Literal& literal) const {
  if (literal.kind == grammar::Literal::Kind::kQuoted) {
    const std::set<Node> found = FindName(literal.text);
    if (found.size() == 1) return Concept{TermOf(*found.begin()).id, FindCode(TermOf(*found.begin()).id)};
    if (!found.empty()) return std::nullopt;
    // A quoted code: "UCUM:%".
  }
  const std::string code = model::NormalizeCode(literal.text);
  return Concept{code, FindCode(code)};
}

std::set<Node> Meaning::NodesOf(const std::string& code) const {
  if (const auto it = nodes_of_.find(code); it != nodes_of_.end()) return it->second;
  std::set<Node> meant;
  for (const Node& node : AllNodes()) {
    const Term& term = TermOf(node);
    if (GoesBy(term, code)) {
      meant.insert(node);
      if (term.obsolete) {
        for (const std::string& id : term.replaced_by) meant.merge(FindById(id));
      }
    }
    if (!term.obsolete && StatesEquivalent(term, code)) meant.insert(node);
  }
  return nodes_of_[code] = meant;
}

bool Meaning::Linked(Node a, Node b) const {
  // An obsolete term that nothing replaces has no meaning by which others could be the same.
  if (a.first == b.first || TermOf(a).obsolete || TermOf(b).obsolete) return false;
  const auto states = [&](Node from, Node to) {
    return std::any_of(TermOf(from).xrefs.begin(), TermOf(from).xrefs.end(),
                       [&](const auto& xref) { return xref.equivalent && FindCurrent(xref.id).contains(to); });
  };
  return states(a, b) || states(b, a);
}

std::set<Node> Meaning::WithEquivalents(const std::set<Node>& nodes) const {
  std::set<Node> all = nodes;
  std::vector<Node> todo(nodes.begin(), nodes.end());
  while (!todo.empty()) {
    const Node node = todo.back();
    todo.pop_back();
    if (!links_.contains(node)) {
      std::vector<Node> linked;
      for (const Node& other : AllNodes()) {
        if (Linked(node, other)) linked.push_back(other);
      }
      links_[node] = linked;
    }
    for (const Node& other : links_[node]) {
      if (all.insert(other).second) todo.push_back(other);
    }
  }
  return all;
}

std::set<Node> Meaning::WithAncestors(const std::set<Node>& nodes) const {
  std::set<Node> all = WithEquivalents(nodes);
  while (true) {
    std::set<Node> more = all;
    for (const Node& node : all) {
      for (const ontology::TermIndex parent : TermOf(node).parents) more.insert({node.first, parent});
    }
    more = WithEquivalents(more);
    if (more.size() == all.size()) return all;
    all = more;
  }
}

bool Meaning::Reaches(const std::string& record_code, const Concept& wanted, Reach reach) const {
  if (record_code == wanted.code) return true;
  const std::set<Node> recorded = NodesOf(record_code);
  if (reach == Reach::kExactly) return Intersect(WithEquivalents(recorded), wanted.nodes);
  if (reach == Reach::kAbove) return Intersect(recorded, WithAncestors(wanted.nodes));
  if (!with_ancestors_.contains(record_code)) with_ancestors_[record_code] = WithAncestors(recorded);
  return Intersect(with_ancestors_[record_code], wanted.nodes);
}

}  // namespace muster::property
