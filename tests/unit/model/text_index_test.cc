#include "engine/model/text/text_index.h"

#include <string>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(TextIndexTest, FindsWhatWasAdded) {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back("HP:" + std::to_string(i * 7919));
  texts.emplace_back();
  const auto text_of = [&](uint32_t number) -> std::string_view { return texts[number]; };
  TextIndex index;
  EXPECT_EQ(index.Find("HP:0", text_of), std::nullopt);
  for (uint32_t i = 0; i < texts.size(); ++i) EXPECT_TRUE(index.Add(texts[i], i, text_of));
  for (uint32_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(index.Find(texts[i], text_of), i);
    EXPECT_FALSE(index.Add(texts[i], 7, text_of)) << "there already";
    EXPECT_EQ(index.Find(texts[i] + "x", text_of), std::nullopt);
  }
}

TEST(TextIndexTest, ACopyGoesOnByItself) {
  const std::vector<std::string> texts = {"a", "b", "c"};
  const auto text_of = [&](uint32_t number) -> std::string_view { return texts[number]; };
  TextIndex index;
  index.Reserve(2);
  index.Add("a", 0, text_of);
  TextIndex copy = index;
  copy.Add("c", 2, text_of);
  index.Add("b", 1, text_of);
  EXPECT_EQ(copy.Find("b", text_of), std::nullopt);
  EXPECT_EQ(copy.Find("c", text_of), 2u);
  EXPECT_EQ(index.Find("c", text_of), std::nullopt);
}

}  // namespace
}  // namespace muster::model
