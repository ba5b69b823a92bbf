// Who may meet a comparison of times, and is not found: for a span, or for want of a time.
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class UnsureTimesTest : public ValuesTest {
 protected:
  static constexpr char kAt40[] = R"("onset":{"age":{"iso8601duration":"P40Y"}})";
  static constexpr char kFrom35To42[] =
      R"("onset":{"ageRange":{"start":{"iso8601duration":"P35Y"},"end":{"iso8601duration":"P42Y"}}})";

  // As many as that, last seen at 41 years, with the disease; `onset` is JSON, or empty.
  static std::string People(const std::string& id, int number, const std::string& onset,
                            const std::string& disease = "MONDO:0005148") {
    std::string people;
    for (int i = 0; i < number; ++i) {
      absl::StrAppend(&people, R"({"id":")", id, i,
                      R"(","subject":{"timeAtLastEncounter":{"age":{"iso8601duration":"P41Y"}}},"diseases":[)",
                      R"({"term":{"id":")", disease, "\"}", onset.empty() ? "" : ",", onset, "}]}\n");
    }
    return people;
  }
};

TEST_F(UnsureTimesTest, PossibleWindowsAreTold) {
  Import(People("a", 19, kAt40) + People("b", 1, kFrom35To42));
  const std::string text =
      "count individuals where has disease MONDO:0005148 with onset within 2 years before age at last contact";
  EXPECT_EQ(Rows(text), "19");
  EXPECT_THAT(said(), AllOf(HasSubstr("besides the 19 individuals who are found, 1 possibly meets this: a time of this "
                                      "one is known within bounds only [possibly-met]"),
                            HasSubstr("with possibly onset within 2 years before age at last contact")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 with possibly onset within 2 years before age at "
                 "last contact"),
            "20");
  EXPECT_THAT(said(), Not(HasSubstr("possibly-met")));
  Import(People("c", 2, kAt40));
  EXPECT_EQ(Rows(text), "21");
  EXPECT_THAT(said(), Not(HasSubstr("possibly-met")));
}

// The binder's remark is of a conjunct of which nothing but times is asked.
TEST_F(UnsureTimesTest, PossibleTimesAreToldElsewhere) {
  Import(People("a", 4, kAt40) + People("b", 2, kFrom35To42));
  for (const char* where :
       {"has disease MONDO:0005148 with onset >= 38 years or has disease MONDO:0004979",
        "at least 1 of (has disease MONDO:0005148 with onset >= 38 years, has disease MONDO:0004979)",
        "has disease MONDO:0005148 as d with onset >= 38 years",
        "has at least 1 disease MONDO:0005148 with onset >= 38 years",
        "has disease MONDO:0005148 with (onset >= 38 years and stage is missing)"}) {
    EXPECT_EQ(Rows(absl::StrCat("count individuals where ", where)), "4") << where;
    EXPECT_THAT(said(), HasSubstr("besides the 4 individuals who are found, 2 possibly meet this: a time of theirs is "
                                  "known within bounds only [possibly-met]"))
        << where;
  }
  Rows("count individuals where has disease MONDO:0005148 with onset >= 38 years");
  EXPECT_THAT(said(), AllOf(HasSubstr("[possibly-met]"), Not(HasSubstr("besides the 4"))));
}

class UnsureNumbersTest : public ValuesTest {
 protected:
  // People with a CRP in mg/L each, and a disease whose onset is from 1 to 4 years, or at 2.
  static std::string People(const std::string& id, int number, const std::string& value, bool imprecise) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      absl::StrAppend(&people, R"({"id":")", id, i, R"(","subject":{},"diseases":[{"term":{"id":"MONDO:0005148"},)",
                      imprecise ? R"("onset":{"ageRange":{"start":{"iso8601duration":"P1Y"},"end":{)"
                                  R"("iso8601duration":"P4Y"}}}}])"
                                : R"("onset":{"age":{"iso8601duration":"P2Y"}}}])",
                      R"(,"measurements":[{"assay":{"id":"LOINC:1988-5"},"value":{"quantity":{"value":)", value,
                      R"(,"unit":{"id":"mg/L"}}}}]})", "\n");
    }
    return people;
  }
};

TEST_F(UnsureNumbersTest, NumbersWithinBoundsAreTold) {
  Import(People("a", 4, "2", false) + People("b", 3, R"("<5")", true));
  for (const char* where :
       {"has measurement LOINC:1988-5 with value < 3 mg/L", "has measurement with value < 3 mg/L",
        "has measurement LOINC:1988-5 as m with value < 3 mg/L",
        "has measurement LOINC:1988-5 as m and m.value < 3 mg/L", "has measurement LOINC:1988-5 with value = 2 mg/L",
        "has measurement LOINC:1988-5 with (value < 3 mg/L or value > 100 mg/L)",
        "has measurement LOINC:1988-5 with value < 3 mg/L or has disease MONDO:0004979"}) {
    for (const char* counted : {"count individuals where ", "count distinct individuals where "}) {
      EXPECT_EQ(Rows(absl::StrCat(counted, where)), "4") << where;
      EXPECT_THAT(said(),
                  HasSubstr("individuals who are found, 3 possibly meet this: a number of theirs is known within "
                            "bounds only [possibly-met]"))
          << counted << where;
    }
    Ask(absl::StrCat("list individuals where ", where));
    EXPECT_THAT(said(), HasSubstr("3 possibly meet this")) << where;
  }
  EXPECT_EQ(Rows("count measurements where value < 3 mg/L"), "4");
  EXPECT_THAT(said(), HasSubstr("besides the 4 measurements that are found, 3 possibly meet this: a number"));
  EXPECT_EQ(Rows("count individuals where has measurement LOINC:1988-5 with possibly value < 3 mg/L"), "7");
  for (const char* silent : {"count individuals where has measurement LOINC:1988-5 with possibly value < 3 mg/L",
                             "count individuals where has measurement LOINC:1988-5 with value < 20 mg/L",
                             "count individuals where has measurement LOINC:1988-5 with value >= 5 mg/L",
                             "count individuals with certainty where has measurement LOINC:1988-5 with value < 3 mg/L",
                             "funnel individuals where has measurement LOINC:1988-5 with value < 3 mg/L",
                             "count individuals where not has measurement LOINC:1988-5 with value < 3 mg/L"}) {
    Ask(silent);
    EXPECT_THAT(said(), Not(HasSubstr("possibly-met"))) << silent;
  }
}

TEST_F(UnsureNumbersTest, ComparisonsOfOneNumberAreOfOneValue) {
  Import(People("a", 1, R"("1-4")", false) + People("b", 1, R"("<5")", false));
  const auto bounds = [&](const std::string& with) {
    return Rows(absl::StrCat("count individuals with certainty where has measurement LOINC:1988-5 with (", with, ")"));
  };
  EXPECT_EQ(bounds("value < 2 mg/L and value >= 3 mg/L"), "0, 0, 0");
  EXPECT_EQ(bounds("value < 2 mg/L and not value < 0.3 mg/dL"), "0, 0, 0");  // which is 3 mg/L
  EXPECT_EQ(bounds("value < 3 mg/L and value >= 2 mg/L"), "0, 2, 0");
  EXPECT_EQ(bounds("value < 3 mg/L or value >= 2 mg/L"), "2, 0, 0");
  EXPECT_EQ(bounds("value < 3 mg/L or (value >= 0.2 mg/dL and value < 4.5 mg/L)"), "1, 1, 0");
  EXPECT_EQ(bounds("value < 2 mg/L or value >= 3 mg/L"), "0, 2, 0");
  // That another number is missing is another thing.
  EXPECT_EQ(bounds("(value < 2 mg/L or reference low is missing) and value >= 3 mg/L"), "0, 2, 0");
  EXPECT_EQ(bounds("value < 2 mg/L or not value < 2 mg/L"), "2, 0, 0");
  EXPECT_EQ(Rows("count measurements with certainty where value < 2 mg/L and value >= 3 mg/L"), "0, 0, 0");
  EXPECT_EQ(Rows("count measurements with certainty where value < 3 mg/L or value >= 2 mg/L"), "2, 0, 0");
}

TEST_F(UnsureNumbersTest, TimesOfCountedRecordsAreTold) {
  Import(People("a", 4, "2", false) + People("b", 3, R"("<5")", true));
  EXPECT_EQ(Rows("count diseases where onset < 3 years"), "4");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("besides the 4 diseases that are found, 3 possibly meet this: a time of theirs is "
                              "known within bounds only [possibly-met]"),
                    HasSubstr("write count diseases where possibly onset < 3 years")));
  Ask("list diseases where onset < 3 years");
  EXPECT_THAT(said(), HasSubstr("3 possibly meet this"));
}

TEST_F(UnsureNumbersTest, DefinitionsOfCohortsAreLookedInto) {
  Import(People("a", 4, "2", false) + People("b", 3, R"("<5")", true));
  Ask("define cohort low as individuals where has measurement LOINC:1988-5 with value < 3 mg/L");
  Ask("define cohort early as individuals where has disease MONDO:0005148 with onset < 3 years");
  Ask("define cohort both as individuals where in low and in early");
  for (const auto& [cohort, what] :
       {std::pair("low", "a number"), std::pair("early", "a time"), std::pair("both", "a time or a number")}) {
    EXPECT_EQ(Rows(absl::StrCat("count individuals where in ", cohort)), "4");
    EXPECT_THAT(said(), AllOf(HasSubstr(absl::StrCat("3 possibly meet this: ", what, " of theirs")),
                              HasSubstr("define it with `possibly`")));
  }
  Ask("define cohort all as individuals where has disease MONDO:0005148");
  Ask("count individuals where in all");
  EXPECT_THAT(said(), Not(HasSubstr("possibly-met")));
}

TEST_F(UnsureTimesTest, PossibleTimesOfNamedRecordsAreTold) {
  std::string person = People("a", 1, kFrom35To42);
  person.insert(person.find("}]}") + 1, absl::StrCat(R"(,{"term":{"id":"MONDO:0004979"},)", kAt40, "}"));
  Import(person);
  EXPECT_EQ(
      Rows("count individuals where has disease MONDO:0005148 as d and has disease MONDO:0004979 with onset after "
           "d.onset"),
      "0");
  EXPECT_THAT(said(), HasSubstr("while nobody is found, 1 possibly meets this"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 as d and has disease MONDO:0004979 as e and "
                 "e.onset after d.onset"),
            "0");
  EXPECT_THAT(said(), HasSubstr("while nobody is found, 1 possibly meets this"));
}

// From one in ten of those who are found or lack the time; where more than one in five records lack it, the records are
// counted.
TEST_F(UnsureTimesTest, WhoLacksATimeIsTold) {
  Import(People("a", 45, kAt40) + People("b", 5, "") + People("x", 50, kAt40, "MONDO:0004979"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 with onset >= 18 years"), "45");
  EXPECT_THAT(said(), HasSubstr("5 individuals meet everything else, with diseases of MONDO:0005148 without an onset: "
                                "these are not found by this, and 45 are [undated-records]"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 with onset at least 6 months before age at last "
                 "contact"),
            "45");
  EXPECT_THAT(said(), HasSubstr("5 individuals meet everything else"));
  for (const char* text : {"count individuals with certainty where has disease MONDO:0005148 with onset >= 18 years",
                           "funnel individuals where has disease MONDO:0005148 with onset >= 18 years",
                           "count individuals where no disease MONDO:0005148 with onset >= 18 years",
                           "count individuals where has disease MONDO:0004979 with onset >= 18 years",
                           "count individuals where has disease MONDO:0005148 with (onset >= 18 years or onset is "
                           "missing)",
                           // Without a death, nobody meets the rest.
                           "count individuals where has disease MONDO:0005148 with onset before death"}) {
    Ask(text);
    EXPECT_THAT(said(), Not(HasSubstr("meet everything else"))) << text;
  }
  Import(People("c", 2, kAt40));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 with onset >= 18 years"), "47");
  EXPECT_THAT(said(), Not(HasSubstr("undated-records")));
}

TEST_F(UnsureTimesTest, CertaintyTakesAgesInWholeMonthsForExact) {
  Import(People("a", 3, kAt40));
  const std::string where = "where has disease MONDO:0005148 with onset within 60 weeks before age at last contact";
  EXPECT_EQ(Rows("count individuals with certainty " + where), "3, 0, 0");
  EXPECT_THAT(said(), HasSubstr("`with certainty` takes an age in whole months for an exact one, too"));
  EXPECT_EQ(Rows("count individuals " + where), "3");
  EXPECT_THAT(said(), Not(HasSubstr("`with certainty` takes")));
}

// What is asked beside it, of the people or of the same record, holds of those who are told of, too.
TEST_F(UnsureTimesTest, TheOtherCriteriaHold) {
  const auto with_sex = [](std::string people, const char* sex) {
    return absl::StrReplaceAll(people, {{R"("subject":{)", absl::StrCat(R"("subject":{"sex":")", sex, R"(",)")}});
  };
  const auto ended = [](std::string people) {
    return absl::StrReplaceAll(people, {{R"("term")", R"("resolution":{"age":{"iso8601duration":"P41Y"}},"term")"}});
  };
  Import(with_sex(ended(People("a", 40, kAt40)), "FEMALE") + with_sex(ended(People("b", 5, "")), "FEMALE") +
         with_sex(People("c", 2, ""), "FEMALE") + with_sex(ended(People("d", 2, "")), "MALE") +
         with_sex(ended(People("e", 3, kFrom35To42)), "FEMALE") + with_sex(People("f", 3, kFrom35To42), "FEMALE") +
         with_sex(ended(People("g", 3, kFrom35To42)), "MALE"));
  const std::string where =
      "where sex is female and has disease MONDO:0005148 with (onset within 2 years before age at last contact and "
      "resolution is recorded)";
  for (const char* by : {"", " by sex"}) {
    EXPECT_EQ(Rows(absl::StrCat("count individuals ", where, by)), *by == '\0' ? "40" : "female, 40");
    EXPECT_THAT(said(),
                HasSubstr("5 individuals meet everything else, with diseases of MONDO:0005148 without an onset"));
    EXPECT_THAT(said(), HasSubstr("besides the 40 individuals who are found, 3 possibly meet this"));
  }
  EXPECT_EQ(Rows("count individuals where sex is female and has disease MONDO:0005148 with (onset within 2 years "
                 "before age at last contact and resolution >= 30 years)"),
            "40");
  EXPECT_THAT(said(), HasSubstr("7 individuals meet everything else, with diseases of MONDO:0005148 without an onset "
                                "or a resolution"));
}

// Whoever has another record that is found is found.
TEST_F(UnsureTimesTest, OnlyWhoIsNotFoundIsCounted) {
  const std::string both =
      absl::StrReplaceAll(People("both", 5, kAt40), {{"}]}", R"(},{"term":{"id":"MONDO:0005148"}}]})"}});
  Import(People("a", 21, kAt40) + both);
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 with onset >= 18 years"), "26");
  EXPECT_THAT(said(), Not(HasSubstr("undated-records")));
}
// 48 hours are not 2 days.
TEST_F(UnsureTimesTest, WindowsInHoursCountTimesOfDay) {
  const auto measured = [](const std::string& id, const std::string& first, const std::string& second) {
    const auto one = [](const std::string& value, const std::string& time) {
      return absl::StrCat(R"({"assay":{"id":"LOINC:2160-0"},"value":{"quantity":{"value":)", value,
                          R"(,"unit":{"id":"mg/dL"}}},"timeObserved":{"timestamp":")", time, "\"}}");
    };
    return absl::StrCat(R"({"id":")", id, R"(","subject":{},"measurements":[)", one("1", first), ",", one("2", second),
                        "]}\n");
  };
  Import(measured("h20", "2020-01-01T01:00:00Z", "2020-01-01T21:00:00Z") +
         measured("h47", "2020-01-01T01:00:00Z", "2020-01-03T00:00:00Z") +
         measured("h70", "2020-01-01T01:00:00Z", "2020-01-03T23:00:00Z"));
  const auto count = [&](const std::string& window) {
    return Rows(
        absl::StrCat("count individuals where has measurement as a and has measurement as b with (value > "
                     "a.value and time ",
                     window, " a.time)"));
  };
  EXPECT_EQ(count("within 48 hours after"), "2");
  EXPECT_EQ(count("within PT48H after"), "2");
  EXPECT_EQ(count("within 12 hours after"), "0");
  EXPECT_EQ(count("at least 60 hours after"), "1");
  EXPECT_EQ(count("within 2 days after"), "3");
}

// A period without an end reaches its beginning only.
TEST_F(UnsureTimesTest, PeriodsWithoutAnEndAreTold) {
  const auto treated = [](const std::string& id, const std::string& disease) {
    return absl::StrCat(
        R"({"id":")", id, R"(","subject":{"sex":"FEMALE"},"diseases":[{"term":{"id":"MONDO:0005148"},)", disease,
        R"(}],"medicalActions":[{"treatment":{"agent":{"id":"ATC:A10BA02"},"doseIntervals":[{"interval":)",
        R"({"start":"2020-03-01T00:00:00Z","end":"2020-06-01T00:00:00Z"}}]}}]})", "\n");
  };
  Import(treated("a", R"("onset":{"timestamp":"2020-01-01T00:00:00Z"})") +
         treated("b", R"("onset":{"timestamp":"2020-04-01T00:00:00Z"})"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 as d and has treatment with overlaps d"), "1");
  EXPECT_THAT(said(), AllOf(HasSubstr("besides the 1 individual who is found, 1 possibly meets this: a period of this "
                                      "one has no end on record"),
                            HasSubstr("has treatment with possibly overlaps d")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 as d and has treatment with possibly overlaps d"),
            "2");
  EXPECT_THAT(said(), Not(HasSubstr("possibly-met")));
}

// Two records at one time, where the second has none.
TEST_F(UnsureTimesTest, UndatedRecordsBesideNamedOnesAreTold) {
  const auto with_two = [](const std::string& id, const std::string& onset) {
    std::string person = People(id, 1, kAt40);
    person.insert(person.find("}]}") + 1, absl::StrCat(R"(,{"term":{"id":"MONDO:0004979"})", onset, "}"));
    return person;
  };
  std::string people;
  for (int i = 0; i < 10; ++i) people += with_two(absl::StrCat("a", i, "-"), absl::StrCat(",", kAt40));
  for (int i = 0; i < 6; ++i) people += with_two(absl::StrCat("b", i, "-"), "");
  Import(people);
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 as d and has disease MONDO:0004979 with (onset "
                 "within 1 year of d.onset and stage is missing)"),
            "10");
  EXPECT_THAT(said(), HasSubstr("[undated-records]"));
}

}  // namespace
}  // namespace muster
