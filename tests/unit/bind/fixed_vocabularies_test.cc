#include "engine/bind/values/names/fixed_vocabularies.h"

#include <string>

#include "engine/model/schema/vocabulary.h"
#include "gtest/gtest.h"

namespace muster::bind {
namespace {

namespace field = model::field;

TEST(FixedVocabulariesTest, EveryWordThatImportKnowsIsAValueEverywhere) {
  for (const model::Vocabulary& vocabulary : model::Vocabularies()) {
    for (const std::string_view word : vocabulary.words) {
      EXPECT_TRUE(IsFixedWord(vocabulary.field, word)) << model::Info(vocabulary.field).name << " is " << word;
    }
  }
  EXPECT_TRUE(IsFixedWord(field::kKaryotypicSex, "xxyy"));
  EXPECT_TRUE(IsFixedWord(field::kRunAssay, "wgs"));
  EXPECT_TRUE(IsFixedWord(field::kCountry, "gr"));
  EXPECT_FALSE(IsFixedWord(field::kKaryotypicSex, "xxyyx"));
  EXPECT_FALSE(IsFixedWord(field::kRunPlatform, "illumina"));
}

TEST(FixedVocabulariesTest, WordsOfManyFieldsSayOfNoneThatItIsMeant) {
  EXPECT_TRUE(SaysItsField(field::kSex, "female"));
  EXPECT_FALSE(SaysItsField(field::kDiseaseFamilyHistory, "yes"));
  EXPECT_EQ(MeantInstead(field::kDiseaseFamilyHistory, "completed"), std::nullopt);
  EXPECT_EQ(MeantInstead(field::kCountry, "xx"), std::nullopt);
  EXPECT_EQ(MeantInstead(field::kCountry, "female"), "sex is female");
}

}  // namespace
}  // namespace muster::bind
