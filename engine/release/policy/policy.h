// The policy: which tiers of guests there are, and what protects people from each. A JSON document of the catalogue.
#ifndef MUSTER_ENGINE_RELEASE_POLICY_POLICY_H_
#define MUSTER_ENGINE_RELEASE_POLICY_POLICY_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/release/policy/perturbation.h"
#include "engine/release/policy/tier_limits.h"

namespace muster::release {

/// What protects the people behind a number. A dataset may make each stricter, that is greater.
struct Protection {
  int64_t people = 10;      ///< k: fewer have no number, decide about nothing, and two sets that differ by them are one
  int64_t shown_from = 20;  ///< t: a noisy number below is not shown
  MicroVariance variance = 9 * kVarianceOne;  ///< V of the noise
  int64_t round = 5;                          ///< b: numbers are rounded to multiples of it
  friend bool operator==(const Protection&, const Protection&) = default;
};

/// How many datasets must contribute to a number.
struct Sites {
  int64_t count = 1;        ///< at least this many datasets, each with ...
  int64_t each = 1;         ///< ... at least this many people, decided on a noisy number
  int64_t max_share = 100;  ///< none has more than this percentage of the number
  bool IsAsked() const { return count > 1 || max_share < 100; }
};

/// What a principal may ask in a time.
struct BudgetLimits {
  int64_t units = 100;                ///< in a window, for the principal
  std::optional<int64_t> units_name;  ///< where all of a tier are one principal: for each name besides
  int64_t window_days = 7;
  std::optional<int64_t> units_year = 2000;   ///< in 365 days
  std::optional<int64_t> units_tier = 20000;  ///< in a window, for all principals of the tier
  int64_t near = 40;        ///< statements near others in a window; beyond, the next has half the units
  int64_t per_minute = 20;  ///< statements
  bool suspend = false;     ///< a principal who has used up all units is suspended
};

struct Tier {
  std::string name;
  std::string preset;
  Protection protection;
  int64_t drift = 20;   ///< how far from its first set a number may be passed on, in people
  int64_t flatten = 4;  ///< in a number of rows, nobody counts for more than the person of this rank
  Sites sites;
  BudgetLimits budget;
  TierLimits limits;
  int64_t timing = 0;          ///< ms: answers leave at multiples of this after the question came; 0: at once
  bool one_principal = false;  ///< whatever names are given, all are one; never suspended
  bool accept_no_noise = false;
};

/// What a dataset asks for beyond the tier.
struct DatasetRule {
  bool hidden = false;
  Protection at_least;  ///< not stricter than the tier's if the dataset does not set it
};

/// When guests are shown a later version of the data.
struct EpochRules {
  int64_t max_days = 31;     ///< after this many days the next one is due
  int64_t min_people = 100;  ///< how many must differ, so that a step never concerns only one person
};

struct LedgerRules {
  int64_t text_days = 730;  ///< how long the texts of statements are kept; their hashes stay
  bool disk = true;         ///< an entry is on disk before the answer leaves; else it outlives the process only
};

struct Policy {
  uint64_t version = 0;
  std::map<std::string, Tier> tiers;
  std::map<std::string, std::map<std::string, DatasetRule>> datasets;  ///< dataset -> tier -> rule
  EpochRules epoch;
  LedgerRules ledger;

  /// The variances of the noise of all tiers and of all datasets in them.
  std::vector<MicroVariance> Variances() const;
  /// The greatest `people` of all.
  int64_t MaxPeople() const;
  /// Datasets that are hidden from `tier`.
  std::set<std::string> HiddenFrom(std::string_view tier) const;
  /// The tier for a principal who may see `datasets` (empty: all): with the strictest protection of the datasets that
  /// are not hidden from it. Independent of data. `tier` must be one of the policy's.
  Tier For(std::string_view tier, const std::vector<std::string>& datasets) const;
};

/// Reads a policy. InvalidArgument, with the place ("tiers.registered.people"), for what is unknown, of the wrong type,
/// out of its range, written twice, or looser in a dataset than in its tier.
absl::StatusOr<Policy> ParsePolicy(std::string_view json);

/// The tier of this preset; nullopt if there is none of this name.
std::optional<Tier> PresetTier(std::string_view preset);
/// "public, registered, controlled, fdpg, ..."
std::string PresetNames();

/// What the policy does and does not do, in plain words, one paragraph per tier.
std::string ExplainPolicy(const Policy& policy);
/// What an attacker can learn without noise; "" for a policy that has noise everywhere.
std::string WarnOfNoNoise(const Policy& policy);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_POLICY_POLICY_H_
