// What is found once for each field: the first that was set stays.
#include "engine/bind/catalogue/per_field.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace muster::bind {
namespace {

TEST(PerFieldTest, TheFirstStays) {
  PerField<std::string> found;
  EXPECT_EQ(found.Find(255), nullptr);
  EXPECT_EQ(found.Set(255, "first"), "first");
  EXPECT_EQ(found.Set(255, "second"), "first");
  EXPECT_EQ(*found.Find(255), "first");
  EXPECT_EQ(found.Find(0), nullptr);
}

TEST(PerFieldTest, AllThreadsSeeTheSame) {
  PerField<int> found;
  std::atomic<int> others = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&found, &others, i] {
      const int set = found.Set(3, i);
      if (set != *found.Find(3)) ++others;
    });
  }
  threads.clear();
  EXPECT_EQ(others, 0);
}

}  // namespace
}  // namespace muster::bind
