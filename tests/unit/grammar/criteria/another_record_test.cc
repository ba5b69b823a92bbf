// Words for a second record.
#include "grammar/habits/criteria/another_record.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(AnotherRecordTest, StandsBehindHas) {
  EXPECT_EQ(HintFor("has phenotype \"Seizure\" and another phenotype"), "write and has another phenotype");
  EXPECT_EQ(HintFor("has phenotype \"Seizure\" and another phenotype \"Ataxia\""),
            "write and has another phenotype \"Ataxia\"");
  EXPECT_EQ(HintFor("has phenotype \"Seizure\" and a second seizure"), "write and has another phenotype \"seizure\"");
}

TEST(AnotherRecordTest, IsNotMeantWithoutAFirstOne) {
  EXPECT_EQ(HintFor("another phenotype \"Ataxia\"").find("has another"), std::string::npos);
}

}  // namespace
}  // namespace muster::grammar
