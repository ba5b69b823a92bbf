#include "engine/model/units/target_unit.h"

#include <limits>
#include <memory>
#include <string>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

constexpr Symbol kPercent = 1;
constexpr Symbol kPerMole = 2;
constexpr Symbol kOdd = 3;
constexpr Symbol kHbA1c = 4;

TargetUnit In(const std::string& text) {
  auto symbols = std::make_shared<QuantitySymbols>();
  symbols->units.emplace(kPercent, *ParseUnit("%"));
  symbols->units.emplace(kPerMole, *ParseUnit("mmol/mol"));
  symbols->analytes.emplace(kHbA1c, FindAnalyte("LOINC:4548-4"));
  TargetUnit target;
  if (auto unit = ParseUnit(text); unit.ok()) target.unit = *unit;
  target.symbols = std::move(symbols);
  return target;
}

Quantity Of(double low, double high, Symbol unit) { return {true, {low, high}, unit, kHbA1c}; }

TEST(TargetUnitTest, ConvertsWhatConvertsAsTheAssayDoes) {
  EXPECT_EQ(NumberIn(Of(6.5, 6.5, kPercent), In("%")), (NumberBounds{6.5, 6.5}));
  const auto converted = NumberIn(Of(47.5, 47.5, kPerMole), In("%"));
  ASSERT_TRUE(converted);
  EXPECT_NEAR(converted->low, 6.5, 0.01) << "NGSP, not a tenth";
  EXPECT_FALSE(NumberIn(Of(6.5, 6.5, kPercent), In("kg")));
  EXPECT_FALSE(NumberIn(Quantity{}, In("%")));
}

TEST(TargetUnitTest, KeepsInfiniteBounds) {
  const double infinite = std::numeric_limits<double>::infinity();
  const auto bounds = NumberIn(Of(-infinite, 48, kPerMole), In("%"));
  ASSERT_TRUE(bounds);
  EXPECT_EQ(bounds->low, -infinite);
  EXPECT_LT(bounds->high, 7);
}

TEST(TargetUnitTest, ANumberWithoutUnitIsInTheUnitOneOnly) {
  EXPECT_EQ(NumberIn(Of(3, 3, kNoSymbol), In("1")), (NumberBounds{3, 3}));
  EXPECT_FALSE(NumberIn(Of(3, 3, kNoSymbol), In("%")));
}

TEST(TargetUnitTest, AUnitThatCannotBeReadIsInNoOther) {
  EXPECT_FALSE(NumberIn(Of(3, 3, kOdd), In("%")));
  TargetUnit odd = In("%");
  odd.unit.reset();
  odd.same = {kOdd};
  EXPECT_EQ(NumberIn(Of(3, 3, kOdd), odd), (NumberBounds{3, 3}));
  EXPECT_FALSE(NumberIn(Of(3, 3, kPercent), odd));
}

}  // namespace
}  // namespace muster::model
