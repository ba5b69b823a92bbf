// People who come again under other ids.
#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::Contains;
using testing::HasSubstr;

class SamePeopleTest : public IdentityTest {
 protected:
  // Twenty people with ids that begin with `letter`, born from `year` on, each with a disease that all have and two
  // that nobody else has, of a day each, and with `more` of another one that was not there before.
  static std::string Twenty(const std::string& letter, int year, bool more = false, const std::string& person = "",
                            bool with_day = true) {
    std::string people;
    const auto disease = [](const std::string& code, const std::string& day) {
      return absl::StrCat(R"({"term":{"id":"ICD10:)", code, R"("},"onset":{"timestamp":")", day, R"(T00:00:00Z"}})");
    };
    for (int i = 0; i < 20; ++i) {
      const std::string day = absl::StrCat(10 + i);
      absl::StrAppend(&people, R"({"id":")", letter, i, R"(","subject":{"id":"x)", letter, i, R"(","sex":")",
                      i % 2 == 0 ? "FEMALE" : "MALE", R"(","dateOfBirth":")", year + i, with_day ? "-01-" + day : "",
                      "\"}", person.empty() ? "" : absl::StrCat(R"(,"person":")", person, i, "\""), R"(,"diseases":[)",
                      disease("E11.9", absl::StrCat("2010-02-0", 1 + i % 9)), ",",
                      disease(absl::StrCat("J", day), "2011-03-01"), ",", disease(absl::StrCat("M", day), "2012-04-01"),
                      more ? "," + disease("I10", "2020-02-01") : "", "]}\n");
    }
    return people;
  }
  static bool Tells(const ImportReport& report) {
    return report.notes.contains(
        "new individual with the sex, the date of birth and the dated records of one who was there under another id");
  }
};

TEST_F(SamePeopleTest, UnderNewPseudonymsAreTold) {
  EXPECT_FALSE(Tells(Import(Twenty("P", 1950))));
  const ImportReport again = Import(Twenty("Q", 1950, /*more=*/true));
  EXPECT_TRUE(Tells(again));
  EXPECT_THAT(Reasons(again), Contains(HasSubstr("of 20 individuals looked at that are new, 20 are as others of "
                                                 "before: \"Q0\" is new, and \"P0\" was there")));
  EXPECT_FALSE(Tells(Import(Twenty("Q", 1950)))) << "nobody is new";
}

TEST_F(SamePeopleTest, InAnotherDatasetAreToldUnlessPersonIdsSayIt) {
  Import(Twenty("P", 1950, false, "N"), "a");
  EXPECT_THAT(Reasons(Import(Twenty("Q", 1950), "b")), Contains(HasSubstr("\"P0\" was there in dataset a")));
  Import(Twenty("R", 1970, false, "M"), "a");
  EXPECT_FALSE(Tells(Import(Twenty("S", 1970, false, "M"), "c")));
}

TEST_F(SamePeopleTest, OthersAreNot) {
  Import(Twenty("P", 1950));
  EXPECT_FALSE(Tells(Import(Twenty("Q", 1930)))) << "born in other years";
  std::string births;  // of whom nothing else is known
  for (int i = 0; i < 20; ++i) {
    absl::StrAppend(&births, R"({"id":"B)", i, R"(","subject":{"sex":")", i % 2 == 0 ? "FEMALE" : "MALE",
                    R"(","dateOfBirth":")", 1950 + i, "-01-", 10 + i, "\"}}\n");
  }
  EXPECT_FALSE(Tells(Import(births)));
}

TEST_F(SamePeopleTest, OfYearsOfBirthAreNot) {
  Import(Twenty("P", 1950, false, "", /*with_day=*/false));
  EXPECT_FALSE(Tells(Import(Twenty("Q", 1950, false, "", /*with_day=*/false))));
}

TEST_F(SamePeopleTest, WhoAreAsSeveralOthersAreNot) {
  Import(Twenty("P", 1950));
  EXPECT_TRUE(Tells(Import(Twenty("Q", 1950))));
  EXPECT_FALSE(Tells(Import(Twenty("R", 1950))));
}

// As after three doses of a vaccine, or tests of a school.
TEST_F(SamePeopleTest, WhoShareWhatAllHaveAreNot) {
  const auto people = [](const std::string& letter) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      absl::StrAppend(&text, R"({"id":")", letter, i, R"(","subject":{"id":")", letter, i,
                      R"(","sex":"MALE","dateOfBirth":")", 1950 + i, R"(-01-02"},"diseases":[)");
      for (int dose = 1; dose <= 3; ++dose) {
        absl::StrAppend(&text, dose > 1 ? "," : "", R"({"term":{"id":"ICD10:J4)", dose,
                        R"("},"onset":{"timestamp":"2010-0)", dose, "-", 10 + i, R"(T00:00:00Z"}})");
      }
      absl::StrAppend(&text, "]}\n");
    }
    return text;
  };
  Import(people("P"));
  EXPECT_FALSE(Tells(Import(people("Q"))));
}

TEST_F(SamePeopleTest, OfOneSubjectUnderAnotherIdAreTold) {
  std::string people;
  for (int i = 0; i < 5; ++i) {
    absl::StrAppend(&people, R"({"id":"packet)", i, R"(","subject":{"id":"S)", i, R"(","sex":"MALE","dateOfBirth":")",
                    1950 + i, R"(-01-01"},"diseases":[{"term":{"id":"OMIM:154700"}}]})", "\n");
  }
  Import(people);
  mapping_ = R"({"identity": "/subject/id"})";
  EXPECT_TRUE(Tells(Import(people)));
}

TEST_F(SamePeopleTest, OneDayForAllSaysNothing) {
  const auto at_one_day = [](const std::string& letter) {
    std::string people;
    for (int i = 0; i < 9; ++i) {
      absl::StrAppend(&people, R"({"id":")", letter, i, R"(","subject":{"id":")", letter, i,
                      R"(","sex":"MALE","dateOfBirth":"1950-01-02"},"diseases":[{"term":{"id":"ICD10:E11.9"},)",
                      R"("onset":{"timestamp":"2010-02-01T00:00:00Z"}}]})", "\n");
    }
    return people;
  };
  Import(at_one_day("P"));
  EXPECT_FALSE(Tells(Import(at_one_day("Q"))));
}

}  // namespace
}  // namespace muster
