// That many are found only by another disease below the one that is asked for is told where its name does not say it.
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class TermBelowTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005575\nname: colorectal cancer\n\n[Term]\n"
        "id: MONDO:0005835\nname: Lynch syndrome\nis_a: MONDO:0005575\n\n[Term]\nid: MONDO:0024331\n"
        "name: colorectal carcinoma\nis_a: MONDO:0005575\n");
  }
  static std::string Ill(const std::string& id, const std::string& disease, const std::string& more = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", disease,
                        R"("},"onset":{"age":{"iso8601duration":"P40Y"}}})", more.empty() ? "" : ",", more, "]}\n");
  }
  void ImportMany(const std::string& disease, const std::string& name, int number) {
    std::string people;
    for (int i = 0; i < number; ++i) absl::StrAppend(&people, Ill(absl::StrCat(name, i), disease));
    Import(people);
  }
};

TEST_F(TermBelowTest, OfAnotherName) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0005835", "b", 5);
  Import(Ill("c", "MONDO:0005835", R"({"term":{"id":"MONDO:0005575"}})"));
  // The other disease of c has no onset.
  const std::pair<const char*, const char*> cases[] = {
      {"has disease MONDO:0005575", "5 of the 10"},
      {R"(has disease "colorectal cancer" with onset < 50 years)", "6 of the 10"}};
  for (const auto& [where, some] : cases) {
    EXPECT_THAT(Ids(where), SizeIs(10)) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr(absl::StrCat(some,
                                                     " individuals who are found are found only by MONDO:0005835 "
                                                     "Lynch syndrome, which lies below this [term-below]")),
                              HasSubstr("term not in (MONDO:0005835)")))
        << where;
  }
  for (const char* known : {"has disease MONDO:0005575 except MONDO:0005835", "has disease exactly MONDO:0005575",
                            "has disease MONDO:0005575 and no disease MONDO:0005835",
                            R"(has disease MONDO:0005575 with stage is "Stage III")"}) {
    Ids(known);
    EXPECT_THAT(said(), Not(HasSubstr("term-below"))) << known;
  }
}

// Wherever the criterion stands, and whatever is counted.
TEST_F(TermBelowTest, IsSaidElsewhere) {
  ImportMany("MONDO:0005575", "a", 5);
  ImportMany("MONDO:0005835", "b", 6);
  ImportMany("MONDO:0004979", "c", 5);
  Import(Ill("d", "MONDO:0005835", R"({"term":{"id":"MONDO:0004979"}})"));
  const std::string only = " are found only by MONDO:0005835 Lynch syndrome, which lies below this [term-below]";
  for (const char* where :
       {"has disease MONDO:0005575 or has disease MONDO:0004979", "has disease in (MONDO:0005575, MONDO:0004979)",
        "at least 1 of (has disease MONDO:0005575, has disease MONDO:0004979)"}) {
    EXPECT_THAT(Ids(where), SizeIs(17)) << where;
    EXPECT_THAT(said(), HasSubstr("6 of the 17 individuals who are found" + only)) << where;
  }
  for (const char* where :
       {R"(has disease with term is "colorectal cancer")", "has disease MONDO:0005575 as d with onset < 50 years",
        "has at least 1 disease MONDO:0005575", "has disease MONDO:0005575 with stage is missing"}) {
    EXPECT_THAT(Ids(where), SizeIs(12)) << where;
    EXPECT_THAT(said(), HasSubstr("7 of the 12 individuals who are found" + only)) << where;
  }
  EXPECT_EQ(Rows("count diseases where term is MONDO:0005575"), "12");
  EXPECT_THAT(said(), HasSubstr("7 of the 12 diseases that are found" + only));
}

// Who is left out for it alone.
TEST_F(TermBelowTest, IsSaidOfExclusions) {
  ImportMany("MONDO:0005575", "a", 5);
  ImportMany("MONDO:0005835", "b", 6);
  ImportMany("MONDO:0004979", "c", 10);
  for (const char* where : {"no disease MONDO:0005575", "not has disease MONDO:0005575"}) {
    EXPECT_THAT(Ids(where), SizeIs(10)) << where;
    EXPECT_THAT(said(), HasSubstr("besides the 10 individuals who are found, 6 are left out only for MONDO:0005835 "
                                  "Lynch syndrome, which lies below this [term-below]"))
        << where;
  }
  for (const char* known :
       {"no disease MONDO:0005575 and no disease MONDO:0005835", "no disease exactly MONDO:0005575"}) {
    Ids(known);
    EXPECT_THAT(said(), Not(HasSubstr("term-below"))) << known;
  }
}

// Below a term that groups others, those that are called a syndrome, and lie below something else as well.
TEST_F(TermBelowTest, OfSyndromesBelowAGroup) {
  Import(
      "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005267\nname: heart disorder\n\n[Term]\n"
      "id: MONDO:0002254\nname: genetic disease\n\n[Term]\nid: MONDO:0018997\nname: Noonan syndrome\n"
      "xref: Orphanet:648 {source=\"MONDO:equivalentTo\"}\n"
      "is_a: MONDO:0005267\nis_a: MONDO:0002254\n\n[Term]\nid: MONDO:0009061\nname: Brugada syndrome\n"
      "is_a: MONDO:0005267\n\n[Term]\nid: MONDO:0005021\nname: dilated cardiomyopathy\nis_a: MONDO:0005267\n");
  ImportMany("MONDO:0018997", "a", 5);
  ImportMany("MONDO:0009061", "b", 5);
  ImportMany("MONDO:0005021", "c", 5);
  EXPECT_THAT(Ids(R"(has disease "heart disorder")"), SizeIs(15));
  EXPECT_THAT(said(), AllOf(HasSubstr("5 of the 15 individuals who are found are found only by MONDO:0018997 Noonan "
                                      "syndrome, which lies below this [term-below]"),
                            Not(HasSubstr("Brugada"))));
  Ids(R"(has disease "genetic disease")");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
  Import(Ill("d", "Orphanet:648") + Ill("e", "MONDO:0005021") + Ill("f", "MONDO:0005021") + Ill("g", "MONDO:0005021"));
  Ids(R"(has disease "heart disorder")");  // codes that mean the same are named once
  EXPECT_THAT(said(),
              HasSubstr("6 of the 19 individuals who are found are found only by MONDO:0018997 Noonan syndrome, "
                        "which lies below this [term-below]"));
  ImportMany("MONDO:0018997", "h", 6);  // it is one of syndromes
  Ids(R"(has disease "heart disorder")");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfFewNothingIsSaid) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0005835", "b", 4);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfOneWhoseNameSaysItNothingIsSaid) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0024331", "b", 5);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfAGeneralTermNothingIsSaid) {
  ImportMany("MONDO:0024331", "a", 4);
  ImportMany("MONDO:0005835", "b", 5);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

// Of two criteria, where one is of a term below that of the other.
class BelowAnotherTest : public TermBelowTest {
 protected:
  void SetUp() override {
    TermBelowTest::SetUp();
    Import(Ill("a", "MONDO:0005835") + Ill("b", "MONDO:0005575") +
           Ill("both", "MONDO:0005835", R"({"term":{"id":"MONDO:0024331"}})"));
  }
};

TEST_F(BelowAnotherTest, NobodyIsLeft) {
  EXPECT_THAT(Ids(R"(has disease "Lynch syndrome" and no disease "colorectal cancer")"), SizeIs(0));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("by the ontology every record of disease \"Lynch syndrome\" is one of disease "
                              "\"colorectal cancer\", and this leaves out everybody who has one [below-another]"),
                    HasSubstr("to leave out who has another one, write list individuals where has disease \"Lynch "
                              "syndrome\" and has no disease \"colorectal cancer\" with term not in (\"Lynch "
                              "syndrome\")")));
  EXPECT_THAT(Ids(R"(has disease "Lynch syndrome" and no disease "colorectal cancer" except "Lynch syndrome")"),
              ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("below-another")));
  Ids(R"(has disease "Lynch syndrome" and not has disease "colorectal cancer")");
  EXPECT_THAT(said(), HasSubstr("leaves out everybody who has one [below-another]"));
  Rows(R"(funnel individuals where has disease "Lynch syndrome" and no disease "colorectal cancer")");
  EXPECT_THAT(said(), HasSubstr("leaves out everybody who has one [below-another]"));
}

TEST_F(BelowAnotherTest, NobodyIsLeftOut) {
  for (const char* where : {R"(has disease "Lynch syndrome" and has disease "colorectal cancer")",
                            R"(has disease MONDO:0005575 and has disease MONDO:0005835)"}) {
    EXPECT_THAT(Ids(where), ElementsAre("a", "both"));
    EXPECT_THAT(said(), AllOf(HasSubstr("and this leaves out nobody [below-another]"),
                              HasSubstr("to ask for another one, write list individuals where ")))
        << where;
  }
  EXPECT_THAT(Ids(R"(has disease "Lynch syndrome" and has disease "colorectal cancer" except "Lynch syndrome")"),
              ElementsAre("both"));
  EXPECT_THAT(said(), Not(HasSubstr("below-another")));
}

TEST_F(BelowAnotherTest, TheRecordOfTheOneMeetsWhatIsAskedOfTheOther) {
  EXPECT_THAT(Ids(R"(has disease "Lynch syndrome" and has disease "colorectal cancer" with onset < 50 years)"),
              ElementsAre("a", "both"));
  EXPECT_THAT(said(), HasSubstr("and this asks it of that record, too [below-another]"));
}

TEST_F(BelowAnotherTest, WhereItMeansSomethingElseNothingIsSaid) {
  for (const char* where :
       {R"(has disease "Lynch syndrome" or "colorectal cancer")",
        R"(has disease "Lynch syndrome" or has disease "colorectal cancer")",
        R"(has disease "colorectal cancer" and no disease "Lynch syndrome")",
        R"(no disease "colorectal cancer" and no disease "Lynch syndrome")",
        R"(has disease "Lynch syndrome" and no disease exactly "colorectal cancer")",
        R"(has disease "Lynch syndrome" as l and has disease "colorectal cancer" with onset >= l.onset)",
        R"(has disease "Lynch syndrome" and has at least 2 diseases "colorectal cancer")",
        R"(has disease "Lynch syndrome" and has another disease "colorectal cancer")",
        R"(has disease "Lynch syndrome" and has disease "Lynch syndrome" with onset < 50 years)",
        R"(has disease "colorectal carcinoma" and has disease "colorectal cancer" with onset < 50 years)",
        R"(has disease "Lynch syndrome" and no disease "colorectal carcinoma")"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("below-another"))) << where;
  }
}

}  // namespace
}  // namespace muster
