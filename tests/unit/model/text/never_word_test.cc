// The words for never.
#include "engine/model/text/never_word.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(NeverWordTest, InManyLanguages) {
  for (const char* word : {"never", "nie", "niemals", "jamais", "nunca", "nooit", "aldri", "aldrig", "nigdy", "soha"}) {
    EXPECT_TRUE(IsWordOfNever(word)) << word;
  }
  for (const char* word : {"", "mai", "no", "nev", "nevers", "neverland", "always"}) {
    EXPECT_FALSE(IsWordOfNever(word)) << word;
  }
}

}  // namespace
}  // namespace muster::model
