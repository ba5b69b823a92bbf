#include "storage/codec/stored_union.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "storage/codec/posting_codec.h"
#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

StoredUnion Example() { return {{3, 9, 70000}, Bitmap::FromSorted(std::vector<uint32_t>{1, 5, 100})}; }

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(StoredUnionTest, Bytes) {
  using namespace std::string_literals;
  EXPECT_EQ(EncodeUnion(Example()), "\x09\x03\x0E\x03\x40\x02\0\x17\x01\x43"s + EncodePosting(Example().rows));
}

TEST(StoredUnionTest, IsOfItsValuesAlone) {
  const std::string bytes = EncodeUnion(Example());
  const auto parsed = ParseUnion(bytes);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->values, Example().values);
  EXPECT_EQ(parsed->rows, Example().rows);
  EXPECT_EQ(PostingOfUnion(bytes, Example().values), EncodePosting(Example().rows));
  for (const std::vector<uint32_t>& others :
       {std::vector<uint32_t>{}, {3, 9}, {3, 9, 70001}, {3, 9, 70000, 70001}, {3, 8, 70000}}) {
    EXPECT_EQ(PostingOfUnion(bytes, others), "");
  }
}

TEST(StoredUnionTest, DamagedBytesAreDataLossOrAnotherUnion) {
  ForEachDamaged(EncodeUnion(Example()), [](const std::string& damaged) {
    PostingOfUnion(damaged, Example().values);
    const auto parsed = ParseUnion(damaged);
    if (!parsed.ok()) {
      EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
      return;
    }
    EXPECT_EQ(std::ranges::adjacent_find(parsed->values, std::greater_equal<>()), parsed->values.end());
    EXPECT_NE(PostingOfUnion(damaged, parsed->values), "");
  });
  EXPECT_FALSE(ParseUnion("").ok());
}

}  // namespace
}  // namespace muster::storage
