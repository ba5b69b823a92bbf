#include "tests/property/naive/meaning.h"

#include <algorithm>

#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

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

bool IsBlockAround(const std::string& block, const std::string& code) {
  if (block.size() != 13 || block.substr(0, 6) != "ICD10:" || block[9] != '-' || code.substr(0, 6) != "ICD10:") {
    return false;
  }
  const std::string category = code.substr(6, 3);
  return code.size() >= 9 && code != block && category >= block.substr(6, 3) && category <= block.substr(10, 3);
}

bool Intersect(const std::set<Node>& a, const std::set<Node>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Node& node) { return b.contains(node); });
}

}  // namespace

bool IsBelow(const std::string& code, const std::string& level) {
  return Contains(LevelsOf(code), level) || IsBlockAround(level, code);
}

std::vector<std::string> LevelsOf(const std::string& code) {
  std::vector<std::string> levels;
  const size_t colon = code.find(':');
  if (colon == std::string::npos) return levels;
  const std::string system = code.substr(0, colon + 1);
  const std::string local = code.substr(colon + 1);
  if (system == "ICD10:" && local.find('-') == std::string::npos) {  // of a block nothing is cut off
    for (size_t size = 3; size < local.size(); ++size) {
      if (size == 3 ? local[3] == '.' : local[size - 1] != '.') levels.push_back(system + local.substr(0, size));
    }
  }
  if (system == "ATC:") {
    for (const size_t size : {1, 3, 4, 5}) {
      if (size < local.size()) levels.push_back(system + local.substr(0, size));
    }
  }
  return levels;
}

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
  // An ontology that only mentions the term says nothing of it.
  const auto mentioned = [&](const Node& node) { return TermOf(node).label.empty(); };
  if (!std::all_of(found.begin(), found.end(), mentioned)) std::erase_if(found, mentioned);
  return found;
}

void Meaning::Trace(Node node, Fate* fate) const {
  const Term& term = TermOf(node);
  if (!term.obsolete) {
    fate->ends.insert(node);
    return;
  }
  if (!fate->passed.insert(node).second) return;
  if (term.replaced_by.empty()) fate->whole = false;
  for (const std::string& id : term.replaced_by) {
    const std::set<Node> next = FindById(id);
    if (next.empty()) fate->whole = false;
    for (const Node& other : next) Trace(other, fate);
  }
}

const Meaning::Fate& Meaning::FateOf(Node node) const {
  const auto [it, added] = fates_.try_emplace(node);
  if (added) Trace(node, &it->second);
  return it->second;
}

std::optional<Node> Meaning::Today(Node node) const {
  const Fate& fate = FateOf(node);
  if (!fate.whole || fate.ends.size() != 1) return std::nullopt;
  return *fate.ends.begin();
}

std::set<Node> Meaning::FindCurrent(const std::string& id) const {
  std::set<Node> found;
  for (const Node& node : FindById(id)) found.insert(Today(node).value_or(node));
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

std::set<Node> Meaning::NodesOf(const std::string& code, bool excluded) const {
  if (const auto it = nodes_of_.find({code, excluded}); it != nodes_of_.end()) return it->second;
  std::set<Node> meant;
  for (const Node& node : AllNodes()) {
    const Term& term = TermOf(node);
    if (GoesBy(term, code)) {
      meant.insert(node);
      // Who has what several terms stand for today has each of them; who lacks it may lack only one.
      if (term.obsolete && (!excluded || Today(node))) {
        meant.insert(FateOf(node).passed.begin(), FateOf(node).passed.end());
        meant.insert(FateOf(node).ends.begin(), FateOf(node).ends.end());
      }
    }
    if (!term.obsolete && StatesEquivalent(term, code)) meant.insert(node);
  }
  // A name in place of a code is the term, if it is the name of one.
  const std::set<Node> named = code.find(':') == std::string::npos ? FindName(code) : std::set<Node>();
  if (named.size() == 1 && !TermOf(*named.begin()).obsolete) meant.insert(named.begin(), named.end());
  return nodes_of_[{code, excluded}] = meant;
}

// Whether `a` is above `b` in the same ontology, by is_a alone.
bool Meaning::IsAbove(Node a, Node b) const {
  if (a.first != b.first) return false;
  std::set<ontology::TermIndex> above;
  std::vector<ontology::TermIndex> todo = {b.second};
  while (!todo.empty()) {
    const ontology::TermIndex term = todo.back();
    todo.pop_back();
    for (const ontology::TermIndex parent : TermOf({a.first, term}).parents) {
      if (above.insert(parent).second) todo.push_back(parent);
    }
  }
  return above.contains(a.second);
}

bool Meaning::Linked(Node a, Node b) const {
  if (a == b) return false;
  // A retired term means the one that has replaced it; one that nothing replaces has no meaning by which others could
  // be the same.
  if (TermOf(a).obsolete || TermOf(b).obsolete) return Today(a) == b || Today(b) == a;
  // What ontologies have of each other.
  if (TermOf(a).id == TermOf(b).id) return true;
  if (IsAbove(a, b) && IsAbove(b, a)) return true;
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
      // What is below a retired term is below all that it has become. One that has become a single term is that term,
      // and not what else was passed on the way, which may be a circle of retired terms.
      if (!TermOf(node).obsolete || Today(node)) continue;
      more.insert(FateOf(node).passed.begin(), FateOf(node).passed.end());
      more.insert(FateOf(node).ends.begin(), FateOf(node).ends.end());
    }
    more = WithEquivalents(more);
    if (more.size() == all.size()) return all;
    all = more;
  }
}

bool Meaning::Reaches(const std::string& record_code, const Concept& wanted, Reach reach) const {
  if (record_code == wanted.code) return true;
  if (reach == Reach::kBelow && IsBelow(record_code, wanted.code)) return true;
  if (reach == Reach::kAbove && IsBelow(wanted.code, record_code)) return true;
  const bool excluded = reach == Reach::kAbove || reach == Reach::kExactlyExcluded;
  std::set<Node> recorded = NodesOf(record_code, excluded);
  if (reach == Reach::kExactly || reach == Reach::kExactlyExcluded)
    return Intersect(WithEquivalents(recorded), wanted.nodes);
  if (reach == Reach::kAbove) return Intersect(recorded, WithAncestors(wanted.nodes));
  // What is below a code by its spelling is below the terms that the code means.
  for (const std::string& level : LevelsOf(record_code)) recorded.merge(NodesOf(level));
  if (!with_ancestors_.contains(record_code)) with_ancestors_[record_code] = WithAncestors(recorded);
  return Intersect(with_ancestors_[record_code], wanted.nodes);
}

}  // namespace muster::property
