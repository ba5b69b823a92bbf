// One code in the spellings of bills, registers and spreadsheets.
#include "engine/model/codes/register_code.h"

#include <string_view>
#include <utility>

#include "engine/model/codes/code_form.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/record/dictionary.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(RegisterCodeTest, NumbersOfDrugsHaveTheirDigits) {
  for (const char* written :
       {"NDC:0002-8215-01", "NDC:00002-8215-01", "NDC:00002821501", "ndc:0002821501", "NDC: 00002821501.0"}) {
    EXPECT_EQ(NormalizeCode(written), "NDC:00002821501") << written;
  }
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"NDC:50242-040-62", "NDC:50242004062"},
      {"NDC:60575-4112-1", "NDC:60575411201"},
      {"NDC:5024204062", "NDC:5024204062"},  // of ten digits nobody knows where the zero was
      {"NDC:12-3-4", "NDC:12-3-4"},
      {"NDC:123", "NDC:123"},
      {"NDC:2821501", "NDC:2821501"},
      {"NDC:2821501.0", "NDC:2821501"},
      {"NDC:502420040", "NDC:502420040"},  // of a labeler and a product
      {"NDC:00002-8215", "NDC:00002-8215"},
      {"PZN:1234567", "PZN:01234567"},
      {"PZN:PZN-01234567", "PZN:01234567"},
      {"DIN:2242974", "DIN:02242974"},
      {"DIN:02242974", "DIN:02242974"},
      {"PZN:Aspirin", "PZN:Aspirin"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
}

TEST(RegisterCodeTest, ProceduresAreWithoutMarks) {
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"CCAM:HHFA001-04", "CCAM:HHFA001"}, {"CCAM:hhfa001", "CCAM:HHFA001"}, {"CCAM:HHFA001 1/0", "CCAM:HHFA001"},
      {"CCAM:HHFA0014", "CCAM:HHFA0014"},  {"NCSP:KJKA20", "NCSP:JKA20"},    {"NCSP:jka 20", "NCSP:JKA20"},
      {"NCSP:KAA00", "NCSP:KAA00"},        {"NCSP:JKA20A", "NCSP:JKA20A"},   {"NCSP:JKA20+ x", "NCSP:JKA20+ X"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
  EXPECT_EQ(FormOf("NCSP:JKA20A"), CodeForm::kWellFormed);
  EXPECT_TRUE(IsBelowByCode("NCSP:JKA20A", "NCSP:JKA20"));
}

TEST(RegisterCodeTest, CodesOfGeneralPractitioners) {
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"ICPC2:t9002", "ICPC2:T90.02"}, {"ICPC-2:T90.02", "ICPC2:T90.02"}, {"ICPC2:t90", "ICPC2:T90"},
      {"ICPC2:-31", "ICPC2:-31"},      {"ICPC2:T90 x", "ICPC2:T90 x"},    {"READ:C10F", "READ:C10F."},
      {"READ:C10F.00", "READ:C10F."},  {"READ:C10f.", "READ:C10f."},      {"READ:C10", "READ:C10.."},
      {"READ:XaFsp", "READ:XaFsp"},    {"READ:C1.F", "READ:C1.F"},        {"ICPC2:t90.1", "ICPC2:T90.1"},
      {"ICPC2:T90.1", "ICPC2:T90.1"},  {"ICPC2:t90.x", "ICPC2:t90.x"},    {"READ:C10..11", "READ:C10.."},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
  EXPECT_TRUE(IsBelowByCode("ICPC2:T90.02", "ICPC2:T90"));
  EXPECT_FALSE(IsBelowByCode("ICPC2:T91", "ICPC2:T90"));
}

TEST(RegisterCodeTest, CodesOfProgramsAreNoReadCodes) {
  for (const char* written : {"READ:EGTON12", "READ:EGTON99", "READ:EMISQ12", "READ:PCSDT10", "READ:C10F.99",
                              "READ:C10F.10", "READ:C10F.01"}) {
    EXPECT_EQ(NormalizeCode(written), written);
  }
}

TEST(RegisterCodeTest, NumbersForNoCauseOfDeath) {
  for (const char* none : {"0000", "7777", "7797", "ICD10:0000", "ICD10:7797", "ICD-10:7777", "ICD10CM:7797"}) {
    EXPECT_TRUE(IsNoCauseOfDeath(none)) << none;
  }
  for (const char* cause : {"", "I219", "ICD10:I21.9", "ICD9:7797", "ORPHA:7777", "GARD:7777", "7798"}) {
    EXPECT_FALSE(IsNoCauseOfDeath(cause)) << cause;
  }
}

TEST(RegisterCodeTest, GenesSayOfWhichSystemTheyAre) {
  for (const char* written :
       {"ENSG00000144285", "ENSG00000144285.15", "ensembl:ENSG00000144285.1", "ENSEMBL:ENSG00000144285"}) {
    EXPECT_EQ(NormalizeCode(written), "ENSEMBL:ENSG00000144285") << written;
  }
  for (const char* other : {"ENSG0000014428", "ENST00000144285", "ENSG00000144285x", "ENSG00000144285."}) {
    EXPECT_EQ(NormalizeCode(other), other);
  }
  EXPECT_EQ(NormalizeCode("Entrez:6323"), "NCBIGene:6323");
  EXPECT_EQ(NormalizeCode("NCBI_Gene:6323"), "NCBIGene:6323");
}

}  // namespace
}  // namespace muster::model
