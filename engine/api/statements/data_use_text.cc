#include "engine/api/statements/data_use_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::api {

std::string DataUsesText(const ontology::Terminology& terminology, const std::vector<model::DataUse>& uses) {
  const auto name = [&](const model::CodeAndLabel& term) {
    const ontology::Concept found = terminology.Find(term.code);
    const std::string known = found.nodes.empty() ? "" : terminology.term(found.nodes.front()).label;
    const std::string& label = known.empty() ? term.label : known;
    return label.empty() ? term.code : absl::StrCat(term.code, " ", label);
  };
  std::vector<std::string> texts;
  for (const model::DataUse& use : uses) {
    std::vector<std::string> details;
    for (const model::CodeAndLabel& modifier : use.modifiers) details.push_back(name(modifier));
    texts.push_back(name(use.use));
    if (!details.empty()) absl::StrAppend(&texts.back(), " (", absl::StrJoin(details, ", "), ")");
  }
  return absl::StrJoin(texts, "; ");
}

}  // namespace muster::api
