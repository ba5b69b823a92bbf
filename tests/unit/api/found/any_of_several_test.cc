// A range, and people with several measurements: any one of them is enough.
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

class AnyOfSeveralTest : public ValuesTest {
 protected:
  static std::string Measured(const std::string& value, const std::string& day) {
    return absl::StrCat(R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":)", Quantity(value, "UCUM:%"),
                        R"(},"timeObserved":{"timestamp":"2020-01-)", day, R"(T00:00:00Z"}})");
  }
  static std::string Of(const std::string& id, const std::string& measurements) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"measurements":[)", measurements, "]}\n");
  }
};

TEST_F(AnyOfSeveralTest, IsToldOfARange) {
  Import(Of("a", Measured("8", "01") + "," + Measured("12", "02")) + Of("b", Measured("8", "01")));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 between 7 and 10 %"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of the 2 individuals who are found has several of measurement LOINC:4548-4, "
                                      "of which the last does not meet this, or has no time: any one of them is "
                                      "enough; by the last of each, 1 is found [any-of-several]"),
                            HasSubstr("has last measurement LOINC:4548-4 with value between 7 and 10 %")));
  Ids("has measurement LOINC:4548-4 with (value >= 7 % and value < 10 %)");
  EXPECT_THAT(said(), HasSubstr("any-of-several"));
  EXPECT_THAT(Ids("has last measurement LOINC:4548-4 between 7 and 10 %"), ElementsAre("b"));
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
}

TEST_F(AnyOfSeveralTest, IsToldOfOneLimit) {
  Import(Of("a", Measured("8", "01") + "," + Measured("6", "02")) + Of("b", Measured("8", "01")) +
         Of("c", Measured("6", "01")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "2");
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of the 2 individuals who are found"), HasSubstr("1 is found [any-of-several]"),
                            HasSubstr("has last measurement LOINC:4548-4 with value >= 7 %")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 with (value < 7 %)"), "2");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));  // the last of both is one
  for (const char* where : {"has measurement LOINC:4548-4 >= 6 %", "has first measurement LOINC:4548-4 >= 7 %",
                            "has at least 2 measurement LOINC:4548-4 >= 6 %", "no measurement LOINC:4548-4 >= 7 %",
                            "has measurement LOINC:4548-4 with (value >= 7 % and time before 2030)",
                            "has measurement LOINC:4548-4 >= 7 % and no last measurement LOINC:4548-4 >= 7 %"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("any-of-several"))) << where;
  }
}

TEST_F(AnyOfSeveralTest, IsToldElsewhere) {
  Import(Of("a", Measured("8", "01") + "," + Measured("12", "02")) + Of("b", Measured("8", "01")));
  for (const char* where : {"has measurement LOINC:4548-4 between 7 and 10 % or has disease MONDO:0005148",
                            "has measurement LOINC:4548-4 as m with value between 7 and 10 %",
                            "has at least 1 measurement LOINC:4548-4 with value between 7 and 10 %"}) {
    EXPECT_THAT(Ids(where), ElementsAre("a", "b")) << where;
    EXPECT_THAT(said(), HasSubstr("1 of the 2 individuals who are found has several")) << where;
  }
  // What is asked of the row by its name would have to be asked of the other.
  Ids("has measurement LOINC:4548-4 as m with value between 7 and 10 % and m.time before 2030");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
}

// How many have two is counted once for the terms in a version.
TEST_F(AnyOfSeveralTest, WhoHasTwoFollowsTheVersion) {
  Import(Of("a", Measured("8", "01")) + Of("b", Measured("8", "01")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 between 7 and 10 %"), "2");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
  Import(Of("c", Measured("8", "01") + "," + Measured("12", "02")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 between 7 and 10 %"), "3");
  EXPECT_THAT(said(), HasSubstr("1 of the 3 individuals who are found"));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 between 7 and 11 %"), "3");
  EXPECT_THAT(said(), HasSubstr("1 of the 3 individuals who are found"));
}

// Those whose only measurement has no time are not found by the last, and have no others.
TEST_F(AnyOfSeveralTest, OneWithoutATimeIsNotSeveral) {
  const std::string undated = R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":)" + Quantity("8", "UCUM:%") + "}}";
  Import(Of("a", undated) + Of("b", Measured("8", "01")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "2");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
  // Beside one who has several it is told that the last leaves this one out as well.
  Import(Of("c", Measured("8", "01") + "," + Measured("6", "02")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "3");
  EXPECT_THAT(said(),
              HasSubstr("by the last of each, 1 is found, and 1 whose times are not known is left out as well"));
}

// From one in twenty of those who are found; of these, and not of all who were measured.
TEST_F(AnyOfSeveralTest, FewAreNotTold) {
  std::string people = Of("a", Measured("8", "01") + "," + Measured("6", "02"));
  for (int i = 0; i < 19; ++i) people += Of(absl::StrCat("b", i), Measured("8", "01"));
  for (int i = 0; i < 50; ++i) people += Of(absl::StrCat("c", i), Measured("6", "01"));
  Import(people);
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "20");
  EXPECT_THAT(said(), HasSubstr("1 of the 20 individuals who are found"));
  Import(Of("d", Measured("8", "01")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "21");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
}

TEST_F(AnyOfSeveralTest, WhereAllMeetItNothingIsTold) {
  const std::string undated = R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":)" + Quantity("8", "UCUM:%") + "}}";
  Import(Of("a", undated + "," + undated) + Of("b", Measured("8", "01")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "2");
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
}

// A value below and another above are two measurements.
TEST_F(AnyOfSeveralTest, WhoAsksForTwoIsNotTold) {
  Import(Of("a", Measured("8", "01") + "," + Measured("6", "02")));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 >= 7 % and has measurement LOINC:4548-4 < 7 %"), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
}

TEST_F(AnyOfSeveralTest, WithoutTimesOthersAreTold) {
  const auto undated = [](const std::string& value) {
    return R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":)" + Quantity(value, "UCUM:%") + "}}";
  };
  Import(Of("a", undated("8") + "," + undated("6")) + Of("b", undated("8") + "," + undated("9")));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:4548-4 >= 7 %"), "2");
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of the 2 individuals who are found has several of measurement LOINC:4548-4, "
                                      "of which others do not meet this: any one of them is enough [any-of-several]"),
                            Not(HasSubstr("has last"))));
}

// The components of a panel are rows, and one measurement.
TEST_F(AnyOfSeveralTest, APanelIsOne) {
  const auto component = [](const std::string& code, const std::string& value) {
    return absl::StrCat(R"({"type":{"id":")", code, R"("},"quantity":)", Quantity(value, "UCUM:mm[Hg]"), "}");
  };
  const auto of = [&](const std::string& systolic) {
    return absl::StrCat(R"({"assay":{"id":"LOINC:85354-9"},"complexValue":{"typedQuantities":[)",
                        component("LOINC:8480-6", systolic), ",", component("LOINC:8462-4", "80"), "]}}");
  };
  const std::string panel = of("120");
  Import(Of("a", panel));
  EXPECT_THAT(Ids("has measurement LOINC:85354-9 with value between 100 and 140 mm[Hg]"), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("any-of-several")));
  Import(Of("b", panel + "," + of("160")));
  for (const char* code : {"LOINC:85354-9", "LOINC:8480-6"}) {
    EXPECT_THAT(Ids(absl::StrCat("has measurement ", code, " with value between 100 and 140 mm[Hg]")),
                ElementsAre("a", "b"));
    EXPECT_THAT(said(), HasSubstr("1 of the 2 individuals who are found has several of measurement LOINC"));
  }
}

TEST_F(AnyOfSeveralTest, BandsThatAddUpToMoreAreTold) {
  Import(Of("a", Measured("8", "01") + "," + Measured("12", "02")) + Of("b", Measured("8", "01")));
  EXPECT_EQ(Rows("count individuals by value of measurement LOINC:4548-4 in bands at 7, 10 %"),
            "7 to <10 %, 2; 10 % and over, 1");
  EXPECT_THAT(said(), HasSubstr("the rows add up to 3 of 2 individuals: who has values in several bands counts in each "
                                "of them, and once in the total [several-values]"));
  EXPECT_THAT(said(), HasSubstr("by value of last measurement LOINC:4548-4 in bands ... takes one of each"));
  Ask("count individuals where has measurement LOINC:4548-4 by year of measurement time");
  EXPECT_THAT(said(), Not(HasSubstr("in bands")));
}

// Of two on one day, both are the last.
TEST_F(AnyOfSeveralTest, BandsOfTheLastThatAddUpToMoreAreTold) {
  Import(Of("a", Measured("8", "01") + "," + Measured("12", "02")) + Of("b", Measured("8", "01")));
  const std::string text = "count individuals by value of last measurement LOINC:4548-4 in bands at 7, 10 %";
  EXPECT_EQ(Rows(text), "7 to <10 %, 1; 10 % and over, 1");
  EXPECT_THAT(said(), Not(HasSubstr("several-values")));
  Import(Of("c", Measured("8", "03") + "," + Measured("12", "03")));
  EXPECT_EQ(Rows(text), "7 to <10 %, 2; 10 % and over, 2");
  EXPECT_THAT(said(), AllOf(HasSubstr("the rows add up to 4 of 3 individuals: who has several at the same time, in "
                                      "several bands, counts in each of them, and once in the total [several-values]"),
                            Not(HasSubstr("takes one of each"))));
}

TEST_F(AnyOfSeveralTest, WhoHasNoValueDoesNotHideThem) {
  std::string none;
  for (int i = 0; i < 100; ++i) none += absl::StrCat(R"({"id":"n)", i, R"(","subject":{"sex":"FEMALE"}})", "\n");
  Import(Of("a", Measured("8", "01") + "," + Measured("12", "02")) + Of("b", Measured("8", "01")) + none);
  EXPECT_EQ(Rows("count individuals by value of measurement LOINC:4548-4 in bands at 7, 10 %"),
            "7 to <10 %, 2; 10 % and over, 1; -, 100");
  EXPECT_THAT(said(), HasSubstr("the rows with a value add up to 3 of 2 individuals: who has"));
}

}  // namespace
}  // namespace muster
