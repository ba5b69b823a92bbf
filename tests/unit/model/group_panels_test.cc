#include "engine/model/record/group_panels.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/model/schema/panel.h"

namespace muster::model {
namespace {

using namespace field;

constexpr Symbol kPressure = 1;
constexpr Symbol kUpper = 2;
constexpr Symbol kLower = 3;

Row Component(Symbol component, double value, int64_t day = 0, const std::string& panel = "") {
  TimeValue time;
  time.date = {day, day + 47};
  Row row;
  row.entity = Entity::kMeasurement;
  row.values = {{kMeasurementAssay, kPressure}, {kMeasurementComponent, component}, {kMeasurementValue, value}};
  if (day != 0) row.values.push_back({kMeasurementTime, time});
  if (!panel.empty()) row.values.push_back({kMeasurementPanel, panel});
  return row;
}

Record Person(std::vector<Row> rows) {
  Record record;
  record.rows.push_back({});
  for (Row& row : rows) record.rows.push_back(std::move(row));
  return record;
}

// "120 1, 80 2": values and places, in the order of the rows.
std::string Places(const Record& record) {
  std::string text;
  for (const Row& row : record.rows) {
    if (row.entity != Entity::kMeasurement) continue;
    const Value* place = row.Find(kMeasurementPart);
    text += text.empty() ? "" : ", ";
    text += std::to_string(static_cast<int>(std::get<double>(*row.Find(kMeasurementValue))));
    text += place == nullptr ? " -" : " " + std::to_string(static_cast<int>(std::get<double>(*place)));
  }
  return text;
}

TEST(GroupPanelsTest, ComponentsOfOneTimeAreAPanel) {
  Record record = Person({Component(kUpper, 120, 480), Component(kUpper, 150, 960), Component(kLower, 80, 480),
                          Component(kLower, 95, 960)});
  const GroupedPanels grouped = GroupPanels(record);
  EXPECT_EQ(Places(record), "120 1, 80 2, 150 1, 95 2");
  EXPECT_EQ(grouped.panels, 2u);
  EXPECT_EQ(grouped.uncertain, 0u);
}

TEST(GroupPanelsTest, ReadingsOfOneDayAreSeveral) {
  Record record = Person({Component(kUpper, 120, 480), Component(kUpper, 150, 480), Component(kLower, 80, 480),
                          Component(kLower, 95, 480)});
  const GroupedPanels grouped = GroupPanels(record);
  EXPECT_EQ(Places(record), "120 1, 80 2, 150 1, 95 2");
  EXPECT_EQ(grouped.panels, 2u);
  EXPECT_EQ(grouped.uncertain, 2u);
}

TEST(GroupPanelsTest, WhatTheSourceCallsOnePanelIsOne) {
  Record record = Person({Component(kUpper, 120, 480, "a"), Component(kUpper, 122, 528, "a"),
                          Component(kUpper, 150, 480, "b"), Component(kLower, 80, 480, "a")});
  const GroupedPanels grouped = GroupPanels(record);
  EXPECT_EQ(Places(record), "120 1, 122 2, 80 3, 150 1");
  EXPECT_EQ(grouped.panels, 1u);
  EXPECT_EQ(grouped.uncertain, 0u);
}

TEST(GroupPanelsTest, OtherMeasurementsStayAsTheyAre) {
  Row alone;
  alone.entity = Entity::kMeasurement;
  alone.values = {{kMeasurementAssay, kUpper}, {kMeasurementValue, 130.0}};
  Row known = Component(kUpper, 140);
  known.values.push_back({kMeasurementPart, 1.0});
  Record record = Person({alone, Component(kUpper, 120), known, Component(kLower, 80)});
  GroupPanels(record);
  EXPECT_EQ(Places(record), "130 -, 120 1, 80 2, 140 1");
  Record untouched = Person({alone, known});
  const Record before = untouched;
  EXPECT_EQ(GroupPanels(untouched).panels, 0u);
  EXPECT_EQ(untouched, before);
}

TEST(GroupPanelsTest, AnotherSampleIsAnotherPanel) {
  Row upper = Component(kUpper, 120);
  Row lower = Component(kLower, 80);
  upper.values.push_back({kMeasurementSample, std::string("s1")});
  lower.values.push_back({kMeasurementSample, std::string("s2")});
  Record record = Person({upper, lower});
  GroupPanels(record);
  EXPECT_EQ(Places(record), "120 1, 80 1");
}

}  // namespace
}  // namespace muster::model
