#include "engine/model/text/alike_key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace muster::model {
namespace {

TEST(AlikeKeyTest, WhatLooksAlikeHasOneKey) {
  for (const char* id : {"a1", "A1 ", "A-1", "a001", "A_1", "\u00A0A1", "A\u20101", "A1\u200B", "A1\n",
                         "\uFF21\uFF10\uFF11", "\uFF41\uFF0D1"}) {
    EXPECT_EQ(AlikeKey(id), AlikeKey("A1")) << id;
  }
  EXPECT_EQ(AlikeKey("001.0"), AlikeKey("1"));
  EXPECT_EQ(AlikeKey("Jos\u00E9"), AlikeKey("Jose\u0301"));
  for (const char* id :
       {"943 476 5919", "943-476-5919", "'9434765919", "{9434765919}", "9434765919.0", "09434765919"}) {
    EXPECT_EQ(AlikeKey(id), AlikeKey("9434765919")) << id;
  }
  EXPECT_EQ(AlikeKey("1985-05-17-1234"), AlikeKey("198505171234"));
  EXPECT_NE(AlikeKey("1-2"), AlikeKey("12"));
  EXPECT_NE(AlikeKey("1234-567"), AlikeKey("1234567"));
  EXPECT_NE(AlikeKey("0000-0001"), AlikeKey("1"));
  EXPECT_NE(AlikeKey("A:10000001"), AlikeKey("B:10000001"));
  EXPECT_NE(AlikeKey("1.5"), AlikeKey("1"));
  EXPECT_NE(AlikeKey("A1"), AlikeKey("A10"));
  EXPECT_NE(AlikeKey("\u00C6"), AlikeKey("a"));
}

TEST(AlikeKeyTest, SpellingsThatPeopleWrite) {
  const auto is_spelling_of = [](const char* other, const char* id) {
    const std::vector<std::string> spellings = AlikeSpellings(id);
    return std::find(spellings.begin(), spellings.end(), other) != spellings.end();
  };
  for (const char* other : {"p001", "P1", "P-001", "p-1", "P_001", "P001 ", "P0001"}) {
    EXPECT_TRUE(is_spelling_of(other, "P001")) << other;
  }
  EXPECT_TRUE(is_spelling_of("P001", "\uFF30\uFF10\uFF10\uFF11"));
  EXPECT_TRUE(is_spelling_of("p1", "\uFF30\uFF11"));
  EXPECT_TRUE(is_spelling_of("1", "0001"));
  EXPECT_TRUE(is_spelling_of("00001", "1.0"));
  EXPECT_TRUE(is_spelling_of("AB-77", "ab-77"));
  EXPECT_TRUE(is_spelling_of("9434765919", "943 476 5919"));
  EXPECT_TRUE(is_spelling_of("943 476 5919", "9434765919"));
  EXPECT_TRUE(is_spelling_of("943-476-5919", "943 476 5919"));
  EXPECT_TRUE(is_spelling_of("19850517-1234", "198505171234"));
  EXPECT_TRUE(is_spelling_of("0105801234", "105801234")) << "a spreadsheet took the zero off";
  EXPECT_TRUE(is_spelling_of("010580-1234", "105801234"));
  EXPECT_TRUE(is_spelling_of("105801234", "0105801234"));
  for (const char* id : {"P001", "1", "site-A", "x", "a-b-007", "1.0", "943 476 5919", "'123456789", ""}) {
    for (const std::string& spelling : AlikeSpellings(id)) {
      EXPECT_NE(spelling, id);
      EXPECT_EQ(AlikeKey(spelling), AlikeKey(id)) << spelling;
    }
  }
}

}  // namespace
}  // namespace muster::model
