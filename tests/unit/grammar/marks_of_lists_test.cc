// Marks of lists before criteria.
#include "grammar/habits/criteria/marks_of_lists.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(MarksOfListsTest, NumbersAndLettersBeforeCriteria) {
  EXPECT_EQ(HintFor("(a) has sample and (b) sex is female"),
            "leave out (a): criteria stand without numbers, joined by and or or");
  EXPECT_EQ(HintFor("1) has sample and 2) sex is female"),
            "leave out 1): criteria stand without numbers, joined by and or or");
}

}  // namespace
}  // namespace muster::grammar
