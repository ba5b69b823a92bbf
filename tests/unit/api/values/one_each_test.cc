// That nobody has two records is told where several are asked for.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kHbA1c[] = "LOINC:4548-4";

class OneEachTest : public ValuesTest {
 protected:
  static std::string Five() {
    std::string people;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
      absl::StrAppend(&people, Person(id, kHbA1c, Quantity("7", "UCUM:%")));
    }
    return people;
  }
};

TEST_F(OneEachTest, NobodyHasTwo) {
  Import(Five());
  for (const char* where : {"has at least 2 measurement LOINC:4548-4", "has exactly 3 measurement LOINC:4548-4",
                            "has at least 2 measurement", "has at least 2 distinct measurement",
                            "has measurement LOINC:4548-4 on at least 2 distinct dates"}) {
    EXPECT_THAT(Ids(where), ElementsAre()) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("nobody in this catalogue has two: each of the 5 individuals who have a "
                                        "measurement"),
                              HasSubstr("has one record [one-record-each]")))
        << where;
  }
  for (const char* where : {"has at most 2 measurement LOINC:4548-4", "has measurement LOINC:4548-4",
                            "has exactly 1 measurement LOINC:4548-4"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("one-record-each"))) << where;
  }
}

TEST_F(OneEachTest, WhereSomebodyHasTwoNothingIsSaid) {
  const std::string one =
      absl::StrCat(R"({"assay":{"id":")", kHbA1c, R"("},"value":{"quantity":)", Quantity("7", "UCUM:%"), "}}");
  Import(Five() + absl::StrCat(R"({"id":"f","subject":{"id":"x"},"measurements":[)", one, ",", one, "]}\n"));
  EXPECT_THAT(Ids("has at least 3 measurement LOINC:4548-4"), ElementsAre());
  EXPECT_THAT(said(), Not(HasSubstr("one-record-each")));
}

}  // namespace
}  // namespace muster
