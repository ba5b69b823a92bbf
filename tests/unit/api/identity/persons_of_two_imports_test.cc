// Person ids of two imports: whether two records are of one person, which the later import looks up.
#include <algorithm>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;

const ImportRemark* RemarkOf(const ImportReport& report, const std::string& beginning) {
  const auto remark = std::find_if(report.remarks.begin(), report.remarks.end(),
                                   [&](const ImportRemark& each) { return each.what.starts_with(beginning); });
  return remark == report.remarks.end() ? nullptr : &*remark;
}

// Person ids of two imports, where one way of looking them up is for few, and one for many.
class PersonsOfTwoImportsTest : public IdentityTest, public testing::WithParamInterface<int> {
 protected:
  // Others, each with a person id of their own, before `records`.
  std::string Among(const std::string& dataset, const std::string& records) const {
    std::string all;
    for (int i = 0; i < GetParam(); ++i) {
      const std::string number = std::to_string(1000 + i);
      all += R"({"id":")" + dataset + number + R"(","person":"other-)" + dataset + number + "\"}\n";
    }
    return all + records;
  }
};

INSTANTIATE_TEST_SUITE_P(FewAndMany, PersonsOfTwoImportsTest, testing::Values(0, 120));

TEST_P(PersonsOfTwoImportsTest, TwoPersonsOfOneIdAreNotUnited) {
  Import(Among("a", R"({"id":"A1","person":"7","subject":{"sex":"FEMALE","dateOfBirth":"1980-01-01"}}
{"id":"A2","person":"8","subject":{"sex":"FEMALE","dateOfBirth":"1980-01-01"}})"),
         "clinic");
  const int64_t before = Count("count distinct individuals");
  const ImportReport report =
      Import(Among("b", R"({"id":"B1","person":"7","subject":{"sex":"MALE","dateOfBirth":"1991-01-01"}}
{"id":"B2","person":"8","subject":{"sex":"MALE"}})"),
             "biobank");
  EXPECT_EQ(Count("count distinct individuals"), before + GetParam() + 1);
  const ImportRemark* taken = RemarkOf(report, "person id of another individual");
  ASSERT_NE(taken, nullptr);
  EXPECT_EQ(taken->count, 1u);
  EXPECT_THAT(taken->examples[0].reason, HasSubstr("\"7\" is the person id of A1 of dataset clinic, too: sex: "
                                                   "\"female\", and \"male\"; birth date: \"1980-01-01\""));
  const ImportRemark* differ = RemarkOf(report, "person id of individuals in several datasets who differ");
  ASSERT_NE(differ, nullptr);
  EXPECT_EQ(differ->count, 1u);
  EXPECT_THAT(differ->examples[0].reason,
              HasSubstr("\"8\" is the person id of B2 and of A2 of dataset clinic, too: sex: \"female\""));
  // Who is corrected is no second person.
  EXPECT_EQ(RemarkOf(Import(R"({"id":"A2","person":"8","subject":{"sex":"MALE"}})", "clinic"), "person id of"),
            nullptr);
  EXPECT_EQ(Count("count distinct individuals"), before + GetParam() + 1);
}

TEST_P(PersonsOfTwoImportsTest, WhoWasCorrectedInThisImportContradictsNobody) {
  Import(Among("a", R"({"id":"A1","person":"7","subject":{"sex":"FEMALE"}}
{"id":"A2","person":"8","subject":{"sex":"FEMALE"}})"));
  const int64_t before = Count("count distinct individuals");
  const ImportReport report = Import(Among("a", R"({"id":"A1","person":"7","subject":{"sex":"MALE"}}
{"id":"B1","person":"7","subject":{"sex":"MALE"}}
{"id":"A2","subject":{"sex":"FEMALE"}}
{"id":"B2","person":"8","subject":{"sex":"MALE"}})"));
  EXPECT_EQ(RemarkOf(report, "person id of"), nullptr);
  EXPECT_EQ(Count("count distinct individuals"), before + 1);  // A2 has no person id any more
  EXPECT_EQ(Count("count individuals where person id is \"8\""), 1);
}

TEST_P(PersonsOfTwoImportsTest, WhoSaysMoreIsComparedWithThoseOfBefore) {
  Import(Among("a", R"({"id":"A1","person":"7","subject":{"sex":"FEMALE"}}
{"id":"A2","person":"8","subject":{"dateOfBirth":"1980-01-01"}})"));
  const int64_t before = Count("count distinct individuals");
  const ImportReport report = Import(R"({"id":"B1","person":"7","subject":{}}
{"id":"B2","person":"7","subject":{"sex":"MALE"}}
{"id":"B3","person":"7","subject":{"sex":"FEMALE"}}
{"id":"B4","person":"8","subject":{"dateOfBirth":"1980"}}
{"id":"B5","person":"8","subject":{"dateOfBirth":"1980-05-01"}})");
  const ImportRemark* taken = RemarkOf(report, "person id of another individual");
  ASSERT_NE(taken, nullptr);
  EXPECT_EQ(taken->count, 2u);  // B2 and B5
  EXPECT_THAT(taken->examples[0].reason, HasSubstr("\"7\" is the person id of A1, too: sex: \"female\", and \"male\""));
  EXPECT_EQ(Count("count distinct individuals"), before + 2);
}

TEST_P(PersonsOfTwoImportsTest, PersonIdsThatAreAlikeAreTold) {
  Import(Among("a", R"({"id":"A1","person":"P-001"}
{"id":"A2","person":"Q2"}
{"id":"A3","person":"R3"})"),
         "clinic");
  const ImportReport report = Import(Among("b", R"({"id":"B1","person":"p1"}
{"id":"B2","person":"Q2"}
{"id":"B3","person":"r30"})"),
                                     "biobank");
  const ImportRemark* remark = RemarkOf(report, "person id that is like one of an earlier import");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 1u);
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("\"p1\" of this import and \"P-001\" of an earlier one"));
  // Not where the earlier spelling goes.
  EXPECT_EQ(RemarkOf(Import(Among("a", R"({"id":"A1","person":"p001"}
{"id":"A2","person":"Q2"}
{"id":"A3","person":"R3"}
{"id":"A4","person":"p1"})"),
                            "clinic"),
                     "person id that is like one of an earlier import"),
            nullptr);
}

}  // namespace
}  // namespace muster
