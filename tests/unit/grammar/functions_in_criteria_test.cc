// Hints for calls of functions of spreadsheets, databases and REDCap.
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(FunctionsInCriteriaTest, AreAnsweredWithCriteria) {
  EXPECT_EQ(HintFor("AND(sex is female, country is DE)"), "write and between criteria: (A and B)");
  EXPECT_EQ(HintFor("exists (has sample)"),
            "has says that there is a record: write has sample, in place of exists (...)");
  EXPECT_EQ(HintFor("isblank(birth date)"), "write birth date is missing");
  EXPECT_EQ(HintFor("coalesce(sex, 'x') = 'female'"),
            "leave it out: who has no value is asked for by is missing, such as sex is female or sex is missing");
  EXPECT_EQ(HintFor("upper(country) = 'DE'"), "leave out upper: country is compared without regard to case and blanks");
  EXPECT_EQ(HintFor("datediff(birth_date, diagnosed, \"y\") > 18").substr(0, 48),
            "a time is compared with another: has disease \"..");
}

TEST(FunctionsInCriteriaTest, OfRAreAnsweredToo) {
  EXPECT_EQ(HintFor("is.na(country)"), "write country is missing");
  EXPECT_EQ(HintFor("!is.na(country)"), "write is recorded behind the field: country is recorded");
  EXPECT_EQ(HintFor("sex %in% c(\"female\", \"male\")"), "write sex in (\"female\", \"male\")");
}

TEST(FunctionsInCriteriaTest, OfSpreadsheetsAreStatements) {
  const std::string both = "write count individuals where sex is \"female\" and country is \"DE\"";
  EXPECT_EQ(HintOf("countifs(sex, \"female\", country, \"DE\")"), both);
  EXPECT_EQ(HintOf("=COUNTIFS(sex,\"female\",country,\"DE\")"), both);
}

}  // namespace
}  // namespace muster::grammar
