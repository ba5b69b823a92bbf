#include "engine/import/table/columns/named_ages.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(NamedAgesTest, WhatNamesSay) {
  for (const char* name : {"days_to_death", "days_since_enrolment", "monthsSinceDiagnosis", "time_to_event",
                           "Tage seit Diagnose", "days_from_diagnosis"}) {
    EXPECT_EQ(AgeOriginByName(name), AgeOrigin::kAnotherDay) << name;
  }
  for (const char* name : {"ga_weeks", "gestational_age", "SSW", "semanas_gestacion", "gest_age_wk", "GA"}) {
    EXPECT_EQ(AgeOriginByName(name), AgeOrigin::kConception) << name;
  }
  for (const char* name : {"age", "age_in_days", "days_from_birth", "days_since_dob", "Alter", "age_at_death", "saga",
                           "age_at_diagnosis", "years"}) {
    EXPECT_EQ(AgeOriginByName(name), AgeOrigin::kBirth) << name;
  }
}

std::vector<std::string> ToldOfAge(const std::string& name, const std::string& column) {
  return ProblemsOf(ReadTables({{"p.csv", "id," + name + "\n1,38\n2,40\n"}}, R"({"tables": {"p": {"files": "p.csv",
      "id": "id", "one": true, "columns": {")" + name + R"(": )" + column + R"(}}}, "individual":
      {"age at death": "/p/)" + name + R"("}})"));
}

TEST(NamedAgesTest, OnlyOfColumnsThatAreReadAsAges) {
  EXPECT_THAT(ToldOfAge("days_to_death", R"({"age": "days"})"),
              ElementsAre(HasSubstr("\"days_to_death\" is taken as an age, from birth")));
  EXPECT_THAT(ToldOfAge("ga_weeks", R"({"age": "weeks"})"), ElementsAre(HasSubstr("\"ga_weeks\" is taken as an age")));
  EXPECT_THAT(ToldOfAge("death_days", R"({"age": "days"})"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
