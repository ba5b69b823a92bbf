#include "engine/import/input/memo.h"

#include <gtest/gtest.h>

#include <string>

namespace muster::import {
namespace {

TEST(MemoOfTwoTest, EachPairIsFoundOutOnce) {
  MemoOfTwo<int> memo;
  int found = 0;
  for (int again = 0; again < 2; ++again) {
    for (int code = 0; code < 3; ++code) {
      for (int label = 0; label < 30; ++label) {  // more than are kept with a code
        const int value = memo.Of("C" + std::to_string(code), "label " + std::to_string(label), [&] {
          ++found;
          return code * 100 + label;
        });
        EXPECT_EQ(value, code * 100 + label);
      }
    }
  }
  EXPECT_EQ(found, 90);
}

TEST(MemoOfTwoTest, WhereOneEndsAndTheOtherBeginsCounts) {
  MemoOfTwo<int> memo;
  EXPECT_EQ(memo.Of("ab", "c", [] { return 1; }), 1);
  EXPECT_EQ(memo.Of("a", "bc", [] { return 2; }), 2);
  EXPECT_EQ(memo.Of("abc", "", [] { return 3; }), 3);
  EXPECT_EQ(memo.Of("ab", "c", [] { return 4; }), 1);
  EXPECT_EQ(memo.Of("abc", "", [] { return 4; }), 3);
}

TEST(MemoOfTwoTest, LongRemarksAreFoundOutEachTime) {
  MemoOfTwo<int> memo;
  const std::string remark(1000, 'x');
  EXPECT_EQ(memo.Of("a", remark, [] { return 1; }), 1);
  EXPECT_EQ(memo.Of("a", remark, [] { return 2; }), 2);
}

}  // namespace
}  // namespace muster::import
