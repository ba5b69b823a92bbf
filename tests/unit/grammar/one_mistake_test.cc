// Keywords that are misspelt or missing.
#include "grammar/completion/one_mistake.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(OneMistakeTest, AMisspeltKeywordIsNamedWhereverTheErrorIs) {
  EXPECT_EQ(HintFor("has disease \"asthma\" with onset befor 18 years"), "did you mean before in place of befor?");
  EXPECT_EQ(HintFor("has disease \"asthma\" with onset bevore 18 years"), "did you mean before in place of bevore?");
  EXPECT_EQ(HintFor("has disease \"asthma\" wiht onset < 18 years"), "did you mean with?");
  EXPECT_EQ(HintFor("sex is female adn has disease \"asthma\""), "did you mean and in place of adn?");
  EXPECT_EQ(HintFor("has at lest 2 samples"), "did you mean least?");
  EXPECT_EQ(HintFor("atleast 2 of (has disease \"asthma\", has disease \"gout\")"),
            "did you mean at least in place of atleast?");
  EXPECT_EQ(HintFor("age at last contact > = 18 years"), "write >= without a blank");
}

TEST(OneMistakeTest, OnlyWhereTheWholeStatementCanBeRead) {
  EXPECT_EQ(MisspeltKeyword("count individuals where sex is female adn adn", 38), std::nullopt);
  EXPECT_EQ(MisspeltKeyword("count individuals where sex is", 30), std::nullopt);
  EXPECT_EQ(MisspeltKeyword("", 0), std::nullopt);
  EXPECT_EQ(MisspeltKeyword("count individuals where \"wiht\" 18", 31), std::nullopt);
  EXPECT_EQ(MisspeltKeyword(std::string(5000, 'x') + " adn has", 5005), std::nullopt);
  // The statements before and behind are not looked at.
  EXPECT_EQ(MisspeltKeyword("count where where; count individuals wher sex is female; (", 42),
            "did you mean where in place of wher?");
}

TEST(OneMistakeTest, AMissingKeywordIsNamed) {
  EXPECT_EQ(HintFor("sex is female has disease \"asthma\""), "write and has");
  EXPECT_EQ(MissingKeyword("count individuals where sex is female female", 38), std::nullopt);
  EXPECT_EQ(MissingKeyword("count individuals", 17), std::nullopt);
}

}  // namespace
}  // namespace muster::grammar
