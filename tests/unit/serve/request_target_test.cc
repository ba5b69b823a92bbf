#include "serve/http/request_target.h"

#include <string>
#include <utility>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

using Halves = std::pair<std::string, std::string>;

TEST(RequestTargetTest, TakesTheHostOfAWholeAddress) {
  EXPECT_EQ(SplitTarget("/a?b=http://c/d"), Halves("/a?b=http://c/d", ""));
  EXPECT_EQ(SplitTarget("HTTP://host:80/a?b"), Halves("/a?b", "host:80"));
  EXPECT_EQ(SplitTarget("https://host"), Halves("/", "host"));
  EXPECT_EQ(SplitTarget("http://host?b"), Halves("/?b", "host"));
}

TEST(RequestTargetTest, IsFoundInWhatHasCome) {
  EXPECT_EQ(TargetSoFar("GET /a/b?c HTTP/1.1\r\nHost: x"), "/a/b?c");
  EXPECT_EQ(TargetSoFar("GET /a/b HTTP/1.1"), "/a/b");
  EXPECT_EQ(TargetSoFar("GET /a/b"), "/a/b");
  EXPECT_EQ(TargetSoFar("GET \nHost: /a"), "");
  EXPECT_EQ(TargetSoFar("GET\r\nHost: /a"), "");
  EXPECT_EQ(TargetSoFar(""), "");
}

}  // namespace
}  // namespace muster::serve
