// The units and near statements of each principal, by day.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_ACCOUNTS_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_ACCOUNTS_H_

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/release/policy/policy.h"
#include "muster/guest.h"

namespace muster::release {

inline constexpr int64_t kMicrosPerSecond = 1'000'000;
inline constexpr int64_t kMicrosPerDay = 86'400 * kMicrosPerSecond;

/// Why nothing is answered now. No details, so that it reveals nothing about the data.
struct BudgetRefusal {
  std::optional<int64_t> again = {};  ///< microseconds since 1970 from which on to ask again; absent: if the host says
  bool is_rate = false;               ///< too many statements a minute
};

/// Windows begin at fixed days, counted from 1970, so that it depends on nothing that was asked when one ends. Not
/// thread-safe.
class Accounts {
 public:
  /// Of an entry of the ledger, in their order.
  void Add(const LedgerEntry& entry, uint64_t question);

  /// Whether the principal has asked this in this epoch: then it is free.
  bool HasAsked(const Tier& tier, const std::string& principal, uint64_t epoch, uint64_t question) const;

  /// Whether a statement of `units` may be asked at `now`. Nullopt if it may.
  std::optional<BudgetRefusal> Check(const Tier& tier, const std::string& principal, uint64_t units, int64_t now) const;

  GuestBudget BudgetOf(const Tier& tier, const std::string& principal, int64_t now) const;

  /// Counts a statement that is being answered, and its units, until they are given back.
  void Reserve(const std::string& tier, const std::string& principal, int64_t units);
  void GiveBack(const std::string& tier, const std::string& principal, int64_t units);

  /// Suspended principals, and principals with more near statements in the window of `now` than their tier allows.
  std::vector<std::string> Suspended() const;
  std::vector<std::string> NearUsedUp(const Policy& policy, int64_t now) const;

  /// Whether the principal has used up what the tier suspends for, were `units` spent at `now`.
  bool IsToBeSuspended(const Tier& tier, const std::string& principal, uint64_t units, int64_t now) const;

  bool IsSuspended(const std::string& principal) const { return suspended_.contains(principal); }

 private:
  struct DayUse {
    int64_t units = 0;
    int64_t near = 0;
  };
  struct Account {
    std::map<int64_t, DayUse> days;
    std::deque<int64_t> recent;  // times of the statements of the last minute
    int64_t reserved = 0;        // units of statements that are being answered
    int64_t begun = 0;           // statements that are being answered
  };
  using Name = std::pair<std::string, std::string>;  // tier, principal; "" for all of the tier

  const Account* Find(const Name& name) const;
  static DayUse Between(const Account* account, int64_t first_day, int64_t end_day);
  // The units of the principal in a window, reduced by near statements in the window before.
  int64_t UnitsOfWindow(const Tier& tier, const Account* account, int64_t window_begin) const;

  std::map<Name, Account> accounts_;
  std::set<std::string> suspended_;
  uint64_t epoch_ = 0;
  std::set<std::pair<Name, uint64_t>> asked_;  // questions of the epoch
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_ACCOUNTS_H_
