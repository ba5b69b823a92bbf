// What codes mean: terms of ontologies, found and walked by going through all terms each time.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_MEANING_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_MEANING_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ontology/ontology.h"
#include "grammar/syntax.h"

namespace muster::property {

/// A term: the ontology's place in the list, and the term's in it.
using Node = std::pair<size_t, ontology::TermIndex>;

enum class Reach {
  kBelow,            ///< a record's code counts when it is the term or a descendant
  kAbove,            ///< when it is the term or an ancestor
  kExactly,          ///< when it is the term
  kExactlyExcluded,  ///< the same, of what is recorded as absent
};

/// The levels above a code that says itself what it is below of: of ICD10:C18.01 all beginnings from C18 on, but for
/// the dot; of codes of ATC those with one, three, four and five characters.
std::vector<std::string> LevelsOf(const std::string& code);
/// Whether the code is below the level, or in the block, by its spelling.
bool IsBelow(const std::string& code, const std::string& level);

class Meaning {
 public:
  explicit Meaning(const std::vector<ontology::OntologyPtr>& ontologies) {
    for (const ontology::OntologyPtr& ontology : ontologies) terms_.push_back(ontology->AllTerms());
  }

  /// A written term.
  struct Concept {
    std::string code;      ///< as written, normalised; of a label, the term's id
    std::set<Node> nodes;  ///< empty for a code that no ontology knows
  };
  /// Nullopt when the label is ambiguous. What no ontology has as a label is a code.
  std::optional<Concept> Find(const grammar::Literal& literal) const;

  /// Whether the code of a record is within reach of what was written.
  bool Reaches(const std::string& record_code, const Concept& wanted, Reach reach) const;

  /// The terms that the code means in a query.
  std::set<Node> FindCode(const std::string& code) const;
  /// The terms that the code means where it stands in a record; where it is recorded as absent, the parts of which a
  /// retired term was made are not among them.
  std::set<Node> NodesOf(const std::string& code, bool excluded = false) const;
  /// The terms and all above them; terms stated to be equivalent are walked as one.
  std::set<Node> WithAncestors(const std::set<Node>& nodes) const;
  std::set<Node> WithEquivalents(const std::set<Node>& nodes) const;
  const ontology::Term& TermOf(Node node) const { return terms_[node.first][node.second]; }
  std::vector<Node> AllNodes() const;

 private:
  /// By id or alternative id; what replaces an obsolete term in place of it.
  std::set<Node> FindCurrent(const std::string& id) const;
  std::set<Node> FindName(const std::string& name) const;
  std::set<Node> FindById(const std::string& id) const;
  bool Linked(Node a, Node b) const;
  /// What became of a retired term: the retired ones on the way, the current ones at the end, and whether each way has
  /// an end.
  struct Fate {
    std::set<Node> passed;
    std::set<Node> ends;
    bool whole = true;
  };
  const Fate& FateOf(Node node) const;
  void Trace(Node node, Fate* fate) const;
  /// The one term that a term means today.
  std::optional<Node> Today(Node node) const;
  bool IsAbove(Node a, Node b) const;

  std::vector<std::vector<ontology::Term>> terms_;  // of each ontology
  // Answers given before: the questions are few and the same.
  mutable std::map<std::pair<std::string, bool>, std::set<Node>> nodes_of_;
  mutable std::map<Node, Fate> fates_;
  mutable std::map<std::string, std::set<Node>> with_ancestors_;
  mutable std::map<Node, std::vector<Node>> links_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_MEANING_H_
