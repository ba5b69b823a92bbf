#include "engine/model/text/alike_key.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(AlikeKeyTest, WhatLooksAlikeHasOneKey) {
  for (const char* id : {"a1", "A1 ", "A-1", "a001", "A_1", "\u00A0A1", "A\u20101", "A1\u200B", "A1\n"}) {
    EXPECT_EQ(AlikeKey(id), AlikeKey("A1")) << id;
  }
  EXPECT_EQ(AlikeKey("001.0"), AlikeKey("1"));
  EXPECT_EQ(AlikeKey("Jos\u00E9"), AlikeKey("Jose\u0301"));
  EXPECT_NE(AlikeKey("1-2"), AlikeKey("12"));
  EXPECT_NE(AlikeKey("1.5"), AlikeKey("1"));
  EXPECT_NE(AlikeKey("A1"), AlikeKey("A10"));
  EXPECT_NE(AlikeKey("\u00C6"), AlikeKey("a"));
}

}  // namespace
}  // namespace muster::model
