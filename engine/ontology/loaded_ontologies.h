// All loaded ontologies together: terms by id and name, which terms of different ontologies are one concept, and what
// has become of retired ones.
#ifndef MUSTER_ENGINE_ONTOLOGY_LOADED_ONTOLOGIES_H_
#define MUSTER_ENGINE_ONTOLOGY_LOADED_ONTOLOGIES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// A term of one of the loaded ontologies.
struct Node {
  uint32_t ontology = 0;
  TermIndex term = 0;
  friend bool operator==(const Node&, const Node&) = default;
};

/// Which terms, and which symbols, to look for.
enum class Reach {
  kExact,          ///< the concept: its id, alternative ids, ids it replaces, equivalent codes
  kDescendants,    ///< the concept or anything below it
  kAncestors,      ///< the concept or anything above it, for what is recorded as absent
  kExactExcluded,  ///< the concept, for what is recorded as absent
};

// An obsolete term with one replacement, perhaps over several steps and in another ontology, means that term. One with
// several replacements means all of them together: a person who has it has each, a person who lacks it may still have
// any.

/// Immutable; thread-safe.
class LoadedOntologies {
 public:
  explicit LoadedOntologies(std::vector<OntologyPtr> ontologies) : ontologies_(std::move(ontologies)) {}

  const std::vector<OntologyPtr>& all() const { return ontologies_; }
  bool IsObsolete(Node node) const { return ontologies_[node.ontology]->IsObsolete(node.term); }
  std::string_view TermId(Node node) const { return ontologies_[node.ontology]->TermId(node.term); }
  /// True when some loaded ontology has terms with the prefix of `code`.
  bool KnowsPrefix(std::string_view code) const;

  /// All terms of that id; a term of several loaded ontologies is one.
  std::vector<Node> FindAll(std::string_view id) const;
  /// Of the ontologies that have a term of that id, the one that the term comes from decides what has become of it;
  /// others may have older copies, or only mention it.
  std::optional<Node> FindOne(std::string_view id) const;
  /// Current terms with this label or synonym (Ontology::FindByName), each id once.
  std::vector<Node> FindByName(std::string_view name) const;
  /// Obsolete terms that `code`, which no loaded ontology has, and nothing else has replaced.
  std::vector<Node> RetiredFor(std::string_view code) const;
  /// Names near `name`, over all ontologies, as "HP:0001250 Seizure".
  std::vector<std::string> Nearest(std::string_view name, size_t limit) const;

  /// The only term that it means today, if there is one.
  std::optional<Node> Current(Node node) const;
  /// The current terms at the ends of the chains of what has replaced an obsolete term.
  std::vector<Node> CurrentOf(Node node) const;

  /// The terms that `nodes` reach, these first: by is_a in the direction of `reach`, and by equivalence and replacement
  /// within and between ontologies. `with_parts`: with descendants, by part_of as well.
  std::vector<Node> Walk(const std::vector<Node>& nodes, Reach reach, bool with_parts = false) const;
  /// Whether in any of them a term is part of another one.
  bool HasParts() const;

  /// Calls `visit(id)` with each id that means the term in records: its own, alternative ones, those of retired terms
  /// that it has replaced, and codes that it says are equivalent.
  void ForEachCode(Node node, absl::FunctionRef<void(std::string_view)> visit) const;

 private:
  // The terms that mean the same as the term, which was read into `view`: equivalent ones, whichever of the two says
  // so, and the retired ones that it replaces, if `reach` includes them.
  std::vector<Node> SameMeaning(Node node, const TermView& view, Reach reach) const;
  // Retired terms that name one of the term's ids as what replaces them.
  std::vector<Node> Replaces(Node node, const TermView& view) const;
  // Adds the terms that stand for the term today: itself, or the ends of all chains of replacements. False if a chain
  // ends with a term that nothing replaces or that no loaded ontology has.
  bool FindCurrent(Node node, std::vector<Node>& passed, std::vector<Node>& current) const;

  std::vector<OntologyPtr> ontologies_;
};

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_LOADED_ONTOLOGIES_H_
