// A code with its label, as pages show both.
#include "grammar/habits/criteria/label_beside_code.h"

#include <string>

#include "grammar/completion/written_hint.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(LabelBesideCodeTest, TheLabelStandsInQuotesBehindTheCode) {
  const std::string both = "write HP:0001250 \"Seizure\"";
  for (const char* pasted : {"HP:0001250 Seizure", "HP:0001250 (Seizure)", "HP:0001250 - Seizure",
                             "HP:0001250: Seizure", "HP:0001250 |Seizure|", "HP:0001250 \u2013 Seizure",
                             "\"Seizure\" (HP:0001250)", "Seizure (HP:0001250)", "Seizure [HP:0001250]"}) {
    EXPECT_EQ(HintFor(std::string("has phenotype ") + pasted), both) << pasted;
    EXPECT_EQ(HintFor(std::string("has phenotype ") + pasted + " and sex is female"), both) << pasted;
  }
  EXPECT_EQ(HintFor("has disease MONDO:0005148 type 2 diabetes mellitus with onset > 30 years"),
            "write MONDO:0005148 \"type 2 diabetes mellitus\"");
  EXPECT_EQ(HintFor("has phenotype HP:0002349 Focal aware seizure by sex"), "write HP:0002349 \"Focal aware seizure\"");
}

TEST(LabelBesideCodeTest, WhatIsSaidOfTheRecordIsNoLabel) {
  EXPECT_EQ(HintFor("has disease MONDO:0005105 (stage III)"),
            "write has disease MONDO:0005105 with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has phenotype HP:0001250 frontal"),
            "say which field it is: with FIELD is frontal; describe phenotype lists the fields");
  EXPECT_NE(HintFor("has phenotype HP:0001250 - has sample").find("write and"), std::string::npos);
}

}  // namespace
}  // namespace muster::grammar
