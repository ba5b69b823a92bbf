// A named row and another one that stands to it in time, against each pair looked at.
#include "engine/execute/filter/temporal/pair_matcher.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>
#include <variant>

#include "engine/model/time/moment.h"
#include "engine/plan/annotate.h"
#include "tests/unit/execute/segment_executor_fixture.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::MakeNode;
using plan::NodePtr;
using plan::Op;

class PairMatcherTest : public SegmentExecutorTest {};

TEST_F(PairMatcherTest, PairsInTime) {
  using enum model::TimeRelation;
  for (const model::TimeRelation relation :
       {kBefore, kNotAfter, kAfter, kNotBefore, kSame, kWithin, kWithinBefore, kWithinAfter, kLongBefore, kLongAfter}) {
    for (int variant = 0; variant < 16; ++variant) {
      const bool named_left = (variant & 1) != 0;
      const bool filtered = (variant & 8) != 0;
      NodePtr named = With(Op::kToParent, Entity::kIndividual,
                           Postings(Entity::kDisease, model::field::kDiseaseTerm, {200, 203, 207, 211}));
      named->slot = 0;
      NodePtr times = MakeNode(Op::kTimes, Entity::kSample);
      times->time_relation = relation;
      times->possibly = (variant & 2) != 0;
      times->unknown = (variant & 4) != 0;
      times->distance = {3, 1000};
      bind::Moment dx{0, Entity::kDisease, model::field::kDiseaseOnset, std::nullopt};
      bind::Moment own{bind::kThisRow, Entity::kSample, model::field::kSampleCollected, std::nullopt};
      times->left = named_left ? dx : own;
      times->right = named_left ? own : dx;
      const bool possibly = times->possibly;
      const bool unknown = times->unknown;
      NodePtr inner = std::move(times);
      if (filtered) {
        inner = With(Op::kAnd, Entity::kSample, Postings(Entity::kSample, model::field::kSampleType, {301}),
                     std::move(inner));
      }
      NodePtr events = With(Op::kEvents, Entity::kIndividual, std::move(named),
                            With(Op::kToParent, Entity::kIndividual, std::move(inner)));
      plan::MarkDependent(events.get());

      // Person by person.
      const RandomSegment::Rows& diseases = segment_->RowsOf(Entity::kDisease);
      const RandomSegment::Rows& samples = segment_->RowsOf(Entity::kSample);
      const auto time_of = [](const model::Row& row, model::FieldId field) {
        const model::Value* value = row.Find(field);
        return value == nullptr ? model::TimeBounds{} : model::TimeBounds{std::get<model::TimeValue>(*value).age, {}};
      };
      Bools expected(kPeople);
      size_t first = 0;
      for (size_t d = 0; d < diseases.rows.size(); ++d) {
        const auto term = std::get<model::Symbol>(*diseases.rows[d]->Find(model::field::kDiseaseTerm));
        if (term != 200 && term != 203 && term != 207 && term != 211) continue;
        const uint32_t person = diseases.parents[d];
        while (first < samples.rows.size() && samples.parents[first] < person) ++first;
        for (size_t s = first; s < samples.rows.size() && samples.parents[s] == person; ++s) {
          if (filtered && std::get<model::Symbol>(*samples.rows[s]->Find(model::field::kSampleType)) != 301) continue;
          const auto onset = time_of(*diseases.rows[d], model::field::kDiseaseOnset);
          const auto collected = time_of(*samples.rows[s], model::field::kSampleCollected);
          if (model::Holds(relation, named_left ? onset : collected, named_left ? collected : onset, {3, 1000},
                           possibly, unknown)) {
            expected[person] = true;
          }
        }
      }
      SCOPED_TRACE(testing::Message() << "relation " << static_cast<int>(relation) << " variant " << variant);
      ASSERT_NO_FATAL_FAILURE(Check(*events, expected));
    }
  }
}

}  // namespace
}  // namespace muster::execute
