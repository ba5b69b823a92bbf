#include "storage/value_list.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

using ::testing::ElementsAre;

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(ValueListTest, Bytes) {
  using namespace std::string_literals;
  EXPECT_EQ(EncodeValueList({}), "\0"s);
  EXPECT_EQ(EncodeValueList(std::vector<uint32_t>{7, 8, 300}), "\x03\x07\0\xA3\x02"s);
}

TEST(ValueListTest, KeepsExtremes) {
  const std::vector<uint32_t> values = {0, 1, 127, 128, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF};
  EXPECT_EQ(*ParseValueList(EncodeValueList(values)), values);
  EXPECT_THAT(*ParseValueList(EncodeValueList({})), ElementsAre());
  EXPECT_THAT(*ParseValueList(EncodeValueList(std::vector<uint32_t>{0xFFFFFFFF})), ElementsAre(0xFFFFFFFF));
}

TEST(ValueListTest, DamagedBytesAreDataLossOrAnotherList) {
  const std::string bytes = EncodeValueList(std::vector<uint32_t>{3, 5, 70000, 70001, 0xFFFFFFFF});
  for (size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(ParseValueList(bytes.substr(0, size)).ok()) << size;
  EXPECT_FALSE(ParseValueList(bytes + "x").ok());
  EXPECT_FALSE(ParseValueList("\xFF\xFF\xFF\xFF\x0F\x01").ok()) << "more values than bytes";
  ForEachDamaged(bytes, [](const std::string& damaged) {
    const auto parsed = ParseValueList(damaged);
    if (!parsed.ok()) {
      EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
      return;
    }
    EXPECT_EQ(std::set<uint32_t>(parsed->begin(), parsed->end()).size(), parsed->size());
    EXPECT_TRUE(std::is_sorted(parsed->begin(), parsed->end()));
  });
}

}  // namespace
}  // namespace muster::storage
