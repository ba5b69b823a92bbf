#include "grammar/other_habits.h"

#include "grammar/parse.h"
#include "grammar/text/loose_date.h"
#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

std::string DateOf(std::string_view text) { return DateToWrite(text).value_or("-"); }

TEST(LooseDateTest, YearMonthAndDay) {
  EXPECT_EQ(DateOf("2020-1-1"), "2020-01-01");
  EXPECT_EQ(DateOf("2020-1"), "2020-01");
  EXPECT_EQ(DateOf("2020/01/31"), "2020-01-31");
  EXPECT_EQ(DateOf("01/01/2020"), "2020-01-01");
  EXPECT_EQ(DateOf("31.1.2020"), "2020-01-31");
  EXPECT_EQ(DateOf("1/31/2020"), "2020-01-31");
  EXPECT_EQ(DateOf("05/2020"), "2020-05");
}

TEST(LooseDateTest, OfWhatMayBeTwoDaysBoth) { EXPECT_EQ(DateOf("2/1/2020"), "2020-01-02 or 2020-02-01"); }

TEST(LooseDateTest, NoDates) {
  for (const char* text : {"", "-", "2020", "2020-", "-2020-1", "2020-13-1", "2020-1-32", "32/1/2020", "20-1-1",
                           "2020-1/1", "2020-1-1-1", "20201-1-1", "2020-100-1", "6.5", "1-1", "10/20", "a/b"}) {
    EXPECT_EQ(DateOf(text), "-") << text;
  }
}

// The first hint of the first problem, or "-".
std::string HintFor(const std::string& criterion) {
  const ParseResult parsed = Parse("count individuals where " + criterion);
  if (parsed.diagnostics.empty() || parsed.diagnostics[0].hints.empty()) return "-";
  return parsed.diagnostics[0].hints[0];
}

TEST(OtherHabitsTest, NumbersOfRows) {
  EXPECT_EQ(HintFor("has 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("has >= 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("HAS > 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has more than 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has fewer than 2 samples"), "write has at most 1 samples");
  EXPECT_EQ(HintFor("has = 2 samples and sex is female"), "write has exactly 2 samples");
}

TEST(OtherHabitsTest, ComparisonsInWords) {
  EXPECT_EQ(HintFor("has run with depth at least 30"), "write >= 30 instead of at least 30");
  EXPECT_EQ(HintFor("has run with depth at least 30 and sex is female"), "write >= 30 instead of at least 30");
  EXPECT_EQ(HintFor("has run with mean depth at most 30"), "write <= 30 instead of at most 30");
}

TEST(OtherHabitsTest, OneWord) {
  EXPECT_EQ(HintFor("female"), "write sex is female");
  EXPECT_EQ(HintFor("male and country is DE"), "write sex is male");
}

TEST(OtherHabitsTest, WithoutATerm) {
  EXPECT_EQ(HintFor("without disease \"asthma\""), "write no disease \"asthma\"");
  EXPECT_EQ(HintFor("sex is female without disease MONDO:0004979"), "write no disease MONDO:0004979");
  EXPECT_EQ(HintFor("has disease \"cancer\" without asthma"), "write and has no ENTITY asthma");
}

TEST(OtherHabitsTest, OneOfSeveral) {
  EXPECT_EQ(HintFor("one of (sex is female, has sample)"), "write at least 1 of (...), or exactly 1 of (...)");
}

TEST(OtherHabitsTest, Values) {
  EXPECT_EQ(HintFor("has phenotype \u201CSeizure\u201D"), "write straight quotes: \"Seizure\"");
}

// What is right in itself gets no such hint for what is wrong elsewhere.
TEST(OtherHabitsTest, NoHabits) {
  for (const char* criterion :
       {"has at least 2 samples samples", "has at least 2 samples sex is", "at least 2 of (sex is female,",
        "sex in (female male)", "country is DE sex is female"}) {
    EXPECT_EQ(HintFor(criterion).rfind("write", 0), std::string::npos) << criterion << ": " << HintFor(criterion);
  }
}

}  // namespace
}  // namespace muster::grammar
