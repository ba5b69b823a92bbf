// Ids that end with a visit or the like.
#include "engine/import/watch/suffixed_ids.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SuffixedIdsTest, EndingsOfVisitsTimesAndSamples) {
  for (const char* id : {"P001_V1", "P001-visit2", "P001_baseline", "P001.month6", "P001_pre", "P001_tumor", "P001-FU",
                         "P001_rep1", "P001_DNA", "P001_OD"}) {
    EXPECT_EQ(SplitId(id).person, "P001") << id;
    EXPECT_TRUE(SplitId(id).certain) << id;
  }
  EXPECT_EQ(SplitId("TCGA-02-0001-01A").person, "TCGA-02-0001");
  for (const char* id : {"P001_D28", "P001-T", "P001_T1"}) EXPECT_FALSE(SplitId(id).certain) << id;
  for (const char* id : {"P001", "P001-1", "P001_A", "F1-mother", "DE-01-0017", "_V1", "P001_v", "AB-01A"}) {
    EXPECT_EQ(SplitId(id).person, "") << id;
  }
}

// Six people with two ids each, that end so; with a sex and a date of birth that `other` differs in.
std::vector<std::string> OfPairs(const std::string& one, const std::string& two, const std::string& of_one = ",",
                                 const std::string& of_two = ",") {
  std::string csv = "id,sex,born\n";
  for (int i = 0; i < 6; ++i) {
    const std::string person = "P10" + std::to_string(i);
    csv += person + one + "," + of_one + "\n" + person + two + "," + of_two + "\n";
  }
  return ProblemsOf(ReadTables({{"p.csv", csv}}, kOne));
}

TEST(SuffixedIdsTest, AreToldOnce) {
  EXPECT_THAT(OfPairs("_V1", "_V2"),
              ElementsAre(HasSubstr("12 of 12 ids of individuals end so (\"v1\", \"v2\"), and 6 of 6 beginnings")));
  EXPECT_THAT(OfPairs("_pre", "_post"), ElementsAre(HasSubstr("end so")));
  EXPECT_THAT(OfPairs("-T", "-N"), ElementsAre(HasSubstr("end so")));
  EXPECT_THAT(OfPairs("_V1", "_V2", "F,1980-05-17", "F,1980-05-17"), ElementsAre(HasSubstr("end so")));
  EXPECT_THAT(OfPairs("_D0", "_D28", "F,1980-05-17", "F,1980-05-17"), ElementsAre(HasSubstr("end so")));
}

TEST(SuffixedIdsTest, OtherPeopleAreNot) {
  EXPECT_THAT(OfPairs("_V1", "_V2", "F,1980-05-17", "M,1980-05-17"), IsEmpty());
  EXPECT_THAT(OfPairs("_V1", "_V2", "F,1980-05-17", "F,1981-01-08"), IsEmpty());
  EXPECT_THAT(OfPairs("_D1", "_D2"), IsEmpty()) << "donors";
  EXPECT_THAT(OfPairs("-1", "-2"), IsEmpty()) << "members of a family";
  EXPECT_THAT(OfPairs("_A", "_B"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
