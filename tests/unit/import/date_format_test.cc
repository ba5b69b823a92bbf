#include "engine/import/mapping/date_format.h"

#include <gmock/gmock.h>

namespace muster::import {
namespace {

using testing::HasSubstr;

std::optional<std::string> Iso(std::string_view format, std::string_view date) {
  const absl::StatusOr<DateFormat> parsed = DateFormat::Parse(format);
  EXPECT_TRUE(parsed.ok()) << parsed.status();
  return parsed.ok() ? parsed->ToIso(date) : std::nullopt;
}

std::string Error(std::string_view format) {
  const absl::StatusOr<DateFormat> parsed = DateFormat::Parse(format);
  EXPECT_FALSE(parsed.ok()) << format;
  return std::string(parsed.status().message());
}

TEST(DateFormatTest, ReadsWhatRegistriesWrite) {
  EXPECT_EQ(Iso("DD.MM.YYYY", "04.03.1961"), "1961-03-04");
  EXPECT_EQ(Iso("DD.MM.YYYY", "4.3.1961"), "1961-03-04");
  EXPECT_EQ(Iso("DD.MM.YYYY", " 04.03.1961\xc2\xa0"), "1961-03-04");
  EXPECT_EQ(Iso("M/D/YYYY", "12/31/1999"), "1999-12-31");
  EXPECT_EQ(Iso("MM/DD/YYYY", "12/31/1999"), "1999-12-31");
  EXPECT_EQ(Iso("YYYYMMDD", "19991231"), "1999-12-31");
  EXPECT_EQ(Iso("DDMMMYYYY", "01JAN2020"), "2020-01-01");
  EXPECT_EQ(Iso("DD-MMM-YYYY", "9-may-2015"), "2015-05-09");
  EXPECT_EQ(Iso("MM/YYYY", "7/2015"), "2015-07");
  EXPECT_EQ(Iso("YYYY", "2015"), "2015");
  EXPECT_EQ(Iso("YYYY-MM-DD hh:mm", "2015-07-01 9:05"), "2015-07-01T09:05:00");
  EXPECT_EQ(Iso("YYYY-MM-DDThh:mm:ss", "2015-07-01T09:05:07"), "2015-07-01T09:05:07");
}

TEST(DateFormatTest, ZeroIsWhatIsNotKnown) {
  EXPECT_EQ(Iso("DD.MM.YYYY", "00.03.1961"), "1961-03");
  EXPECT_EQ(Iso("DD.MM.YYYY", "00.00.1961"), "1961");
  EXPECT_EQ(Iso("DD.MM.YYYY", "05.00.1961"), std::nullopt);
}

TEST(DateFormatTest, NothingIsGuessed) {
  for (const char* date : {"", "1961", "04.03.61", "04/03/1961", "04.03.19611", "x4.03.1961", "..1961"}) {
    EXPECT_EQ(Iso("DD.MM.YYYY", date), std::nullopt) << date;
  }
  EXPECT_EQ(Iso("YYYYMMDD", "1999123"), std::nullopt);
  EXPECT_EQ(Iso("DD-MMM-YYYY", "01-JUI-2015"), std::nullopt);  // June and July in French
  EXPECT_EQ(Iso("DD-MMM-YYYY", "01-MA-2015"), std::nullopt);
}

TEST(DateFormatTest, NoMonthIsBeyondTwelve) {
  EXPECT_EQ(Iso("DD/MM/YYYY", "12/31/1981"), std::nullopt);
  EXPECT_EQ(Iso("DD/MM/YYYY", "32/01/1981"), std::nullopt);
  const absl::StatusOr<DateFormat> format = DateFormat::Parse("DD/MM/YYYY");
  ASSERT_TRUE(format.ok()) << format.status();
  EXPECT_EQ(format->ToIsoExchanged("12/31/1981"), "1981-12-31");
  EXPECT_EQ(format->ToIsoExchanged("31/31/1981"), std::nullopt);
  EXPECT_EQ(DateFormat::Parse("YYYY")->ToIsoExchanged("1981"), std::nullopt);
}

TEST(DateFormatTest, MonthsHaveNamesInSeveralLanguages) {
  EXPECT_EQ(Iso("DD-MMM-YYYY", "01-MAI-2015"), "2015-05-01");
  EXPECT_EQ(Iso("DD-MMM-YYYY", "01-Sept-2015"), "2015-09-01");
  EXPECT_EQ(Iso("D. MMMM YYYY", "1. M\xc3\x84RZ 2015"), "2015-03-01");
  EXPECT_EQ(Iso("D MMM YYYY", "1 Okt. 2015"), "2015-10-01");
  EXPECT_EQ(Iso("MMMM YYYY", "juillet 2015"), "2015-07");
}

TEST(DateFormatTest, UnknownDaysAndMonths) {
  EXPECT_EQ(Iso("DD-MMM-YYYY", "UN-MAY-1980"), "1980-05");
  EXPECT_EQ(Iso("DD-MMM-YYYY", "UNK-UNK-1980"), "1980");
  EXPECT_EQ(Iso("YYYY-MM-DD", "1980-XX-XX"), "1980");
  EXPECT_EQ(Iso("YYYYMMDD", "20150699"), "2015-06");
  EXPECT_EQ(Iso("YYYYMMDD", "20159999"), "2015");
  EXPECT_EQ(Iso("YYYYMMDD", "20159915"), std::nullopt);
}

TEST(DateFormatTest, YearsOfTwoDigitsWithACentury) {
  const absl::StatusOr<DateFormat> parsed = DateFormat::Parse("DD-MMM-YY", 1930);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->ToIso("17-MAY-65"), "1965-05-17");
  EXPECT_EQ(parsed->ToIso("17-MAY-30"), "1930-05-17");
  EXPECT_EQ(parsed->ToIso("17-MAY-29"), "2029-05-17");
  EXPECT_EQ(parsed->ToIso("17-MAY-1965"), std::nullopt);
}

TEST(DateFormatTest, DayNumbersOfSpreadsheets) {
  EXPECT_EQ(Iso("excel", "29358"), "1980-05-17");
  EXPECT_EQ(Iso("sas", "7442"), "1980-05-17");
  EXPECT_EQ(Iso("Stata", "-1"), "1959-12-31");
  EXPECT_EQ(Iso("unix days", "3789"), "1980-05-17");
  EXPECT_EQ(Iso("unix days", "0"), "1970-01-01");
  EXPECT_EQ(Iso("sas", "7442.0"), "1980-05-17");
  EXPECT_EQ(Iso("sas", "-99999"), std::nullopt);  // 1686
  EXPECT_EQ(Iso("sas", "7442d"), std::nullopt);
  EXPECT_EQ(Iso("excel", "29358.5"), "1980-05-17");
  EXPECT_EQ(Iso("excel", "3654"), "1910-01-01");
  EXPECT_EQ(Iso("excel", "3653"), std::nullopt);
  EXPECT_EQ(Iso("excel", "1980"), std::nullopt);  // a year
  EXPECT_EQ(Iso("excel", "29358,25"), "1980-05-17");
  for (const char* text : {"17.05.1980", "17.05.80", "1.5.1980 10:00", "29.358", "2.9358E4", "29358.", "29358.5h"}) {
    EXPECT_EQ(Iso("excel", text), std::nullopt) << text;
  }
  EXPECT_EQ(Iso("excel", "1980-05-17"), std::nullopt);
  EXPECT_EQ(Iso("excel", "29358,75"), "1980-05-17");
  for (const char* no_number : {"17.05.1980", "17.05.80", "1.5.1980 10:00", "31.02.1980", "29.358", "2.9358E4",
                                "29358.", "29358 10:00", "29,358", "17.05"}) {
    EXPECT_EQ(Iso("excel", no_number), std::nullopt) << no_number;
  }
}

TEST(DateFormatTest, DigitsOfAFormStandForThemselves) {
  EXPECT_EQ(Iso("YYYY-01-01", "1980-01-01"), "1980");
  EXPECT_EQ(Iso("YYYY-01-01", "1980-01-02"), std::nullopt);
  EXPECT_EQ(Iso("YYYY-01-01", "1980"), std::nullopt);
  EXPECT_EQ(Iso("YYYY-07-01 00:00:00", "1980-07-01 00:00:00"), "1980");
  EXPECT_EQ(Iso("YYYY-MM-15", "1980-05-15"), "1980-05");
  EXPECT_EQ(Iso("01.01.YYYY", "01.01.1980"), "1980");
}

TEST(DateFormatTest, WrongFormatsSayWhy) {
  EXPECT_THAT(Error("DD.MM.19YY"), HasSubstr("stand beside YYYY only"));
  EXPECT_THAT(Error("DD.MM.YY"), HasSubstr("two digits does not say the century"));
  EXPECT_THAT(Error("dd.mm.yyyy"), HasSubstr("other letters"));
  EXPECT_THAT(Error("DD.MM"), HasSubstr("the year is missing"));
  EXPECT_THAT(Error("DD YYYY"), HasSubstr("a day without a month"));
  EXPECT_THAT(Error("YYYY YYYY"), HasSubstr("twice"));
  EXPECT_THAT(Error("YYYY MM MMM"), HasSubstr("twice"));
  EXPECT_THAT(Error("YYYY hh:mm"), HasSubstr("an hour without a day"));
  EXPECT_THAT(Error("YYYY-MM-DD hh"), HasSubstr("hours and minutes"));
  EXPECT_THAT(Error("YYYY ss"), HasSubstr("seconds without minutes"));
  EXPECT_THAT(Error(""), HasSubstr("the year is missing"));
}

}  // namespace
}  // namespace muster::import
