#include "serve/http/open_connections.h"

#include <string>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(OpenConnectionsTest, ClosesWhatHasBeenIdleForLongest) {
  OpenConnections connections;
  std::string closed;
  const auto enter = [&](char name) {
    connections.Expect("192.0.2.1");
    return connections.Enter({[&closed, name] { closed += name; }, "192.0.2.1", "192.0.2.1"});
  };
  const auto a = enter('a');
  const auto b = enter('b');
  const auto c = enter('c');
  a->idle = false;
  connections.BecomesIdle(b);
  EXPECT_TRUE(connections.CloseOldestIdle());
  EXPECT_TRUE(connections.CloseOldestIdle());
  EXPECT_FALSE(connections.CloseOldestIdle()) << "a is being answered";
  EXPECT_EQ(closed, "cb");
  connections.BecomesIdle(a);
  connections.CloseIdle();
  EXPECT_EQ(closed, "cba");
  EXPECT_EQ(connections.OfNetwork("192.0.2.1"), 3U);
  for (const auto place : {a, b, c}) connections.Leave(place);
  EXPECT_EQ(connections.OfNetwork("192.0.2.1"), 0U);
  EXPECT_EQ(connections.count(), 0U);
}

}  // namespace
}  // namespace muster::serve
