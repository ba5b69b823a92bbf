// Doses of 0 in columns that no rule reads.
#include "engine/import/table/dose_columns.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(DoseColumnsTest, NamesOfDoses) {
  for (const char* name :
       {"dose", "EXDOSE", "dose_mg", "daily_dose", "Dosis (mg)", "Dosierung", "dispensed_qty", "quantity", "dosage"}) {
    EXPECT_TRUE(IsNameOfDose(name)) << name;
  }
  for (const char* name : {"dose_number", "dose_no", "doses_missed", "dose_reduction", "dose_unit", "EXDOSU", "drug",
                           "days_since_dose", "dose_level", "diagnosis", "weight", "reason_dose_changed", "overdose"}) {
    EXPECT_FALSE(IsNameOfDose(name)) << name;
  }
}

std::vector<std::string> ToldOfDoses(const std::string& rows, const std::string& rule,
                                     const std::string& name = "dose") {
  return ProblemsOf(ReadTables({{"t.csv", "id,drug,given," + name + "\n" + rows}}, R"({
      "tables": {"t": {"files": "t.csv", "id": "id"}}, "treatments": {"from": "/t/*", )" +
                                                                                       rule + "}}"));
}

TEST(DoseColumnsTest, ADoseOfZeroInSomeTreatmentsIsTold) {
  const std::string rule = R"("fields": {"agent": "/drug"})";
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,500\n2,ATC:A10BA02,,0\n3,ATC:A10BA02,,0.0\n", rule),
              Contains(HasSubstr("2 rows with a treatment have a 0 in \"dose\", and 1 has something else")));
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,500 mg\n2,ATC:A10BA02,,0 mg\n", rule), Contains(HasSubstr("has a 0")));
  const auto silent = Not(Contains(HasSubstr("with a treatment")));
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,0\n2,ATC:A10BA02,,0\n", rule), silent) << "nobody knows doses";
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,0.5\n2,ATC:A10BA02,,0-0-1\n3,ATC:A10BA02,,\"0,5\"\n", rule), silent);
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,500\n2,,,0\n3,NA,,0\n", rule), silent) << "no drug";
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,1\n2,ATC:A10BA02,,0\n", rule, "first_dose"), silent) << "an answer";
  EXPECT_THAT(ToldOfDoses("1,ATC:A10BA02,,2\n2,ATC:A10BA02,,0\n", rule, "doses_missed"), silent);
}

TEST(DoseColumnsTest, OnlyInRowsThatAreTreatments) {
  const std::string rows = "1,ATC:A10BA02,yes,500\n2,ATC:A10BA02,no,0\n";
  const auto silent = Not(Contains(HasSubstr("with a treatment")));
  EXPECT_THAT(ToldOfDoses(rows, R"("when": "/given", "fields": {"agent": "/drug"})"), silent);
  EXPECT_THAT(ToldOfDoses(rows, R"("when": {"/given": ["yes"]}, "fields": {"agent": "/drug"})"), silent);
  EXPECT_THAT(ToldOfDoses(rows, R"("when": "/given", "fields": {"agent": {"const": "ATC:A10BA02"}})"), silent);
  EXPECT_THAT(ToldOfDoses(rows, R"("when": {"/given": ["yes", "no"]}, "fields": {"agent": "/drug"})"),
              Contains(HasSubstr("1 row with a treatment has a 0 in \"dose\"")));
  const std::string stated = "1,ATC:A10BA02,completed,500\n2,ATC:A10BA02,not given,0\n";
  EXPECT_THAT(ToldOfDoses(stated, R"("fields": {"agent": "/drug", "status": "/given"})"), silent);
}

}  // namespace
}  // namespace muster::import
