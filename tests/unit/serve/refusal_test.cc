#include "serve/refusal.h"

#include <optional>
#include <string>
#include <utility>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

HttpRequest Of(const std::string& method, HttpHeaders headers = {}) {
  HttpRequest request;
  request.method = method;
  request.headers = std::move(headers);
  return request;
}

int StatusOf(const std::optional<Refusal>& refusal) { return refusal.has_value() ? refusal->status : 0; }

TEST(RefusalTest, OnlyItsOwnNamesAreAnswered) {
  Settings settings;
  settings.listen.address = "10.0.0.7";
  settings.beacon.public_url = "https://beacon.example.org:8443";
  for (const char* host : {"localhost", "LOCALHOST:80", "127.0.0.1:5050", "[::1]", "[::1]:5050", "10.0.0.7",
                           "beacon.example.org", "Beacon.Example.org:8443"}) {
    EXPECT_EQ(StatusOf(RefusalOfHeaders(Of("GET", {{"host", host}}), settings)), 0) << host;
  }
  for (const char* host : {"", "example.org", "beacon.example.org.attacker.net", "10.0.0.8", "[::2]"}) {
    const std::optional<Refusal> refusal = RefusalOfHeaders(Of("GET", {{"host", host}}), settings);
    EXPECT_EQ(StatusOf(refusal), 421) << host;
    EXPECT_EQ(refusal.value_or(Refusal()).counted, "host");
  }
  EXPECT_EQ(StatusOf(RefusalOfHeaders(Of("GET"), settings)), 0);  // HTTP/1.0
}

TEST(RefusalTest, NamesOfTheConfigurationAreAllThereAre) {
  Settings settings;
  settings.listen.server_names = {"beacon.example.org"};
  EXPECT_EQ(StatusOf(RefusalOfHeaders(Of("GET", {{"host", "BEACON.example.org:443"}}), settings)), 0);
  EXPECT_EQ(StatusOf(RefusalOfHeaders(Of("GET", {{"host", "localhost"}}), settings)), 421);
}

TEST(RefusalTest, AHeaderThatIsThereTwice) {
  HttpRequest request = Of("GET", {{"host", "localhost"}});
  request.too_many = true;
  EXPECT_EQ(StatusOf(RefusalOfHeaders(request, Settings())), 400);
}

TEST(RefusalTest, QuestionsMayBePosted) {
  for (const char* method : {"GET", "HEAD", "POST"}) EXPECT_EQ(StatusOf(RefusalOfMethod(Of(method), true)), 0);
  for (const char* method : {"PUT", "DELETE", "TRACE", "get"}) {
    EXPECT_EQ(StatusOf(RefusalOfMethod(Of(method), true)), 405) << method;
  }
  const std::optional<Refusal> posted = RefusalOfMethod(Of("POST"), false);
  ASSERT_TRUE(posted.has_value());
  EXPECT_EQ(FindHeader(posted->headers, "Allow"), "GET, HEAD");
}

TEST(RefusalTest, FormsThatAreNotReadOrWritten) {
  EXPECT_EQ(StatusOf(RefusalOfForm(Of("POST", {{"content-encoding", "gzip"}}))), 415);
  EXPECT_EQ(StatusOf(RefusalOfForm(Of("POST", {{"content-encoding", "Identity"}}))), 0);
  EXPECT_EQ(StatusOf(RefusalOfForm(Of("GET", {{"accept", "text/html"}}))), 406);
  HttpRequest with_body = Of("GET");
  with_body.body = "{}";
  EXPECT_EQ(StatusOf(RefusalOfForm(with_body)), 400);
  with_body.method = "POST";
  EXPECT_EQ(StatusOf(RefusalOfForm(with_body)), 0);
}

}  // namespace
}  // namespace muster::serve
