#include "serve/beacon/listed_codes.h"

#include "serve/text/text.h"

namespace muster::serve {

bool IsOfLoadedOntology(const Node& node, const std::string& code) {
  const std::string prefix = ToUpper(code.substr(0, code.find(':')));
  for (const OntologyVersion& ontology : node.Ontologies()) {
    if (ToUpper(ontology.id) == prefix) return true;
  }
  return false;
}

bool IsOffered(const Node& node, const Caller& guest, const CodeField& field, const std::string& code, bool or_below) {
  const std::string text =
      field.record.empty() ? Concat("count ", TypeOf(field.entry).counted, " where ", field.field, " is ", code)
                           : Concat("count individuals where has ", field.record, " with ", field.field, " is ", code);
  for (const Completion& item : node.Complete(guest, text, text.size()).items) {
    if (item.text == code || item.text.starts_with(code + " ") || (or_below && item.text.starts_with(code)))
      return true;
  }
  return false;
}

}  // namespace muster::serve
