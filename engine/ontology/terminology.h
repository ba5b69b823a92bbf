// What codes mean: which symbols of the dictionary are of a concept, lie below it or above, by the loaded ontologies
// and by the codes themselves.
#ifndef MUSTER_ENGINE_ONTOLOGY_TERMINOLOGY_H_
#define MUSTER_ENGINE_ONTOLOGY_TERMINOLOGY_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/hash/hash.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/symbol_list.h"
#include "engine/ontology/code_levels.h"
#include "engine/ontology/loaded_ontologies.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// Symbols that a concept, a field or a condition has.
using SymbolSet = std::shared_ptr<const model::SymbolList>;

/// What a concept reaches.
struct Reached {
  SymbolSet symbols;
  size_t terms = 0;  ///< ontology terms, in records or not
  /// With what lies below: what is part of the concept or of something below it, and is not below. Null: nothing is.
  SymbolSet parts = nullptr;
};

/// What a code written in a query stands for.
struct Concept {
  enum class Source {
    kTerm,         ///< a term of a loaded ontology, by its id
    kAlternative,  ///< the same, by an alternative (merged) id
    kReplaced,     ///< an obsolete term that says what replaces it
    kEquivalent,   ///< no term, but terms say they are equivalent to it
    kPlain,        ///< no loaded ontology knows it; records use it, what lies below it by its code, or what it replaces
    kObsolete,     ///< an obsolete term without replacement
    kUnknown,      ///< neither ontology nor records know it
  };
  Source source = Source::kUnknown;
  std::string id;             ///< as looked up
  std::vector<Node> nodes;    ///< the terms it stands for
  std::vector<Node> retired;  ///< of kPlain: obsolete terms that it has replaced, whose codes it reaches
};

/// Immutable but for its cache; thread-safe.
class Terminology {
 public:
  Terminology(std::vector<OntologyPtr> ontologies, model::DictionaryPtr dictionary);

  const std::vector<OntologyPtr>& ontologies() const { return ontologies_.all(); }
  const model::Dictionary& dictionary() const { return *dictionary_; }
  Term term(Node node) const { return ontologies()[node.ontology]->term(node.term); }
  bool IsObsolete(Node node) const { return ontologies_.IsObsolete(node); }
  std::string_view TermId(Node node) const { return ontologies_.TermId(node); }

  /// `code` normalised (model::NormalizeCode).
  Concept Find(std::string_view code) const;
  /// Current terms with this label or synonym, over all ontologies (Ontology::FindByName), each id once.
  std::vector<Node> FindByName(std::string_view name) const { return ontologies_.FindByName(name); }
  /// The terms that a concept reaches and their symbols in the dictionary. Equivalences between loaded ontologies are
  /// followed, so a MONDO term reaches what lies below its ORDO equivalent. Codes whose hierarchy is in the code
  /// (model/code_hierarchy.h) reach what lies below them by it and has no place in a loaded ontology. Cached.
  Reached Follow(const Concept& of, Reach reach) const;
  /// The same without the cache: for remarks that look at many codes, which would drive out what questions ask for.
  Reached FollowOnce(const Concept& of, Reach reach) const;
  /// The cached result of Follow() for the current term with this id, found in one step: for lists of many codes.
  /// Nothing where it is not cached.
  std::optional<Reached> CachedFollow(std::string_view id, Reach reach) const;
  /// The codes by which records may have what a concept reaches, whether any record has them or not.
  std::vector<std::string> CodesOf(const Concept& of, Reach reach) const;
  /// Whether codes below `code` can be recognised by the codes alone.
  bool HasHierarchyOfItsOwn(std::string_view code) const;
  /// The current terms at the ends of the chains of what has replaced an obsolete term.
  std::vector<Node> CurrentOf(Node node) const { return ontologies_.CurrentOf(node); }
  /// Whether `of` is `above` or lies below it, equivalences between loaded ontologies included.
  bool IsAtOrBelow(const Concept& of, const Concept& above) const;
  /// The label by which people know a code: the ontology's, else the first one that came with the data, else "".
  std::string Label(std::string_view code) const {
    return Label(code, [](model::Symbol) { return true; });
  }
  /// The same, where the label that came with the data counts only if `is_in_use` says so of the code's symbol: records
  /// that had it may be gone.
  std::string Label(std::string_view code, absl::FunctionRef<bool(model::Symbol)> is_in_use) const;
  /// True when some loaded ontology has terms with the prefix of `code`.
  bool KnowsPrefix(std::string_view code) const { return ontologies_.KnowsPrefix(code); }
  /// The term that a text in place of a code names, as a record has it: a label or synonym, if it names one current
  /// term only, over all ontologies.
  std::optional<Node> NamedBy(std::string_view text) const;
  /// Codes that begin with `code`, of systems whose hierarchy is in the code, and that are in use.
  std::vector<std::string> Beginning(std::string_view code, size_t limit,
                                     absl::FunctionRef<bool(model::Symbol)> is_in_use) const {
    return levels_.Beginning(code, limit, is_in_use);
  }
  /// Names near `name`, over all ontologies, as "HP:0001250 Seizure".
  std::vector<std::string> Nearest(std::string_view name, size_t limit) const {
    return ontologies_.Nearest(name, limit);
  }

 private:
  // Symbols of what is part of the concept, or below such a part, without those in `reached`; null where there are
  // none.
  SymbolSet PartsOf(const Concept& of, const model::SymbolList& reached) const;
  // Symbols of texts that stand in place of codes and name a term. Made when it is first needed.
  const HashMap<uint64_t, std::vector<model::Symbol>>& Named() const;

  // The cache key of Follow(); looked up without a copy of the id.
  template <typename Text>
  struct Followed {
    Reach reach;
    Concept::Source source;
    Text id;
  };
  struct Hash {
    using is_transparent = void;
    template <typename Text>
    size_t operator()(const Followed<Text>& key) const {
      return absl::HashOf(key.reach, key.source, std::string_view(key.id));
    }
  };
  struct Equal {
    using is_transparent = void;
    template <typename A, typename B>
    bool operator()(const Followed<A>& a, const Followed<B>& b) const {
      return a.reach == b.reach && a.source == b.source && std::string_view(a.id) == std::string_view(b.id);
    }
  };
  std::optional<Reached> Cached(Followed<std::string_view> key) const;

  const LoadedOntologies ontologies_;
  const model::DictionaryPtr dictionary_;
  const CodeLevels levels_;
  // (Not Abseil's, which waits for ever after an exception, for want of memory.)
  mutable std::once_flag named_once_;
  mutable HashMap<uint64_t, std::vector<model::Symbol>> named_;  // by ontology and term
  mutable QuickMutex mutex_;
  mutable HashMap<Followed<std::string>, Reached, Hash, Equal> cache_ ABSL_GUARDED_BY(mutex_);
};

using TerminologyPtr = std::shared_ptr<const Terminology>;

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_TERMINOLOGY_H_
