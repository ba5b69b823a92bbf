// Phenotypic features, diseases, and the time elements in them.
#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Reading ReadFeatures(const std::string& features) {
  return Read(R"({"id": "1", "phenotypicFeatures": [)" + features + "]}");
}

// The onset of a feature with this time element, born 2000-05-10.
std::string Onset(const std::string& element) {
  const Reading reading = Read(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": "HP:0001250"}, "onset": )" +
                               element + R"(}], "subject": {"dateOfBirth": "2000-05-10"}})");
  const std::string row = reading.Rows(Entity::kPhenotype).at(0);
  const std::string prefix = "phenotype: term=HP:0001250";
  return row == prefix ? "none, kept " + reading.extras() : row.substr(prefix.size() + sizeof(", onset=") - 1);
}

TEST(FeaturesTest, AllMembers) {
  const Reading reading = ReadFeatures(R"({
      "type": {"id": "HP:0001250", "label": "Seizure"}, "severity": {"id": "HP:0012828", "label": "Severe"},
      "modifiers": [{"id": "HP:0012834"}, {"id": "HP:0012835"}, {"id": "HP:0012834"}],
      "onset": {"ontologyClass": {"id": "HP:0011463", "label": "Childhood onset"}},
      "resolution": {"age": {"iso8601duration": "P6Y"}}, "description": "as told",
      "evidence": [{"evidenceCode": {"id": "ECO:0000033"}, "reference": {"id": "PMID:1"}}]})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250, severity=HP:0012828, modifier=HP:0012834, modifier=HP:0012835, "
                          "onset=HP:0011463 1 year to 5 years, resolution=6 years, evidence=ECO:0000033"));
  EXPECT_EQ(
      reading.extras(),
      R"({"/phenotypicFeatures/0/description":"as told","/phenotypicFeatures/0/evidence/0/reference":{"id":"PMID:1"}})");
  EXPECT_THAT(reading.report.kept_only, Contains(Pair("/phenotypicFeatures/evidence/reference", 1)));
  EXPECT_EQ(reading.sink.dictionary.Label(*reading.sink.dictionary.Find("HP:0001250")), "Seizure");
}

TEST(FeaturesTest, ExcludedIsAStateOfItsOwn) {
  const Reading reading = ReadFeatures(
      R"({"type": {"id": "HP:0000001"}, "excluded": true}, {"type": {"id": "HP:0000002"}, "excluded": false},
      {"type": {"id": "HP:0000003"}}, {"type": {"id": "HP:0000004"}, "excluded": "true"}, {"type": {"id": "HP:0000005"}, "excluded": null})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype),
              ElementsAre("not phenotype: term=HP:0000001", "phenotype: term=HP:0000002", "phenotype: term=HP:0000003",
                          "not phenotype: term=HP:0000004", "phenotype: term=HP:0000005"));
  EXPECT_THAT(reading.extras(), IsEmpty());
}

TEST(FeaturesTest, UnclearPolarityIsNotCounted) {
  const Reading reading = ReadFeatures(R"({"type": {"id": "HP:0000001"}, "excluded": "perhaps"})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_EQ(reading.extras(), R"({"/phenotypicFeatures/0":{"type":{"id":"HP:0000001"},"excluded":"perhaps"}})");
  EXPECT_EQ(reading.report.problem_count, 1u);
}

TEST(FeaturesTest, WithoutACodeTheFeatureIsKept) {
  const Reading reading =
      ReadFeatures(R"({"type": {"label": "fits"}}, {"type": {"id": " "}}, {"onset": {}}, {}, {"type": "fits"})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/phenotypicFeatures", 4)));
  EXPECT_THAT(reading.extras(), testing::HasSubstr(R"("/phenotypicFeatures/0":{"type":{"label":"fits"}})"));
}

TEST(FeaturesTest, CodesAreNormalisedAndNoted) {
  const Reading reading =
      ReadFeatures(R"({"type": {"id": "HP_0001250"}}, {"type": {"id": "hp:0001250 "}}, {"type": {"id": "HP_0001250"}},
                                          {"type": "HP:0001251"})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250", "phenotype: term=HP:0001251"));
  EXPECT_THAT(reading.report.notes, Contains(Pair("code written otherwise than usual", 3)));
  EXPECT_EQ(reading.report.problem_count, 3u);  // two spellings, and what comes twice
}

TEST(FeaturesTest, TheFirstLabelIsKept) {
  const Reading reading =
      ReadFeatures(R"({"type": {"id": "HP:0001250"}}, {"type": {"id": "HP:0001250", "label": "Seizure"}},
                                          {"type": {"id": "HP:0001250", "label": "Seizures"}})");
  EXPECT_EQ(reading.sink.dictionary.Label(*reading.sink.dictionary.Find("HP:0001250")), "Seizure");
}

TEST(FeaturesTest, DiseaseWithAllMembers) {
  const Reading reading = Read(R"({"id": "1", "diseases": [{
      "term": {"id": "NCIT:C4024"}, "excluded": false, "onset": {"age": {"iso8601duration": "P50Y"}},
      "resolution": {"timestamp": "2020-01-01"}, "diseaseStage": [{"id": "NCIT:C27971"}],
      "clinicalTnmFinding": [{"id": "NCIT:C48724"}, {"id": "NCIT:C48706"}], "primarySite": {"id": "UBERON:0001043"},
      "laterality": {"id": "HP:0012835"}}, {"term": {"id": "MONDO:0005015"}, "excluded": true}]})");
  EXPECT_THAT(reading.Rows(Entity::kDisease),
              ElementsAre("disease: term=NCIT:C4024, onset=50 years, resolution=2020-01-01, stage=NCIT:C27971, "
                          "tnm=NCIT:C48724, tnm=NCIT:C48706, primary site=UBERON:0001043, laterality=HP:0012835",
                          "not disease: term=MONDO:0005015"));
}

TEST(TimeElementTest, Ages) {
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P1Y6M"}})"), "1 year 6 months");
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P6W"}})"), "6 weeks");
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P0D"}})"), "birth");
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P06M"}})"), "6 months");
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P1Y89M"}})"), "8 years 5 months");
  EXPECT_EQ(Onset(R"({"age": "P3Y"})"), "3 years");
  EXPECT_EQ(Onset(R"("P3Y")"), "3 years");
  EXPECT_EQ(Onset(R"({"iso8601duration": "P3Y"})"), "3 years");
}

TEST(TimeElementTest, AnOnsetInWords) {
  EXPECT_THAT(Onset(R"("At birth")"), testing::StartsWith("HP:0003577"));
  EXPECT_THAT(Onset(R"("Antenatal onset")"), testing::StartsWith("HP:0030674"));
  EXPECT_THAT(Onset(R"("Third trimester")"), testing::StartsWith("none, kept"));
}

// Nobody's age is known to the minute: months may be meant, so that it is somewhere between.
TEST(TimeElementTest, MinutesThatMayBeMonths) {
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "PT6M"}})"), "birth to 6 months");
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P1YT6M"}})"), "1 year to 1 year 6 months");
  EXPECT_EQ(Onset(R"("PT1M")"), "birth to 1 month");
  const Reading reading = ReadFeatures(R"({"type": {"id": "HP:0001250"}, "onset": {"age": "PT6M"}},
                                          {"type": {"id": "HP:0001251"}, "onset": "PT6M"})");
  EXPECT_EQ(reading.report.notes.at("age in minutes by its letters, which may be one in months: compared as somewhere "
                                    "between"),
            2u);
  for (const char* duration : {"PT0H6M", "PT36H", "P0DT0H0M0S", "PT0M", "PT0S", "PT30S", "P1DT30M", "PT12M", "PT30M",
                               "P1YT90M", "-PT6M", ">PT6M"}) {
    const Reading meant = ReadFeatures(R"({"type": {"id": "HP:0001250"}, "onset": ")" + std::string(duration) + "\"}");
    EXPECT_TRUE(meant.report.notes.empty()) << duration;
  }
  const Reading mapped = Read(R"({"id": "1", "seen": [{"hpo": "HP:0001250", "age": "PT6M"}]})",
                              R"({"phenotypes": {"from": "/seen/*", "fields": {"term": "/hpo", "onset": "/age"}}})");
  EXPECT_THAT(mapped.Rows(Entity::kPhenotype), ElementsAre("phenotype: onset=birth to 6 months, term=HP:0001250"));
  EXPECT_FALSE(mapped.report.notes.empty());
}

// Apgar's minutes, and those of a resuscitation, are minutes.
TEST(TimeElementTest, MinutesOfEventsAreMinutes) {
  const auto same = [](const std::string& minutes) {
    const Reading reading = Read(R"({"id": "1", "measurements": [{"assay": {"id": "LOINC:9272-6"}, "timeObserved":
        {"age": {"iso8601duration": ")" +
                                     minutes + R"("}}}], "medicalActions": [{"procedure": {
        "code": {"id": "NCIT:C1"}, "performed": {"age": {"iso8601duration": ")" +
                                     minutes + R"("}}}}],
        "labs": [{"t": ")" + minutes +
                                     R"("}]})",
                                 R"({"measurements": {"from": "/labs/*",
                                     "fields": {"assay": {"const": "LOINC:9274-2"}, "time": "/t"}}})");
    for (const auto& [note, count] : reading.report.notes) {
      EXPECT_THAT(note, testing::Not(testing::HasSubstr("minutes"))) << minutes;
    }
    return reading.Rows();
  };
  EXPECT_EQ(same("PT5M"), same("PT1M"));
  EXPECT_THAT(same("PT5M"), testing::Not(testing::Contains(testing::HasSubstr("month"))));
  EXPECT_EQ(same("PT5M").size(), 4u);
}

TEST(TimeElementTest, AgeRanges) {
  EXPECT_EQ(Onset(R"({"ageRange": {"start": {"iso8601duration": "P1Y"}, "end": {"iso8601duration": "P2Y"}}})"),
            "1 year to 2 years");
  EXPECT_EQ(Onset(R"({"ageRange": {"start": {"iso8601duration": "P1Y"}}})"), "from 1 year");
  EXPECT_EQ(
      Onset(R"({"ageRange": {"start": {"iso8601duration": "P3Y"}, "end": {"iso8601duration": "P2Y"}}})"),
      R"(none, kept {"/phenotypicFeatures/0/onset/ageRange":{"start":{"iso8601duration":"P3Y"},"end":{"iso8601duration":"P2Y"}}})");
}

TEST(TimeElementTest, GestationalAgesEndAtFortyWeeks) {
  EXPECT_EQ(Onset(R"({"gestationalAge": {"weeks": 40}})"), "14 hours 30 minutes before birth");
  EXPECT_EQ(Onset(R"({"gestationalAge": {"weeks": 41, "days": 3}})"), "9 hours 30 minutes before birth");
  EXPECT_EQ(Onset(R"({"gestationalAge": {"weeks": 39, "days": 6}})"), "1 day before birth");
  EXPECT_EQ(Onset(R"({"gestationalAge": {"weeks": "39", "days": 6}})"), "1 day before birth");
  EXPECT_EQ(Onset(R"({"gestationalAge": {"weeks": 400}})"),
            R"(none, kept {"/phenotypicFeatures/0/onset/gestationalAge":{"weeks":400}})");
}

TEST(TimeElementTest, TermsHaveTheirBounds) {
  EXPECT_EQ(Onset(R"({"ontologyClass": {"id": "HP:0003577", "label": "Congenital onset"}})"), "HP:0003577 birth");
  EXPECT_EQ(Onset(R"({"ontologyClass": {"id": "NCIT:C25301"}})"), "NCIT:C25301");
}

TEST(TimeElementTest, DatesBecomeAgesThroughTheDateOfBirth) {
  EXPECT_EQ(Onset(R"({"timestamp": "2010-05-10"})"), "2010-05-10 10 years");
  EXPECT_EQ(Onset(R"({"timestamp": "2010-05-10T00:00:00Z"})"), "2010-05-10T00:00 10 years");
  EXPECT_EQ(Onset(R"({"interval": {"start": "2010-05-10", "end": "2011-05-10"}})"),
            "2010-05-10/2011-05-10 10 years to 11 years");
  EXPECT_EQ(Onset(R"("2010-05-10")"), "2010-05-10 10 years");
  // An age that is told outweighs one that is derived.
  EXPECT_EQ(Onset(R"({"age": {"iso8601duration": "P9Y"}, "timestamp": "2010-05-10"})"), "2010-05-10 9 years");
}

TEST(TimeElementTest, UnreadableTimesAreKeptAndReported) {
  const Reading reading =
      ReadFeatures(R"({"type": {"id": "HP:0001250"}, "onset": {"age": {"iso8601duration": "since school"}}},
      {"type": {"id": "HP:0001251"}, "onset": {"timestamp": "2010-13-40"}}, {"type": {"id": "HP:0001252"}, "onset": "often"},
      {"type": {"id": "HP:0001253"}, "onset": {"age": {"iso8601duration": "P1Y"}, "season": "spring"}}, {"type": {"id": "HP:0001254"}, "onset": {}})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250", "phenotype: term=HP:0001251", "phenotype: term=HP:0001252",
                          "phenotype: term=HP:0001253, onset=1 year", "phenotype: term=HP:0001254"));
  EXPECT_THAT(
      reading.report.kept_only,
      ElementsAre(Pair("/phenotypicFeatures/onset", 1), Pair("/phenotypicFeatures/onset/age/iso8601duration", 1),
                  Pair("/phenotypicFeatures/onset/season", 1), Pair("/phenotypicFeatures/onset/timestamp", 1)));
  ASSERT_EQ(reading.report.problem_count, 3u);
  EXPECT_EQ(reading.report.problems[0].kind, ImportProblem::Kind::kKeptOnly);
  EXPECT_EQ(reading.report.problems[0].id, "1");
  EXPECT_EQ(reading.report.problems[0].where, "/phenotypicFeatures/0/onset/age/iso8601duration");
}

TEST(TimeElementTest, AClassAloneIsATerm) {
  EXPECT_EQ(Onset(R"({"id": "HP:0003577", "label": "Congenital onset"})"), "HP:0003577 birth");
}

TEST(TimeElementTest, FormsThatNobodyKnowsAreReported) {
  for (const char* unknown : {R"({"age": {"years": 3}})", R"({"age": {"value": 3, "unit": "years"}})",
                              R"({"seconds": 315532800})", R"({"$date": "1980-01-01T00:00:00Z"})",
                              R"({"Age": {"iso8601duration": "P3Y"}})", R"({"ageRange": {"from": "P1Y", "to": "P3Y"}})",
                              R"({"interval": {"from": "2020-01-01"}})", R"({"gestationalAge": {"week": 20}})"}) {
    const Reading reading = ReadFeatures(std::string(R"({"type": {"id": "HP:0001250"}, "onset": )") + unknown + "}");
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre("phenotype: term=HP:0001250")) << unknown;
    EXPECT_EQ(reading.report.problem_count, 1u) << unknown;
  }
}

TEST(FeaturesTest, NormalIsNoFeature) {
  for (const char* code : {"PATO:0000461", "NCIT:C41132", "SNOMED:17621005", "HP:0032322"}) {
    const Reading reading =
        Read(std::string(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": ")") + code + R"(", "label": "x"}}]})");
    EXPECT_EQ(reading.Rows().size(), 1u) << code;
    EXPECT_EQ(reading.report.remarks.size(), 1u) << code;
  }
  EXPECT_EQ(
      Read(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": "HP:0008763", "label": "No social interaction"}}]})")
          .Rows()
          .size(),
      2u);
}

TEST(FeaturesTest, ASeverityAmongTheModifiersIsTheSeverity) {
  EXPECT_THAT(ReadFeatures(R"({"type": {"id": "HP:1"}, "modifiers": [{"id": "HP:0012828"}]})").Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:1, modifier=HP:0012828, severity=HP:0012828"));
  const Reading both = ReadFeatures(
      R"({"type": {"id": "HP:1"}, "severity": {"id": "HP:0012825"}, "modifiers": [{"id": "HP:0012828"}]})");
  EXPECT_EQ(both.report.remarks.at(0).what,
            "severity among the modifiers, and another one in \"severity\", which counts");
  EXPECT_EQ(
      ReadFeatures(R"({"type": {"id": "HP:1"}, "severity": {"id": "HP:0012828"}, "modifiers": [{"id": "HP:0012828"}]})")
          .report.problem_count,
      0u);
}

TEST(CodesTest, CheckDigitsThatDoNotFitAreReported) {
  const auto remarks = [](const std::string& code) {
    return Read(R"({"id": "1", "diseases": [{"term": {"id": ")" + code + R"("}}]})").report.remarks;
  };
  for (const char* code : {"SNOMED:73211008", "SNOMED:900000000000207000", "LOINC:4548-5"}) {
    ASSERT_EQ(remarks(code).size(), 1u) << code;
    EXPECT_EQ(remarks(code)[0].what, "code whose check digit does not fit: another digit of it is wrong");
  }
  for (const char* code : {"SNOMED:73211009", "LOINC:4548-4", "LOCAL:73211008"}) {
    EXPECT_TRUE(remarks(code).empty()) << code;
  }
}

// A label or a sign beside the code says more than the code.
TEST(FeaturesTest, CodesThatAreDeniedAreNotTaken) {
  const auto reading = [](const std::string& type, std::string_view mapping = {}) {
    return Read(R"({"id": "1", "phenotypicFeatures": [{"type": )" + type + "}]}", mapping);
  };
  for (const char* type :
       {R"({"id": "HP:0001250", "label": "No seizures"})", R"({"id": "HP:0001250", "label": "Seizures: absent"})",
        R"({"id": "HP:0001250", "label": "Suspected seizures"})", R"({"id": "HP:0001250", "label": "Seizure?"})",
        R"({"id": "HP:0001250", "label": "Seizure in mother"})", R"({"id": "!HP:0001250"})",
        R"j({"id": "HP:0001250 (excluded)"})j", R"({"id": "NOT HP:0001250"})", R"({"id": "HP:0001250=0"})"}) {
    EXPECT_TRUE(reading(type).Rows(Entity::kPhenotype).empty()) << type;
    ASSERT_EQ(reading(type).report.remarks.size(), 1u) << type;
    EXPECT_EQ(reading(type).report.remarks[0].kind, ImportProblem::Kind::kKeptOnly);
  }
  for (const char* type : {R"({"id": "HP:0001344", "label": "Absent speech"})",
                           R"({"id": "HP:0008763", "label": "No social interaction"})"}) {
    EXPECT_EQ(reading(type).Rows(Entity::kPhenotype).size(), 1u) << type;
    EXPECT_TRUE(reading(type).report.remarks.empty()) << type;
  }
  // What is excluded is so twice; and a mapping switches it off.
  EXPECT_THAT(Read(R"({"id": "1", "phenotypicFeatures": [
                     {"type": {"id": "HP:0001250", "label": "No seizures"}, "excluded": true}]})")
                  .Rows(Entity::kPhenotype),
              ElementsAre("not phenotype: term=HP:0001250"));
  EXPECT_THAT(reading(R"({"id": "HP:0001250", "label": "No seizures"})", R"({"plausibility": {"labels": false}})")
                  .Rows(Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250"));
}

TEST(FeaturesTest, ADeniedTreatmentThatIsExcludedIsExcluded) {
  EXPECT_THAT(Read(R"j({"id": "1", "medicalActions": [{"excluded": true, "treatment": {
                   "agent": {"id": "NCIT:C376", "label": "Cisplatin (not present)"}}}]})j")
                  .Rows(Entity::kTreatment),
              ElementsAre("not treatment: agent=NCIT:C376"));
}

TEST(FeaturesTest, StagesAsTextsHaveOneSpelling) {
  for (const char* stage : {R"({"id": "IIIb"})", R"({"id": "Stage IIIB"})", R"({"label": "stage IIIb"})",
                            R"({"id": "", "label": "Stadium IIIB"})", R"("iiib")"}) {
    EXPECT_THAT(Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:1"}, "diseaseStage": [)" + std::string(stage) +
                     R"(], "clinicalTnmFinding": [{"id": "pT2a pN0"}]}]})")
                    .Rows(Entity::kDisease),
                ElementsAre("disease: term=MONDO:1, stage=Stage IIIB, tnm=pT2a, tnm=pN0"))
        << stage;
  }
  EXPECT_THAT(Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:1"},
                       "diseaseStage": [{"id": "NCIT:C27978", "label": "Stage IIIB"}]}]})")
                  .Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:1, stage=NCIT:C27978"));
}

}  // namespace
}  // namespace muster::import
