#include "serve/stack.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "serve/json/json.h"

namespace muster::serve {
namespace {

// Asks before there is anybody who answers.
class StartupHandlerTest : public testing::Test {
 protected:
  HttpResponse Ask(const std::string& target) {
    auto request = std::make_shared<HttpRequest>();
    request->method = "POST";
    request->target = target;
    HttpResponse answer;
    held_.Handle(request, [&answer](HttpResponse response) { answer = std::move(response); });
    return answer;
  }

  StackSwitch switch_;
  StartupHandler held_{&switch_, "org.example.held"};
};

bool SaysWhenToAskAgain(const HttpResponse& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Retry-After") return !value.empty();
  }
  return false;
}

TEST_F(StartupHandlerTest, WhoAsksTooEarlyIsToldToAskAgain) {
  const HttpResponse answer = Ask("/beacon/v2/individuals");
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(SaysWhenToAskAgain(answer));
  const Json body = Json::parse(answer.body);
  EXPECT_EQ(body["meta"]["beaconId"], "org.example.held");
  EXPECT_EQ(body["error"]["errorCode"], 503);
  const HttpResponse elsewhere = Ask("/v1/query");
  EXPECT_EQ(elsewhere.status, 503);
  EXPECT_TRUE(SaysWhenToAskAgain(elsewhere));
  EXPECT_EQ(Json::parse(elsewhere.body)["status"], 503);
}

TEST_F(StartupHandlerTest, ABodyIsNotTooLargeBecauseItIsEarly) {
  EXPECT_EQ(held_.MaxBody("/beacon/v2/individuals"), App::MaxBodyOf("/beacon/v2/individuals"));
  EXPECT_GT(held_.MaxBody("/v1/query"), 100'000u);
}

TEST_F(StartupHandlerTest, RefusesInTheFormOfThePath) {
  EXPECT_EQ(Json::parse(held_.Refuse(414, "/beacon/v2/x").body)["error"]["errorCode"], 414);
  EXPECT_EQ(Json::parse(held_.Refuse(414, "/x").body)["status"], 414);
}

TEST_F(StartupHandlerTest, LivesBeforeItIsReady) {
  EXPECT_EQ(Ask("/health/live").status, 200);
  EXPECT_EQ(Ask("/health/ready").status, 503);
}

}  // namespace
}  // namespace muster::serve
