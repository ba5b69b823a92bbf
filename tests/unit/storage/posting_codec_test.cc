#include "storage/codec/posting_codec.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "storage/bits/bits.h"
#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

// Rows of every kind of container: single ones far apart, many, runs, and the last of a container.
std::vector<std::vector<uint32_t>> Examples() {
  std::vector<std::vector<uint32_t>> examples = {{}, {0}, {65535}, {65536}, {5, 70000, 140000, 999'999}};
  std::vector<uint32_t> many, run, dense;
  for (uint32_t row = 0; row < 1'000'000; row += 50) many.push_back(row);
  for (uint32_t row = 60'000; row < 140'000; ++row) run.push_back(row);
  for (uint32_t row = 0; row < 200'000; row += row % 3 + 1) dense.push_back(row);
  std::vector<uint32_t> mixed = run;
  for (uint32_t row = 200'000; row < 1'000'000; row += 7919) mixed.push_back(row);
  examples.insert(examples.end(), {many, run, dense, mixed});
  return examples;
}

std::string Encoded(const std::vector<uint32_t>& rows) {
  Bitmap bitmap = Bitmap::FromSorted(rows);
  bitmap.Optimize();
  return EncodePosting(bitmap);
}

TEST(PostingCodecTest, KeepsRows) {
  for (const std::vector<uint32_t>& rows : Examples()) {
    const auto parsed = ParsePosting(Encoded(rows));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(parsed->ToVector(), rows);
  }
}

TEST(PostingCodecTest, AddsRowsToBits) {
  Bits all(1'000'000);
  for (const std::vector<uint32_t>& rows : Examples()) {
    const std::string bytes = Encoded(rows);
    Bits bits(1'000'000);
    ASSERT_TRUE(AddPosting(bytes, 1'000'000, bits.words()).ok());
    EXPECT_EQ(Bitmap::FromBits(bits.words()).ToVector(), rows);
    ASSERT_TRUE(AddPosting(bytes, 1'000'000, all.words()).ok());
    if (rows.empty()) continue;
    Bits few(rows.back());
    EXPECT_EQ(AddPosting(bytes, rows.back(), few.words()).code(), absl::StatusCode::kDataLoss) << rows.back();
    Bits enough(rows.back() + 1);
    EXPECT_TRUE(AddPosting(bytes, rows.back() + 1, enough.words()).ok());
  }
  uint64_t count = 0;
  std::vector<bool> seen(1'000'000);
  for (const std::vector<uint32_t>& rows : Examples()) {
    for (const uint32_t row : rows) {
      count += seen[row] ? 0 : 1;
      seen[row] = true;
    }
  }
  EXPECT_EQ(all.Count(), count);
}

// Whichever is shorter.
TEST(PostingCodecTest, TwoForms) {
  std::vector<uint32_t> run, sparse, many;
  for (uint32_t row = 1000; row < 60'000; ++row) run.push_back(row);
  for (uint32_t row = 0; row < 1'000'000; row += 1000 + row % 7) sparse.push_back(row);
  for (uint32_t row = 0; row < 1'000'000; row += 4 + row % 9) many.push_back(row);
  EXPECT_LT(Encoded(run).size(), 32u);
  EXPECT_NE(Encoded(run).front(), 1);
  EXPECT_EQ(Encoded(sparse).front(), 1);
  EXPECT_LT(Encoded(sparse).size(), sparse.size() * 13 / 8);
  EXPECT_NE(Encoded(many).front(), 1) << "quicker";
  const std::string small = EncodePosting(Bitmap::FromSorted(many), PostingFor::kSize);
  EXPECT_EQ(small.front(), 1);
  EXPECT_LT(small.size(), Encoded(many).size());
  EXPECT_EQ(ParsePosting(small)->ToVector(), many);
}

TEST(PostingCodecTest, DamagedBytesAreDataLossAndWriteNothingBeyondTheEnd) {
  std::mt19937 random(11);
  for (const std::vector<uint32_t>& rows : Examples()) {
    ForEachDamaged(Encoded(rows), [&](const std::string& damaged) {
      const auto parsed = ParsePosting(damaged);
      if (!parsed.ok()) {
        EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
      }
      const uint32_t size = 900'000 + random() % 100'000;
      Bits bits(size);
      const absl::Status added = AddPosting(damaged, size, bits.words());
      if (!added.ok()) {
        EXPECT_EQ(added.code(), absl::StatusCode::kDataLoss);
      }
      if (size % 64 != 0) {
        EXPECT_EQ(bits.words().back() >> (size % 64), 0u);
      }
    });
  }
}

}  // namespace
}  // namespace muster::storage
