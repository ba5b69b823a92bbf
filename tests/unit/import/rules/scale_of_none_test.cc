// Severities, grades and frequencies whose lowest says that there was nothing.
#include "engine/import/record/rules/scale_of_none.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace muster::import {
namespace {

std::string NoneOf(std::initializer_list<const char*> cells) {
  ScaleOfNone scale;
  for (const char* cell : cells) scale.Add(cell);
  return scale.None();
}

TEST(ScaleOfNoneTest, ScalesWithANone) {
  EXPECT_EQ(NoneOf({"mild", "severe", "none"}), "none");
  EXPECT_EQ(NoneOf({"1", "2", "0"}), "0");
  EXPECT_EQ(NoneOf({"1.0", "3.0", "0.0"}), "0.0");
  EXPECT_EQ(NoneOf({"daily", "weekly", "never"}), "never");
  EXPECT_EQ(NoneOf({"daily", "weekly", "nigdy"}), "nigdy");
  EXPECT_EQ(NoneOf({"leicht", "schwer", "keine"}), "keine");
  EXPECT_EQ(NoneOf({"NA", "mild", "None"}), "None");
}

TEST(ScaleOfNoneTest, ScalesWithoutOneAndAnswers) {
  EXPECT_EQ(NoneOf({"mild", "severe"}), "");
  EXPECT_EQ(NoneOf({"1", "2", "3"}), "");
  EXPECT_EQ(NoneOf({"0", "1"}), "");
  EXPECT_EQ(NoneOf({"yes", "no"}), "");
  EXPECT_EQ(NoneOf({"none", "NA"}), "");
  EXPECT_EQ(NoneOf({"0", "mild"}), "") << "what a 0 is beside words is not known";
  EXPECT_EQ(NoneOf({"0", "2.5"}), "");
  EXPECT_EQ(NoneOf({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "none"}), "") << "free text";
  EXPECT_EQ(NoneOf({}), "");
}

TEST(ScaleOfNoneTest, Names) {
  for (const char* name : {"severity", "Severity", "grade", "ctcae_grade", "AETOXGR", "Auspr\xc3\xa4gung", "count"})
    EXPECT_EQ(ScaleNameOf(name), ScaleName::kOfFinding) << name;
  EXPECT_EQ(ScaleNameOf("frequency"), ScaleName::kOfFrequency);
  for (const char* name : {"pain_severity", "tumour_grade", "visit_count", "score", "name", ""})
    EXPECT_EQ(ScaleNameOf(name), ScaleName::kNone) << name;
}

}  // namespace
}  // namespace muster::import
