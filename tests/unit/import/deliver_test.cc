// Defaults that sources write for what they do not know: kept and reported, and not compared.
#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// How many values were taken for defaults.
uint64_t Defaults(const Reading& reading) {
  for (const ImportRemark& remark : reading.report.remarks) {
    if (remark.what == "default for a missing value, not compared") return remark.count;
  }
  return 0;
}

// A disease with this onset, of someone born on 17 May 1980.
Reading WithOnset(const std::string& onset, std::string_view mapping = {}) {
  return Read(
      R"({"id": "1", "subject": {"dateOfBirth": "1980-05-17"}, "diseases": [{"term": {"id": "MONDO:0005011"}, "onset": )" +
          onset + "}]}",
      mapping);
}

TEST(PlausibilityTest, AgesThatNobodyHas) {
  for (const char* age : {"P999Y", "P131Y", "P1600M", "-P1Y", "-P2D"}) {
    const Reading reading = WithOnset(std::string(R"({"age": {"iso8601duration": ")") + age + "\"}}");
    EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0005011")) << age;
    EXPECT_EQ(reading.report.problems.at(0).value, age);
    EXPECT_EQ(Defaults(reading), 1u) << age;
    EXPECT_THAT(reading.extras(), HasSubstr(age)) << age;
  }
  EXPECT_THAT(WithOnset(R"({"age": {"iso8601duration": "P122Y"}})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=122 years"));
  // What is known of a range remains.
  EXPECT_THAT(WithOnset(R"({"ageRange": {"start": {"iso8601duration": "P18Y"}, "end": {"iso8601duration": "P999Y"}}})")
                  .Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=from 18 years"));
}

TEST(PlausibilityTest, AnImpossibleDeathSaysNothingOfOtherTimes) {
  const Reading reading = Read(R"({"id": "1", "subject": {"dateOfBirth": "2010-01-01",
      "vitalStatus": {"status": "DECEASED", "timeOfDeath": {"timestamp": "1980-01-01T00:00:00Z"}}},
      "diseases": [{"term": {"id": "MONDO:0005011"}, "onset": {"age": {"iso8601duration": "P20Y"}}}]})");
  EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0005011, onset=20 years"));
  EXPECT_EQ(Defaults(reading), 1u) << "the death";
}

TEST(PlausibilityTest, DaysThatStandForNone) {
  for (const char* date : {"1900-01-01", "1900-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31", "0001-01-01",
                           "0001-01-01T00:00:00Z", "2999-12-31", "1753-01-01", "2150",
                           // the same on other clocks
                           "1970-01-01T01:00:00+01:00", "1970-01-01T05:45:00.000+05:45", "1970-01-01 02:00:00+02",
                           "1969-12-31T19:00:00-05:00", "1899-12-29T18:00:00-06:00", "2100-01-01T00:59:59+01:00"}) {
    const Reading reading = WithOnset(std::string(R"({"timestamp": ")") + date + "\"}");
    EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0005011")) << date;
    EXPECT_EQ(reading.report.problems.at(0).value, date);
    EXPECT_THAT(reading.extras(), HasSubstr(date)) << date;
  }
  const Reading born = Read(R"({"id": "1", "subject": {"dateOfBirth": "1970-01-01T00:00:00Z"}})");
  EXPECT_EQ(Defaults(born), 1u);
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"dateOfBirth": "1970-01-01"}})").Problems(), IsEmpty())
      << "a birthday like any other";
  for (const char* time : {"1970-01-01T02:00:00+01:00", "1970-01-01T01:00:00", "1969-12-31T19:00:00Z"}) {
    EXPECT_EQ(Defaults(Read(R"({"id": "1", "subject": {"dateOfBirth": ")" + std::string(time) + R"("}})")), 0u) << time;
  }
  EXPECT_EQ(Defaults(Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:0005011"}, "onset":
      {"interval": {"start": "1970-01-01T01:00:00+01:00", "end": "1999-01-01T01:00:00+01:00"}}}]})")),
            1u);
}

TEST(PlausibilityTest, TimesOutsideALife) {
  // The date goes, and the age that followed from it; an age that is told stays.
  const Reading before = WithOnset(R"({"timestamp": "1905-01-01"})");
  EXPECT_THAT(before.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0005011"));
  EXPECT_EQ(before.extras(), R"x({"/disease/0/onset (implausible)":"1905-01-01"})x");
  EXPECT_THAT(before.Problems(), ElementsAre("/disease/0/onset (implausible): it is before the pregnancy began"));
  EXPECT_THAT(WithOnset(R"({"timestamp": "1905-01-01", "age": {"iso8601duration": "P9Y"}})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=9 years"));
  EXPECT_THAT(WithOnset(R"({"timestamp": "1979-12-01"})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=1979-12-01 24 weeks before birth"));
}

TEST(PlausibilityTest, OnsetAfterDeath) {
  const auto rows = [](const std::string& death, const std::string& onset) {
    return Read(R"({"id": "1", "subject": {"vitalStatus": {"status": "DECEASED", "timeOfDeath": )" + death +
                R"(}}, "diseases": [{"term": {"id": "MONDO:0005011"}, "onset": )" + onset +
                R"(}], "measurements": [{"assay": {"id": "LOINC:1988-5"}, "timeObserved": )" + onset + "}]}")
        .Rows();
  };
  const std::string death = R"({"timestamp": "2020-05-01"})";
  EXPECT_THAT(rows(death, R"({"timestamp": "2020-05-10"})"), Contains("disease: term=MONDO:0005011"));
  EXPECT_THAT(rows(death, R"({"timestamp": "2020-05-10"})"),
              Contains("measurement: assay=LOINC:1988-5, time=2020-05-10"))
      << "a report may follow";
  EXPECT_THAT(rows(death, R"({"timestamp": "2021-05-10"})"), Contains("measurement: assay=LOINC:1988-5"));
  EXPECT_THAT(rows(death, R"({"timestamp": "2020"})"),
              Contains("disease: term=MONDO:0005011, onset=2020-01-01/2020-12-31"));
  EXPECT_THAT(rows(R"({"age": {"iso8601duration": "P65Y"}})", R"({"age": {"iso8601duration": "P65Y6M"}})"),
              Contains("disease: term=MONDO:0005011, onset=65 years 6 months"))
      << "65 completed years";
  EXPECT_THAT(rows(R"({"age": {"iso8601duration": "P65Y"}})", R"({"age": {"iso8601duration": "P70Y"}})"),
              Contains("disease: term=MONDO:0005011"));
}

TEST(PlausibilityTest, NumbersThatStandForNone) {
  const auto value = [](const std::string& number) {
    return Read(
               R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:1988-5"}, "value": {"quantity": {"unit": {"id": "mg/L"}, "value": )" +
               number + "}}}]}")
        .Rows(Entity::kMeasurement)
        .at(0);
  };
  EXPECT_EQ(value("-999"), "measurement: assay=LOINC:1988-5, unit=mg/L");
  EXPECT_EQ(value("\"-9999\""), "measurement: assay=LOINC:1988-5, unit=mg/L");
  EXPECT_EQ(value("-998"), "measurement: assay=LOINC:1988-5, unit=mg/L, value=-998");
  EXPECT_EQ(value("-9"), "measurement: assay=LOINC:1988-5, unit=mg/L, value=-9") << "a base excess may be";
}

TEST(PlausibilityTest, AMappingSwitchesRulesOff) {
  const std::string onset = R"({"timestamp": "1900-01-01", "age": {"iso8601duration": "P999Y"}})";
  EXPECT_THAT(WithOnset(onset, R"({"plausibility": false})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=1900-01-01 999 years"));
  EXPECT_THAT(WithOnset(onset, R"({"plausibility": {"ages": false}})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011, onset=999 years"));
  EXPECT_THAT(WithOnset(onset, R"({"plausibility": {"dates": false}})").Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0005011"))
      << "80 years before birth";
  EXPECT_THAT(std::string(Mapping::Parse(R"({"plausibility": {"days": false}})").status().message()),
              HasSubstr("the rules are: dates, ages, lifetime, numbers, labels"));
}

TEST(PlausibilityTest, WhatAMappingReads) {
  const Reading reading = Read(R"({"id": "1", "born": "1900-01-01", "seen": "P999Y", "rows": [{"d": "-999"}]})",
                               R"({"individual": {"birth date": "/born", "age at last contact": "/seen"},
                                   "procedures": {"from": "/rows/*", "fields": {"dosage": "/d"}}})");
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test", "procedure"));
  EXPECT_EQ(Defaults(reading), 3u);
}

TEST(ImplausibleTest, NobodyIsBornAfterTheDayOfTheImport) {
  const Reading reading = Read(R"({"id": "1", "subject": {"dateOfBirth": "2062-05-17"},
      "medicalActions": [{"procedure": {"code": {"id": "NCIT:C1"}, "performed": {"timestamp": "2010-01-01"}}}]})");
  EXPECT_THAT(reading.Rows(model::Entity::kProcedure),
              testing::ElementsAre("procedure: code=NCIT:C1, performed=2010-01-01"));
  EXPECT_EQ(reading.sink.records.at(0).rows[0].Find(model::field::kBirth), nullptr);
  ASSERT_EQ(reading.report.problems.size(), 1u);
  EXPECT_EQ(reading.report.problems[0].where, "/subject/dateOfBirth");
}

TEST(ImplausibleTest, OtherDatesToComeAreReportedAndCompared) {
  const std::string packet = R"({"id": "1", "subject": {},
      "medicalActions": [{"procedure": {"code": {"id": "NCIT:C1"}, "performed": {"timestamp": "2098-01-01"}}}]})";
  const Reading reading = Read(packet);
  EXPECT_THAT(reading.Rows(model::Entity::kProcedure),
              testing::ElementsAre("procedure: code=NCIT:C1, performed=2098-01-01"));
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_EQ(reading.report.remarks[0].what, "date after the day of the import");
  EXPECT_TRUE(Read(packet, R"({"plausibility": {"dates": false}})").report.remarks.empty());
}

// What one person cannot be.
TEST(ContradictionsTest, AreNoted) {
  const auto noted = [](const std::string& members, std::string_view what) {
    const Reading reading = Read(R"({"id": "1", )" + members + "}");
    return reading.report.notes.contains(std::string(what));
  };
  constexpr char kBoth[] = "term that one individual has as observed and as excluded";
  EXPECT_TRUE(
      noted(R"("phenotypicFeatures": [{"type": {"id": "HP:1"}}, {"type": {"id": "HP:1"}, "excluded": true}])", kBoth));
  EXPECT_FALSE(
      noted(R"("phenotypicFeatures": [{"type": {"id": "HP:1"}}, {"type": {"id": "HP:2"}, "excluded": true}])", kBoth));
  EXPECT_FALSE(noted(R"("phenotypicFeatures": [{"type": {"id": "MONDO:1"}}],
                        "diseases": [{"term": {"id": "MONDO:1"}, "excluded": true}])",
                     kBoth));
  constexpr char kBackwards[] = "row that ends before it begins";
  EXPECT_TRUE(noted(R"("diseases": [{"term": {"id": "MONDO:1"}, "onset": {"age": {"iso8601duration": "P30Y"}},
                        "resolution": {"age": {"iso8601duration": "P20Y"}}}])",
                    kBackwards));
  EXPECT_FALSE(noted(R"("diseases": [{"term": {"id": "MONDO:1"}, "onset": {"age": {"iso8601duration": "P30Y"}},
                         "resolution": {"age": {"iso8601duration": "P30Y"}}}])",
                     kBackwards));
  constexpr char kAlive[] = "individual who is alive, and has a time or a cause of death";
  EXPECT_TRUE(
      noted(R"("subject": {"vitalStatus": {"status": "ALIVE", "timeOfDeath": {"age": {"iso8601duration": "P70Y"}}}})",
            kAlive));
  EXPECT_FALSE(noted(R"("subject": {"vitalStatus": {"status": "ALIVE"}})", kAlive));
}

// A table with a line for each file.
TEST(LastContactTest, WhatComesLaterIsNoted) {
  constexpr char kLater[] = "onset, diagnosis, sample or the like after the last contact";
  const auto read = [](const std::string& contact, const std::string& rest, std::string_view mapping = {}) {
    return Read(R"({"id": "1", "subject": {"timeAtLastEncounter": )" + contact + "}, " + rest + "}", mapping);
  };
  const auto onset = [&](const std::string& contact, const std::string& time) {
    return read(contact, R"("diseases": [{"term": {"id": "MONDO:0005011"}, "onset": )" + time + "}]");
  };
  const auto age = [](const std::string& duration) { return R"({"age": {"iso8601duration": ")" + duration + "\"}}"; };
  const auto date = [](const std::string& day) { return R"({"timestamp": ")" + day + "\"}"; };
  const Reading late = onset(date("2020-05-17"), date("2021-03-01"));
  EXPECT_THAT(late.Problems(), ElementsAre("/disease/onset: onset is 2021-03-01, and the last contact was 2020-05-17"));
  EXPECT_EQ(late.report.notes.count(kLater), 1u);
  EXPECT_THAT(late.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0005011, onset=2021-03-01"));
  EXPECT_THAT(onset(age("P3Y"), age("P12Y")).Problems(),
              ElementsAre("/disease/onset: onset is 12 years, and the last contact was at 3 years"));
  EXPECT_THAT(onset(age("P3Y2M"), age("P3Y5M")).report.notes, Contains(testing::Key(kLater)));
  EXPECT_THAT(onset(age("P3Y2M"), R"({"id": "HP:0003581", "label": "Adult onset"})").report.notes,
              Contains(testing::Key(kLater)));
  // The same day; a year or month in which the last contact was; an age in completed years.
  for (const auto& [contact, time] : std::vector<std::pair<std::string, std::string>>{
           {date("2020-05-17"), date("2020-05-17T16:00:00Z")},
           {date("2020-05-17T08:00:00Z"), date("2020-05-17T16:00:00Z")},
           {date("2020"), date("2020-12-31")},
           {date("2020-05-17"), date("2020")},
           {age("P3Y"), age("P3Y11M")},
           {age("P18Y"), age("P19Y")},  // one of them rounded
           {age("P3Y11M"), age("P4Y")},
           {age("P3Y2M3D"), age("P3Y3M")},
           {age("P3Y"), date("2021-03-01")},  // of which no age is known
           {R"({"ageRange": {"start": {"iso8601duration": "P3Y"}}})", age("P40Y")}}) {
    EXPECT_THAT(onset(contact, time).Problems(), IsEmpty()) << contact << " " << time;
  }
  // A sample later; what is measured in one may be reported within a month, and treatments may be meant to go on.
  EXPECT_THAT(read(date("2020-05-17"), R"("biosamples": [{"id": "s", "timeOfCollection": )" + date("2020-06-01") + "}]")
                  .Problems(),
              ElementsAre(HasSubstr("collected is 2020-06-01")));
  // Of the dead within a month, as of an autopsy.
  const auto dead = [&](const std::string& day) {
    return Read(R"({"id": "1", "subject": {"timeAtLastEncounter": )" + date("2020-05-17") +
                R"(, "vitalStatus": {"status": "DECEASED"}}, "biosamples": [{"id": "s", "timeOfCollection": )" +
                date(day) + "}]}");
  };
  EXPECT_THAT(dead("2020-05-19").Problems(), IsEmpty());
  EXPECT_THAT(dead("2020-07-19").Problems(), ElementsAre(HasSubstr("collected is 2020-07-19")));
  const auto measured = [&](const std::string& day) {
    return read(date("2020-05-17"), R"("measurements": [{"assay": {"id": "LOINC:718-7"}, "timeObserved": )" +
                                        date(day) +
                                        R"(, "value": {"quantity": {"value": 13, "unit": {"id": "UCUM:g/dL"}}}}])");
  };
  EXPECT_THAT(measured("2020-06-10").Problems(), IsEmpty());
  EXPECT_THAT(measured("2020-06-30").report.notes, Contains(testing::Key(kLater)));
  // One of each kind is told, and none where the source means its times as they are.
  const std::string two = R"("diseases": [{"term": {"id": "MONDO:1"}, "onset": )" + date("2022") +
                          R"(}, {"term": {"id": "MONDO:2"}, "onset": )" + date("2023") + "}]";
  EXPECT_THAT(read(date("2020"), two).Problems(), testing::SizeIs(1));
  EXPECT_THAT(read(date("2020"), two, R"({"plausibility": {"lifetime": false}})").Problems(), IsEmpty());
}

TEST(SamplesTest, ASampleOfSeveralLinesIsOne) {
  const Reading reading = Read(R"({"id": "1", "biosamples": [
      {"id": "s", "files": [{"uri": "file://a"}]}, {"id": "s", "sampledTissue": {"id": "UBERON:0000178"}}, {"id": "t"}]})");
  EXPECT_EQ(reading.Rows(Entity::kSample).size(), 2u);
  EXPECT_EQ(reading.report.notes.at("sample, run or analysis that came before with its id: one row is made of both"),
            1u);
}

TEST(RepeatedTest, TheSameStatementTwiceIsToldOrUnited) {
  const std::string feature = R"({"type": {"id": "HP:0001250"}, "onset": {"age": {"iso8601duration": "P3Y"}}})";
  const std::string later = R"({"type": {"id": "HP:0001250"}, "onset": {"age": {"iso8601duration": "P4Y"}}})";
  const std::string procedure =
      R"({"procedure": {"code": {"id": "NCIT:C1"}, "performed": {"timestamp": "2010-01-01"}}})";
  const Reading reading = Read(R"({"id": "1", "phenotypicFeatures": [)" + feature + ", " + later + ", " + feature +
                               R"(], "medicalActions": [)" + procedure + ", " + procedure + "]}");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250, onset=3 years", "phenotype: term=HP:0001250, onset=4 years"));
  EXPECT_EQ(reading.Rows(Entity::kProcedure).size(), 2u);
  EXPECT_EQ(reading.report.notes.at("feature or disease that a record has twice in the same words, taken once"), 1u);
  EXPECT_EQ(reading.report.notes.at("measurement, treatment or the like that a record has twice in the same words"),
            1u);
}

}  // namespace
}  // namespace muster::import
