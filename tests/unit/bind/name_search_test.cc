#include "engine/bind/values/names/name_search.h"

#include <set>
#include <string>

#include "gtest/gtest.h"

namespace muster::bind {
namespace {

constexpr char kHbA1c[] = "Hemoglobin A1c/Hemoglobin.total in Blood";
constexpr char kCopd[] = "chronic obstructive pulmonary disease";

TEST(NameSearchTest, WordsMatchAnywhereInAName) {
  EXPECT_EQ(MatchName("diabetes mellitus", "diabetes mellitus"), 0);
  EXPECT_TRUE(MatchName("hemo", kHbA1c));
  EXPECT_TRUE(MatchName("blood a1c", kHbA1c));
  EXPECT_TRUE(MatchName("lesterol", "Cholesterol in LDL")) << "part of a word, from four letters on";
  EXPECT_FALSE(MatchName("est", "Cholesterol in LDL"));
  EXPECT_FALSE(MatchName("hemo urine", kHbA1c)) << "each word has to match";
  EXPECT_EQ(MatchName("hemo hemo a1c hemo", kHbA1c), MatchName("hemo a1c", kHbA1c)) << "a repeated word says no more";
}

TEST(NameSearchTest, AbbreviationsInitialsAndSpellingsMatch) {
  EXPECT_TRUE(MatchName("HbA1c", kHbA1c));
  EXPECT_TRUE(MatchName("COPD", kCopd));
  EXPECT_TRUE(MatchName("opd", kCopd)) << "initials of words that follow each other";
  EXPECT_TRUE(MatchName("LDL", "Cholesterol in LDL [Mass/volume] in Serum or Plasma"));
  EXPECT_TRUE(MatchName("BMI", "Body mass index (BMI) [Ratio]"));
  EXPECT_TRUE(MatchName("haemoglobin", kHbA1c));
  EXPECT_FALSE(MatchName("SLE", kCopd));
}

TEST(NameSearchTest, AbbreviationsInCapitalsBeginNoOtherWord) {
  EXPECT_FALSE(MatchName("SLE", "Sleep disturbance"));
  EXPECT_FALSE(MatchName("SLE", "Arachnodactyly slender"));
  EXPECT_TRUE(MatchName("SLE", "Systemic lupus erythematosus"));
  EXPECT_TRUE(MatchName("SLE", "SLE nephritis"));
  EXPECT_TRUE(MatchName("sle", "Sleep disturbance")) << "what is being typed";
  EXPECT_FALSE(MatchName("AST", "asthma"));
  EXPECT_TRUE(MatchName("ast", "asthma"));
  EXPECT_TRUE(IsAbbreviationInCapitals("SLE"));
  EXPECT_FALSE(IsAbbreviationInCapitals("sle"));
  EXPECT_FALSE(IsAbbreviationInCapitals("SLEEP"));
}

TEST(NameSearchTest, NamesInOtherLanguagesMatch) {
  EXPECT_TRUE(MatchName("Herzinfarkt", "myocardial infarction"));
  EXPECT_TRUE(MatchName("cancer du sein", "breast cancer"));
}

TEST(NameSearchTest, TheSameNameIsBest) {
  EXPECT_LT(*MatchName("melanoma", "melanoma"), *MatchName("melanoma", "uveal melanoma"));
  EXPECT_LT(*MatchName("melanoma", "uveal melanoma"), *MatchName("mel", "melanoma"));
}

TEST(NameSearchTest, ContraryNamesAreNoSlipsForEachOther) {
  EXPECT_TRUE(AreContrary("homozygous", "hemizygous"));
  EXPECT_TRUE(AreContrary("Type 1 diabetes", "type 2 diabetes mellitus"));
  EXPECT_TRUE(AreContrary("hypertension", "Hypotension"));
  EXPECT_TRUE(AreContrary("left colon", "right colon"));
  EXPECT_FALSE(AreContrary("Seizure", "Febrile seizure"));
  EXPECT_TRUE(IsSlip("Seizur", "Seizure"));
  EXPECT_TRUE(IsSlip("hering impairment", "Hearing impairment"));
  EXPECT_FALSE(IsSlip("homozygous", "hemizygous"));
  EXPECT_FALSE(IsSlip("Skin rash", "Soft skin"));
  EXPECT_FALSE(IsSlip("loss of ambulation", "Weight loss"));
  EXPECT_FALSE(IsSlip("uveal melanoma", "melanoma")) << "it is something else";
}

TEST(NameSearchTest, PossessivesOfEponymsSayNothing) {
  EXPECT_EQ(WithoutPossessives("Crohn's disease"), "Crohn disease");
  EXPECT_EQ(WithoutPossessives("Parkinson\u2019s"), "Parkinson");
  EXPECT_EQ(WithoutPossessives("5' 's O'Sullivan's"), "5' 's O'Sullivan");
  EXPECT_EQ(MatchName("Crohn's disease", "Crohn disease"), 0);
  EXPECT_EQ(MatchName("Crohn disease", "Crohn's disease"), 0);
}

TEST(NameSearchTest, NamesOfSeveralWordsStandForOthers) {
  EXPECT_TRUE(MatchName("high blood pressure", "Hypertension"));
  EXPECT_TRUE(MatchName("5-FU", "Fluorouracil"));
  EXPECT_FALSE(MatchName("low blood pressure", "Hypertension"));
}

TEST(NameSearchTest, EachAbbreviationHasOneMeaning) {
  std::set<std::string_view> written;
  for (const Abbreviation& known : Abbreviations()) {
    EXPECT_TRUE(written.insert(known.written).second) << known.written;
    EXPECT_TRUE(MatchName(known.written, known.meant)) << known.written;
  }
}

}  // namespace
}  // namespace muster::bind
