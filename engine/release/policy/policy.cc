#include "engine/release/policy/policy.h"

#include <algorithm>

namespace muster::release {
namespace {

void Tighten(const Protection& by, Protection* protection) {
  protection->people = std::max(protection->people, by.people);
  protection->shown_from = std::max(protection->shown_from, by.shown_from);
  protection->variance = std::max(protection->variance, by.variance);
  protection->round = std::max(protection->round, by.round);
}

}  // namespace

std::vector<MicroVariance> Policy::Variances() const {
  std::vector<MicroVariance> variances;
  for (const auto& [name, tier] : tiers) variances.push_back(tier.protection.variance);
  for (const auto& [dataset, rules] : datasets) {
    for (const auto& [tier, rule] : rules) variances.push_back(rule.at_least.variance);
  }
  return variances;
}

int64_t Policy::MaxPeople() const {
  int64_t most = 0;
  for (const auto& [name, tier] : tiers) most = std::max(most, tier.protection.people);
  for (const auto& [dataset, rules] : datasets) {
    for (const auto& [tier, rule] : rules) most = std::max(most, rule.at_least.people);
  }
  return most;
}

std::set<std::string> Policy::HiddenFrom(std::string_view tier) const {
  std::set<std::string> hidden;
  for (const auto& [dataset, rules] : datasets) {
    const auto rule = rules.find(std::string(tier));
    if (rule != rules.end() && rule->second.hidden) hidden.insert(dataset);
  }
  return hidden;
}

Tier Policy::For(std::string_view name, const std::vector<std::string>& seen) const {
  Tier tier = tiers.at(std::string(name));
  const int64_t people = tier.protection.people;
  for (const auto& [dataset, rules] : datasets) {
    if (!seen.empty() && std::find(seen.begin(), seen.end(), dataset) == seen.end()) continue;
    const auto rule = rules.find(tier.name);
    if (rule != rules.end() && !rule->second.hidden) Tighten(rule->second.at_least, &tier.protection);
  }
  // How far a number is passed on grows with the threshold, as it does between the presets.
  tier.drift += 2 * (tier.protection.people - people);
  return tier;
}

}  // namespace muster::release
