#include "engine/import/table/join/other_ids.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Remarks on the tables p and l, of which `p_id` and `l_id` are the ids.
std::vector<std::string> Problems(const std::string& p, const std::string& p_id, const std::string& l,
                                  const std::string& l_id) {
  return ProblemsOf(ReadTables({{"p.csv", p}, {"l.csv", l}}, R"({
    "tables": {"p": {"files": "p.csv", "one": true, "id": ")" + p_id +
                                                                 R"("},
               "l": {"files": "l.csv", "id": ")" + l_id + R"("}},
    "individual": {"sex": "/p/sex"},
    "measurements": {"from": "/l/*", "fields": {"assay": {"const": "LOINC:1988-5"}, "value": "/crp",
                                                "unit": {"const": "mg/L"}}}})"));
}

constexpr char kPatientTable[] = "study_id,mrn,sex\n1,2,M\n2,3,F\n3,1,F\n";
constexpr char kLabs[] = "mrn,crp\n1,5\n2,7\n2,8\n3,9\n";

TEST(OtherIdsTest, AnIdThatAnotherTableHasBesideItsOwnIsReported) {
  EXPECT_THAT(Problems(kPatientTable, "study_id", kLabs, "mrn"),
              ElementsAre("l.csv 0  /p/mrn: 3 individuals have rows of \"l\" by its \"mrn\", such as \"1\", which is "
                          "\"study_id\" of \"p\"; there \"mrn\" has other numbers, of which 3 are ids of \"l\""));
  EXPECT_THAT(Problems(kPatientTable, "mrn", kLabs, "mrn"), IsEmpty());
  // The rows of results have both.
  EXPECT_EQ(
      Problems("study_id,sex\n1,M\n2,F\n3,F\n", "study_id", "study_id,mrn,crp\n2,1,5\n1,2,7\n1,2,8\n3,3,9\n", "mrn")
          .size(),
      1u);
}

TEST(OtherIdsTest, ProperTablesHaveSuchColumns) {
  // The same number under two names, also with zeros in front.
  EXPECT_THAT(Problems("study_id,mrn,sex\n1,001,M\n2,002,F\n", "study_id", "mrn,crp\n1,5\n2,7\n", "mrn"), IsEmpty());
  // Each row of each table has its own id.
  EXPECT_THAT(Problems("id,sex\n1,M\n2,F\n", "id", "id,patient,crp\n1,2,5\n2,1,7\n", "patient"), IsEmpty());
  // Several episodes of one person, and a mother of several.
  EXPECT_THAT(Problems("person,sex\n1,M\n2,F\n", "person", "visit,person,crp\n1,2,5\n2,2,7\n3,1,8\n", "person"),
              IsEmpty());
  EXPECT_THAT(
      Problems("child,mother_id,sex\n1,2,M\n2,3,F\n3,1,F\n", "child", "mother_id,crp\n1,5\n2,6\n3,7\n", "mother_id"),
      IsEmpty());
  // The numbers of the column are not those of the other table.
  EXPECT_THAT(Problems("study_id,mrn,sex\nS1,M1,M\nS2,M2,F\n", "study_id", "mrn,crp\nS1,5\nS2,6\n", "mrn"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
