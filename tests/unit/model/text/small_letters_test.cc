#include "engine/model/text/small_letters.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(SmallLettersTest, LatinLettersWithAccents) {
  EXPECT_EQ(InSmallLetters("REFUSÉ ZURÜCK Åland AVBÖJT NÃO"), "refusé zurück åland avböjt não");
  EXPECT_EQ(InSmallLetters("ĀĆĎĘĞĶĹĽŁŃŇŊŐŒŘŚŠŤŮŰŸŹŻŽ"), "āćďęğķĺľłńňŋőœřśšťůűÿźżž");
  EXPECT_EQ(InSmallLetters("āćďęğķĺľłńňŋőœřśšťůűÿźżž"), "āćďęğķĺľłńňŋőœřśšťůűÿźżž");
  // What is no capital, or of another alphabet, stays.
  EXPECT_EQ(InSmallLetters("×÷ßİıĸŉſ Ж \xC3"), "×÷ßİıĸŉſ Ж \xC3");
  EXPECT_EQ(InSmallLetters(""), "");
}

}  // namespace
}  // namespace muster::model
