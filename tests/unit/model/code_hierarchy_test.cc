#include "engine/model/codes/code_hierarchy.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

namespace muster::model {
namespace {

TEST(CodeHierarchyTest, WhatIsBelow) {
  const std::pair<std::string_view, std::string_view> kBelow[] = {
      {"ICD10:E11.9", "ICD10:E11"},        {"ICD10CM:E11.65", "ICD10CM:E11.6"}, {"ICD10:E11", "ICD10:E10-E14"},
      {"ICD10:E11.9", "ICD10:E10-E14"},    {"ICD10:E10-E11", "ICD10:E10-E14"},  {"ICD9:250.00", "ICD9:250"},
      {"ICD9:E812.0", "ICD9:E812"},        {"ICDO3:C18.1", "ICDO3:C18"},        {"ICDO3:8140/3", "ICDO3:8140"},
      {"ICDO3:8140/32", "ICDO3:8140/3"},   {"OPCS4:K40.1", "OPCS4:K40"},        {"OPS:5-470.11", "OPS:5-47"},
      {"OPS:5-470.11", "OPS:5-470.1"},     {"ATC:A10BA02", "ATC:A10"},          {"ATC:A10BA02", "ATC:A"},
      {"ATC:A10BA02", "ATC:A10BA"},        {"ICD10PCS:0DTJ4ZZ", "ICD10PCS:0D"}, {"ICD11:5A11.0", "ICD11:5A11"},
      {"ICD9PROC:45.13", "ICD9PROC:45.1"}, {"ICD11:5A11&XK9J", "ICD11:5A11"},   {"PHECODE:250.2", "PHECODE:250"},
      {"PHECODE:250.21", "PHECODE:250"},   {"PHECODE:250.21", "PHECODE:250.2"}, {"PHECODE:8.52", "PHECODE:8.5"},
      {"ICD8:250.00", "ICD8:250"},         {"ICDA8:E812.0", "ICDA8:E812"},      {"ICDO2:8140/3", "ICDO2:8140"},
      {"ICD9:E885.9", "ICD9:E880-E888"},   {"ICD9CM:E885", "ICD9CM:E880-E888"}, {"ICD9:V10.05", "ICD9:V10-V19"},
      {"ICD9:E885.9", "ICD9:E885"},        {"ICD9:V10.05", "ICD9:V10"},         {"ICD9:174.9", "ICD9:140-239"},
      {"ICD10FR:E11.9", "ICD10FR:E11"},    {"SKS:DE119", "SKS:DE11"},           {"SKS:DE119A", "SKS:DE119"},
  };
  for (const auto& [code, level] : kBelow) {
    EXPECT_TRUE(IsBelowByCode(code, level)) << code << " " << level;
    EXPECT_FALSE(IsBelowByCode(level, code)) << level << " " << code;
    EXPECT_TRUE(code.starts_with(CommonBeginning(level)));
  }
}

TEST(CodeHierarchyTest, WhatIsNot) {
  const std::pair<std::string_view, std::string_view> kNot[] = {
      {"ICD10:E11", "ICD10:E11"},
      {"ICD10:E11.9", "ICD10:E1"},
      {"ICD10CM:E11.9", "ICD10:E11"},
      {"ICD9:250.00", "ICD9:25"},
      {"ICD9:E812.0", "ICD9:E81"},
      {"ICD9:E885.9", "ICD9:E88"},
      {"ICD9:E88.5", "ICD9:E88"},
      {"ICD9:E885.9", "ICD10:E88"},
      {"ICD10:E88.5", "ICD9:E885"},
      {"ICD9:E889.0", "ICD9:E880-E888"},
      {"ICD9:885.9", "ICD9:E880-E888"},
      {"ICD9:E850.1", "ICD9:V10-V19"},
      {"ICDO3:8500/2", "ICDO3:8500/3"},
      {"ATC:A10BA02", "ATC:A1"},
      {"ICD10:E15", "ICD10:E10-E14"},
      {"HP:00012501", "HP:0001250"},
      {"SNOMED:7321100", "SNOMED:732"},
      {"ICDO3:8140/3", "ICDO3:814"},
      {"ICD10:E10-E14", "ICD10:E10"},
      {"", ""},
      {"ICD10:E11.9", "ICD10:"},
      {"ICD10:E10-E20", "ICD10:E10-E14"},
      {"ICD10:E11.9 ausgeschlossen", "ICD10:E11"},
      {"ICD10:E11.9?", "ICD10:E11"},
      {"ICD10:E11.9-A", "ICD10:E11"},
      {"ICD10:E11.9;A", "ICD10:E10-E14"},
      {"OPS:5-470.11 geplant", "OPS:5-47"},
      {"PHECODE:250.2", "PHECODE:25"},
      {"PHECODE:250.2", "PHECODE:2"},
      {"PHECODE:80.1", "PHECODE:8-9"},
      {"PHECODE:251", "PHECODE:250"},
      {"ICD8:250.00", "ICD9:250"},
      {"SKS:DE119", "SKS:D"},
      {"SKS:DE12", "SKS:DE11"},
  };
  for (const auto& [code, level] : kNot) EXPECT_FALSE(IsBelowByCode(code, level)) << code << " " << level;
}

// Few load GENO, and who asks for heterozygous means the compound ones, too.
TEST(CodeHierarchyTest, ZygositiesOfGeno) {
  for (const char* code : {"GENO:0000402", "GENO:0000458"}) {
    EXPECT_TRUE(IsBelowByCode(code, "GENO:0000135")) << code;
    EXPECT_FALSE(IsBelowByCode(code, "GENO:0000136")) << code;
    EXPECT_TRUE(HasCodeHierarchy(code)) << code;
    EXPECT_FALSE(IsLevelOfHierarchy(code)) << code;
  }
  EXPECT_TRUE(IsBelowByCode("GENO:0000604", "GENO:0000134"));
  EXPECT_TRUE(IsBelowByCode("GENO:0000605", "GENO:0000134"));
  EXPECT_FALSE(IsBelowByCode("GENO:0000135", "GENO:0000135"));
  EXPECT_FALSE(IsBelowByCode("GENO:0000135", "GENO:0000402"));
  EXPECT_TRUE(IsLevelOfHierarchy("GENO:0000135"));
  EXPECT_TRUE(std::string_view("GENO:0000402").starts_with(CommonBeginning("GENO:0000135")));
  EXPECT_FALSE(HasCodeHierarchy("GENO:0000136"));
}

TEST(CodeHierarchyTest, Levels) {
  EXPECT_TRUE(IsLevelOfHierarchy("ICD10:E11"));
  EXPECT_FALSE(IsLevelOfHierarchy("ICD10:E1"));
  EXPECT_TRUE(IsLevelOfHierarchy("ATC:A10B"));
  EXPECT_FALSE(IsLevelOfHierarchy("HP:0001250"));
  EXPECT_TRUE(HasCodeHierarchy("ICD10GM:E11"));
  EXPECT_FALSE(HasCodeHierarchy("ICD11.foundation:12"));
}

}  // namespace
}  // namespace muster::model
