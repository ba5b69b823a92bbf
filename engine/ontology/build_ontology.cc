// From what a reader found in a file to an ontology: repeated terms are united, parents become positions.
#include <algorithm>
#include <iterator>
#include <utility>

#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/model/text/text.h"
#include "engine/ontology/circles.h"
#include "engine/ontology/draft.h"
#include "engine/ontology/ontology.h"
#include "engine/ontology/term_codec.h"

namespace muster::ontology {
namespace {

using model::Concat;

/// Leaves out what is among the first items of `to` already: more are not compared, so that a hostile file takes no
/// more than linear time. Repeats do no harm.
template <typename T>
void AppendNew(std::vector<T>& from, std::vector<T>& to) {
  constexpr size_t kCompared = 64;
  for (T& item : from) {
    const auto end = to.begin() + static_cast<ptrdiff_t>(std::min(to.size(), kCompared));
    if (std::find(to.begin(), end, item) == end) to.push_back(std::move(item));
  }
}

/// Removes repeats; the order of the rest stays.
void RemoveRepeats(std::vector<TermIndex>& terms) {
  HashSet<TermIndex> seen;
  terms.erase(std::remove_if(terms.begin(), terms.end(), [&](TermIndex term) { return !seen.insert(term).second; }),
              terms.end());
}

/// Adds what a repeated stanza says to the first one.
void Unite(Term& from, Term& to) {
  if (to.label.empty()) to.label = std::move(from.label);
  AppendNew(from.alternative_ids, to.alternative_ids);
  AppendNew(from.synonyms, to.synonyms);
  AppendNew(from.xrefs, to.xrefs);
  AppendNew(from.replaced_by, to.replaced_by);
  AppendNew(from.consider, to.consider);
  to.obsolete = to.obsolete || from.obsolete;
}

// What is said of terms above themselves.
constexpr std::string_view kItsOwnParent = ": a term that is its own parent; this is left out";
constexpr std::string_view kCircle = "is_a goes in a circle, so these ";

/// The terms of a draft while their parents become positions.
class Linker {
 public:
  // Repeated terms are united.
  absl::Status Add(std::vector<OntologyDraft::DraftTerm> drafted) {
    terms_.reserve(drafted.size());
    parent_ids_.reserve(drafted.size());
    whole_ids_.reserve(drafted.size());
    primary_.reserve(drafted.size());
    for (OntologyDraft::DraftTerm& one : drafted) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      Add(std::move(one));
    }
    for (size_t i = 0; i < terms_.size(); ++i) AddAlternatives(i);
    return absl::OkStatus();
  }

  absl::Status LinkParents() {
    const size_t drafted = terms_.size();
    for (size_t i = 0; i < drafted; ++i) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      for (std::string& parent_id : parent_ids_[i]) LinkParent(i, std::move(parent_id));
      if (terms_[i].parents.size() > 1) RemoveRepeats(terms_[i].parents);
      LinkWholes(i);
    }
    return absl::OkStatus();
  }

  std::vector<Term>& terms() { return terms_; }
  Notes& notes() { return notes_; }

 private:
  void Add(OntologyDraft::DraftTerm drafted) {
    if (drafted.term.id.empty()) {
      notes_.Add(Concat({"a term without id is left out: ", drafted.term.label}));
      return;
    }
    const auto [found, added] = primary_.emplace(drafted.term.id, static_cast<TermIndex>(terms_.size()));
    if (added) {
      drafted.term.parents.clear();
      drafted.term.wholes.clear();
      terms_.push_back(std::move(drafted.term));
      parent_ids_.push_back(std::move(drafted.parent_ids));
      whole_ids_.push_back(std::move(drafted.whole_ids));
      return;
    }
    notes_.Add(Concat({found->first, " stands more than once; its statements are united"}));
    Unite(drafted.term, terms_[found->second]);
    std::move(drafted.parent_ids.begin(), drafted.parent_ids.end(), std::back_inserter(parent_ids_[found->second]));
    std::move(drafted.whole_ids.begin(), drafted.whole_ids.end(), std::back_inserter(whole_ids_[found->second]));
  }

  void AddAlternatives(size_t i) {
    for (const std::string& id : terms_[i].alternative_ids) {
      const auto [found, added] = alternative_.emplace(id, static_cast<TermIndex>(i));
      if (added || found->second == i) continue;
      notes_.Add(Concat({id, " is an alternative id of ", terms_[found->second].id, " and of ", terms_[i].id}));
    }
  }

  // A parent that is missing becomes a term without a label.
  void LinkParent(size_t i, std::string parent_id) {
    if (parent_id == terms_[i].id) {
      notes_.Add(Concat({parent_id, " is_a ", parent_id, kItsOwnParent}));
      return;
    }
    TermIndex parent;
    if (const auto found = primary_.find(parent_id); found != primary_.end()) {
      parent = found->second;
    } else if (const auto other = alternative_.find(parent_id); other != alternative_.end()) {
      parent = other->second;
      notes_.Add(Concat({terms_[i].id, " is_a ", parent_id, ", which is now ", terms_[parent].id}));
      if (parent == i) return;
    } else {
      parent = static_cast<TermIndex>(terms_.size());
      notes_.Add(Concat({terms_[i].id, " is_a ", parent_id, ", which the ontology does not have"}));
      primary_.emplace(parent_id, parent);
      terms_.emplace_back().id = std::move(parent_id);
    }
    terms_[i].parents.push_back(parent);
  }

  // Wholes are for remarks alone: those that are missing are not made.
  void LinkWholes(size_t i) {
    for (const std::string& id : whole_ids_[i]) {
      auto found = primary_.find(id);
      if (found == primary_.end()) {
        found = alternative_.find(id);
        if (found == alternative_.end()) continue;
      }
      if (found->second != i) terms_[i].wholes.push_back(found->second);
    }
    if (terms_[i].wholes.size() > 1) RemoveRepeats(terms_[i].wholes);
  }

  std::vector<Term> terms_;
  std::vector<std::vector<std::string>> parent_ids_;  // of the drafted ones
  std::vector<std::vector<std::string>> whole_ids_;   // the same
  HashMap<std::string, TermIndex> primary_;
  HashMap<std::string, TermIndex> alternative_;
  Notes notes_;
};

}  // namespace

bool TellsOfCircle(std::string_view note) {
  return note.starts_with(kCircle) || note.find(kItsOwnParent) != std::string_view::npos;
}

absl::StatusOr<std::shared_ptr<const Ontology>> Ontology::Build(OntologyDraft draft, std::vector<std::string>* notes) {
  Linker linker;
  if (absl::Status added = linker.Add(std::move(draft.terms)); !added.ok()) return added;
  if (absl::Status linked = linker.LinkParents(); !linked.ok()) return linked;
  std::string bytes = EncodeHead(draft.id, draft.version, linker.terms().size());
  for (Term& term : linker.terms()) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    PutTerm(term, bytes);
    term = Term();
  }
  std::shared_ptr<Ontology> ontology(new Ontology);
  if (absl::Status status = ontology->ReadAll(std::move(bytes)); !status.ok()) return status;
  for (const std::vector<TermIndex>& circle : FindCircles(*ontology)) {
    linker.notes().Add(Concat(
        {kCircle, std::to_string(circle.size()), " terms are taken as equivalent: ", ShowCircle(*ontology, circle)}));
  }
  if (notes != nullptr) {
    for (std::vector<std::string> more : {std::move(draft.notes), linker.notes().Take()}) {
      notes->insert(notes->end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

}  // namespace muster::ontology
