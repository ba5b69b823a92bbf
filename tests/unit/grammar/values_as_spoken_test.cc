// Hints for values that are written as they are spoken.
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(ValuesAsSpokenTest, SeveralBehindANot) {
  EXPECT_EQ(HintFor("sex is not female or male"), "write not in (female, male), for none of them");
  EXPECT_EQ(HintFor("sex is not female or male and country is DE"), "write not in (female, male), for none of them");
  EXPECT_EQ(HintFor("country is not DE, FR"), "write not in (DE, FR), for none of them");
  EXPECT_EQ(HintFor("country != DE, FR and sex is female"), "write not in (DE, FR), for none of them");
  EXPECT_EQ(HintFor("has disease with term is not \"asthma\" or \"gout\""),
            "write not in (\"asthma\", \"gout\"), for none of them");
  // One value, and another criterion behind it.
  EXPECT_EQ(HintFor("sex is not female or has").find("not in"), std::string::npos);
}

TEST(ValuesAsSpokenTest, InWithoutParentheses) {
  EXPECT_EQ(HintFor("country in DE"), "write is DE, or in (DE, ...) for any of several");
  EXPECT_EQ(HintFor("country not in DE"), "write is not DE, or not in (DE, ...) for none of several");
  EXPECT_EQ(HintFor("country in Scandinavia"),
            "write in (DK, NO, SE): a country is written by its two letters, and Scandinavia is none");
  EXPECT_EQ(HintFor("age at last contact in 18..65"), "write between 18 and 65");
  EXPECT_EQ(HintFor("age at last contact in 18 to 65 years"), "write age at last contact aged 18 to 65");
}

TEST(ValuesAsSpokenTest, DepthOfAnAssay) {
  EXPECT_EQ(HintFor("has run with coverage >= 30x WGS"), "write (coverage >= 30 and assay is WGS)");
  EXPECT_EQ(HintFor("has run with mean depth > 100x exome"), "write (mean depth > 100 and assay is WES)");
  EXPECT_EQ(HintFor("has run with 30x WGS"), "write (depth >= 30 and assay is WGS)");
  EXPECT_EQ(HintFor("30x WGS"), "write has run with (depth >= 30 and assay is WGS)");
}

}  // namespace
}  // namespace muster::grammar
