// Programs that reckon with numbers in their own way.
#include "engine/api/calls/arithmetic.h"

#include <gtest/gtest.h>

#include <cfenv>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

// Somebody with a measurement of so many grams.
std::string Measured(const std::string& grams) {
  return R"({"id":"m","subject":{"id":"m"},"measurements":[{"assay":{"id":"LOINC:1-8"},"value":{"quantity":)"
         R"({"unit":{"id":"UCUM:g"},"value":)" +
         grams + "}}}]}";
}

class ArithmeticTest : public EmbeddingTest {
 protected:
  void TearDown() override {
    std::fesetenv(FE_DFL_ENV);
    EmbeddingTest::TearDown();
  }
};

TEST_F(ArithmeticTest, IsTheDefaultInCallsAndTheirsAfterwards) {
  for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    ASSERT_EQ(std::fesetround(mode), 0);
    {
      const api::DefaultArithmetic inside;
      EXPECT_EQ(std::fegetround(), FE_TONEAREST);
    }
    EXPECT_EQ(std::fegetround(), mode);
  }
}

TEST_F(ArithmeticTest, RoundedOtherwise) {
  auto catalogue = Open();
  ASSERT_EQ(std::fesetround(FE_DOWNWARD), 0);
  ASSERT_TRUE(catalogue->ImportText(Measured("3.7"), {}).ok());
  EXPECT_EQ(NumberIn(catalogue->Query("count measurements where value >= 3.7 g and value <= 3.7 g")), 1);
  std::fesetround(FE_TONEAREST);
  EXPECT_EQ(NumberIn(catalogue->Query("count measurements where value >= 3.7 g and value <= 3.7 g")), 1);
}

TEST_F(ArithmeticTest, WhatHasNoResultIsASignal) {
  auto catalogue = Open();
  std::feclearexcept(FE_ALL_EXCEPT);
  ASSERT_NE(feenableexcept(FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW), -1);
  EXPECT_TRUE(catalogue->ImportText(Measured("3.7"), {}).ok());
  EXPECT_EQ(catalogue->ImportText(Measured("1e999"), {})->rejected, 1u);
  EXPECT_TRUE(catalogue->Query("describe measurements; count measurements where value > 1 g").ok());
  EXPECT_NE(fegetexcept() & FE_OVERFLOW, 0);
}

}  // namespace
}  // namespace muster
