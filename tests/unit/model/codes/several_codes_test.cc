#include "engine/model/codes/several_codes.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(SeveralCodesTest, InOneText) {
  for (const char* text : {"HP:0001250;HP:0001263", "HP:0001250 | HP:0001263", "HP:0001250 HP:0001263",
                           "OMIM:125853, OMIM:222100", "OMIM: 125853; OMIM:222100", "ICD10:E11.9; I10", "E11.9/I10",
                           "E11 I10", "E11\nI10", "E11.30+ H36.0*", "125853/222100"}) {
    EXPECT_TRUE(HasSeveralCodes(text)) << text;
  }
}

TEST(SeveralCodesTest, OneCode) {
  for (const char* text :
       {"", "HP:0001250", "E11.9", "E11.9 Typ-2-Diabetes", "8140/3", "ICDO3:8140/3", "ICD10:E10-E14", "E11.0 - E11.9",
        "SNOMED:73211009 |Diabetes mellitus|", "http://purl.obolibrary.org/obo/HP_0001250", "type 2 diabetes",
        "NM_000138.5:c.100A>G p.(Ala34Thr)", "5-10", "HP:0001250 (excluded)", "urn:oid:2.16.840.1.113883.6.96|73211009",
        "1/2", "T2 N1 M0"}) {
    EXPECT_FALSE(HasSeveralCodes(text)) << text;
  }
}

TEST(SeveralCodesTest, WordsAroundACode) {
  for (const char* text : {"HP:0001250 Seizure", "Seizure (HP:0001250)", "HP:0001250 - Seizure", "HP:0001250|Seizure",
                           "E11.9 Typ-2-Diabetes", "Type 2 diabetes (E11.9)", "[E11.9] Diabetes"}) {
    EXPECT_TRUE(HasWordsAroundCode(text)) << text;
  }
  for (const char* text : {"HP:0001250", "E11.9", "HP:0001250 HP:0001263", "type 2 diabetes", "Vitamin B12", "E11.9 G",
                           "SNOMED:73211009 |Diabetes mellitus|", "NM_000138.5:c.100A>G p.(Ala34Thr)", "8140/3 G2",
                           "http://purl.obolibrary.org/obo/hp.owl|HP:0001250"}) {
    EXPECT_FALSE(HasWordsAroundCode(text)) << text;
  }
}

}  // namespace
}  // namespace muster::model
