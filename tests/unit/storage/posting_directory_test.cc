#include "storage/codec/posting_directory.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

using ::testing::ElementsAre;

PostingDirectory Example() {
  PostingDirectory directory;
  directory.Add(7, true);
  directory.Add(8, false);
  directory.Add(300, true);
  directory.Add(0xFFFFFFFF, false);
  return directory;
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(PostingDirectoryTest, Bytes) {
  using namespace std::string_literals;
  EXPECT_EQ(PostingDirectory().Encode(), "\0"s);
  EXPECT_EQ(Example().Encode(), "\x04\x0F\0\xC7\x04\xA4\xFB\xFF\xFF\x1F"s);
}

TEST(PostingDirectoryTest, TellsValuesAndPages) {
  const auto directory = PostingDirectory::Parse(Example().Encode());
  ASSERT_TRUE(directory.ok()) << directory.status();
  EXPECT_THAT(directory->values(), ElementsAre(7, 8, 300, 0xFFFFFFFF));
  EXPECT_THAT(directory->pages(), ElementsAre(7, 300));
  EXPECT_TRUE(directory->Contains(8));
  EXPECT_FALSE(directory->Contains(9));
  EXPECT_EQ(directory->PageOf(7), 0u);
  EXPECT_EQ(directory->PageOf(8), 0u);
  EXPECT_EQ(directory->PageOf(300), 1u);
  EXPECT_EQ(directory->PageOf(0xFFFFFFFF), 1u);
}

TEST(PostingDirectoryTest, DamagedBytesAreDataLossOrAnotherDirectory) {
  const std::string bytes = Example().Encode();
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(PostingDirectory::Parse(bytes.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(PostingDirectory::Parse("\x01\x0E").ok()) << "a value before the first page";
  ForEachDamaged(bytes, [](const std::string& damaged) {
    const auto parsed = PostingDirectory::Parse(damaged);
    if (!parsed.ok()) {
      EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
      return;
    }
    EXPECT_TRUE(std::ranges::is_sorted(parsed->values(), std::less_equal<>()) || parsed->values().size() < 2);
    EXPECT_TRUE(std::ranges::includes(parsed->values(), parsed->pages()));
    EXPECT_TRUE(parsed->values().empty() || parsed->pages().front() == parsed->values().front());
  });
}

}  // namespace
}  // namespace muster::storage
