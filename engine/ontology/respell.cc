#include "engine/ontology/respell.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/model/record/dictionary.h"

namespace muster::ontology {
namespace {

bool Respell(std::string& code) {
  std::string present = model::NormalizeCode(code);
  if (present == code) return false;
  code = std::move(present);
  return true;
}

bool Respell(std::vector<std::string>& codes) {
  bool any = false;
  for (std::string& code : codes) any = Respell(code) || any;
  return any;
}

}  // namespace

absl::StatusOr<OntologyPtr> Respelled(const Ontology& ontology) {
  std::vector<Term> terms = ontology.AllTerms();
  bool any = false;
  for (Term& term : terms) {
    any = Respell(term.id) || any;
    any = Respell(term.alternative_ids) || any;
    any = Respell(term.replaced_by) || any;
    any = Respell(term.consider) || any;
    for (CrossReference& other : term.xrefs) any = Respell(other.id) || any;
  }
  if (!any) return nullptr;
  OntologyDraft draft{ontology.id(), ontology.version(), {}, {}};
  for (const Term& term : terms) {
    OntologyDraft::DraftTerm& one = draft.terms.emplace_back();
    for (const TermIndex parent : term.parents) one.parent_ids.push_back(terms[parent].id);
    for (const TermIndex whole : term.wholes) one.whole_ids.push_back(terms[whole].id);
    one.term = term;
    one.term.parents.clear();
    one.term.wholes.clear();
  }
  return Ontology::Build(std::move(draft), nullptr);
}

}  // namespace muster::ontology
