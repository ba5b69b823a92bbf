// Plans on a random segment, against each row looked at.
#ifndef MUSTER_TESTS_UNIT_EXECUTE_SEGMENT_EXECUTOR_FIXTURE_H_
#define MUSTER_TESTS_UNIT_EXECUTE_SEGMENT_EXECUTOR_FIXTURE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

#include "engine/execute/filter/segment_executor.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"
#include "tests/unit/execute/naive_plan.h"
#include "tests/unit/execute/random_plan.h"
#include "tests/unit/execute/random_segment.h"

namespace muster::execute {

/// Each plan is asked several times: the second time sketches and slices are made, the third time they are there.
class SegmentExecutorTest : public RandomSegmentTest {
 protected:
  void Check(plan::NodePtr root) {
    plan::Plan plan;
    plan.root = std::move(root);
    SCOPED_TRACE(plan::Print(plan));
    Check(*plan.root, NaivePlan(*plan.root, *segment_));
  }

  void Check(const plan::Node& root, const Bools& expected) {
    UnionCache unions(1 << 20);
    for (int round = 0; round < 3; ++round) {
      SegmentExecutor executor(segment_->reader(), &unions, nullptr);
      auto rows = executor.Evaluate(root);
      ASSERT_TRUE(rows.ok()) << rows.status();
      ASSERT_EQ((*rows)->ToVector(), TrueRows(expected));
      // Among few candidates, and among many.
      for (const uint32_t one_in : {2u, 5000u}) {
        Bools among(expected.size());
        for (size_t i = 0; i < among.size(); ++i) among[i] = random_() % one_in == 0;
        const storage::Bitmap candidates = storage::Bitmap::FromSorted(TrueRows(among));
        rows = executor.Evaluate(root, &candidates);
        ASSERT_TRUE(rows.ok()) << rows.status();
        for (size_t i = 0; i < among.size(); ++i) among[i] = among[i] && expected[i];
        ASSERT_EQ((*rows)->ToVector(), TrueRows(among));
      }
    }
  }

  RandomPlan random_plan_{&random_};
};

}  // namespace muster::execute

#endif  // MUSTER_TESTS_UNIT_EXECUTE_SEGMENT_EXECUTOR_FIXTURE_H_
