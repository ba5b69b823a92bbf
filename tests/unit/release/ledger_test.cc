#include "engine/release/ledger/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <new>

#include "tests/support/own_folder.h"
#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr secret::SipKey kKey{3, 4};

class LedgerTest : public testing::Test {
 protected:
  void Open() {
    ledger_.reset();
    auto opened = Ledger::Open(path_, kKey);
    ASSERT_TRUE(opened.ok()) << opened.status();
    ledger_ = *std::move(opened);
  }
  // Asks for the people `set`. Returns the hash of the entry, "" for a refusal.
  std::string Ask(const std::string& principal, const std::string& text, const ComparedSet& set, uint64_t units = 1) {
    const uint64_t question = ledger_->QuestionOf(text);
    auto begun = ledger_->Begin(tier_, principal, 1, question, units);
    EXPECT_TRUE(begun.ok()) << begun.status();
    if (!begun->reservation.has_value()) return "";
    StoredEntry stored;
    stored.entry.what = "statement";
    stored.entry.principal = principal;
    stored.entry.tier = tier_.name;
    stored.entry.epoch = 1;
    stored.entry.statement = text;
    stored.question = question;
    const auto decide = [&](AnswerMemory& memory, int64_t, LedgerEntry* entry) {
      memory.Add(set, static_cast<SetId>(memory.size()), 1);
      entry->outcome = "answered";
    };
    const auto hash = ledger_->Finish(*std::move(begun->reservation), std::move(stored), true, decide);
    EXPECT_TRUE(hash.ok()) << hash.status();
    return *hash;
  }
  LedgerCheck Verify(std::string_view kept = "") {
    ledger_.reset();
    const auto journal = storage::RocksJournal::Open(path_, {.read_only = true});
    return *VerifyEntries(**journal, kept);
  }
  // Changes the ledger's files behind its back.
  void Tamper(const storage::RocksJournal::Batch& batch) {
    ledger_.reset();
    ASSERT_TRUE((*storage::RocksJournal::Open(path_, {}))->Write(batch).ok());
  }
  std::string BytesOf(const std::string& key) {
    return **(*storage::RocksJournal::Open(path_, {.read_only = true}))->Get(key);
  }
  static std::string Key(char number) { return std::string("e") + std::string(7, '\0') + number; }
  void AskThree() {
    Open();
    for (const char* text : {"count individuals", "count samples", "count runs"})
      Ask("alice", text, PeopleOf(people_.Some(50)));
    ledger_.reset();
  }

  Tier tier_ = [] {
    Tier tier = *PresetTier("registered");
    tier.name = "registered";
    return tier;
  }();
  People people_{10'000, 12};
  const test::OwnFolder folder_;
  const std::string path_ = folder_ / "ledger";
  std::unique_ptr<Ledger> ledger_;
};

TEST_F(LedgerTest, KeepsWhatWasListed) {
  Open();
  EXPECT_FALSE(ledger_->listing().Find(1).has_value());
  ASSERT_TRUE(ledger_->listing().Keep({{1, true}, {UINT64_MAX, false}, {2, true}}));
  ASSERT_TRUE(ledger_->listing().Keep({{2, false}}));
  Open();
  EXPECT_EQ(ledger_->listing().Find(1), true);
  EXPECT_EQ(ledger_->listing().Find(2), false);
  EXPECT_EQ(ledger_->listing().Find(UINT64_MAX), false);
  EXPECT_FALSE(ledger_->listing().Find(3).has_value());
  EXPECT_THAT(Verify().problems, IsEmpty());
  Tamper({{{"lx", "1"}}, {}});
  EXPECT_EQ(Ledger::Open(path_, kKey).status().code(), absl::StatusCode::kDataLoss);
}

// Where there is no memory for an answer, nothing that was remembered for it is missing on disk.
TEST_F(LedgerTest, AnExceptionWhileDecidingLosesNothing) {
  Open();
  const auto ask = [&](bool remembers) {
    auto begun = ledger_->Begin(tier_, "alice", 1, 7, 1);
    StoredEntry stored;
    stored.entry.what = "statement";
    const auto decide = [&](AnswerMemory& memory, int64_t, LedgerEntry*) {
      if (remembers) memory.Add(PeopleOf(people_.Some(50)), static_cast<SetId>(memory.size()), 1);
      throw std::bad_alloc();
    };
    EXPECT_THROW((void)ledger_->Finish(*std::move(begun->reservation), std::move(stored), true, decide),
                 std::bad_alloc);
  };
  ask(/*remembers=*/false);
  EXPECT_NE(Ask("alice", "count individuals", PeopleOf(people_.Some(60))), "");
  ask(/*remembers=*/true);
  EXPECT_EQ(ledger_->Begin(tier_, "alice", 1, 8, 1).status().code(), absl::StatusCode::kUnavailable);
  Open();
  EXPECT_NE(Ask("alice", "count samples", PeopleOf(people_.Some(70))), "");
  Open();
  EXPECT_THAT(Verify().problems, IsEmpty());
}

TEST_F(LedgerTest, KeepsEntriesMemoryAndBudgets) {
  Open();
  const ComparedSet set = PeopleOf(people_.Some(100));
  Ask("alice", "count individuals", set, 30);
  const std::string head = Ask("alice", "count samples", PeopleOf(people_.Some(50)), 60);
  Open();
  EXPECT_EQ(ledger_->BudgetOf(tier_, "alice").units_left, 10);
  ledger_->Look([&](const AnswerMemory& memory, const Accounts&, int64_t) {
    ASSERT_EQ(memory.size(), 2u);
    EXPECT_EQ(memory.set(0), set);
  });
  std::vector<std::string> texts;
  std::string last;
  ASSERT_TRUE(ledger_
                  ->Read(1,
                         [&](const LedgerEntry& entry) {
                           texts.push_back(entry.statement);
                           last = entry.hash;
                           return true;
                         })
                  .ok());
  EXPECT_THAT(texts, ElementsAre("count individuals", "count samples"));
  EXPECT_EQ(last, head);
}

TEST_F(LedgerTest, RefusesBeyondTheBudgetButNotTheSameQuestion) {
  Open();
  Ask("alice", "count individuals", PeopleOf(people_.Some(100)), 90);
  EXPECT_EQ(Ask("alice", "count samples", PeopleOf(people_.Some(100)), 20), "");
  EXPECT_NE(Ask("alice", "count individuals", PeopleOf(people_.Some(100)), 90), "");
  Open();
  EXPECT_NE(Ask("alice", "count individuals", PeopleOf(people_.Some(100)), 90), "");
  EXPECT_EQ(ledger_->BudgetOf(tier_, "alice").units_left, 10);
}

TEST_F(LedgerTest, GivesBackWhatAStatementThatFailedHadTaken) {
  Open();
  {
    const auto begun = ledger_->Begin(tier_, "alice", 1, 5, 100);
    ASSERT_TRUE(begun->reservation.has_value());
    EXPECT_FALSE(ledger_->Begin(tier_, "alice", 1, 6, 1)->reservation.has_value());
  }
  EXPECT_TRUE(ledger_->Begin(tier_, "alice", 1, 6, 1)->reservation.has_value());
}

TEST_F(LedgerTest, IsOpenInOnePlaceAtATime) {
  Open();
  EXPECT_EQ(Ledger::Open(path_, kKey).status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(LedgerTest, VerifiesWhatWasWritten) {
  Open();
  const std::string kept = Ask("alice", "count individuals", PeopleOf(people_.Some(50)));
  Ask("alice", "count samples", PeopleOf(people_.Some(50)));
  const LedgerCheck check = Verify(kept);
  EXPECT_EQ(check.entries, 2u);
  EXPECT_THAT(check.problems, IsEmpty());
  EXPECT_THAT(Verify("00").problems, ElementsAre(HasSubstr("the chain was replaced")));
}

TEST_F(LedgerTest, FindsEveryChangedByteOfAnEntry) {
  AskThree();
  const std::string bytes = BytesOf(Key(2));
  for (size_t i = 0; i < bytes.size(); i += 7) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    Tamper({{{Key(2), changed}}, {}});
    EXPECT_FALSE(Verify().problems.empty()) << i;
    EXPECT_EQ(Ledger::Open(path_, kKey).status().code(), absl::StatusCode::kDataLoss) << i;
  }
  Tamper({{{Key(2), bytes}}, {}});
  EXPECT_THAT(Verify().problems, IsEmpty());
}

TEST_F(LedgerTest, FindsDroppedSwappedAndAddedEntries) {
  AskThree();
  const std::string first = BytesOf(Key(1));
  const std::string second = BytesOf(Key(2));
  const std::string third = BytesOf(Key(3));
  Tamper({{{Key(1), second}, {Key(2), first}}, {}});
  EXPECT_FALSE(Verify().problems.empty());
  Tamper({{{Key(1), first}}, {Key(2)}});
  EXPECT_FALSE(Verify().problems.empty());
  Tamper({{{Key(2), second}}, {Key(3)}});
  EXPECT_THAT(Verify().problems, ElementsAre(HasSubstr("at the end")));
  Tamper({{{Key(3), third}, {Key(4), third}}, {}});
  EXPECT_FALSE(Verify().problems.empty());
}

TEST_F(LedgerTest, ForgetsTextsAndKeepsTheirHashes) {
  AskThree();
  Open();
  ASSERT_TRUE(ledger_->ForgetTexts(1).ok());
  std::string text;
  ASSERT_TRUE(ledger_->Read(1, [&](const LedgerEntry& entry) { return text = entry.statement, false; }).ok());
  EXPECT_EQ(text, "count individuals");
  ASSERT_TRUE(ledger_->ForgetTexts(-1).ok());
  ASSERT_TRUE(ledger_->Read(1, [&](const LedgerEntry& entry) { return text = entry.statement, false; }).ok());
  EXPECT_EQ(text, "");
  EXPECT_THAT(Verify().problems, IsEmpty());
}

TEST_F(LedgerTest, SuspendsWithAnEntryWhoUsesUpAPresetThatSaysSo) {
  tier_.budget.suspend = true;
  Open();
  Ask("alice", "count individuals", PeopleOf(people_.Some(50)), 100);
  EXPECT_EQ(Ask("alice", "count samples", PeopleOf(people_.Some(50))), "");
  Open();
  EXPECT_TRUE(ledger_->BudgetOf(tier_, "alice").suspended);
  LedgerEntry entry;
  entry.what = "reinstate";
  entry.principal = "alice";
  ASSERT_TRUE(ledger_->Note(entry).ok());
  EXPECT_FALSE(ledger_->BudgetOf(tier_, "alice").suspended);
}

TEST_F(LedgerTest, NeverNarrowsItsBounds) {
  Open();
  ASSERT_TRUE(ledger_->Widen(20).ok());
  ASSERT_TRUE(ledger_->Widen(10).ok());
  Open();
  auto begun = ledger_->Begin(tier_, "alice", 1, 1, 1);
  int64_t widest = 0;
  ASSERT_TRUE(ledger_
                  ->Finish(*std::move(begun->reservation), {}, false,
                           [&](AnswerMemory&, int64_t people, LedgerEntry*) { widest = people; })
                  .ok());
  EXPECT_EQ(widest, 20);
}

}  // namespace
}  // namespace muster::release
