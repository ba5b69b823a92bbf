#include "storage/files/memory_reserve.h"

#include <chrono>
#include <new>
#include <thread>

#include "gtest/gtest.h"

namespace muster::storage {
namespace {

int asked_host = 0;
void HostHandler() { ++asked_host; }

class MemoryReserveTest : public testing::Test {
 protected:
  MemoryReserveTest() : before_(std::get_new_handler()) { std::set_new_handler(nullptr); }
  ~MemoryReserveTest() override { std::set_new_handler(before_); }

  // What an operator new does that finds no memory; whether it is to try again.
  static bool AsksForMore() {
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) return false;
    try {
      handler();
    } catch (const std::bad_alloc&) {
      return false;
    }
    return true;
  }

 private:
  const std::new_handler before_;
};

TEST_F(MemoryReserveTest, IsGivenOnce) {
  EXPECT_FALSE(AsksForMore());
  {
    const MemoryReserve reserve;
    EXPECT_TRUE(reserve.held());
    EXPECT_TRUE(AsksForMore());
    EXPECT_FALSE(reserve.held());
    EXPECT_FALSE(AsksForMore());
  }
  EXPECT_EQ(std::get_new_handler(), nullptr);
}

TEST_F(MemoryReserveTest, NestedOnesAreGivenFromWithin) {
  const MemoryReserve outer;
  {
    const MemoryReserve inner;
    EXPECT_TRUE(AsksForMore());
    EXPECT_FALSE(inner.held());
    EXPECT_TRUE(outer.held());
    EXPECT_TRUE(AsksForMore());
    EXPECT_FALSE(outer.held());
    EXPECT_FALSE(AsksForMore());
  }
  EXPECT_FALSE(AsksForMore());
}

TEST_F(MemoryReserveTest, WhenItIsGoneItWaitsForAWhile) {
  const MemoryReserve reserve(std::chrono::milliseconds(30));
  EXPECT_TRUE(AsksForMore());
  EXPECT_FALSE(reserve.held());
  const auto begin = std::chrono::steady_clock::now();
  for (int attempt = 0; attempt < 3; ++attempt) EXPECT_TRUE(AsksForMore());
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(30));
  EXPECT_FALSE(AsksForMore());
}

TEST_F(MemoryReserveTest, IsForItsThread) {
  const MemoryReserve reserve;
  bool given = true;
  std::thread([&] { given = AsksForMore(); }).join();
  EXPECT_FALSE(given);
  EXPECT_TRUE(reserve.held());
}

TEST_F(MemoryReserveTest, TheHandlerOfTheProcessIsAskedForMoreAndComesBack) {
  std::set_new_handler(HostHandler);
  asked_host = 0;
  {
    const MemoryReserve reserve;
    EXPECT_TRUE(AsksForMore());
    EXPECT_EQ(asked_host, 0);
    EXPECT_TRUE(AsksForMore());
    EXPECT_EQ(asked_host, 1);
    std::thread([] { EXPECT_TRUE(AsksForMore()); }).join();
    EXPECT_EQ(asked_host, 2);
  }
  EXPECT_EQ(std::get_new_handler(), HostHandler);
}

TEST_F(MemoryReserveTest, AHandlerThatIsSetMeanwhileStays) {
  {
    const MemoryReserve reserve;
    std::set_new_handler(HostHandler);
  }
  EXPECT_EQ(std::get_new_handler(), HostHandler);
}

}  // namespace
}  // namespace muster::storage
