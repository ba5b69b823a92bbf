#include "containers/make_room.h"

#include <vector>

#include "gtest/gtest.h"

namespace muster {
namespace {

TEST(MakeRoomTest, IsForOneMoreAndGrowsGeometrically) {
  std::vector<int> numbers;
  int moves = 0;
  for (int i = 0; i < 1000; ++i) {
    const int* const before = numbers.data();
    MakeRoom(&numbers);
    ASSERT_GT(numbers.capacity(), numbers.size());
    moves += numbers.data() != before ? 1 : 0;
    numbers.push_back(i);
  }
  EXPECT_LE(moves, 12);
}

}  // namespace
}  // namespace muster
