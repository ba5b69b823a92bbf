#include "engine/execute/rows/cached_range.h"

#include <gtest/gtest.h>

#include "tests/unit/execute/random_segment.h"

namespace muster::execute {
namespace {

using KeptRangeTest = RandomSegmentTest;

TEST_F(KeptRangeTest, MadeTheSecondTimeAndSharedFromThenOn) {
  const storage::ColumnKey column{static_cast<uint8_t>(model::Entity::kMeasurement), model::field::kMeasurementValue,
                                  model::kValuePart};
  int made = 0;
  const auto rows_in = [&](int64_t low, int64_t high) {
    return RowsInCachedRange(segment_->reader(), column, low, high, [&] {
      ++made;
      storage::Bits rows(100);
      rows.Set(static_cast<uint32_t>(low));
      rows.Set(static_cast<uint32_t>(high));
      return rows;
    });
  };
  EXPECT_EQ(rows_in(3, 70), nullptr) << "the first time";
  EXPECT_EQ(rows_in(3, 71), nullptr) << "another range";
  const storage::BitmapPtr rows = rows_in(3, 70);
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->ToVector(), (std::vector<uint32_t>{3, 70}));
  EXPECT_EQ(rows_in(3, 70), rows) << "shared";
  EXPECT_EQ(made, 1);
  EXPECT_EQ(rows_in(3, 71)->ToVector(), (std::vector<uint32_t>{3, 71}));
  EXPECT_EQ(made, 2);
}

}  // namespace
}  // namespace muster::execute
