#include "engine/secret/record_key.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace muster::secret {
namespace {

constexpr SipKey kKey{0x0706050403020100, 0x0f0e0d0c0b0a0908};

TEST(RecordKeyTest, IsTheHashOfDatasetAndId) {
  EXPECT_EQ(RecordKey(kKey, "demo", "P1"), SipHash24(kKey, std::string("demo\0P1", 7)));
}

TEST(RecordKeyTest, TellsAllPeopleApart) {
  std::set<uint64_t> keys;
  for (const std::string& dataset : {std::string("a"), std::string("b"), std::string(), std::string("a\0", 2)}) {
    for (const std::string& id : {std::string("1"), std::string("2"), std::string(), std::string("\xFF"), dataset}) {
      keys.insert(RecordKey(kKey, dataset, id));
    }
  }
  EXPECT_EQ(keys.size(), 19U);
  // What stands between dataset and id does not move from one to the other.
  EXPECT_NE(RecordKey(kKey, std::string("a\0b", 3), "c"), RecordKey(kKey, "a", std::string("b\0c", 3)));
}

TEST(RecordKeyTest, OfFamiliesAndLinkedPersonsIsOfAnotherKind) {
  const std::set<uint64_t> keys = {RecordKey(kKey, "d", "x"), FamilyKey(kKey, "d", "x"), PersonKey(kKey, "x"),
                                   PersonKey(kKey, std::string("d\0x", 3)), FamilyKey(kKey, "e", "x")};
  EXPECT_EQ(keys.size(), 5U);
}

TEST(RecordKeyTest, OfRowsDependsOnHowManyThereAre) {
  EXPECT_NE(RowsKey(7, 1), RowsKey(7, 2));
  EXPECT_NE(RowsKey(7, 1), RowsKey(8, 1));
  // SplitMix64 of the reference implementation with the seed 0: its first two outputs.
  EXPECT_EQ(RowsKey(0, 1), 0xE220A8397B1DCDAF);
  EXPECT_EQ(RowsKey(0, 2), 0x6E789E6AA1B965F4);
}

}  // namespace
}  // namespace muster::secret
