#include "engine/secret/secret_keys.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace muster::secret {
namespace {

constexpr SecretKeys kSome{{1, 2}, {3, 0xfedcba9876543210}};

TEST(SecretKeysTest, AreReadAsTheyWereWritten) {
  const auto read = DecodeSecretKeys(EncodeSecretKeys(kSome));
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, kSome);
}

TEST(SecretKeysTest, AreNotTakenFromDamagedBytes) {
  const std::string bytes = EncodeSecretKeys(kSome);
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_TRUE(absl::IsDataLoss(DecodeSecretKeys(damaged).status())) << i;
    EXPECT_TRUE(absl::IsDataLoss(DecodeSecretKeys(bytes.substr(0, i)).status())) << i;
  }
  EXPECT_TRUE(absl::IsDataLoss(DecodeSecretKeys(bytes + "x").status()));
}

TEST(SecretKeysTest, AreDrawnAnewEachTime) {
  const auto a = DrawSecretKeys();
  const auto b = DrawSecretKeys();
  ASSERT_TRUE(a.ok() && b.ok());
  for (const SipKey& key : {a->record, a->noise}) {
    EXPECT_FALSE(key == b->record || key == b->noise);
    EXPECT_NE(key.k0, key.k1);
  }
  EXPECT_FALSE(a->record == a->noise);
}

TEST(SecretKeysTest, AreADocumentOfTheCatalogue) {
  std::map<std::string, std::string> documents;
  auto none = SecretKeysIn(documents);
  ASSERT_TRUE(none.ok());
  EXPECT_FALSE(none->has_value());
  documents[std::string(kSecretKeysDocument)] = EncodeSecretKeys(kSome);
  const auto some = SecretKeysIn(documents);
  ASSERT_TRUE(some.ok() && some->has_value());
  EXPECT_EQ(**some, kSome);
  documents[std::string(kSecretKeysDocument)] = "?";
  EXPECT_TRUE(absl::IsDataLoss(SecretKeysIn(documents).status()));
}

}  // namespace
}  // namespace muster::secret
