#include "engine/model/text/composed.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(ComposedTest, LettersAndTheirAccentsAreOneCharacter) {
  EXPECT_EQ(Composed("ma\u0308nnlich"), "m\u00E4nnlich");
  EXPECT_EQ(Composed("Zu\u0308rich"), "Z\u00FCrich");
  EXPECT_EQ(Composed("e\u0301le\u0300ve c\u0327a n\u0303 a\u030A"), "\u00E9l\u00E8ve \u00E7a \u00F1 \u00E5");
  EXPECT_EQ(Composed("e\u0302\u0301"), "\u1EBF") << "of Vietnamese, with two";
  EXPECT_EQ(Composed("\u0438\u0306"), "\u0439") << "Cyrillic";
  EXPECT_EQ(Composed("\u03B1\u0301"), "\u03AC") << "Greek";
  EXPECT_EQ(Composed("\u304B\u3099"), "\u304C") << "kana";
  EXPECT_EQ(Composed("\u1112\u1161\u11AB"), "\uD55C") << "Korean";
  EXPECT_EQ(Composed("\u1100\u1161"), "\uAC00");
}

TEST(ComposedTest, OtherTextsStay) {
  for (const char* text : {"", "male", "m\u00E4nnlich", "q\u0308", "\u0308", "1\u0308", "\u65E5\u672C", "\xC3", "a\xCC",
                           "\xFFu\u0308", "\xF0\x9F\x98\x80"}) {
    EXPECT_EQ(Composed(text), text);
  }
  EXPECT_FALSE(MayBeDecomposed("m\u00E4nnlich \u65E5\u672C"));
  EXPECT_TRUE(MayBeDecomposed("ma\u0308nnlich"));
  EXPECT_TRUE(MayBeDecomposed("\u1112\u1161"));
  EXPECT_TRUE(MayBeDecomposed("\u304B\u3099"));
}

}  // namespace
}  // namespace muster::model
