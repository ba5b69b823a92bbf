// One ontology: its terms, their is_a hierarchy, and the other names they go by.
#ifndef MUSTER_ENGINE_ONTOLOGY_ONTOLOGY_H_
#define MUSTER_ENGINE_ONTOLOGY_ONTOLOGY_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/model/text/text_index.h"

namespace muster::ontology {

/// Index of a term in its ontology.
using TermIndex = uint32_t;

struct Synonym {
  enum class Scope : uint8_t { kExact, kBroad, kNarrow, kRelated };
  std::string text;
  Scope scope = Scope::kRelated;
  friend bool operator==(const Synonym&, const Synonym&) = default;
};

struct CrossReference {
  std::string id;           ///< normalised CURIE
  bool equivalent = false;  ///< stated to mean the same: source MONDO:equivalentTo, skos:exactMatch, equivalent class
  friend bool operator==(const CrossReference&, const CrossReference&) = default;
};

struct Term {
  std::string id;  ///< normalised CURIE
  std::string label;
  std::vector<TermIndex> parents;  ///< is_a
  std::vector<std::string> alternative_ids;
  std::vector<Synonym> synonyms;
  std::vector<CrossReference> xrefs;
  bool obsolete = false;
  std::vector<std::string> replaced_by;
  std::vector<std::string> consider;
  std::vector<TermIndex> wholes = {};  ///< part_of, in this ontology; nothing is below another by it
  friend bool operator==(const Term&, const Term&) = default;
};

/// What a reader hands over: terms in file order with parents by id, which may come later in the file, belong to other
/// ontologies or be missing.
struct OntologyDraft {
  std::string id;       ///< "hp", lower case; from `ontology:`, or the commonest prefix
  std::string version;  ///< `data-version:`, owl:versionInfo, or ""
  struct DraftTerm {
    Term term;  ///< parents empty
    std::vector<std::string> parent_ids;
    std::vector<std::string> whole_ids = {};  ///< part_of; those that the ontology lacks are left out
  };
  std::vector<DraftTerm> terms;
  std::vector<std::string> notes;  ///< what was odd, one sentence each, with the line or node
};

struct TermView;

/// Whether a note of Ontology::Build is about terms above themselves.
bool TellsOfCircle(std::string_view note);

/// Immutable; thread-safe.
class Ontology {
 public:
  /// Links parents. Repeated ids, unknown parents and circles of is_a become notes; a parent that is missing (a slice
  /// of an ontology) becomes a term of its own without label, and a term that is its own parent loses that parent.
  /// Repeated terms are united. `notes` gets the draft's notes and these; it may be null.
  static absl::StatusOr<std::shared_ptr<const Ontology>> Build(OntologyDraft draft, std::vector<std::string>* notes);

  Ontology(const Ontology&) = delete;
  Ontology& operator=(const Ontology&) = delete;

  const std::string& id() const { return id_; }
  const std::string& version() const { return version_; }
  size_t size() const { return entries_.size(); }
  std::string_view TermId(TermIndex term) const { return entries_[term].id; }
  std::string_view Label(TermIndex term) const { return entries_[term].label; }
  bool IsObsolete(TermIndex term) const;
  /// The facts about a term, read from the bytes, which its texts refer to.
  void Read(TermIndex term, TermView& view) const;
  Term term(TermIndex term) const;
  std::vector<Term> AllTerms() const;
  size_t obsolete_count() const;
  /// By id or alternative id (normalised).
  std::optional<TermIndex> Find(std::string_view id) const;
  /// True when `id` is the term's own id rather than an alternative one.
  bool IsPrimaryId(std::string_view id) const;
  /// By label or synonym, without regard to case: labels first, then exact synonyms, then others; obsolete terms only
  /// when nothing else matches. Several when the name is ambiguous at the best of these levels.
  std::vector<TermIndex> FindByName(std::string_view name) const;
  /// Terms whose cross-references say they are equivalent to `id`.
  std::vector<TermIndex> EquivalentTo(std::string_view id) const;
  /// Obsolete terms that say that this one has replaced them, each once.
  std::vector<TermIndex> Replaces(TermIndex term) const;
  /// The same for an id that this ontology does not have: that of a term of another ontology.
  std::vector<TermIndex> ReplacedElsewhere(std::string_view id) const;
  /// Other terms of this ontology that mean the same: stated to be equivalent, or in a circle of is_a with this one.
  /// Not all of a larger class, but from each of its terms the whole class is reached step by step.
  std::vector<TermIndex> SameAs(TermIndex term) const;
  /// is_a, in the order of the file.
  std::span<const TermIndex> Parents(TermIndex term) const { return parents_.Of(term); }
  std::span<const TermIndex> Children(TermIndex term) const { return children_.Of(term); }
  /// Terms that are part_of the term, as the file says it.
  std::vector<TermIndex> Parts(TermIndex term) const;
  /// Whether any term is part of another one.
  bool HasParts() const { return !parts_.empty(); }
  /// The term and all below it, each once, ascending by index.
  std::vector<TermIndex> Descendants(TermIndex term) const;
  /// The term and all above it, each once, ascending by index.
  std::vector<TermIndex> Ancestors(TermIndex term) const;
  /// Whether the ontology has a term with the prefix of `curie` ("HP"); terms without label, of which only children are
  /// known, do not count.
  bool OwnsPrefix(std::string_view curie) const;
  /// The same for any term, also one without label.
  bool HasPrefix(std::string_view curie) const;
  /// Up to `limit` ids, labels or synonyms nearest to `name` (edit distance and shared words), as "HP:0001250 Seizure".
  std::vector<std::string> Nearest(std::string_view name, size_t limit) const;
  /// Terms that have a word beginning with each word of `text`, in label or synonym, current ones only; shortest labels
  /// first, at most `limit`.
  std::vector<TermIndex> Search(std::string_view text, size_t limit) const;

  const std::string& Encode() const { return bytes_; }
  /// Keeps the bytes, and reads most facts from them when needed. DataLoss if they are not an ontology.
  static absl::StatusOr<std::shared_ptr<const Ontology>> Decode(std::string bytes);

 private:
  struct Entry {
    std::string_view id;
    std::string_view label;  // the other facts about the term follow it in the bytes
  };
  /// A list for each term, one behind the other.
  struct Lists {
    std::vector<uint32_t> ends;
    std::vector<TermIndex> items;
    std::span<const TermIndex> Of(TermIndex term) const {
      const uint32_t begin = term == 0 ? 0 : ends[term - 1];
      return std::span(items).subspan(begin, ends[term] - begin);
    }
  };
  /// A code that a term says is equivalent. Those of one code are chained.
  struct Equivalent {
    std::string_view id;
    TermIndex term;
    uint32_t next;
  };
  /// A label or synonym, found by the hash of its lower-case form.
  struct NameEntry {
    uint64_t hash;
    std::string_view text;
    TermIndex term;
    int level;
  };

  Ontology() = default;
  /// Fills everything from `bytes`; DataLoss when they are not of the form, InvalidArgument when what they say does not
  /// fit together.
  absl::Status ReadAll(std::string bytes);
  absl::Status AddIds(const std::vector<std::pair<TermIndex, std::string_view>>& alternative_ids);
  void AddEquivalent(std::string_view id, TermIndex term);
  void LinkChildren();
  void LinkReplaced(const std::vector<std::pair<TermIndex, std::string_view>>& replaced_by);
  void LinkSame();
  void IndexNames() const;  // fills names_; on first need, as opening a catalogue does not

  auto TermIdOf() const {
    return [this](TermIndex term) { return entries_[term].id; };
  }
  auto EquivalentIdOf() const {
    return [this](uint32_t number) { return equivalents_[number].id; };
  }

  std::string bytes_;
  std::string id_;
  std::string version_;
  // Everything below follows from bytes_; string views point into it.
  std::vector<Entry> entries_;
  Lists parents_;
  Lists children_;
  model::TextIndex by_id_;
  HashMap<std::string_view, TermIndex> by_alternative_;
  std::vector<Equivalent> equivalents_;
  model::TextIndex by_equivalent_;                         // the first of each chain
  std::vector<std::pair<TermIndex, TermIndex>> replaced_;  // a term and one that it has replaced, in order
  std::vector<std::pair<std::string_view, TermIndex>> replaced_elsewhere_;  // the same with ids of other ontologies
  std::vector<std::pair<TermIndex, TermIndex>> same_;                       // SameAs, in order
  std::vector<std::pair<TermIndex, TermIndex>> parts_;                      // a whole and a part of it, in order
  std::vector<std::string_view> prefixes_;                                  // of terms with label, in order
  std::vector<std::string_view> all_prefixes_;                              // of all terms, in order
  mutable std::once_flag names_once_;
  mutable std::vector<NameEntry> names_;  // by hash
};

using OntologyPtr = std::shared_ptr<const Ontology>;

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_ONTOLOGY_H_
