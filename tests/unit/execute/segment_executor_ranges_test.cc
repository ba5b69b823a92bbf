// Ranges of columns: several together, and those of the rows of one code.
#include <gtest/gtest.h>

#include <limits>
#include <utility>
#include <vector>

#include "tests/unit/execute/segment_executor_fixture.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::MakeNode;
using plan::NodePtr;
using plan::Op;

class SegmentExecutorRangesTest : public SegmentExecutorTest {};

// Bounds of one column are one range, which may be empty; those of several columns are tested one after the other.
TEST_F(SegmentExecutorRangesTest, SeveralRanges) {
  for (int i = 0; i < 40; ++i) {
    std::vector<NodePtr> inputs;
    const Entity entity = i % 2 == 0 ? Entity::kMeasurement : Entity::kSample;
    if (i % 4 < 2) inputs.push_back(random_plan_.Leaf(entity));
    for (uint64_t n = 2 + random_() % 3; n > 0; --n) {
      const auto bound = static_cast<int64_t>(random_() % 10'000);
      const bool above = random_() % 2 == 0;
      if (entity == Entity::kMeasurement) {
        const auto value = static_cast<double>(bound);
        inputs.push_back(
            NumberRange(entity, model::field::kMeasurementValue, above ? value : -1e300, above ? 1e300 : value));
        continue;
      }
      NodePtr node = MakeNode(Op::kRange, entity);
      node->field = model::field::kSampleCollected;
      node->part = random_() % 2 == 0 ? model::kAgeLow : model::kAgeHigh;
      node->low = above ? bound * 150 : std::numeric_limits<int64_t>::min();
      node->high = above ? std::numeric_limits<int64_t>::max() : bound * 150;
      inputs.push_back(std::move(node));
    }
    ASSERT_NO_FATAL_FAILURE(Check(Of(Op::kAnd, entity, std::move(inputs))));
  }
}

// What "has measurement ASSAY with value ..." becomes: a slice.
TEST_F(SegmentExecutorRangesTest, RangesOfOneCode) {
  const Entity entity = Entity::kMeasurement;
  const auto of_unit = [&](model::Symbol unit, double low, double high) {
    return With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementUnit, {unit}),
                NumberRange(entity, model::field::kMeasurementValue, low, high));
  };
  for (const model::Symbol assay : {0u, 7u, 19u, 55u}) {
    for (const auto& [low, high] : {std::pair{100.0, 2000.0}, {-5.0, 20'000.0}, {30.0, 30.0}, {9.0, 3.0}}) {
      NodePtr to_parent = With(Op::kToParent, Entity::kIndividual,
                               With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementAssay, {assay}),
                                    With(Op::kOr, entity, of_unit(100, low, high), of_unit(101, low / 2, high / 2),
                                         With(Op::kNot, entity, of_unit(102, low, high)))));
      ASSERT_NO_FATAL_FAILURE(Check(std::move(to_parent)));
      NodePtr recorded = With(Op::kToParent, Entity::kIndividual,
                              With(Op::kAnd, entity, Postings(entity, model::field::kMeasurementAssay, {assay}),
                                   Postings(entity, model::field::kMeasurementValue, {}),
                                   NumberRange(entity, model::field::kMeasurementValue, low, high)));
      ASSERT_NO_FATAL_FAILURE(Check(std::move(recorded)));
    }
  }
}

}  // namespace
}  // namespace muster::execute
