#include "engine/model/codes/stage_text.h"

#include <gmock/gmock.h>

#include <utility>

namespace muster::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StageTextTest, StagesByRomanNumbers) {
  for (const char* text : {"IIIb", "iiib", "Stage IIIB", "stage iiib", "STAGE_IIIB", "Stadium IIIb", " Stage: IIIB ",
                           "III-B", "Stage III B", "UICC IIIB", "AJCC stage IIIB", "IIIB (AJCC 7)", "IIIB (pT4b)",
                           "IIIB (UICC, 8th ed.)", "IIIB (AJCC v8)", "Stage IIIB (7th edition)", "IIIB (pT4b, pN0)"}) {
    EXPECT_EQ(StageOf(text), "Stage IIIB") << text;
  }
  EXPECT_EQ(StageOf("i"), "Stage I");
  EXPECT_EQ(StageOf("IV"), "Stage IV");
  EXPECT_EQ(StageOf("IIIA1"), "Stage IIIA1");
  for (const char* text : {"",
                           "3b",
                           "Stage 3",
                           "FIGO Stage IIIC",
                           "V",
                           "IIII",
                           "NCIT:C27978",
                           "limited",
                           "Stage",
                           "iris",
                           "III-IV",
                           "III - B",
                           "I c/w",
                           "II-b2c",
                           "III (excluded)",
                           "IV (?)",
                           "II (vs. III)",
                           "I (ruled out)",
                           "III ()",
                           "III (7)",
                           "III (AJCC?)",
                           "III (?) (AJCC 7)",
                           "clinical II",
                           "pathological III"}) {
    EXPECT_EQ(StageOf(text), "") << text;
  }
}

TEST(StageTextTest, PartsOfTnm) {
  EXPECT_THAT(TnmOf("T2N0M0"), ElementsAre("T2", "N0", "M0"));
  EXPECT_THAT(TnmOf("pT2a pN0"), ElementsAre("pT2a", "pN0"));
  EXPECT_THAT(TnmOf("PT2A, cm0"), ElementsAre("pT2a", "cM0"));
  EXPECT_THAT(TnmOf("ypT1c(N1a)"), ElementsAre("ypT1c", "N1a"));
  EXPECT_THAT(TnmOf("Tis"), ElementsAre("Tis"));
  EXPECT_THAT(TnmOf("TX NX M0"), ElementsAre("TX", "NX", "M0"));
  for (const char* text : {"", "T", "T5", "T2 N0 G2", "NCIT:C48720", "metastatic", "T2N", "M2", "T2-3", "T1cN0"}) {
    EXPECT_THAT(TnmOf(text), IsEmpty()) << text;
  }
}

TEST(StageTextTest, StagesInNames) {
  EXPECT_EQ(StageIn("IIa"), "Stage IIA");
  EXPECT_EQ(StageIn("FIGO IIIC1"), "Stage IIIC1");
  EXPECT_EQ(StageIn("at least III"), "Stage III");
  EXPECT_EQ(StageIn("clinical II"), "Stage II");
  EXPECT_EQ(StageIn("Ann Arbor III"), "Stage III");
  EXPECT_EQ(StageIn("Stage IIIB Breast Cancer AJCC v8"), "Stage IIIB");
  EXPECT_EQ(StageIn("AJCC v7 Stage IV"), "Stage IV");
  EXPECT_EQ(StageIn("T2 Stage Finding"), "T2");
  EXPECT_EQ(StageIn("pN1 category"), "pN1");
  EXPECT_EQ(StageIn("pT2"), "pT2");
  for (const char* name : {"", "Breast cancer", "Stage", "Stage 2", "Stage I or Stage II", "T2 relaxation", "T2N0",
                           "Early stage", "Stage unknown"}) {
    EXPECT_EQ(StageIn(name), "") << name;
  }
}

TEST(StageTextTest, PartsOfStages) {
  for (const auto& [other, stage] : {std::pair("Stage II", "Stage II"),
                                     {"Stage IIA", "Stage II"},
                                     {"Stage IIA1", "Stage IIA"},
                                     {"pT2a", "T2"},
                                     {"T2", "pT2"},
                                     {"ycN1", "N1"}}) {
    EXPECT_TRUE(IsStageOf(other, stage)) << other;
  }
  for (const auto& [other, stage] : {std::pair("Stage III", "Stage II"),
                                     {"Stage IV", "Stage I"},
                                     {"Stage II", "Stage IIA"},
                                     {"T3", "T2"},
                                     {"N2", "T2"},
                                     {"Stage I", ""}}) {
    EXPECT_FALSE(IsStageOf(other, stage)) << other;
  }
}

}  // namespace
}  // namespace muster::model
