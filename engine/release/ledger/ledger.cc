#include "engine/release/ledger/ledger.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"

namespace muster::release {
namespace {

// Keys of the ledger's database; numbers are big-endian, so that their order is that of the bytes.
//   'e' number:8   an entry
//   'l' name:8     whether something was listed: stored_listing.h
//   'm' set:4      a remembered set
//   'c' ...        a cohort of a principal's own: own_cohorts.h
//   "head"         number and hash of the last entry, as text
//   "widest"       the greatest `people` of all policies, as text
constexpr std::string_view kHeadKey = "head";
constexpr std::string_view kWidestKey = "widest";

std::string NumberedKey(char family, uint64_t number, int bytes) {
  std::string key(1, family);
  for (int i = bytes - 1; i >= 0; --i) key.push_back(static_cast<char>(number >> (8 * i)));
  return key;
}
std::string EntryKey(uint64_t number) { return NumberedKey('e', number, 8); }
std::string SetKey(SetId set) { return NumberedKey('m', set, 4); }

std::string HeadText(uint64_t entries, const std::string& hash) { return absl::StrCat(entries, " ", hash); }

absl::Status BrokenLedger() {
  return absl::UnavailableError(
      "the ledger could not be written, so guests are not answered until the catalogue is opened again");
}

// What is wrong with an entry that follows `before`; "" if nothing.
std::string WrongWith(const StoredEntry& stored, uint64_t number, const std::string& before) {
  const LedgerEntry& entry = stored.entry;
  if (entry.number != number) return absl::StrCat("entry ", number, " is missing");
  if (entry.before != before) return absl::StrCat("entry ", number, " does not follow the one before it");
  if (HashOf(stored) != entry.hash) return absl::StrCat("entry ", number, " was changed");
  if (!entry.statement.empty()) {
    StoredEntry sealed = stored;
    Seal(&sealed);
    if (sealed.entry.statement_hash != entry.statement_hash) {
      return absl::StrCat("the text of entry ", number, " was changed");
    }
  }
  return "";
}

}  // namespace

absl::Status ReadEntries(const storage::RocksJournal& journal, uint64_t from,
                         const std::function<bool(const StoredEntry&)>& sink) {
  absl::Status damage;
  const absl::Status scanned = journal.Scan(EntryKey(from), "f", [&](std::string_view, std::string_view value) {
    const absl::StatusOr<StoredEntry> stored = DecodeEntry(value);
    if (!stored.ok()) damage = stored.status();
    return stored.ok() && sink(*stored);
  });
  return scanned.ok() ? damage : scanned;
}

absl::StatusOr<LedgerCheck> VerifyEntries(const storage::RocksJournal& journal, std::string_view kept) {
  LedgerCheck check;
  bool found = kept.empty();
  const absl::Status read = ReadEntries(journal, 0, [&](const StoredEntry& stored) {
    const std::string wrong = WrongWith(stored, check.entries + 1, check.head);
    if (!wrong.empty()) check.problems.push_back(wrong);
    check.entries = stored.entry.number;
    check.head = stored.entry.hash;
    found = found || check.head == kept;
    return check.problems.size() < 100 && ShouldContinueSampled();
  });
  if (absl::Status stopped = CheckStop(); !stopped.ok()) return stopped;
  if (absl::IsDataLoss(read)) {
    check.problems.emplace_back(read.message());
  } else if (!read.ok()) {
    return read;
  }
  const auto head = journal.Get(kHeadKey);
  if (!head.ok()) return head.status();
  const std::string expected = check.entries == 0 ? "" : HeadText(check.entries, check.head);
  if (head->value_or("") != expected) check.problems.emplace_back("entries at the end are missing, or were added");
  if (!found) check.problems.emplace_back("no entry has the hash of the answer that was kept: the chain was replaced");
  return check;
}

absl::StatusOr<std::unique_ptr<Ledger>> Ledger::Open(const std::string& path, const secret::SipKey& key) {
  auto journal = storage::RocksJournal::Open(path, {.create_if_missing = true});
  if (!journal.ok()) return journal.status();
  std::unique_ptr<Ledger> ledger(new Ledger(*std::move(journal), key));
  if (absl::Status status = ledger->Load(); !status.ok()) return status;
  return ledger;
}

absl::Status Ledger::Load() {
  if (absl::Status status = listing_.Load(); !status.ok()) return status;
  absl::MutexLock lock(&mutex_);
  if (absl::Status status = LoadEntries(); !status.ok()) return status;
  if (absl::Status status = LoadCohorts(); !status.ok()) return status;
  return LoadMemory();
}

absl::Status Ledger::LoadEntries() {
  std::string wrong;
  const absl::Status read =
      ReadEntries(*journal_, 0, [&](const StoredEntry& stored) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
        wrong = WrongWith(stored, entries_ + 1, head_);
        if (!wrong.empty()) return false;
        entries_ = stored.entry.number;
        head_ = stored.entry.hash;
        last_time_ = stored.entry.time;
        accounts_.Add(stored.entry, stored.question);
        return true;
      });
  if (!read.ok()) return read;
  const auto head = journal_->Get(kHeadKey);
  if (!head.ok()) return head.status();
  if (wrong.empty() && head->value_or("") != (entries_ == 0 ? "" : HeadText(entries_, head_))) {
    wrong = "entries at its end are missing, or were added";
  }
  if (!wrong.empty()) return absl::DataLossError(absl::StrCat("the ledger is not as it was written: ", wrong));
  const auto widest = journal_->Get(kWidestKey);
  if (!widest.ok()) return widest.status();
  if (widest->has_value() && !absl::SimpleAtoi(**widest, &widest_people_)) {
    return absl::DataLossError("the ledger is not as it was written: 'widest' is no number");
  }
  return absl::OkStatus();
}

absl::Status Ledger::LoadMemory() {
  absl::Status damage;
  const absl::Status read =
      journal_->Scan("m", "n", [&](std::string_view key, std::string_view value) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
        damage = key == SetKey(static_cast<SetId>(memory_.size())) ? memory_.AddEncoded(value)
                                                                   : absl::DataLossError("a remembered set is missing");
        return damage.ok();
      });
  return read.ok() ? damage : read;
}

absl::Status Ledger::LoadCohorts() {
  return journal_->Scan("c", "d", [&](std::string_view key, std::string_view) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    cohorts_.emplace(key);
    return true;
  });
}

int64_t Ledger::Now() const {
  const int64_t now =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  return std::max(now, last_time_);  // a clock that is set back gives no units back
}

absl::Status Ledger::Usable() const { return broken_ ? BrokenLedger() : absl::OkStatus(); }

void Ledger::Break() {
  absl::MutexLock lock(&mutex_);
  broken_ = true;
}

absl::StatusOr<model::SavedCohorts> Ledger::CohortsOf(std::string_view tier, std::string_view principal) const {
  const std::string begin = KeysOfCohorts(tier, principal);
  model::SavedCohorts cohorts;
  {
    absl::MutexLock lock(&mutex_);
    const auto first = cohorts_.lower_bound(begin);
    if (first == cohorts_.end() || !first->starts_with(begin)) return cohorts;
  }
  absl::Status damage;
  const absl::Status read =
      journal_->Scan(begin, begin + "\xff", [&](std::string_view key, std::string_view value) {  // no name begins so
        absl::StatusOr<model::SavedCohort> cohort = model::DecodeCohort(value);
        damage = cohort.status();
        if (cohort.ok()) cohorts.emplace(key.substr(begin.size()), *std::move(cohort));
        return damage.ok();
      });
  if (!read.ok()) return read;
  if (!damage.ok()) return damage;
  return cohorts;
}

absl::Status Ledger::Append(StoredEntry* stored, SetId first_set, const CohortChange* change) {
  LedgerEntry& entry = stored->entry;
  entry.number = entries_ + 1;
  entry.time = Now();
  entry.before = head_;
  Seal(stored);
  storage::RocksJournal::Batch batch;
  for (SetId set = first_set; set < memory_.size(); ++set) batch.puts.emplace_back(SetKey(set), memory_.Encode(set));
  batch.puts.emplace_back(EntryKey(entry.number), EncodeEntry(*stored));
  batch.puts.emplace_back(kHeadKey, HeadText(entry.number, entry.hash));
  if (change != nullptr) {
    const std::string key = KeyOfCohort(entry.tier, entry.principal, change->name);
    if (change->saved.has_value()) {
      batch.puts.emplace_back(key, model::EncodeCohort(*change->saved));
      cohorts_.insert(key);
    } else {
      batch.deletes.push_back(key);
      cohorts_.erase(key);
    }
  }
  absl::Cleanup unfinished = [this]() ABSL_NO_THREAD_SAFETY_ANALYSIS { broken_ = true; };
  if (!journal_->Write(batch).ok()) return BrokenLedger();
  entries_ = entry.number;
  head_ = entry.hash;
  last_time_ = entry.time;
  accounts_.Add(entry, stored->question);
  std::move(unfinished).Cancel();
  return absl::OkStatus();
}

Ledger::Reservation::~Reservation() {
  if (ledger_ == nullptr) return;
  absl::MutexLock lock(&ledger_->mutex_);
  ledger_->GiveBack(tier_, principal_, units_);
}

void Ledger::GiveBack(const std::string& tier, const std::string& principal, uint64_t units) {
  accounts_.GiveBack(tier, principal, static_cast<int64_t>(units));
}

absl::StatusOr<Ledger::BeginResult> Ledger::Begin(const Tier& tier, const std::string& principal, uint64_t epoch,
                                                  uint64_t question, uint64_t units) {
  absl::MutexLock lock(&mutex_);
  if (absl::Status usable = Usable(); !usable.ok()) return usable;
  if (accounts_.HasAsked(tier, principal, epoch, question)) units = 0;
  const int64_t now = Now();
  BeginResult begun;
  if (auto refusal = accounts_.Check(tier, principal, units, now)) {
    begun.refusal = *refusal;
    if (!refusal->is_rate && refusal->again.has_value() && accounts_.IsToBeSuspended(tier, principal, units, now)) {
      StoredEntry suspension;
      suspension.entry.what = "suspend";
      suspension.entry.principal = principal;
      suspension.entry.tier = tier.name;
      suspension.entry.epoch = epoch;
      suspension.entry.outcome = "the budget is used up";
      const absl::Status appended = Append(&suspension, static_cast<SetId>(memory_.size()));
      if (!appended.ok()) return appended;
      begun.refusal = {};
    }
    return begun;
  }
  accounts_.Reserve(tier.name, principal, static_cast<int64_t>(units));
  begun.reservation.emplace(Reservation(this, tier.name, principal, units));
  return begun;
}

absl::StatusOr<std::string> Ledger::Finish(
    Reservation reservation, StoredEntry stored, bool disk,
    absl::FunctionRef<void(AnswerMemory&, int64_t widest_people, LedgerEntry*)> decide, const CohortChange* change) {
  {
    absl::MutexLock lock(&mutex_);
    // The entry counts from now on, in place of the reservation.
    GiveBack(reservation.tier_, reservation.principal_, reservation.units_);
    reservation.ledger_ = nullptr;
    if (absl::Status usable = Usable(); !usable.ok()) return usable;
    const auto first_set = static_cast<SetId>(memory_.size());
    absl::Cleanup unfinished = [&]()
                                   ABSL_NO_THREAD_SAFETY_ANALYSIS { broken_ = broken_ || memory_.size() != first_set; };
    decide(memory_, widest_people_, &stored.entry);
    stored.entry.units = reservation.units_;
    if (stored.entry.outcome != kAnswered) change = nullptr;
    if (absl::Status appended = Append(&stored, first_set, change); !appended.ok()) return appended;
    std::move(unfinished).Cancel();
  }
  if (disk && !journal_->Sync().ok()) {
    Break();
    return BrokenLedger();
  }
  return stored.entry.hash;
}

absl::Status Ledger::Note(LedgerEntry entry) {
  {
    absl::MutexLock lock(&mutex_);
    if (absl::Status usable = Usable(); !usable.ok()) return usable;
    StoredEntry stored{std::move(entry), 0};
    if (absl::Status appended = Append(&stored, static_cast<SetId>(memory_.size())); !appended.ok()) return appended;
  }
  if (journal_->Sync().ok()) return absl::OkStatus();
  Break();
  return BrokenLedger();
}

absl::Status Ledger::Widen(int64_t people) {
  absl::MutexLock lock(&mutex_);
  if (absl::Status usable = Usable(); !usable.ok()) return usable;
  if (people <= widest_people_) return absl::OkStatus();
  absl::Status written = journal_->Write({{{std::string(kWidestKey), absl::StrCat(people)}}, {}});
  if (written.ok()) written = journal_->Sync();
  if (written.ok()) widest_people_ = people;
  return written;
}

absl::Status Ledger::ForgetTexts(int64_t text_days) {
  absl::MutexLock lock(&mutex_);
  if (absl::Status usable = Usable(); !usable.ok()) return usable;
  const int64_t keep_from = Now() - text_days * kMicrosPerDay;
  storage::RocksJournal::Batch batch;
  const absl::Status read = ReadEntries(*journal_, 0, [&](const StoredEntry& stored) {
    if (stored.entry.time >= keep_from) return false;
    if (stored.entry.statement.empty()) return true;
    StoredEntry without = stored;
    without.entry.statement.clear();
    batch.puts.emplace_back(EntryKey(stored.entry.number), EncodeEntry(without));
    return true;
  });
  if (!read.ok() || batch.puts.empty()) return read;
  return journal_->Write(batch);
}

GuestBudget Ledger::BudgetOf(const Tier& tier, const std::string& principal) {
  absl::MutexLock lock(&mutex_);
  return accounts_.BudgetOf(tier, principal, Now());
}

uint64_t Ledger::QuestionOf(std::string_view text) const {
  return secret::SipHash24(key_, std::string("Q").append(text));
}

absl::Status Ledger::Read(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const {
  return ReadEntries(*journal_, from, [&](const StoredEntry& stored) { return sink(stored.entry); });
}

absl::StatusOr<LedgerCheck> Ledger::Verify(std::string_view kept) const {
  absl::MutexLock lock(&mutex_);  // so that no entry is added meanwhile
  return VerifyEntries(*journal_, kept);
}

void Ledger::Look(absl::FunctionRef<void(const AnswerMemory&, const Accounts&, int64_t now)> f) const {
  absl::MutexLock lock(&mutex_);
  f(memory_, accounts_, Now());
}

}  // namespace muster::release
