// Whatever call fails, what was acknowledged is there, what failed is not, and the catalogue goes on when the disk
// does.
#include "tests/fault/catalogue_faults.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "muster/reason.h"
#include "storage/store.h"
#include "tests/fault/reader_process.h"

namespace muster::fault {
namespace {

namespace fs = std::filesystem;

// Runs of each kind of fault: `in_ci`, or what MUSTER_FAULT_RUNS says.
uint64_t Runs(uint64_t in_ci) {
  const char* const runs = std::getenv("MUSTER_FAULT_RUNS");
  return runs != nullptr ? std::strtoull(runs, nullptr, 10) : in_ci;
}

std::vector<Change> Changes() {
  using enum Change::Kind;
  return {{kImport, 1}, {kOntology, 1}, {kImport, 2},      {kDefine, 1}, {kDelete, 2}, {kImport, 3},
          {kImport, 4}, {kImport, 5},   {kLargeImport, 1}, {kDelete, 4}, {kDefine, 4}, {kImport, 6}};
}

uint64_t faults = 0;
uint64_t failed_changes = 0;
uint64_t unknown_outcomes = 0;
uint64_t power_cuts = 0;

class CatalogueFaultsTest : public testing::Test {
 protected:
  void TearDown() override { storage::SetDefaultFileSystem(nullptr); }
  static void TearDownTestSuite() {
    std::cout << "figures: " << faults << " faults, " << failed_changes << " changes that failed, " << unknown_outcomes
              << " of unknown outcome, " << power_cuts << " power cuts\n";
  }

  // All changes with `fault`, from the opening on; then without it.
  static void RunWith(const Fault& fault, const std::string& what) {
    SCOPED_TRACE(what);
    Twins twins;
    ASSERT_TRUE(twins.Create().ok());
    twins.files().Inject(fault);
    if (!twins.Open().ok()) {
      twins.files().Heal();
      const absl::Status opened = twins.Open();
      ASSERT_TRUE(opened.ok()) << opened;
    }
    for (const Change& change : Changes()) {
      const absl::Status status = twins.Change(change);
      if (status.ok()) continue;
      EXPECT_NE(status.code(), absl::StatusCode::kInternal) << status;
      // A fault may be of reading as well, and then queries fail; but none says what is not so.
      const std::string difference = twins.Difference();
      EXPECT_TRUE(difference.empty() || difference.starts_with("error")) << difference << status;
    }
    faults += twins.files().failed() > 0 ? 1 : 0;
    failed_changes += twins.failed();
    unknown_outcomes += twins.unknown();
    twins.files().Heal();
    const absl::Status after = twins.Change({Change::Kind::kImport, 7});
    EXPECT_TRUE(after.ok()) << "in the same process, when the disk is well again: " << after;
    EXPECT_EQ(twins.Difference(), "");
    const auto report = twins.tested().Check({});
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->problems, std::vector<std::string>());
    twins.Close();
    const absl::Status opened = twins.Open();
    ASSERT_TRUE(opened.ok()) << opened;
    EXPECT_EQ(twins.Difference(), "") << "opened again";
  }

  static uint64_t CallsOf(Op op) {
    Twins twins;
    EXPECT_TRUE(twins.Create().ok());
    twins.files().ResetCounts();
    EXPECT_TRUE(twins.Open().ok());
    for (const Change& change : Changes()) {
      const absl::Status status = twins.Change(change);
      EXPECT_TRUE(status.ok()) << status;
    }
    EXPECT_EQ(twins.Difference(), "");
    return twins.files().count(op);
  }

  static void EveryCall(Op op, const std::vector<std::pair<How, bool>>& how) {
    const uint64_t calls = CallsOf(op);
    ASSERT_GT(calls, 0);
    uint64_t runs = 0;
    for (const auto& [kind, sticky] : how) {
      const uint64_t step = std::max<uint64_t>(1, calls / Runs(12));
      for (uint64_t n = 1 + static_cast<uint64_t>(kind) % step; n <= calls; n += step) {
        ++runs;
        RunWith({.op = op, .nth = n, .how = kind, .sticky = sticky},
                "op " + std::to_string(static_cast<int>(op)) + " call " + std::to_string(n) + " of " +
                    std::to_string(calls) + " how " + std::to_string(static_cast<int>(kind)) +
                    (sticky ? " and all behind it" : ""));
        if (HasFatalFailure()) return;
      }
    }
    std::cout << "figures: " << testing::UnitTest::GetInstance()->current_test_info()->name() << " " << runs
              << " runs with a fault\n";
  }
};

TEST_F(CatalogueFaultsTest, Writes) {
  EveryCall(Op::kWrite, {{How::kNoSpace, true}, {How::kIoError, false}, {How::kShort, false}, {How::kTorn, false}});
}
TEST_F(CatalogueFaultsTest, Syncs) { EveryCall(Op::kSync, {{How::kIoError, false}, {How::kIoError, true}}); }
TEST_F(CatalogueFaultsTest, Creations) { EveryCall(Op::kCreate, {{How::kNoSpace, false}, {How::kIoError, true}}); }
TEST_F(CatalogueFaultsTest, Openings) { EveryCall(Op::kOpen, {{How::kIoError, false}}); }

// A cohort is defined by a text, whose mistakes are diagnostics; that the disk is full is none of them.
TEST_F(CatalogueFaultsTest, ADefinitionOnAFullDiskIsAnErrorOfTheCall) {
  Twins twins;
  ASSERT_TRUE(twins.Create().ok());
  ASSERT_TRUE(twins.Open().ok());
  ASSERT_TRUE(twins.Change({Change::Kind::kImport, 1}).ok());
  twins.files().Inject({.op = Op::kWrite, .how = How::kNoSpace, .sticky = true});
  const auto defined = twins.tested().Query("define cohort all as individuals", {});
  twins.files().Heal();
  ASSERT_FALSE(defined.ok());
  EXPECT_EQ(defined.status().code(), absl::StatusCode::kResourceExhausted) << defined.status();
  EXPECT_EQ(ReasonOf(defined.status()), reason::kDiskFull);
}

// RocksDB goes on when it cannot remove a file, and nobody would hear that deleted people are still in it.
TEST_F(CatalogueFaultsTest, ACompactionThatCannotRemoveFilesSaysSo) {
  Twins twins;
  ASSERT_TRUE(twins.Create().ok());
  ASSERT_TRUE(twins.Open().ok());
  ASSERT_TRUE(twins.Change({Change::Kind::kImport, 1}).ok());
  ASSERT_TRUE(twins.Change({Change::Kind::kImport, 2}).ok());
  ASSERT_TRUE(twins.Change({Change::Kind::kDelete, 2}).ok());
  twins.Close();
  ASSERT_TRUE(twins.Open().ok());
  const auto tables = [&] {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(twins.path())) {
      if (entry.path().extension() == ".sst") names.insert(entry.path().filename());
    }
    return names;
  };
  const std::set<std::string> before = tables();
  ASSERT_FALSE(before.empty());
  twins.files().Inject({.op = Op::kDelete, .how = How::kIoError, .sticky = true});
  const absl::Status compacted = twins.tested().Compact();
  EXPECT_EQ(compacted.code(), absl::StatusCode::kUnavailable) << compacted;
  EXPECT_EQ(twins.Difference(), "");
  twins.files().Heal();
  const absl::Status again = twins.tested().Compact();
  EXPECT_TRUE(again.ok()) << again;
  for (const std::string& name : tables()) EXPECT_FALSE(before.contains(name)) << name;
  EXPECT_EQ(twins.Difference(), "");
}

// Whichever call fails, the last ones among them.
TEST_F(CatalogueFaultsTest, ABackupThatFailsLeavesNothing) {
  Twins twins;
  ASSERT_TRUE(twins.Create().ok());
  ASSERT_TRUE(twins.Open().ok());
  ASSERT_TRUE(twins.Change({Change::Kind::kImport, 1}).ok());
  const fs::path folder = TestPath("backups");
  storage::SetDefaultFileSystem(std::shared_ptr<rocksdb::FileSystem>(&twins.files(), [](rocksdb::FileSystem*) {}));
  for (const Op op : {Op::kSync, Op::kOpen, Op::kCreate, Op::kWrite, Op::kRead}) {
    uint64_t failed = 0;
    for (uint64_t n = 1; n < 1000; ++n) {
      SCOPED_TRACE("op " + std::to_string(static_cast<int>(op)) + " call " + std::to_string(n));
      fs::remove_all(folder);
      fs::create_directories(folder);
      twins.files().Inject({.op = op, .nth = n, .how = How::kIoError});
      const auto version = twins.tested().Backup(folder / "backup");
      const bool has_failed = twins.files().failed() > 0;
      twins.files().Heal();
      if (!has_failed) break;
      if (version.ok()) continue;
      ++failed;
      EXPECT_TRUE(fs::is_empty(folder)) << version.status();
      ASSERT_FALSE(testing::Test::HasFailure());
    }
    EXPECT_GT(failed, 0) << static_cast<int>(op);
  }
  fs::remove_all(folder);
}

TEST_F(CatalogueFaultsTest, Reads) { EveryCall(Op::kRead, {{How::kIoError, false}}); }
TEST_F(CatalogueFaultsTest, Renames) { EveryCall(Op::kRename, {{How::kIoError, false}, {How::kNoSpace, true}}); }
TEST_F(CatalogueFaultsTest, Deletions) { EveryCall(Op::kDelete, {{How::kIoError, false}, {How::kIoError, true}}); }
TEST_F(CatalogueFaultsTest, Listings) { EveryCall(Op::kList, {{How::kIoError, false}}); }

// Looks at what a reader in another process says, now and then.
class WatchedReader {
 public:
  WatchedReader(Twins& twins, uint64_t seed) : twins_(twins), random_(seed), process_(twins.path()) {}

  // After a change. `faulty`: the writer's disk may fail yet, and then the reader may get an error.
  void Look(bool faulty) {
    const std::string& expected = twins_.Expected();
    committed_.insert(expected);
    if (random_() % 3 != 0) return;
    constexpr const char* kCommands[] = {"open", "refresh", "ask"};
    const std::string command = held_.empty() ? "open" : kCommands[random_() % std::size(kCommands)];
    const std::string said = process_.Do(command);
    ASSERT_FALSE(said.empty()) << "the reader has ended";
    if (said.starts_with("error")) {
      EXPECT_TRUE(faulty || twins_.outcome_is_open()) << said;
      ++errors_;
      return;
    }
    ++answers_;
    if (command == "ask") {
      EXPECT_EQ(said, held_) << "it has gone to another version by itself";
    } else if (twins_.outcome_is_open()) {
      shown_.insert(said);
    } else {
      EXPECT_EQ(said, expected) << command;
    }
    held_ = said;
  }

  // At the end of a history, when all outcomes are known: what readers saw meanwhile was committed.
  void ExpectCommitted() {
    committed_.insert(twins_.Expected());
    for (const std::string& state : shown_) EXPECT_TRUE(committed_.contains(state)) << state;
  }
  uint64_t answers() const { return answers_; }
  uint64_t errors() const { return errors_; }

 private:
  Twins& twins_;
  std::mt19937_64 random_;
  ReaderProcess process_;
  std::string held_;                              // what it said last of the version that it holds
  std::set<std::string, std::less<>> committed_;  // each state of the twin
  std::set<std::string, std::less<>> shown_;      // what it said while an outcome was not known
  uint64_t answers_ = 0;
  uint64_t errors_ = 0;
};

// Faults at random in long lives, with closings in between, beside a reader in another process.
TEST_F(CatalogueFaultsTest, RandomHistories) {
  uint64_t failed = 0;
  uint64_t answers = 0;
  uint64_t errors = 0;
  for (uint64_t seed = 1; seed <= Runs(6); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    Twins twins;
    ASSERT_TRUE(twins.Create().ok());
    ASSERT_TRUE(twins.Open().ok());
    WatchedReader reader(twins, seed);
    bool faulty = false;
    for (uint32_t i = 1; i <= 40; ++i) {
      if (random() % 4 == 0) {
        faulty = !faulty;
        constexpr Op kSome[] = {Op::kWrite, Op::kSync, Op::kCreate, Op::kRead, Op::kOpen, Op::kRename, Op::kAny};
        if (faulty) {
          twins.files().Inject({.op = kSome[random() % std::size(kSome)],
                                .nth = 1 + random() % 30,
                                .how = static_cast<How>(random() % 5),
                                .sticky = random() % 2 == 0});
        } else {
          twins.files().Heal();
        }
      }
      if (random() % 10 == 0) {
        twins.Close();
        if (!twins.Open().ok()) {
          twins.files().Heal();
          faulty = false;
          const absl::Status opened = twins.Open();
          ASSERT_TRUE(opened.ok()) << opened;
        }
      }
      twins.Change(Change::Random(random, i)).IgnoreError();
      const std::string difference = twins.Difference();
      if (!faulty || !difference.starts_with("error")) {
        ASSERT_EQ(difference, "") << i;
      }
      reader.Look(faulty);
      if (HasFailure()) return;
    }
    twins.files().Heal();
    const absl::Status after = twins.Change({Change::Kind::kImport, 99});
    EXPECT_TRUE(after.ok()) << after;
    EXPECT_EQ(twins.Difference(), "");
    const auto report = twins.tested().Check({});
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->problems, std::vector<std::string>());
    reader.ExpectCommitted();
    answers += reader.answers();
    errors += reader.errors();
    failed += twins.failed();
    failed_changes += twins.failed();
    unknown_outcomes += twins.unknown();
  }
  // (Of one history, all faults may come where nobody looks.)
  if (Runs(6) >= 6) {
    EXPECT_GT(failed, 0);
    EXPECT_GT(answers, 0);
  }
  std::cout << "figures: a reader beside random histories: " << answers << " answers, each that of its version, "
            << errors << " errors\n";
}

// At calls chosen at random the power is cut: what was acknowledged is there, and at most one change more, whole.
TEST_F(CatalogueFaultsTest, PowerCuts) {
  const uint64_t cuts = Runs(60);
  uint64_t states_after_cuts = 0;
  for (uint64_t seed = 1; seed <= std::max<uint64_t>(1, cuts / 20); ++seed) {
    std::mt19937_64 random(seed);
    Twins twins;
    const std::string after = TestPath("after");
    struct Cut {
      std::string path;
      size_t acknowledged;
    };
    std::vector<Cut> made;
    std::vector<std::string> states;
    uint64_t calls = 0;
    uint64_t next = 1 + random() % 40;
    const auto hook = [&](Op op, const std::string&) {
      if (op == Op::kRead || op == Op::kOpen || states.empty() || ++calls < next || made.size() >= 20) return;
      next = calls + 1 + random() % 60;
      made.push_back({after + std::to_string(made.size()), states.size() - 1});
      fs::remove_all(made.back().path);
      twins.files().CutPower(static_cast<PowerCut>(random() % 3), random(), twins.path(), made.back().path);
    };
    ASSERT_TRUE(twins.Create().ok());
    ASSERT_TRUE(twins.Open().ok());
    states.push_back(StateOf(twins.tested()));
    std::string before;
    for (uint32_t i = 1; i <= 25; ++i) {
      twins.files().OnCall(hook);
      const absl::Status status = twins.Change(Change::Random(random, i));
      ASSERT_TRUE(status.ok() || absl::IsFailedPrecondition(status)) << status;  // nobody to define a cohort of
      if (i % 8 == 0) {
        twins.Close();
        ASSERT_TRUE(twins.Open().ok());
      }
      twins.files().OnCall(nullptr);
      states.push_back(StateOf(twins.tested()));
    }
    twins.Close();
    EXPECT_GT(made.size(), 10);
    power_cuts += made.size();
    for (const Cut& cut : made) {
      SCOPED_TRACE("seed " + std::to_string(seed) + " " + cut.path);
      for (const bool read_only : {true, false}) {
        const auto opened = Catalogue::Open(cut.path, {.read_only = read_only, .query_threads = 1});
        ASSERT_TRUE(opened.ok()) << opened.status();
        const std::string state = StateOf(**opened);
        EXPECT_TRUE(state == states[cut.acknowledged] || state == states[cut.acknowledged + 1]) << state;
        const auto report = (*opened)->Check({});
        ASSERT_TRUE(report.ok()) << report.status();
        EXPECT_EQ(report->problems, std::vector<std::string>());
      }
      fs::remove_all(cut.path);
    }
    states_after_cuts += made.size();
  }
  std::cout << "figures: " << states_after_cuts << " states after a power cut\n";
}

}  // namespace
}  // namespace muster::fault
