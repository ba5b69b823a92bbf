#include "serve/http/http_date.h"

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(HttpDateTest, IsThatOfTheStandard) {
  EXPECT_EQ(HttpDate(std::chrono::system_clock::from_time_t(784'111'777)), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace muster::serve
