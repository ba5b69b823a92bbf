// Sexes that contradict what people have.
#include "engine/import/watch/turned_sexes.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// People with a sex and a code of ICD-10.
std::vector<std::string> ToldOfSexes(const std::vector<std::string>& rows) {
  std::string csv = "id,sex,dx\n";
  for (size_t i = 0; i < rows.size(); ++i) csv += "p" + std::to_string(i) + "," + rows[i] + "\n";
  return ProblemsOf(ReadTables({{"p.csv", csv}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"dx": {"prefix": "ICD10:"}}}}, "individual": {"sex": "/p/sex"},
      "diseases": {"from": "/p", "fields": {"term": "/dx"}}})"));
}

TEST(TurnedSexesTest, MostWomenWithDiseasesOfMenAreTold) {
  EXPECT_THAT(ToldOfSexes({"F,C61", "F,C61", "F,N40", "M,E11.9"}),
              ElementsAre(HasSubstr("3 of 3 individuals with what only men have are female, such as \"p0\" with "
                                    "ICD10:C61")));
  EXPECT_THAT(ToldOfSexes({"M,C53.9", "M,O80", "M,N80.1", "F,C56"}),
              ElementsAre(HasSubstr("3 of 4 individuals with what only women have are male")));
}

TEST(TurnedSexesTest, AFewAreNot) {
  EXPECT_THAT(ToldOfSexes({"F,C61", "F,C61", "M,E11.9"}), IsEmpty());
  EXPECT_THAT(ToldOfSexes({"F,C61", "F,C61", "F,C61", "F,C61", "M,C61", "M,C61"}), IsEmpty()) << "two thirds";
  EXPECT_THAT(ToldOfSexes({"M,C61", "M,C61", "M,N40", "F,C53.9", "F,O80", "F,C50.9", "M,C50.9", "M,C50.9", "M,C50.9"}),
              IsEmpty());
  EXPECT_THAT(ToldOfSexes({",C61", ",C61", ",C61"}), IsEmpty());
}

TEST(TurnedSexesTest, Karyotypes) {
  const auto told = [](const std::string& rows) {
    return ProblemsOf(ReadTables({{"p.csv", "id,sex,k\n" + rows}}, R"({"tables": {"p": {"files": "p.csv", "id": "id",
        "one": true}}, "individual": {"sex": "/p/sex", "karyotypic sex": "/p/k"}})"));
  };
  EXPECT_THAT(told("1,F,XY\n2,F,XY\n3,M,XX\n4,M,XX\n5,M,XX\n"),
              ElementsAre(HasSubstr("5 of 5 individuals with a karyotype XX or XY are of the other sex")));
  EXPECT_THAT(told("1,F,XX\n2,F,XY\n3,M,XY\n4,M,XX\n5,M,XXY\n"), IsEmpty());
}

// Women with 46,XY by their disease.
TEST(TurnedSexesTest, DifferencesOfSexDevelopmentAreNoContradictions) {
  const auto told = [](const std::string& rows) {
    return ProblemsOf(ReadTables({{"p.csv", "id,sex,k,dx\n" + rows}}, R"({"tables": {"p": {"files": "p.csv", "id": "id",
        "one": true}}, "individual": {"sex": "/p/sex", "karyotypic sex": "/p/k"},
        "diseases": {"from": "/p", "fields": {"term": "/dx"}}})"));
  };
  EXPECT_THAT(told("1,F,XY,ORPHA:99429\n2,F,XY,ORPHA:99429\n3,F,XY,ICD10:E34.5\n4,M,XX,ICD10:Q56.0\n"),
              Not(Contains(HasSubstr("of the other sex"))));
  EXPECT_THAT(told("1,F,XY,ORPHA:99429\n2,F,XY,ICD10:E11\n3,M,XX,ICD10:E11\n4,F,XY,ICD10:I10\n"),
              Contains(HasSubstr("3 of 3 individuals with a karyotype XX or XY are of the other sex")));
}

}  // namespace
}  // namespace muster::import
