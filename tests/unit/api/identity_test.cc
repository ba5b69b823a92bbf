// One person in several datasets, one id several times, and records that are or are not two.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/support/own_folder.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class IdentityTest : public testing::Test {
 protected:
  void SetUp() override {
    auto catalogue = Catalogue::Open(folder_ / "catalogue", {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }

  ImportReport Import(const std::string& text, const std::string& dataset = "default") {
    ImportOptions options;
    options.dataset = dataset;
    options.mapping = mapping_;
    auto report = catalogue_->ImportText(text, options);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? WithoutUnusedRules(*report) : ImportReport();
  }
  // That nobody in a test has a person id is nothing to look at.
  static ImportReport WithoutUnusedRules(ImportReport report) {
    std::erase_if(report.remarks, [&](const ImportRemark& remark) {
      const bool unused = remark.what.find("found nothing in the whole import") != std::string::npos;
      if (unused) report.problem_count -= remark.count;
      return unused;
    });
    std::erase_if(report.problems, [](const ImportProblem& problem) {
      return problem.reason.find("no record has a value there") != std::string::npos;
    });
    return report;
  }

  Answer Ask(const std::string& text) const {
    auto answers = catalogue_->Query(text, {});
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? answers->front() : Answer();
  }

  int64_t Count(const std::string& text) const {
    const Answer answer = Ask(text);
    EXPECT_TRUE(answer.table.has_value()) << text << (answer.diagnostics.empty() ? "" : answer.diagnostics[0].message);
    return answer.table ? std::get<int64_t>(answer.table->rows[0][0]) : -1;
  }

  std::vector<std::string> List(const std::string& text) const {
    const Answer answer = Ask("list individuals where " + text);
    EXPECT_TRUE(answer.table.has_value()) << text << (answer.diagnostics.empty() ? "" : answer.diagnostics[0].message);
    std::vector<std::string> ids;
    if (!answer.table) return ids;
    for (const std::vector<Cell>& row : answer.table->rows) ids.push_back(std::get<std::string>(row[0]));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  std::vector<std::string> Codes(const std::string& text) const {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : Ask(text).diagnostics) codes.push_back(diagnostic.code);
    return codes;
  }

  static std::vector<std::string> Reasons(const ImportReport& report) {
    std::vector<std::string> reasons;
    for (const ImportProblem& problem : report.problems) reasons.push_back(problem.id + ": " + problem.reason);
    return reasons;
  }

  std::string mapping_ = R"({"individual": {"person id": "/person"}})";
  test::OwnFolder folder_;
  std::unique_ptr<Catalogue> catalogue_;
};

// ---- one person in two datasets ----

class PersonsTest : public IdentityTest {
 protected:
  void SetUp() override {
    IdentityTest::SetUp();
    Import(R"({"id":"A1","subject":{"sex":"FEMALE"},"person":"P1","phenotypicFeatures":[{"type":{"id":"HP:0001250"}}],
               "measurements":[{"assay":{"id":"LOINC:718-7"},"timeObserved":{"timestamp":"2020-01-01T00:00:00Z"}}],
               "diseases":[{"term":{"id":"MONDO:0000001"},"onset":{"timestamp":"2019-01-01T00:00:00Z"}}]}
{"id":"A2","subject":{"sex":"MALE"},"person":"P2","phenotypicFeatures":[{"type":{"id":"HP:0001249"}}]}
{"id":"A4","subject":{"sex":"MALE"},"person":"p1"}
{"id":"A5","subject":{"sex":"FEMALE"}})",
           "clinic");
    Import(
        R"({"id":"B1","subject":{"vitalStatus":{"status":"DECEASED"}},"person":"P1","biosamples":[{"id":"s1","timeOfCollection":{"timestamp":"2021-01-01T00:00:00Z"}}],
               "measurements":[{"assay":{"id":"LOINC:718-7"},"timeObserved":{"timestamp":"2020-01-01T00:00:00Z"}},
                               {"assay":{"id":"LOINC:2345-7"},"timeObserved":{"timestamp":"2020-02-01T00:00:00Z"}}]}
{"id":"B3","subject":{"sex":"MALE"},"person":"P3","biosamples":[{"id":"s3"}]})",
        "biobank");
  }
};

TEST_F(PersonsTest, CriteriaAreMetByAnyRecord) {
  EXPECT_EQ(Count("count distinct individuals"), 5);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250"), 1);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 and has sample"), 1);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 or has sample"), 2);
  EXPECT_EQ(Count("count distinct individuals where sex is female and vital status is deceased"), 1);
  EXPECT_EQ(Count("count distinct individuals where at least 2 of (sex is female, has sample, has phenotype)"), 1);
  // Not otherwise.
  EXPECT_EQ(Count("count individuals where has phenotype HP:0001250 and has sample"), 0);
}

TEST_F(PersonsTest, NotIsAboutThePerson) {
  EXPECT_EQ(Count("count distinct individuals where not has phenotype HP:0001250"), 4);
  EXPECT_EQ(Count("count distinct individuals where has no sample"), 3);
  EXPECT_EQ(Count("count distinct individuals where vital status is missing"), 4);
  EXPECT_EQ(Count("count distinct individuals where sex is not male"), 2);
}

TEST_F(PersonsTest, RecordsAreCountedTogether) {
  EXPECT_EQ(Count("count distinct individuals where has at least 3 measurements"), 1);
  EXPECT_EQ(Count("count distinct individuals where has at least 2 distinct measurements"), 1);
  EXPECT_EQ(Count("count distinct individuals where has at most 2 measurements"), 4);
  EXPECT_EQ(Count("count distinct individuals where has measurement LOINC:718-7 on 2 distinct dates"), 0);
  EXPECT_EQ(Count("count distinct individuals where has measurement on 2 distinct dates"), 1);
}

TEST_F(PersonsTest, NamedRowsAreOfOneRecord) {
  EXPECT_EQ(Count("count distinct individuals where has disease as d and has sample with collected after d.onset"), 0);
  EXPECT_EQ(Count("count distinct individuals where has disease as d and d.onset before 2020 and has sample"), 1);
}

TEST_F(PersonsTest, BesideIndividualsEachHasItsOwnRule) {
  const Answer both = Ask("count individuals, distinct individuals where has phenotype HP:0001250 and has sample");
  ASSERT_TRUE(both.table.has_value());
  EXPECT_THAT(both.table->rows[0], ElementsAre(Cell(int64_t{0}), Cell(int64_t{1})));
  const Answer steps = Ask("funnel distinct individuals where has phenotype HP:0001250 and has sample");
  ASSERT_TRUE(steps.table.has_value());
  EXPECT_EQ(steps.table->rows[2][1], Cell(int64_t{1}));
}

TEST_F(PersonsTest, IdsOfPersonsDifferByCase) {
  EXPECT_THAT(List("person id is P1"), ElementsAre("A1", "B1"));
  EXPECT_THAT(List("person id is p1"), ElementsAre("A4"));
}

// Deleted records say nothing of a person.
TEST_F(PersonsTest, TheDeadDoNotCount) {
  ASSERT_TRUE(catalogue_->Delete("biobank", {"B1"}).ok());
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 and has sample"), 0);
  EXPECT_EQ(Count("count distinct individuals where has at least 3 measurements"), 0);
}

// ---- a record is not its own second record ----

TEST_F(IdentityTest, ANamedRecordIsNoSecondOne) {
  const auto person = [](const std::string& id, const std::vector<std::string>& days) {
    std::string actions;
    for (const std::string& day : days) {
      actions += (actions.empty() ? "" : ",") +
                 (R"({"procedure":{"code":{"id":"NCIT:C100"},"performed":{"timestamp":")" + day + R"(T00:00:00Z"}}})");
    }
    return R"({"id":")" + id + R"(","subject":{},"medicalActions":[)" + actions + "]}\n";
  };
  Import(person("one", {"2020-01-01"}) + person("near", {"2020-01-01", "2020-01-14"}) +
         person("far", {"2020-01-01", "2021-02-04"}) + person("twice", {"2020-01-01", "2020-01-01"}) +
         person("three", {"2020-01-01", "2020-01-14", "2020-01-20"}));
  const std::string a = "has procedure NCIT:C100 as a and ";
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b with performed within 30 days of a.performed"),
              ElementsAre("near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 with performed within 30 days of a.performed"),
              ElementsAre("near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b and b.performed >= a.performed"),
              ElementsAre("far", "near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b"), ElementsAre("far", "near", "three", "twice"));
  EXPECT_THAT(List(a + "has at least 2 procedures with performed within 30 days of a.performed"), ElementsAre("three"));
  EXPECT_THAT(List(a + "has no procedure with performed within 30 days of a.performed"), ElementsAre("far", "one"));
  EXPECT_THAT(List(a + "has procedure as b and has procedure as c with performed > b.performed"), ElementsAre("three"));
  EXPECT_THAT(List(a + "a.performed >= 2020-01-01"), ElementsAre("far", "near", "one", "three", "twice"));
  // Records of another kind are others anyway.
  EXPECT_THAT(List(a + "not has treatment with start after a.performed"),
              ElementsAre("far", "near", "one", "three", "twice"));
}

// ---- one id several times ----

constexpr char kFirst[] =
    R"({"id":"p","subject":{"id":"s","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"HP:0001250"}}]})";
constexpr char kMore[] =
    R"({"id":"p","subject":{"id":"s"},"phenotypicFeatures":[{"type":{"id":"HP:0001250"}},{"type":{"id":"HP:0001249"}}]})";
constexpr char kOther[] =
    R"({"id":"p","subject":{"id":"t","sex":"MALE"},"phenotypicFeatures":[{"type":{"id":"HP:0000707"}}]})";

TEST_F(IdentityTest, RecordsOfOneIdAreUnited) {
  const ImportReport report = Import(std::string(kFirst) + "\n" + kMore + "\n" + kFirst);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(report.rejected, 0u);
  EXPECT_EQ(report.replaced, 0u);
  EXPECT_EQ(Count("count individuals"), 1);
  EXPECT_EQ(Count("count phenotypes"), 2);
  EXPECT_EQ(Count("count individuals where sex is female"), 1);
  EXPECT_EQ(report.notes.at("record united with an earlier one of the same id"), 1u);
  EXPECT_EQ(report.notes.at("record that came before in this import, and says the same"), 1u);
}

TEST_F(IdentityTest, RecordsThatContradictEachOtherAreNamed) {
  const ImportReport report = Import(std::string(kFirst) + "\n" + kOther);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(report.rejected, 1u);
  EXPECT_THAT(Reasons(report), Contains(HasSubstr("p: an earlier record")));
  EXPECT_EQ(Count("count individuals where sex is female and has phenotype HP:0001250"), 1);
  EXPECT_EQ(Count("count phenotypes"), 1);
}

// The same with threads that read ahead.
TEST_F(IdentityTest, OfManyRecordsEachLossIsNamed) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += R"({"id":"p)" + std::to_string(i % 1000) + R"(","subject":{"sex":")" + (i % 7 == 0 ? "MALE" : "FEMALE") +
            R"("},"phenotypicFeatures":[{"type":{"id":"HP:000)" + std::to_string(1000 + i) + R"("}}]})" + "\n";
  }
  const ImportReport report = Import(text);
  EXPECT_EQ(report.individuals, 1000u);
  EXPECT_EQ(Count("count individuals"), 1000);
  EXPECT_EQ(Count("count phenotypes"), static_cast<int64_t>(2000 - report.rejected));
  EXPECT_GT(report.rejected, 200u);
  EXPECT_EQ(report.rows.at("phenotype"), 2000 - report.rejected);
}

TEST_F(IdentityTest, WhoComesBackWithFewerRowsIsNamed) {
  Import(kMore);
  const ImportReport same = Import(kMore);
  EXPECT_EQ(same.replaced, 1u);
  EXPECT_EQ(same.problem_count, 0u);
  const ImportReport fewer = Import(kFirst);
  EXPECT_EQ(fewer.replaced, 1u);
  EXPECT_THAT(Reasons(fewer), Contains(HasSubstr("p: came back with fewer rows: 2 phenotypes became 1")));
}

// An id that was given to somebody else: what was known of the first person is gone.
TEST_F(IdentityTest, WhoComesBackAsAnotherPersonIsNamed) {
  const auto person = [](const std::string& sex, const std::string& born) {
    return R"({"id":"p","subject":{"sex":")" + sex + R"(","dateOfBirth":")" + born + R"("}})";
  };
  Import(person("FEMALE", "1980-05-17"));
  EXPECT_EQ(Import(person("FEMALE", "1980")).problem_count, 0u) << "the same, less exactly";
  EXPECT_EQ(Import(person("UNKNOWN_SEX", "1980-05-17")).problem_count, 0u) << "what is not known contradicts nothing";
  Import(person("FEMALE", "1980-05-17"));
  const ImportReport other = Import(person("MALE", "1991-05-17"));
  EXPECT_THAT(Reasons(other),
              ElementsAre("p: may be another person: sex was \"female\" and is \"male\", birth date was "
                          "\"1980-05-17\" and is \"1991-05-17\""));
  ASSERT_EQ(other.remarks.size(), 1u);
  EXPECT_EQ(other.remarks[0].what, "individual replaced by one of another sex, date of birth or person id");
  EXPECT_EQ(other.remarks[0].values.at(0).value, "p");
  EXPECT_THAT(Reasons(Import(person("FEMALE", "1991-05-17"))), ElementsAre(HasSubstr("sex was \"male\"")));
  EXPECT_THAT(Reasons(Import(person("FEMALE", "1991-06-17"))), ElementsAre(HasSubstr("birth date was \"1991-05-17\"")));
}

TEST_F(IdentityTest, WhoComesBackWithAnotherPersonIdIsNamed) {
  const auto person = [](const std::string& id) { return R"({"id":"p","person":")" + id + R"("})"; };
  Import(person("N-1"));
  EXPECT_EQ(Import(person("N-1")).problem_count, 0u);
  EXPECT_THAT(Reasons(Import(person("N-2"))),
              ElementsAre("p: may be another person: person id was \"N-1\" and is \"N-2\""));
}

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

TEST_F(IdentityTest, WhoComesBackWithLessIsNamed) {
  mapping_ = R"({"individual": {"cohort": "/cohort", "country": "/country"}})";
  Import(R"({"id":"p","subject":{"sex":"FEMALE","dateOfBirth":"1980-05-17"},"cohort":"C1","country":"FI"})");
  EXPECT_THAT(Reasons(Import(R"({"id":"p","subject":{"sex":"FEMALE"},"cohort":"C2"})")),
              ElementsAre("p: came back without: birth date, country, cohort c1"));
  EXPECT_THAT(Reasons(Import(R"({"id":"p","subject":{"sex":"FEMALE"},"cohort":"C2"})")), IsEmpty());
}

TEST_F(IdentityTest, WhoComesBackWithoutTheConsentIsNamed) {
  const auto person = [](const std::string& id, const std::string& status) {
    return R"({"id":")" + id + R"(","consents":[{"status":")" + status + R"("}]})" + "\n";
  };
  mapping_ = R"({"consents": {"from": "/consents/*", "fields": {"status": "/status"}}})";
  Import(person("p", "granted") + person("q", "granted") + person("r", "refused"));
  const ImportReport report = Import(person("p", "withdrawn") + person("q", "granted") + person("r", "refused"));
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_EQ(report.remarks[0].what, "individual replaced, whose granted consent is not granted any more");
  EXPECT_EQ(report.remarks[0].values.at(0).value, "p");
  EXPECT_EQ(Count("count individuals where has consent"), 1);
}

TEST_F(IdentityTest, PeopleOfAnotherDatasetAreRemarkedOn) {
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

TEST_F(IdentityTest, PeopleOfAnotherNamedDatasetAreRemarkedOn) {
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

TEST_F(IdentityTest, IdsThatOthersHardlyGiveAreEnough) {
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

// ---- ages and codes ----

TEST_F(IdentityTest, CompletedYears) {
  const auto person = [](const std::string& id, const std::string& age) {
    return R"({"id":")" + id + R"(","subject":{"timeAtLastEncounter":{"age":{"iso8601duration":")" + age + R"("}}}})" +
           "\n";
  };
  Import(
      person("17y11m", "P17Y11M") + person("18y", "P18Y") + person("65y", "P65Y") + person("65y9m", "P65Y9M") +
      person("66y", "P66Y") +
      R"({"id":"born","subject":{"dateOfBirth":"1958-03-01","timeAtLastEncounter":{"timestamp":"2024-02-28T00:00:00Z"}}})");
  EXPECT_THAT(List("age at last contact aged 18 to 65"), ElementsAre("18y", "65y", "65y9m", "born"));
  EXPECT_THAT(List("age at last contact aged 65"), ElementsAre("65y", "65y9m", "born"));
  EXPECT_THAT(List("age at last contact between 18 and 65 years"), ElementsAre("18y", "65y"));
  EXPECT_THAT(List("age as of 2024-02-28 aged 65"), ElementsAre("born"));
  EXPECT_THAT(List("age as of 2024-03-01 aged 65"), IsEmpty());
  EXPECT_THAT(Codes("count individuals where age at last contact between 18 and 65 years"),
              ElementsAre("last-year-left-out"));
  EXPECT_THAT(Codes("count individuals where age at last contact between 18 and 66 years"), IsEmpty());
  EXPECT_THAT(Codes("count individuals where age at last contact aged 18.5"), ElementsAre("not-a-number"));
  EXPECT_THAT(Codes("count individuals where survival aged 18"), ElementsAre("wrong-operator"));
}

TEST_F(IdentityTest, AWellFormedCodeThatNobodyHasIsZero) {
  Import(R"({"id":"p","subject":{},"measurements":[{"assay":{"id":"LOINC:718-7"}}]})");
  EXPECT_EQ(Count("count individuals where has measurement LOINC:2345-7"), 0);
  EXPECT_THAT(Codes("count individuals where has measurement LOINC:2345-7"), ElementsAre("unused-code"));
  EXPECT_THAT(Codes("count individuals where has measurement LOINC:2345-8"), ElementsAre("unknown-term"));
  EXPECT_THAT(Codes("count individuals where has measurement FOO:1"), ElementsAre("unknown-term"));
  EXPECT_THAT(Codes("count individuals where has disease LOINC:718-7"), ElementsAre("no-such-codes"));
  EXPECT_EQ(Count("count individuals where not has measurement LOINC:2345-7"), 1);
}

TEST_F(IdentityTest, ComparisonsOfOneTimeAreAboutOneTime) {
  Import(R"({"id":"p","subject":{},"phenotypicFeatures":[{"type":{"id":"HP:0001250"},
             "onset":{"ageRange":{"start":{"iso8601duration":"P1Y"},"end":{"iso8601duration":"P4Y"}}}}]})");
  const auto bounds = [&](const std::string& with) {
    const Answer answer = Ask("count individuals with certainty where has phenotype with (" + with + ")");
    return answer.table ? answer.table->rows[0] : std::vector<Cell>();
  };
  const Cell none = int64_t{0}, one = int64_t{1};
  EXPECT_THAT(bounds("onset < 2 years and onset >= 3 years"), ElementsAre(none, none, none));
  EXPECT_THAT(bounds("onset < 3 years and onset >= 2 years"), ElementsAre(none, one, none));
  EXPECT_THAT(bounds("onset < 3 years or onset >= 2 years"), ElementsAre(one, none, none));
  EXPECT_THAT(bounds("onset < 2 years or onset >= 3 years"), ElementsAre(none, one, none));
  EXPECT_THAT(bounds("not (onset < 2 years and onset >= 3 years)"), ElementsAre(one, none, none));
}

TEST_F(IdentityTest, ImpactNamesAllThatGoes) {
  Import(kFirst);
  const Answer answer = Ask("impact individuals where has phenotype as a and has phenotype with onset after a.onset");
  ASSERT_TRUE(answer.table.has_value());
  EXPECT_EQ(answer.table->rows[1][0], Cell(std::string("has phenotype as a; has phenotype with onset > a.onset")));
}

std::string WithPerson(const std::string& id, const std::string& person, const std::string& subject) {
  return R"({"id": ")" + id + R"(", "person": ")" + person + R"(", "subject": {)" + subject + "}}\n";
}

TEST_F(IdentityTest, APersonIdOfStrangersUnitesNobody) {
  const ImportReport report =
      Import(WithPerson("a", "N/K", R"("sex": "FEMALE", "dateOfBirth": "1980")") +
             WithPerson("b", "N/K", R"("sex": "FEMALE", "dateOfBirth": "1990-01-01")") +
             WithPerson("c", "N/K", R"("sex": "MALE")") + WithPerson("d", "N/K", R"("dateOfBirth": "1980-05-17")"));
  EXPECT_EQ(Count("count distinct individuals"), 3);  // d may be a
  const auto remark = std::find_if(report.remarks.begin(), report.remarks.end(), [](const ImportRemark& each) {
    return each.what.starts_with("person id of another individual");
  });
  ASSERT_NE(remark, report.remarks.end());
  EXPECT_EQ(remark->count, 2u);
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("\"N/K\" is the person id of a, too: birth date: \"1980"));
  EXPECT_EQ(remark->examples[1].id, "c");
}

TEST_F(IdentityTest, BetweenDatasetsSexAndBirthHaveToDiffer) {
  Import(WithPerson("a", "P1", R"("sex": "FEMALE", "dateOfBirth": "1980-05-17")"), "one");
  ImportOptions options;
  const ImportReport again = Import(WithPerson("b", "P1", R"("sex": "FEMALE", "dateOfBirth": "1980-05-18")"), "two");
  ASSERT_EQ(again.remarks.size(), 1u);  // one person, but told
  EXPECT_THAT(again.remarks[0].examples[0].reason, HasSubstr("1980-05-17"));
  EXPECT_EQ(Count("count distinct individuals"), 1);
}

TEST_F(IdentityTest, ADateOfBirthMayBeLessExactInOneRecord) {
  const ImportReport report = Import(R"({"id": "a", "subject": {"dateOfBirth": "1980"}})"
                                     "\n"
                                     R"({"id": "a", "subject": {"dateOfBirth": "1980-05-17"}})"
                                     "\n"
                                     R"({"id": "a", "subject": {"dateOfBirth": "1980-05"}})");
  EXPECT_EQ(report.rejected, 0u);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(Count("count individuals where birth date < 1980-05-18 and birth date > 1980-05-16"), 1);
}

TEST_F(IdentityTest, IdsThatAreAlikeAreNoted) {
  const ImportReport report = Import(R"({"id":"A1","subject":{"id":"x"}})"
                                     "\n"
                                     R"({"id":"a1 ","subject":{"id":"x"}})"
                                     "\n"
                                     R"({"id":"B1","subject":{"id":"x"}})");
  EXPECT_THAT(Reasons(report), ElementsAre(HasSubstr("\"A1\" and \"a1 \" are two individuals")));
}

TEST_F(IdentityTest, DatasetsDifferByMoreThanCapitals) {
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

TEST_F(IdentityTest, IdsThatAnEarlierImportWritesOtherwiseAreNamed) {
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
