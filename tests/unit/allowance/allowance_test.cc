#include "allowance/allowance.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <stop_token>
#include <thread>
#include <utility>

namespace muster {
namespace {

TEST(AllowanceTest, WithoutOneEverythingIsAllowed) {
  EXPECT_EQ(CurrentAllowance(), nullptr);
  EXPECT_TRUE(ShouldContinue());
  EXPECT_TRUE(CheckStopSampled().ok());
  MemoryCharge charge;
  EXPECT_TRUE(charge.Add(SIZE_MAX));
}

TEST(AllowanceTest, WithoutBoundsNothingStops) {
  Allowance allowance({});
  const AllowanceScope scope(&allowance);
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(CheckStop().ok());
  MemoryCharge charge;
  EXPECT_TRUE(charge.Add(size_t{1} << 50));
  EXPECT_EQ(allowance.stopped(), Stopped::kNo);
  EXPECT_EQ(allowance.Message(), "");
}

TEST(AllowanceTest, ScopesAreNested) {
  Allowance outer({});
  Allowance inner({});
  const AllowanceScope outer_scope(&outer);
  {
    const AllowanceScope inner_scope(&inner);
    EXPECT_EQ(CurrentAllowance(), &inner);
    const AllowanceScope none(nullptr);
    EXPECT_EQ(CurrentAllowance(), nullptr);
  }
  EXPECT_EQ(CurrentAllowance(), &outer);
}

TEST(AllowanceTest, StopsWhenItIsAskedTo) {
  std::stop_source source;
  Allowance allowance({.stop = source.get_token()});
  const AllowanceScope scope(&allowance);
  EXPECT_TRUE(CheckStop().ok());
  std::jthread other([&] { source.request_stop(); });
  other.join();
  EXPECT_TRUE(absl::IsCancelled(CheckStop()));
  EXPECT_FALSE(ShouldContinueSampled());
  allowance.Stop(Stopped::kDeadline);
  EXPECT_EQ(allowance.stopped(), Stopped::kCancelled) << "the first reason stays";
}

TEST(AllowanceTest, ATokenThatHasFiredStopsAtOnce) {
  std::stop_source source;
  source.request_stop();
  Allowance allowance({.stop = source.get_token()});
  EXPECT_EQ(allowance.stopped(), Stopped::kCancelled);
}

TEST(AllowanceTest, StopsAtTheDeadline) {
  Allowance allowance({.timeout = std::chrono::milliseconds(1)});
  const AllowanceScope scope(&allowance);
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_TRUE(absl::IsDeadlineExceeded(CheckStop()));
  EXPECT_EQ(allowance.stopped(), Stopped::kDeadline);
  EXPECT_NE(allowance.Message().find("1 ms"), std::string::npos) << allowance.Message();
}

TEST(AllowanceTest, FrequentLooksSeeTheDeadlineSoon) {
  Allowance allowance({.timeout = std::chrono::milliseconds(1)});
  const AllowanceScope scope(&allowance);
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  int looks = 0;
  while (ShouldContinueSampled()) ASSERT_LT(++looks, 64);
  EXPECT_EQ(allowance.stopped(), Stopped::kDeadline);
}

TEST(AllowanceTest, TheLongestTimeIsNone) {
  Allowance allowance({.timeout = std::chrono::microseconds::max()});
  const AllowanceScope scope(&allowance);
  EXPECT_TRUE(ShouldContinue());
}

TEST(AllowanceTest, MemoryIsCountedOverAllThatHoldSome) {
  Allowance allowance({.memory_bytes = 100});
  const AllowanceScope scope(&allowance);
  MemoryCharge kept;
  EXPECT_TRUE(kept.Add(40));
  {
    MemoryCharge passing;
    EXPECT_TRUE(passing.Add(60));
  }
  MemoryCharge moved;
  EXPECT_TRUE(moved.GrowTo(60));
  EXPECT_TRUE(moved.GrowTo(50));
  EXPECT_EQ(moved.bytes(), 60u);
  MemoryCharge other = std::move(moved);
  EXPECT_EQ(other.bytes(), 60u);
  EXPECT_EQ(allowance.stopped(), Stopped::kNo);
  EXPECT_FALSE(kept.Add(1));
  EXPECT_TRUE(absl::IsResourceExhausted(CheckStop()));
}

TEST(AllowanceTest, WhatIsMoreThanThereIsOfNumbersIsTooMuch) {
  Allowance allowance({.memory_bytes = 100});
  const AllowanceScope scope(&allowance);
  MemoryCharge charge;
  EXPECT_FALSE(charge.Add(SIZE_MAX - 10));
}

// All of the process: so in one of its own.
TEST(AllowanceTest, TheEndOfTheProcessStopsAll) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        Allowance before({});
        StopAll();
        Allowance after({});
        const AllowanceScope scope(&before);
        const bool first = ShouldContinue();
        const AllowanceScope inner(&after);
        std::exit(first || ShouldContinue() || after.stopped() != Stopped::kCancelled ? 1 : 0);
      },
      testing::ExitedWithCode(0), "");
}

TEST(AllowanceTest, StopsAtALookOfATest) {
  Allowance allowance({.stop_at_look = 3});
  const AllowanceScope scope(&allowance);
  EXPECT_TRUE(ShouldContinue());
  EXPECT_TRUE(ShouldContinueSampled());
  EXPECT_FALSE(ShouldContinue());
  EXPECT_EQ(allowance.looks(), 3u);
}

TEST(NotesScopeTest, WithoutADeadlineItDoesNothing) {
  {
    const NotesScope notes;
    EXPECT_FALSE(notes.is_bounded());
  }
  Allowance allowance({});
  const AllowanceScope scope(&allowance);
  const NotesScope notes;
  EXPECT_FALSE(notes.is_bounded());
  EXPECT_EQ(CurrentAllowance(), &allowance);
}

TEST(NotesScopeTest, NotesTakeHalfOfTheTime) {
  Allowance allowance({.timeout = std::chrono::seconds(1)});
  const AllowanceScope scope(&allowance);
  const auto begin = std::chrono::steady_clock::now();
  {
    const NotesScope notes;
    ASSERT_TRUE(notes.is_bounded());
    const NotesScope within;
    EXPECT_FALSE(within.is_bounded());
    absl::Status looked = CheckStop();
    EXPECT_TRUE(looked.ok());
    while (looked.ok()) looked = CheckStop();
    EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(499));
    EXPECT_TRUE(EndsNotes(looked)) << looked;
    EXPECT_TRUE(EndsNotes(CheckStop())) << "it stays so";
  }
  EXPECT_EQ(CurrentAllowance(), &allowance);
  EXPECT_TRUE(CheckStop().ok()) << "the text goes on";
  {
    const NotesScope more;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_TRUE(EndsNotes(CheckStop())) << "what notes may take is used up";
  }
  EXPECT_TRUE(CheckStop().ok());
  EXPECT_EQ(allowance.stopped(), Stopped::kNo);
}

TEST(NotesScopeTest, TheEndOfTheTextIsThatOfItsNotes) {
  std::stop_source source;
  Allowance allowance({.timeout = std::chrono::hours(1), .stop = source.get_token()});
  const AllowanceScope scope(&allowance);
  {
    const NotesScope notes;
    source.request_stop();
    const absl::Status looked = CheckStop();
    EXPECT_TRUE(absl::IsCancelled(looked)) << looked;
    EXPECT_FALSE(EndsNotes(looked));
  }
  EXPECT_EQ(allowance.stopped(), Stopped::kCancelled);
}

}  // namespace
}  // namespace muster
