#include "engine/ontology/ontology.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "engine/model/text.h"
#include "engine/ontology/draft.h"

namespace muster::ontology {
namespace {

using model::Concat;

/// In a cycle, at most so many terms are named.
constexpr size_t kNamedInCycle = 8;

std::string_view PrefixOf(std::string_view curie) { return curie.substr(0, curie.find(':')); }

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
  absl::flat_hash_set<TermIndex> seen;
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

/// Everything that can be reached from `start` over `next`, ascending. `next` gives a list of terms.
template <typename Next>
std::vector<TermIndex> Reach(TermIndex start, size_t term_count, Next next) {
  std::vector<bool> seen(term_count);
  std::vector<TermIndex> found = {start};
  seen[start] = true;
  for (size_t i = 0; i < found.size(); ++i) {
    for (TermIndex term : next(found[i])) {
      if (seen[term]) continue;
      seen[term] = true;
      found.push_back(term);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Ontology>> Ontology::Build(OntologyDraft draft, std::vector<std::string>* notes) {
  Notes found_notes;
  std::shared_ptr<Ontology> ontology(new Ontology);
  ontology->id_ = std::move(draft.id);
  ontology->version_ = std::move(draft.version);
  std::vector<Term>& terms = ontology->terms_;
  std::vector<std::vector<std::string>> parent_ids;
  terms.reserve(draft.terms.size());
  parent_ids.reserve(draft.terms.size());

  absl::flat_hash_map<std::string, TermIndex> primary;
  primary.reserve(draft.terms.size());
  for (OntologyDraft::DraftTerm& drafted : draft.terms) {
    if (drafted.term.id.empty()) {
      found_notes.Add(Concat({"a term without id is left out: ", drafted.term.label}));
      continue;
    }
    const auto [found, added] = primary.emplace(drafted.term.id, static_cast<TermIndex>(terms.size()));
    if (added) {
      drafted.term.parents.clear();
      terms.push_back(std::move(drafted.term));
      parent_ids.push_back(std::move(drafted.parent_ids));
    } else {
      found_notes.Add(Concat({found->first, " stands more than once; its statements are united"}));
      Unite(drafted.term, terms[found->second]);
      std::move(drafted.parent_ids.begin(), drafted.parent_ids.end(), std::back_inserter(parent_ids[found->second]));
    }
  }

  absl::flat_hash_map<std::string, TermIndex> alternative;
  for (size_t i = 0; i < terms.size(); ++i) {
    for (const std::string& id : terms[i].alternative_ids) {
      const auto [found, added] = alternative.emplace(id, static_cast<TermIndex>(i));
      if (!added && found->second != i) {
        found_notes.Add(Concat({id, " is an alternative id of ", terms[found->second].id, " and of ", terms[i].id}));
      }
    }
  }

  const size_t drafted_count = terms.size();
  for (size_t i = 0; i < drafted_count; ++i) {
    for (std::string& parent_id : parent_ids[i]) {
      TermIndex parent;
      if (const auto found = primary.find(parent_id); found != primary.end()) {
        parent = found->second;
      } else if (const auto other = alternative.find(parent_id); other != alternative.end()) {
        parent = other->second;
        found_notes.Add(Concat({terms[i].id, " is_a ", parent_id, ", which is now ", terms[parent].id}));
      } else {
        parent = static_cast<TermIndex>(terms.size());
        found_notes.Add(Concat({terms[i].id, " is_a ", parent_id, ", which the ontology does not have"}));
        primary.emplace(parent_id, parent);
        terms.emplace_back().id = std::move(parent_id);
      }
      terms[i].parents.push_back(parent);
    }
    if (terms[i].parents.size() > 1) RemoveRepeats(terms[i].parents);
  }
  if (notes != nullptr) {
    for (std::vector<std::string> more : {std::move(draft.notes), found_notes.Take()}) {
      notes->insert(notes->end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  if (absl::Status status = ontology->Index(); !status.ok()) return status;
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

absl::Status Ontology::CheckAcyclic() const {
  std::vector<uint32_t> open_parents(terms_.size());
  std::vector<TermIndex> done;
  done.reserve(terms_.size());
  for (size_t i = 0; i < terms_.size(); ++i) {
    open_parents[i] = static_cast<uint32_t>(terms_[i].parents.size());
    if (open_parents[i] == 0) done.push_back(static_cast<TermIndex>(i));
  }
  for (size_t i = 0; i < done.size(); ++i) {
    for (TermIndex child : children_[done[i]]) {
      if (--open_parents[child] == 0) done.push_back(child);
    }
  }
  if (done.size() == terms_.size()) return absl::OkStatus();

  // Each term left over has a parent that is left over: going up from any must come back to where it was.
  TermIndex term = 0;
  while (open_parents[term] == 0) ++term;
  std::vector<TermIndex> path;
  std::vector<bool> seen(terms_.size());
  while (!seen[term]) {
    seen[term] = true;
    path.push_back(term);
    for (TermIndex parent : terms_[term].parents) {
      if (open_parents[parent] == 0) continue;
      term = parent;
      break;
    }
  }
  std::string names;
  const auto start = std::find(path.begin(), path.end(), term);
  for (auto it = start; it != path.end() && static_cast<size_t>(it - start) < kNamedInCycle; ++it) {
    names += terms_[*it].id + " is_a ";
  }
  if (static_cast<size_t>(path.end() - start) > kNamedInCycle) names += "... is_a ";
  return absl::InvalidArgumentError(Concat({"is_a goes in a circle: ", names, terms_[term].id}));
}

absl::Status Ontology::Index() {
  std::vector<uint32_t> child_counts(terms_.size());
  for (const Term& term : terms_) {
    for (TermIndex parent : term.parents) ++child_counts[parent];
  }
  children_.resize(terms_.size());
  for (size_t i = 0; i < terms_.size(); ++i) children_[i].reserve(child_counts[i]);
  size_t id_count = terms_.size();
  for (size_t i = 0; i < terms_.size(); ++i) {
    for (TermIndex parent : terms_[i].parents) children_[parent].push_back(static_cast<TermIndex>(i));
    id_count += terms_[i].alternative_ids.size();
  }
  if (absl::Status status = CheckAcyclic(); !status.ok()) return status;

  by_id_.reserve(id_count);
  for (size_t i = 0; i < terms_.size(); ++i) {
    if (!by_id_.emplace(terms_[i].id, static_cast<TermIndex>(i)).second) {
      return absl::InvalidArgumentError(Concat({terms_[i].id, " stands more than once"}));
    }
  }
  for (size_t i = 0; i < terms_.size(); ++i) {
    for (const std::string& id : terms_[i].alternative_ids) by_id_.emplace(id, static_cast<TermIndex>(i));
    for (const CrossReference& xref : terms_[i].xrefs) {
      if (!xref.equivalent) continue;
      std::vector<TermIndex>& terms = by_equivalent_[xref.id];
      if (terms.empty() || terms.back() != i) terms.push_back(static_cast<TermIndex>(i));
    }
  }
  absl::flat_hash_set<std::string_view> prefixes;
  for (const Term& term : terms_) {
    if (!term.label.empty()) prefixes.insert(PrefixOf(term.id));
  }
  prefixes_.assign(prefixes.begin(), prefixes.end());
  std::sort(prefixes_.begin(), prefixes_.end());
  return absl::OkStatus();
}

size_t Ontology::obsolete_count() const {
  return static_cast<size_t>(
      std::count_if(terms_.begin(), terms_.end(), [](const Term& term) { return term.obsolete; }));
}

std::optional<TermIndex> Ontology::Find(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

bool Ontology::IsPrimaryId(std::string_view id) const {
  const std::optional<TermIndex> term = Find(id);
  return term.has_value() && terms_[*term].id == id;
}

std::vector<TermIndex> Ontology::EquivalentTo(std::string_view id) const {
  const auto found = by_equivalent_.find(id);
  return found == by_equivalent_.end() ? std::vector<TermIndex>() : found->second;
}

std::vector<TermIndex> Ontology::Descendants(TermIndex term) const {
  return Reach(term, terms_.size(), [this](TermIndex t) -> const std::vector<TermIndex>& { return children_[t]; });
}

std::vector<TermIndex> Ontology::Ancestors(TermIndex term) const {
  return Reach(term, terms_.size(), [this](TermIndex t) -> const std::vector<TermIndex>& { return terms_[t].parents; });
}

bool Ontology::OwnsPrefix(std::string_view curie) const {
  return std::binary_search(prefixes_.begin(), prefixes_.end(), PrefixOf(curie));
}

}  // namespace muster::ontology
