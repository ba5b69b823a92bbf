#include "serve/http/server.h"

#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "serve/http/client.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

// Hands out what came, to be answered later.
class Later final : public HttpHandler {
 public:
  void Handle(std::shared_ptr<const HttpRequest>, HttpReply reply) override { came_.set_value(std::move(reply)); }
  HttpResponse Refuse(int status, std::string_view) override { return {status, {}, ""}; }
  size_t MaxBody(std::string_view) const override { return 0; }
  HttpReply Wait() { return came_.get_future().get(); }

 private:
  std::promise<HttpReply> came_;
};

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = HttpServer::Start(HttpServerOptions(), &handler_);
    ASSERT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
    FetchRequest request;
    request.url = Concat("http://127.0.0.1:", server_->port(), "/");
    request.deadline = std::chrono::milliseconds(20'000);
    client_.Fetch(std::move(request), [this](absl::StatusOr<HttpResponse> got) { got_.set_value(std::move(got)); });
  }

  Later handler_;
  std::promise<absl::StatusOr<HttpResponse>> got_;
  std::unique_ptr<HttpServer> server_;
  HttpClient client_{HttpClientOptions()};
};

TEST_F(ServerTest, GivesAnAnswerThatComesLaterFromAnotherThread) {
  handler_.Wait()({200, {}, "late"});
  const absl::StatusOr<HttpResponse> got = got_.get_future().get();
  ASSERT_TRUE(got.ok()) << got.status();
  EXPECT_EQ(got->body, "late");
}

TEST_F(ServerTest, LetsNobodyDownWhoAnswersAfterItsEnd) {
  HttpReply reply = handler_.Wait();
  const HttpReply kept = reply;
  server_.reset();
  EXPECT_FALSE(got_.get_future().get().ok());
  reply({200, {}, "too late"});
  reply = nullptr;
}

}  // namespace
}  // namespace muster::serve
