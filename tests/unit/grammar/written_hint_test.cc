#include "grammar/completion/written_hint.h"

#include <fstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/support/source_tree.h"

namespace muster::grammar {
namespace {

TEST(WrittenHintTest, StatementsAndCriteria) {
  for (const char* hint :
       {"write has disease \"cancer\" with stage is \"Stage III\"",
        "write count individuals where sex is female by sex",
        "a run has it: write count individuals where has run with depth >= 30",
        "write has treatment \"...\" with response is \"...\", where the response is recorded",
        "write has mother with ... and has father with ..., each with what they have",
        "write no disease \"a\" in place of not", "write count individuals by sex: what is counted, and by what"}) {
    EXPECT_EQ(CanBeRead(hint), true) << hint;
  }
}

TEST(WrittenHintTest, WhatCannotBeRead) {
  for (const char* hint : {"write age at last contact in between 18 and 65 years", "write has disease is \"cancer\"",
                           "write count individuals where", "write no disease \"a\" with stage \"b\", if it is so"}) {
    EXPECT_EQ(CanBeRead(hint), false) << hint;
  }
}

TEST(WrittenHintTest, PartsAreNotLookedAt) {
  for (const char* hint : {"write with stage is \"Stage III\"", "write the date as 2020-01-01", "write >= 7",
                           "did you mean sex?", "write value between 7 and 10 %", ""}) {
    EXPECT_EQ(CanBeRead(hint), std::nullopt) << hint;
  }
}

// The hints of a file: four blanks in, behind the place of an error; a long one goes on six blanks in.
std::vector<std::string> HintsIn(std::istream& file) {
  std::vector<std::string> hints;
  bool in_hint = false;
  for (std::string line; std::getline(file, line);) {
    if (in_hint && line.starts_with("      ")) {
      hints.back() += line.substr(5);
      continue;
    }
    in_hint = line.starts_with("    ") && !line.starts_with("    |");
    if (in_hint) hints.push_back(line);
  }
  return hints;
}

TEST(WrittenHintTest, EveryHintThatTheTestsKnowCanBeRead) {
  int read = 0;
  for (const char* name : {"tests/golden/errors.test", "docs/errors.md", "docs/language.md"}) {
    std::ifstream file(test::InSourceTree(name));
    ASSERT_TRUE(file) << name;
    for (const std::string& hint : HintsIn(file)) {
      const std::optional<bool> can = CanBeRead(hint);
      EXPECT_NE(can, false) << name << ":" << hint;
      read += can.has_value() ? 1 : 0;
    }
  }
  EXPECT_GT(read, 100);
}

}  // namespace
}  // namespace muster::grammar
