#include "engine/release/by_text/refusals.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/release/policy/hidden_names.h"
#include "gmock/gmock.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"

namespace muster::release {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> Codes(const std::string& text, const TierLimits& limits = {}) {
  const grammar::ParseResult parsed = grammar::Parse(text);
  EXPECT_EQ(parsed.statements.size(), 1u) << text;
  std::vector<std::string> codes;
  for (const grammar::Statement& statement : parsed.statements) {
    for (const Diagnostic& refusal : RefusalsByText(statement, limits)) {
      EXPECT_EQ(refusal.severity, Severity::kError);
      EXPECT_LE(refusal.begin, refusal.end);
      EXPECT_LE(refusal.end, text.size());
      codes.push_back(refusal.code);
    }
  }
  return codes;
}

std::string Where(const std::string& criteria) { return "count individuals where " + criteria; }

TierLimits Public() {
  TierLimits limits;
  limits.impact = ImpactAllowed::kNo;
  limits.cohorts = false;
  limits.criteria = 12;
  limits.or_operands = 5;
  limits.dimensions = 2;
  limits.ages = AgeFineness::kFiveYears;
  limits.dates = DateFineness::kYear;
  for (const char* name : {"variant", "consent", "birth date"}) EXPECT_TRUE(Hide(name, &limits.hidden));
  return limits;
}

TEST(RefusalsTest, OrdinaryQuestionsAreNotRefused) {
  for (const char* text :
       {"count individuals", "count individuals, samples where has phenotype HP:0001250 by sex, country",
        "count individuals with certainty where age at last contact >= 18 years",
        "count individuals where has disease \"cancer\" with onset before 40 years by age at last contact in bands of "
        "10 years",
        "funnel individuals where sex is female and has measurement LOINC:4548-4 with value >= 6.5 %",
        "compare a as individuals where sex is female, b as individuals where sex is male by country",
        "count individuals by country top 5 having individuals >= 1000", "describe sample", "show datasets",
        "terms like \"seiz\" limit 10", "explain count individuals where sex is female",
        "count individuals where has treatment as therapy and has phenotype with onset within 30 days after "
        "therapy.start",
        "count individuals where has mother with has disease \"cancer\"", "count families where sex is female"}) {
    EXPECT_THAT(Codes(text), IsEmpty()) << text;
    EXPECT_THAT(Codes(text, Public()), IsEmpty()) << text;
  }
}

TEST(RefusalsTest, StatementsOfATier) {
  for (const char* text : {"list individuals", "list samples where sex is female limit 3",
                           "explain analyse count individuals", "show imports", "show unknown codes"}) {
    EXPECT_THAT(Codes(text), ElementsAre("not-offered")) << text;
  }
  for (const char* text : {"impact individuals where sex is female and has sample", "show cohorts", "show cohort \"c\"",
                           "define cohort c as individuals where sex is female", "drop cohort c"}) {
    EXPECT_THAT(Codes(text), IsEmpty()) << text;
    EXPECT_THAT(Codes(text, Public()), ElementsAre("not-offered")) << text;
  }
  // Also where the field itself may be counted by, or is hidden.
  for (const char* text : {"count individuals by last phenotype", "count individuals by gene of first variant",
                           "count individuals by age at first diagnosis in bands of 10 years"}) {
    EXPECT_THAT(Codes(text), ElementsAre("not-offered")) << text;
  }
  TierLimits open;
  open.list = true;
  EXPECT_THAT(Codes("list individuals", open), IsEmpty());
}

TEST(RefusalsTest, HiddenFieldsWhereverTheyStand) {
  for (const char* criteria :
       {"person id is \"P1\"", "not person id is missing", "has pedigree with family is F1",
        "has pedigree with (member starts with \"1\")", "has pedigree with mother in (A, B)",
        "has variant with position > 10", "has variant with chromosome is \"1\"",
        "sex is female or (has sample and linked id is P1)", "at least 1 of (sex is female, person id is recorded)",
        "has interpretation with has variant with (gene is \"HGNC:1\" and position between 1 and 2)",
        "has mother with person id is P1"}) {
    EXPECT_THAT(Codes(Where(criteria)), ElementsAre("hidden-field")) << criteria;
  }
  EXPECT_THAT(Codes("count individuals by person id"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("count variants by chromosome"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("count individuals by variant chromosome"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("count individuals by pedigree family in groups (a = (F1, F2))"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("define cohort c as individuals where person id is P1"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("compare a as individuals where person id is P1, b as individuals"), ElementsAre("hidden-field"));
  EXPECT_THAT(Codes("count individuals where has variant as v and v.position > 10"), ElementsAre("hidden-field"));
}

TEST(RefusalsTest, TheSameWhetherAValueOccursOrNot) {
  const auto refused = [](const std::string& value) {
    const std::string text = Where("person id is " + value);
    const grammar::ParseResult parsed = grammar::Parse(text);
    std::string said;
    for (const Diagnostic& d : RefusalsByText(parsed.statements.at(0), {})) {
      absl::StrAppend(&said, d.code, d.message, d.begin, "-", d.end, d.hints.size());
    }
    return said;
  };
  EXPECT_EQ(refused("P1"), refused("P2"));
  EXPECT_NE(refused("P1"), "");
}

TEST(RefusalsTest, WhatAPolicyHides) {
  for (const char* text :
       {"count individuals where has variant", "count variants", "count individuals by variant gene",
        "describe variant", "count individuals where has consent with status is granted",
        "count individuals where birth date >= 1980", "count individuals, consents where sex is female"}) {
    EXPECT_THAT(Codes(text), IsEmpty()) << text;
    EXPECT_THAT(Codes(text, Public()), Not(IsEmpty())) << text;
    EXPECT_THAT(Codes(text, Public()), Each("hidden-field")) << text;
  }
  EXPECT_THAT(Codes(Where("age as of 2025-01-01 >= 20 years"), Public()), IsEmpty());
}

TEST(RefusalsTest, Fineness) {
  for (const char* criteria : {"age at last contact >= 18.5 years", "age at last contact between 20 and 31 months",
                               "age at last contact >= 700 days", "age as of 2025-01-17 >= 20 years",
                               "birth date >= 1980-05-17", "birth date <= 1980-05-01", "has run with depth >= 137",
                               "has exactly 191 phenotype", "has phenotype on at least 137 distinct dates",
                               "has treatment as t and has phenotype with onset within 0 days of t.start"}) {
    EXPECT_THAT(Codes(Where(criteria)), Contains("too-fine")) << criteria;
  }
  for (const char* criteria :
       {"age at last contact >= 18 years", "age at last contact between 20 and 22 months", "birth date >= 1980-05",
        "birth date < 1980-05-01", "birth date between 1980-05-01 and 1981-04-30", "age at last contact aged 18 to 65",
        "has run with depth >= 140", "age as of 2025-01-01 >= 20 years"}) {
    EXPECT_THAT(Codes(Where(criteria)), Not(Contains("too-fine"))) << criteria;
  }
  EXPECT_THAT(Codes("count individuals by age at last contact in bands of 6 months"), ElementsAre("too-fine"));
  EXPECT_THAT(Codes("count individuals by age at last contact in bands of 1 year", Public()), ElementsAre("too-fine"));
  EXPECT_THAT(Codes(Where("age at last contact >= 21 years"), Public()), ElementsAre("too-fine"));
  EXPECT_THAT(Codes(Where("age at last contact aged 20 to 24"), Public()), IsEmpty());
  EXPECT_THAT(Codes(Where("age at last contact aged 20 to 25"), Public()), Contains("too-fine"));
}

TEST(RefusalsTest, Sizes) {
  std::string either = "country is C0";
  for (int i = 1; i < 6; ++i) absl::StrAppend(&either, " or country is C", i);
  EXPECT_THAT(Codes(Where(either)), IsEmpty());
  EXPECT_THAT(Codes(Where(either), Public()), ElementsAre("too-many-criteria"));
  EXPECT_THAT(Codes(Where("country in (a, b, c, d, e, f)"), Public()), ElementsAre("too-many-criteria"));
  EXPECT_THAT(Codes(Where("has phenotype in (HP:1, HP:2, HP:3, HP:4, HP:5, HP:6)"), Public()),
              ElementsAre("too-many-criteria"));
  EXPECT_THAT(Codes("count individuals by country in groups (g = (a, b, c, d, e, f))", Public()),
              ElementsAre("too-many-criteria"));
  EXPECT_THAT(Codes("count individuals by sex, country, cohort"), IsEmpty());
  EXPECT_THAT(Codes("count individuals by sex, country, cohort", Public()), ElementsAre("too-many-criteria"));
  std::string both = "sex is female";
  for (int i = 0; i < 12; ++i) both += " and has sample";
  EXPECT_THAT(Codes(Where(both)), IsEmpty());
  EXPECT_THAT(Codes(Where(both), Public()), ElementsAre("too-many-criteria"));
}

}  // namespace
}  // namespace muster::release
