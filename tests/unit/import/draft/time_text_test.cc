// Dates of which the month or the day is not known.
#include "engine/import/record/draft/time_text.h"

#include <gmock/gmock.h>

#include <string>

#include "engine/model/time/time.h"
#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

TEST(TimeTextTest, OfADateWhatIsKnownCounts) {
  constexpr std::pair<const char*, const char*> kDates[] = {
      {"1974---15", "1974"},  {"1970-01-UN", "1970-01"}, {"1970-UN-UN", "1970"}, {"1970-unk-15", "1970"},
      {"1980-00-00", "1980"}, {"1980-05-00", "1980-05"}, {"1980-99-99", "1980"}, {"1980-XX-XX", "1980"}};
  for (const auto& [text, known] : kDates) {
    ASSERT_TRUE(DateOfText(text).has_value()) << text;
    EXPECT_EQ(*DateOfText(text), *model::ParseIsoDate(known)) << text;
  }
  for (const char* text :
       {"--03-15", "1980-99", "1980-1999", "1980-13-01", "1980-05-32", "1980-ab-01", "1980-05-un-x"}) {
    EXPECT_FALSE(DateOfText(text).has_value()) << text;
  }
}

TEST(TimeTextTest, CodesForWhoIsAliveAreNoCauseOfDeath) {
  constexpr char kOfDeaths[] = R"({"individual": {"cause of death": "/cod", "vital status": "/vs"}})";
  for (const char* code : {"0000", "7777", "ICD10:7797"}) {
    const Reading reading =
        Read(R"({"id": "1", "subject": {}, "vs": "alive", "cod": ")" + std::string(code) + "\"}", kOfDeaths);
    EXPECT_THAT(reading.Rows(0), testing::ElementsAre(testing::Not(testing::HasSubstr("cause of death")))) << code;
  }
  const Reading dead = Read(R"({"id": "1", "subject": {}, "cod": "ICD10:C61.9"})", kOfDeaths);
  EXPECT_THAT(dead.Rows(0), testing::ElementsAre(testing::HasSubstr("cause of death=ICD10:C61.9")));
}

}  // namespace
}  // namespace muster::import
