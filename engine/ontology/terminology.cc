#include "engine/ontology/terminology.h"

#include <algorithm>

#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

uint64_t KeyOf(Node node) { return uint64_t{node.ontology} << 32 | node.term; }

}  // namespace

Terminology::Terminology(std::vector<OntologyPtr> ontologies, model::DictionaryPtr dictionary)
    : ontologies_(std::move(ontologies)), dictionary_(std::move(dictionary)), levels_(ontologies_, *dictionary_) {}

bool Terminology::HasHierarchyOfItsOwn(std::string_view code) const { return model::IsLevelOfHierarchy(code); }

Concept Terminology::Find(std::string_view code) const {
  Concept found;
  found.id = std::string(code);
  if (const auto chosen = ontologies_.FindOne(code)) {
    const Node node = *chosen;
    const Ontology& ontology = *ontologies()[node.ontology];
    found.nodes = {node};
    if (!ontology.IsObsolete(node.term)) {
      found.source = ontology.IsPrimaryId(code) ? Concept::Source::kTerm : Concept::Source::kAlternative;
    } else if (const auto current = ontologies_.Current(node)) {
      found.source = Concept::Source::kReplaced;
      found.nodes = {*current};
    } else {
      found.source = Concept::Source::kObsolete;
    }
    return found;
  }
  for (uint32_t o = 0; o < ontologies().size(); ++o) {
    for (const TermIndex term : ontologies()[o]->EquivalentTo(code)) {
      if (!ontologies()[o]->IsObsolete(term)) found.nodes.push_back({o, term});
    }
  }
  if (!found.nodes.empty()) {
    found.source = Concept::Source::kEquivalent;
    return found;
  }
  found.retired = ontologies_.RetiredFor(code);
  bool used = dictionary_->Find(code).has_value() || !found.retired.empty();
  if (!used) {
    levels_.ForEachBelow(code, [&](model::Symbol) {
      used = true;
      return false;
    });
  }
  if (used) found.source = Concept::Source::kPlain;
  return found;
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
  for (const Node node : ontologies_.FindByName(text)) {
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

SymbolSet Terminology::PartsOf(const Concept& of, const model::SymbolList& reached) const {
  if (!ontologies_.HasParts()) return nullptr;
  std::vector<model::Symbol> symbols;
  for (const Node node : ontologies_.Walk(of.nodes, Reach::kDescendants, /*with_parts=*/true)) {
    ontologies_.ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') == std::string_view::npos) return;
      const auto symbol = dictionary_->Find(code);
      if (symbol && !reached.Contains(*symbol)) symbols.push_back(*symbol);
    });
  }
  return symbols.empty() ? nullptr : std::make_shared<const model::SymbolList>(std::move(symbols));
}

Reached Terminology::Follow(const Concept& of, Reach reach) const {
  if (auto cached = Cached({reach, of.source, of.id})) return *std::move(cached);
  Reached reached = FollowOnce(of, reach);
  const QuickLock lock(&mutex_);
  constexpr size_t kMaxCached = 4096;
  if (cache_.size() >= kMaxCached) cache_.clear();
  return cache_.try_emplace({reach, of.source, of.id}, std::move(reached)).first->second;
}

Reached Terminology::FollowOnce(const Concept& of, Reach reach) const {
  size_t terms = 0;
  std::vector<model::Symbol> symbols;
  const auto add_below = [&](std::string_view code) {
    levels_.ForEachBelow(code, [&](model::Symbol symbol) {
      symbols.push_back(symbol);
      return true;
    });
  };
  if (const auto own = dictionary_->Find(of.id)) symbols.push_back(*own);
  if (reach == Reach::kDescendants) add_below(of.id);
  if (reach == Reach::kAncestors) levels_.AddAbove(of.id, &symbols);
  if (of.nodes.empty() && model::HasCodeHierarchy(of.id)) terms = std::max<size_t>(symbols.size(), 1);
  if (of.nodes.empty() && of.retired.empty() && symbols.size() == 1 && !dictionary_->Find(of.id))
    terms = 2;  // the level and what is below
  for (const Node node : ontologies_.Walk(of.nodes.empty() ? of.retired : of.nodes, reach)) {
    if (!IsObsolete(node)) ++terms;
    ontologies_.ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') == std::string_view::npos) return;  // a keyword of the same spelling
      if (const auto symbol = dictionary_->Find(code)) symbols.push_back(*symbol);
      if (reach == Reach::kDescendants) add_below(code);
    });
    if (const auto named = Named().find(KeyOf(node)); named != Named().end()) {
      symbols.insert(symbols.end(), named->second.begin(), named->second.end());
    }
  }
  Reached reached{std::make_shared<const model::SymbolList>(std::move(symbols)), terms};
  if (reach == Reach::kDescendants) reached.parts = PartsOf(of, *reached.symbols);
  return reached;
}

std::vector<std::string> Terminology::CodesOf(const Concept& of, Reach reach) const {
  std::vector<std::string> codes = {of.id};
  for (const Node node : ontologies_.Walk(of.nodes.empty() ? of.retired : of.nodes, reach)) {
    ontologies_.ForEachCode(node, [&](std::string_view code) {
      if (code.find(':') != std::string_view::npos) codes.emplace_back(code);  // not a keyword of the same spelling
    });
  }
  return codes;
}

std::optional<Reached> Terminology::CachedFollow(std::string_view id, Reach reach) const {
  return Cached({reach, Concept::Source::kTerm, id});
}

std::optional<Reached> Terminology::Cached(Followed<std::string_view> key) const {
  const QuickLock lock(&mutex_);
  const auto it = cache_.find(key);
  return it == cache_.end() ? std::nullopt : std::optional(it->second);
}

bool Terminology::IsAtOrBelow(const Concept& of, const Concept& above) const {
  if (of.id == above.id || (HasHierarchyOfItsOwn(above.id) && levels_.IsBelow(of.id, above.id))) return true;
  const std::vector<Node> ancestors = ontologies_.Walk(of.nodes, Reach::kAncestors);
  return std::any_of(above.nodes.begin(), above.nodes.end(), [&](const Node& node) {
    return std::find(ancestors.begin(), ancestors.end(), node) != ancestors.end();
  });
}

std::string Terminology::Label(std::string_view code, absl::FunctionRef<bool(model::Symbol)> is_in_use) const {
  for (const OntologyPtr& ontology : ontologies()) {
    if (const auto term = ontology->Find(code)) {
      const std::string_view label = ontology->Label(*term);
      if (!label.empty()) return std::string(label);
    }
  }
  if (const auto symbol = dictionary_->Find(code)) {
    const std::string_view label = dictionary_->Label(*symbol);
    if (!label.empty() && is_in_use(*symbol)) return std::string(label);
  }
  for (const OntologyPtr& ontology : ontologies()) {
    for (const TermIndex term : ontology->EquivalentTo(code)) {
      if (!ontology->Label(term).empty()) return std::string(ontology->Label(term));
    }
  }
  return "";
}

}  // namespace muster::ontology
