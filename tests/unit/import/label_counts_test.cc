#include "engine/import/record/label_counts.h"

#include <tuple>

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
  counts.Add(counter.TakeBatch());
  EXPECT_FALSE(counter.Count(one, "y"));  // its place is known
  counts.Add(counter.TakeBatch());
  counts.Add(counter.TakeBatch());  // nothing has come
  EXPECT_THAT(Texts(counts.Take()), ElementsAre("A:1 x 2, 3", "A:1 y 2, 5", "A:2 x 1, 4"));
  EXPECT_THAT(Texts(counts.Take()), ElementsAre());
}

TEST(LabelCountsTest, OfOneFileTheFirstPlaceCountsInAnyOrder) {
  for (const bool backwards : {false, true}) {
    LabelCounter late, early;
    for (const auto& [counter, record, times] : {std::tuple(&late, 9, 2), std::tuple(&early, 4, 3)}) {
      const uint32_t code = counter->NumberOf("A:1");
      for (int i = 0; i < times; ++i) {
        if (counter->Count(code, "x")) counter->SetPlace("f", record, 0, "id");
      }
    }
    LabelCounts all;
    all.Add((backwards ? late : early).TakeBatch());
    all.Add((backwards ? early : late).TakeBatch());
    EXPECT_THAT(Texts(all.Take()), ElementsAre("A:1 x 5, 4"));
  }
}

TEST(LabelCountsTest, ManyLabelsOfOneCodeAreCountedUpToALimitInEachBatch) {
  LabelCounter counter;
  LabelCounts counts;
  const uint32_t code = counter.NumberOf("A:1");
  for (int batch = 0; batch < 3; ++batch) {
    for (int i = 0; i < 150; ++i) counter.Count(code, "text " + std::to_string(i));
    counts.Add(counter.TakeBatch());
  }
  const std::vector<LabelOfCode> labels = counts.Take();
  ASSERT_EQ(labels.size(), 100u);
  for (const LabelOfCode& label : labels) EXPECT_EQ(label.times, 3u) << label.label;
}

// The addresses of labels of a counter that is gone stay theirs.
TEST(LabelCountsTest, CountersMayGo) {
  LabelCounts counts;
  for (int i = 0; i < 50; ++i) {
    LabelCounter counter;
    counter.Count(counter.NumberOf("A:" + std::to_string(i)), "x");
    counts.Add(counter.TakeBatch());
  }
  EXPECT_EQ(counts.Take().size(), 50u);
}

}  // namespace
}  // namespace muster::import
