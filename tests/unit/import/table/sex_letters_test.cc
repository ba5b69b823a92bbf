// Letters for sexes: which of them occur together decides.
#include "engine/import/table/sex_letters.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

SexLetters Of(std::initializer_list<const char*> cells) {
  SexLetters letters;
  for (const char* cell : cells) letters.Add(cell);
  return letters;
}

TEST(SexLettersTest, WhichOccurTogether) {
  for (const auto& letters : {Of({"H", "M"}), Of({"v", "m", "u"})}) {
    EXPECT_TRUE(letters.MaleIsDoubtful());
    EXPECT_FALSE(letters.FemaleIsDoubtful());
  }
  for (const auto& letters : {Of({"F", "N"}), Of({" f", "n ", "?"})}) {
    EXPECT_TRUE(letters.FemaleIsDoubtful());
    EXPECT_FALSE(letters.MaleIsDoubtful());
  }
  for (const auto& letters : {Of({"F", "M"}), Of({"M", "W"}), Of({"F", "H", "M"}), Of({"F", "M", "N"}), Of({"M", "N"}),
                              Of({"F", "H", "N"}), Of({"K", "M"}), Of({"F"}), Of({"H", "mujer"})}) {
    EXPECT_FALSE(letters.MaleIsDoubtful());
    EXPECT_FALSE(letters.FemaleIsDoubtful());
  }
}

TEST(SexLettersTest, AnOpenLetterIsNotRead) {
  const Reading spanish = ReadTables({{"p.csv", "id,sex,born\nA,H,\nB,M,\n"}}, kOne);
  EXPECT_THAT(spanish.Rows(1), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(ProblemsOf(spanish), Contains(HasSubstr("p.csv 0  /p/sex: M beside H or V")));
  const Reading hungarian = ReadTables({{"p.csv", "id,sex,born\nA,F,\nB,N,\n"}}, kOne);
  EXPECT_THAT(hungarian.Rows(0), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(ProblemsOf(hungarian), Contains(HasSubstr("p.csv 0  /p/sex: F beside N")));
}

TEST(SexLettersTest, WhatTheMappingSaysCounts) {
  const Reading reading = ReadTables({{"p.csv", "id,sex,born\nA,F,\nB,N,\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "words": {"individual": {"sex": {"f": "male", "n": "female"}}},
    "individual": {"sex": "/p/sex", "birth date": "/p/born"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_TRUE(reading.report.remarks.empty());
}

}  // namespace
}  // namespace muster::import
