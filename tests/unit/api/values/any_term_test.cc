// That a number is compared with those of any measurement or exposure is told where no kind is named.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class AnyTermTest : public ValuesTest {
 protected:
  static std::string Smoker(const std::string& id, const std::string& disease, const std::string& exposure) {
    return absl::StrCat(R"({"id":")", id, R"(","sex":{"id":"NCIT:C16576"},"diseases":[{"diseaseCode":{"id":")", disease,
                        R"("}}])", exposure.empty() ? "" : R"(,"exposures":[{)", exposure, exposure.empty() ? "" : "}]",
                        "}");
  }
};

constexpr char kSmoked[] = R"("exposureCode":{"id":"NCIT:C154329"},"value":20,"unit":{"id":"{pack}.a"})";
constexpr char kDrinks[] = R"("exposureCode":{"id":"NCIT:C16273"},"value":20,"unit":{"id":"g/d"})";
constexpr char kNever[] = R"("exposureCode":{"id":"NCIT:C154329"},"excluded":true)";

TEST_F(AnyTermTest, SeveralKindsAreNamed) {
  Import(Person("a", "LOINC:4548-4", Quantity("8", "UCUM:%")) + Person("b", "LOINC:4544-3", Quantity("40", "UCUM:%")) +
         Person("c", "LOINC:4544-3", Quantity("41", "UCUM:%")) +
         Person("d", "LOINC:2345-7", Quantity("100", "UCUM:mg/dL")));
  EXPECT_THAT(Ids("has measurement with value >= 7 %"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(said(), AllOf(HasSubstr("no measurement is named, and the number is compared with those of 2 kinds: "
                                      "LOINC:4544-3"),
                            HasSubstr(", LOINC:4548-4"), HasSubstr("[any-term]"),
                            HasSubstr("has measurement LOINC:4544-3 with value >= 7 %")));
  for (const char* one : {"has measurement LOINC:4548-4 with value >= 7 %", "has measurement with value >= 50 mg/dL",
                          "has measurement with (assay is LOINC:4548-4 and value >= 7 %)"}) {
    Ids(one);
    EXPECT_THAT(said(), Not(HasSubstr("any-term"))) << one;
  }
}

// A pressure is one of two components, and a measurement of its own elsewhere.
TEST_F(AnyTermTest, AComponentIsAKind) {
  const auto component = [](const std::string& code, const std::string& value) {
    return absl::StrCat(R"({"type":{"id":")", code, R"("},"quantity":)", Quantity(value, "mm[Hg]"), "}");
  };
  Import(absl::StrCat(R"({"id":"a","subject":{"id":"x"},"measurements":[{"assay":{"id":"LOINC:85354-9"},)",
                      R"("complexValue":{"typedQuantities":[)", component("LOINC:8480-6", "150"), ",",
                      component("LOINC:8462-4", "105"), "]}}]}\n") +
         Person("b", "LOINC:8480-6", Quantity("150", "mm[Hg]")));
  EXPECT_THAT(Ids("has measurement with (component is LOINC:8462-4 and value >= 100 \"mm[Hg]\")"), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("any-term")));
  Ids("has measurement with (component in (LOINC:8462-4, LOINC:8480-6) and value >= 100 \"mm[Hg]\")");
  EXPECT_THAT(said(), Not(HasSubstr("any-term")));
  EXPECT_THAT(Ids("has measurement with value >= 100 \"mm[Hg]\""), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("[any-term]"));
  // Without a component they are several kinds all the same.
  Ids("has measurement with (value >= 100 \"mm[Hg]\" and not component is LOINC:8462-4)");
  EXPECT_THAT(said(), HasSubstr("[any-term]"));
}

// The value of a panel is that of any of its components.
TEST_F(AnyTermTest, OfAPanelTheComponentsAreNamed) {
  const auto panel = [](const std::string& id, const std::string& systolic, const std::string& diastolic) {
    const auto component = [](const std::string& code, const std::string& label, const std::string& value) {
      return absl::StrCat(R"({"type":{"id":")", code, R"(","label":")", label, R"("},"quantity":)",
                          Quantity(value, "mm[Hg]"), "}");
    };
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"measurements":[{"assay":{"id":"LOINC:85354-9"},)",
                        R"("complexValue":{"typedQuantities":[)", component("LOINC:8480-6", "Systolic", systolic), ",",
                        component("LOINC:8462-4", "Diastolic", diastolic), "]}}]}\n");
  };
  Import(panel("a", "150", "80") + panel("b", "160", "105") + panel("c", "95", "60") +
         Person("d", "LOINC:4548-4", Quantity("8", "UCUM:%")));
  EXPECT_THAT(Ids("has measurement LOINC:85354-9 >= 100 \"mm[Hg]\""), ElementsAre("a", "b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("measurements of LOINC:85354-9 have a value for each component, and that of any "
                                      "of these may meet this: LOINC:8462-4 Diastolic, LOINC:8480-6 Systolic "
                                      "[any-component]"),
                            HasSubstr("of LOINC:8462-4 alone, write list individuals where has measurement "
                                      "LOINC:8462-4 with value >= 100 \"mm[Hg]\"")));
  EXPECT_THAT(Ids("no measurement LOINC:85354-9 >= 100 \"mm[Hg]\""), ElementsAre("c", "d"));
  EXPECT_THAT(said(), HasSubstr("[any-component]"));
  for (const char* one : {"has measurement LOINC:8462-4 >= 100 \"mm[Hg]\"",
                          "has measurement LOINC:85354-9 with (component is LOINC:8462-4 and value >= 100 \"mm[Hg]\")",
                          "has measurement LOINC:85354-9 >= 140 \"mm[Hg]\"",  // which none but the systolic ones meet
                          "has measurement LOINC:4548-4 >= 7 %", "has measurement LOINC:85354-9"}) {
    Ids(one);
    EXPECT_THAT(said(), Not(HasSubstr("any-component"))) << one;
  }
}

TEST_F(AnyTermTest, OfHowManyThereIsNoneInSuchAUnit) {
  Import(absl::StrCat("[", Smoker("a", "ICD10:J44", kSmoked), ",", Smoker("b", "ICD10:J44", kDrinks), ",",
                      Smoker("c", "ICD10:J44", kNever), ",", Smoker("d", "ICD10:J44", ""), ",",
                      Smoker("e", "ICD10:I10", kSmoked), "]"));
  EXPECT_THAT(Ids(R"(has disease ICD10:J44 and has exposure with value >= 10 "{pack}.a")"), ElementsAre("a"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("only 1 of the 4 individuals who have disease ICD10:J44 has an exposure in a "
                              "unit like {pack}.a, and 1 has it recorded as absent; of 2 nothing of it is recorded"),
                    HasSubstr("[rarely-recorded]"), Not(HasSubstr("any-term"))));
}

TEST_F(AnyTermTest, WhereMostHaveOneNothingIsSaid) {
  Import(absl::StrCat("[", Smoker("a", "ICD10:J44", kSmoked), ",", Smoker("b", "ICD10:J44", kSmoked), ",",
                      Smoker("c", "ICD10:J44", kSmoked), "]"));
  Ids(R"(has exposure with value >= 10 "{pack}.a")");
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
}

// Whatever is compared of it, or nothing: of whom nobody asked there is none.
TEST_F(AnyTermTest, OfHowManyNoExposureIsRecorded) {
  Import(absl::StrCat("[", Smoker("a", "ICD10:J44", kSmoked), ",", Smoker("b", "ICD10:J44", kDrinks), ",",
                      Smoker("c", "ICD10:J44", ""), "]"));
  for (const char* exposure : {"has exposure NCIT:C154329", "has exposure NCIT:C154329 with start before 18 years",
                               "has exposure NCIT:C154329 with value >= 10 \"{pack}.a\""}) {
    Ids(absl::StrCat("has disease ICD10:J44 and ", exposure));
    EXPECT_THAT(said(), HasSubstr("only 1 of the 3 individuals who have disease ICD10:J44 has an exposure "
                                  "NCIT:C154329 at all; the others are left out by this"))
        << exposure;
  }
  Ids("has exposure NCIT:C154329");
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
  Ids("has disease ICD10:J44 and no exposure NCIT:C154329");
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
}

}  // namespace
}  // namespace muster
