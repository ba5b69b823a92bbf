#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

std::string Subject(const Reading& reading, size_t record = 0) {
  return reading.Rows(model::Entity::kIndividual, record).at(0);
}

TEST(SubjectTest, AllMembers) {
  const Reading reading = Read(R"({"id": "P 1", "subject": {
      "id": " proband/\"A\" ", "alternateIds": ["a", "b"], "dateOfBirth": "1990-03-01T00:00:00Z",
      "timeAtLastEncounter": {"age": {"iso8601duration": "P33Y"}},
      "vitalStatus": {"status": "DECEASED", "timeOfDeath": {"timestamp": "2024-03-01T12:00:00Z"},
                      "causeOfDeath": {"id": "MONDO:0100096", "label": "COVID-19"}, "survivalTimeInDays": 120},
      "sex": "FEMALE", "karyotypicSex": "XX", "gender": {"id": "LOINC:LA22879-3", "label": "Identifies as female"},
      "taxonomy": {"id": "NCBITaxon:9606", "label": "Homo sapiens"}}})");
  ASSERT_EQ(reading.sink.records.size(), 1u);
  EXPECT_EQ(reading.sink.records[0].id, "P 1");
  EXPECT_EQ(reading.sink.records[0].dataset, "test");
  EXPECT_THAT(
      reading.Rows(),
      ElementsAre("individual: dataset=test, birth date=1990-03-01T00:00, subject id=' proband/\"A\" ', "
                  "alternate id='a', alternate id='b', age at last contact=33 years, vital status=deceased, "
                  "age at death=2024-03-01T12:00 34 years, cause of death=MONDO:0100096, survival=120, sex=female, "
                  "karyotypic sex=xx, gender=LOINC:LA22879-3, species=NCBITaxon:9606"));
  EXPECT_THAT(reading.extras(), IsEmpty());
  EXPECT_THAT(reading.report.kept_only, IsEmpty());
}

TEST(SubjectTest, SnakeCaseIsReadAlike) {
  const Reading reading = Read(R"({"id": "1", "subject": {"date_of_birth": "1990",
      "time_at_last_encounter": {"age_range": {"start": {"iso8601duration": "P30Y"}, "end": {"iso8601duration": "P35Y"}}},
      "vital_status": {"status": "ALIVE"}, "karyotypic_sex": "XXY", "alternate_ids": ["x"], "sex": "MALE"}})");
  EXPECT_EQ(Subject(reading),
            "individual: dataset=test, birth date=1990-01-01/1990-12-31, age at last contact=30 years to 35 years, "
            "vital status=alive, karyotypic sex=xxy, alternate id='x', sex=male");
}

TEST(SubjectTest, SexIsUnknownWhenTheSubjectHasNone) {
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"id": "a"}})")),
            "individual: dataset=test, subject id='a', sex=unknown");
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": "UNKNOWN_SEX"}})")),
            "individual: dataset=test, sex=unknown");
  EXPECT_EQ(Subject(Read(R"({"id": "1", "metaData": {}})")), "individual: dataset=test");
}

TEST(SubjectTest, LettersBesideWhichAnMMayBeAWomanAreTold) {
  // hombre and mujer, varón and mujer, man and vrouw.
  for (const std::string letter : {"H", "v"}) {
    const Reading reading = Read(R"({"id": "1", "subject": {"sex": ")" + letter + R"("}})");
    EXPECT_EQ(Subject(reading), "individual: dataset=test, sex=unknown");
    ASSERT_EQ(reading.report.remarks.size(), 1u) << letter;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("may stand for mujer"));
    EXPECT_THAT(reading.report.remarks[0].advice, HasSubstr(R"("m": "female")"));
    EXPECT_EQ(reading.report.remarks[0].count, 1u);
  }
}

TEST(SubjectTest, LettersBesideWhichFMayBeAManAreTold) {
  const auto what = [](const std::string& letter) {
    const Reading reading = Read(R"({"id": "1", "subject": {"sex": ")" + letter + R"("}})");
    return reading.report.remarks.empty() ? std::string() : reading.report.remarks[0].what;
  };
  EXPECT_THAT(what("N"), HasSubstr("beside which an F may stand for f\xC3\xA9rfi"));
  EXPECT_THAT(what("R"), HasSubstr("beside which M, F and U may mean something else"));
  EXPECT_THAT(what("d"), HasSubstr("beside which M, F and U"));
  // Women of languages whose men are no M, or M as well; third sexes.
  for (const char* letter : {"K", "Z", "A"}) {
    EXPECT_EQ(what(letter), "word that the field's vocabulary does not have") << letter;
  }
  EXPECT_EQ(what("M"), "");
}

TEST(SubjectTest, VitalStatusWithoutStatusIsUnknown) {
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": "MALE", "vitalStatus": {"survivalTimeInDays": 0}}})")),
            "individual: dataset=test, sex=male, vital status=unknown");
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": "MALE", "vitalStatus": null}})")),
            "individual: dataset=test, sex=male");
}

TEST(SubjectTest, WhoHasATimeOrACauseOfDeathIsDeceased) {
  for (const char* status : {R"({"timeOfDeath": {"timestamp": "2010-01-01T00:00:00Z"}})",
                             R"({"status": "UNKNOWN_STATUS", "timeOfDeath": {"timestamp": "2010-01-01T00:00:00Z"}})",
                             R"({"status": "Verst.", "causeOfDeath": {"id": "MONDO:0005148"}})"}) {
    const Reading reading =
        Read(R"({"id": "1", "subject": {"sex": "MALE", "vitalStatus": )" + std::string(status) + "}}");
    EXPECT_THAT(Subject(reading), testing::HasSubstr("vital status=deceased")) << status;
    EXPECT_EQ(reading.report.notes.at("time or cause of death without a vital status, taken as deceased"), 1u);
  }
  EXPECT_THAT(Subject(Read(R"({"id": "1", "subject": {"sex": "MALE", "vitalStatus": {"status": "Verst."}}})")),
              testing::Not(testing::HasSubstr("vital status")))
      << "not understood, so missing";
}

TEST(SubjectTest, EnumsAsNumbersAndInOtherSpellings) {
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": 3, "karyotypicSex": 1, "vitalStatus": {"status": 2}}})")),
            "individual: dataset=test, sex=other, karyotypic sex=xx, vital status=deceased");
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": "female"}})")), "individual: dataset=test, sex=female");
  EXPECT_EQ(Subject(Read(R"({"id": "1", "subject": {"sex": "OTHER_SEX", "karyotypicSex": "OTHER_KARYOTYPE"}})")),
            "individual: dataset=test, sex=other, karyotypic sex=other");
}

TEST(SubjectTest, SexesByNumberAreNoted) {
  const Reading reading = Read(R"({"id": "1", "subject": {"sex": 1}})");
  EXPECT_EQ(Subject(reading), "individual: dataset=test, sex=female");
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("1 is female, 2 is male"));
  EXPECT_EQ(Read(R"({"id": "1", "subject": {"sex": 3}})").report.remarks.size(), 0u);
}

TEST(SubjectTest, WordsThatTheVocabularyDoesNotHaveAreKeptAndReported) {
  const Reading reading = Read(R"({"id": "1", "subject": {"sex": "NOT_ASKED_YET"}})");
  EXPECT_EQ(Subject(reading), "individual: dataset=test, sex=unknown");
  EXPECT_EQ(reading.extras(), R"({"/subject/sex":"NOT_ASKED_YET"})");
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  const ImportRemark& remark = reading.report.remarks[0];
  EXPECT_EQ(remark.values.at(0).value, "NOT_ASKED_YET");
  EXPECT_EQ(remark.examples.at(0).reason, "\"NOT_ASKED_YET\" is no sex; its words are: unknown, female, male, other");
}

TEST(SubjectTest, EnumsOutOfRangeAreKept) {
  const Reading reading = Read(R"({"id": "1", "subject": {"sex": 17, "karyotypicSex": {"id": "x"}}})");
  EXPECT_EQ(Subject(reading), "individual: dataset=test, sex=unknown");
  EXPECT_EQ(reading.extras(), R"({"/subject/sex":17,"/subject/karyotypicSex":{"id":"x"}})");
  EXPECT_THAT(reading.report.kept_only,
              UnorderedElementsAre(Pair("/subject/sex", 1), Pair("/subject/karyotypicSex", 1)));
  EXPECT_EQ(reading.report.problem_count, 2u);
}

TEST(SubjectTest, IdsAreOpaque) {
  const Reading reading = ReadAll({R"({"id": "  a/b \"c\" ~ é [x]", "subject": {}})", R"({"id": 17, "subject": {}})"});
  ASSERT_EQ(reading.sink.records.size(), 2u);
  EXPECT_EQ(reading.sink.records[0].id, "  a/b \"c\" ~ é [x]");
  EXPECT_EQ(reading.sink.records[1].id, "17");
}

TEST(SubjectTest, WithoutIdARecordIsRejected) {
  const Reading reading =
      ReadAll({R"({"subject": {"id": "a"}})", R"({"id": "", "subject": {}})", R"({"id": null, "subject": {}})",
               R"({"id": {"x": 1}, "subject": {}})", R"({"id": "ok", "subject": {}})",
               R"({"subject": {}, "id": ")" + std::string(70000, 'x') + R"("})"});
  EXPECT_EQ(reading.report.records, 6u);
  EXPECT_EQ(reading.report.rejected, 5u);
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.Problems(),
              ElementsAre("/id: the record has no id", "/id: the record has no id", "/id: the record has no id",
                          "/id: the record has no id", "/id: id that is longer than 64 KiB"));
}

TEST(SubjectTest, TheSameIdAgainReplaces) {
  const Reading reading = ReadAll({R"({"id": "a", "subject": {}})", R"({"id": "a", "subject": {}})"});
  EXPECT_EQ(reading.report.individuals, 2u);
  EXPECT_EQ(reading.report.replaced, 1u);
}

TEST(SubjectTest, WhatNoFieldTakesIsKept) {
  const Reading reading = Read(R"({"id": "1", "x/y~": {"b": [1, 2.5, "é\n"]}, "empty": [], "none": null, "blank": "",
      "subject": {"sex": "MALE", "more": false, "taxonomy": {"id": "NCBITaxon:9606", "label": "x", "rank": "species"}},
      "metaData": {"created": "2024-01-01T00:00:00Z"}})");
  EXPECT_EQ(reading.extras(),
            R"({"/subject/more":false,"/subject/taxonomy/rank":"species","/x~1y~0":{"b":[1,2.5,"é\n"]},)"
            R"("/metaData":{"created":"2024-01-01T00:00:00Z"}})");
  EXPECT_THAT(reading.report.kept_only,
              UnorderedElementsAre(Pair("/subject/more", 1), Pair("/subject/taxonomy/rank", 1), Pair("/x~1y~0", 1),
                                   Pair("/metaData", 1)));
  EXPECT_EQ(reading.report.problem_count, 0u);
}

TEST(SubjectTest, ExtrasAreValidJsonWhateverTheKeys) {
  const Reading reading = Read(R"({"id": "1", "subject": {}, "a\"b\\c\u0001": 1})");
  EXPECT_TRUE(nlohmann::json::accept(reading.extras())) << reading.extras();
  for (const char* const escaped : {"\\\"", "\\\\", "\\u0000", "\\u001f"}) {
    for (size_t before = 0; before < 20; ++before) {
      const std::string key = std::string(before, '!') + "\u00e9" + escaped + "end";
      const Reading read = Read(R"({"id": "1", "subject": {}, ")" + key + R"(": 1})");
      EXPECT_TRUE(nlohmann::json::accept(read.extras())) << read.extras();
    }
  }
  const Reading plain = Read(R"({"id": "1", "subject": {}, "a key of \u0020 ! # [ ] ~ and \u007f \u00e9": 1})");
  EXPECT_EQ(plain.extras(), "{\"/a key of   ! # [ ] ~0 and \x7f \u00e9\":1}");
}

TEST(SubjectTest, ASecondValueOfAFieldIsKept) {
  const Reading reading = Read(R"({"id": "1", "subject": {"sex": "MALE", "sex": "FEMALE", "id": "a", "id": "a"}})");
  EXPECT_EQ(Subject(reading), "individual: dataset=test, sex=male, subject id='a'");
  EXPECT_EQ(reading.extras(), R"({"/subject/sex":"FEMALE"})");
}

TEST(SubjectTest, PartsOfTheWrongTypeAreKept) {
  const Reading reading = Read(R"({"id": "1", "subject": "Bob", "phenotypicFeatures": 7, "diseases": "none",
                                   "measurements": [3], "biosamples": [[]], "files": ["x"], "interpretations": [true],
                                   "medicalActions": [null, "x"]})");
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(reading.extras(), HasSubstr(R"("/subject":"Bob")"));
  EXPECT_THAT(reading.report.kept_only,
              UnorderedElementsAre(Pair("/subject", 1), Pair("/phenotypicFeatures", 1), Pair("/diseases", 1),
                                   Pair("/measurements", 1), Pair("/biosamples", 1), Pair("/files", 1),
                                   Pair("/interpretations", 1), Pair("/medicalActions", 1)));
}

TEST(SubjectTest, ASecondDateOfBirthOrIdIsReported) {
  const Reading reading = Read(R"({"id": "1", "id": "2", "subject": {"dateOfBirth": "1980-01-01",
      "date_of_birth": "1990-01-01"}})");
  EXPECT_EQ(reading.sink.records.at(0).id, "1");
  EXPECT_THAT(reading.Rows(model::Entity::kIndividual),
              testing::ElementsAre(testing::HasSubstr("birth date=1980-01-01")));
  EXPECT_THAT(reading.Problems(),
              testing::UnorderedElementsAre("/subject/date_of_birth: a second value of the same field",
                                            "/id: a second member of the same name, in another spelling or again"));
}

}  // namespace
}  // namespace muster::import
