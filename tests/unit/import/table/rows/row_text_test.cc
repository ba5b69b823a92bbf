#include "engine/import/table/rows/row_text.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(RowTextTest, BytesOfACodePageAreShown) {
  EXPECT_EQ(ShownCell("M\xC3\xBCller"), "M\xC3\xBCller");
  EXPECT_EQ(ShownCell("M\xFCller"), "M\xC3\xBCller");
  EXPECT_EQ(ShownRow({{"P1", "", "M\xFCller"}}), "P1 |  | M\xC3\xBCller");
}

TEST(RowTextTest, OneCellIsNotSeveral) {
  EXPECT_EQ(CountedCells(1), "1 cell");
  EXPECT_EQ(CountedCells(0), "0 cells");
}

}  // namespace
}  // namespace muster::import
