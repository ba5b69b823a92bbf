#include "engine/import/record/label_counts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::import {
namespace {

using testing::ElementsAre;

// "code label times, record"
std::vector<std::string> Texts(std::vector<LabelOfCode> labels) {
  std::vector<std::string> texts;
  for (const LabelOfCode& label : labels) {
    texts.push_back(label.code + " " + label.label + " " + std::to_string(label.times) + ", " +
                    std::to_string(label.record));
  }
  return texts;
}

TEST(LabelCountsTest, CountsByCodeAndLabel) {
  LabelCounter counter;
  const uint32_t one = counter.NumberOf("A:1");
  const uint32_t two = counter.NumberOf("A:2");
  EXPECT_EQ(counter.NumberOf("A:1"), one);
  EXPECT_TRUE(counter.Count(one, "x"));
  counter.SetPlace("f", 3, 0, "id");
  EXPECT_FALSE(counter.Count(one, "x"));
  EXPECT_TRUE(counter.Count(two, "x"));
  counter.SetPlace("f", 4, 0, "id");
  EXPECT_TRUE(counter.Count(one, "y"));
  counter.SetPlace("f", 5, 0, "id");
  LabelCounts counts;
  counter.FlushInto(counts);
  EXPECT_TRUE(counter.Count(one, "y"));  // its place is wanted again
  counter.SetPlace("g", 1, 0, "id");
  counter.FlushInto(counts);
  EXPECT_THAT(Texts(counts.Take()), ElementsAre("A:1 x 2, 3", "A:1 y 2, 5", "A:2 x 1, 4"));
  EXPECT_THAT(Texts(counts.Take()), ElementsAre());
}

TEST(LabelCountsTest, OfOneFileTheFirstPlaceCountsInAnyOrder) {
  for (const bool backwards : {false, true}) {
    LabelCounts late, early, all;
    late.Add({"A:1", "x", 2, "f", 9, 0, "late"});
    early.Add({"A:1", "x", 3, "f", 4, 0, "early"});
    all.Absorb(backwards ? late : early);
    all.Absorb(backwards ? early : late);
    EXPECT_THAT(Texts(all.Take()), ElementsAre("A:1 x 5, 4"));
  }
}

}  // namespace
}  // namespace muster::import
