#include "grammar/text/loose_date.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

std::string DateOf(std::string_view text) { return DateToWrite(text).value_or("-"); }

TEST(LooseDateTest, YearMonthAndDay) {
  EXPECT_EQ(DateOf("2020-1-1"), "2020-01-01");
  EXPECT_EQ(DateOf("2020-1"), "2020-01");
  EXPECT_EQ(DateOf("2020/01/31"), "2020-01-31");
  EXPECT_EQ(DateOf("01/01/2020"), "2020-01-01");
  EXPECT_EQ(DateOf("31.1.2020"), "2020-01-31");
  EXPECT_EQ(DateOf("1/31/2020"), "2020-01-31");
  EXPECT_EQ(DateOf("05/2020"), "2020-05");
  EXPECT_EQ(DateOf("19800501"), "1980-05-01");
  EXPECT_EQ(DateOf("19801301"), "-");
}

TEST(LooseDateTest, OfWhatMayBeTwoDaysBoth) { EXPECT_EQ(DateOf("2/1/2020"), "2020-01-02 or 2020-02-01"); }

TEST(LooseDateTest, MonthsInWords) {
  EXPECT_EQ(DateOf("1 Feb 1980"), "1980-02-01");
  EXPECT_EQ(DateOf("September 30, 2020"), "2020-09-30");
  EXPECT_EQ(DateOf("Sept 2020"), "2020-09");
  EXPECT_EQ(DateOf("1 Feb"), DateOf("none"));
}

TEST(LooseDateTest, NoDates) {
  for (const char* text : {"", "-", "2020", "2020-", "-2020-1", "2020-13-1", "2020-1-32", "32/1/2020", "20-1-1",
                           "2020-1/1", "2020-1-1-1", "20201-1-1", "2020-100-1", "6.5", "1-1", "10/20", "a/b"}) {
    EXPECT_EQ(DateOf(text), "-") << text;
  }
}

}  // namespace
}  // namespace muster::grammar
