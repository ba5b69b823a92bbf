#include "engine/model/text/plain_text.h"

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(PlainTextTest, TypographicCharacters) {
  EXPECT_EQ(PlainText("type\u00A02 diabetes"), "type 2 diabetes");
  EXPECT_EQ(PlainText("Charcot\u2013Marie\u2010Tooth"), "Charcot-Marie-Tooth");
  EXPECT_EQ(PlainText("Alzheimer\u2019s"), "Alzheimer's");
  EXPECT_EQ(PlainText("Melanom\u200Ba"), "Melanoma");
}

TEST(PlainTextTest, OthersStay) {
  EXPECT_EQ(PlainText(""), "");
  EXPECT_EQ(PlainText("Sj\u00F6gren \u00B5 \u2265 1"), "Sj\u00F6gren \u00B5 \u2265 1");
}

}  // namespace
}  // namespace muster::model
