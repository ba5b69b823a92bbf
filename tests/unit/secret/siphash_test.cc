#include "engine/secret/siphash.h"

#include <gtest/gtest.h>

#include <string>

namespace muster::secret {
namespace {

std::string Counting(size_t size) {
  std::string bytes;
  for (size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(i));
  return bytes;
}

// The key of the paper's test vectors: bytes 0 to 15.
constexpr SipKey kPaper{0x0706050403020100, 0x0f0e0d0c0b0a0908};

TEST(SipHashTest, HasTheValueOfThePaper) {
  // Aumasson and Bernstein 2012, appendix A: the bytes 0 to 14.
  EXPECT_EQ(SipHash24(kPaper, Counting(15)), 0xa129ca6149be45e5);
}

TEST(SipHashTest, HasTheValuesOfTheReferenceImplementation) {
  // vectors_sip64 of github.com/veorq/SipHash, as little-endian words, by the number of bytes.
  EXPECT_EQ(SipHash24(kPaper, Counting(0)), 0x726fdb47dd0e0e31);
  EXPECT_EQ(SipHash24(kPaper, Counting(1)), 0x74f839c593dc67fd);
  EXPECT_EQ(SipHash24(kPaper, Counting(2)), 0x0d6c8009d9a94f5a);
  EXPECT_EQ(SipHash24(kPaper, Counting(7)), 0xab0200f58b01d137);
  EXPECT_EQ(SipHash24(kPaper, Counting(8)), 0x93f5f5799a932462);
  EXPECT_EQ(SipHash24(kPaper, Counting(16)), 0x3f2acc7f57c29bdb);
  EXPECT_EQ(SipHash24(kPaper, Counting(63)), 0x958a324ceb064572);
}

TEST(SipHashTest, DependsOnBothHalvesOfTheKeyAndOnHighBytes) {
  const uint64_t hash = SipHash24({1, 2}, "a\xff");
  EXPECT_NE(hash, SipHash24({1, 3}, "a\xff"));
  EXPECT_NE(hash, SipHash24({2, 2}, "a\xff"));
  EXPECT_NE(hash, SipHash24({1, 2}, "a\xfe"));
  EXPECT_NE(SipHash24({1, 2}, std::string("a\0", 2)), SipHash24({1, 2}, "a"));
}

}  // namespace
}  // namespace muster::secret
