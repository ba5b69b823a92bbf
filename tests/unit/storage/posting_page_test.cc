#include "storage/codec/posting_page.h"

#include <gmock/gmock.h>

#include <vector>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

using Found = std::vector<std::pair<uint32_t, std::string>>;

bool Decode(uint32_t first, std::string_view page, Found* found) {
  return ForEachInPage(first, page, [&](uint32_t value, std::string_view posting) {
    found->emplace_back(value, posting);
    return true;
  });
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(PostingPageTest, Bytes) {
  using namespace std::string_literals;
  const std::string page = EncodePage(std::vector<EncodedPosting>{{7, "ab"}, {8, ""}, {300, "c"}});
  EXPECT_EQ(page, "\x03\0\x02\0\0\xA3\x02\x01"s + "abc");
  Found found;
  EXPECT_TRUE(Decode(7, page, &found));
  EXPECT_THAT(found, ElementsAre(Pair(7, "ab"), Pair(8, ""), Pair(300, "c")));
}

TEST(PostingPageTest, LastValues) {
  const std::string page = EncodePage(std::vector<EncodedPosting>{{0xFFFFFFFE, "a"}, {0xFFFFFFFF, "b"}});
  Found found;
  EXPECT_TRUE(Decode(0xFFFFFFFE, page, &found));
  EXPECT_EQ(found.back().first, 0xFFFFFFFF);
  EXPECT_FALSE(Decode(0xFFFFFFFF, page, &found)) << "a value beyond";
}

TEST(PostingPageTest, StopsWhenToldTo) {
  int calls = 0;
  EXPECT_TRUE(ForEachInPage(7, EncodePage(std::vector<EncodedPosting>{{7, "ab"}, {8, ""}}),
                            [&](uint32_t, std::string_view) { return ++calls < 1; }));
  EXPECT_EQ(calls, 1);
}

TEST(PostingPageTest, DamagedBytesAreNoneOrAscend) {
  std::vector<EncodedPosting> postings;
  for (uint32_t value = 5; value < 5000; value += 1 + value % 200) {
    postings.push_back({value, std::string(value % 7, 'x')});
  }
  ForEachDamaged(EncodePage(postings), [](const std::string& damaged) {
    Found found;
    if (!Decode(5, damaged, &found)) return;
    for (size_t i = 1; i < found.size(); ++i) EXPECT_LT(found[i - 1].first, found[i].first);
  });
  Found found;
  EXPECT_FALSE(Decode(5, "", &found));
  EXPECT_FALSE(Decode(5, std::string_view("\0", 1), &found)) << "no posting";
}

}  // namespace
}  // namespace muster::storage
