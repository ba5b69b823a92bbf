// Which elements a rule of the mapping takes.
#include "engine/import/record/mapped/when.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kAsksForOne[] = R"({"diseases": {"from": "/p/*", "when": {"/dm": "1"},
                                                "fields": {"term": {"const": "ICD10:E11"}}},
                                   "files": {"from": "/p/*", "fields": {"uri": "/uri"}}})";

Reading WithDiabetes(const std::string& value, std::string_view mapping = kAsksForOne) {
  return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"uri": "a.vcf", "dm": )" + value + "}]}", mapping);
}

TEST(WhenTest, NumbersAreComparedAsNumbers) {
  for (const char* same : {"1", "1.0", "\"1\"", "\"1.0\"", "\"1.00\""}) {
    const Reading reading = WithDiabetes(same);
    EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E11")) << same;
    EXPECT_THAT(reading.report.remarks, IsEmpty()) << same;
  }
  for (const char* other : {"0", "0.0", "2", "1.5", "-1", "10", "\"E1.0\"", "\"no\""}) {
    const Reading reading = WithDiabetes(other);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << other;
    EXPECT_THAT(reading.report.remarks, IsEmpty()) << other;
  }
}

TEST(WhenTest, WhatMayMeanTheValueIsReported) {
  for (const char* perhaps : {"\"01\"", "\"TRUE\"", "\"yes\"", "true"}) {
    const Reading reading = WithDiabetes(perhaps);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << perhaps;
    EXPECT_THAT(reading.Rows(Entity::kFile), ElementsAre("file: uri='a.vcf'")) << perhaps;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << perhaps;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("may mean what a \"when\" of the mapping asks for"))
        << perhaps;
  }
  constexpr char kAnotherTakesIt[] = R"({
      "diseases": [{"from": "/p/*", "when": {"/dm": "dx"}, "fields": {"term": {"const": "ICD10:E11"}}},
                   {"from": "/p/*", "when": {"/dm": "DX"}, "fields": {"term": {"const": "ICD10:E10"}}}]})";
  const Reading taken = WithDiabetes("\"DX\"", kAnotherTakesIt);
  EXPECT_THAT(taken.Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E10"));
  EXPECT_THAT(taken.report.remarks, IsEmpty());
}

TEST(WhenTest, AnAnswerInAnObjectOrAnArrayIsATick) {
  constexpr char kTick[] =
      R"({"diseases": {"from": "/p/*", "when": "/dm", "fields": {"term": {"const": "ICD10:E11"}}}})";
  for (const char* no : {R"({"value": false})", R"({"answer": "no", "date": "2020-01-01"})", R"(["no"])",
                         R"({"valueBoolean": false})", R"([{"value": "No"}, false])", R"({"value": "unknown"})"}) {
    EXPECT_THAT(WithDiabetes(no, kTick).Rows(Entity::kDisease), IsEmpty()) << no;
  }
  for (const char* yes : {R"({"value": true})", R"({"answer": "yes"})", R"(["no", "yes"])", R"({"value": 12})",
                          R"({"date": "2020-01-01"})", R"([{"date": "2020-01-01"}])"}) {
    EXPECT_THAT(WithDiabetes(yes, kTick).Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E11")) << yes;
  }
}

TEST(WhenTest, AnAnswerThatIsDoubtedIsNoTick) {
  constexpr char kTick[] =
      R"({"diseases": {"from": "/p/*", "when": "/dm", "fields": {"term": {"const": "ICD10:E11"}}}})";
  for (const char* doubted : {"\"yes?\"", "\"~yes\"", "\"(yes)\"", "\"no?\""}) {
    const Reading reading = WithDiabetes(doubted, kTick);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << doubted;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << doubted;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("neither a yes nor a no")) << doubted;
  }
  EXPECT_THAT(WithDiabetes("\"yes\"", kTick).Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E11"));
}

TEST(WhenTest, ANoMakesNoRowOfACodeThatIsRead) {
  constexpr char kReads[] = R"({"diseases": {"from": "/p/*", "when": "/dm", "fields": {"term": "/uri"}}})";
  for (const char* no : {"0", "\"0\"", "0.0", "false", "\"no\"", "\"no?\"", "\"absent\""}) {
    const Reading reading = Read(
        R"({"id": "1", "subject": {"id": "1"}, "p": [{"uri": "ICD10:E11", "dm": )" + std::string(no) + "}]}", kReads);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << no;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << no;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("a no where a \"when\""));
  }
  for (const char* value : {"1", "\"2\"", "\"2020-01-01\"", "true", "{\"a\": 1}"}) {
    const Reading reading =
        Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"uri": "ICD10:E11", "dm": )" + std::string(value) + "}]}",
             kReads);
    EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E11")) << value;
  }
}

TEST(WhenTest, ANoMakesNoRowOfEntitiesWithoutPolarityEither) {
  constexpr char kTicks[] = R"({
      "consents": {"from": "/p/*", "when": "/x", "fields": {"permission": {"const": "genetics"},
                                                            "status": {"const": "granted"}}},
      "measurements": {"from": "/p/*", "when": "/x", "fields": {"assay": {"const": "LOINC:1988-5"}, "value": "/v"}},
      "files": {"from": "/p/*", "when": "/x", "fields": {"uri": "/v"}},
      "samples": {"from": "/p/*", "when": "/x", "fields": {"id": "/v"}},
      "runs": {"from": "/p/*", "when": "/x", "fields": {"assay": {"const": "WGS"}}},
      "interpretations": {"from": "/p/*", "when": "/x", "fields": {"disease": {"const": "OMIM:607208"}}},
      "variants": {"from": "/p/*", "when": "/x", "interpretation": "parent", "fields": {"gene": {"const": "SCN1A"}}}})";
  const auto read = [&](const std::string& tick) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"v": "5", "x": )" + tick + "}]}", kTicks);
  };
  EXPECT_EQ(read("\"1\"").Rows().size(), 8u);
  for (const char* no : {"0", "0.0", "\"no\"", "\"No\"", "\"nein\"", "false", "\"FALSE\"", "\"planned\"",
                         "\"not given\"", "\"refused\""}) {
    const Reading reading = read(no);
    EXPECT_EQ(reading.Rows().size(), 1u) << no;
    EXPECT_THAT(reading.extras(), HasSubstr("/p/0/x")) << no;
    EXPECT_THAT(reading.report.remarks, testing::Not(IsEmpty())) << no;
  }
  EXPECT_EQ(read("\"NA\"").Rows().size(), 1u);
  const Reading dated = read("\"2020-01-01\"");
  EXPECT_THAT(dated.Rows(Entity::kConsent), IsEmpty()) << "a consent is given by a yes only";
  EXPECT_EQ(dated.Rows(Entity::kSample).size(), 1u) << "something that is there";
}

// T of tumour and N of normal, the number of a lane, Norway.
TEST(WhenTest, AClassThatLooksLikeANoMakesARow) {
  constexpr char kClasses[] = R"({
      "samples": {"from": "/p/*", "when": "/x", "fields": {"id": "/v", "material": {"const": "UBERON:0000178"}}},
      "files": {"from": "/p/*", "when": "/x", "fields": {"uri": "/v"}},
      "measurements": {"from": "/p/*", "when": "/x", "fields": {"assay": {"const": "LOINC:1988-5"}, "value": "/v"}}})";
  for (const char* name : {"N", "F", "f", "0", "0.0", "NO", "neg", "negative", "unaffected", "absent", "T", "1"}) {
    const Reading reading =
        Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"v": "5", "x": ")" + std::string(name) + "\"}]}", kClasses);
    EXPECT_EQ(reading.Rows().size(), 4u) << name;
    const bool clear = std::string(name) == "T" || std::string(name) == "1";
    EXPECT_EQ(reading.report.notes.size(), clear ? 0u : 1u) << name;
    if (!clear) {
      EXPECT_THAT(reading.report.notes.begin()->first, HasSubstr("may be a no, or a class"));
      EXPECT_EQ(reading.report.notes.begin()->second, 3u) << "each row is counted";
    }
  }
}

// Of constants alone nothing else says that there is a row.
TEST(WhenTest, AMarkOfNoIsANoBesideConstantsAlone) {
  constexpr char kTick[] = R"({"interpretations": {"from": "/p/*", "when": "/solved",
      "fields": {"disease": {"const": "OMIM:607208"}, "status": "/status"}}})";
  const auto made = [&](const std::string& members) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{)" + members + "}]}", kTick)
        .Rows(Entity::kInterpretation)
        .size();
  };
  for (const std::string no : {"0", "N", "n", "NO", "F"}) {
    EXPECT_EQ(made("\"solved\": \"" + no + "\""), 0u) << no;
    EXPECT_EQ(made("\"status\": \"\", \"solved\": \"" + no + "\""), 0u) << no;
    EXPECT_EQ(made("\"status\": \"solved\", \"solved\": \"" + no + "\""), 1u) << no;
  }
  EXPECT_EQ(made("\"solved\": \"1\""), 1u);
}

// Who has withdrawn is not lost, however a table says it.
TEST(WhenTest, AnythingButANoEndsAConsent) {
  const auto read = [](const std::string& status, const std::string& when) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"x": )" + when + "}]}",
                R"({"consents": {"from": "/p/*", "when": "/x", "fields": {"permission": {"const": "genetics"},
                                                                          "status": {"const": ")" +
                    status + R"("}}}})");
  };
  for (const char* status : {"withdrawn", "refused", "revoked"}) {
    for (const char* ended :
         {"\"2023-05-01\"", "\"moved abroad\"", "\"refused\"", "\"declined\"", "\"withdrawn\"", "\"denied\"", "\"yes\"",
          "1", "true", "\"yes?\"", "\"unclear\"", "\"no?\"", "\"cancelled\"", "{\"a\": 1}"}) {
      const Reading reading = read(status, ended);
      ASSERT_EQ(reading.Rows(Entity::kConsent).size(), 1u) << status << " " << ended;
      EXPECT_THAT(reading.Rows(Entity::kConsent)[0],
                  HasSubstr(std::string(status) == "refused" ? "status=refused" : "status=withdrawn"));
      EXPECT_THAT(reading.Problems(), IsEmpty()) << ended;
    }
    for (const char* not_ended : {"\"no\"", "\"N\"", "0", "false", "\"nein\"", "\"NA\"", "\"\"", "null"}) {
      EXPECT_THAT(read(status, not_ended).Rows(Entity::kConsent), IsEmpty()) << status << " " << not_ended;
    }
  }
  for (const char* given : {"granted", "permit"}) {
    EXPECT_EQ(read(given, "\"yes\"").Rows(Entity::kConsent).size(), 1u) << given;
    for (const char* unclear : {"\"2023-05-01\"", "\"refused\"", "\"yes?\"", "\"no\""}) {
      EXPECT_THAT(read(given, unclear).Rows(Entity::kConsent), IsEmpty()) << given << " " << unclear;
    }
  }
}

// 2 may be a no, not sure, or the version of a form.
TEST(WhenTest, ADigitThatIsNoAnswerMakesAConsentAndIsTold) {
  constexpr char kConsent[] = R"({"consents": {"from": "/p/*", "when": "/c",
                                               "fields": {"permission": {"const": "secondary use"}, "date": "/d"}}})";
  const auto read = [&](const std::string& tick) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"d": "2020-01-01", "c": )" + tick + "}]}", kConsent);
  };
  for (const char* unclear : {"2", "\"2\"", "9", "2.0"}) {
    EXPECT_EQ(read(unclear).Rows(Entity::kConsent).size(), 1u) << unclear;
    EXPECT_THAT(read(unclear).Problems(), ElementsAre(HasSubstr("may be a no or a class: a consent is made")));
  }
  for (const char* clear : {"1", "\"yes\"", "\"2020-02-02\"", "22"}) {
    EXPECT_EQ(read(clear).Rows(Entity::kConsent).size(), 1u) << clear;
    EXPECT_THAT(read(clear).Problems(), IsEmpty()) << clear;
  }
}

// Of a cell whose column has a "label", and of a class of a record, the id is compared.
TEST(WhenTest, OfAClassItsIdIsCompared) {
  constexpr char kPotassium[] = R"({"measurements": {"from": "/p/*", "when": {"/loinc": ["LOINC:2823-3"]},
      "fields": {"assay": "/loinc", "value": "/v", "unit": {"const": "mmol/L"}}}})";
  const auto read = [&](const std::string& loinc) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"v": 4.2, "loinc": )" + loinc + "}]}", kPotassium);
  };
  EXPECT_THAT(read(R"({"id": "LOINC:2823-3", "label": "Potassium"})").Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:2823-3, unit=mmol/L, value=4.2"));
  EXPECT_EQ(read(R"({"id": "LOINC:2823-3"})").Rows(Entity::kMeasurement).size(), 1u);
  // What another id is is told, as of texts.
  const Reading sodium = read(R"({"id": "LOINC:2951-2", "label": "Sodium"})");
  EXPECT_THAT(sodium.Rows(Entity::kMeasurement), IsEmpty());
  ASSERT_EQ(sodium.report.remarks.size(), 1u);
  EXPECT_THAT(sodium.Problems(), ElementsAre(HasSubstr("no rule of the mapping takes \"LOINC:2951-2\"")));
  EXPECT_THAT(read(R"({"label": "LOINC:2823-3"})").Rows(Entity::kMeasurement), IsEmpty());
}

TEST(WhenTest, AnObjectThatIsNotComparedIsTold) {
  constexpr char kDisease[] = R"({"diseases": {"from": "/p/*", "when": {"/code": ["K1"]},
                                               "fields": {"term": {"const": "ICD10:E11"}}}})";
  const Reading reading =
      Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"code": {"coding": [{"code": "K1"}]}}]})", kDisease);
  EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty());
  EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("no rule of the mapping takes the object {\"coding\":")));
  const Reading taken = Read(R"({"id": "1", "subject": {"id": "1"}, "p": [{"code": {"coding": [{"code": "K1"}]}}]})",
                             R"({"diseases": {"from": "/p/*", "when": {"/code/coding/*/code": ["K1"]},
                                              "fields": {"term": {"const": "ICD10:E11"}}}})");
  EXPECT_THAT(taken.Rows(Entity::kDisease), ElementsAre("disease: term=ICD10:E11"));
  EXPECT_THAT(taken.report.remarks, IsEmpty());
}

}  // namespace
}  // namespace muster::import
