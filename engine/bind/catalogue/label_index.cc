#include "engine/bind/catalogue/label_index.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "absl/hash/hash.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/text/missing_marker.h"

namespace muster::bind {
namespace {

std::string Folded(std::string_view label) {
  std::string folded(label);
  absl::AsciiStrToLower(&folded);
  return folded;
}

size_t HashOf(std::string_view label) { return absl::Hash<std::string>()(Folded(label)); }

// The terms whose label or exact synonym this is; of an ontology in which several have it, none.
std::vector<ontology::Node> TermsCalled(const ontology::Terminology& terminology, std::string_view label) {
  const std::vector<ontology::Node> nodes = terminology.FindByName(label);
  const auto among_others = [&](const ontology::Node& node) {
    return std::count_if(nodes.begin(), nodes.end(),
                         [&](const ontology::Node& other) { return other.ontology == node.ontology; }) > 1;
  };
  const auto is_exact = [&](const ontology::Node& node) {
    const ontology::Term term = terminology.term(node);
    const std::string folded = Folded(label);
    return Folded(term.label) == folded ||
           std::any_of(term.synonyms.begin(), term.synonyms.end(), [&](const ontology::Synonym& synonym) {
             return synonym.scope == ontology::Synonym::Scope::kExact && Folded(synonym.text) == folded;
           });
  };
  std::vector<ontology::Node> called;
  for (const ontology::Node& node : nodes) {
    if (!terminology.IsObsolete(node) && !among_others(node) && is_exact(node)) called.push_back(node);
  }
  return called;
}

// "unknown", "other": no name of what the code is.
bool SaysNothing(std::string_view label) {
  return label.empty() || model::IsMissingMarker(label) || absl::EqualsIgnoreCase(std::string(label), "other");
}

constexpr size_t kMostOfOneName = 50;  // codes

// Whether codes of one label have it in common and nothing else ("unspecified"): there are very many, or a system gives
// it to codes that have nothing to do with each other.
bool IsGeneral(const model::Dictionary& dictionary, const std::vector<model::Symbol>& codes) {
  constexpr size_t kCategory = 3;  // characters of ICD-10, ATC and the like that say what it is about
  constexpr size_t kOfFlat = 3;    // codes of one name in a system without a hierarchy of its own
  if (codes.size() > kMostOfOneName) return true;
  std::map<std::string_view, std::set<std::string_view>> apart;  // by system
  for (const model::Symbol symbol : codes) {
    const std::string_view code = dictionary.Text(symbol), kind = KindOf(code);
    const bool by_code = model::HasCodeHierarchy(code);
    std::set<std::string_view>& of_system = apart[kind];
    of_system.insert(by_code ? code.substr(kind.size(), kCategory) : code);
    if (of_system.size() > (by_code ? 1 : kOfFlat)) return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const LabelIndex>> LabelIndex::Make(const model::Dictionary& dictionary,
                                                                   const model::SymbolList& values) {
  std::shared_ptr<LabelIndex> index(new LabelIndex(dictionary));
  index->by_hash_.reserve(values.size());
  for (const model::Symbol symbol : values) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const std::string_view label = dictionary.Label(symbol);
    if (!SaysNothing(label)) index->by_hash_.emplace_back(HashOf(label), symbol);
  }
  std::sort(index->by_hash_.begin(), index->by_hash_.end());
  return index;
}

std::vector<model::Symbol> LabelIndex::Find(std::string_view label) const {
  std::vector<model::Symbol> found;
  const std::pair<size_t, model::Symbol> first(HashOf(label), 0);
  for (auto at = std::lower_bound(by_hash_.begin(), by_hash_.end(), first);
       at != by_hash_.end() && at->first == first.first; ++at) {
    if (absl::EqualsIgnoreCase(std::string(dictionary_.Label(at->second)), std::string(label))) {
      found.push_back(at->second);
    }
  }
  return found;
}

std::vector<std::pair<model::Symbol, model::Symbol>> LabelIndex::Shared() const {
  std::vector<std::pair<model::Symbol, model::Symbol>> shared;
  for (auto first = by_hash_.begin(); first != by_hash_.end();) {
    auto end = first;
    std::vector<model::Symbol> codes;
    for (; end != by_hash_.end() && end->first == first->first; ++end) {
      if (codes.size() <= kMostOfOneName) codes.push_back(end->second);
    }
    first = end;
    if (codes.size() < 2 || IsGeneral(dictionary_, codes)) continue;
    for (const model::Symbol one : codes) {
      for (const model::Symbol other : codes) {
        if (KindOf(dictionary_.Text(one)) != KindOf(dictionary_.Text(other)) &&
            Folded(dictionary_.Label(one)) == Folded(dictionary_.Label(other))) {
          shared.emplace_back(one, other);
        }
      }
    }
  }
  std::sort(shared.begin(), shared.end());
  return shared;
}

absl::StatusOr<std::shared_ptr<const CalledAlike>> CalledAlike::Make(const ontology::Terminology& terminology,
                                                                     const model::SymbolList& values,
                                                                     const LabelIndex& labels) {
  std::shared_ptr<CalledAlike> alike(new CalledAlike(terminology));
  alike->shared_ = labels.Shared();
  if (terminology.ontologies().empty()) return alike;
  for (const model::Symbol symbol : values) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const std::string_view label = terminology.dictionary().Label(symbol);
    if (SaysNothing(label)) continue;
    const std::vector<ontology::Node> terms = TermsCalled(terminology, label);
    if (terms.empty()) continue;
    const ontology::Concept own = terminology.Find(terminology.dictionary().Text(symbol));
    for (const ontology::Node node : terms) {
      // An ontology that has the code itself says what it is.
      const bool has_it = std::any_of(own.nodes.begin(), own.nodes.end(),
                                      [&](const ontology::Node& of) { return of.ontology == node.ontology; });
      ontology::Concept term = terminology.Find(terminology.TermId(node));
      if (!has_it && !terminology.IsAtOrBelow(own, term)) alike->named_.push_back({symbol, std::move(term)});
    }
  }
  return alike;
}

std::vector<model::Symbol> CalledAlike::Find(const ontology::Concept& of, const model::SymbolList& reached) const {
  std::vector<model::Symbol> found;
  for (const auto& [called, as] : shared_) {
    if (reached.Contains(as) && !reached.Contains(called)) found.push_back(called);
  }
  if (!named_.empty()) {
    HashSet<std::string> below;
    for (std::string& code : terminology_.CodesOf(of, ontology::Reach::kDescendants)) below.insert(std::move(code));
    for (const Named& named : named_) {
      if (!reached.Contains(named.symbol) && below.contains(named.term.id)) found.push_back(named.symbol);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace muster::bind
