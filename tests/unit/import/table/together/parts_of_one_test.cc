#include "engine/import/table/together/parts_of_one.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(PartsOfOneTest, LanesAndReads) {
  EXPECT_EQ(WithoutLane("S1_L001_R1.fastq.gz"), WithoutLane("S1_L002_R2.fastq.gz"));
  EXPECT_EQ(WithoutLane("S1_R1_001.fastq.gz"), WithoutLane("S1_R2_001.fastq.gz"));
  EXPECT_EQ(WithoutLane("ERR1_1.fastq.gz"), WithoutLane("ERR1_2.fastq.gz"));
  EXPECT_NE(WithoutLane("S1_L001"), WithoutLane("S2_L001"));
  for (const char* id : {"S1", "S1_1", "S1_2", "S1_R3", "S1_Lung", "S1_L1", "S_R10", ""}) {
    EXPECT_EQ(WithoutLane(id), "") << id;
  }
}

std::vector<std::string> ToldOf(const std::string& rules) {
  return ProblemsOf(ReadTables({{"t.csv",
                                 "id,sample_id,aliquot_id,fastq\n"
                                 "A,S1,S1-0,S1_L001_R1.fastq.gz\nA,S1,S1-1,S1_L001_R2.fastq.gz\n"
                                 "B,S2,S2-0,S2_L001_R1.fastq.gz\n"}},
                               R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, )" + rules + "}"));
}

TEST(PartsOfOneTest, AliquotsAsSamplesAreReported) {
  const auto told = Contains(HasSubstr("\"S1\" in \"sample_id\" is \"S1-0\" and \"S1-1\""));
  EXPECT_THAT(ToldOf(R"("samples": {"from": "/t/*", "fields": {"id": "/aliquot_id"}})"), told);
  EXPECT_THAT(ToldOf(R"("samples": {"from": "/t/*", "fields": {"id": "/sample_id"}})"), Not(told));
  EXPECT_THAT(ToldOf(R"("samples": {"from": "/t/*", "fields": {"id": "/aliquot_id", "derived from": "/sample_id"}})"),
              Not(told));
}

TEST(PartsOfOneTest, LanesAsRunsAreReported) {
  const auto told = Contains(HasSubstr("differ in lane or read only"));
  EXPECT_THAT(ToldOf(R"("samples": {"from": "/t/*", "fields": {"id": "/sample_id"}},
      "runs": {"from": "/t/*", "sample": "/sample_id", "fields": {"assay": {"const": "WGS"}, "id": "/fastq"}})"),
              told);
  EXPECT_THAT(ToldOf(R"("samples": {"from": "/t/*", "fields": {"id": "/sample_id"}},
      "runs": {"from": "/t/*", "sample": "/sample_id", "fields": {"assay": {"const": "WGS"}, "id": "/aliquot_id"}})"),
              Not(told));
}

}  // namespace
}  // namespace muster::import
