#include "engine/import/table/rows/row_width.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

std::vector<uint64_t> ShiftedOf(const std::vector<std::vector<std::string>>& rows) {
  ShiftedRows shifted;
  uint64_t record = 0;
  for (const std::vector<std::string>& cells : rows) shifted.Add({cells}, 3, ++record);
  std::vector<uint64_t> records;
  for (const ShiftedRows::Place& place : shifted.Places()) records.push_back(place.record);
  return records;
}

TEST(RowWidthTest, ACellTooManyWhereOthersHaveAnEmptyLastOne) {
  using Rows = std::vector<uint64_t>;
  EXPECT_EQ(ShiftedOf({{"1", "seen", " no drug", ""}, {"2", "drug", ""}}), Rows{1});
  EXPECT_EQ(ShiftedOf({{"2", "drug", ""}, {"1", "seen", " no drug", ""}}), Rows{2});
  // All rows have a separator at their end, or nothing stands in the last column.
  EXPECT_EQ(ShiftedOf({{"1", "drug", "note", ""}, {"2", "drug", "", ""}}), Rows{});
  EXPECT_EQ(ShiftedOf({{"1", "drug", "", ""}, {"2", "drug", ""}}), Rows{});
  EXPECT_EQ(ShiftedOf({{"1", "drug", "note", ""}, {"2", "drug", "note"}}), Rows{});
  EXPECT_EQ(ShiftedOf({{"1", "drug", "note", "", ""}, {"2", "drug", ""}}), Rows{});
}

}  // namespace
}  // namespace muster::import
