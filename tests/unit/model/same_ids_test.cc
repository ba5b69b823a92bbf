#include "engine/model/record/same_ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace muster::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Row Make(Entity entity, uint32_t parent, std::vector<FieldValue> values) {
  return {entity, parent, false, std::move(values)};
}
Row Sample(const std::string& id, std::vector<FieldValue> more = {}) {
  more.insert(more.begin(), {field::kSampleId, id});
  return Make(Entity::kSample, 0, std::move(more));
}
Row RunRow(uint32_t sample, const std::string& id) { return Make(Entity::kRun, sample, {{field::kRunId, id}}); }

Dictionary Words() {
  Dictionary dictionary;
  for (const char* text : {"zero", "blood", "liver"}) dictionary.Intern(text);
  return dictionary;
}

TEST(SameIdsTest, RowsOfOneIdAreOneWithAllThatIsBelow) {
  Record record{"d", "p", {Make(Entity::kIndividual, 0, {})}, ""};
  record.rows.push_back(Sample("s1"));
  record.rows.push_back(RunRow(1, "r1"));
  record.rows.push_back(Sample("s1", {{field::kSampleTissue, Symbol{1}}}));
  record.rows.push_back(RunRow(3, "r1"));
  record.rows.push_back(RunRow(3, "r2"));
  record.rows.push_back(Sample("s2"));
  record.rows.push_back(RunRow(6, "r1"));
  const SameIds same = UniteSameIds(record, Words());
  EXPECT_THAT(same.united, ElementsAre("s1", "r1"));
  EXPECT_THAT(same.different, IsEmpty());
  ASSERT_THAT(record.rows, SizeIs(6));
  EXPECT_EQ(record.rows[1], Sample("s1", {{field::kSampleTissue, Symbol{1}}}));
  EXPECT_EQ(record.rows[2], RunRow(1, "r1"));
  EXPECT_EQ(record.rows[3], RunRow(1, "r2"));
  EXPECT_EQ(record.rows[4], Sample("s2"));
  EXPECT_EQ(record.rows[5], RunRow(4, "r1"));
}

TEST(SameIdsTest, WhatContradictsOrHasNoIdStays) {
  Record record{"d", "p", {Make(Entity::kIndividual, 0, {})}, ""};
  record.rows.push_back(Sample("s1", {{field::kSampleTissue, Symbol{1}}}));
  record.rows.push_back(Sample("s1", {{field::kSampleTissue, Symbol{2}}}));
  record.rows.push_back(Make(Entity::kSample, 0, {}));
  record.rows.push_back(Make(Entity::kSample, 0, {}));
  const Record before = record;
  const SameIds same = UniteSameIds(record, Words());
  EXPECT_EQ(record, before);
  EXPECT_THAT(same.united, IsEmpty());
  ASSERT_THAT(same.different, SizeIs(1));
  EXPECT_EQ(same.different[0].id, "s1");
}

TEST(SameIdsTest, ManyRowsOfDifferentIdsStay) {
  Record record{"d", "p", {Make(Entity::kIndividual, 0, {})}, ""};
  record.rows.push_back(Sample("s1"));
  for (int i = 0; i < 40; ++i) {
    record.rows.push_back(RunRow(1, "r" + std::to_string(i)));
    const Record before = record;
    EXPECT_THAT(UniteSameIds(record, Words()).united, IsEmpty()) << i;
    EXPECT_EQ(record, before) << i;
  }
  record.rows.push_back(Sample("r1"));      // of another entity
  record.rows.push_back(RunRow(42, "r1"));  // of another sample
  EXPECT_THAT(UniteSameIds(record, Words()).united, IsEmpty());
  record.rows.push_back(RunRow(1, "r39"));
  EXPECT_THAT(UniteSameIds(record, Words()).united, ElementsAre("r39"));
  EXPECT_THAT(record.rows, SizeIs(44));
}

}  // namespace
}  // namespace muster::model
