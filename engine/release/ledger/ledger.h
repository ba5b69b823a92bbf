// The ledger of a catalogue, open for guests: every statement, the answers' memory, and what principals have left.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "engine/release/ledger/accounts.h"
#include "engine/release/ledger/ledger_entry.h"
#include "engine/release/ledger/own_cohorts.h"
#include "engine/release/ledger/stored_listing.h"
#include "engine/release/memory/answer_memory.h"
#include "storage/rocks/rocks_journal.h"

namespace muster::release {

/// Thread-safe. Only one process at a time can open it. After a failed write, or an exception while a number was
/// remembered, nothing is answered any more: memory and disk may differ, and new noise for an old set would reveal more
/// than the old noise.
class Ledger {
 public:
  /// Opens the ledger in the folder `path`, or makes one. Every entry's hash is checked. Unavailable: another process
  /// has it. DataLoss: it is damaged, or was changed.
  static absl::StatusOr<std::unique_ptr<Ledger>> Open(const std::string& path, const secret::SipKey& key);

  /// Units that a statement takes, until it is finished or given up.
  class Reservation {
   public:
    Reservation(Reservation&& other) noexcept
        : ledger_(std::exchange(other.ledger_, nullptr)),
          tier_(std::move(other.tier_)),
          principal_(std::move(other.principal_)),
          units_(other.units_) {}
    Reservation& operator=(Reservation&&) = delete;
    ~Reservation();
    uint64_t units() const { return units_; }

   private:
    friend class Ledger;
    Reservation(Ledger* ledger, std::string tier, std::string principal, uint64_t units)
        : ledger_(ledger), tier_(std::move(tier)), principal_(std::move(principal)), units_(units) {}
    Ledger* ledger_;
    std::string tier_;
    std::string principal_;
    uint64_t units_;
  };
  struct BeginResult {
    std::optional<Reservation> reservation;  ///< absent: refused
    BudgetRefusal refusal;
  };

  /// Takes `units` from the principal's budget, none where he has asked `question` in this epoch; or refuses.
  absl::StatusOr<BeginResult> Begin(const Tier& tier, const std::string& principal, uint64_t epoch, uint64_t question,
                                    uint64_t units);

  /// Decides the numbers of a statement by the memory, and writes what is new in it together with the entry. The entry
  /// lacks number, time and hashes; `decide` may change the rest. Returns its hash. Durable on return with `disk`.
  /// `change`, if not null, is written with it, where the outcome is still "answered" then.
  absl::StatusOr<std::string> Finish(Reservation reservation, StoredEntry entry, bool disk,
                                     absl::FunctionRef<void(AnswerMemory&, int64_t widest_people, LedgerEntry*)> decide,
                                     const CohortChange* change = nullptr);

  /// The cohorts that the principal has defined for himself. DataLoss: they cannot be read.
  absl::StatusOr<model::SavedCohorts> CohortsOf(std::string_view tier, std::string_view principal) const;

  /// An entry of the host's.
  absl::Status Note(LedgerEntry entry);

  /// From now on bounds are those of `people`, if that is more than before.
  absl::Status Widen(int64_t people);

  /// Forgets texts of statements that are older than `text_days`. Their hashes stay.
  absl::Status ForgetTexts(int64_t text_days);

  /// What was listed for guests before, in whatever epoch.
  ListingMemory& listing() { return listing_; }

  GuestBudget BudgetOf(const Tier& tier, const std::string& principal);
  /// A number without meaning but for being the same for the same text.
  uint64_t QuestionOf(std::string_view text) const;

  absl::StatusOr<LedgerCheck> Verify(std::string_view kept) const;
  absl::Status Read(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const;

  /// Calls `f` with the memory and the accounts, while nothing is asked.
  void Look(absl::FunctionRef<void(const AnswerMemory&, const Accounts&, int64_t now)> f) const;

 private:
  Ledger(std::unique_ptr<storage::RocksJournal> journal, const secret::SipKey& key)
      : journal_(std::move(journal)), key_(key), listing_(*journal_), memory_(key) {}
  absl::Status Load() ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status LoadEntries() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::Status LoadMemory() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::Status LoadCohorts() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Completes the entry and writes it with the sets from `first_set` on, and with what changes of the cohorts.
  absl::Status Append(StoredEntry* entry, SetId first_set, const CohortChange* change = nullptr)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void GiveBack(const std::string& tier, const std::string& principal, uint64_t units)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  int64_t Now() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::Status Usable() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Break() ABSL_LOCKS_EXCLUDED(mutex_);

  const std::unique_ptr<storage::RocksJournal> journal_;
  const secret::SipKey key_;
  StoredListing listing_;
  mutable absl::Mutex mutex_;
  AnswerMemory memory_ ABSL_GUARDED_BY(mutex_);
  std::set<std::string> cohorts_ ABSL_GUARDED_BY(mutex_);  // keys: most principals have none, which is asked each time
  Accounts accounts_ ABSL_GUARDED_BY(mutex_);
  int64_t widest_people_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t entries_ ABSL_GUARDED_BY(mutex_) = 0;
  std::string head_ ABSL_GUARDED_BY(mutex_);
  int64_t last_time_ ABSL_GUARDED_BY(mutex_) = 0;
  bool broken_ ABSL_GUARDED_BY(mutex_) = false;
};

/// Reads the entries from number `from` on.
absl::Status ReadEntries(const storage::RocksJournal& journal, uint64_t from,
                         const std::function<bool(const StoredEntry&)>& sink);

/// Verifies the chain from its beginning. `kept`: empty, or the hash of an answer that somebody kept, which must be in
/// it.
absl::StatusOr<LedgerCheck> VerifyEntries(const storage::RocksJournal& journal, std::string_view kept);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_H_
