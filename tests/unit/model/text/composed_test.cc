#include "engine/model/text/composed.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(ComposedTest, LatinLettersWithAccents) {
  EXPECT_EQ(Composed("e\xCC\x81pilepsie"), "\xC3\xA9pilepsie");
  EXPECT_EQ(Composed("Gro\xC3\x9F"
                     "e u\xCC\x88"
                     "ber A\xCC\x8A"),
            "Gro\xC3\x9F"
            "e \xC3\xBC"
            "ber \xC3\x85");
  EXPECT_EQ(Composed("s\xCC\x8C\xC5\x99"), "\xC5\xA1\xC5\x99");
  EXPECT_EQ(Composed("plain"), "plain");
  EXPECT_EQ(Composed(""), "");
  // What has no letter of its own stays.
  EXPECT_EQ(Composed("x\xCC\x81"), "x\xCC\x81");
  EXPECT_EQ(Composed("\xCC\x81"), "\xCC\x81");
}

TEST(ComposedTest, SaysWhetherItIsAnother) {
  std::string composed;
  EXPECT_TRUE(IsComposedOtherwise("e\xCC\x81", composed));
  EXPECT_EQ(composed, "\xC3\xA9");
  EXPECT_FALSE(IsComposedOtherwise("\xC3\xA9", composed));
  EXPECT_FALSE(IsComposedOtherwise("x\xCC\x81", composed));
  EXPECT_FALSE(IsComposedOtherwise("\xCD\xB0", composed));
}

}  // namespace
}  // namespace muster::model
