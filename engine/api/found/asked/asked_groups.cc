#include "engine/api/found/asked/asked_groups.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "grammar/clone.h"

namespace muster::api {
namespace {

using grammar::Literal;
using model::Entity;

// Entities of which a person may have several, each by a code of a system.
bool IsCoded(Entity entity) {
  return entity == Entity::kDisease || entity == Entity::kPhenotype || entity == Entity::kTreatment ||
         entity == Entity::kProcedure || entity == Entity::kMeasurement || entity == Entity::kExposure;
}

}  // namespace

grammar::Rewriting AskedGroup::WithAny() const {
  grammar::Rewriting any;
  for (const AskedTerms* one : asked) {
    for (const grammar::Has* has : one->has) {
      grammar::Has without = grammar::Clone(*has);
      without.terms.clear();
      if (one->by_field) without.with = nullptr;
      any[has] = grammar::MakeExpr({}, std::move(without));
    }
  }
  return any;
}

std::vector<AskedGroup> AskedGroupsOf(const std::vector<AskedTerms>& asked, const std::vector<Diagnostic>& said) {
  std::set<size_t> of_no_use;  // where terms begin whose codes no record of the entity has
  for (const Diagnostic& one : said) {
    if (one.code == "no-such-codes") of_no_use.insert(one.begin);
  }
  std::vector<AskedGroup> groups;
  for (const AskedTerms& one : asked) {
    const bool left_out = std::any_of(one.terms->begin(), one.terms->end(), [&](const Literal& term) {
      return term.exactly || of_no_use.contains(term.span.begin);  // which says more of it
    });
    if (!IsCoded(one.entity) || left_out || !one.rows.empty()) continue;
    const bool alone = one.plain && !one.none;
    const auto same = [&](const AskedGroup& group) {
      return group.entity == one.entity && group.none == one.none && !(group.asked.front()->plain && !group.none);
    };
    const auto other = alone ? groups.end() : std::find_if(groups.begin(), groups.end(), same);
    if (other == groups.end()) {
      groups.push_back({one.entity, one.none, {&one}});
    } else {
      other->asked.push_back(&one);
    }
  }
  return groups;
}

}  // namespace muster::api
