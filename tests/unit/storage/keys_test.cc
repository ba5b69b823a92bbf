#include "storage/keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace muster::storage {
namespace {

using namespace std::string_literals;

TEST(KeysTest, NumbersSortAsNumbers) {
  EXPECT_LT(RecordKey(1, 0xFFFFFFFF), RecordKey(2, 0));
  EXPECT_LT(RecordKey(1, 255), RecordKey(1, 256));
  EXPECT_LT(LiveKey(3, 0xFFFFFFFFFF), LiveKey(4, 1));
  EXPECT_LT(DictionaryKey(255), DictionaryKey(256));
  EXPECT_LT(PageKey(1, {1, 2, 3, 255}), PageKey(1, {1, 2, 3, 256}));
  EXPECT_LT(PageKey(1, {1, 2, 3, 0xFFFFFFFF}), PageKey(1, {1, 2, 4, 0}));
  EXPECT_LT(PageKey(1, {1, 2, 255, 9}), PageKey(1, {1, 3, 0, 0}));
  EXPECT_LT(ColumnKeyBytes(1, {1, 2, 3}, 255), ColumnKeyBytes(1, {1, 2, 3}, 256));
  EXPECT_LT(ColumnKeyBytes(1, {1, 2, 3}, 0xFFFFFFFF), ColumnKeyBytes(1, {1, 2, 4}, 0));
}

TEST(KeysTest, SegmentPrefixesBound) {
  for (const uint32_t segment : {0u, 1u, 255u, 256u, 0xFFFFFFFDu}) {
    for (const std::string& key : {RecordKey(segment, 0xFFFFFFFF), PageKey(segment, {255, 255, 255, 0xFFFFFFFF}),
                                   ColumnKeyBytes(segment, {255, 255, 255}, 0xFFFFFFFF)}) {
      EXPECT_GE(key, SegmentPrefix(segment));
      EXPECT_LT(key, SegmentPrefix(segment + 1));
    }
  }
}

// Frozen: these bytes are in files that exist.
TEST(KeysTest, Bytes) {
  EXPECT_EQ(RecordKey(1, 258), "\0\0\0\1\0\0\1\2"s);
  EXPECT_EQ(PageKey(1, {2, 3, 4, 5}), "\0\0\0\1\2\3\4\0\0\0\5"s);
  EXPECT_EQ(ColumnKeyBytes(1, {2, 3, 4}, 5), "\0\0\0\1\2\3\4\0\0\0\5"s);
  EXPECT_EQ(LiveKey(1, 2), "live\0\0\0\1\0\0\0\0\0\0\0\2"s);
  EXPECT_EQ(DictionaryKey(7), "symbols\0\0\0\7"s);
  EXPECT_EQ(IdKey("d", "a\0b"s, 9),
            "d\0\0a\0\xFF"
            "b\0\0\0\0\0\x09"s);
  EXPECT_EQ(OntologyKey("hp", "2024-01-16"),
            "hp\0\0"
            "2024-01-16"s);
}

TEST(KeysTest, IdsSortAsStringsAndNoneIsAPrefixOfAnother) {
  const std::vector<std::string> texts = {"",      "\0"s,  "\0\0"s, "\0\1"s, "\0\xFF"s, "\1"s,     "a",        "a\0"s,
                                          "a\0b"s, "a\1"s, "aa",    "ab",    "\xFF"s,   "\xFF\0"s, "\xFF\xFF"s};
  std::map<std::string, std::tuple<std::string, std::string, uint32_t>> by_key;
  std::vector<std::tuple<std::string, std::string, uint32_t>> tuples;
  for (const std::string& dataset : texts) {
    for (const std::string& id : texts) {
      for (const uint32_t segment : {0u, 1u, 0xFF00u, 0xFFFFFFFFu}) {
        by_key[IdKey(dataset, id, segment)] = {dataset, id, segment};
        tuples.emplace_back(dataset, id, segment);
      }
    }
  }
  std::ranges::sort(tuples);
  ASSERT_EQ(by_key.size(), tuples.size());
  size_t i = 0;
  for (const auto& [key, tuple] : by_key) EXPECT_EQ(tuple, tuples[i++]);

  std::map<std::string, int> prefixes;
  for (const std::string& dataset : texts) {
    for (const std::string& id : texts) ++prefixes[IdPrefix(dataset, id)];
  }
  EXPECT_EQ(prefixes.size(), texts.size() * texts.size());
  for (auto it = prefixes.begin(); std::next(it) != prefixes.end(); ++it) {
    EXPECT_FALSE(std::next(it)->first.starts_with(it->first));
  }
}

TEST(KeysTest, IdPrefixLength) {
  for (const std::string& id : {""s, "x"s, "a\0\0b"s, "\0"s, "\0\xFF"s}) {
    EXPECT_EQ(IdPrefixLength(IdKey("data\0set"s, id, 0)), IdPrefix("data\0set"s, id).size());
    EXPECT_EQ(IdPrefixLength(IdPrefix("data\0set"s, id)), IdPrefix("data\0set"s, id).size());
  }
  EXPECT_EQ(IdPrefixLength(""), 0u);
  EXPECT_EQ(IdPrefixLength("abc"), 0u);
  EXPECT_EQ(IdPrefixLength("a\0\0b"s), 0u);
  EXPECT_EQ(IdPrefixLength("a\0\0b\0"s), 0u);
}

TEST(KeysTest, PrefixEnd) {
  EXPECT_EQ(PrefixEnd("a"), "b");
  EXPECT_EQ(PrefixEnd("a\xFF\xFF"), "b");
  EXPECT_EQ(PrefixEnd("\xFF"), "");
  EXPECT_GT(PrefixEnd(SegmentPrefix(0x1FF)), RecordKey(0x1FF, 0xFFFFFFFF));
  EXPECT_LE(PrefixEnd(SegmentPrefix(0x1FF)), RecordKey(0x200, 0));
}

}  // namespace
}  // namespace muster::storage
