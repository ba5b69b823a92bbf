// Signs of copied texts that look like others: what they are, and what to write.
#include "grammar/text/pasted_signs.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(PastedSignsTest, SpacesThatLookLikeABlank) {
  EXPECT_EQ(HintFor("age at last contact\u2009>= 18 years"),
            "this is a thin space (U+2009), which looks like a blank: write a blank");
  EXPECT_EQ(HintFor("age at last contact >= 18\u202Fyears"),
            "this is a narrow non-breaking space (U+202F), which looks like a blank: write a blank");
  EXPECT_EQ(HintFor("sex is\u200B female"), "this is a zero-width space (U+200B), which cannot be seen: leave it out");
}

TEST(PastedSignsTest, DashesInCodes) {
  EXPECT_EQ(HintFor("has measurement LOINC:8480\u20136 > 140 mm[Hg]"),
            "this is an en dash (U+2013): write the code with a hyphen, LOINC:8480-6");
  EXPECT_EQ(HintFor("has measurement LOINC:8480\u22126 > 140 mm[Hg]"),
            "this is a minus sign (U+2212): write the code with a hyphen, LOINC:8480-6");
  // A range is none.
  EXPECT_EQ(HintFor("aged 18\u201365"), "write a range in words: aged 18 to 65, or between 7 and 10 %");
  EXPECT_EQ(InPlaceOfPasted("\u2013", "x: 8\u20139", 4), "");
  EXPECT_EQ(InPlaceOfPasted("\u2013", "LOINC:8480\u2013", 10), "");
}

TEST(PastedSignsTest, BulletsAndSignsOfWebPages) {
  EXPECT_EQ(HintOf("\u2022 count individuals"),
            "leave it out: a statement begins with its verb: count individuals where ... and ...");
  EXPECT_EQ(HintFor("age at last contact &gt; 18 years"), "write >");
  EXPECT_EQ(HintFor("has disease &quot;a"), "write a straight quotation mark: \"");
  EXPECT_EQ(HintFor("sex is male & has sample"), "write and");
}

TEST(PastedSignsTest, HeadingsAndTimes) {
  const std::string heading =
      "leave the heading out, and numbers and dashes before criteria: count individuals where ... and ...";
  EXPECT_EQ(HintOf("Inclusion criteria: has sample"), heading);
  EXPECT_EQ(HintOf("- has sample"),
            "leave it out: a statement begins with its verb: count individuals where ... and ...");
  EXPECT_EQ(HintFor("has measurement with value > reference high * 3"),
            "the number stands in front: 3 times reference high");
}

TEST(PastedSignsTest, AQuestionMarkAtTheEndHidesNoMistake) {
  const std::string asked = "Wie viele Frauen haben Brustkrebs";
  EXPECT_EQ(HintOf(asked + "?"), HintOf(asked));
  EXPECT_EQ(HintOf("count individuals where sex is female?"), "leave it out; a statement ends with ; or with the text");
  EXPECT_EQ(HintOf("\u00BFsex?"), "leave it out");
}

TEST(PastedSignsTest, Ligatures) {
  EXPECT_EQ(InPlaceOfLigatures("cystic \uFB01brosis"),
            "\"\uFB01\" is one character for fi, as it was printed: write \"cystic fibrosis\"");
  EXPECT_EQ(InPlaceOfLigatures("e\uFB00usion and in\uFB02ammation"),
            "\"\uFB00\" is one character for ff, as it was printed: write \"effusion and inflammation\"");
  EXPECT_EQ(InPlaceOfLigatures("cystic fibrosis"), "");
}

}  // namespace
}  // namespace muster::grammar
