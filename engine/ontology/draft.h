// What the readers of ontology files have in common.
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

/// The id of an ontology, in lower case, from what its file says ("hp", "hp/hp-base.owl", "mondo/subsets/mondo-rare",
/// "http://purl.obolibrary.org/obo/hp.owl"). The commonest prefix of its terms where the file says nothing, or where it
/// is an import of another ontology ("mondo/imports/ncit_import"), which must not pass for that one.
std::string OntologyId(std::string_view declared, const std::vector<OntologyDraft::DraftTerm>& terms);

/// True for the property that states an exact match, in any of its spellings: "skos:exactMatch", Mondo's own
/// "http://purl.obolibrary.org/obo/mondo#exactMatch".
bool IsExactMatch(std::string_view property);

/// True when the source or the modifiers of a cross-reference say that it means the same.
bool SaysEquivalent(std::string_view source);

/// For a term whose cross-references are complete: unites repeats, drops the term itself, and keeps the order.
void TidyXrefs(Term& term);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_DRAFT_H_
