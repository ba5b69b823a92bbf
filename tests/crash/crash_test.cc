// Processes that are killed while they write, and readers beside them. How long each takes follows from
// MUSTER_CRASH_ROUNDS: 1 when it is not set, for a few seconds.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

#include "absl/strings/str_cat.h"
#include "storage/files/crash_point.h"
#include "tests/crash/history.h"
#include "tests/crash/kill_at_call.h"
#include "tests/crash/writer_process.h"

namespace muster::crash {
namespace {

namespace fs = std::filesystem;

uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr ? std::stoull(value) : otherwise;
}

const uint64_t kRounds = FromEnvironment("MUSTER_CRASH_ROUNDS", 1);
const uint64_t kSeed = FromEnvironment("MUSTER_CRASH_SEED", 1);

class CrashTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = (fs::path(testing::TempDir()) / absl::StrCat("muster_crash_", getpid(), "_", test->name())).string();
    fs::remove_all(path_);
  }
  void TearDown() override { fs::remove_all(path_); }

  std::unique_ptr<Catalogue> OpenReader() {
    OpenOptions options;
    options.read_only = true;
    options.query_threads = 1;
    auto catalogue = Catalogue::Open(path_, options);
    EXPECT_TRUE(catalogue.ok()) << catalogue.status();
    return catalogue.ok() ? *std::move(catalogue) : nullptr;
  }

  // Sees that what `catalogue` says is what `history` has for its version; returns the version.
  uint64_t Judge(const Catalogue& catalogue, const History& history, const char* who) {
    const absl::StatusOr<State> state = StateOf(catalogue);
    EXPECT_TRUE(state.ok()) << who << ": " << state.status();
    if (!state.ok()) return 0;
    EXPECT_LE(state->version, history.size()) << who;
    if (state->version > history.size()) return 0;
    EXPECT_EQ(state->people, history.state(state->version)) << who << ", version " << state->version;
    return state->version;
  }

  static void ExpectClean(const Catalogue& catalogue, const char* who) {
    const absl::StatusOr<CheckReport> report = catalogue.Check({});
    EXPECT_TRUE(report.ok()) << who << ": " << report.status();
    if (!report.ok()) return;
    EXPECT_TRUE(report->problems.empty()) << who << ": " << report->problems.front();
  }

  // Makes changes in processes that are killed, as often as `kills`; `next` starts one that goes on with a change.
  template <typename Start>
  void KillAgainAndAgain(const History& history, uint64_t kills, Start&& start) {
    uint64_t version = 0;
    uint64_t in_flight = 0;  // changes that were there though nobody had heard so
    for (uint64_t i = 0; i < kills && version < history.size() && !HasFailure(); ++i) {
      uint64_t acknowledged = version;
      {
        const std::unique_ptr<WriterProcess> writer = start(version + 1, i);
        EXPECT_EQ(writer->Wait(), "");
        acknowledged = std::max(acknowledged, writer->acknowledged());
      }
      if (!fs::exists(path_ + "/CURRENT")) continue;  // it did not come so far
      OpenOptions options;
      options.read_only = true;
      auto reader = Catalogue::Open(path_, options);
      // A creation that was interrupted is not a catalogue yet.
      if (acknowledged == 0 && reader.status().code() == absl::StatusCode::kFailedPrecondition) continue;
      ASSERT_TRUE(reader.ok()) << reader.status();
      const uint64_t now = Judge(**reader, history, "after a kill");
      EXPECT_GE(now, acknowledged) << "a commit is lost";
      EXPECT_LE(now, acknowledged + 1);
      in_flight += now - acknowledged;
      if (i % 4 == 0) ExpectClean(**reader, "after a kill");
      version = now;
    }
    std::cout << "figures: " << kills << " kills, " << version << " changes, " << in_flight
              << " of them done but not heard of\n";
  }

  std::vector<std::string> Arguments(uint64_t seed, const History& history, uint64_t people, uint64_t first,
                                     uint64_t reopen, uint64_t changes = UINT32_MAX) {
    std::vector<std::string> arguments = {path_};
    for (const uint64_t number : {seed, history.size(), people, first, first + changes - 1, reopen}) {
      arguments.push_back(std::to_string(number));
    }
    return arguments;
  }

  std::string path_;
};

TEST_F(CrashTest, ReadersBesideAWriterSeeAVersionAndKeepIt) {
  constexpr uint64_t kPeople = 1500;
  const uint64_t changes = 60 * kRounds;
  const History history(kSeed, changes, kPeople);
  WriterProcess writer(Arguments(kSeed, history, kPeople, 1, 7));
  while (writer.acknowledged() == 0 && !writer.ended()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  std::atomic<uint64_t> openings = 0;
  std::mutex mutex;
  std::vector<std::pair<std::unique_ptr<Catalogue>, uint64_t>> held;
  const auto read = [&] {
    while (!writer.ended() && !HasFailure()) {
      const uint64_t before = writer.acknowledged();
      std::unique_ptr<Catalogue> reader = OpenReader();
      if (reader == nullptr) return;
      const uint64_t number = ++openings;
      // Some are asked at once, some never before the end.
      const bool hold = number % 16 == 0;
      uint64_t version = hold ? reader->Info()->version : Judge(*reader, history, "a reader");
      EXPECT_GE(version, before) << "older than what was acknowledged before it was opened";
      if (number % 5 == 0) ExpectClean(*reader, "a reader");
      if (!hold) continue;
      const std::lock_guard<std::mutex> lock(mutex);
      if (held.size() < 12) held.emplace_back(std::move(reader), version);
    }
  };
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back(read);
  for (std::thread& reader : readers) reader.join();
  writer.Kill();
  EXPECT_EQ(writer.Wait(), "");
  for (const auto& [reader, version] : held) {
    EXPECT_EQ(Judge(*reader, history, "a reader that was held"), version);
    ExpectClean(*reader, "a reader that was held");
  }
  EXPECT_EQ(writer.acknowledged(), changes);
  std::cout << "figures: " << openings << " openings beside " << writer.acknowledged() << " changes, " << held.size()
            << " readers held to the end\n";
}

TEST_F(CrashTest, KilledAtAnyInstant) {
  constexpr uint64_t kPeople = 600;
  const uint64_t kills = 20 * kRounds;
  const History history(kSeed + 1, 40 * kills, kPeople);
  std::mt19937_64 random(kSeed);
  KillAgainAndAgain(history, kills, [&](uint64_t first, uint64_t) {
    auto writer = std::make_unique<WriterProcess>(Arguments(kSeed + 1, history, kPeople, first, 5));
    // Mostly in the midst of commits, however slow the machine is.
    const uint64_t commits = random() % 4;
    while (commits > 0 && writer->acknowledged() + 1 < first + commits && !writer->ended()) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 50'000));
    writer->Kill();
    return writer;
  });
}

TEST_F(CrashTest, KilledAtEachPointOfACommit) {
  constexpr uint64_t kPeople = 600;
  const uint64_t kills = std::size(storage::kCrashPoints) * 2 * kRounds;
  const History history(kSeed + 2, 40 * kills, kPeople);
  KillAgainAndAgain(history, kills, [&](uint64_t first, uint64_t i) {
    std::vector<std::string> arguments = Arguments(kSeed + 2, history, kPeople, first, 5, 30);
    arguments.push_back(storage::kCrashPoints[i % std::size(storage::kCrashPoints)]);
    arguments.push_back(std::to_string(1 + i / std::size(storage::kCrashPoints) % 7));
    return std::make_unique<WriterProcess>(arguments);
  });
}

// At a write, a sync, a renaming, a removal and the like, before, after or, of writes, in the midst of it.
TEST_F(CrashTest, KilledAtCallsOfTheSystem) {
  constexpr uint64_t kPeople = 600;
  {
    WriterProcess trial({"--compact", path_, std::string(kBeforeACall), "1"});
    if (trial.Wait() == "cannot") GTEST_SKIP() << "calls of the system cannot be caught here";
  }
  const uint64_t kills = 24 * kRounds;
  const History history(kSeed + 5, 40 * kills, kPeople);
  std::mt19937_64 random(kSeed);
  KillAgainAndAgain(history, kills, [&](uint64_t first, uint64_t i) {
    std::vector<std::string> arguments = Arguments(kSeed + 5, history, kPeople, first, 3, 12);
    arguments.emplace_back(kKillsAtCalls[i % std::size(kKillsAtCalls)]);
    // An opening and three changes are about a hundred calls.
    arguments.push_back(std::to_string(1 + random() % 200));
    return std::make_unique<WriterProcess>(arguments);
  });
}

// After a kill in the middle the catalogue has the same people, in the version before or after, and compacts again.
TEST_F(CrashTest, KilledWhileItCompacts) {
  const History history(kSeed + 4, 24, 600);
  std::vector<const char*> points(std::begin(storage::kCrashPoints), std::end(storage::kCrashPoints));
  points.push_back(storage::kPurgePoint);
  size_t killed = 0;
  for (const char* point : points) {
    SCOPED_TRACE(point);
    fs::remove_all(path_);
    {
      auto catalogue = Catalogue::Open(path_, {.create_if_missing = true});
      ASSERT_TRUE(catalogue.ok()) << catalogue.status();
      for (uint64_t n = 1; n <= history.size(); ++n) ASSERT_TRUE(Apply(history.change(n), **catalogue).ok());
    }
    for (const bool kill : {true, false}) {
      std::vector<std::string> arguments = {"--compact", path_};
      if (kill) arguments.insert(arguments.end(), {point, "1"});
      WriterProcess process(arguments);
      EXPECT_EQ(process.Wait(), "");
      if (kill) {
        killed += process.acknowledged() == 0 ? 1 : 0;
      } else {
        EXPECT_EQ(process.acknowledged(), 1u);
      }
      const std::unique_ptr<Catalogue> reader = OpenReader();
      ASSERT_NE(reader, nullptr);
      const absl::StatusOr<State> state = StateOf(*reader);
      ASSERT_TRUE(state.ok()) << state.status();
      EXPECT_EQ(state->people, history.state(history.size()));
      ExpectClean(*reader, kill ? "after a kill" : "compacted");
    }
  }
  EXPECT_GE(killed, points.size() - 2) << "else nothing was tried";
  std::cout << "figures: " << killed << " kills of " << points.size() << " points\n";
}

// What a child of fork() does with the catalogue of its parent; 0 when it is as promised.
int UseAsChild(std::unique_ptr<Catalogue> catalogue, const std::string& path, const History& history) {
  alarm(30);
  const absl::StatusOr<State> state = StateOf(*catalogue);
  if (!state.ok() || state->people != history.state(2)) return 1;
  const absl::Status changes[] = {Apply(history.change(3), *catalogue), catalogue->Delete("default", {"p1"}).status(),
                                  catalogue->Query("define cohort x as individuals").status()};
  for (const absl::Status& change : changes) {
    if (change.code() != absl::StatusCode::kFailedPrecondition) return 2;
    if (change.message().find("forked") == absl::string_view::npos) return 3;
  }
  if (Catalogue::Open(path, {}).status().code() != absl::StatusCode::kUnavailable) return 4;
  if (!Catalogue::Open(path, {.read_only = true}).ok()) return 5;
  catalogue.reset();
  return 0;
}

TEST_F(CrashTest, AForkedChildAsksAndDoesNotWrite) {
  const History history(kSeed + 3, 6, 300);
  OpenOptions options;
  options.create_if_missing = true;
  options.query_threads = 2;
  auto catalogue = Catalogue::Open(path_, options);
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  for (uint64_t number = 1; number <= 2; ++number) {
    ASSERT_TRUE(Apply(history.change(number), **catalogue).ok());
  }
  for (uint64_t number = 3; number <= history.size(); ++number) {
    if (number == 3) {
      const pid_t child = fork();
      ASSERT_GE(child, 0);
      if (child == 0) _exit(UseAsChild(*std::move(catalogue), path_, history));
      int status = 0;
      waitpid(child, &status, 0);
      EXPECT_TRUE(WIFEXITED(status)) << "signal " << WTERMSIG(status);
      EXPECT_EQ(WEXITSTATUS(status), 0);
    }
    ASSERT_TRUE(Apply(history.change(number), **catalogue).ok());
  }
  EXPECT_EQ(Judge(**catalogue, history, "the parent"), history.size());
  ExpectClean(**catalogue, "the parent");
}

}  // namespace
}  // namespace muster::crash
