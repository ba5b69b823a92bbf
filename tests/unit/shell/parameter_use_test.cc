#include "shell/interactive/parameter_use.h"

#include "gtest/gtest.h"

namespace muster::shell {
namespace {

TEST(ParameterUseTest, WholeWordsOutsideOfCommentsAndQuotes) {
  EXPECT_TRUE(AsksForParameter("count individuals where has disease $code", "code"));
  EXPECT_TRUE(AsksForParameter("count individuals where has disease in $codes and has phenotype $code;", "code"));
  EXPECT_FALSE(AsksForParameter("count individuals where has disease in $codes", "code"));
  EXPECT_FALSE(AsksForParameter("count individuals where has disease in $code_2", "code"));
  EXPECT_FALSE(AsksForParameter("count individuals -- with $code", "code"));
  EXPECT_FALSE(AsksForParameter("count individuals where has disease \"$code\"", "code"));
  EXPECT_FALSE(AsksForParameter("", "code"));
}

}  // namespace
}  // namespace muster::shell
