#include "engine/model/units/units.h"

#include <string>

#include "engine/model/units/unit_atoms.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

struct Conversion {
  double value;
  const char* from;
  const char* to;
  double expected;
};

class ConvertTest : public testing::TestWithParam<Conversion> {};

TEST_P(ConvertTest, GivesTheExactDecimal) {
  const Conversion& c = GetParam();
  const auto from = ParseUnit(c.from);
  const auto to = ParseUnit(c.to);
  ASSERT_TRUE(from.ok()) << from.status();
  ASSERT_TRUE(to.ok()) << to.status();
  const auto there = Convert(c.value, *from, *to);
  ASSERT_TRUE(there.ok()) << c.from << " " << c.to << there.status();
  EXPECT_EQ(*there, c.expected) << c.from << " " << c.to;
  EXPECT_NEAR(*Convert(*there, *to, *from), c.value, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Exact, ConvertTest,
    testing::Values(
        Conversion{4.9, "mmol/L", "mol/L", 0.0049}, Conversion{100, "mg/dL", "g/L", 1}, Conversion{180, "cm", "m", 1.8},
        Conversion{1, "kg", "g", 1000}, Conversion{0.3, "ug/mL", "mg/L", 0.3}, Conversion{5, "10*9/L", "10*3/uL", 5},
        Conversion{250, "10^9/L", "/uL", 250000}, Conversion{12, "%", "1", 0.12}, Conversion{5, "[ppth]", "%", 0.5},
        Conversion{37, "Cel", "[degF]", 98.6}, Conversion{98.6, "[degF]", "Cel", 37},
        Conversion{32, "[degF]", "Cel", 0}, Conversion{0, "Cel", "K", 273.15},
        Conversion{120, "mm[Hg]", "kPa", 15.99864}, Conversion{1, "bar", "Pa", 100000},
        Conversion{10, "cm[H2O]", "Pa", 980.665}, Conversion{1, "kat", "U", 60000000},
        Conversion{60, "U/L", "ukat/L", 1}, Conversion{60, "U/L", "umol/min/L", 60}, Conversion{2, "a", "mo", 24},
        Conversion{1, "a", "d", 365.25}, Conversion{6, "wk", "d", 42}, Conversion{90, "min", "h", 1.5},
        Conversion{6, "[ft_i]", "cm", 182.88}, Conversion{1, "[in_i]", "cm", 2.54},
        Conversion{1, "[lb_av]", "g", 453.59237}, Conversion{16, "[oz_av]", "[lb_av]", 1},
        Conversion{1, "kcal", "J", 4184}, Conversion{5, "m[IU]/L", "[iU]/L", 0.005},
        Conversion{3, "meq/L", "eq/L", 0.003}, Conversion{300, "mosm/kg", "mmol/kg", 300},
        Conversion{1, "t", "kg", 1000}, Conversion{72, "/min", "Hz", 1.2}, Conversion{18, "km/h", "m/s", 5},
        Conversion{7, "g.kg-1", "g/kg", 7}, Conversion{7, "mg/kg/d", "mg/(kg.d)", 7},
        Conversion{24, "kg/m2", "g/cm2", 2.4}, Conversion{3, "{copies}/mL", "/L", 3000},
        Conversion{2, "mg{dry}/L", "mg/L", 2}, Conversion{1, "2.h", "min", 120}, Conversion{1, "Gy", "cGy", 100},
        Conversion{1, "dam", "m", 10}, Conversion{180, "deg", "[pi].rad", 1}));

INSTANTIATE_TEST_SUITE_P(
    CodesAndCustomarySpellings, ConvertTest,
    testing::Values(Conversion{1, "UCUM:mg/dL", "mg/dL", 1}, Conversion{1, "ucum:mg.dL-1", "mg/dL", 1},
                    Conversion{1, "NCIT:C49671", "kg/m2", 1}, Conversion{1, "NCIT:C28252", "kg", 1},
                    Conversion{1, "NCIT:C49668", "cm", 1}, Conversion{1, "NCIT:C49670", "mm[Hg]", 1},
                    Conversion{1, "NCIT_C48570", "%", 1}, Conversion{1, "NCIT:C67388", "L/min", 1},
                    Conversion{1, "NCIT:C91060", "cm[H2O]", 1}, Conversion{1, "UO:0000274", "ug/mL", 1},
                    Conversion{1, "UO:0000316", "/uL", 1}, Conversion{1, "UO:0000036", "a", 1},
                    Conversion{1, "years", "a", 1}, Conversion{1, "Year", "a", 1}, Conversion{1, "months", "mo", 1},
                    Conversion{1, "weeks", "wk", 1}, Conversion{1, "days", "d", 1}, Conversion{1, "hours", "h", 1},
                    Conversion{1, "minutes", "min", 1}, Conversion{1, "seconds", "s", 1},
                    Conversion{1, "percent", "%", 1}, Conversion{1, "ug/ml", "ug/mL", 1},
                    Conversion{1, "\xC2\xB5g/mL", "ug/mL", 1}, Conversion{1, "mcg/mL", "ug/mL", 1},
                    Conversion{1, "mmHg", "mm[Hg]", 1}, Conversion{1, "IU/L", "[iU]/L", 1},
                    Conversion{1, "uIU/mL", "m[IU]/L", 1}, Conversion{1, "cells/uL", "/uL", 1},
                    Conversion{60, "bpm", "/min", 60}, Conversion{60, "beats/min", "/min", 60},
                    Conversion{1, "mEq/L", "meq/L", 1}, Conversion{1, "mM", "mmol/L", 1},
                    Conversion{1, "kg/m^2", "kg/m2", 1}, Conversion{1, "kg/m\xC2\xB2", "kg/m2", 1},
                    Conversion{1,
                               "\xC2\xB0"
                               "C",
                               "Cel", 1},
                    Conversion{1, "x10^9/L", "10*9/L", 1}, Conversion{1, "cmH2O", "cm[H2O]", 1},
                    Conversion{1, "mg/day", "mg/d", 1}, Conversion{1, "beats per minute", "/min", 1}));

TEST(UnitsTest, ScalesAreOtherUnits) {
  const auto convertible = [](const char* from, const char* to) {
    return Convertible(*ParseUnit(from), *ParseUnit(to));
  };
  EXPECT_FALSE(convertible("{Log_copies}/mL", "{copies}/mL"));
  EXPECT_FALSE(convertible("{log}/mL", "/mL"));
  EXPECT_FALSE(convertible("{Log_IU}/mL", "[IU]/mL"));
  EXPECT_TRUE(convertible("{Log_copies}/mL", "{log10}/L"));
  EXPECT_TRUE(convertible("{copies}/mL", "/L"));
  EXPECT_TRUE(convertible("mg{logwood}/L", "mg/L"));
  EXPECT_FALSE(convertible("ng/mL{FEU}", "ng/mL{DDU}"));
  EXPECT_FALSE(convertible("ng/mL{FEU}", "ng/mL"));
  EXPECT_TRUE(convertible("ug/mL{FEU}", "ng/mL{FEU}"));
}

TEST(UnitsTest, NumbersAreNoUnits) {
  for (const char* number : {"8554", "8840", "100", "2", "44777602", "0", "10"}) {
    EXPECT_FALSE(ParseUnit(number).ok()) << number;
  }
  EXPECT_TRUE(ParseUnit("1").ok());
  EXPECT_TRUE(ParseUnit("10*3").ok());
}

// A spelling of laboratories, and the unit in UCUM.
constexpr const char* kLaboratorySpellings[][2] = {
    {"K/uL", "10*9/L"},
    {"pack years", "NCIT:C73993"},
    {"k/uL", "10*9/L"},
    {"10E9/L", "10*9/L"},
    {"x10(9)/L", "10*9/L"},
    {"10(9)/L", "10*9/L"},
    {"G/L", "10*9/L"},
    {"T/L", "10*12/L"},
    {"M/uL", "10*12/L"},
    {"mill/mm3", "10*12/L"},
    {"Tsd/\xC2\xB5l", "10*9/L"},
    {"Tsd./\xC2\xB5l", "10*9/L"},
    {"Mio./\xC2\xB5l", "10*12/L"},
    {"Mrd/L", "10*9/L"},
    {"miles/mm3", "10*9/L"},
    {"mille/mm3", "10*9/L"},
    {"lakh/cumm", "10*11/L"},
    {"E9/L", "10*9/L"},
    {"e12/l", "10*12/L"},
    {"cells x10^9/L", "{cells}.10*9/L"},
    {"Zellen/\xC2\xB5l", "/uL"},
    {"Kopien/ml", "/mL"},
    {"mval/l", "meq/L"},
    {"IE/l", "[iU]/L"},
    {"mIE/l", "m[iU]/L"},
    {"E/l", "U/L"},
    {"\xC2\xB5"
     "E/ml",
     "uU/mL"},
    {"u/l", "U/L"},
    {"Vol%", "%"},
    {"Promille", "10*-3"},
    {"\xE2\x80\xB0", "10*-3"},
    {"mL/min/1,73m\xC2\xB2", "mL/min/{1.73_m2}"},
    {"ml/min/1.73qm", "mL/min/{1.73_m2}"},
    {"Sek.", "s"},
    {"mm/Std", "mm/h"},
    {"mg/Tag", "mg/d"},
    {"mg/24 Std.", "mg/d"},
    {"mg/g Krea", "mg/g{creat}"},
    {"ccm", "mL"},
    {"kg/qm", "kg/m2"},
    {"CEL", "Cel"},
    {"jours", "d"},
    {"meses", "mo"},
    {"Punkte", "{points}"},
    {"10.e3/uL", "10*9/L"},
    {"10x3/uL", "10*9/L"},
    {"x10E3/uL", "10*9/L"},
    {"X10E3/UL", "10*9/L"},
    {"10^3/uL", "10*9/L"},
    {"10\xE2\x81\xB9/L", "10*9/L"},
    {"x 10^9/L", "10*9/L"},
    {"1e9/L", "10*9/L"},
    {"mm Hg", "mm[Hg]"},
    {"MM HG", "mm[Hg]"},
    {"mm/Hg", "mm[Hg]"},
    {"cmHg", "cm[Hg]"},
    {"cm Hg", "cm[Hg]"},
    {"CMHG", "cm[Hg]"},
    {"mL/min/1.73m2", "mL/min"},
    {"mL/min/1.73 m2", "mL/min"},
    {"mL/min/1.73", "mL/min"},
    {"mL/min/1.73m^2", "mL/min"},
    {"ml/min/1.73m\xC2\xB2", "mL/min"},
    {"mL/min/{1.73_m2}", "mL/min"},
    {"ML/MIN/1.73 SQ M", "mL/min"},
    {"mL/min/1.73_m2", "mL/min"},
    {"MG/DL", "mg/dL"},
    {"Mg/dL", "mg/dL"},
    {"MG/L", "mg/L"},
    {"gm/dL", "g/dL"},
    {"GM/DL", "g/dL"},
    {"G/dL", "g/dL"},
    {"kgs", "kg"},
    {"KG", "kg"},
    {"Kgs", "kg"},
    {"mg%", "mg/dL"},
    {"g%", "g/dL"},
    {"gm%", "g/dL"},
    {"mcg/dL", "ug/dL"},
    {"MCG/DL", "ug/dL"},
    {"UG/L", "ug/L"},
    {"NG/ML", "ng/mL"},
    {"PG/ML", "pg/mL"},
    {"PG", "pg"},
    {"FL", "fL"},
    {"fl", "fL"},
    {"MMOL/L", "mmol/L"},
    {"UMOL/L", "umol/L"},
    {"mcmol/L", "umol/L"},
    {"micromol/L", "umol/L"},
    {"MEQ/L", "meq/L"},
    {"IU/L", "[iU]/L"},
    {"U/L", "U/L"},
    {"units/L", "U/L"},
    {"UI/L", "[iU]/L"},
    {"MIU/L", "m[iU]/L"},
    {"mIU/L", "m[iU]/L"},
    {"uIU/mL", "m[iU]/L"},
    {"UIU/ML", "m[iU]/L"},
    {"mg/24h", "mg/d"},
    {"mg/24 hrs", "mg/d"},
    {"mm/1hr", "mm/h"},
    {"mm/hr", "mm/h"},
    {"MM/HR", "mm/h"},
    {"mg/100 mL", "mg/dL"},
    {"mg/100mL", "mg/dL"},
    {"/cumm", "/uL"},
    {"cells/cumm", "/uL"},
    {"#/uL", "/uL"},
    {"/mm3", "/uL"},
    {"mg/g creat", "mg/g"},
    {"ng/mL FEU", "ng/mL{FEU}"},
    {"Milligram per Deciliter", "mg/dL"},
    {"Cells per Microliter", "/uL"},
    {"Gram per Liter", "g/L"},
    {"Micromole per Liter", "umol/L"},
    {"International Unit per Liter", "[iU]/L"},
    {"Kilogram per Square Meter", "kg/m2"},
    {"KG/M2", "kg/m2"},
    {"C", "Cel"},
    {"degrees C", "Cel"},
    {"deg C", "Cel"},
    {"F", "[degF]"},
    {"Deg F", "[degF]"},
    {"LBS", "[lb_av]"},
    {"lbs.", "[lb_av]"},
    {"IN", "[in_i]"},
    {"CM", "cm"},
    {"cm", "cm"},
    {"SEC", "s"},
    {"sec", "s"},
    {"/HPF", "/[HPF]"},
    {"/hpf", "/[HPF]"},
    {"bpm", "/min"},
    {"BPM", "/min"},
    {"beats/min", "/min"},
    {"INR", "1"},
    {"ratio", "1"},
    {"NCIT:C48508", "umol/L"},
    {"NCIT:C67242", "/uL"},
    {"NCIT:C67376", "[iU]/L"},
    {"NCIT:C25613", "%"},
    {"NCIT:C64551", "pg"},
    {"NCIT:C64780", "fL"},
    {"NCIT:C67396", "ug/kg"},
    {"mOsm/kg", "mosm/kg"},
    {"mosmol/kg", "mosm/kg"},
    {"MOSM/KG", "mosm/kg"},
    {"ML", "mL"},
    {"mU/L", "mU/L"},
    {"10*9 cells/L", "10*9/L"},
    {"10*3/mcL", "10*9/L"},
    {"10^6/mm3", "10*12/L"},
    {"thou/uL", "10*9/L"},
    {"K/cumm", "10*9/L"},
    {"Thousand/uL", "10*9/L"},
    {"x10^3/\xC2\xB5L", "10*9/L"},
    {"%", "%"},
    {"Percent", "%"},
    {"ug/24h", "ug/d"},
    {"copies/mL", "/mL"},
    {"Copies/mL", "/mL"},
    {"U/mL", "U/mL"},
    {"mL/min", "mL/min"},
    {"g/l", "g/L"},
    {"g/L", "g/L"},
    {"mmol/mol", "mmol/mol"},
    {"mg/mmol", "mg/mmol"},
    {"L/min", "L/min"},
    {"K", "K"},
    {"mL/kg/min", "mL/kg/min"},
    {"kPa", "kPa"},
    {"KPA", "kPa"},
    {"MMHG", "mm[Hg]"},
    {"mmhg", "mm[Hg]"},
    {"Millimeter of Mercury", "mm[Hg]"},
    {"ug/dl", "ug/dL"},
    {"mEq/L", "meq/L"},
    {"cmH2O", "cm[H2O]"},
    {"cm H2O", "cm[H2O]"},
    {"[IU]/mL", "[iU]/mL"},
    {"umol/min/L", "U/L"},
    {"mL/min/1.73 m*2", "mL/min"},
    {"MU/L", "mU/L"},
    {"10*3.U/L", "kU/L"},
    {"kat", "kat"},
    {"g/24 h", "g/d"},
    {"mm", "mm"},
    {"G/l", "10*9/L"},
    {"10e6/ul", "10*12/L"},
    {"UCUM:MG/DL", "mg/dL"},
    {"deg", "deg"},
    {"mGy", "mGy"},
    {"nmol/L", "nmol/L"},
    {"Nmol/L", "nmol/L"},
    {"mmol/l", "mmol/L"},
    {"dl", "dL"},
    {"ng/dl", "ng/dL"},
    {"m/s", "m/s"},
    {"MBq", "MBq"},
    {"1", "1"},
    {"x10*9/L", "10*9/L"},
    {"10**9/L", "10*9/L"},
    {"10^9 /L", "10*9/L"},
    {"mL/min/1.73M2", "mL/min"},
    {"pmol/l", "pmol/L"},
    {"ppm", "[ppm]"},
};

TEST(UnitsTest, SpellingsOfLaboratories) {
  for (const auto& [spelling, ucum] : kLaboratorySpellings) {
    const auto read = ParseUnit(spelling);
    const auto meant = ParseUnit(ucum);
    ASSERT_TRUE(meant.ok()) << ucum;
    EXPECT_TRUE(read.ok()) << spelling;
    const auto converted = read.ok() ? Convert(1, *read, *meant) : absl::StatusOr<double>(read.status());
    EXPECT_TRUE(converted.ok()) << spelling << " " << ucum << " " << converted.status();
    EXPECT_EQ(converted.value_or(0), 1) << spelling << " " << ucum;
  }
}

TEST(UnitsTest, WhatIsNotCertainIsNotRead) {
  for (const char* text : {"Mg", "M/L", "mil/mm3", "mil/uL", "E99", "xyz", "mg L", "kmin", "10-9/L", "1.73", "mM/L"}) {
    EXPECT_FALSE(ParseUnit(text).ok()) << text;
  }
}

TEST(UnitsTest, AllCodesOfNcitAreUnits) {
  for (const char* code : {"NCIT:C48508", "NCIT:C67242", "NCIT:C67376", "NCIT:C25613", "NCIT:C64551", "NCIT:C64780",
                           "NCIT:C67396", "NCIT:C67412", "NCIT:C67308", "NCIT:C67255"}) {
    EXPECT_TRUE(ParseUnit(code).ok()) << code;
  }
  // Whatever the table says can be read.
  for (int number = 18000; number < 222000; ++number) {
    const std::string code = "NCIT:C" + std::to_string(number);
    EXPECT_TRUE(UcumOfNcit(code).empty() || ParseUnit(code).ok()) << code << " " << UcumOfNcit(code);
  }
}

TEST(UnitsTest, OnlyTheSameThingConverts) {
  const char* const kPairs[][2] = {{"mg/dL", "mmol/L"}, {"kg", "cm"},        {"[iU]/L", "U/L"},     {"[iU]", "[arb'U]"},
                                   {"mol", "1"},        {"%", "mmol/mol.g"}, {"Cel", "a"},          {"m2", "m3"},
                                   {"[iU]/L", "/L"},    {"[pH]", "1"},       {"{cells}/uL", "g/uL"}};
  for (const auto& [from, to] : kPairs) {
    const auto a = ParseUnit(from), b = ParseUnit(to);
    ASSERT_TRUE(a.ok() && b.ok()) << from << " " << to;
    EXPECT_FALSE(Convertible(*a, *b)) << from << " " << to;
    EXPECT_EQ(Convert(1, *a, *b).status().code(), absl::StatusCode::kInvalidArgument);
  }
}

TEST(UnitsTest, ArbitraryUnitsCancel) {
  EXPECT_TRUE(Convertible(*ParseUnit("k[IU]/[iU]"), *ParseUnit("1")));
  EXPECT_FALSE(ParseUnit("[iU]/[arb'U]").ok());
}

TEST(UnitsTest, NoUnits) {
  for (const char* text : {"",           " ",
                           "mg//L",      "mg/",
                           "xyz",        "kkg",
                           "mg/L)",      "(mg/L",
                           "mg L",       "Cel/min",
                           "[degF]2",    "mCel",
                           "m100",       "10*-",
                           "{open",      "[iU",
                           "mg/dL/",     ".",
                           "/",          "LOINC:56844-4",
                           "NCIT:C1799", "UO:9999999",
                           "kmin",       "k%",
                           "m{a{b}}",    "10*30.10*30.10*30.10*30.10*30.10*30.10*30.10*30.10*30.10*30.10*30",
                           "0.g",        "((((((((((m))))))))))"}) {
    EXPECT_EQ(ParseUnit(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
  EXPECT_FALSE(ParseUnit(std::string(100000, '(')).ok());
  EXPECT_FALSE(ParseUnit(std::string(100000, '9')).ok());
}

TEST(UnitsTest, Labels) {
  EXPECT_EQ(UnitLabel("UCUM:mg/dL"), "mg/dL");
  EXPECT_EQ(UnitLabel("NCIT:C49671"), "kg/m2");
  EXPECT_EQ(UnitLabel("mmol/L"), "mmol/L");
  EXPECT_EQ(UnitLabel("anything"), "anything");
}

TEST(UnitsTest, LostExponentsAndUnitsInBracesAreNotRead) {
  for (const char* unit : {"x106/uL", "106/uL", "109/L", "1012/L", "x103/uL", "1012/l", "{%}", "{percent}", "{mg/dL}",
                           "{NGSP}", "{mmol/mol}"}) {
    EXPECT_FALSE(ParseUnit(unit).ok()) << unit;
  }
  for (const char* unit : {"10*6/uL", "x10^6/uL", "10*9/L", "1000/uL", "100/uL", "mg/24.h", "mg/100.mL", "/100{WBC}",
                           "{cells}/uL", "{copies}/mL", "{score}", "1", "mL/min/{1.73_m2}", "10E3/uL"}) {
    EXPECT_TRUE(ParseUnit(unit).ok()) << unit;
  }
}

}  // namespace
}  // namespace muster::model
