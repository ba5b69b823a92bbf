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

}  // namespace

absl::StatusOr<std::shared_ptr<const Ontology>> Ontology::Build(OntologyDraft draft, std::vector<std::string>* notes) {
  Notes found_notes;
  std::vector<Term> terms;
  std::vector<std::vector<std::string>> parent_ids;
  terms.reserve(draft.terms.size());
  parent_ids.reserve(draft.terms.size());

  HashMap<std::string, TermIndex> primary;
  primary.reserve(draft.terms.size());
  for (OntologyDraft::DraftTerm& drafted : draft.terms) {
    if (absl::Status looked = LookOften(); !looked.ok()) return looked;
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

  HashMap<std::string, TermIndex> alternative;
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
    if (absl::Status looked = LookOften(); !looked.ok()) return looked;
    for (std::string& parent_id : parent_ids[i]) {
      if (parent_id == terms[i].id) {
        found_notes.Add(Concat({parent_id, " is_a ", parent_id, ": a term that is its own parent; this is left out"}));
        continue;
      }
      TermIndex parent;
      if (const auto found = primary.find(parent_id); found != primary.end()) {
        parent = found->second;
      } else if (const auto other = alternative.find(parent_id); other != alternative.end()) {
        parent = other->second;
        found_notes.Add(Concat({terms[i].id, " is_a ", parent_id, ", which is now ", terms[parent].id}));
        if (parent == i) continue;
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
  std::string bytes = EncodeHead(draft.id, draft.version, terms.size());
  for (Term& term : terms) {
    if (absl::Status looked = LookOften(); !looked.ok()) return looked;
    PutTerm(term, bytes);
    term = Term();
  }
  std::shared_ptr<Ontology> ontology(new Ontology);
  if (absl::Status status = ontology->ReadAll(std::move(bytes)); !status.ok()) return status;
  for (const std::vector<TermIndex>& circle : FindCircles(*ontology)) {
    found_notes.Add(Concat({"is_a goes in a circle, so these ", std::to_string(circle.size()),
                            " terms are taken as equivalent: ", ShowCircle(*ontology, circle)}));
  }
  if (notes != nullptr) {
    for (std::vector<std::string> more : {std::move(draft.notes), found_notes.Take()}) {
      notes->insert(notes->end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  return std::shared_ptr<const Ontology>(std::move(ontology));
}

}  // namespace muster::ontology
