// Where a word stands in a label.
#include "engine/model/text/place_in_label.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

using Place = PlaceInLabel::Place;

PlaceInLabel PlaceOfExcluded(std::string_view label) {
  constexpr std::string_view kWord = "excluded";
  const size_t begin = label.find(kWord);
  return FindPlaceInLabel(label, begin, begin + kWord.size());
}

TEST(PlaceInLabelTest, OfItsOneNameOrOfAnother) {
  for (const char* label : {"angina, excluded", "angina (excluded)", "angina: excluded", "angina - excluded",
                            "angina, chronic, excluded", "excluded", "angina (excluded) chronic"}) {
    EXPECT_EQ(PlaceOfExcluded(label).place, Place::kAlone) << label;
  }
  for (const char* label : {"angina excluded", "angina (chronic) excluded", "angina excluded 2020",
                            "i20.9: angina excluded", "non-toxic goitre excluded"}) {
    EXPECT_EQ(PlaceOfExcluded(label).place, Place::kLast) << label;
  }
  EXPECT_EQ(PlaceOfExcluded("excluded angina").place, Place::kFirst);
  EXPECT_EQ(PlaceOfExcluded("excluded: angina").place, Place::kFirst);
  EXPECT_EQ(PlaceOfExcluded("excluded infarction, angina").place, Place::kFirstOfSeveral);
  for (const char* label :
       {"angina, infarction excluded", "angina (infarction excluded)", "angina. infarction excluded",
        "angina excluded infarction", "angina, excluded infarction", "angina - infarction excluded"}) {
    EXPECT_EQ(PlaceOfExcluded(label).place, Place::kElsewhere) << label;
  }
}

TEST(PlaceInLabelTest, BehindANo) {
  for (const char* label : {"angina not excluded", "angina, not excluded", "angina nicht sicher excluded"}) {
    EXPECT_TRUE(PlaceOfExcluded(label).behind_no) << label;
  }
  for (const char* label : {"angina excluded", "non-toxic goitre excluded", "excluded"}) {
    EXPECT_FALSE(PlaceOfExcluded(label).behind_no) << label;
  }
}

}  // namespace
}  // namespace muster::model
