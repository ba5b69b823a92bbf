#include "engine/import/table/together/pointed_months.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string_view>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

bool MayBeMonths(std::initializer_list<std::string_view> cells) {
  PointedMonths months;
  for (const std::string_view cell : cells) months.Add(cell);
  return months.MayBe();
}

TEST(PointedMonthsTest, YearsAndMonths) {
  EXPECT_TRUE(MayBeMonths({"4.1", "4.10", "4.11", "3.11", "8", "12"}));
  EXPECT_FALSE(MayBeMonths({"4.1", "4.2", "4.9", "3.5"})) << "decimals";
  EXPECT_FALSE(MayBeMonths({"4.10", "4.11", "4.25", "3.50"})) << "decimals of two digits";
  EXPECT_FALSE(MayBeMonths({"4.10", "4.11", "4.10", "3.11"})) << "none of one digit";
  EXPECT_FALSE(MayBeMonths({"4", "5"}));
}

TEST(PointedMonthsTest, AreReported) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,t\n1,4.1\n2,4.10\n3,4.11\n4,3.11\n5,8\n"}}, R"({
                "tables": {"d": {"files": "d.csv", "id": "id", "columns": {"t": {"age": "years"}}}},
                "diseases": {"from": "/d/*", "fields": {"term": {"const": "OMIM:1"}, "onset": "/t"}}})")),
              testing::Contains(testing::HasSubstr("\"4.10\" is taken as 4.10 years")));
}

}  // namespace
}  // namespace muster::import
