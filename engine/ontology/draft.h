// The parts that all readers of ontology files share.
#ifndef MUSTER_ENGINE_ONTOLOGY_DRAFT_H_
#define MUSTER_ENGINE_ONTOLOGY_DRAFT_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// Collects notes; of very many, the first thousand and how many there were.
class Notes {
 public:
  void Add(std::string note);
  std::vector<std::string> Take();

 private:
  std::vector<std::string> notes_;
  size_t count_ = 0;
};

/// The id of an ontology, in lower case, from the header of its file ("hp", "hp/hp-base.owl",
/// "mondo/subsets/mondo-rare", "http://purl.obolibrary.org/obo/hp.owl"), or the most frequent prefix of its terms if
/// that is missing. An import module of another ontology, which has only some terms, is neither that ontology nor the
/// one that the terms are from: it keeps its path ("mondo/imports/ncit_import").
std::string OntologyId(std::string_view declared, const std::vector<OntologyDraft::DraftTerm>& terms);

/// A term is below the genus of its definition.
struct Genus {
  size_t term = 0;  ///< its position in the draft
  std::string id;
};
/// Makes parents of the genera that the ontology has as terms: those of other ontologies would only be mentioned.
void AddParents(const std::vector<Genus>& genera, OntologyDraft& draft);

/// Notes when an ontology of several terms has none that is below another: then no term finds more than itself.
void NoteMissingEdges(const OntologyDraft& draft, Notes& notes);

/// True for the property that states an exact match, in any of its spellings: "skos:exactMatch", Mondo's own
/// "http://purl.obolibrary.org/obo/mondo#exactMatch".
bool IsExactMatch(std::string_view property);

/// True for the relation of a part to its whole: "part_of", "BFO:0000050".
bool IsPartOf(std::string_view relation);

/// True when the source or the modifiers of a cross-reference say that it means the same.
bool SaysEquivalent(std::string_view source);

/// For a term whose cross-references are complete: unites repeats, drops the term itself, and keeps the order.
void TidyXrefs(Term& term);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_DRAFT_H_
