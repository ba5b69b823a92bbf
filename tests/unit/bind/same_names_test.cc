#include "engine/bind/values/names/same_names.h"

#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/names/names_alike.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::bind {
namespace {

using testing::ElementsAre;

std::vector<std::string> InArabic(std::vector<std::string> words) {
  WriteNumbersInArabic(&words);
  return words;
}

TEST(SameNamesTest, RomanNumbersAreArabicOnes) {
  EXPECT_THAT(InArabic({"type", "ii", "diabetes"}), ElementsAre("type", "2", "diabetes"));
  EXPECT_THAT(InArabic({"stage", "iv"}), ElementsAre("stage", "4"));
  EXPECT_THAT(InArabic({"bipolar", "i", "disorder"}), ElementsAre("bipolar", "1", "disorder"));
  EXPECT_THAT(InArabic({"vitamin", "x", "linked", "i"}), ElementsAre("vitamin", "x", "linked", "i"));
  EXPECT_EQ(TellingWords("Type II diabetes mellitus"), TellingWords("type 2 diabetes mellitus"));
  EXPECT_NE(TellingWords("Type II diabetes mellitus"), TellingWords("type 1 diabetes mellitus"));
}

TEST(SameNamesTest, AbbreviationsAreWrittenOut) {
  EXPECT_THAT(WordsWrittenOut("BMI"), ElementsAre("body", "mass", "index"));
  EXPECT_THAT(WordsWrittenOut("5-FU infusion"), ElementsAre("fluorouracil", "infusion"));
  EXPECT_THAT(WordsWrittenOut("Asthma"), ElementsAre("asthma"));
}

}  // namespace
}  // namespace muster::bind
