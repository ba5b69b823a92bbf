#include "engine/model/record/repeated_rows.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

Row RowOf(Entity entity, std::vector<FieldValue> values, bool excluded = false) {
  Row row;
  row.entity = entity;
  row.excluded = excluded;
  row.values = std::move(values);
  return row;
}

Record RecordOf(std::vector<Row> rows) {
  Record record;
  record.rows.push_back(RowOf(Entity::kIndividual, {}));
  for (Row& row : rows) record.rows.push_back(std::move(row));
  return record;
}

Row Feature(Symbol term, bool excluded = false) {
  return RowOf(Entity::kPhenotype, {{field::kPhenotypeTerm, term}}, excluded);
}

TEST(RepeatedRowsTest, AFeatureThatIsSaidAgainIsThereOnce) {
  Record record = RecordOf({Feature(1), Feature(2), Feature(1), Feature(1)});
  const RepeatedRows repeated = UniteRepeatedRows(record);
  EXPECT_EQ(repeated.united.size(), 2u);
  EXPECT_TRUE(repeated.kept.empty());
  ASSERT_EQ(record.rows.size(), 3u);
  EXPECT_EQ(record.rows[1], Feature(1));
  EXPECT_EQ(record.rows[2], Feature(2));
}

TEST(RepeatedRowsTest, WhatDiffersStays) {
  TimeValue onset;
  onset.age = {kYear, 2 * kYear};
  Row dated = Feature(1);
  dated.values.push_back({field::kPhenotypeOnset, onset});
  Record record = RecordOf(
      {Feature(1), Feature(1, /*excluded=*/true), dated, RowOf(Entity::kDisease, {{field::kDiseaseTerm, Symbol{1}}})});
  const RepeatedRows repeated = UniteRepeatedRows(record);
  EXPECT_TRUE(repeated.united.empty());
  EXPECT_EQ(record.rows.size(), 5u);
}

TEST(RepeatedRowsTest, OfValuesTheOrderDoesNotCount) {
  Row one = RowOf(Entity::kPhenotype, {{field::kPhenotypeTerm, Symbol{1}}, {field::kPhenotypeSeverity, Symbol{2}}});
  Row other = RowOf(Entity::kPhenotype, {{field::kPhenotypeSeverity, Symbol{2}}, {field::kPhenotypeTerm, Symbol{1}}});
  Record record = RecordOf({one, other});
  EXPECT_EQ(UniteRepeatedRows(record).united.size(), 1u);
}

TEST(RepeatedRowsTest, EventsMayBeTwo) {
  const Row procedure = RowOf(Entity::kProcedure, {{field::kProcedureCode, Symbol{1}}});
  Record record = RecordOf({procedure, procedure});
  EXPECT_EQ(UniteRepeatedRows(record).kept.size(), 1u);
  EXPECT_EQ(record.rows.size(), 3u);
}

TEST(RepeatedRowsTest, RowsBelowOthersStayBelowThem) {
  Row run = RowOf(Entity::kRun, {});
  run.parent = 3;
  Record record = RecordOf({Feature(1), Feature(1), RowOf(Entity::kSample, {}), run});
  UniteRepeatedRows(record);
  ASSERT_EQ(record.rows.size(), 4u);
  EXPECT_EQ(record.rows[3].entity, Entity::kRun);
  EXPECT_EQ(record.rows[3].parent, 2u);
}

}  // namespace
}  // namespace muster::model
