// Counts while typing.
#include "shell/interactive/live_count.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "fake_catalogue.h"
#include "shell/interactive/session.h"

namespace muster::shell {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::chrono::seconds kLong{60};

class LiveCountTest : public testing::Test {
 protected:
  LiveCountTest() {
    Counts("count individuals ", 1000);
    Counts("count individuals where a ", 400);
    Counts("count individuals where a and b", 30);
    Counts("count individuals where a and b ", 30);
    Fails("count individuals where a and (b", 24);
    Fails("count individuals where a and b and", 24);
    Fails("count individuals where a and b and ", 24);
  }
  void Counts(const std::string& text, int64_t count) {
    Answer answer;
    answer.table = CountTable(count);
    state.answers[text] = {answer};
  }
  void Fails(const std::string& text, size_t end) {
    const size_t begin = end - 4;
    state.answers[text] = {Mistake("what is this", begin, end)};
    state.answers["explain " + text] = {Mistake("what is this", begin + 8, end + 8)};
  }
  LiveView Live(const std::string& text) { return LiveCount(catalogue, text, {}, kLong); }
  FakeState state;
  FakeCatalogue catalogue{state};
};

TEST_F(LiveCountTest, SaysWhatTheLastCriterionCosts) {
  EXPECT_THAT(Live("count individuals where a and b").lines,
              ElementsAre("= 30 individuals, 370 fewer by the last criterion"));
  EXPECT_THAT(Live("count runs; funnel individuals where a and b ;\n").lines,
              ElementsAre("= 30 individuals, 370 fewer by the last criterion"))
      << "of the last statement, whatever its kind";
  EXPECT_THAT(Live("count individuals where a and b by sex, country").lines,
              ElementsAre("= 30 individuals, 370 fewer by the last criterion"));
}

TEST_F(LiveCountTest, CountsAsMuchAsIsWhole) {
  EXPECT_EQ(Live("count individuals where a and (b").lines[0],
            "= 400 individuals so far, 600 fewer by the last criterion");
  EXPECT_EQ(Live("count individuals where a and b and").lines[0],
            "= 30 individuals so far, 370 fewer by the last criterion");
}

TEST_F(LiveCountTest, MarksMistakesThatMoreTextDoesNotMend) {
  const LiveView view = Live("count individuals where a and (b");
  ASSERT_EQ(view.mistakes.size(), 1u);
  EXPECT_EQ(view.mistakes[0].begin, 20u);
  EXPECT_EQ(view.lines.back(), "~ what is this");
  Fails("count individuals where a and (b", 32);
  EXPECT_THAT(Live("count individuals where a and (b").mistakes, IsEmpty()) << "it is not finished";
}

TEST_F(LiveCountTest, AsksOnlyWhatAsks) {
  for (const char* text :
       {"", ".info", "define cohort x as individuals where a", "drop cohort x", "show cohorts", "-- count"}) {
    EXPECT_THAT(Live(text).lines, IsEmpty()) << text;
  }
  EXPECT_THAT(state.asked, IsEmpty());
}

TEST_F(LiveCountTest, CountsWhomASummaryIsOf) {
  Counts("count individuals where sex is male", 7);
  Counts("count individuals ", 30);
  const LiveView view =
      LiveCount(catalogue, "summarise individuals of age at last contact where sex is male", {}, kLong);
  ASSERT_THAT(view.lines, SizeIs(1));
  EXPECT_EQ(view.lines[0], "= 7 individuals, 23 fewer by the last criterion");
  state.asked.clear();
  state.answers["count individuals where sex is male of age at last contact"] = {Mistake("no", 0, 1)};
  Counts("count individuals where sex is male ", 7);
  EXPECT_EQ(LiveCount(catalogue, "summarise individuals where sex is male of age at last contact", {}, kLong).lines[0],
            "= 7 individuals so far, 23 fewer by the last criterion");
}

TEST_F(LiveCountTest, IsAboutTheStudyDateBefore) {
  Counts("study date 2026-01-01;count individuals where age at study date > 18 years", 7);
  LiveCount(catalogue, "study date 2026-01-01; count individuals where age at study date > 18 years", {}, kLong);
  EXPECT_THAT(state.asked, Contains("study date 2026-01-01;count individuals where age at study date > 18 years"));
}

TEST_F(LiveCountTest, StopsWhenItIsToldTo) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(LiveCount(catalogue, "count individuals where a", {}, kLong, stop.get_token()).unfinished);
  EXPECT_THAT(state.asked, IsEmpty());
}

TEST_F(LiveCountTest, StopsWhenTheTimeIsOver) {
  EXPECT_TRUE(LiveCount(catalogue, "count individuals where a", {}, std::chrono::microseconds(1)).unfinished);
  EXPECT_THAT(state.asked, IsEmpty());
}

TEST_F(LiveCountTest, PutsCompletionsWithMostPeopleFirst) {
  Counts("count individuals where sex is male", 5);
  Counts("count individuals where sex is female", 1200);
  state.answers["count individuals where sex is (other"] = {Mistake("not closed", 0, 1)};
  const Completions counted = CountedCompletions(catalogue, "count individuals where sex is ",
                                                 {31, {{"(other", ""}, {"male", "a word"}, {"female", ""}}}, {}, kLong);
  ASSERT_EQ(counted.items.size(), 3u);
  EXPECT_EQ(counted.items[0].text, "female");
  EXPECT_EQ(counted.items[0].description, "1,200  ");
  EXPECT_EQ(counted.items[1].description, "    5  a word");
  EXPECT_EQ(counted.items[2].description, "");
}

TEST_F(LiveCountTest, UnitsStayInTheirOrder) {
  Counts("count individuals where age at last contact >= 18 years", 5);
  Counts("count individuals where age at last contact >= 18 days", 9);
  const Completions counted =
      CountedCompletions(catalogue, "count individuals where age at last contact >= 18 ",
                         {50, {{"years", "unit of time"}, {"days", "unit of time"}}}, {}, kLong);
  ASSERT_EQ(counted.items.size(), 2u);
  EXPECT_EQ(counted.items[0].text, "years");
  EXPECT_EQ(counted.items[0].description, "5  unit of time");
}

TEST_F(LiveCountTest, BehindNoTheOrderIsThatOfTheLanguage) {
  Counts("count individuals where has no disease", 5);
  Counts("count individuals where has no sibling", 9);
  const Completions counted = CountedCompletions(catalogue, "count individuals where has no ",
                                                 {31, {{"disease", "a"}, {"sibling", "b"}}}, {}, kLong);
  ASSERT_EQ(counted.items.size(), 2u);
  EXPECT_EQ(counted.items[0].text, "disease");
  EXPECT_EQ(counted.items[0].description, "5  a");
}

TEST_F(LiveCountTest, NamesThatBeginAsTypedComeFirstThenMostPeople) {
  Counts("count individuals where has disease D:1 \"uveal melanoma\"", 90);
  Counts("count individuals where has disease D:2 \"melanoma\"", 50);
  Counts("count individuals where has disease D:3 \"Melanosis\"", 70);
  const Completions counted = CountedCompletions(
      catalogue, "count individuals where has disease \"mel",
      {36, {{"D:1 \"uveal melanoma\"", ""}, {"D:2 \"melanoma\"", ""}, {"D:3 \"Melanosis\"", ""}}}, {}, kLong);
  ASSERT_EQ(counted.items.size(), 3u);
  EXPECT_EQ(counted.items[0].text, "D:3 \"Melanosis\"");
  EXPECT_EQ(counted.items[1].text, "D:2 \"melanoma\"");
}

// What is counted by takes nobody away.
TEST_F(LiveCountTest, ShowsNoNumberThatAllHave) {
  for (const char* field : {"sex", "country", "gender"}) {
    Counts(std::string("count individuals where sex is female by ") + field, 7);
  }
  const Completions counted = CountedCompletions(catalogue, "count individuals where sex is female by ",
                                                 {41, {{"sex", "a"}, {"country", "b"}, {"gender", "c"}}}, {}, kLong);
  ASSERT_EQ(counted.items.size(), 3u);
  EXPECT_EQ(counted.items[0].text, "sex");
  EXPECT_EQ(counted.items[0].description, "a");
}

TEST(SessionLive, TellsAGuestNothing) {
  ProgramRun program;
  std::istringstream in;
  StreamLines lines(in);
  Console console{program.in, program.out, program.err};
  Session session(console, lines, program.Opener(), "cat", {.read_only = true});
  ASSERT_TRUE(session.Open().ok());
  EXPECT_FALSE(session.typing().Live("count individuals", {}).lines.empty());
  ASSERT_TRUE(session.As(Principal{.name = "alice", .tier = "registered"}).ok());
  program.state.asked.clear();
  EXPECT_TRUE(session.typing().Live("count individuals", {}).lines.empty());
  session.typing().Complete("count individuals where sex is ", 31);
  EXPECT_THAT(program.state.asked, IsEmpty());
  ASSERT_TRUE(session.As(std::nullopt).ok());
  session.typing().set_live(false);
  EXPECT_TRUE(session.typing().Live("count individuals", {}).lines.empty());
}

}  // namespace
}  // namespace muster::shell
