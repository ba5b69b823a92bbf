// Hints for criteria in other words: without their term, entity or comparison, or joined otherwise.
#include <string>
#include <utility>

#include "grammar/completion/written_hint.h"
#include "grammar/habits/criteria/single_words.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfCriteriaTest, TwoValuesOfOneField) {
  const std::string either = "write country in (DE, FR) for either: no record has both";
  EXPECT_EQ(HintFor("country is DE and FR"), either);
  EXPECT_EQ(HintFor("country is DE and FR and has sample"), either);
  EXPECT_EQ(HintFor("sex is female and male"), "write sex in (female, male) for either: no record has both");
  EXPECT_EQ(HintFor("has disease with stage is \"Stage III\" and \"Stage IV\""),
            "write stage in (\"Stage III\", \"Stage IV\") for either: no record has both");
}

TEST(HabitsOfCriteriaTest, WithoutIs) {
  EXPECT_EQ(HintFor("country de"), "write country is de");
  EXPECT_EQ(HintFor("has disease with stage III or IV"), "write stage is \"Stage III\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("has measurement with assay \"a\""), "write assay is \"a\"");
  EXPECT_EQ(HintFor("country is de sex is female"), "write and between criteria");
}

TEST(HabitsOfCriteriaTest, Joints) {
  EXPECT_EQ(HintFor("both has sample and sex is male"), "leave out both: and and or join criteria by themselves");
  EXPECT_EQ(HintFor("has sample, sex is male"), "write and between criteria");
  EXPECT_EQ(HintFor("has sample and/or sex is male"), "write or: it holds for both as well");
  EXPECT_EQ(HintFor("has sample; and sex is male"),
            "leave out the ; or the empty line before it: either ends the statement");
  EXPECT_EQ(HintFor("no more than 2 of (has sample, sex is male)"), "write at most 2 of (...)");
}

TEST(HabitsOfCriteriaTest, OneWord) {
  EXPECT_EQ(HintFor("female"), "write sex is female");
  EXPECT_EQ(HintFor("male and country is DE"), "write sex is male");
  EXPECT_EQ(HintFor("is female"), "write sex is female");
  EXPECT_EQ(HintFor("not deceased"), "write not vital status is deceased");
  EXPECT_EQ(HintFor("smoker"), "write has exposure \"smoking\"");
  for (const char* never : {"never smoker", "never smokers", "sex is female and never smoked", "non-smoker",
                            "not smoker", "not a smoker", "never-smoker", "without smoking"}) {
    EXPECT_EQ(HintFor(never), kNeverSmoked) << never;
  }
  for (const char* once : {"current smoker", "former smoker", "ex-smoker", "active smokers and sex is male"}) {
    EXPECT_EQ(HintFor(once).rfind("write has exposure \"smoking\", which holds for all who ever smoked, as", 0), 0u)
        << once;
    EXPECT_EQ(CanBeRead(HintFor(once)), true) << once;
  }
  EXPECT_EQ(CanBeRead(kNeverSmoked), true);
  const std::string pregnancy =
      "terms like \"pregnancy\" shows how it is recorded here, if it is; then write has phenotype \"...\", or has "
      "disease \"...\"";
  EXPECT_EQ(HintFor("is pregnant"), pregnancy);
  EXPECT_EQ(HintFor("sex is female and is pregnant"), pregnancy);
  EXPECT_EQ(HintFor("premenopausal"),
            "no field is for that; terms like \"menopause\" shows whether it is recorded here, and as what");
}

TEST(HabitsOfCriteriaTest, WithoutATerm) {
  EXPECT_EQ(HintFor("without disease \"asthma\""), "write no disease \"asthma\"");
  EXPECT_EQ(HintFor("sex is female without disease MONDO:0004979"), "write and no disease MONDO:0004979");
  EXPECT_EQ(HintFor("has disease \"cancer\" without asthma"), "write and no disease \"asthma\"");
  EXPECT_EQ(HintFor("has disease \"cancer\" excluding brain metastases and sex is male"),
            "write and no disease \"brain metastases\"");
}

TEST(HabitsOfCriteriaTest, TermsWithoutTheirEntity) {
  EXPECT_EQ(HintFor("has disease \"a\" and disease \"b\""), "write has disease \"b\"");
  EXPECT_EQ(HintFor("has disease \"a\" and \"b\""), "write has disease \"b\"");
  EXPECT_EQ(HintFor("has treatment \"a\" and not \"b\""), "write no treatment \"b\" in place of not");
  EXPECT_EQ(HintFor("has disease \"a\" and not disease \"b\""), "write no disease \"b\" in place of not");
  EXPECT_EQ(HintFor("\"a\""), "write has disease \"a\"");
  EXPECT_EQ(HintFor("has \"a\""), "say what it is: has disease \"a\", or has phenotype \"a\"");
  EXPECT_EQ(HintFor("has both disease \"a\" and disease \"b\""), "say has for each: has disease \"a\" and has ...");
  EXPECT_EQ(HintFor("has disease type 2 diabetes and sex is male"),
            "a label is written in quotes: disease \"type 2 diabetes\"");
  EXPECT_EQ(HintFor("asthma"),
            "say what of it: asthma is ..., or has disease \"asthma\"; terms like \"asthma\" shows what is called so");
}

TEST(HabitsOfCriteriaTest, AlternativesWithoutTheirQuotes) {
  const std::string samples =
      "write has sample with type is tumour and has sample with type is reference, which are two samples";
  for (const auto& [criterion, hint] :
       {std::pair<std::string, std::string>("has variant BRCA1 or BRCA2", "write has variant \"BRCA1\" or \"BRCA2\""),
        {"has variant \"BRCA1\" or BRCA2", "write has variant \"BRCA1\" or \"BRCA2\""},
        {"has variant BRCA1 and BRCA2", "write has variant \"BRCA1\" and has variant \"BRCA2\""},
        {"no disease asthma or COPD", "write no disease \"asthma\" or \"COPD\""},
        {"has treatment metformin or insulin", "write has treatment \"metformin\" or \"insulin\""},
        {"has disease asthma or insulin", "write has treatment \"insulin\""},
        {"has tumor and normal", samples},
        {"tumour and normal", samples},
        {"metformin-na\u00EFve", "write no treatment \"metformin\""}}) {
    EXPECT_EQ(HintFor(criterion), hint) << criterion;
    EXPECT_EQ(CanBeRead(hint), true) << hint;
  }
}

TEST(HabitsOfCriteriaTest, OneOfSeveral) {
  EXPECT_EQ(HintFor("one of (sex is female, has sample)"), "write at least 1 of (...), or exactly 1 of (...)");
}

TEST(HabitsOfCriteriaTest, EitherAndNone) {
  EXPECT_EQ(HintFor("sex is female or is male"), "leave out is behind or: ... is female or male");
  EXPECT_EQ(HintFor("no disease except \"asthma\""),
            "write no disease with term is not \"asthma\", which leaves out who has any but that and what is below it");
  EXPECT_EQ(HintFor("has sample with type is tumor and normal"),
            "these are two samples: has sample with type is tumour and has sample with type is reference");
}

TEST(HabitsOfCriteriaTest, Values) {
  EXPECT_EQ(HintFor("has phenotype \u201CSeizure\u201D"), "write straight quotes: \"Seizure\"");
}

TEST(HabitsOfCriteriaTest, OtherSigns) {
  EXPECT_EQ(HintFor("sex is male && has sample"), "write and");
  EXPECT_EQ(HintFor("sex is male | has sample"), "write or");
  EXPECT_EQ(HintFor("!has sample"), "write not");
  EXPECT_EQ(HintFor("aged 18\u201365"), "write a range in words: aged 18 to 65, or between 7 and 10 %");
  EXPECT_EQ(HintFor("has sample # a comment"), "a comment begins with --");
}

TEST(HabitsOfCriteriaTest, NamesInBrackets) {
  EXPECT_EQ(HintFor("[sex] = '1'"),
            "write sex is female, or sex is male: names stand without brackets, and values are words");
  EXPECT_EQ(HintFor("[age] >= 18 and [sex] = '2'"),
            "write age at last contact >= 18 years: names stand without brackets");
  EXPECT_EQ(HintFor("[depth_min] > 30"), "write depth min > 30: names stand without brackets");
  EXPECT_EQ(HintFor("[smoker] = '1'"),
            "write smoker = '1': names stand without brackets, and values are words, such as female");
  EXPECT_EQ(HintFor("[sex is male or has sample]"), "write parentheses: (...)");
  for (const char* criterion : {"[sex] = '1'", "[age] >= 18"}) EXPECT_EQ(CanBeRead(HintFor(criterion)), true);
}

TEST(HabitsOfCriteriaTest, AgesOfNamedRecords) {
  EXPECT_EQ(HintFor("age at c.diagnosis < 60 years"),
            "say of which record it is: write has disease \"...\" with age at diagnosis < 60 years");
  EXPECT_EQ(CanBeRead(HintFor("age at c.diagnosis < 60 years")), true);
  EXPECT_EQ(HintFor("has disease \"a\" as c and age at c.diagnosed between 5 and 60 years and sex is male"),
            "the name of the record stands first: c.age at diagnosis between 5 and 60 years");
  EXPECT_EQ(HintFor("has disease \"a\" as c and c.age at diagnosis between 5 and 60 years"), "-");
  EXPECT_EQ(HintFor("sex is male."), "leave out the full stop: and joins criteria, ; ends a statement");
}

TEST(HabitsOfCriteriaTest, HalfAComparisonSaysTheFieldAgain) {
  EXPECT_EQ(HintFor("birth date >= 1960-01-01 and <= 1979-12-31"),
            "say again what is compared: birth date >= 1960-01-01 and birth date <= 1979-12-31");
  EXPECT_EQ(HintFor("has measurement LOINC:4548-4 >= 7 % and < 9 %"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and value < 9 %)");
  EXPECT_EQ(HintFor("has run with depth < 10 or > 30"),
            "say again what is compared, in parentheses: with (depth < 10 or depth > 30)");
  EXPECT_EQ(HintFor("18 years <= age at last contact"),
            "what is compared stands first: age at last contact >= 18 years");
  EXPECT_EQ(HintFor("has run with depth not > 30"), "write depth <= 30 in place of not >");
  EXPECT_EQ(HintFor("has run with depth => 30"), "write >= in place of =>");
  EXPECT_EQ(HintFor("age at last contact in 18 to 65"), "write age at last contact aged 18 to 65");
}

}  // namespace
}  // namespace muster::grammar
