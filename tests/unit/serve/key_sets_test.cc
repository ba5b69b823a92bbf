#include "serve/token/key_sets.h"

#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

class KeySetsTest : public testing::Test {
 protected:
  std::string body_ = R"({"keys":[{"kid":"a","kty":"RSA"},{"kid":"twice"},{"kid":"twice"}]})";
  bool reachable_ = true;
  int fetched_ = 0;
  std::chrono::steady_clock::time_point now_ = std::chrono::steady_clock::now();
  bool stalls_ = false;
  std::vector<std::function<void(KeySets::Body)>> stalled_;
  std::vector<std::string> renewed_;
  KeySets sets_{[this](const std::string&, const std::function<void(KeySets::Body)>& done) {
                  ++fetched_;
                  if (stalls_) return stalled_.push_back(done);
                  done(reachable_ ? KeySets::Body(body_) : absl::UnavailableError("away"));
                },
                [this] { return now_; }, [this](const std::string& url) { renewed_.push_back(url); }};

  /// Aborted: it is being fetched.
  absl::StatusCode Find(const char* kid) {
    const auto found = sets_.Find("https://x/jwks", kid);
    return found.has_value() ? found->status().code() : absl::StatusCode::kAborted;
  }
  void EndStalled(const KeySets::Body& body) {
    for (const auto& done : std::exchange(stalled_, {})) done(body);
  }
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

TEST_F(KeySetsTest, TellsOfEachSetThatHasCome) {
  Find("a");
  reachable_ = false;
  now_ += std::chrono::hours(2);
  Find("a");
  reachable_ = true;
  body_ = "not a set";
  now_ += std::chrono::minutes(2);
  Find("a");
  EXPECT_EQ(renewed_, std::vector<std::string>{"https://x/jwks"});
  body_ = R"({"keys":[]})";
  now_ += std::chrono::minutes(2);
  Find("a");
  EXPECT_EQ(renewed_.size(), 2U);
}

TEST_F(KeySetsTest, SaysWhenThereIsNoSetAtAll) {
  reachable_ = false;
  EXPECT_EQ(Find("a"), absl::StatusCode::kUnavailable);
  reachable_ = true;
  EXPECT_EQ(Find("a"), absl::StatusCode::kUnavailable);
  EXPECT_EQ(fetched_, 1);
  now_ += std::chrono::seconds(6);
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
}

TEST_F(KeySetsTest, HoldsOnlyThoseWhoNeedWhatIsFetched) {
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  now_ += std::chrono::seconds(61);
  stalls_ = true;
  int called = 0;
  EXPECT_EQ(Find("b"), absl::StatusCode::kAborted);
  EXPECT_TRUE(sets_.WhenFetched("https://x/jwks", [&called] { ++called; }));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  EXPECT_EQ(Find("b"), absl::StatusCode::kAborted);
  EXPECT_EQ(fetched_, 2);
  EXPECT_EQ(called, 0);
  EndStalled(absl::UnavailableError("stalled"));
  EXPECT_EQ(called, 1);
  EXPECT_EQ(Find("b"), absl::StatusCode::kUnauthenticated);
  EXPECT_TRUE(sets_.WhenFetched("https://x/jwks", [&called] { ++called; }));
  EXPECT_EQ(called, 2);
}

TEST_F(KeySetsTest, WaitsForASetThatWasNotLookedAtForLong) {
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  stalls_ = true;
  now_ += std::chrono::minutes(90);
  EXPECT_EQ(Find("a"), absl::StatusCode::kOk);
  EndStalled(body_);
  // A key that was withdrawn meanwhile is not taken.
  now_ += std::chrono::hours(3);
  EXPECT_EQ(Find("a"), absl::StatusCode::kAborted);
  EndStalled(R"({"keys":[{"kid":"b"}]})");
  EXPECT_EQ(Find("a"), absl::StatusCode::kUnauthenticated);
  // An issuer that did not answer is not waited for again.
  now_ += std::chrono::hours(3);
  EXPECT_EQ(Find("b"), absl::StatusCode::kAborted);
  EndStalled(absl::UnavailableError("stalled"));
  now_ += std::chrono::minutes(2);
  EXPECT_EQ(Find("b"), absl::StatusCode::kOk);
  EXPECT_EQ(stalled_.size(), 1U);
}

TEST_F(KeySetsTest, LetsABoundedNumberWait) {
  stalls_ = true;
  EXPECT_EQ(Find("a"), absl::StatusCode::kAborted);
  int waiting = 0;
  while (waiting < 1'000 && sets_.WhenFetched("https://x/jwks", [] {})) ++waiting;
  EXPECT_EQ(waiting, 64);
  EXPECT_TRUE(sets_.WhenFetched("https://other/jwks", [] {}));
}

TEST_F(KeySetsTest, TrustsNeitherOfTwoKeysWithOneId) {
  EXPECT_EQ(**sets_.Find("https://x/jwks", "twice"), Json::object());
}

}  // namespace
}  // namespace muster::serve
