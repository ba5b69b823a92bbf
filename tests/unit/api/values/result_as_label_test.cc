// A result behind the code of an assay, where its label may stand: LOINC:94500-6 "Detected".
#include <string>

#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(ValuesTest, AResultAsLabelLeadsToTheCodedValue) {
  const auto person = [](const std::string& id, const std::string& result) {
    return R"({"id":")" + id +
           R"(","subject":{},"measurements":[{"assay":{"id":"LOINC:94500-6","label":"SARS-CoV-2 RNA"},)" +
           R"("value":{"ontologyClass":)" + result + "}}]}\n";
  };
  Import(person("a", R"({"id":"SNOMED:260373001","label":"Detected"})") +
         person("b", R"({"id":"SNOMED:260415000","label":"Not detected"})"));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:94500-6 \"Detected\""), "2");
  EXPECT_THAT(said(), HasSubstr("this asks for all of them, with any result; of this result write has measurement "
                                "LOINC:94500-6 with coded value is \"Detected\""));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:94500-6 with coded value is \"Detected\""), "1");
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:94500-6 \"Smear\""), "2");
  EXPECT_THAT(said(), HasSubstr("label-mismatch"));
  EXPECT_THAT(said(), Not(HasSubstr("of this result")));
}

}  // namespace
}  // namespace muster
