// Sets of rows put together: and, or, not, at least so many, from rows to those above and below.
#include "engine/execute/filter/segment_executor.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/unit/execute/segment_executor_fixture.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::NodePtr;
using plan::Op;

TEST_F(SegmentExecutorTest, MoreRowsThanAChunk) {
  EXPECT_GT(segment_->reader().rows(static_cast<uint8_t>(Entity::kMeasurement)), storage::kChunkRows);
  EXPECT_GT(segment_->reader().rows(static_cast<uint8_t>(Entity::kRun)), storage::kChunkRows);
}

TEST_F(SegmentExecutorTest, RandomPlans) {
  for (int i = 0; i < 150; ++i) {
    for (const Entity entity : {Entity::kIndividual, Entity::kSample, Entity::kRun, Entity::kMeasurement}) {
      ASSERT_NO_FATAL_FAILURE(Check(random_plan_.Random(entity, 1 + i % 3)));
    }
  }
}

// Few rows and many, which are counted in different ways.
TEST_F(SegmentExecutorTest, AtLeastSoMany) {
  for (int i = 0; i < 60; ++i) {
    const Entity entity = i % 2 == 0 ? Entity::kMeasurement : Entity::kSample;
    std::vector<NodePtr> inputs;
    for (uint64_t n = 1 + random_() % 6; n > 0; --n) {
      if (i % 4 == 0) {
        const auto low = static_cast<double>(random_() % 14'000);
        inputs.push_back(NumberRange(entity, model::field::kMeasurementValue, low, low + 150));
      } else {
        inputs.push_back(random_plan_.Random(entity, static_cast<int>(random_() % 2)));
      }
    }
    const auto count = static_cast<int>(1 + random_() % inputs.size());
    NodePtr root = Of(Op::kAtLeast, entity, std::move(inputs));
    root->count = count;
    ASSERT_NO_FATAL_FAILURE(Check(std::move(root)));
  }
}

}  // namespace
}  // namespace muster::execute
