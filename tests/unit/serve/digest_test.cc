#include "serve/text/digest.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(DigestTest, IsThatOfTheStandards) {
  EXPECT_EQ(Digest("abc", 64), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Digest("abc", 5), "ba781");
  // RFC 4231, test case 2.
  EXPECT_EQ(KeyedDigest("Jefe", "what do ya want for nothing?", 64),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(DigestTest, KeysDiffer) {
  EXPECT_EQ(RandomKey().size(), 32U);
  EXPECT_NE(RandomKey(), RandomKey());
}

}  // namespace
}  // namespace muster::serve
