#include "engine/model/codes/code_editions.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(CodeEditionsTest, AreOfOneClassification) {
  const auto of = [](std::string_view code, std::string_view edition) {
    return std::ranges::find(EditionsOf(code), edition) != EditionsOf(code).end();
  };
  EXPECT_TRUE(of("ICD10:E11", "ICD10CM"));
  EXPECT_TRUE(of("ICD10GM:E11.90", "ICD10"));
  EXPECT_TRUE(of("ICD9CM:250.00", "ICD9"));
  EXPECT_FALSE(of("ICD9:250.00", "ICD10"));
  EXPECT_TRUE(EditionsOf("ICD10PCS:0FT44ZZ").empty());
  EXPECT_TRUE(EditionsOf("ATC:A10BA02").empty());
  EXPECT_TRUE(EditionsOf("ICD10").empty());
}

}  // namespace
}  // namespace muster::model
