#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/release/policy/policy.h"

namespace muster::release {
namespace {

bool HasNoise(const Protection& protection) { return protection.variance >= kVarianceOne; }

std::string Deviation(const Protection& protection) {
  const double variance = static_cast<double>(protection.variance) / static_cast<double>(kVarianceOne);
  return absl::StrCat(std::round(std::sqrt(variance) * 10) / 10);
}

std::string Statements(const TierLimits& limits) {
  std::vector<std::string> allowed = {"count", "compare"};
  if (limits.funnel) allowed.push_back("funnel");
  if (limits.impact != ImpactAllowed::kNo) {
    allowed.push_back(limits.impact == ImpactAllowed::kPairs ? "impact" : "impact (without pairs)");
  }
  if (limits.cohorts) allowed.push_back("cohorts of their own");
  if (limits.older_ontologies) allowed.push_back("all of these with older ontologies");
  return absl::StrJoin(allowed, ", ");
}

std::string Numbers(const Tier& tier) {
  const Protection& p = tier.protection;
  std::string out = absl::StrCat(
      "  Fewer than ", p.people, " people have no number, whatever is counted, and none and few look the same.\n",
      "  A criterion that decides about fewer than ", p.people, " people is left out of the question.\n",
      "  Sets of people that differ by about ", p.people, " or fewer have one number, whoever asks.\n");
  if (HasNoise(p)) {
    absl::StrAppend(&out, "  Numbers have noise with a standard deviation of ", Deviation(p),
                    " people, the same for the same people;\n  they are shown from ", p.shown_from,
                    " on and rounded to multiples of ", p.round, ".\n");
  } else {
    absl::StrAppend(&out, "  Numbers have no noise. They are shown from ", p.shown_from,
                    " on and rounded to multiples of ", p.round, ".\n");
  }
  absl::StrAppend(&out, "  Nobody counts for more rows (samples, runs) than the person of rank ", tier.flatten, ".\n");
  if (tier.sites.IsAsked()) {
    absl::StrAppend(&out, "  At least ", tier.sites.count, " datasets contribute ", tier.sites.each,
                    " people or more to a number, none more than ", tier.sites.max_share, " % of it.\n");
  }
  return out;
}

std::string Labels(const TierLimits& limits) {
  return limits.labels_of_records ? "  Codes have the label of the first record that has one, whoever it is of.\n" : "";
}

std::string Budget(const BudgetLimits& a, bool one_principal) {
  std::string out = one_principal ? "  All who ask are one principal: together they may be part of "
                                  : "  Each principal may be part of ";
  absl::StrAppend(&out, a.units, " numbers in ", a.window_days, " days");
  if (a.units_name.has_value()) absl::StrAppend(&out, ", of these ", *a.units_name, " by one name");
  if (a.units_year.has_value()) absl::StrAppend(&out, ", ", *a.units_year, " in a year");
  if (a.units_tier.has_value())
    absl::StrAppend(&out, ", ", *a.units_tier, " in ", a.window_days, " days with all others of the tier");
  absl::StrAppend(&out, "; ", a.per_minute, " statements a minute.\n");
  if (a.suspend) absl::StrAppend(&out, "  Who has used that up is suspended until the host reinstates him.\n");
  absl::StrAppend(&out, "  After ", a.near, " statements near others, the next ", a.window_days,
                  " days have half of it.\n");
  return out;
}

std::string DatasetRules(const Policy& policy, const std::string& tier) {
  std::string out;
  for (const auto& [dataset, rules] : policy.datasets) {
    const auto rule = rules.find(tier);
    if (rule == rules.end()) continue;
    const Protection& p = rule->second.at_least;
    if (rule->second.hidden) {
      absl::StrAppend(&out, "  Dataset ", dataset, " is hidden: its people are in no number.\n");
    } else {
      absl::StrAppend(&out, "  Who may see dataset ", dataset, " has, for all numbers, at least: people ", p.people,
                      ", shown from ", p.shown_from, ", rounded to ", p.round, ", standard deviation ", Deviation(p),
                      ".\n");
    }
  }
  return out;
}

}  // namespace

std::string ExplainPolicy(const Policy& policy) {
  const std::string version = policy.version == 0 ? "" : absl::StrCat(", version ", policy.version);
  std::string out = absl::StrCat("Policy", version, ". The program that embeds the catalogue gets exact numbers.\n");
  for (const auto& [name, tier] : policy.tiers) {
    absl::StrAppend(&out, "\nTier ", name, " (preset ", tier.preset, "): ", Statements(tier.limits),
                    "; no lists of people.\n", Numbers(tier), Labels(tier.limits),
                    Budget(tier.budget, tier.one_principal), DatasetRules(policy, name));
  }
  absl::StrAppend(
      &out, "\nGuests see one version of the data for an epoch: the next comes after ", policy.epoch.max_days,
      " days at the earliest\nby itself, if ", policy.epoch.min_people,
      " people differ or one was deleted, or when the host begins it.\n",
      "The ledger has every statement; its text for ", policy.ledger.text_days, " days. An entry ",
      policy.ledger.disk ? "is on disk before its answer leaves.\n"
                         : "outlives the process, not a power cut, before its answer leaves.\n",
      "\nNot promised: differential privacy; that accounts of a tier are not pooled; protection of groups of ",
      "the threshold or\nmore, or of what is true of everybody in a shown number; anything against who has ",
      "the catalogue's files.\n");
  const std::string warning = WarnOfNoNoise(policy);
  return warning.empty() ? out : absl::StrCat(out, "\n", warning);
}

std::string WarnOfNoNoise(const Policy& policy) {
  std::vector<std::string> without;
  for (const auto& [name, tier] : policy.tiers) {
    if (!HasNoise(tier.protection)) without.push_back(name);
  }
  if (without.empty()) return "";
  return absl::StrCat("Without noise (", absl::StrJoin(without, ", "),
                      "), numbers of several statements can be combined: margins of tables give small cells away,\n"
                      "and many overlapping questions reconstruct attributes of single people. The threshold, the "
                      "low-effect rule\nand the memory of answers remain.\n");
}

}  // namespace muster::release
