#include "engine/import/table/rows/row_width.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(RowWidthTest, DelimitersAtTheEndSayNothing) {
  EXPECT_TRUE(HasWidth({{"P1", "3"}}, 2));
  EXPECT_TRUE(HasWidth({{"P1", "3", "", ""}}, 2));
  EXPECT_FALSE(HasWidth({{"P1", "3", "", "x"}}, 2));
  EXPECT_FALSE(HasWidth({{"P1"}}, 2));
}

TEST(RowWidthTest, TwoCellsOfDigitsMayBeOneNumberWhereThereIsACellTooMany) {
  EXPECT_TRUE(MayHavePartedNumber({{"P1", "-13", "5", ""}}, 3, 0, ','));
  EXPECT_FALSE(MayHavePartedNumber({{"P1", "-13", "5"}}, 3, 0, ','));
  EXPECT_FALSE(MayHavePartedNumber({{"P1", "-13", "5", ""}}, 3, 0, ';'));
  EXPECT_FALSE(MayHavePartedNumber({{"P1", "13", "kg", ""}}, 3, 0, ','));
  // An id of digits is no half of a number.
  EXPECT_FALSE(MayHavePartedNumber({{"17", "5", "kg", ""}}, 3, 0, ','));
}

}  // namespace
}  // namespace muster::import
