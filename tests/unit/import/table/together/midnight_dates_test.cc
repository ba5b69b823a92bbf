#include "engine/import/table/together/midnight_dates.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using Epoch = MidnightDates::Epoch;

// Births on the first of January of these years, each at `time`, and further cells.
Epoch MeaningOf(int first, int last, const std::string& time, const std::vector<std::string>& more = {}) {
  MidnightDates dates;
  for (int year = first; year <= last; ++year) dates.Add(std::to_string(year) + "-01-01" + time);
  for (const std::string& cell : more) dates.Add(cell);
  return dates.Meaning();
}

TEST(MidnightDatesTest, ADayAmongDaysAtMidnight) {
  for (const char* time : {" 00:00:00", "T00:00:00Z", "T00:00:00.000Z", "T00:00:00+00:00", " 00:00"}) {
    EXPECT_EQ(MeaningOf(1950, 1990, time), Epoch::kDay) << time;
  }
  EXPECT_EQ(MeaningOf(1950, 1960, " 00:00:00", {"1970-01-01 00:00:00"}), Epoch::kPerhaps);
}

TEST(MidnightDatesTest, ADefault) {
  EXPECT_EQ(MeaningOf(1950, 1990, " 00:00:00", {"1980-05-05 13:10:00"}), Epoch::kDefault) << "others have a time";
  EXPECT_EQ(MeaningOf(1968, 1972, " 00:00:00"), Epoch::kDefault) << "few";
  EXPECT_EQ(MeaningOf(1950, 1990, " 00:00:00", {"1970-01-01 00:00:00", "1970-01-01 00:00:00", "1970-01-01 00:00:00"}),
            Epoch::kDefault)
      << "much more frequent than the years beside it";
  EXPECT_EQ(MeaningOf(1950, 1960, " 00:00:00", {"1970-01-01 00:00:00", "1970-01-01 00:00:00"}), Epoch::kDefault);
  EXPECT_EQ(MeaningOf(1950, 1990, ""), Epoch::kDefault) << "days without a time are looked at elsewhere";
}

// As many births on the first of January of 1969, 1970 and 1971, among others.
Epoch MeaningOfTimes(int before, int epochs, int after) {
  std::vector<std::string> cells;
  cells.insert(cells.end(), before, "1969-01-01T00:00:00Z");
  cells.insert(cells.end(), epochs, "1970-01-01T00:00:00Z");
  cells.insert(cells.end(), after, "1971-01-01T00:00:00Z");
  return MeaningOf(1940, 1960, "T00:00:00Z", cells);
}

TEST(MidnightDatesTest, DefaultsBesideAFewDays) {
  EXPECT_EQ(MeaningOfTimes(0, 3, 1), Epoch::kDefault) << "three defaults, and one who was born a year later";
  EXPECT_EQ(MeaningOfTimes(2, 6, 2), Epoch::kDefault) << "two births a year, and four defaults";
  EXPECT_EQ(MeaningOfTimes(1, 2, 1), Epoch::kDefault);
  EXPECT_EQ(MeaningOfTimes(4, 5, 4), Epoch::kDefault) << "too few to tell one default";
  EXPECT_EQ(MeaningOfTimes(10, 11, 0), Epoch::kDefault) << "more than one and a half times five, the mean";
  EXPECT_EQ(MeaningOfTimes(0, 1, 1), Epoch::kDay);
  EXPECT_EQ(MeaningOfTimes(3, 3, 0), Epoch::kDay);
  EXPECT_EQ(MeaningOfTimes(10, 10, 0), Epoch::kDay);
}

TEST(MidnightDatesTest, ALittleMoreFrequentAmongManyIsNoted) {
  EXPECT_EQ(MeaningOfTimes(10, 9, 10), Epoch::kDay);
  EXPECT_EQ(MeaningOfTimes(10, 11, 10), Epoch::kPerhaps);
  EXPECT_EQ(MeaningOfTimes(12, 15, 8), Epoch::kPerhaps);
  EXPECT_EQ(MeaningOfTimes(12, 16, 8), Epoch::kDefault);
  EXPECT_EQ(MeaningOfTimes(5, 7, 5), Epoch::kPerhaps);
  EXPECT_EQ(MeaningOfTimes(5, 8, 5), Epoch::kDefault);
}

TEST(MidnightDatesTest, BirthsOfATable) {
  const auto read = [](int last, const std::string& more, bool one = true) {
    std::string csv = "id,birth_date\n";
    for (int year = 1955; year <= last; ++year) {
      csv += "P" + std::to_string(year) + "," + std::to_string(year) + "-01-01 00:00:00\n";
    }
    const std::string table = one ? R"(, "one": true)" : "";
    return ReadTables({{"t.csv", csv + more}}, R"({"tables": {"t": {"files": "t.csv", "id": "id")" + table +
                                                   R"(}}, "individual": {"birth date": "/t)" + (one ? "" : "/*") +
                                                   R"(/birth_date"}})");
  };
  // Another remark is that all births are on one day of the year.
  const auto kinds = [](const Reading& reading) {
    std::vector<std::string> whats;
    for (const ImportRemark& remark : reading.report.remarks) {
      if (remark.what.find("births on one day") == std::string::npos) whats.emplace_back(remark.what);
    }
    return whats;
  };
  const Reading plain = read(1975, "");
  EXPECT_THAT(kinds(plain), IsEmpty());
  EXPECT_THAT(plain.Rows(15), testing::ElementsAre(HasSubstr("birth date=1970-01-01")));
  EXPECT_THAT(kinds(read(1975, "", /*one=*/false)), IsEmpty());
  EXPECT_THAT(kinds(read(1968, "X,1970-01-01 00:00:00\n")), testing::ElementsAre(HasSubstr("is taken as a day")));
  EXPECT_THAT(kinds(read(1968, "X,1970-01-01 00:00:00\nY,1970-01-01 00:00:00\n")),
              testing::ElementsAre(HasSubstr("default for a missing value")));
}

}  // namespace
}  // namespace muster::import
