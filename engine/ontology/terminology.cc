#include "engine/ontology/terminology.h"

#include <algorithm>

#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/text/text.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {

namespace {

uint64_t KeyOf(Node node) { return uint64_t{node.ontology} << 32 | node.term; }

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
  if (term.obsolete) return;
  for (const TermView::XrefView& xref : term.xrefs) {
    if (xref.equivalent) visit(xref.id);
  }
}

std::vector<Node> Terminology::FindAll(std::string_view id) const {
  std::vector<Node> found;
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    if (const auto term = ontologies_[o]->Find(id)) found.push_back({o, *term});
  }
  return found;
}

std::vector<Node> Terminology::Replaces(Node node, const TermView& view) const {
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

std::optional<Node> Terminology::FindOne(std::string_view id) const {
  const std::vector<Node> nodes = FindAll(id);
  const auto rank = [&](Node node) {
    const Ontology& ontology = *ontologies_[node.ontology];
    if (ontology.Label(node.term).empty()) return 2;
    return model::ToLower(id.substr(0, id.find(':'))) == ontology.id() ? 0 : 1;
  };
  const auto best = std::min_element(nodes.begin(), nodes.end(), [&](Node a, Node b) { return rank(a) < rank(b); });
  return best == nodes.end() ? std::nullopt : std::optional(*best);
}

bool Terminology::FindCurrent(Node node, std::vector<Node>& passed, std::vector<Node>& current) const {
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

std::optional<Node> Terminology::Current(Node node) const {
  if (!IsObsolete(node)) return node;
  std::vector<Node> passed, current;
  if (!FindCurrent(node, passed, current) || current.size() != 1) return std::nullopt;
  return current[0];
}

std::vector<Node> Terminology::CurrentOf(Node node) const {
  std::vector<Node> passed, current;
  FindCurrent(node, passed, current);
  return current;
}

std::vector<Node> Terminology::Beside(Node node, const TermView& view, Reach reach) const {
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

Concept Terminology::Find(std::string_view code) const {
  Concept found;
  found.id = std::string(code);
  if (const auto chosen = FindOne(code)) {
    const Node node = *chosen;
    const Ontology& ontology = *ontologies_[node.ontology];
    found.nodes = {node};
    if (!ontology.IsObsolete(node.term)) {
      found.source = ontology.IsPrimaryId(code) ? Concept::Source::kTerm : Concept::Source::kAlternative;
    } else if (const auto current = Current(node)) {
      found.source = Concept::Source::kReplaced;
      found.nodes = {*current};
    } else {
      found.source = Concept::Source::kObsolete;
    }
    return found;
  }
  for (uint32_t o = 0; o < ontologies_.size(); ++o) {
    for (const TermIndex term : ontologies_[o]->EquivalentTo(code)) {
      if (!ontologies_[o]->IsObsolete(term)) found.nodes.push_back({o, term});
    }
  }
  if (!found.nodes.empty()) {
    found.source = Concept::Source::kEquivalent;
    return found;
  }
  bool used = dictionary_->Find(code).has_value();
  if (!used) {
    ForEachBelow(code, [&](model::Symbol) {
      used = true;
      return false;
    });
  }
  if (used) found.source = Concept::Source::kPlain;
  return found;
}

const std::vector<model::Symbol>& Terminology::ByCode() const {
  std::call_once(by_code_once_, [this] {
    std::vector<model::Symbol> by_code;
    for (model::Symbol symbol = 0; symbol < dictionary_->size(); ++symbol) {
      if (model::HasCodeHierarchy(dictionary_->Text(symbol))) by_code.push_back(symbol);
    }
    std::sort(by_code.begin(), by_code.end(),
              [this](model::Symbol a, model::Symbol b) { return dictionary_->Text(a) < dictionary_->Text(b); });
    by_code_ = std::move(by_code);
  });
  return by_code_;
}

std::optional<Node> Terminology::NamedBy(std::string_view text) const {
  // Ids of people share the dictionary, and so do the words of other fields, in lower case: a name has blanks between
  // words, or is one word of letters that are not all small, with digits perhaps: "T2DM".
  const bool blank = text.find(' ') != std::string_view::npos;
  const bool letters = std::all_of(text.begin(), text.end(), [](char c) { return model::IsAsciiAlnum(c); }) &&
                       std::count_if(text.begin(), text.end(), [](char c) { return model::IsAsciiAlpha(c); }) >= 3 &&
                       std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (text.size() < 3 || text.find(':') != std::string_view::npos || (!blank && !letters)) return std::nullopt;
  std::optional<Node> named;
  for (const Node node : FindByName(text)) {
    if (IsObsolete(node)) continue;
    if (named.has_value()) return std::nullopt;
    named = node;
  }
  return named;
}

const HashMap<uint64_t, std::vector<model::Symbol>>& Terminology::Named() const {
  std::call_once(named_once_, [this] {
    HashMap<uint64_t, std::vector<model::Symbol>> named;
    for (model::Symbol symbol = 0; symbol < dictionary_->size(); ++symbol) {
      if (const std::optional<Node> node = NamedBy(dictionary_->Text(symbol))) named[KeyOf(*node)].push_back(symbol);
    }
    named_ = std::move(named);
  });
  return named_;
}

bool Terminology::HasHierarchyOfItsOwn(std::string_view code) const { return model::IsLevelOfHierarchy(code); }

bool Terminology::IsPlacedElsewhere(std::string_view code, std::string_view level) const {
  const std::string_view system = code.substr(0, code.find(':') + 1);
  const std::vector<Node> terms = FindAll(code);
  return std::any_of(terms.begin(), terms.end(), [&](Node term) {
    const Ontology& ontology = *ontologies_[term.ontology];
    if (ontology.IsObsolete(term.term)) return true;
    // Terms of other systems above it say nothing of its place in its own.
    bool has_place = false;
    for (const TermIndex above : ontology.Ancestors(term.term)) {
      const std::string_view id = ontology.TermId(above);
      if (above == term.term || !id.starts_with(system)) continue;
      if (id == level || model::IsBelowByCode(id, level)) return false;
      has_place = true;
    }
    return has_place;
  });
}

template <typename Visit>
void Terminology::ForEachBelow(std::string_view level, Visit visit) const {
  if (!HasHierarchyOfItsOwn(level)) return;
  const std::string_view beginning = model::CommonBeginning(level);
  const std::vector<model::Symbol>& all = ByCode();
  auto at = std::lower_bound(all.begin(), all.end(), beginning, [this](model::Symbol symbol, std::string_view text) {
    return dictionary_->Text(symbol) < text;
  });
  const bool known = KnowsPrefix(level);
  for (; at != all.end() && dictionary_->Text(*at).starts_with(beginning); ++at) {
    const std::string_view code = dictionary_->Text(*at);
    if (!model::IsBelowByCode(code, level) || (known && IsPlacedElsewhere(code, level))) continue;
    if (!visit(*at)) return;
  }
}

void Terminology::AddAbove(std::string_view code, std::vector<model::Symbol>* symbols) const {
  if (!model::HasCodeHierarchy(code)) return;
  const bool known = KnowsPrefix(code);
  for (const model::Symbol symbol : ByCode()) {
    const std::string_view level = dictionary_->Text(symbol);
    if (model::IsBelowByCode(code, level) && !(known && IsPlacedElsewhere(code, level))) symbols->push_back(symbol);
  }
}

std::vector<std::string> Terminology::Beginning(std::string_view code, size_t limit,
                                                absl::FunctionRef<bool(model::Symbol)> is_in_use) const {
  std::vector<std::string> found;
  if (!model::HasCodeHierarchy(code)) return found;
  const std::vector<model::Symbol>& all = ByCode();
  auto at = std::lower_bound(all.begin(), all.end(), code, [this](model::Symbol symbol, std::string_view text) {
    return dictionary_->Text(symbol) < text;
  });
  for (; at != all.end() && found.size() < limit && dictionary_->Text(*at).starts_with(code); ++at) {
    if (is_in_use(*at)) found.emplace_back(dictionary_->Text(*at));
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
  TermView view;
  const TermView nothing;
  for (size_t i = 0; i < reached.size(); ++i) {
    const Node node = reached[i];
    const Ontology& ontology = *ontologies_[node.ontology];
    if (reach == Reach::kDescendants) {
      for (const TermIndex child : ontology.Children(node.term)) visit({node.ontology, child});
    } else if (reach == Reach::kAncestors) {
      for (const TermIndex parent : ontology.Parents(node.term)) visit({node.ontology, parent});
    }
    // Of a current term of the only ontology, all that matters here is known without reading it.
    const bool alone = ontologies_.size() == 1 && !ontology.IsObsolete(node.term);
    if (!alone) ontology.Read(node.term, view);
    for (const Node other : Beside(node, alone ? nothing : view, reach)) visit(other);
  }
  return reached;
}

Reached Terminology::Follow(const Concept& of, Reach reach) const {
  if (auto cached = Cached({reach, of.source, of.id})) return *std::move(cached);
  size_t terms = 0;
  std::vector<model::Symbol> symbols;
  const auto add_below = [&](std::string_view code) {
    ForEachBelow(code, [&](model::Symbol symbol) {
      symbols.push_back(symbol);
      return true;
    });
  };
  if (const auto own = dictionary_->Find(of.id)) symbols.push_back(*own);
  if (reach == Reach::kDescendants) add_below(of.id);
  if (reach == Reach::kAncestors) AddAbove(of.id, &symbols);
  if (of.nodes.empty() && model::HasCodeHierarchy(of.id)) terms = std::max<size_t>(symbols.size(), 1);
  if (of.nodes.empty() && symbols.size() == 1 && !dictionary_->Find(of.id)) terms = 2;  // the level and what is below
  for (const Node node : Walk(of, reach)) {
    if (!IsObsolete(node)) ++terms;
    ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') == std::string_view::npos) return;  // a keyword of the same spelling
      if (const auto symbol = dictionary_->Find(code)) symbols.push_back(*symbol);
      if (reach == Reach::kDescendants) add_below(code);
    });
    if (const auto named = Named().find(KeyOf(node)); named != Named().end()) {
      symbols.insert(symbols.end(), named->second.begin(), named->second.end());
    }
  }
  Reached reached{std::make_shared<const model::SymbolList>(std::move(symbols)), terms};
  absl::MutexLock lock(&mutex_);
  constexpr size_t kMaxCached = 4096;
  if (cache_.size() >= kMaxCached) cache_.clear();
  return cache_.try_emplace({reach, of.source, of.id}, std::move(reached)).first->second;
}

std::vector<std::string> Terminology::CodesOf(const Concept& of, Reach reach) const {
  std::vector<std::string> codes = {of.id};
  for (const Node node : Walk(of, reach)) {
    ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') != std::string_view::npos) codes.emplace_back(code);  // not a keyword of the same spelling
    });
  }
  return codes;
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
  if (of.id == above.id || (HasHierarchyOfItsOwn(above.id) && model::IsBelowByCode(of.id, above.id) &&
                            !(KnowsPrefix(of.id) && IsPlacedElsewhere(of.id, above.id)))) {
    return true;
  }
  const std::vector<Node> ancestors = Walk(of, Reach::kAncestors);
  return std::any_of(above.nodes.begin(), above.nodes.end(), [&](const Node& node) {
    return std::find(ancestors.begin(), ancestors.end(), node) != ancestors.end();
  });
}

std::string Terminology::Label(std::string_view code, absl::FunctionRef<bool(model::Symbol)> is_in_use) const {
  for (const OntologyPtr& ontology : ontologies_) {
    if (const auto term = ontology->Find(code)) {
      const std::string_view label = ontology->Label(*term);
      if (!label.empty()) return std::string(label);
    }
  }
  if (const auto symbol = dictionary_->Find(code)) {
    const std::string_view label = dictionary_->Label(*symbol);
    if (!label.empty() && is_in_use(*symbol)) return std::string(label);
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
