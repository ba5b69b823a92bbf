// What the rows of `top` leave out is told, as it is in the total.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class RestOfTopTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& sex, int number) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      absl::StrAppend(&people, R"({"id":")", sex, i, R"(","subject":{"id":"x")", R"(,"sex":")", sex, "\"}}\n");
    }
    return people;
  }
};

TEST_F(RestOfTopTest, IsTold) {
  Import(Of("FEMALE", 30) + Of("MALE", 3) + Of("OTHER_SEX", 1));
  Ask("count individuals by sex top 1");
  EXPECT_THAT(said(), HasSubstr("and the total is of all 34: also of 4 with 2 further values of sex [rest-of-top]"));
  for (const char* text :
       {"count individuals by sex top 2", "count individuals by sex", "count individuals by sex top 5"}) {
    Ask(text);
    EXPECT_THAT(said(), Not(HasSubstr("rest-of-top"))) << text;
  }
}

TEST_F(RestOfTopTest, OfHavingIsToldToo) {
  Import(Of("FEMALE", 30) + Of("MALE", 3) + Of("OTHER_SEX", 1));
  const std::string told =
      "the rows add up to 30, and the total is of all 34: also of 4 in rows that having leaves out [rest-of-top]";
  for (const char* text : {"count individuals by sex having individuals >= 10",
                           "count individuals by sex, vital status having individuals >= 10",
                           "count individuals, samples by sex having individuals >= 10"}) {
    Ask(text);
    EXPECT_THAT(said(), HasSubstr(told)) << text;
  }
  for (const char* text :
       {"count individuals by sex having individuals >= 1", "count individuals by sex having individuals >= 3",
        "count individuals by sex having individuals >= 100",
        "count individuals by phenotype having individuals >= 1"}) {
    Ask(text);
    EXPECT_THAT(said(), Not(HasSubstr("rest-of-top"))) << text;
  }
}

}  // namespace
}  // namespace muster
