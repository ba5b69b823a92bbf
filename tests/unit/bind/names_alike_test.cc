#include "engine/bind/values/names/names_alike.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::bind {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NamesAlikeTest, NamesOfOneThingHaveTheSameTellingWords) {
  EXPECT_THAT(TellingWords("hypertensive disorder"), ElementsAre("hypertens"));
  EXPECT_EQ(TellingWords("Hypertension"), TellingWords("hypertensive disorder"));
  EXPECT_EQ(TellingWords("Obesity"), TellingWords("obesity disorder"));
  EXPECT_EQ(TellingWords("Depression"), TellingWords("major depressive disorder"));
  EXPECT_EQ(TellingWords("Chronic pulmonary obstruction"), TellingWords("chronic obstructive pulmonary disease"));
  EXPECT_EQ(TellingWords("Neoplasm"), TellingWords("cancer"));
  EXPECT_EQ(TellingWords("Ovarian tumour"), TellingWords("malignant neoplasm, ovarian"));
  EXPECT_EQ(TellingWords("Seizures"), TellingWords("seizure disorder"));
  EXPECT_EQ(TellingWords("Parkinson's disease"), TellingWords("Parkinson disease"));
}

TEST(NamesAlikeTest, NamesOfOtherThingsDoNot) {
  EXPECT_NE(TellingWords("type 1 diabetes mellitus"), TellingWords("type 2 diabetes mellitus"));
  EXPECT_NE(TellingWords("renal hypertension"), TellingWords("pulmonary hypertension"));
  EXPECT_NE(TellingWords("hypertension"), TellingWords("hypotension"));
  EXPECT_NE(TellingWords("hypertension"), TellingWords("pulmonary hypertension"));
  EXPECT_NE(TellingWords("kidney disease"), TellingWords("chronic kidney disease"));
  EXPECT_NE(TellingWords("Chronic fatigue"), TellingWords("chronic fatigue syndrome"));
  EXPECT_NE(TellingWords("thalassemia major"), TellingWords("thalassemia"));
  EXPECT_NE(TellingWords("benign neoplasm"), TellingWords("neoplasm"));
  EXPECT_NE(TellingWords("cystic kidney disease"), TellingWords("kidney cyst"));
  EXPECT_NE(TellingWords("arthritis"), TellingWords("arthrosis"));
  EXPECT_NE(TellingWords("abnormality of the skin"), TellingWords("skin disorder"));
}

TEST(NamesAlikeTest, GeneralWordsAloneTellNothing) {
  EXPECT_THAT(TellingWords("disease"), IsEmpty());
  EXPECT_THAT(TellingWords("disorder of the"), IsEmpty());
  EXPECT_THAT(TellingWords(""), IsEmpty());
}

}  // namespace
}  // namespace muster::bind
