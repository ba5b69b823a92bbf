// Of records that are called as what is asked for, or as what lies below it, under codes that it does not reach.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char kCancers[] = R"(format-version: 1.2
ontology: mondo

[Term]
id: MONDO:0004992
name: cancer

[Term]
id: MONDO:0005105
name: melanoma
synonym: "malignant melanoma" EXACT []
synonym: "skin cancer" RELATED []
is_a: MONDO:0004992

[Term]
id: MONDO:0005148
name: type 2 diabetes mellitus
)";

class OtherCodesTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(kCancers);
  }
  static std::string Person(const std::string& id, const std::string& records) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":"FEMALE"},)", records, "}\n");
  }
  static std::string Ill(const std::string& code, const std::string& label, int number = 1) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      people += Person(absl::StrCat(code, " ", label, i),
                       absl::StrCat(R"("diseases":[{"term":{"id":")", code, R"(","label":")", label, R"("}}])"));
    }
    return people;
  }
  static std::string Treated(const std::string& code, const std::string& label, int number) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      people += Person(absl::StrCat(code, i), absl::StrCat(R"("medicalActions":[{"treatment":{"agent":{"id":")", code,
                                                           R"(","label":")", label, R"("}}}])"));
    }
    return people;
  }
};

TEST_F(OtherCodesTest, OfWhatLiesBelow) {
  Import(Ill("MONDO:0005105", "melanoma", 3) + Ill("SNOMED:372244006", "Malignant melanoma", 2) +
         Ill("ICD10GM:C43.5", "melanoma", 4) + Ill("SNOMED:1", "skin cancer", 9) + Ill("MONDO:0005148", "T2D", 1));
  const std::string other = "list individuals where has disease in (MONDO:0004992, ICD10GM:C43.5, SNOMED:372244006)";
  Ids("has disease MONDO:0004992");
  EXPECT_THAT(
      said(),
      AllOf(HasSubstr("besides the 3 individuals who are found, 6 have diseases called the same, or as what lies "
                      "below, under other codes, which this does not ask for: ICD10GM:C43.5 melanoma, "
                      "SNOMED:372244006 Malignant melanoma [same-name]"),
            HasSubstr(absl::StrCat("to find them as well, write ", other))));
  const Answer answer = Ask(other);
  EXPECT_EQ(answer.table->rows.size(), 9u);
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("no disease MONDO:0004992");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("6 of the 16 individuals who are found have diseases called the same, or as what "
                              "lies below, under other codes, and are not left out by this"),
                    HasSubstr("to leave them out, write list individuals where has no disease in (MONDO:0004992, "
                              "ICD10GM:C43.5, SNOMED:372244006)")));
}

TEST_F(OtherCodesTest, NotOfWhatIsLeftOut) {
  Import(Ill("MONDO:0004992", "cancer", 5) + Ill("MONDO:0005105", "melanoma", 3) + Ill("SNOMED:1", "melanoma", 7));
  Ids("has disease MONDO:0004992");
  EXPECT_THAT(said(), HasSubstr("7 have diseases called the same, or as what lies below"));
  for (const char* where :
       {"has disease MONDO:0004992 except MONDO:0005105", "has disease MONDO:0004992 and no disease MONDO:0005105"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("to find them as well"))) << where;
  }
}

TEST_F(OtherCodesTest, OfAlternativesAndOfRowsThatAreCounted) {
  Import(Ill("MONDO:0005105", "melanoma", 3) + Ill("ICD10GM:C43.5", "melanoma", 4));
  for (const char* where : {"has disease MONDO:0005105 or has disease MONDO:0005148",
                            "at least 1 of (has disease MONDO:0005105, has disease MONDO:0005148)"}) {
    Ids(where);
    EXPECT_THAT(said(),
                HasSubstr("besides the 3 individuals who are found, 4 have diseases called the same under other "
                          "codes"))
        << where;
  }
  EXPECT_EQ(Rows("count diseases where term is MONDO:0004992"), "3");
  EXPECT_THAT(said(), AllOf(HasSubstr("besides the 3 diseases that are found, 4 are called the same, or as what lies "
                                      "below, under other codes"),
                            HasSubstr("count diseases where term in (MONDO:0004992, ICD10GM:C43.5)")));
  EXPECT_EQ(Rows("count diseases where term in (MONDO:0004992, ICD10GM:C43.5)"), "7");
  Ask("funnel individuals where has disease MONDO:0004992");
  EXPECT_THAT(said(), HasSubstr("same-name"));
  EXPECT_EQ(Rows("count individuals where has disease exactly MONDO:0005105"), "3");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

// A class of drugs, whose name nobody else uses, and a category of ICD-10.
TEST_F(OtherCodesTest, OfLevelsOfCodes) {
  Import(Treated("ATC:C07AB07", "bisoprolol", 3) + Treated("RxNorm:19484", "Bisoprolol", 2) +
         Treated("RxNorm:6809", "metformin", 5) + Ill("ICD10GM:E11.9", "type 2 diabetes mellitus", 3) +
         Ill("MONDO:0005148", "type 2 diabetes mellitus", 4));
  EXPECT_EQ(Rows("count individuals where has treatment ATC:C07"), "3");
  EXPECT_THAT(said(),
              HasSubstr("2 have treatments called the same, or as what lies below, under other codes, which this "
                        "does not ask for: RxNorm:19484 Bisoprolol"));
  EXPECT_EQ(Rows("count individuals where has disease ICD10GM:E11"), "3");
  EXPECT_THAT(said(), HasSubstr("4 have diseases called the same, or as what lies below, under other codes, which this "
                                "does not ask for: MONDO:0005148 type 2 diabetes mellitus"));
}

// It is said of those whom the other criteria ask for.
TEST_F(OtherCodesTest, NotOfWhomTheOtherCriteriaDoNotAskFor) {
  Import(Ill("MONDO:0005105", "melanoma", 3) + Ill("ICD10GM:C43.5", "melanoma", 4) +
         Person("both", R"("diseases":[{"term":{"id":"MONDO:0005148"}},{"term":{"id":"MONDO:0005105"}}])"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and has disease MONDO:0005105"), "1");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and no disease MONDO:0005105"), "0");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

// An abbreviation, what stands behind the name of a test, and numbers as the Romans wrote them.
TEST_F(OtherCodesTest, OfNamesThatAreWrittenOtherwise) {
  const auto measured = [](const std::string& code, const std::string& label, int number) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      people += Person(absl::StrCat(code, i),
                       absl::StrCat(R"("measurements":[{"assay":{"id":")", code, R"(","label":")", label,
                                    R"("},"value":{"quantity":{"value":31,"unit":{"id":"UCUM:kg/m2"}}}}])"));
    }
    return people;
  };
  Import(measured("LOINC:35925-4", "BMI", 3) + measured("LOINC:39156-5", "Body mass index (BMI) [Ratio]", 4) +
         measured("LOCAL:1", "BMI percentile", 5) + measured("LOINC:718-7", "Hemoglobin [Mass/volume] in Blood", 6) +
         measured("LOINC:20509-6", "Hemoglobin [Mass/volume] in Blood by calculation", 7) +
         measured("LOINC:725-2", "Hemoglobin [Mass/volume] in Urine", 8) + measured("LOCAL:2", "Hb", 9) +
         Ill("LOCAL:3", "Diabetes mellitus, type II", 5) + Ill("LOCAL:4", "Type I diabetes mellitus", 6) +
         Ill("MONDO:0005148", "type 2 diabetes mellitus", 4));
  EXPECT_EQ(Rows("count individuals where has measurement \"BMI\" >= 30 kg/m2"), "3");
  EXPECT_THAT(said(), HasSubstr("besides the 3 individuals who are found, 4 have measurements called the same under "
                                "other codes, which this does not ask for: LOINC:39156-5 Body mass index (BMI) "
                                "[Ratio] [same-name]"));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:39156-5 >= 30 kg/m2"), "4");
  EXPECT_THAT(said(), HasSubstr("3 have measurements called the same under other codes, which this does not ask for: "
                                "LOINC:35925-4 BMI [same-name]"));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:718-7"), "6");
  EXPECT_THAT(said(), HasSubstr("9 have measurements called the same under other codes, which this does not ask for: "
                                "LOCAL:2 Hb [same-name]"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148"), "4");
  EXPECT_THAT(said(), HasSubstr("5 have diseases called the same under other codes, which this does not ask for: "
                                "LOCAL:3 Diabetes mellitus, type II [same-name]"));
}

// Who has both codes is found by either.
TEST_F(OtherCodesTest, NotOfWhoIsFoundAnyway) {
  Import(Person("both", R"("diseases":[{"term":{"id":"ICD10GM:C43.5","label":"melanoma"}},)"
                        R"({"term":{"id":"MONDO:0005105","label":"melanoma"}}])"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0004992"), "1");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

}  // namespace
}  // namespace muster
