#include "engine/import/record/mapped/unticked.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(UntickedTest, NamesThatAreAlike) {
  EXPECT_TRUE(AreCalledAlike("epilepsy", "epilepsy_age"));
  EXPECT_TRUE(AreCalledAlike("seizures_yn", "age_seizure"));
  EXPECT_TRUE(AreCalledAlike("comorb___1", "comorb1_age"));
  EXPECT_TRUE(AreCalledAlike("dm", "dm_year"));
  EXPECT_TRUE(AreCalledAlike("hasEpilepsy", "ageAtEpilepsy"));
  EXPECT_FALSE(AreCalledAlike("epilepsy", "visit_date"));
  EXPECT_FALSE(AreCalledAlike("onset_yn", "onset_age")) << "words that any column has";
  EXPECT_FALSE(AreCalledAlike("dm", "dmd_age"));
}

constexpr char kTick[] = R"({"diseases": [
    {"from": "", "when": "/epilepsy", "fields": {"term": {"const": "ICD10:G40"}, "onset": "/epilepsy_age"}},
    {"from": "", "when": {"/dm": "1"}, "fields": {"term": {"const": "ICD10:E11"}, "onset": "/dm_age"}},
    {"from": "", "when": "/gout", "fields": {"term": {"const": "ICD10:M10"}, "onset": "/visit"}},
    {"from": "", "when": "/gout_acute", "fields": {"term": {"const": "ICD10:M10.9"}, "onset": "/visit"}}]})";

Reading WithCells(const std::string& cells, std::string_view mapping = kTick) {
  return Read(R"({"id": "1", "subject": {"id": "1"}, )" + cells + "}", mapping);
}

std::vector<std::string> Notes(const Reading& reading) {
  std::vector<std::string> reasons;
  for (const ImportRemark& remark : reading.report.remarks) {
    if (remark.what.find("ticked") == std::string::npos && remark.what.find("excluded by a no") == std::string::npos)
      continue;
    for (const ImportProblem& example : remark.examples) reasons.push_back(example.reason);
  }
  return reasons;
}

TEST(UntickedTest, AnAgeBesideAnEmptyTickIsNoted) {
  EXPECT_THAT(Notes(WithCells(R"("epilepsy": "", "epilepsy_age": "P12Y")")),
              ElementsAre("\"epilepsy\" is empty, and \"epilepsy_age\" is P12Y"));
  EXPECT_THAT(Notes(WithCells(R"("epilepsy": "0", "epilepsy_age": "P12Y")")),
              ElementsAre("\"epilepsy\" is 0, and \"epilepsy_age\" is P12Y"));
  EXPECT_THAT(Notes(WithCells(R"("epilepsy_age": "P12Y")")),
              ElementsAre("\"epilepsy\" is empty, and \"epilepsy_age\" is P12Y"));
  EXPECT_THAT(Notes(WithCells(R"("dm": "0", "dm_age": "P50Y")")), ElementsAre("\"dm\" is 0, and \"dm_age\" is P50Y"));
}

TEST(UntickedTest, WhatIsFilledInAnyCaseIsNot) {
  for (const char* cells : {R"("epilepsy": "1", "epilepsy_age": "P12Y")", R"("epilepsy": "0", "epilepsy_age": "")",
                            R"("epilepsy": "0", "epilepsy_age": "NA")", R"("epilepsy": "0", "epilepsy_age": "0")",
                            R"("gout": "0", "visit": "2020-01-01")", R"("dm": "2", "dm_age": "P50Y")"}) {
    EXPECT_THAT(Notes(WithCells(cells)), IsEmpty()) << cells;
  }
}

TEST(UntickedTest, AnExcludedRowWithAnOnsetIsNoted) {
  constexpr char kPolar[] = R"({"phenotypes": {"from": "", "fields": {"term": {"const": "HP:0001250"},
      "excluded": "/no_seizures", "onset": "/seizure_age"}}})";
  const Reading both = WithCells(R"("no_seizures": "true", "seizure_age": "P3Y")", kPolar);
  EXPECT_THAT(Notes(both), ElementsAre("\"no_seizures\" says that it was not there, and \"seizure_age\" is P3Y"));
  EXPECT_THAT(both.Rows(Entity::kPhenotype), ElementsAre("not phenotype: onset=3 years, term=HP:0001250"));
  EXPECT_THAT(Notes(WithCells(R"("no_seizures": "true", "seizure_age": "")", kPolar)), IsEmpty());
  EXPECT_THAT(Notes(WithCells(R"("no_seizures": "false", "seizure_age": "P3Y")", kPolar)), IsEmpty());
}

}  // namespace
}  // namespace muster::import
