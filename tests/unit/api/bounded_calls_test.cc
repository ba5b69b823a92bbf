// Imports, checks, compactions, copies and the ledger's verification, stopped at any moment: what was stopped has
// changed nothing, or says so, and the catalogue goes on as if nobody had called.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "allowance/allowance.h"
#include "muster/guest.h"
#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using std::chrono::microseconds;

class BoundedCallsTest : public EmbeddingTest {
 protected:
  // All of the first looks, and then ever fewer, so that a call is not made as often as it looks.
  static uint64_t After(uint64_t look) { return look + 1 + look / 6; }

  // Calls `f` under an allowance that is over at its first, second, ... look, until it comes to its end; `was_stopped`
  // is called after each that did not.
  template <typename F, typename Then>
  static uint64_t StopAtEachLook(const F& f, const Then& was_stopped) {
    uint64_t stopped = 0;
    for (uint64_t look = 1;; look = After(look)) {
      Allowance allowance({.stop_at_look = look, .what = "the call"});
      absl::Status status;
      {
        const AllowanceScope scope(&allowance);
        status = f();
      }
      if (status.ok()) return stopped;
      EXPECT_TRUE(absl::IsCancelled(status)) << status;
      EXPECT_NE(status.message().find("cancelled"), absl::string_view::npos) << status;
      ++stopped;
      was_stopped();
      if (testing::Test::HasFailure()) return stopped;
    }
  }

  static void ExpectWhole(const Catalogue& catalogue) {
    const auto report = catalogue.Check({});
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_TRUE(report->problems.empty()) << report->problems[0];
  }
};

constexpr char kOntology[] = R"(format-version: 1.2
ontology: hp

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0000002
name: Some
is_a: HP:0000001
)";

TEST_F(BoundedCallsTest, AnImportThatIsStoppedHasChangedNothing) {
  auto catalogue = Open();
  Import(*catalogue, 0, 300);
  ASSERT_TRUE(catalogue->ImportText(kOntology, {}).ok());
  const uint64_t version = catalogue->Info()->version;
  const std::string people = People(150, 800);
  ImportOptions alone;
  alone.threads = 1;
  const uint64_t stopped = StopAtEachLook([&] { return catalogue->ImportText(people, alone).status(); },
                                          [&] {
                                            EXPECT_EQ(catalogue->Info()->version, version);
                                            EXPECT_EQ(Count(*catalogue), 300);
                                          });
  EXPECT_GT(stopped, 20u);
  EXPECT_EQ(catalogue->Info()->version, version + 1) << "one commit, of the one that was not stopped";
  EXPECT_EQ(Count(*catalogue), 800);
  ExpectWhole(*catalogue);
}

// What stalls is read by threads of its own when it is long, and by the caller's when it is short.
TEST_F(BoundedCallsTest, AnImportOfAPipeThatStallsIsStopped) {
  auto catalogue = Open();
  const std::string path = folder_ / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  for (const std::string& people : {People(0, 3), People(0, 20000)}) {
    for (const int how : {0, 1, 2}) {
      std::atomic<bool> done = false;
      std::thread writer([&] {
        const int pipe = open(path.c_str(), O_RDWR);  // so that it is not ended by a reader that goes
        for (size_t at = 0; at < people.size() && !done;) {
          pollfd polled = {pipe, POLLOUT, 0};
          if (poll(&polled, 1, 20) <= 0) continue;
          const ssize_t written = write(pipe, people.data() + at, std::min<size_t>(people.size() - at, 4096));
          if (written > 0) at += static_cast<size_t>(written);
        }
        while (!done) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        close(pipe);
      });
      ImportOptions options;
      std::stop_source stop;
      options.stop = stop.get_token();
      if (how == 0) options.timeout = std::chrono::seconds(1);
      // (Of a short text it hears nothing.)
      if (how == 1) options.progress = [](const ImportProgress&) { return false; };
      std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        if (how != 0) stop.request_stop();
      });
      const auto report = catalogue->Import({path}, options);
      EXPECT_EQ(report.status().code(), how == 0 ? absl::StatusCode::kDeadlineExceeded : absl::StatusCode::kCancelled)
          << report.status();
      done = true;
      stopper.join();
      writer.join();
      EXPECT_EQ(Count(*catalogue), 0);
    }
  }
  ASSERT_TRUE(catalogue->ImportText(People(0, 3), {}).ok());
  ExpectWhole(*catalogue);
}

TEST_F(BoundedCallsTest, AnImportOfAnOntologyToo) {
  auto catalogue = Open();
  Import(*catalogue, 0, 30);
  const uint64_t stopped = StopAtEachLook([&] { return catalogue->ImportText(kOntology, {}).status(); },
                                          [&] { EXPECT_TRUE(catalogue->Info()->ontologies.empty()); });
  EXPECT_GT(stopped, 5u);
  EXPECT_EQ(catalogue->Info()->ontologies.size(), 1u);
}

TEST_F(BoundedCallsTest, ACheckThatIsStoppedHasNoReport) {
  auto catalogue = Open();
  for (int i = 0; i < 3; ++i) Import(*catalogue, 500 * i, 500 * (i + 1));
  ASSERT_TRUE(catalogue->Delete("default", {"p1", "p501"}).ok());
  uint64_t individuals = 0;
  const auto check = [&] {
    const auto report = catalogue->Check({});
    if (report.ok()) individuals = report->individuals;
    if (report.ok()) {
      EXPECT_TRUE(report->problems.empty()) << report->problems[0];
    }
    return report.status();
  };
  EXPECT_GT(StopAtEachLook(check, [] {}), 30u);
  EXPECT_EQ(individuals, 1498u);
}

TEST_F(BoundedCallsTest, ACompactionThatIsStoppedLeavesAWholeCatalogue) {
  auto catalogue = Open();
  for (int i = 0; i < 3; ++i) Import(*catalogue, 500 * i, 500 * (i + 1));
  ASSERT_TRUE(catalogue->Delete("default", {"p1", "p501", "p1001"}).ok());
  const uint64_t stopped =
      StopAtEachLook([&] { return catalogue->Compact(); }, [&] { EXPECT_EQ(Count(*catalogue), 1497); });
  EXPECT_GT(stopped, 10u);
  ExpectWhole(*catalogue);
  Import(*catalogue, 1500, 1600);
  EXPECT_EQ(Count(*catalogue), 1597);
  catalogue.reset();
  EXPECT_EQ(Count(*OpenToRead()), 1597);
}

TEST_F(BoundedCallsTest, ACopyThatIsStoppedLeavesNothing) {
  auto catalogue = Open();
  Import(*catalogue, 0, 300);
  const auto entries = [&] { return std::distance(std::filesystem::directory_iterator(folder_), {}); };
  const uint64_t stopped =
      StopAtEachLook([&] { return catalogue->Backup(Path("backup")).status(); }, [&] { EXPECT_EQ(entries(), 1); });
  EXPECT_GT(stopped, 3u);
  EXPECT_EQ(Count(**Catalogue::Open(Path("backup"), {.read_only = true})), 300);
}

TEST_F(BoundedCallsTest, AVerificationThatIsStoppedHasNoReport) {
  auto catalogue = Open();
  Import(*catalogue, 0, 300);
  ASSERT_TRUE(catalogue->SetPolicy(R"({"tiers": {"public": {"preset": "public"}}})").ok());
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(catalogue->Suspend("p" + std::to_string(i)).ok());
  uint64_t entries = 0;
  const auto verify = [&] {
    const auto report = catalogue->VerifyLedger();
    if (report.ok()) entries = report->entries;
    if (report.ok()) {
      EXPECT_TRUE(report->problems.empty()) << report->problems[0];
    }
    return report.status();
  };
  EXPECT_GT(StopAtEachLook(verify, [] {}), 5u);
  EXPECT_EQ(entries, 51u);
  EXPECT_TRUE(catalogue->Audit().ok());
}

// By token and by deadline, at moments by chance, with threads that read ahead and others who ask all along.
TEST_F(BoundedCallsTest, AtRandomMoments) {
  auto catalogue = Open({.create_if_missing = true, .query_threads = 2});
  Import(*catalogue, 0, 2'000);
  const std::string people = People(2'000, 6'000);
  std::atomic<bool> done = false;
  std::thread asker([&] {
    while (!done) {
      const int64_t count = Count(*catalogue);
      EXPECT_TRUE(count == 2'000 || count == 6'000) << count;
      const int64_t females = Count(*catalogue, "count individuals where sex is female");
      EXPECT_TRUE(females == 1'000 || females == 3'000) << females;  // the version may have changed in between
    }
  });
  std::mt19937 random(7);
  int stopped = 0;
  int succeeded = 0;
  for (int i = 0; i < 60; ++i) {
    const microseconds after(std::uniform_int_distribution<>(1, 60'000)(random));
    std::stop_source source;
    CallBounds bounds;
    std::jthread stopper;
    if (i % 2 == 0) {
      bounds.timeout = after;
    } else {
      bounds.stop = source.get_token();
      stopper = std::jthread([&source, after] {
        std::this_thread::sleep_for(after);
        source.request_stop();
      });
    }
    absl::Status status;
    if (i % 3 == 0) {
      ImportOptions options;
      options.timeout = bounds.timeout;
      options.stop = bounds.stop;
      const uint64_t version = catalogue->Info()->version;
      status = catalogue->ImportText(people, options).status();
      EXPECT_EQ(catalogue->Info()->version, version + (status.ok() ? 1 : 0));
    } else if (i % 3 == 1) {
      const auto report = catalogue->Check({}, bounds);
      if (report.ok()) {
        EXPECT_TRUE(report->problems.empty()) << report->problems[0];
      }
      status = report.status();
    } else {
      status = catalogue->Compact(bounds);
      if (absl::IsUnavailable(status)) status = absl::OkStatus();  // the asker reads what was there before
    }
    (status.ok() ? succeeded : stopped) += 1;
    if (!status.ok()) {
      EXPECT_EQ(status.code(), i % 2 == 0 ? absl::StatusCode::kDeadlineExceeded : absl::StatusCode::kCancelled)
          << status;
    }
  }
  done = true;
  asker.join();
  EXPECT_GT(stopped, 5) << succeeded << " came to their end";
  ExpectWhole(*catalogue);
}

TEST_F(BoundedCallsTest, WaitForOthersNoLongerThanTheyMay) {
  auto catalogue = Open();
  ImportOptions slow;
  slow.progress = [&](const ImportProgress&) {
    std::thread other([&] {
      ImportOptions options;
      options.timeout = std::chrono::milliseconds(20);
      EXPECT_TRUE(absl::IsDeadlineExceeded(catalogue->ImportText(People(200, 300), options).status()));
      EXPECT_TRUE(absl::IsDeadlineExceeded(catalogue->Compact({.timeout = std::chrono::milliseconds(20)})));
    });
    other.join();
    return true;
  };
  // What the callback asks is not under the import's own bounds.
  slow.timeout = std::chrono::minutes(5);
  ASSERT_TRUE(catalogue->ImportText(People(0, 100), slow).ok());
  EXPECT_EQ(Count(*catalogue), 100);
}

TEST_F(BoundedCallsTest, WhatIsCommittedIsNotUndone) {
  auto catalogue = Open();
  ImportOptions options;
  std::stop_source source;
  options.stop = source.get_token();
  ASSERT_TRUE(catalogue->ImportText(People(0, 100), options).ok());
  source.request_stop();
  EXPECT_TRUE(absl::IsCancelled(catalogue->ImportText(People(100, 200), options).status()));
  EXPECT_EQ(Count(*catalogue), 100);
}

TEST_F(BoundedCallsTest, ADeletionThatIsStoppedRemovesNobody) {
  const auto catalogue = Open();
  Import(*catalogue, 0, 50);
  std::vector<std::string> ids;
  for (int i = 0; i < 20; ++i) ids.push_back("p" + std::to_string(i));
  const uint64_t stopped = StopAtEachLook([&] { return catalogue->Delete("default", ids).status(); },
                                          [&] { EXPECT_EQ(Count(*catalogue), 50); });
  EXPECT_GT(stopped, 0U);
  EXPECT_EQ(Count(*catalogue), 30);
  ExpectWhole(*catalogue);
}

TEST_F(BoundedCallsTest, DeletionsPoliciesAndEpochsTakeBounds) {
  const auto catalogue = Open();
  Import(*catalogue, 0, 10);
  std::stop_source source;
  source.request_stop();
  const CallBounds over{.stop = source.get_token()};
  constexpr char kPolicy[] = R"({"tiers": {"public": {"preset": "public"}}})";
  EXPECT_TRUE(absl::IsCancelled(catalogue->Delete("default", {"p1"}, over).status()));
  EXPECT_EQ(Count(*catalogue), 10);
  EXPECT_TRUE(absl::IsCancelled(catalogue->SetPolicy(kPolicy, over)));
  EXPECT_TRUE(absl::IsNotFound(catalogue->Policy().status()));
  ASSERT_TRUE(catalogue->SetPolicy(kPolicy).ok());
  EXPECT_TRUE(absl::IsCancelled(catalogue->PublishEpoch(over)));
}

}  // namespace
}  // namespace muster
