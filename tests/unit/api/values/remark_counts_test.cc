// What remarks count is remembered for one version of the catalogue, by what is counted.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class RemarkCountsTest : public ValuesTest {
 protected:
  // Ten with the disease, of whom `measured` have an HbA1c.
  void ImportTen(const std::string& name, const std::string& disease, int measured,
                 const std::string& dataset = "default") {
    std::string text;
    for (int i = 0; i < 10; ++i) {
      absl::StrAppend(&text, R"({"id":")", name, i, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", disease,
                      R"(","label":"l"}}])");
      if (i < measured) {
        absl::StrAppend(&text, R"(,"measurements":[{"assay":{"id":"LOINC:4548-4","label":"HbA1c"},"value":)",
                        R"({"quantity":{"value":8,"unit":{"id":"UCUM:%"}}}}])");
      }
      absl::StrAppend(&text, "}\n");
    }
    ImportOptions options;
    options.dataset = dataset;
    Import(text, options);
  }
  void Say(const std::string& where) { Ask("count individuals where " + where); }

  static constexpr char kOfA[] = "has disease ICD10:E11 and has measurement LOINC:4548-4 >= 7 %";
  static constexpr char kOfB[] = "has disease ICD10:I10 and has measurement LOINC:4548-4 >= 7 %";
};

TEST_F(RemarkCountsTest, AreOfWhatIsAskedBesideIt) {
  ImportTen("A", "ICD10:E11", 3);
  ImportTen("B", "ICD10:I10", 5);
  Say(kOfA);
  EXPECT_THAT(said(), HasSubstr("only 3 of the 10 individuals who have disease ICD10:E11 have"));
  Say(kOfB);
  EXPECT_THAT(said(), HasSubstr("only 5 of the 10 individuals who have disease ICD10:I10 have"));
  Say(absl::StrCat(kOfA, " -- another text"));
  EXPECT_THAT(said(), HasSubstr("only 3 of the 10 individuals who have disease ICD10:E11 have"));
}

// A planner's own site.
TEST_F(RemarkCountsTest, AreOfTheDatasetsThatAreAskedFor) {
  ImportTen("A", "ICD10:E11", 3, "north");
  ImportTen("B", "ICD10:E11", 10, "south");
  Say("dataset is north and has measurement LOINC:4548-4 >= 7 %");
  EXPECT_THAT(said(), HasSubstr("only 3 of the 10 individuals (dataset is north) have"));
  Say(absl::StrCat("dataset is north and ", kOfA));
  EXPECT_THAT(said(), HasSubstr("only 3 of the 10 individuals who have disease ICD10:E11 (dataset is north) have"));
  Say(absl::StrCat("dataset is south and ", kOfA));
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
  Say(absl::StrCat("not dataset is north and ", kOfA));
  EXPECT_THAT(said(), Not(HasSubstr("(dataset is")));
}

TEST_F(RemarkCountsTest, FollowTheVersion) {
  ImportTen("A", "ICD10:E11", 3);
  Say(kOfA);
  EXPECT_THAT(said(), HasSubstr("only 3 of the 10 individuals"));
  ImportTen("C", "ICD10:E11", 4);
  Say(kOfA);
  EXPECT_THAT(said(), HasSubstr("only 7 of the 20 individuals"));
  const auto deleted = catalogue_->Delete("default", {"A0", "A9"});
  ASSERT_TRUE(deleted.ok()) << deleted.status();
  Say(kOfA);
  EXPECT_THAT(said(), HasSubstr("only 6 of the 18 individuals"));
}

TEST_F(RemarkCountsTest, OfCodesCalledTheSameFollowTheVersion) {
  const auto person = [](const std::string& id, const std::string& code) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", code,
                        R"(","label":"Asthma"}}]})", "\n");
  };
  Import(person("1", "MONDO:0004979"));
  Say("has disease MONDO:0004979");
  EXPECT_THAT(said(), Not(HasSubstr("called the same")));
  Import(person("2", "LOCAL:7"));
  Say("has disease MONDO:0004979");
  EXPECT_THAT(said(),
              HasSubstr("besides the 1 individual who is found, 1 has diseases called the same under other codes"));
  EXPECT_THAT(said(), HasSubstr("LOCAL:7"));
  ASSERT_TRUE(catalogue_->Delete("default", {"2"}).ok());
  Say("has disease MONDO:0004979");
  EXPECT_THAT(said(), Not(HasSubstr("called the same")));
}

TEST_F(RemarkCountsTest, OfTimesAreOfTheTermAndFollowTheVersion) {
  const auto person = [](const std::string& id, const std::string& code, const std::string& more) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", code,
                        R"(","label":"l"})", more, "}]}\n");
  };
  const std::string at_three = R"(,"onset":{"age":{"iso8601duration":"P3Y"}})";
  Import(person("1", "ICD10:E11", at_three) + person("2", "ICD10:I10", ""));
  Say("has disease ICD10:E11 with onset before 5 years");
  EXPECT_THAT(said(), Not(HasSubstr("nothing matches")));
  Say("has disease ICD10:I10 with onset before 5 years");
  EXPECT_THAT(said(), HasSubstr("so nothing matches"));
  Say("has disease ICD10:I10 with onset before 6 years");
  EXPECT_THAT(said(), HasSubstr("so nothing matches"));
  Import(person("3", "ICD10:I10", at_three));
  Say("has disease ICD10:I10 with onset before 5 years");
  EXPECT_THAT(said(), Not(HasSubstr("nothing matches")));
}

}  // namespace
}  // namespace muster
