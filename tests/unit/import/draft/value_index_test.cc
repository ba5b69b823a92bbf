#include "engine/import/record/draft/value_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

namespace field = model::field;

TEST(ValueIndexTest, ManyValuesOfARow) {
  ValueIndex index;
  model::Row row;
  for (uint32_t i = 0; i < 1000; ++i) {
    const model::Symbol symbol = i / 2;
    EXPECT_EQ(index.Has(row, 3, field::kCohort, symbol), i % 2 == 1) << i;
    EXPECT_FALSE(index.Has(row, 3, field::kAlternateId, std::to_string(symbol))) << "another kind of value";
    if (i % 2 == 0) row.values.push_back({field::kCohort, symbol});
  }
  model::Row other;
  EXPECT_FALSE(index.Has(other, 4, field::kCohort, model::Symbol{1}));
  index.Forget(3);
  EXPECT_FALSE(index.Has(model::Row(), 3, field::kCohort, model::Symbol{1}));
  index.Clear();
  row.values.resize(100);
  EXPECT_TRUE(index.Has(row, 3, field::kCohort, model::Symbol{99}));
  EXPECT_FALSE(index.Has(row, 3, field::kCohort, model::Symbol{100}));
}

TEST(ValueIndexTest, RowsByTheirIds) {
  ValueIndex index;
  model::Record record;
  const auto add = [&](const std::string& id) {
    model::Row& row = record.rows.emplace_back();
    row.entity = model::Entity::kSample;
    row.values.push_back({field::kSampleId, id});
    index.Note(static_cast<uint32_t>(record.rows.size() - 1), field::kSampleId, row.values[0].value);
  };
  add("a");
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "a"), 0u);
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "b"), std::nullopt);
  EXPECT_EQ(index.RowOf(record, field::kRunId, "a"), std::nullopt);
  add("b");
  add("a");
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "b"), 1u);
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "a"), 0u) << "the first";
  record.rows[0].values[0].value = std::string("c");
  index.Note(0, field::kSampleId, record.rows[0].values[0].value);
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "a"), 2u);
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "c"), 0u);
  record.rows.pop_back();
  EXPECT_EQ(index.RowOf(record, field::kSampleId, "a"), std::nullopt);
}

// With a search for each, these would be some billions of comparisons.
TEST(ValueIndexTest, ARecordOfOneMegabyteIsReadAtOnce) {
  std::string samples, runs, cohorts;
  for (int i = 0; i < 12000; ++i) {
    const std::string id = std::to_string(i);
    samples.append(i == 0 ? "" : ",").append(R"({"id":"s)").append(id).append("\"}");
    runs.append(i == 0 ? "" : ",").append(R"({"s":"s)").append(id).append("\"}");
    cohorts.append(i == 0 ? "" : ",").append("\"c").append(id).append("\"");
  }
  const Reading reading = Read(
      R"({"id": "1", "cohorts": [)" + cohorts + R"(], "biosamples": [)" + samples + R"(], "runs": [)" + runs + "]}",
      R"({"individual": {"cohort": "/cohorts/*"},
               "runs": {"from": "/runs/*", "sample": "/s", "fields": {"id": "/s"}}})");
  ASSERT_EQ(reading.sink.records.size(), 1u);
  EXPECT_EQ(reading.sink.records[0].rows.size(), 1u + 2 * 12000);
  EXPECT_GT(reading.sink.records[0].rows[0].values.size(), 12000u);
}

// 20 rules make 20 rows of each of the elements, which are 90,000.
TEST(ValueIndexTest, RowsOfOneRecord) {
  std::string elements;
  for (int i = 0; i < 90000; ++i) elements.append(i == 0 ? "" : ",").append(R"({"t":"HP:1"})");
  std::string rules;
  for (int i = 0; i < 20; ++i) {
    rules.append(i == 0 ? "" : ",").append(R"({"from": "/x/*", "fields": {"term": "/t"}})");
  }
  const Reading reading = Read(R"({"id": "1", "x": [)" + elements + "]}", R"({"phenotypes": [)" + rules + "]}");
  EXPECT_TRUE(reading.sink.records.empty());
  EXPECT_EQ(reading.report.rejected, 1u);
  ASSERT_FALSE(reading.report.problems.empty());
  EXPECT_THAT(reading.report.problems.back().reason, testing::HasSubstr("more than 500,000 rows"));
}

// What comes after the last row that a record may have is not looked at.
TEST(ValueIndexTest, CodesOfARecordThatIsFullAreNotRemembered) {
  std::string features;
  for (int i = 0; i < 520000; ++i) {
    features.append(i == 0 ? "" : ",")
        .append(R"({"type":{"id":"HP:)")
        .append(std::to_string(1000000 + i))
        .append("\"}}");
  }
  const Reading reading = Read(R"({"id": "1", "phenotypicFeatures": [)" + features + "]}");
  EXPECT_TRUE(reading.sink.records.empty());
  EXPECT_EQ(reading.report.rejected, 1u);
  EXPECT_TRUE(reading.sink.symbols().Find("HP:1000000").has_value());
  EXPECT_FALSE(reading.sink.symbols().Find("HP:1510000").has_value());
}

}  // namespace
}  // namespace muster::import
