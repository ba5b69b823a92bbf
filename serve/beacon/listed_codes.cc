#include "serve/beacon/listed_codes.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// What completion offers for a value of the field that begins so.
std::vector<Completion> ValuesFor(const Node& node, const Caller& guest, const CodeField& field,
                                  std::string_view begin) {
  const std::string text =
      field.record.empty() ? Concat("count ", TypeOf(field.entry).counted, " where ", field.field, " is ", begin)
                           : Concat("count individuals where has ", field.record, " with ", field.field, " is ", begin);
  return node.Complete(guest, text, text.size()).items;
}

bool Is(const Completion& item, const std::string& code, bool or_below) {
  return item.text == code || item.text.starts_with(code + " ") || (or_below && item.text.starts_with(code));
}

}  // namespace

bool IsOfLoadedOntology(const Node& node, const std::string& code) {
  const std::string prefix = ToUpper(code.substr(0, code.find(':')));
  for (const OntologyVersion& ontology : node.Ontologies()) {
    if (ToUpper(ontology.id) == prefix) return true;
  }
  return false;
}

bool IsOffered(const Node& node, const Caller& guest, const CodeField& field, const std::string& code, bool or_below) {
  const std::vector<Completion> items = ValuesFor(node, guest, field, code);
  return std::any_of(items.begin(), items.end(), [&](const Completion& item) { return Is(item, code, or_below); });
}

}  // namespace muster::serve
