#include "serve/http/client.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace muster::serve {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// What is done with a request that has been read.
enum class Then { kAnswer, kClose };

/// Reads requests on one connection after another, and answers as it is told for each; then it closes the connection.
class PlainServer {
 public:
  explicit PlainServer(std::vector<std::vector<Then>> of_connections) : of_connections_(std::move(of_connections)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 10), 0);
    EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  ~PlainServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  std::string Url(const std::string& host) const { return absl::StrCat("http://", host, ":", port_, "/"); }
  int requests() const { return requests_; }
  int closed() const { return closed_; }

 private:
  void Serve() {
    for (const std::vector<Then>& thens : of_connections_) {
      const int connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      for (const Then then : thens) {
        if (!ReadRequest(connection)) break;
        ++requests_;
        constexpr std::string_view kAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        if (then == Then::kAnswer) ::send(connection, kAnswer.data(), kAnswer.size(), MSG_NOSIGNAL);
      }
      ::close(connection);
      ++closed_;
    }
  }

  // Requests of these tests have the body "{}", or none.
  static bool ReadRequest(int connection) {
    std::string request;
    while (!request.ends_with("\r\n\r\n{}") && !(request.starts_with("GET") && request.ends_with("\r\n\r\n"))) {
      char some[4096];
      const ssize_t got = ::recv(connection, some, sizeof some, 0);
      if (got <= 0) return false;
      request.append(some, static_cast<size_t>(got));
    }
    return true;
  }

  const std::vector<std::vector<Then>> of_connections_;
  int listener_ = -1;
  uint16_t port_ = 0;
  std::atomic<int> requests_ = 0;
  std::atomic<int> closed_ = 0;
  std::thread thread_;
};

FetchRequest Question(const std::string& url, bool once) {
  FetchRequest request;
  request.method = "POST";
  request.url = url;
  request.body = "{}";
  request.once = once;
  return request;
}

TEST(HttpClientTest, DoesNotSendAgainWhatMayCostSomething) {
  PlainServer server({{Then::kAnswer, Then::kClose}, {Then::kAnswer}});
  HttpClient client({});
  ASSERT_TRUE(client.FetchNow(Question(server.Url("127.0.0.1"), true)).ok());
  const auto second = client.FetchNow(Question(server.Url("127.0.0.1"), true));
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable) << second.status();
  EXPECT_EQ(server.requests(), 2);
  ASSERT_TRUE(client.FetchNow(Question(server.Url("127.0.0.1"), true)).ok()) << "the next has another connection";
  EXPECT_EQ(server.requests(), 3);
}

TEST(HttpClientTest, SendsAgainWhatCostsNothing) {
  PlainServer server({{Then::kAnswer, Then::kClose}, {Then::kAnswer}});
  HttpClient client({});
  ASSERT_TRUE(client.FetchNow(Question(server.Url("127.0.0.1"), false)).ok());
  const auto second = client.FetchNow(Question(server.Url("127.0.0.1"), false));
  EXPECT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(server.requests(), 3);
}

TEST(HttpClientTest, TakesNoConnectionThatTheOtherEndHasClosed) {
  PlainServer server({{Then::kAnswer}, {Then::kAnswer}});
  HttpClient client({});
  ASSERT_TRUE(client.FetchNow(Question(server.Url("127.0.0.1"), true)).ok());
  while (server.closed() == 0) absl::SleepFor(absl::Milliseconds(1));
  const auto second = client.FetchNow(Question(server.Url("127.0.0.1"), true));
  EXPECT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(server.requests(), 2);
}

// A name server that says nothing until it is let go. Outlives the client, as its look-up does.
struct StalledNames {
  absl::Notification go;
  std::atomic<int> asked = 0;
  std::atomic<int> ended = 0;
};

HttpClientOptions With(std::shared_ptr<StalledNames> names) {
  HttpClientOptions options;
  options.look_up = [names = std::move(names)](const std::string& host) -> Addresses {
    if (host == "known.example") return std::vector<std::string>{"127.0.0.1"};
    if (host == "unknown.example") return absl::UnavailableError("no such name");
    ++names->asked;
    names->go.WaitForNotification();
    ++names->ended;
    return std::vector<std::string>{"127.0.0.1"};
  };
  return options;
}

TEST(HttpClientTest, KeepsDeadlinesWhileANameServerStalls) {
  const auto names = std::make_shared<StalledNames>();
  PlainServer server({{Then::kAnswer}, {Then::kAnswer}});
  const Clock::time_point begun = Clock::now();
  {
    HttpClient client(With(names));
    FetchRequest request = Question(server.Url("stalled.example"), true);
    request.deadline = milliseconds(200);
    std::atomic<int> late = 0;
    for (int i = 0; i < 5; ++i) {
      client.Fetch(request, [&](const absl::StatusOr<HttpResponse>& response) {
        late += absl::IsDeadlineExceeded(response.status()) ? 1 : 0;
      });
    }
    EXPECT_TRUE(client.FetchNow(Question(server.Url("127.0.0.1"), true)).ok()) << "others do not wait for it";
    EXPECT_TRUE(client.FetchNow(Question(server.Url("known.example"), true)).ok()) << "nor for another name";
    EXPECT_TRUE(absl::IsDeadlineExceeded(client.FetchNow(request).status()));
    while (late < 5) absl::SleepFor(absl::Milliseconds(1));
    EXPECT_EQ(names->asked, 1) << "those who want one name wait for one look-up";
  }
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(5));
  EXPECT_EQ(names->ended, 0) << "the client does not wait for it when it ends";
  names->go.Notify();
  while (names->ended == 0) absl::SleepFor(absl::Milliseconds(1));
}

TEST(HttpClientTest, CancelsWhatWaitsForANameServer) {
  const auto names = std::make_shared<StalledNames>();
  {
    HttpClient client(With(names));
    absl::Notification done;
    absl::Status status;
    const auto fetching = client.Fetch(Question("http://stalled.example/", true), [&](const auto& response) {
      status = response.status();
      done.Notify();
    });
    while (names->asked == 0) absl::SleepFor(absl::Milliseconds(1));
    fetching->Cancel();
    EXPECT_TRUE(done.WaitForNotificationWithTimeout(absl::Seconds(2)));
    EXPECT_TRUE(absl::IsCancelled(status)) << status;
  }
  names->go.Notify();
  while (names->ended == 0) absl::SleepFor(absl::Milliseconds(1));
}

TEST(HttpClientTest, SaysThatANameIsNotKnown) {
  HttpClient client(With(std::make_shared<StalledNames>()));
  EXPECT_TRUE(absl::IsUnavailable(client.FetchNow(Question("http://unknown.example/", true)).status()));
}

}  // namespace
}  // namespace muster::serve
