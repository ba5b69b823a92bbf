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

// The first and last are so among all rows of the person, whichever of them are candidates.
TEST_F(SegmentExecutorTest, FirstAndLastAmongCandidates) {
  UnionCache unions(1 << 20);
  for (int i = 0; i < 20; ++i) {
    NodePtr pick = With(Op::kPick, Entity::kSample, random_plan_.Random(Entity::kSample, i % 2));
    pick->left.field = model::field::kSampleCollected;
    pick->last = i % 4 < 2;
    const NodePtr people = With(Op::kToParent, Entity::kIndividual,
                                With(Op::kAnd, Entity::kSample, random_plan_.Leaf(Entity::kSample), std::move(pick)));
    const plan::Node& both = *people->inputs[0];
    for (const plan::Node* node : std::initializer_list<const plan::Node*>{both.inputs[1].get(), &both, people.get()}) {
      SegmentExecutor executor(segment_->reader(), &unions, nullptr);
      const auto all = executor.Evaluate(*node);
      ASSERT_TRUE(all.ok()) << all.status();
      const uint32_t size = segment_->reader().rows(static_cast<uint8_t>(node->entity));
      for (const uint32_t one_in : {2u, 20u, 5000u}) {
        std::vector<uint32_t> among;
        for (uint32_t row = 0; row < size; ++row) {
          if (random_() % one_in == 0) among.push_back(row);
        }
        const storage::Bitmap candidates = storage::Bitmap::FromSorted(among);
        const auto some = executor.Evaluate(*node, &candidates);
        ASSERT_TRUE(some.ok()) << some.status();
        ASSERT_EQ((*some)->ToVector(), storage::Bitmap::And(**all, candidates).ToVector());
      }
    }
  }
}

}  // namespace
}  // namespace muster::execute
