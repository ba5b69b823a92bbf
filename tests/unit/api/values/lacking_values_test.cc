// Of records that lack a value that is compared it is said how many these are, also where they pass an exclusion.
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

class LackingValuesTest : public ValuesTest {
 protected:
  static std::string Phenopacket(const std::string& id, const std::string& more, const std::string& subject = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x")", subject, "}", more.empty() ? "" : ",", more,
                        "}\n");
  }
  // A person with a radiotherapy; no dose where `dosage` is empty.
  static std::string Irradiated(const std::string& id, const std::string& dosage) {
    return Phenopacket(id, absl::StrCat(R"("medicalActions":[{"radiationTherapy":{"modality":{"id":"NCIT:C15751"},)",
                                        R"("bodySite":{"id":"UBERON:0002367"},"fractions":10)",
                                        dosage.empty() ? "" : absl::StrCat(R"(,"dosage":)", dosage), "}}]"));
  }
};

TEST_F(LackingValuesTest, NumbersBehindNo) {
  Import(Irradiated("a", "60") + Irradiated("b", "20") + Irradiated("c", "") + Irradiated("d", ""));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with dosage >= 50"), ElementsAre("b", "c", "d"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 procedures of NCIT:C15751"),
                            HasSubstr("have no dosage, and who has only such is not left out by this"),
                            HasSubstr("(dosage >= 50 or dosage is missing)"), HasSubstr("[missing-counts]")));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with (dosage >= 50 or dosage is missing)"), ElementsAre("b"));
  EXPECT_THAT(said(), Not(HasSubstr("missing-counts")));
  Ids("no procedure with fractions >= 5");
  EXPECT_THAT(said(), Not(HasSubstr("missing-counts")));
}

TEST_F(LackingValuesTest, NumbersThatHaveToHold) {
  Import(Irradiated("a", "60") + Irradiated("b", "20") + Irradiated("c", "") + Irradiated("d", ""));
  EXPECT_THAT(Ids("has procedure NCIT:C15751 with dosage >= 50"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("only 2 of 4 procedures of NCIT:C15751"), HasSubstr("have a dosage recorded"),
                            HasSubstr("count individuals where has procedure NCIT:C15751 with dosage is recorded")));
}

// Of each alternative, of a record with a name, and where other rows are counted.
TEST_F(LackingValuesTest, NumbersThatMayHold) {
  Import(Irradiated("a", "60") + Irradiated("b", "20") + Irradiated("c", "") + Irradiated("d", ""));
  for (const char* text :
       {"count individuals where has procedure NCIT:C15751 with dosage >= 50 or sex is male",
        "count individuals where at least 1 of (has procedure NCIT:C15751 with dosage >= 50, sex is male)",
        "count individuals where has procedure NCIT:C15751 as p with dosage >= 50",
        "count diseases where has procedure NCIT:C15751 with dosage >= 50"}) {
    Rows(text);
    EXPECT_THAT(said(), HasSubstr("only 2 of 4 procedures of NCIT:C15751")) << text;
  }
}

TEST_F(LackingValuesTest, AbsentOrSilentIsToldOfAnAlternative) {
  Import(Phenopacket("a", R"("phenotypicFeatures":[{"type":{"id":"HP:0001250"},"excluded":true}])") +
         Phenopacket("b", "", R"(,"sex":"MALE")"));
  for (const char* text : {"count individuals where sex is male or no phenotype HP:0001250",
                           "count individuals where at least 1 of (sex is male, no phenotype HP:0001250)"}) {
    Rows(text);
    EXPECT_THAT(said(), HasSubstr("[absent-or-silent]")) << text;
  }
  for (const char* text : {"count individuals where at most 1 of (sex is male, has phenotype HP:0001250)",
                           "count individuals where no phenotype HP:0001250 or has excluded phenotype HP:0001250"}) {
    Rows(text);
    EXPECT_THAT(said(), Not(HasSubstr("[absent-or-silent]"))) << text;
  }
}

// Who has no sex recorded is found by `not sex is male`, and not by `sex is not male`.
TEST_F(LackingValuesTest, WhatIsNotSoLeavesOutWhoHasNone) {
  std::string people;
  for (int i = 0; i < 35; ++i) {
    const std::string sex = i < 5 ? "" : i < 15 ? R"(,"sex":"MALE")" : R"(,"sex":"FEMALE")";
    people += Phenopacket(absl::StrCat("p", i), "", sex);
  }
  Import(people);
  EXPECT_EQ(Rows("count individuals where sex is not male"), "20");
  EXPECT_THAT(said(), AllOf(HasSubstr("`is not` leaves out individuals without a recorded sex: 5 of 35 individuals "
                                      "[missing-counts]"),
                            HasSubstr("to find them as well, write count individuals where not sex is male")));
  EXPECT_EQ(Rows("count individuals where not sex is male"), "25");
  EXPECT_THAT(said(), Not(HasSubstr("`is not`")));
  EXPECT_EQ(Rows("count individuals where sex is not male and sex is recorded"), "20");
  EXPECT_THAT(said(), Not(HasSubstr("`is not`")));
  Import(Phenopacket("p0", "", R"(,"sex":"MALE")"));
  EXPECT_EQ(Rows("count individuals where sex is not male"), "20");
  EXPECT_THAT(said(), Not(HasSubstr("`is not`")));  // of four it is not worth a note
}

// A disease of which no record has a stage, among others, is one that has none.
TEST_F(LackingValuesTest, WhatHasNoStageIsCountedApart) {
  const auto disease = [](const std::string& code, bool staged) {
    return absl::StrCat(R"("diseases":[{"term":{"id":")", code, "\"}",
                        staged ? R"(,"diseaseStage":[{"id":"NCIT:C27966","label":"Stage I"}])" : "", "}]");
  };
  std::string people;
  for (int i = 0; i < 15; ++i) people += Phenopacket(absl::StrCat("c", i), disease("ICD10:C18", i < 10));
  for (int i = 0; i < 20; ++i) people += Phenopacket(absl::StrCat("s", i), disease("ICD10:Z15", false));
  Import(people);
  Ids("has disease in (ICD10:C18, ICD10:Z15) with stage is NCIT:C27966");
  EXPECT_THAT(said(), AllOf(HasSubstr("only 10 of 15 diseases of "),
                            HasSubstr("have a stage recorded (20 more are of terms of which no record has one); the "
                                      "others are not found by this")));
  Import(Phenopacket("c10", disease("ICD10:C18", true)) + Phenopacket("c11", disease("ICD10:C18", true)) +
         Phenopacket("c12", disease("ICD10:C18", true)));
  Ids("has disease in (ICD10:C18, ICD10:Z15) with stage is NCIT:C27966");
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
  Ids("has disease ICD10:Z15 with stage is NCIT:C27966");
  EXPECT_THAT(said(), HasSubstr("none of 20 diseases of ICD10:Z15 has a stage recorded"));
}

// Who asks whether there is one gets the same 0 as who compares it.
TEST_F(LackingValuesTest, WhetherThereIsAValueThatNobodyHas) {
  Import(Irradiated("a", "") + Irradiated("b", ""));
  EXPECT_THAT(Ids("has procedure with dosage is recorded"), ElementsAre());
  EXPECT_THAT(said(), HasSubstr("no dosage of a procedure is recorded, so nothing matches [not-recorded]"));
  EXPECT_THAT(Ids("no procedure with dosage is recorded"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("and what is behind `no` or `not` leaves out nobody [not-recorded]"));
  EXPECT_THAT(Ids("has procedure with dosage is missing"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("no dosage of a procedure is recorded, so this holds for every procedure"));
  EXPECT_THAT(Ids("has procedure with code is recorded"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), Not(HasSubstr("not-recorded")));
}

TEST_F(LackingValuesTest, NumbersThatNobodyHas) {
  Import(Irradiated("a", "") + Irradiated("b", ""));
  EXPECT_THAT(Ids("has procedure NCIT:C15751 with dosage >= 50"), ElementsAre());
  EXPECT_THAT(said(), AllOf(HasSubstr("no dosage of a procedure is recorded, so nothing matches"),
                            HasSubstr("[not-recorded]")));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with dosage >= 50"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("no dosage of a procedure is recorded"), HasSubstr("leaves out nobody"),
                            HasSubstr("2 procedures of NCIT:C15751")));
}

TEST_F(LackingValuesTest, DatesOfWhatIsRecordedAsAges) {
  Import(Phenopacket("a", R"("diseases":[{"term":{"id":"MONDO:0004979"},"onset":{"age":{"iso8601duration":"P9Y"}}}])",
                     R"(,"timeAtLastEncounter":{"age":{"iso8601duration":"P40Y"}},"vitalStatus":)"
                     R"({"status":"DECEASED","timeOfDeath":{"age":{"iso8601duration":"P40Y"}}})"));
  Ids("has disease with onset < 2020-01-01");
  EXPECT_THAT(said(), HasSubstr("such as onset >= 18 years, or with a time of the person: onset within 1 year before"));
  // The death is no record beside the last contact.
  Ids("death < 2020-01-01");
  EXPECT_THAT(said(), AllOf(HasSubstr("compare it with an age, such as age at death >= 18 years"),
                            Not(HasSubstr("a time of the person"))));
}

constexpr char kOn2010[] = R"({"timestamp":"2010-05-05T00:00:00Z"})";

// A person who is treated from 2010 to 2011, with an enrolment or without.
std::string Treated(const std::string& id, bool enrolled, const std::string& more = "") {
  return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x","dateOfBirth":"1960-01-01T00:00:00Z")",
                      enrolled ? R"(,"timeAtLastEncounter":{"age":{"iso8601duration":"P60Y"}})" : "",
                      R"(},"medicalActions":[{"treatment":{"agent":{"id":"DrugCentral:257"},"doseIntervals":[)",
                      R"({"interval":{"start":"2010-05-05T00:00:00Z","end":"2011-05-05T00:00:00Z"}}]}}])", more, "}\n");
}

TEST_F(LackingValuesTest, TimesOfThePersonThatRowsAreComparedWith) {
  Import(Treated("a", true) + Treated("b", false) + Treated("c", false));
  for (const char* where : {"has treatment DrugCentral:257 with start before age at last contact",
                            "has treatment DrugCentral:257 as t and t.start before age at last contact"}) {
    EXPECT_THAT(Ids(where), ElementsAre("a")) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("age at last contact is recorded of only 1 of the 3 individuals who have "
                                        "treatment DrugCentral:257"),
                              HasSubstr("[rarely-recorded]")))
        << where;
  }
}

TEST_F(LackingValuesTest, RecordsWithANameAreToldOfAsThoseWithout) {
  Import(Treated("a", true) + Treated("b", true));
  Ids("has treatment DrugCentral:257 as t and t.start before age at last contact");
  EXPECT_THAT(said(), AllOf(HasSubstr("[ended-before]"),
                            HasSubstr("t.start < age at last contact and not t.end < age at last contact")));
  EXPECT_THAT(Ids("has treatment DrugCentral:257 as t and t.start < age at last contact and not t.end < age at last "
                  "contact"),
              ElementsAre());
  EXPECT_THAT(said(), Not(HasSubstr("ended-before")));
}

TEST_F(LackingValuesTest, WindowsOfDaysAroundAgesInMonthsOfARecordWithAName) {
  const auto with = [&](const std::string& id, const std::string& age) {
    return Phenopacket(id, absl::StrCat(R"("diseases":[{"term":{"id":"MONDO:0005148"},"onset":{"age":)",
                                        R"({"iso8601duration":")", age, R"("}}}],"phenotypicFeatures":[{"type":)",
                                        R"({"id":"HP:0001250"},"onset":{"age":{"iso8601duration":"P40Y1M3D"}}}])"));
  };
  Import(with("a", "P40Y1M") + with("b", "P40Y1M2D"));
  Ids("has phenotype HP:0001250 as p and has disease MONDO:0005148 as d and d.onset within 28 days before p.onset");
  EXPECT_THAT(said(), AllOf(HasSubstr("[ages-to-the-month]"), HasSubstr("ages of diseases of MONDO:0005148")));
}

TEST_F(LackingValuesTest, RecordsWithANameThatAPersonIsComparedWith) {
  const auto with = [&](const std::string& id, const std::string& onset) {
    return Phenopacket(
        id,
        absl::StrCat(R"("diseases":[{"term":{"id":"MONDO:0005148"})", onset.empty() ? "" : R"(,"onset":)", onset, "}]"),
        R"(,"timeAtLastEncounter":{"timestamp":"2012-05-05T00:00:00Z"})");
  };
  Import(with("a", kOn2010) + with("b", "") + with("c", ""));
  Ids("has disease MONDO:0005148 as d and age at last contact after d.onset");
  EXPECT_THAT(said(), AllOf(HasSubstr("2 of 3 diseases of MONDO:0005148"), HasSubstr("have no onset")));
}

TEST_F(LackingValuesTest, OfWhomItIsRecordedAsAbsentSomethingIsKnown) {
  constexpr char kPeople[] =
      R"([{"id":"s","sex":{"id":"NCIT:C16576"},"exposures":[{"exposureCode":{"id":"NCIT:C154329"},"value":20,)"
      R"("unit":{"id":"{pack}.a"}}]},)"
      R"({"id":"n","sex":{"id":"NCIT:C16576"},"exposures":[{"exposureCode":{"id":"NCIT:C154329"},"excluded":true}]},)"
      R"({"id":"q","sex":{"id":"NCIT:C16576"}}])";
  Import(kPeople);
  EXPECT_THAT(Ids(R"(no exposure NCIT:C154329 with value >= 1 "{pack}.a")"), ElementsAre("n", "q"));
  EXPECT_THAT(said(), AllOf(HasSubstr("individuals who have no exposure NCIT:C154329: 2 of 3; 1 has it recorded as "
                                      "absent, and of 1 nothing is recorded"),
                            HasSubstr("(has exposure NCIT:C154329 or has excluded exposure NCIT:C154329) and this"),
                            HasSubstr("[none-at-all]")));
  EXPECT_THAT(Ids("(has exposure NCIT:C154329 or has excluded exposure NCIT:C154329) and "
                  R"(no exposure NCIT:C154329 with value >= 1 "{pack}.a")"),
              ElementsAre("n"));
  EXPECT_THAT(said(), Not(HasSubstr("none-at-all")));
  // They are not left out for want of a record.
  Ids(R"(has exposure NCIT:C154329 with value >= 1 "{pack}.a")");
  EXPECT_THAT(said(),
              HasSubstr("only 1 of 3 individuals has an exposure NCIT:C154329, and 1 has it recorded as absent; "
                        "of 1 nothing of it is recorded, and these are left out by this"));
}

TEST_F(LackingValuesTest, RecordsWithoutATimeAreOnNoDate) {
  Import(Phenopacket("a",
                     absl::StrCat(R"("phenotypicFeatures":[{"type":{"id":"HP:0001250"}},{"type":{"id":"HP:0001250"},)",
                                  R"("onset":)", kOn2010, "}]")));
  EXPECT_THAT(Ids("has phenotype HP:0001250 on at least 1 distinct dates"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 phenotype of HP:0001250"),
                            HasSubstr("has no onset, and is on no day that is known"), HasSubstr("[undated-records]")));
}

TEST_F(LackingValuesTest, TwoBoundsOfOneTimeAreToldOfOnce) {
  Import(Phenopacket("a", R"("phenotypicFeatures":[{"type":{"id":"HP:0001250"}}])") +
         Phenopacket("b", R"("phenotypicFeatures":[{"type":{"id":"HP:0001250"},"onset":{"age":)"
                          R"({"iso8601duration":"P5Y"}}}])"));
  for (const char* where :
       {"has phenotype HP:0001250 with (onset >= 2 years and onset < 9 years)",
        "no phenotype HP:0001250 with (onset >= 2 years and onset < 9 years)",
        "has first phenotype HP:0001250 with onset < 9 years", "no last phenotype HP:0001250 with onset < 9 years"}) {
    Ids(where);
    const size_t first = said().find("[undated-records]");
    EXPECT_NE(first, std::string::npos) << where;
    EXPECT_EQ(said().find("[undated-records]", first + 1), std::string::npos) << said();
  }
}

// Of records of the whole catalogue nobody asks who asks for some people.
TEST_F(LackingValuesTest, UndatedRecordsAreThoseOfThePeopleInQuestion) {
  constexpr char kIll[] = R"("diseases":[{"term":{"id":"MONDO:0005148"}}],)";
  constexpr char kUndated[] = R"({"type":{"id":"HP:0001250"}})";
  const std::string dated = absl::StrCat(R"({"type":{"id":"HP:0001250"},"onset":)", kOn2010, "}");
  const auto of = [](const std::string& features) { return absl::StrCat(R"("phenotypicFeatures":[)", features, "]"); };
  Import(Phenopacket("a", absl::StrCat(kIll, of(kUndated))) +
         Phenopacket("b", absl::StrCat(kIll, of(absl::StrCat(kUndated, ",", dated)))) +
         Phenopacket("c", absl::StrCat(kIll, of(dated))) + Phenopacket("d", of(kUndated)) +
         Phenopacket("e", of(kUndated)));
  Ids("has first phenotype HP:0001250 with onset after 2005-01-01");
  EXPECT_THAT(said(), HasSubstr("4 phenotypes of HP:0001250 have no onset, and are neither first nor last"));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and has first phenotype HP:0001250 with onset after 2005-01-01"),
              ElementsAre("b", "c"));
  EXPECT_THAT(said(), HasSubstr("2 of the 3 individuals who have disease MONDO:0005148 have phenotypes of HP:0001250 "
                                "without an onset, 1 of them no others: these are neither first nor last "
                                "[undated-records]"));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and no phenotype HP:0001250 with onset after 2005-01-01"),
              ElementsAre("a"));
  EXPECT_THAT(said(), HasSubstr("without an onset, 1 of them no others: these leave out nobody [undated-records]"));
  Ids("has disease MONDO:0005148 and has phenotype HP:0001250 with onset after 2005-01-01");
  EXPECT_THAT(said(), HasSubstr("without an onset, 1 of them no others: these are not found by this"));
}

TEST_F(LackingValuesTest, UndatedRecordsOfOthersAreNotTold) {
  Import(Phenopacket("a", absl::StrCat(R"("diseases":[{"term":{"id":"MONDO:0005148"}}],"phenotypicFeatures":[{"type":)",
                                       R"({"id":"HP:0001250"},"onset":)", kOn2010, "}]")) +
         Phenopacket("b", R"("phenotypicFeatures":[{"type":{"id":"HP:0001250"}}])"));
  Ids("has disease MONDO:0005148 and has last phenotype HP:0001250 with onset after 2005-01-01");
  EXPECT_THAT(said(), Not(HasSubstr("undated-records")));
}

}  // namespace
}  // namespace muster
