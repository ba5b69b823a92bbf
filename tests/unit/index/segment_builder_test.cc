#include "engine/index/segment_builder.h"

#include "tests/unit/index/index_fixture.h"

namespace muster::index {
namespace {

using model::Entity;
using model::PostingKind;
namespace field = model::field;

class SegmentBuilderTest : public IndexTest {
 protected:
  model::Symbol Code(const char* text) { return codes_.Intern(text); }
  static storage::PostingKey Key(PostingKind kind, Entity entity, model::FieldId field, uint32_t value) {
    return {static_cast<uint8_t>(kind), static_cast<uint8_t>(entity), field, value};
  }
  std::vector<uint32_t> Rows(SegmentBuilder& builder, storage::PostingKey key) {
    const auto postings = builder.Postings();
    const auto it = postings.find(key);
    return it == postings.end() ? std::vector<uint32_t>() : it->second.ToVector();
  }
  model::Dictionary codes_;
};

TEST_F(SegmentBuilderTest, ChildrenOfOneParentStandTogetherWhateverTheirOrderInTheRecord) {
  model::Record record;
  record.rows.push_back({Entity::kIndividual, 0, false, {}});
  record.rows.push_back({Entity::kSample, 0, false, {}});
  record.rows.push_back({Entity::kSample, 0, false, {}});
  record.rows.push_back({Entity::kRun, 2, false, {{field::kRunDepth, 20.0}}});
  record.rows.push_back({Entity::kRun, 1, false, {{field::kRunDepth, 10.0}}});
  record.rows.push_back({Entity::kRun, 2, false, {{field::kRunDepth, 30.0}}});
  SegmentBuilder builder;
  ASSERT_TRUE(builder.Add(record).ok());
  ASSERT_TRUE(builder.Add(record).ok());
  const auto& columns = builder.Columns();
  const auto run = static_cast<uint8_t>(Entity::kRun);
  const auto sample = static_cast<uint8_t>(Entity::kSample);
  EXPECT_EQ(columns.at({run, model::kParentColumn, 0}), (std::vector<int64_t>{0, 1, 1, 2, 3, 3}));
  EXPECT_EQ(columns.at({sample, model::kFirstChildColumn, run}), (std::vector<int64_t>{0, 1, 3, 4}));
  std::vector<double> depths;
  for (const int64_t bits : columns.at({run, field::kRunDepth, model::kValuePart}))
    depths.push_back(model::FromOrderedBits(bits));
  EXPECT_EQ(depths, (std::vector<double>{10, 20, 30, 10, 20, 30}));
}

TEST_F(SegmentBuilderTest, PolarityIsKeptApartInTheMainField) {
  model::Record record;
  record.rows.push_back({Entity::kIndividual, 0, false, {}});
  record.rows.push_back({Entity::kPhenotype, 0, false, {{field::kPhenotypeTerm, Code("HP:1")}}});
  record.rows.push_back({Entity::kPhenotype, 0, true, {{field::kPhenotypeTerm, Code("HP:2")}}});
  record.rows.push_back({Entity::kPhenotype, 0, false, {{field::kPhenotypeSeverity, Code("HP:3")}}});  // no term
  SegmentBuilder builder;
  ASSERT_TRUE(builder.Add(record).ok());
  const auto key = [&](PostingKind kind, uint32_t value) {
    return Key(kind, Entity::kPhenotype, field::kPhenotypeTerm, value);
  };
  EXPECT_EQ(Rows(builder, key(PostingKind::kObservedRows, Code("HP:1"))), std::vector<uint32_t>{0});
  EXPECT_EQ(Rows(builder, key(PostingKind::kExcludedRows, Code("HP:2"))), std::vector<uint32_t>{1});
  EXPECT_EQ(Rows(builder, key(PostingKind::kExcludedRows, Code("HP:1"))), std::vector<uint32_t>());
  EXPECT_EQ(Rows(builder, key(PostingKind::kObservedRows, model::kAnyValue)), (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(Rows(builder, key(PostingKind::kRows, model::kAnyValue)), (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(Rows(builder, key(PostingKind::kExcludedIndividuals, Code("HP:2"))), std::vector<uint32_t>{0});
}

TEST_F(SegmentBuilderTest, LateBoundsAreStoredOnlyWhereTheyDiffer) {
  const auto with_age = [&](model::Interval age) {
    model::Record record;
    model::TimeValue time;
    time.age = age;
    record.rows.push_back({Entity::kIndividual, 0, false, {{field::kLastContact, time}}});
    return record;
  };
  SegmentBuilder points;
  ASSERT_TRUE(points.Add(with_age({5, 5})).ok());
  EXPECT_TRUE(points.Columns().contains({0, field::kLastContact, model::kAgeLow}));
  EXPECT_FALSE(points.Columns().contains({0, field::kLastContact, model::kAgeHigh}));
  SegmentBuilder ranges;
  ASSERT_TRUE(ranges.Add(with_age({5, 5})).ok());
  ASSERT_TRUE(ranges.Add(with_age({5, 9})).ok());
  EXPECT_EQ(ranges.Columns().at({0, field::kLastContact, model::kAgeHigh}), (std::vector<int64_t>{5, 9}));
}

TEST_F(SegmentBuilderTest, ARepeatedValueIsPostedOnce) {
  model::Record record;
  record.rows.push_back({Entity::kIndividual, 0, false, {{field::kCohort, Code("x")}, {field::kCohort, Code("x")}}});
  SegmentBuilder builder;
  ASSERT_TRUE(builder.Add(record).ok());
  EXPECT_EQ(Rows(builder, Key(PostingKind::kRows, Entity::kIndividual, field::kCohort, Code("x"))),
            std::vector<uint32_t>{0});
}

}  // namespace
}  // namespace muster::index
