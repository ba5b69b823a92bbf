#include "grammar/another.h"

#include <string>
#include <variant>

#include "grammar/parse.h"
#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

// The canonical form, or the code of the first error.
std::string AnotherWrittenOut(const std::string& criteria) {
  const ParseResult parsed = Parse("count individuals where " + criteria);
  if (!parsed.diagnostics.empty()) return parsed.diagnostics[0].code;
  return Print(parsed.statements[0]).substr(std::string("count individuals where ").size());
}

TEST(AnotherTest, AsksForTwoRecordsOfTheTwoTogether) {
  EXPECT_EQ(AnotherWrittenOut("has phenotype HP:1 and has another phenotype HP:2"),
            "has phenotype HP:1 and (has phenotype HP:2 and has at least 2 phenotype with (term is HP:1 or term is "
            "HP:2))");
  EXPECT_EQ(AnotherWrittenOut("has phenotype HP:1 and sex is female and has another phenotype with onset > 1 year"),
            "has phenotype HP:1 and sex is female and (has phenotype with onset > 1 year and has at least 2 phenotype "
            "with (term is HP:1 or onset > 1 year))");
}

TEST(AnotherTest, OfAnyRecordsCountsAll) {
  EXPECT_EQ(AnotherWrittenOut("has sample and has another sample"),
            "has sample and (has sample and has at least 2 sample)");
  EXPECT_EQ(AnotherWrittenOut("has sample with type is tumour and has another samples"),
            "has sample with type is tumour and (has samples and has at least 2 samples)");
}

TEST(AnotherTest, OfThreeTellsEachSetOfThemApart) {
  EXPECT_EQ(AnotherWrittenOut("has run with depth > 1 and has another run with depth > 2 and has another run with "
                              "depth > 3"),
            "has run with depth > 1 and (has run with depth > 2 and has at least 2 run with (depth > 1 or depth > 2)) "
            "and (has run with depth > 3 and has at least 2 run with (depth > 2 or depth > 3) and has at least 2 run "
            "with (depth > 1 or depth > 3) and has at least 3 run with (depth > 2 or depth > 1 or depth > 3))");
}

TEST(AnotherTest, StandsBehindWithToo) {
  EXPECT_EQ(AnotherWrittenOut("has sample with (has run with depth > 1 and has another run with depth > 2)"),
            "has sample with (has run with depth > 1 and (has run with depth > 2 and has at least 2 run with (depth > "
            "1 or depth > 2)))");
}

TEST(AnotherTest, IsWrittenOutInEachCopy) {
  // `exactly` asks its criteria twice, and is written once.
  const std::string text = AnotherWrittenOut("exactly 1 of (has run and has another run, sex is male)");
  EXPECT_EQ(text, "exactly 1 of (has run and (has run and has at least 2 run), sex is male)");
}

TEST(AnotherTest, IsReadAsItWasWritten) {
  for (const char* text :
       {"has phenotype HP:1 and has another phenotype HP:2",
        "has run with depth > 1 and has another run with depth > 2 and has another run with depth > 3",
        "has sample with (has run with depth > 1 and has another run with depth > 2)"}) {
    ParseResult parsed = Parse(std::string("count individuals where ") + text);
    ASSERT_TRUE(parsed.diagnostics.empty()) << text;
    WriteAnother(std::get<Count>(parsed.statements[0].query).where.get());
    EXPECT_EQ(Print(parsed.statements[0]), std::string("count individuals where ") + text);
  }
  ParseResult plain = Parse("count individuals where (has run and has at least 2 run) and has sample");
  const std::string before = Print(plain.statements[0]);
  WriteAnother(std::get<Count>(plain.statements[0].query).where.get());
  EXPECT_EQ(Print(plain.statements[0]), before);
}

TEST(AnotherTest, BesideNamedRecordsIsNotNeeded) {
  const ParseResult parsed =
      Parse("count individuals where has phenotype HP:1 as s and has another phenotype HP:1 with onset after s.onset");
  ASSERT_FALSE(parsed.diagnostics.empty());
  EXPECT_EQ(parsed.diagnostics[0].hints[0], "leave another out: what is compared with s is another record than s");
}

TEST(AnotherTest, NeedsOneBeforeIt) {
  EXPECT_EQ(AnotherWrittenOut("has another phenotype HP:1"), "another-of-nothing");
  EXPECT_EQ(AnotherWrittenOut("has disease HP:2 and has another phenotype HP:1"), "another-of-nothing");
  EXPECT_EQ(AnotherWrittenOut("has phenotype HP:2 or has another phenotype HP:1"), "another-of-nothing");
  EXPECT_EQ(AnotherWrittenOut("no phenotype HP:2 and has another phenotype HP:1"), "another-of-nothing");
  EXPECT_EQ(AnotherWrittenOut("not has another phenotype HP:1"), "another-of-nothing");
}

TEST(AnotherTest, IsOfPlainRecords) {
  for (const char* other : {"has at least 2 phenotype HP:1", "has excluded phenotype HP:1", "has first phenotype HP:1",
                            "has phenotype HP:1 as a", "has phenotype HP:1 on at least 2 distinct dates"}) {
    EXPECT_EQ(AnotherWrittenOut(std::string(other) + " and has another phenotype HP:2"), "no-another") << other;
  }
  EXPECT_EQ(
      AnotherWrittenOut("has run and has another run and has another run and has another run and has another run"),
      "no-another");
}

}  // namespace
}  // namespace muster::grammar
