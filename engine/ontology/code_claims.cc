#include "engine/ontology/code_claims.h"

#include "engine/model/codes/code_hierarchy.h"

namespace muster::ontology {

std::optional<size_t> CodeClaims::Claim(const Concept& of, Reach reach, size_t owner) {
  std::optional<size_t> met;
  for (const std::string& code : terminology_.CodesOf(of, reach)) {
    const std::optional<size_t> other = ClaimCode(code, reach == Reach::kDescendants, owner);
    if (!met) met = other;
  }
  return met;
}

std::optional<size_t> CodeClaims::ClaimCode(std::string_view code, bool with_below, size_t owner) {
  std::optional<size_t> met;
  const auto meet = [&](size_t other) {
    if (!met && other != owner) met = other;
  };
  meet(codes_.try_emplace(std::string(code), owner).first->second);
  for (size_t size = 1; model::HasCodeHierarchy(code) && size <= code.size(); ++size) {
    const auto levels = levels_.find(code.substr(0, size));
    if (levels == levels_.end()) continue;
    for (const auto& [level, other] : levels->second) {
      if (model::IsBelowByCode(code, level)) meet(other);
    }
  }
  if (!with_below || !terminology_.HasHierarchyOfItsOwn(code)) return met;
  const std::string_view beginning = model::CommonBeginning(code);
  for (auto it = codes_.lower_bound(beginning); it != codes_.end() && it->first.starts_with(beginning); ++it) {
    if (model::IsBelowByCode(it->first, code)) meet(it->second);
  }
  levels_[std::string(beginning)].emplace_back(code, owner);
  // The ends of a block of categories are below it; two blocks that overlap have the end of one in the other.
  if (const auto ends = model::EndsOfBlock(code)) {
    for (const std::string& end : {ends->first, ends->second}) {
      if (const auto other = ClaimCode(end, true, owner); !met) met = other;
    }
  }
  return met;
}

}  // namespace muster::ontology
