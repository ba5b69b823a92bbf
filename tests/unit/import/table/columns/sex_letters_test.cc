// Letters for sexes: which of them occur together decides.
#include "engine/import/table/columns/people/sex_letters.h"

#include <gmock/gmock.h>

#include <utility>

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

TEST(SexLettersTest, BesideALetterThatNobodyKnows) {
  EXPECT_TRUE(Of({"R", "M"}).MaleIsDoubtful());
  EXPECT_TRUE(Of({"F", "b"}).FemaleIsDoubtful());
  EXPECT_TRUE(Of({"U", "D"}).UnknownIsDoubtful());
  EXPECT_EQ(Of({"r", "M", "B", "?"}).Others(), "BR");
  for (const auto& letters : {Of({"M", "K"}), Of({"Z", "M"}), Of({"M", "X", "O", "U"}), Of({"M", "F", "R"}),
                              Of({"M", "W", "D"}), Of({"M", "9"}), Of({"M", "\xC5\xBD"}), Of({"U", "M", "F", "D"})}) {
    EXPECT_FALSE(letters.MaleIsDoubtful());
    EXPECT_FALSE(letters.FemaleIsDoubtful());
    EXPECT_FALSE(letters.UnknownIsDoubtful());
  }
  SexLetters letters = Of({"R", "M"});
  letters.Forget('R');
  EXPECT_FALSE(letters.MaleIsDoubtful());
}

// A registry of one sex, and one person of a third.
TEST(SexLettersTest, LettersOfAThirdSex) {
  for (const char* third : {"D", "d", "I", "A"}) {
    EXPECT_FALSE(Of({"M", third}).MaleIsDoubtful()) << third;
    EXPECT_FALSE(Of({"F", third}).FemaleIsDoubtful()) << third;
    EXPECT_TRUE(Of({"U", third}).UnknownIsDoubtful()) << third;
    EXPECT_TRUE(Of({"M", third, "R"}).MaleIsDoubtful()) << third;
    EXPECT_TRUE(Of({"M", third, "H"}).MaleIsDoubtful()) << third;
  }
  const Reading reading = ReadTables({{"p.csv", "id,sex,born\nA,M,\nB,D,\n"}}, kOne);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test"));
}

TEST(SexLettersTest, PairsOfOtherLanguagesAreNotGuessed) {
  for (const auto& [cells, what] : {std::pair("id,sex,born\nA,R,\nB,M,\n", "M beside R, and no F"),
                                    {"id,sex,born\nA,B,\nB,F,\n", "F beside B, and no M"},
                                    {"id,sex,born\nA,D,\nB,U,\n", "U beside D, and no M and no F"}}) {
    const Reading reading = ReadTables({{"p.csv", cells}}, kOne);
    EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test")) << what;
    EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test")) << what;
    EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr(what)));
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
