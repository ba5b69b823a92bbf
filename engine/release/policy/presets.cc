#include <cmath>
#include <span>

#include "absl/strings/str_join.h"
#include "engine/release/policy/policy.h"

namespace muster::release {
namespace {

namespace field = model::field;

constexpr MicroVariance Variance(double people) { return static_cast<MicroVariance>(people * 1e6); }

Tier Registered() {
  Tier tier;
  tier.limits = TierLimits();
  return tier;
}

Tier Public() {
  Tier tier;
  tier.protection = {20, 30, Variance(25), 10};
  tier.budget = {500, 50, 7, std::nullopt, 500, 200, 60, false};
  tier.timing = 50;
  tier.one_principal = true;
  tier.limits.impact = ImpactAllowed::kNo;
  tier.limits.cohorts = false;
  tier.limits.criteria = 12;
  tier.limits.or_operands = 5;
  tier.limits.dimensions = 2;
  tier.limits.cells = 500;
  tier.limits.values = 3;
  tier.limits.ages = AgeFineness::kFiveYears;
  tier.limits.dates = DateFineness::kYear;
  tier.limits.hidden = {{field::kBirth}, {model::Entity::kVariant, model::Entity::kConsent}};
  return tier;
}

Tier Controlled() {
  Tier tier;
  tier.protection = {5, 10, Variance(4), 1};
  tier.budget = {1000, std::nullopt, 7, 20'000, std::nullopt, 400, 60, false};
  tier.limits.impact = ImpactAllowed::kPairs;
  tier.limits.criteria = 100;
  tier.limits.or_operands = 100;
  tier.limits.dimensions = 4;
  tier.limits.cells = 5000;
  tier.limits.values = 10;
  tier.limits.dates = DateFineness::kDay;
  tier.limits.digits = std::nullopt;
  tier.limits.older_ontologies = true;
  return tier;
}

// A tier with the threshold, noise and rounding of a known practice. Everything else is as for `registered`.
Tier Practice(int64_t people, double variance, int64_t round) {
  Tier tier = Registered();
  tier.protection.people = people;
  tier.protection.variance = Variance(variance);
  tier.protection.round = round;
  tier.protection.shown_from = people + static_cast<int64_t>(std::ceil(2 * std::sqrt(variance)));
  return tier;
}

// The feasibility queries of the German portal for medical research data: after 50 in a week an account is closed.
Tier Fdpg() {
  Tier tier = Practice(20, 0, 1);
  tier.sites = {3, 20, 100};
  tier.budget.units = 50;
  tier.budget.window_days = 7;
  tier.budget.per_minute = 3;
  tier.budget.suspend = true;
  return tier;
}

struct Preset {
  std::string_view name;
  Tier (*make)();
};

// OpenSAFELY hides 7 and below; a Laplace mechanism of epsilon 0.28 has variance 2 / 0.28²; i2b2 has a Gaussian of
// standard deviation 1.323.
constexpr Preset kPresets[] = {
    {"public", Public},
    {"registered", Registered},
    {"controlled", Controlled},
    {"fdpg", Fdpg},
    {"sample-locator", [] { return Practice(10, 25.5, 10); }},
    {"i2b2", [] { return Practice(4, 1.75, 1); }},
    {"opensafely", [] { return Practice(8, 0, 5); }},
    {"ons", [] { return Practice(10, 0, 5); }},
    {"omop", [] { return Practice(5, 0, 1); }},
    {"cms", [] { return Practice(11, 0, 1); }},
    {"datashield", [] { return Practice(3, 0, 1); }},
};

}  // namespace

std::optional<Tier> PresetTier(std::string_view preset) {
  for (const Preset& known : kPresets) {
    if (known.name != preset) continue;
    Tier tier = known.make();
    tier.preset = preset;
    tier.drift = 2 * tier.protection.people;
    return tier;
  }
  return std::nullopt;
}

std::string PresetNames() {
  return absl::StrJoin(kPresets, ", ", [](std::string* out, const Preset& p) { out->append(p.name); });
}

}  // namespace muster::release
