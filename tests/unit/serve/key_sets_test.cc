#include "serve/token/key_sets.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

class KeySetsTest : public testing::Test {
 protected:
  std::string body_ = R"({"keys":[{"kid":"a","kty":"RSA"},{"kid":"twice"},{"kid":"twice"}]})";
  bool reachable_ = true;
  int fetched_ = 0;
  std::chrono::steady_clock::time_point now_ = std::chrono::steady_clock::now();
  KeySets sets_{[this](const std::string&) -> absl::StatusOr<std::string> {
                  ++fetched_;
                  if (!reachable_) return absl::UnavailableError("away");
                  return body_;
                },
                [this] { return now_; }};

  absl::StatusCode Find(const char* kid) { return sets_.Find("https://x/jwks", kid).status().code(); }
};

TEST_F(KeySetsTest, FetchesOnceAndForUnknownIdsOnceAMinute) {
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  for (int i = 0; i < 12; ++i) EXPECT_EQ(Find("b"), absl::StatusCode::kUnauthenticated);
  EXPECT_EQ(fetched_, 1);
  now_ += std::chrono::seconds(61);
  body_ = R"({"keys":[{"kid":"b"}]})";
  EXPECT_EQ(Find("b"), absl::StatusCode::kOk);
  EXPECT_EQ(Find("a"), absl::StatusCode::kUnauthenticated);
  EXPECT_EQ(fetched_, 2);
}

TEST_F(KeySetsTest, ServesTheOldSetWhenItCannotBeFetched) {
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  reachable_ = false;
  now_ += std::chrono::hours(2);
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  EXPECT_EQ(fetched_, 2);
  reachable_ = true;
  body_ = "not a set";
  now_ += std::chrono::minutes(2);
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
}

TEST_F(KeySetsTest, SaysWhenThereIsNoSetAtAll) {
  reachable_ = false;
  EXPECT_EQ(Find("a"), absl::StatusCode::kUnavailable);
}

TEST_F(KeySetsTest, TrustsNeitherOfTwoKeysWithOneId) {
  EXPECT_EQ(*sets_.Find("https://x/jwks", "twice"), Json::object());
}

}  // namespace
}  // namespace muster::serve
