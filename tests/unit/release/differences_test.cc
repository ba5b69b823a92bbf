#include "engine/release/differences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace muster::release {
namespace {

Number Shown(int64_t value) { return {value, Number::Kind::kPerturbed, value - 9, value + 9, 4}; }

TEST(DifferencesTest, AFunnelLosesAgainstTheRowBeforeAndAnImpactGainsOnTheFirst) {
  Table table;
  table.rows = {{"all", int64_t{100}, Cell()}, {"a", int64_t{40}, Cell()}, {"b", int64_t{30}, Cell()}};
  Table impact = table;
  FillIn(DifferencesOfSteps(1, 3, false), &table);
  EXPECT_EQ(table.rows[0][2], Cell());
  EXPECT_EQ(table.rows[1][2], Cell(int64_t{60}));
  EXPECT_EQ(table.rows[2][2], Cell(int64_t{10}));
  FillIn(DifferencesOfSteps(1, 3, true), &impact);
  EXPECT_EQ(impact.rows[1][2], Cell(int64_t{-60}));
  EXPECT_EQ(impact.rows[2][2], Cell(int64_t{-70}));
}

TEST(DifferencesTest, SeveralCountsHaveADifferenceEach) {
  const std::vector<bind::Counted> counted = {{.name = "individuals"},
                                              {.entity = model::Entity::kPhenotype, .name = "phenotypes"}};
  const std::vector<Column> columns = ColumnsOfSteps(counted, false);
  ASSERT_EQ(columns.size(), 5u);
  EXPECT_EQ(columns[3].name, "individuals lost");
  EXPECT_EQ(columns[1].role, ColumnRole::kPeople);
  EXPECT_EQ(columns[2].role, ColumnRole::kRows);
  EXPECT_EQ(columns[4].role, ColumnRole::kDifference);
  Table table;
  table.rows = {{"all", int64_t{5}, int64_t{9}, Cell(), Cell()}, {"a", int64_t{3}, int64_t{4}, Cell(), Cell()}};
  FillIn(DifferencesOfSteps(2, 2, false), &table);
  EXPECT_EQ(table.rows[1][3], Cell(int64_t{2}));
  EXPECT_EQ(table.rows[1][4], Cell(int64_t{5}));
}

TEST(DifferencesTest, WhatIsNotShownHasNone) {
  Number few;
  few.kind = Number::Kind::kSuppressed;
  Table table;
  table.rows = {{"all", Shown(100), Cell()}, {"a", Shown(40), Cell()}, {"b", few, Cell()}};
  FillIn(DifferencesOfSteps(1, 3, false), &table);
  const auto& told = std::get<Number>(table.rows[1][2]);
  EXPECT_EQ(told.value, 60);
  EXPECT_EQ(told.kind, Number::Kind::kPerturbed);
  EXPECT_FALSE(told.low.has_value() || told.high.has_value());
  EXPECT_EQ(std::get<Number>(table.rows[2][2]).kind, Number::Kind::kWithheld);
  EXPECT_FALSE(std::get<Number>(table.rows[2][2]).value.has_value());
}

TEST(DifferencesTest, OfACellWithNothingInItThereIsNone) {
  Table table;
  table.rows = {{int64_t{3}, Cell(), Cell()}};
  FillIn({{.at = {0, 2}, .of = {0, 0}, .less = {0, 1}}}, &table);
  EXPECT_EQ(table.rows[0][2], Cell());
}

}  // namespace
}  // namespace muster::release
