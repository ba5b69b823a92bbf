#include "engine/import/watch/family_check.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kFamilies[] = R"({
  "tables": {"f": {"files": "f.csv", "id": "id", "one": true}},
  "individual": {"cohort": "/f/arm"},
  "pedigrees": {"from": "/f", "fields": {"family": "/fam", "member": "/who", "mother": "/mum", "father": "/dad"}}})";

std::vector<std::string> Reasons(const std::string& rows) {
  const Reading reading = ReadTables({{"f.csv", "id,fam,who,mum,dad,arm\n" + rows}}, kFamilies);
  std::vector<std::string> reasons;
  for (const ImportProblem& problem : reading.report.problems) reasons.push_back(problem.reason);
  return reasons;
}

TEST(FamilyCheckTest, ParentsWhoAreNotFound) {
  EXPECT_THAT(Reasons("1,F1,1,3,,\n3,F1,3,,,\n"), IsEmpty());
  EXPECT_THAT(Reasons("1,F1,1,3,,\n"), ElementsAre("the family \"F1\" has no record of \"3\""));
  EXPECT_THAT(Reasons("1,F1,1,3,,\n3,G2,3,,,\n"), ElementsAre("\"3\" is in the family \"G2\", and not in \"F1\""));
  EXPECT_THAT(Reasons("8,F1,8,8,,\n"), ElementsAre("person who is their own mother or father"));
}

TEST(FamilyCheckTest, ParentsOfTheOtherSex) {
  constexpr char kSexes[] = R"({
    "tables": {"f": {"files": "f.csv", "id": "id", "one": true}}, "individual": {"sex": "/f/sex"},
    "pedigrees": {"from": "/f", "fields": {"family": "/fam", "member": "/id", "mother": "/mum", "father": "/dad"}}})";
  const auto reasons = [&](const std::string& rows) {
    const Reading reading = ReadTables({{"f.csv", "id,fam,sex,mum,dad\n" + rows}}, kSexes);
    std::vector<std::string> told;
    for (const ImportProblem& problem : reading.report.problems) told.push_back(problem.reason);
    return told;
  };
  EXPECT_THAT(reasons("1,F1,female,2,3\n2,F1,female,,\n3,F1,male,,\n"), IsEmpty());
  EXPECT_THAT(reasons("1,F1,female,2,3\n2,F1,unknown,,\n3,F1,,,\n"), IsEmpty());
  EXPECT_THAT(reasons("1,F1,female,3,2\n2,F1,female,,\n3,F1,male,,\n"),
              ElementsAre("\"3\" is the mother of \"1\", and male", "\"2\" is the father of \"1\", and female"));
  EXPECT_THAT(reasons("1,F1,female,2,2\n2,F1,unknown,,\n"), ElementsAre("\"2\" is the mother and the father of \"1\""));
}

TEST(FamilyCheckTest, CirclesOfParents) {
  EXPECT_THAT(Reasons("1,F1,1,2,,\n2,F1,2,1,,\n"), ElementsAre("\"1\" is a child of \"2\", who is a child of \"1\""));
  EXPECT_THAT(Reasons("1,F1,1,2,,\n2,F1,2,,3,\n3,F1,3,1,,\n"),
              ElementsAre("\"1\" is a child of \"2\", who is a child of \"3\", who is a child of \"1\""));
  // Cousins who have a child have one ancestor twice.
  EXPECT_THAT(Reasons("1,F1,1,2,3,\n2,F1,2,4,,\n3,F1,3,5,,\n4,F1,4,6,,\n5,F1,5,6,,\n6,F1,6,,,\n"), IsEmpty());
  // The same ids in two families are other people.
  EXPECT_THAT(Reasons("1,F1,1,2,,\n2,F1,2,,,\n3,F2,1,,,\n4,F2,2,1,,\n"), IsEmpty());
}

TEST(FamilyCheckTest, ParentsWhoAreTooYoung) {
  constexpr char kBirths[] = R"({
    "tables": {"f": {"files": "f.csv", "id": "id", "one": true}}, "individual": {"birth date": "/f/born"},
    "pedigrees": {"from": "/f", "fields": {"family": "/fam", "member": "/id", "mother": "/mum", "father": "/dad"}}})";
  const auto reasons = [&](const std::string& rows) {
    return ProblemsOf(ReadTables({{"f.csv", "id,fam,mum,dad,born\n" + rows}}, kBirths));
  };
  EXPECT_THAT(reasons("1,F1,2,3,1985-05-01\n2,F1,,,1990-01-01\n3,F1,,,1950\n"),
              ElementsAre(testing::HasSubstr("\"2\", the mother of \"1\", was born 1990-01-01, and \"1\" 1985-05-01")));
  EXPECT_THAT(reasons("1,F1,2,3,1985\n2,F1,,,1960\n3,F1,,,1980\n"),
              ElementsAre(testing::HasSubstr("\"3\", the father of \"1\", was born 1980")));
  // Years leave open what is between them; young mothers are rare.
  EXPECT_THAT(reasons("1,F1,2,3,1985\n2,F1,,,1977\n3,F1,,,\n"), IsEmpty());
  EXPECT_THAT(reasons("1,F1,2,3,\n2,F1,,,1990\n3,F1,,,1950\n"), IsEmpty());
}

TEST(FamilyCheckTest, NobodyIsAZero) {
  EXPECT_THAT(Reasons("1,F1,1,0,0,\n2,F1,2,0,0,\n"), IsEmpty());
  EXPECT_THAT(Reasons("1,0,1,0,0,\n2,0,2,0,0,\n"), ElementsAre("2 people are in the family \"0\""));
  EXPECT_THAT(Reasons("1,0,1,2,0,\n2,0,2,0,0,\n"), IsEmpty()) << "a family";
}

TEST(FamilyCheckTest, NamesThatAreAlike) {
  EXPECT_THAT(Reasons("1,FAM-1,1,,,\n2,fam_1,2,,,\n3,FAM-2,3,,,\n"), ElementsAre("\"fam_1\" and \"FAM-1\" are two"));
  EXPECT_THAT(Reasons("1,,,,,ARM_A\n2,,,,,arm a\n3,,,,,ARM_B\n"), ElementsAre("\"arm a\" and \"arm_a\" are two"));
}

}  // namespace
}  // namespace muster::import
