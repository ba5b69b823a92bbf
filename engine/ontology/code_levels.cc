#include "engine/ontology/code_levels.h"

#include <algorithm>

namespace muster::ontology {

const std::vector<model::Symbol>& CodeLevels::ByCode() const {
  std::call_once(by_code_once_, [this] {
    std::vector<model::Symbol> by_code;
    for (model::Symbol symbol = 0; symbol < dictionary_.size(); ++symbol) {
      if (model::HasCodeHierarchy(dictionary_.Text(symbol))) by_code.push_back(symbol);
    }
    std::sort(by_code.begin(), by_code.end(),
              [this](model::Symbol a, model::Symbol b) { return dictionary_.Text(a) < dictionary_.Text(b); });
    by_code_ = std::move(by_code);
  });
  return by_code_;
}

bool CodeLevels::IsPlacedElsewhere(std::string_view code, std::string_view level) const {
  const std::string_view system = code.substr(0, code.find(':') + 1);
  const std::vector<Node> terms = ontologies_.FindAll(code);
  return std::any_of(terms.begin(), terms.end(), [&](Node term) {
    const Ontology& ontology = *ontologies_.all()[term.ontology];
    if (ontology.IsObsolete(term.term)) return true;
    // Terms of other systems above it say nothing of its place in its own.
    bool has_place = false;
    for (const TermIndex above : ontology.Ancestors(term.term)) {
      const std::string_view id = ontology.TermId(above);
      if (above == term.term || !id.starts_with(system)) continue;
      if (id == level || model::IsBelowByCode(id, level)) return false;
      has_place = true;
    }
    return has_place;
  });
}

void CodeLevels::ForEachBelow(std::string_view level, absl::FunctionRef<bool(model::Symbol)> visit) const {
  if (!model::IsLevelOfHierarchy(level)) return;
  const std::string_view beginning = model::CommonBeginning(level);
  const std::vector<model::Symbol>& all = ByCode();
  auto at = std::lower_bound(all.begin(), all.end(), beginning, [this](model::Symbol symbol, std::string_view text) {
    return dictionary_.Text(symbol) < text;
  });
  const bool known = ontologies_.KnowsPrefix(level);
  for (; at != all.end() && dictionary_.Text(*at).starts_with(beginning); ++at) {
    const std::string_view code = dictionary_.Text(*at);
    if (!model::IsBelowByCode(code, level) || (known && IsPlacedElsewhere(code, level))) continue;
    if (!visit(*at)) return;
  }
}

void CodeLevels::AddAbove(std::string_view code, std::vector<model::Symbol>* symbols) const {
  if (!model::HasCodeHierarchy(code)) return;
  const bool known = ontologies_.KnowsPrefix(code);
  for (const model::Symbol symbol : ByCode()) {
    const std::string_view level = dictionary_.Text(symbol);
    if (model::IsBelowByCode(code, level) && !(known && IsPlacedElsewhere(code, level))) symbols->push_back(symbol);
  }
}

std::vector<std::string> CodeLevels::Beginning(std::string_view code, size_t limit,
                                               absl::FunctionRef<bool(model::Symbol)> is_in_use) const {
  std::vector<std::string> found;
  if (!model::HasCodeHierarchy(code)) return found;
  const std::vector<model::Symbol>& all = ByCode();
  auto at = std::lower_bound(all.begin(), all.end(), code, [this](model::Symbol symbol, std::string_view text) {
    return dictionary_.Text(symbol) < text;
  });
  for (; at != all.end() && found.size() < limit && dictionary_.Text(*at).starts_with(code); ++at) {
    if (is_in_use(*at)) found.emplace_back(dictionary_.Text(*at));
  }
  return found;
}

}  // namespace muster::ontology
