#include "engine/import/table/units/named_units.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NamedUnitsTest, AnotherUnitThanTheMappings) {
  EXPECT_EQ(OtherUnitInName("hba1c_mmol_mol", "%"), "mmol/mol");
  EXPECT_EQ(OtherUnitInName("HbA1c (mmol/mol)", "%"), "mmol/mol");
  EXPECT_EQ(OtherUnitInName("Glucose [mmol/L]", "mg/dL"), "mmol/L");
  EXPECT_EQ(OtherUnitInName("WEIGHT_LB", "kg"), "[lb_av]");
  EXPECT_EQ(OtherUnitInName("spo2_pct", "1"), "%");
  EXPECT_EQ(OtherUnitInName("height_m", "cm"), "m");
  EXPECT_EQ(OtherUnitInName("weight (g)", "kg"), "g");
  EXPECT_EQ(OtherUnitInName("height_in", "cm"), "[in_i]");
  EXPECT_EQ(OtherUnitInName("crp_mgl", "mg/dL"), "mg/L");
  EXPECT_EQ(OtherUnitInName("glucose_mmol", "mg/dL"), "mmol/L");
  EXPECT_EQ(OtherUnitInName("kreatinin_µmol", "mg/dL"), "umol/L");
  EXPECT_EQ(OtherUnitInName("creaMicromol", "mg/dL"), "") << "not a word of a unit";
  EXPECT_EQ(OtherUnitInName("glukoseMmolL", "mg/dL"), "mmol/L");
  EXPECT_EQ(OtherUnitInName("Glucose mmol per l", "mg/dL"), "mmol/L");
  EXPECT_EQ(OtherUnitInName("wbc_per_ul", "10*9/L"), "/uL");
  EXPECT_EQ(OtherUnitInName("hba1c_ifcc", "%"), "mmol/mol");
  EXPECT_EQ(OtherUnitInName("hba1c_ngsp", "mmol/mol"), "%");
  EXPECT_EQ(OtherUnitInName("lvef_fraction", "%"), "1");
}

TEST(NamedUnitsTest, TheSameUnitOrNone) {
  EXPECT_EQ(OtherUnitInName("hba1c_pct", "%"), "");
  EXPECT_EQ(OtherUnitInName("glucose_mg_dl", "UCUM:mg/dL"), "");
  EXPECT_EQ(OtherUnitInName("crp", "mg/L"), "");
  EXPECT_EQ(OtherUnitInName("mg", "kg"), "") << "magnesium";
  EXPECT_EQ(OtherUnitInName("bp_m", "mm[Hg]"), "") << "in the morning";
  EXPECT_EQ(OtherUnitInName("hepatitis_c", "mg/L"), "");
  EXPECT_EQ(OtherUnitInName("crp_1", "mg/L"), "");
  EXPECT_EQ(OtherUnitInName("glucose_mmol", "mmol/L"), "");
  EXPECT_EQ(OtherUnitInName("plt_per_ul", "/uL"), "");
  EXPECT_EQ(OtherUnitInName("checked_in", "mg/L"), "");
  EXPECT_EQ(OtherUnitInName("alt_u_l", "[iU]/L"), "");
  EXPECT_EQ(OtherUnitInName("ast_iu_l", "U/L"), "");
  EXPECT_EQ(OtherUnitInName("ck_u_l", "IU/L"), "");
  EXPECT_EQ(OtherUnitInName("tsh_miu_l", "u[iU]/mL"), "");
  EXPECT_EQ(OtherUnitInName("ddimer_ug_ml", "ug/mL{FEU}"), "");
  EXPECT_EQ(OtherUnitInName("Leukozyten (G/l)", "10*9/L"), "") << "thousands of millions";
}

TEST(NamedUnitsTest, ShortNamesOfUnitsOfTheSameKind) {
  EXPECT_EQ(OtherUnitInName("hb_gl", "g/dL"), "g/L");
  EXPECT_EQ(OtherUnitInName("dose_mcg", "mg"), "ug");
  EXPECT_EQ(OtherUnitInName("dose_mg", "mg"), "");
  EXPECT_EQ(OtherUnitInName("glucose_mg", "mmol/L"), "") << "in short for mg/dL, perhaps";
}

TEST(NamedUnitsTest, UnitsOfTime) {
  EXPECT_EQ(TimeUnitInName("age_months"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("Alter (Jahre)"), TableColumn::Age::kYears);
  EXPECT_EQ(TimeUnitInName("OS_MONTHS"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("AgeInMonths"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("ageDays"), TableColumn::Age::kDays);
  EXPECT_EQ(TimeUnitInName("age_mths"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("Alter (Mon.)"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("age (m)"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("age_d"), TableColumn::Age::kDays);
  EXPECT_EQ(TimeUnitInName("Alter-in-Tagen-am-Aufnahmetag"), TableColumn::Age::kDays);
  EXPECT_EQ(TimeUnitInName("Alter-in-Jahren-am-Aufnahmetag"), TableColumn::Age::kYears);
  EXPECT_EQ(TimeUnitInName("age_in_m"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("onset_m"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("leeftijd_mnd"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("edad en meses al ingreso"), TableColumn::Age::kMonths);
  EXPECT_EQ(TimeUnitInName("age_at_days_gone"), std::nullopt);
  EXPECT_EQ(TimeUnitInName("visit_d"), std::nullopt);
  EXPECT_EQ(TimeUnitInName("days"), std::nullopt);
  EXPECT_EQ(TimeUnitInName("age"), std::nullopt);
}

TEST(NamedUnitsTest, AreReported) {
  EXPECT_THAT(
      ProblemsOf(
          ReadTables({{"p.csv", "PATIENT_ID,OS_MONTHS,age_months,hba1c_mmol_mol,crp_mg_l\n1,30.5,18,53,5\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "PATIENT_ID", "one": true, "columns": {"age_months": {"age": "years"}}}},
    "individual": {"survival": "/p/OS_MONTHS", "age at last contact": "/p/age_months"},
    "measurements": [
      {"from": "/p", "fields": {"assay": {"const": "X:1"}, "value": "/hba1c_mmol_mol", "unit": {"const": "%"}}},
      {"from": "/p", "fields": {"assay": {"const": "X:2"}, "value": "/crp_mg_l", "unit": {"const": "mg/L"}}}]})")),
      ElementsAre("p.csv 0  /p/age_months: \"age_months\" names months, and its numbers are taken in years",
                  "p.csv 0  /p/OS_MONTHS: \"OS_MONTHS\" names months, and its numbers are taken in days",
                  "p.csv 0  /p/hba1c_mmol_mol: \"hba1c_mmol_mol\" names mmol/mol, and its numbers are taken in %"));
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "PATIENT_ID,OS_DAYS\n1,30\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "PATIENT_ID", "one": true}},
    "individual": {"survival": "/p/OS_DAYS"}})")),
              IsEmpty());
}

TEST(NamedUnitsTest, LengthsOfTimeByTheirFirstWord) {
  const auto told = [](const std::string& column) {
    return ProblemsOf(ReadTables({{"p.csv", "id," + column + "\n1,30\n"}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
      "exposures": {"from": "/p", "fields": {"agent": {"const": "NCIT:C154329"}, "duration": "/)" +
                                                                               column + R"("}}})"));
  };
  EXPECT_THAT(told("years_smoked"),
              ElementsAre("p.csv 0  /p/years_smoked: \"years_smoked\" names years, and its numbers are taken in days"));
  EXPECT_THAT(told("days_smoked"), IsEmpty());
  EXPECT_THAT(told("year_quit"), IsEmpty());
}

TEST(NamedUnitsTest, SharesAndAmountsThatAreReadAsDepth) {
  const auto told = [](const std::string& column, const std::string& cell) {
    return ProblemsOf(ReadTables({{"p.csv", "id,s," + column + "\n1,S1," + cell + "\n"}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
      "samples": {"from": "/p", "fields": {"id": "/s"}},
      "runs": {"from": "/p", "sample": "/s", "fields": {"depth": "/)" + column + R"("}}})"));
  };
  EXPECT_THAT(told("pct_20x", "97.5"), testing::Contains(testing::HasSubstr("\"pct_20x\" names a share")));
  EXPECT_THAT(told("total_reads", "650000000"), testing::Contains(testing::HasSubstr("it is a number of reads")));
  EXPECT_THAT(told("mean_depth", "35"), testing::Not(testing::Contains(testing::HasSubstr("names"))));
}

}  // namespace
}  // namespace muster::import
