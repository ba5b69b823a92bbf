// Rows of which only the mapping would say something.
#include "engine/import/record/mapped/empty_rows.h"

#include <gmock/gmock.h>

#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kNothingRead[] = "nothing could be read of what a row of a constant would say: none is made";

// Of one person, A, with the cells.
Reading WithCells(const std::string& names, const std::string& cells, const std::string& rules, bool one = true) {
  const Directory directory;
  Reading reading;
  ImportOptions options;
  options.dataset = "test";
  options.mapping = std::string(R"({"tables": {"t": {"files": "t.csv", "id": "id", "missing": ["-9"], )") +
                    (one ? R"("one": true, )" : "") +
                    (names.find("dm_age") != std::string::npos ? R"("columns": {"dm_age": {"age": "years"}}}}, )"
                                                               : R"("columns": {}}}, )") +
                    rules + "}";
  absl::StatusOr<ImportReport> report =
      ReadFiles({directory.Write("t.csv", "id,sex," + names + "\nA,f," + cells + "\n")}, options, reading.sink);
  EXPECT_TRUE(report.ok()) << report.status();
  if (report.ok()) reading.report = *std::move(report);
  ForgetUnusedRules(reading.report);
  return reading;
}

std::vector<std::string> Remarks(const Reading& reading) {
  std::vector<std::string> remarks;
  for (const auto& remark : reading.report.remarks) remarks.push_back(remark.what);
  return remarks;
}

constexpr char kDiabetes[] =
    R"("diseases": {"from": "/t", "fields": {"term": {"const": "OMIM:1"}, "onset": "/dm_age"}})";

TEST(EmptyRowsTest, AMarkerIsToARuleWhatTheEmptyCellIs) {
  for (const char* cell : {"", "NA", "-9", "unknown", "n.a."}) {
    const Reading reading = WithCells("dm_age", cell, kDiabetes);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << cell;
    EXPECT_THAT(Remarks(reading), testing::Not(testing::Contains(kNothingRead))) << cell;
  }
  EXPECT_THAT(WithCells("dm_age", "NA", kDiabetes).extras(), HasSubstr("NA"));
  EXPECT_THAT(WithCells("dm_age", "50", kDiabetes).Rows(Entity::kDisease),
              ElementsAre("disease: onset=50 years, term=OMIM:1"));
  EXPECT_THAT(WithCells("dm_age", "0", kDiabetes).Rows(Entity::kDisease).size(), 1u);
}

TEST(EmptyRowsTest, ATestWithoutAResultIsNoMeasurement) {
  constexpr char kNoResult[] = "row of a table with a test and no result: no measurement is made of it";
  constexpr char kWhen[] = R"("measurements": {"from": "/t/*", "when": {"/test": "CRP"},
      "fields": {"assay": {"const": "LOINC:1988-5"}, "value": "/v", "unit": {"const": "mg/L"}, "time": "/day"}})";
  constexpr char kAssay[] = R"("measurements": {"from": "/t/*", "fields": {"assay": "/test", "value": "/v"}})";
  for (const char* cell : {"", "NA", "-9", "not done"}) {
    const Reading told = WithCells("test,v,day", std::string("CRP,") + cell + ",2020-01-01", kWhen, false);
    EXPECT_THAT(told.Rows(Entity::kMeasurement), IsEmpty()) << cell;
    EXPECT_THAT(Remarks(told), testing::Contains(kNoResult)) << cell;
    const Reading by_code = WithCells("test,v", std::string("LOINC:1988-5,") + cell, kAssay, false);
    EXPECT_THAT(by_code.Rows(Entity::kMeasurement), IsEmpty()) << cell;
    EXPECT_THAT(Remarks(by_code), testing::Contains(kNoResult)) << cell;
  }
  // A result that is no number is one, and 0 is one; a rule that reads none makes a row of each.
  EXPECT_EQ(WithCells("test,v,day", "CRP,hemolysed,2020-01-01", kWhen, false).Rows(Entity::kMeasurement).size(), 1u);
  EXPECT_EQ(WithCells("test,v,day", "CRP,0,2020-01-01", kWhen, false).Rows(Entity::kMeasurement).size(), 1u);
  EXPECT_EQ(
      WithCells("test,v", "LOINC:1988-5,", R"("measurements": {"from": "/t/*", "fields": {"assay": "/test"}})", false)
          .Rows(Entity::kMeasurement)
          .size(),
      1u);
}

TEST(EmptyRowsTest, ARowOfATableHasNoRunWithoutItsCells) {
  constexpr char kRuns[] = R"("samples": {"from": "/t/*", "fields": {"id": "/sample"}},
                              "runs": {"from": "/t/*", "sample": "/sample", "fields": {"id": "/run", "assay": "/assay"}})";
  EXPECT_THAT(WithCells("sample,run,assay", "S1,R1,WGS", kRuns, false).Rows(Entity::kRun).size(), 1u);
  EXPECT_THAT(WithCells("sample,run,assay", "S1,,WGS", kRuns, false).Rows(Entity::kRun).size(), 1u);
  for (const char* cells : {"S1,,", "S1,NA,NA", "S1,,unknown"}) {
    const Reading reading = WithCells("sample,run,assay", cells, kRuns, false);
    EXPECT_THAT(reading.Rows(Entity::kSample), ElementsAre("sample: id='S1'")) << cells;
    EXPECT_THAT(reading.Rows(Entity::kRun), IsEmpty()) << cells;
    EXPECT_THAT(Remarks(reading), testing::Contains(HasSubstr("in which nothing stands that a rule reads"))) << cells;
  }
  EXPECT_THAT(WithCells("sample,run,assay", "NA,,NA", kRuns, false).Rows().size(), 1u) << "the individual alone";
  constexpr char kLabs[] =
      R"("measurements": {"from": "/t/*", "fields": {"assay": "/test", "value": "/v", "time": "/day"}})";
  EXPECT_THAT(WithCells("test,v,day", "LOINC:1,5,", kLabs, false).Rows(Entity::kMeasurement).size(), 1u);
  EXPECT_THAT(WithCells("test,v,day", ",,2020-01-01", kLabs, false).Rows(Entity::kMeasurement), IsEmpty());
}

TEST(EmptyRowsTest, WhatCannotBeReadMakesNoRowAndIsReported) {
  for (const char* cell : {"no", "999"}) {
    const Reading reading = WithCells("dm_age", cell, kDiabetes);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << cell;
    EXPECT_THAT(Remarks(reading), testing::Contains(kNothingRead)) << cell;
    EXPECT_THAT(reading.extras(), HasSubstr(cell == std::string("999") ? "P999Y" : cell)) << cell;
  }
  // "never" says that it was not there, which is told by itself.
  const Reading never = WithCells("dm_age", "never", kDiabetes);
  EXPECT_THAT(never.Rows(Entity::kDisease), IsEmpty());
  EXPECT_THAT(Remarks(never), testing::Contains(HasSubstr("says that it was not there")));
  EXPECT_THAT(never.extras(), HasSubstr("never"));
  // A "when" that a field takes as well says no more than the field.
  constexpr char kWhen[] = R"("phenotypes": {"from": "/t", "when": "/day", "fields": {
                                "term": {"const": "HP:0001250"}, "onset": "/day"}})";
  EXPECT_THAT(WithCells("day", "never", kWhen).Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_THAT(WithCells("day", "2020-01-01", kWhen).Rows(Entity::kPhenotype).size(), 1u);
}

TEST(EmptyRowsTest, ATickOfAnotherColumnSaysIt) {
  constexpr char kTick[] = R"("diseases": {"from": "/t", "when": {"/dm": "yes"},
                                "fields": {"term": {"const": "OMIM:1"}, "onset": "/dm_age"}})";
  EXPECT_THAT(WithCells("dm,dm_age", "yes,NA", kTick).Rows(Entity::kDisease), ElementsAre("disease: term=OMIM:1"));
  constexpr char kBare[] = R"("diseases": {"from": "/t", "when": "/dm",
                                "fields": {"term": {"const": "OMIM:1"}, "onset": "/dm_age"}})";
  EXPECT_THAT(WithCells("dm,dm_age", "yes,NA", kBare).Rows(Entity::kDisease), ElementsAre("disease: term=OMIM:1"));
}

TEST(EmptyRowsTest, SamplesTreatmentsAndMeasurements) {
  constexpr char kSamples[] = R"("samples": {"from": "/t", "fields": {"id": "/sid",
                                               "tissue": {"const": "UBERON:0000178"}}})";
  EXPECT_THAT(WithCells("sid", "none", kSamples).Rows(Entity::kSample), IsEmpty());
  EXPECT_THAT(WithCells("sid", "s1", kSamples).Rows(Entity::kSample).size(), 1u);
  constexpr char kDrug[] = R"("treatments": {"from": "/t", "fields": {"agent": {"const": "RXNORM:6809"},
                                               "start": "/start", "end": "/end"}})";
  EXPECT_THAT(WithCells("start,end", "NA,not applicable", kDrug).Rows(Entity::kTreatment), IsEmpty());
  EXPECT_THAT(WithCells("start,end", "2020-01-01,NA", kDrug).Rows(Entity::kTreatment).size(), 1u);
  // A visit has a day, whether something was measured or not.
  constexpr char kVisits[] = R"("measurements": {"from": "/t/*", "fields": {"assay": {"const": "LOINC:1988-5"},
                                                   "value": "/crp", "time": "/day"}})";
  for (const char* cell : {"", "NA", "."}) {
    const Reading reading = WithCells("day,crp", std::string("2020-01-01,") + cell, kVisits, /*one=*/false);
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), IsEmpty()) << cell;
    EXPECT_THAT(reading.extras(), HasSubstr("2020-01-01")) << cell;
  }
  EXPECT_THAT(Remarks(WithCells("day,crp", "2020-01-01,pending", kVisits, /*one=*/false)),
              testing::Contains(kNothingRead));
  EXPECT_THAT(WithCells("day,crp", "2020-01-01,5", kVisits, /*one=*/false).Rows(Entity::kMeasurement).size(), 1u);
}

TEST(EmptyRowsTest, ARowOfSeveralIsCounted) {
  constexpr char kCycles[] = R"("treatments": {"from": "/t/*", "fields": {"agent": {"const": "RXNORM:6809"},
                                                 "start": "/start"}})";
  const Reading reading = WithCells("start", "NA", kCycles, /*one=*/false);
  EXPECT_THAT(reading.Rows(Entity::kTreatment), IsEmpty());
  EXPECT_THAT(Remarks(reading), testing::Contains(HasSubstr("nothing but constants")));
}

TEST(EmptyRowsTest, WhatHasSomethingBelowIsThere) {
  constexpr char kRuns[] = R"("samples": {"from": "/t", "fields": {"id": "/sid",
                                            "tissue": {"const": "UBERON:0000178"}}},
                              "runs": {"from": "/t", "fields": {"id": "/run"}})";
  EXPECT_THAT(WithCells("sid,run", "NA,r1", kRuns).Rows(Entity::kRun), ElementsAre("run<1>: id='r1'"));
}

TEST(EmptyRowsTest, ARuleThatReadsNothingIsTold) {
  constexpr char kEverybody[] = "row that a rule makes without reading anything: everybody has it";
  const Reading reading =
      WithCells("dm", "0", R"("diseases": {"from": "/t", "fields": {"term": {"const": "OMIM:1"}}})");
  EXPECT_THAT(reading.Rows(Entity::kDisease).size(), 1u);
  EXPECT_THAT(Remarks(reading), testing::Contains(kEverybody));
  const Reading meant = WithCells("dm", "0", R"("diseases": {"from": "/t", "fields": {"term": {"const": "OMIM:1"},
                                                                                      "excluded": {"const": false}}})");
  EXPECT_THAT(meant.Rows(Entity::kDisease).size(), 1u);
  EXPECT_THAT(Remarks(meant), testing::Not(testing::Contains(kEverybody)));
  const Reading ticked = WithCells("dm", "1", R"("diseases": {"from": "/t", "when": "/dm",
                                                              "fields": {"term": {"const": "OMIM:1"}}})");
  EXPECT_THAT(Remarks(ticked), testing::Not(testing::Contains(kEverybody)));
}

TEST(EmptyRowsTest, JsonAsWell) {
  constexpr char kRule[] = R"({"diseases": {"from": "/dm", "fields": {"term": {"const": "OMIM:1"}, "onset": "/age"}}})";
  const auto rows = [&](const std::string& age) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "dm": {"age": )" + age + "}}", kRule).Rows(Entity::kDisease);
  };
  EXPECT_THAT(rows("null"), IsEmpty());
  EXPECT_THAT(rows("\"\""), IsEmpty());
  EXPECT_THAT(rows("\"NA\""), IsEmpty());
  EXPECT_THAT(rows("\"no\""), IsEmpty());
  EXPECT_THAT(rows("\"P5Y\""), ElementsAre("disease: onset=5 years, term=OMIM:1"));
}

}  // namespace
}  // namespace muster::import
