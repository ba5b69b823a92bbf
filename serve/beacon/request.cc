#include "serve/beacon/request.h"

#include "serve/text/text.h"

namespace muster::serve {

std::string TextOf(const Filter& filter) {
  std::string text = Join(filter.ids, " or ");
  if (!filter.op.empty()) Append(text, " ", filter.op);
  if (!filter.values.empty()) Append(text, " ", Join(filter.values, " or "));
  return text;
}

std::string TextOf(const FilterGroup& group) {
  if (group.size() == 1) return TextOf(group[0]);
  std::string text = "(";
  for (const Filter& filter : group) Append(text, text.size() > 1 ? " or " : "", TextOf(filter));
  return text + ")";
}

}  // namespace muster::serve
