#include "engine/model/codes/stage_text.h"

#include <gmock/gmock.h>

namespace muster::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StageTextTest, StagesByRomanNumbers) {
  for (const char* text : {"IIIb", "iiib", "Stage IIIB", "stage iiib", "STAGE_IIIB", "Stadium IIIb", " Stage: IIIB "}) {
    EXPECT_EQ(StageOf(text), "Stage IIIB") << text;
  }
  EXPECT_EQ(StageOf("i"), "Stage I");
  EXPECT_EQ(StageOf("IV"), "Stage IV");
  EXPECT_EQ(StageOf("IIIA1"), "Stage IIIA1");
  for (const char* text :
       {"", "3b", "Stage 3", "FIGO Stage IIIC", "V", "IIII", "NCIT:C27978", "limited", "Stage", "iris"}) {
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

}  // namespace
}  // namespace muster::model
