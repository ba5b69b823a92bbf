// Results that are signs.
#include "engine/import/table/columns/signed_results.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

uint64_t Minus(std::initializer_list<const char*> cells) {
  SignedResults signs;
  for (const char* cell : cells) signs.Add(cell);
  return signs.minus();
}

TEST(SignedResultsTest, AMinusBesideAPlusIsAResult) {
  EXPECT_EQ(Minus({"+", "-", "-"}), 2u);
  EXPECT_EQ(Minus({"++", "(-)", "\xE2\x88\x92", "+++"}), 2u);
  EXPECT_EQ(Minus({"-", "-", "5"}), 0u);
  EXPECT_EQ(Minus({"+", "++"}), 0u);
  EXPECT_EQ(Minus({"+1", "-"}), 0u);
}

TEST(SignedResultsTest, IsTold) {
  const auto read = [](const std::string& values, const std::string& missing = "") {
    return ReadTables(
        {{"l.csv", "id,test,r\nA,HIV,+\nB,HIV,-\nC,HIV,-\n"}},
        R"({"tables": {"l": {"files": "l.csv", "id": "id", "columns": {"r": {)" + values + R"(}}}},)" + missing + R"(
      "measurements": {"from": "/l/*", "when": {"/test": "HIV"},
                       "fields": {"assay": {"const": "LOINC:75622-1"}, "coded value": "/r"}}})");
  };
  const auto told = Contains(HasSubstr("2 cells of \"r\" are \"-\""));
  EXPECT_THAT(ProblemsOf(read("")), told);
  // What the remark proposes.
  const Reading meant = read(R"("values": {"+": "NCIT:C38758", "-": "NCIT:C38757"})");
  EXPECT_THAT(ProblemsOf(meant), Not(told));
  EXPECT_THAT(meant.Rows(model::Entity::kMeasurement, 1), Contains(HasSubstr("coded value=NCIT:C38757")));
}

}  // namespace
}  // namespace muster::import
