// Values that are words of the language as well: country is AT.
#include "grammar/habits/keyword_as_value.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(KeywordAsValueTest, BehindAComparison) {
  EXPECT_EQ(HintFor("country is AT"),
            "write \"AT\" in quotation marks, as AT is a word of the language as well: country is \"AT\"");
  EXPECT_EQ(HintFor("country = at and sex is male"),
            "write \"at\" in quotation marks, as at is a word of the language as well: country = \"at\"");
  EXPECT_EQ(
      HintFor("country of origin is not IS"),
      "write \"IS\" in quotation marks, as IS is a word of the language as well: country of origin is not \"IS\"");
  EXPECT_EQ(HintFor("has disease \"melanoma\" and country is BY"),
            "write \"BY\" in quotation marks, as BY is a word of the language as well: country is \"BY\"");
}

TEST(KeywordAsValueTest, AmongOthers) {
  EXPECT_EQ(HintFor("country in (de, at, ch)"),
            "write \"at\" in quotation marks, as at is a word of the language as well: country in (de, \"at\", ch)");
  EXPECT_EQ(HintFor("country in (IN, PK)"),
            "write \"IN\" in quotation marks, as IN is a word of the language as well: country in (\"IN\", PK)");
  EXPECT_EQ(HintFor("country is DE or AT"),
            "write \"AT\" in quotation marks, as AT is a word of the language as well: country is DE or \"AT\"");
  EXPECT_EQ(HintFor("country is SE or NO"),
            "write \"NO\" in quotation marks, as NO is a word of the language as well: country is SE or \"NO\"");
}

TEST(KeywordAsValueTest, NotWhereTheWordIsMeant) {
  for (const char* criterion : {"country is by sex", "age at last contact is at 18 years",
                                "country is DE or no phenotype", "sex is in female", "country is at least"}) {
    EXPECT_EQ(HintFor(criterion).find("word of the language"), std::string::npos)
        << criterion << ": " << HintFor(criterion);
  }
}

TEST(KeywordAsValueTest, QuotedItIsRead) {
  EXPECT_EQ(HintFor("country is \"AT\" and country of origin in (DE, \"at\", ch)"), "-");
}

}  // namespace
}  // namespace muster::grammar
