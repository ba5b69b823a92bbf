// Records of several datasets that may be of the same people, and ids that are alike.
#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using PeopleOfTwoDatasetsTest = IdentityTest;

TEST_F(PeopleOfTwoDatasetsTest, PeopleOfAnotherDatasetAreRemarkedOn) {
  Import(kFirst, "clinic");
  EXPECT_THAT(Reasons(Import(kFirst)), Contains(HasSubstr("dataset clinic")));
  EXPECT_THAT(Reasons(Import(kFirst, "registry")), IsEmpty());
}

// Six people with ids that count from 1, or from `first`; every second one is female, where `female` says so.
std::string SixPeople(int64_t first, const std::string& year, bool female = true, const std::string& person = "") {
  std::string people;
  for (int64_t i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i + 1);
    people += R"({"id":")" + std::to_string(first + i) + R"(","subject":{"sex":")" +
              ((i % 2 == 0) == female ? "FEMALE" : "MALE") + "\"" +
              (year.empty() ? "" : R"(,"dateOfBirth":")" + year + "-01-0" + number + "\"") + "}" +
              (person.empty() ? "" : R"(,"person":")" + person + number + "\"") + "}\n";
  }
  return people;
}

TEST_F(PeopleOfTwoDatasetsTest, PeopleOfAnotherNamedDatasetAreRemarkedOn) {
  const auto reasons = [&](const std::string& people, const std::string& dataset) {
    std::vector<std::string> about;
    for (const std::string& reason : Reasons(Import(people, dataset))) {
      if (reason.find("have ids that dataset") != std::string::npos) about.push_back(reason);
    }
    return about;
  };
  Import(SixPeople(1, "1980"), "registry");
  EXPECT_THAT(
      reasons(SixPeople(1, "1980"), "regsitry"),
      ElementsAre(HasSubstr("of 6 individuals looked at that are new in dataset regsitry, 6 have ids that "
                            "dataset registry has, such as \"1\": 6 with the same sex and date of birth, or the "
                            "same records, and 0 with another")));
  EXPECT_THAT(reasons(SixPeople(1, "1980"), "regsitry"), IsEmpty()) << "nobody is new";
  // Others, at a site that counts from 1 as well.
  EXPECT_THAT(reasons(SixPeople(1, "1990"), "site"), IsEmpty());
  EXPECT_THAT(reasons(SixPeople(1, "", false), "clinic"), IsEmpty());
  // Of whom nothing but the sex is known, it agrees.
  EXPECT_THAT(reasons(SixPeople(1, ""), "copy"), testing::SizeIs(testing::Ge(1u)));
  // Who says that they are the same persons knows it.
  Import(SixPeople(20, "1970", true, "P"), "a");
  EXPECT_THAT(reasons(SixPeople(20, "1970", true, "P"), "b"), IsEmpty());
}

TEST_F(PeopleOfTwoDatasetsTest, IdsThatOthersHardlyGiveAreEnough) {
  Import(R"({"id":"TCGA-02-0001"}
{"id":"TCGA-02-0003"}
{"id":"TCGA-02-0004"})",
         "gbm");
  const ImportReport report = Import(R"({"id":"TCGA-02-0001"}
{"id":"TCGA-02-0003"}
{"id":"TCGA-02-0004"}
{"id":"TCGA-02-0006"})",
                                     "gbm2");
  EXPECT_THAT(Reasons(report), Contains(HasSubstr("3 have ids that dataset gbm has")));
}

std::string WithPerson(const std::string& id, const std::string& person, const std::string& subject) {
  return R"({"id": ")" + id + R"(", "person": ")" + person + R"(", "subject": {)" + subject + "}}\n";
}

TEST_F(PeopleOfTwoDatasetsTest, APersonIdOfStrangersUnitesNobody) {
  const ImportReport report = Import(WithPerson("a", "HH-20417", R"("sex": "FEMALE", "dateOfBirth": "1980")") +
                                     WithPerson("b", "HH-20417", R"("sex": "FEMALE", "dateOfBirth": "1990-01-01")") +
                                     WithPerson("c", "HH-20417", R"("sex": "MALE")") +
                                     WithPerson("d", "HH-20417", R"("dateOfBirth": "1980-05-17")"));
  EXPECT_EQ(Count("count distinct individuals"), 3);  // d may be a
  const auto remark = std::find_if(report.remarks.begin(), report.remarks.end(), [](const ImportRemark& each) {
    return each.what.starts_with("person id of another individual");
  });
  ASSERT_NE(remark, report.remarks.end());
  EXPECT_EQ(remark->count, 2u);
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("\"HH-20417\" is the person id of a, too: birth date: \"1980"));
  EXPECT_EQ(remark->examples[1].id, "c");
}

TEST_F(PeopleOfTwoDatasetsTest, BetweenDatasetsSexAndBirthHaveToDiffer) {
  Import(WithPerson("a", "P1", R"("sex": "FEMALE", "dateOfBirth": "1980-05-17")"), "one");
  ImportOptions options;
  const ImportReport again = Import(WithPerson("b", "P1", R"("sex": "FEMALE", "dateOfBirth": "1980-05-18")"), "two");
  ASSERT_EQ(again.remarks.size(), 1u);  // one person, but told
  EXPECT_THAT(again.remarks[0].examples[0].reason, HasSubstr("1980-05-17"));
  EXPECT_EQ(Count("count distinct individuals"), 1);
}

TEST_F(PeopleOfTwoDatasetsTest, ADateOfBirthMayBeLessExactInOneRecord) {
  const ImportReport report = Import(R"({"id": "a", "subject": {"dateOfBirth": "1980"}})"
                                     "\n"
                                     R"({"id": "a", "subject": {"dateOfBirth": "1980-05-17"}})"
                                     "\n"
                                     R"({"id": "a", "subject": {"dateOfBirth": "1980-05"}})");
  EXPECT_EQ(report.rejected, 0u);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(Count("count individuals where birth date < 1980-05-18 and birth date > 1980-05-16"), 1);
}

TEST_F(PeopleOfTwoDatasetsTest, IdsThatAreAlikeAreNoted) {
  const ImportReport report = Import(R"({"id":"A1","subject":{"id":"x"}})"
                                     "\n"
                                     R"({"id":"a1 ","subject":{"id":"x"}})"
                                     "\n"
                                     R"({"id":"B1","subject":{"id":"x"}})");
  EXPECT_THAT(Reasons(report), ElementsAre(HasSubstr("\"A1\" and \"a1 \" are two individuals")));
}

TEST_F(PeopleOfTwoDatasetsTest, DatasetsDifferByMoreThanCapitals) {
  Import(kFirst, "REG");
  ImportOptions options;
  for (const char* dataset : {"reg", "REG "}) {
    options.dataset = dataset;
    const auto refused = catalogue_->ImportText(kFirst, options);
    ASSERT_FALSE(refused.ok()) << dataset;
    EXPECT_THAT(std::string(refused.status().message()), HasSubstr("the catalogue has a dataset \"REG\""));
  }
  EXPECT_EQ(Import(kFirst, "REG").replaced, 1u);
  EXPECT_EQ(Count("count individuals"), 1);
}

TEST_F(PeopleOfTwoDatasetsTest, IdsThatAnEarlierImportWritesOtherwiseAreNamed) {
  const std::string what = "new individual whose id is like that of one whom the dataset has from an earlier import";
  Import(R"({"id":"P001","subject":{}}
{"id":"P002","subject":{}})");
  const ImportReport again = Import(R"({"id":"p1","subject":{}}
{"id":"P-002","subject":{}}
{"id":"P003","subject":{}})");
  EXPECT_EQ(again.notes.at(what), 2u);
  EXPECT_THAT(Reasons(again), Contains(HasSubstr("\"p1\" is new, and \"P001\" was there")));
  EXPECT_EQ(Import(R"({"id":"P001","subject":{}})").notes.count(what), 0u) << "replaced";
  EXPECT_EQ(Import(R"({"id":"p1","subject":{}})", "another").notes.count(what), 0u);
}

}  // namespace
}  // namespace muster
