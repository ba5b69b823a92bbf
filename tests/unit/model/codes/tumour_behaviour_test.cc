#include "engine/model/codes/tumour_behaviour.h"

#include <gtest/gtest.h>

#include "engine/model/codes/code_hierarchy.h"

namespace muster::model {
namespace {

TEST(TumourBehaviourTest, DigitsAndWords) {
  for (const char* in_situ : {"2", "/2", "2.0", "in situ", "In situ, non-infiltrating", "non-invasive"}) {
    EXPECT_EQ(TumourBehaviour(in_situ), "in situ") << in_situ;
  }
  for (const char* malignant : {"3", "/3", "Malignant", "maligne", "bösartig"}) {
    EXPECT_EQ(TumourBehaviour(malignant), "malignant") << malignant;
  }
  EXPECT_EQ(TumourBehaviour("0"), "benign");
  EXPECT_EQ(TumourBehaviour("Benign"), "benign");
  EXPECT_EQ(TumourBehaviour("6"), "metastatic");
  EXPECT_EQ(TumourBehaviour("1"), "uncertain whether malignant");
  EXPECT_TRUE(IsMalignantPrimary(TumourBehaviour("9")));
  EXPECT_FALSE(IsMalignantPrimary(TumourBehaviour("6")));
  for (const char* none : {"4", "", "calm", "23", "8500"}) EXPECT_EQ(TumourBehaviour(none), "") << none;
}

TEST(TumourBehaviourTest, OfMorphologies) {
  for (const char* code : {"8500/2", "M8500/2", "M-8500/2", "ICDO3:8500/2", "85002", "8500/23", "850023"}) {
    EXPECT_EQ(BehaviourOfMorphology(code), "in situ") << code;
  }
  for (const char* code : {"8500", "C50.9", "12345", "2020/3", "8500/", "8500/x", "8500/234", "99999999", ""}) {
    EXPECT_EQ(BehaviourOfMorphology(code), "") << code;
  }
}

// A question for a malignant one finds none in situ.
TEST(TumourBehaviourTest, TheHierarchyTellsThemApart) {
  EXPECT_TRUE(IsBelowByCode("ICDO3:8500/32", "ICDO3:8500/3"));
  EXPECT_FALSE(IsBelowByCode("ICDO3:8500/2", "ICDO3:8500/3"));
  EXPECT_FALSE(IsBelowByCode("ICDO3:8500/23", "ICDO3:8500/3"));
  EXPECT_TRUE(IsBelowByCode("ICDO3:8500/2", "ICDO3:8500"));
}

}  // namespace
}  // namespace muster::model
