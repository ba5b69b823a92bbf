#include "engine/model/text/result_word.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(ResultWordTest, SpellingsOfOneWord) {
  for (const char* word : {"POS", "Pos.", "positive", "POSITIVE", " Positiv ", "positif"}) {
    EXPECT_EQ(ResultWord(word), "positive") << word;
  }
  for (const char* word : {"NEG", "neg.", "Negative", "n\xC3\xA9gatif", "ne\xCC\x81gatif"}) {
    EXPECT_EQ(ResultWord(word), "negative") << word;
  }
  EXPECT_EQ(ResultWord("Non-Reactive"), "non-reactive");
  EXPECT_EQ(ResultWord("Not Detected"), "not detected");
  EXPECT_EQ(ResultWord("Traces"), "trace");
  for (const char* none : {"+", "-", "pos?", "(pos)", "weakly positive", "pos+", "p", "posterior", "NCIT:C38758", ""}) {
    EXPECT_EQ(ResultWord(none), "") << none;
  }
}

}  // namespace
}  // namespace muster::model
