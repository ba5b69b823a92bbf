// Times that many rows share: ends of a follow-up in place of an onset, and days on which a register was moved.
#include "engine/import/table/together/shared_times.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Told(const std::string& text, const std::string& mapping) {
  std::vector<std::string> told;
  for (const std::string& problem : ProblemsOf(ReadTables({{"d.csv", text}}, mapping))) {
    if (problem.find("/d/t: ") != std::string::npos) told.push_back(problem);
  }
  return told;
}

std::string OfConstant(const std::string& when = "") {
  return R"({"tables": {"d": {"files": "d.csv", "id": "id", "one": true}},
    "individual": {"last contact": "/d/seen"},
    "diseases": {"from": "/d", )" +
         when + R"("fields": {"term": {"const": "ICD10:I21"}, "onset": "/t"}}})";
}

TEST(SharedTimesTest, TheLastDayInPlaceOfAnEvent) {
  const std::string rows = "id,mi,t\n1,1,2010-01-01\n2,0,2020-12-31\n3,0,2020-12-31\n4,1,2015-05-05\n5,0,2020-12-31\n";
  const std::string mapping = R"({"tables": {"d": {"files": "d.csv", "id": "id", "one": true}},
    "diseases": {"from": "/d", "fields": {"term": {"const": "ICD10:I21"}, "onset": "/t"}}})";
  EXPECT_THAT(Told(rows, mapping), ElementsAre(HasSubstr("3 of 5 \"t\" are \"2020-12-31\", and none is later")));
  const std::string decided = R"({"tables": {"d": {"files": "d.csv", "id": "id", "one": true}},
    "diseases": {"from": "/d", "when": "/mi", "fields": {"term": {"const": "ICD10:I21"}, "onset": "/t"}}})";
  EXPECT_THAT(Told(rows, decided), IsEmpty());
  EXPECT_THAT(Told("id,t\n1,2010-01-01\n2,\n3,\n4,2020-12-31\n5,2020-12-31\n", mapping), IsEmpty())
      << "not of everybody";
  EXPECT_THAT(Told("id,t\n1,2010-01-01\n2,2009-12-31\n3,2009-12-31\n4,2009-12-31\n", mapping), IsEmpty());
}

TEST(SharedTimesTest, TheLastContactInPlaceOfAnOnset) {
  EXPECT_THAT(Told("id,seen,t\n1,P50Y,P35Y\n2,P51Y,P51Y\n3,P52Y,P52Y\n4,P53Y,P40Y\n5,P54Y,P54Y\n", OfConstant()),
              ElementsAre(HasSubstr("3 of 5 \"t\" are the last contact of the same row")));
  EXPECT_THAT(Told("id,seen,t\n1,P50Y,P35Y\n2,P51Y,P51Y\n3,P52Y,P41Y\n4,P53Y,P40Y\n5,P54Y,P30Y\n", OfConstant()),
              IsEmpty());
  EXPECT_THAT(Told("id,seen,t\n1,P50Y,P35Y\n2,P51Y,\n3,P52Y,P52Y\n4,P53Y,\n5,P54Y,P54Y\n", OfConstant()), IsEmpty());
}

TEST(SharedTimesTest, OneDayForMany) {
  const std::string mapping =
      R"({"tables": {"d": {"files": "d.csv", "id": "id", "columns": {"dx": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/d/*", "fields": {"term": "/dx", "age at diagnosis": "/t"}}})";
  std::string rows = "id,dx,t\n";
  for (int i = 0; i < 15; ++i) {
    rows += std::to_string(i) + ",E11,2006-04-01\n";
    rows += std::to_string(i + 20) + ",E11,2010-01-" + std::to_string(10 + i) + "\n";
  }
  EXPECT_THAT(Told(rows, mapping),
              ElementsAre(HasSubstr("15 of 30 \"t\" are \"2006-04-01\", and of no other day more than 1")));
  std::string years = "id,dx,t\n";
  for (int i = 0; i < 30; ++i) years += std::to_string(i) + ",E11," + std::to_string(i < 15 ? 2006 : 1980 + i) + "\n";
  EXPECT_THAT(Told(years, mapping), IsEmpty()) << "a year is no day";
}

}  // namespace
}  // namespace muster::import
