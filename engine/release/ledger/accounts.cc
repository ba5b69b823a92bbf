#include "engine/release/ledger/accounts.h"

#include <algorithm>

namespace muster::release {
namespace {

constexpr int64_t kDaysOfYear = 365;
constexpr int64_t kMinute = 60 * kMicrosPerSecond;
constexpr const char* kWholeTier = "";

// The account that a principal's questions are charged to: one for all where they are one principal.
std::string AccountOf(const Tier& tier, const std::string& principal) {
  return tier.one_principal ? std::string(kWholeTier) : principal;
}

int64_t WindowBegin(int64_t now, int64_t days) { return now / kMicrosPerDay / days * days; }

}  // namespace

const Accounts::Account* Accounts::Find(const Name& name) const {
  const auto found = accounts_.find(name);
  return found == accounts_.end() ? nullptr : &found->second;
}

Accounts::DayUse Accounts::Between(const Account* account, int64_t first_day, int64_t end_day) {
  DayUse sum;
  if (account == nullptr) return sum;
  for (auto day = account->days.lower_bound(first_day); day != account->days.end() && day->first < end_day; ++day) {
    sum.units += day->second.units;
    sum.near += day->second.near;
  }
  return sum;
}

void Accounts::Add(const LedgerEntry& entry, uint64_t question) {
  if (entry.what == "suspend") suspended_.insert(entry.principal);
  if (entry.what == "reinstate") suspended_.erase(entry.principal);
  if (entry.what != "statement") return;
  const int64_t day = entry.time / kMicrosPerDay;
  for (const std::string& principal : {entry.principal, std::string(kWholeTier)}) {
    Account& account = accounts_[{entry.tier, principal}];
    DayUse& use = account.days[day];
    use.units += static_cast<int64_t>(entry.units);
    use.near += entry.near ? 1 : 0;
    account.recent.push_back(entry.time);
    while (account.recent.front() <= entry.time - kMinute) account.recent.pop_front();
  }
  if (epoch_ != entry.epoch) asked_.clear();
  epoch_ = entry.epoch;
  if (entry.outcome != "answered") return;
  for (const std::string& principal : {entry.principal, std::string(kWholeTier)}) {
    asked_.insert({{entry.tier, principal}, question});
  }
}

bool Accounts::HasAsked(const Tier& tier, const std::string& principal, uint64_t epoch, uint64_t question) const {
  return epoch == epoch_ && asked_.contains({{tier.name, AccountOf(tier, principal)}, question});
}

int64_t Accounts::UnitsOfWindow(const Tier& tier, const Account* account, int64_t window_begin) const {
  const BudgetLimits& limits = tier.budget;
  const DayUse before = Between(account, window_begin - limits.window_days, window_begin);
  return before.near > limits.near ? limits.units / 2 : limits.units;
}

std::optional<BudgetRefusal> Accounts::Check(const Tier& tier, const std::string& principal, uint64_t units,
                                             int64_t now) const {
  if (!tier.one_principal && suspended_.contains(principal)) return BudgetRefusal{};
  const BudgetLimits& limits = tier.budget;
  const Account* account = Find({tier.name, AccountOf(tier, principal)});
  // The rate is each name's own: who asks much keeps nobody else from asking.
  if (const Account* own = Find({tier.name, principal}); own != nullptr) {
    const auto first =
        std::find_if(own->recent.begin(), own->recent.end(), [&](int64_t time) { return time > now - kMinute; });
    const int64_t recent = own->recent.end() - first;
    if (recent + own->begun >= limits.per_minute) {
      return BudgetRefusal{(recent > 0 ? *first : now) + kMinute, true};
    }
  }
  const auto wanted = static_cast<int64_t>(std::min<uint64_t>(units, INT64_MAX / 2));
  if (wanted == 0) return std::nullopt;
  const int64_t begin = WindowBegin(now, limits.window_days);
  const int64_t end = begin + limits.window_days;
  const auto used = [&](const Account* of, int64_t first, int64_t until) {
    return Between(of, first, until).units + (of == nullptr ? 0 : of->reserved);
  };
  const int64_t year = WindowBegin(now, kDaysOfYear);
  if (limits.units_year.has_value() && used(account, year, year + kDaysOfYear) + wanted > *limits.units_year) {
    return BudgetRefusal{(year + kDaysOfYear) * kMicrosPerDay};
  }
  const bool over =
      used(account, begin, end) + wanted > UnitsOfWindow(tier, account, begin) ||
      (limits.units_name.has_value() && used(Find({tier.name, principal}), begin, end) + wanted > *limits.units_name) ||
      (limits.units_tier.has_value() && used(Find({tier.name, kWholeTier}), begin, end) + wanted > *limits.units_tier);
  if (over) return BudgetRefusal{end * kMicrosPerDay};
  return std::nullopt;
}

void Accounts::Reserve(const std::string& tier, const std::string& principal, int64_t units) {
  for (const std::string& name : {principal, std::string(kWholeTier)}) {
    Account& account = accounts_[{tier, name}];
    account.reserved += units;
    ++account.begun;
  }
}

void Accounts::GiveBack(const std::string& tier, const std::string& principal, int64_t units) {
  for (const std::string& name : {principal, std::string(kWholeTier)}) {
    Account& account = accounts_[{tier, name}];
    account.reserved -= units;
    --account.begun;
  }
}

bool Accounts::IsToBeSuspended(const Tier& tier, const std::string& principal, uint64_t units, int64_t now) const {
  if (!tier.budget.suspend || tier.one_principal) return false;
  const int64_t begin = WindowBegin(now, tier.budget.window_days);
  const Account* account = Find({tier.name, principal});
  return Between(account, begin, begin + tier.budget.window_days).units + static_cast<int64_t>(units) >
         UnitsOfWindow(tier, account, begin);
}

GuestBudget Accounts::BudgetOf(const Tier& tier, const std::string& principal, int64_t now) const {
  const BudgetLimits& limits = tier.budget;
  const Account* account = Find({tier.name, AccountOf(tier, principal)});
  const int64_t begin = WindowBegin(now, limits.window_days);
  const int64_t end = begin + limits.window_days;
  GuestBudget budget;
  budget.units = UnitsOfWindow(tier, account, begin);
  const int64_t used = Between(account, begin, end).units;
  int64_t left = budget.units - used;
  const auto limit = [&](const std::optional<int64_t>& units, const Account* of, int64_t first, int64_t until) {
    if (units.has_value()) left = std::min(left, *units - Between(of, first, until).units);
  };
  const int64_t year = WindowBegin(now, kDaysOfYear);
  limit(limits.units_year, account, year, year + kDaysOfYear);
  limit(limits.units_name, Find({tier.name, principal}), begin, end);
  limit(limits.units_tier, Find({tier.name, kWholeTier}), begin, end);
  budget.units_left = std::max<int64_t>(left, 0);
  budget.window_ends = end * (kMicrosPerDay / kMicrosPerSecond);
  const double variance = static_cast<double>(tier.protection.variance) / static_cast<double>(kVarianceOne);
  if (variance > 0) budget.rho = static_cast<double>(used) / (2 * variance);
  budget.suspended = !tier.one_principal && suspended_.contains(principal);
  if (budget.suspended) budget.units_left = 0;
  return budget;
}

std::vector<std::string> Accounts::Suspended() const { return {suspended_.begin(), suspended_.end()}; }

std::vector<std::string> Accounts::NearUsedUp(const Policy& policy, int64_t now) const {
  std::vector<std::string> names;
  for (const auto& [name, account] : accounts_) {
    const auto tier = policy.tiers.find(name.first);
    if (tier == policy.tiers.end()) continue;
    if ((name.second == kWholeTier) != tier->second.one_principal) continue;
    const BudgetLimits& limits = tier->second.budget;
    const int64_t begin = WindowBegin(now, limits.window_days);
    if (Between(&account, begin, begin + limits.window_days).near <= limits.near) continue;
    names.push_back(name.second == kWholeTier ? name.first : name.second);
  }
  return names;
}

}  // namespace muster::release
