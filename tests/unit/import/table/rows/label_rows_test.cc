// Labels and units below the header, and words below the table.
#include "engine/import/table/rows/label_rows.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kRules[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
  "individual": {"country": "/p/land"}, "measurements": {"from": "/p", "fields": {"assay": {"const": "LOINC:29463-7"},
  "value": "/weight", "unit": {"const": "kg"}}}})";

// The ids of rows that may be none.
std::vector<std::string> Told(const std::string& rows) {
  std::vector<std::string> told;
  const Reading reading = ReadTables({{"p.csv", "id,land,weight\n" + rows}}, kRules);
  for (const ImportProblem& problem : reading.report.problems) {
    if (problem.where == "/p/id") told.push_back(std::to_string(problem.line) + " " + problem.id);
  }
  return told;
}

TEST(LabelRowsTest, LabelsBelowTheHeader) {
  EXPECT_THAT(Told("Patient identifier,Country,kg\nP1,FI,60\nP2,DE,70\n"), ElementsAre("2 Patient identifier"));
  EXPECT_THAT(Told("Patient identifier,Country,kg\nP1,FI,60\nP2,DE,70\nP3,DE,ND\n"),
              ElementsAre("2 Patient identifier"));
  EXPECT_THAT(Told("Anna,FI,60\nP1,FI,60\nP2,DE,70\n"), IsEmpty()) << "somebody";
  EXPECT_THAT(Told("P0,Country,kg\nP1,FI,60\nP2,DE,70\n"), IsEmpty());
  EXPECT_THAT(Told("Anna,FI,heavy\nBeate,FI,60\nCarl,DE,70\nP2,DE,70\nP3,DE,70\n"), IsEmpty()) << "ids are names";
  EXPECT_THAT(Told("Anna,FI,heavy\nP1,FI,light\nP2,DE,light\n"), IsEmpty()) << "no numbers";
}

TEST(LabelRowsTest, ALineOfNamesInOtherWordsIsLeftOut) {
  const Reading reading = ReadTables({{"p.csv",
                                       "R_Id,land,weight\n\"R Id\",\"What?\",\"kg?\"\n"
                                       "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{}\",\"{}\"\nR_1,FI,60\n"}},
                                     R"({"tables": {"p": {"files": "p.csv", "id": "R_Id", "one": true}},
                                         "individual": {"country": "/p/land"}})");
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_EQ(reading.report.rejected, 0u);
  EXPECT_EQ(reading.report.notes.at("second line of names or labels below the header, left out"), 2u);
}

TEST(LabelRowsTest, AWordBelowTheTable) {
  EXPECT_THAT(Told("P1,FI,60\nP2,DE,70\nConfidential,,\n"), ElementsAre("4 Confidential"));
  EXPECT_THAT(Told("P1,FI,60\nP2,DE,70\nAnna,FI,\n"), IsEmpty());
  EXPECT_THAT(Told("Anna,,\nBeate,FI,60\nCarl,DE,70\n"), IsEmpty()) << "ids are names";
}

}  // namespace
}  // namespace muster::import
