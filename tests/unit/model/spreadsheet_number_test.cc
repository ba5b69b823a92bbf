#include "engine/model/text/spreadsheet_number.h"

#include "engine/model/schema/keyword.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(SpreadsheetNumberTest, IsOneDigitAndAPowerOfTen) {
  for (const char* text : {"1.23457E+15", "1,23E+11", "9E+10", "2.5e+12", " 1.5E+100 ", "####"}) {
    EXPECT_TRUE(IsRoundedNumber(text)) << text;
  }
  for (const char* text :
       {"", "1", "1.5", "E+10", "1E10", "12.5E+10", "1.5E-10", "1.E+10", "1.5E+1", "1.5E+10a", "P1", "1E+", "1.5E+"}) {
    EXPECT_FALSE(IsRoundedNumber(text)) << text;
  }
}

TEST(SpreadsheetNumberTest, IsNoIdOfAPerson) {
  EXPECT_TRUE(IsAbsentId(field::kPerson, "1.23457E+15"));
  EXPECT_FALSE(IsAbsentId(field::kPerson, "123456781234567"));
}

TEST(SpreadsheetNumberTest, WhatPeopleWriteForNoNumberIsNoIdOfAPerson) {
  for (const char* none :
       {"1234567890", "123-45-6789", "12345678", "0123456789", "987654321", "XXX-XX-XXXX", "000-00-0000", "999 99 9999",
        "Anonymous", "unknown person", "n/k", "see chart", "0", "-1"}) {
    EXPECT_TRUE(IsAbsentId(field::kPerson, none)) << none;
  }
  for (const char* id : {"12345", "1234567", "23456789", "000-00-0001", "123-45-6780", "A1", "7", "11", "P-77"}) {
    EXPECT_FALSE(IsAbsentId(field::kPerson, id)) << id;
  }
  EXPECT_FALSE(IsAbsentId(field::kPedigreeFamily, "123456789"));
}

TEST(SpreadsheetNumberTest, WhatPeopleWriteForNoParentIsNobody) {
  for (const char* none : {"0", "-9", "-1", "-99", "?", "n/k", " -9 ", "Unbekannt"}) {
    EXPECT_TRUE(IsAbsentId(field::kPedigreeMother, none)) << none;
    EXPECT_TRUE(IsAbsentId(field::kPedigreeFather, none)) << none;
  }
  for (const char* id : {"9", "99", "999", "A-9", "MX", "1-2"}) {
    EXPECT_FALSE(IsAbsentId(field::kPedigreeMother, id)) << id;
  }
  EXPECT_FALSE(IsAbsentId(field::kPedigreeMember, "-9"));
}

TEST(SpreadsheetNumberTest, GenesThatBecameDates) {
  for (const char* text : {"2-Mar", "1-Sep", "Sep-09", "1-DEC", "2024-03-02", "01.03.2024", "3/1/2024"}) {
    EXPECT_TRUE(IsGeneAsDate(text)) << text;
  }
  for (const char* text : {"MARCH2", "SEPT9", "BRCA1", "HLA-A", "NKX2-1", "HGNC:1100", "1-8D", "MT-ND1", "", "DEC1",
                           "Mar-Apr", "6323", "672", "100132341", "1956", "2064", "2099", "51755", "44256"}) {
    EXPECT_FALSE(IsGeneAsDate(text)) << text;
  }
}

}  // namespace
}  // namespace muster::model
