#include "serve/beacon/listed_codes.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// As many as completion offers at a time.
constexpr size_t kMostOffered = 40;

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

bool IsListedIn(const Node& node, const Caller& guest, const CodeField& field, const std::string& code, bool or_below) {
  const auto is_it = [&](const Completion& item) { return Is(item, code, or_below); };
  // Within a quotation there are values of the field only, the most frequent ones.
  const std::vector<Completion> first = ValuesFor(node, guest, field, "\"");
  if (std::any_of(first.begin(), first.end(), is_it)) return true;
  if (first.size() < kMostOffered) return false;
  const std::vector<Completion> offered = ValuesFor(node, guest, field, code);
  const auto own = std::find_if(offered.begin(), offered.end(), is_it);
  if (own == offered.end()) return or_below && code.ends_with(':');
  if (own->description.empty() || own->description.find_first_of("\"\\") != std::string::npos) return true;
  const std::vector<Completion> named = ValuesFor(node, guest, field, "\"" + own->description);
  return named.size() >= kMostOffered || std::any_of(named.begin(), named.end(), is_it);
}

bool IsAmongFirst(const Node& node, const Caller& guest, const CodeField& field, const std::string& code) {
  const std::vector<Completion> first = ValuesFor(node, guest, field, "\"");
  return std::any_of(first.begin(), first.end(), [&](const Completion& item) { return Is(item, code, false); });
}

}  // namespace muster::serve
