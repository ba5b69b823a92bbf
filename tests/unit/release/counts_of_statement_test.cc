#include "engine/release/low_effect/counts_of_statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/parse.h"

namespace muster::release {
namespace {

using testing::ElementsAre;

// Each count as "label: statement".
std::vector<std::string> Print(std::vector<LabelledCount> counts) {
  std::vector<std::string> printed;
  for (LabelledCount& one : counts) {
    grammar::Statement statement;
    statement.query = std::move(one.count);
    printed.push_back(one.label + ": " + grammar::Print(statement));
  }
  return printed;
}

std::vector<std::string> CountsOfText(const std::string& text) {
  const grammar::ParseResult parsed = grammar::Parse(text);
  if (parsed.statements.size() != 1) return {"cannot be read: " + text};
  if (const auto* compare = std::get_if<grammar::CompareCohorts>(&parsed.statements[0].query)) {
    return Print(CountsOf(*compare));
  }
  auto counts = CountsOf(std::get<grammar::Steps>(parsed.statements[0].query));
  return counts.ok() ? Print(*std::move(counts)) : std::vector<std::string>{counts.status().ToString()};
}

TEST(CountsOfStatementTest, OfAFunnel) {
  EXPECT_THAT(
      CountsOfText("funnel individuals, samples where sex is female and (country is DE and has phenotype HP:1)"),
      ElementsAre("all individuals: count individuals, samples",
                  "sex is female: count individuals, samples where sex is female",
                  "country is DE: count individuals, samples where sex is female and country is DE",
                  "has phenotype HP:1: count individuals, samples where sex is female and country is DE and "
                  "has phenotype HP:1"));
}

TEST(CountsOfStatementTest, OfAnImpact) {
  EXPECT_THAT(CountsOfText("impact individuals where sex is female and country is DE"),
              ElementsAre("nothing: count individuals where sex is female and country is DE",
                          "sex is female: count individuals where country is DE",
                          "country is DE: count individuals where sex is female"));
  EXPECT_EQ(CountsOfText("impact individuals where sex is female and country is DE and has phenotype HP:1").size(), 7u);
  EXPECT_THAT(
      CountsOfText("impact individuals where has disease HP:1 as d and has phenotype with (onset before d.onset)"),
      ElementsAre(testing::HasSubstr("INVALID_ARGUMENT")));
}

TEST(CountsOfStatementTest, OfCohortsThatAreCompared) {
  EXPECT_THAT(CountsOfText("compare a as individuals where sex is female, cms by country top 3"),
              ElementsAre("a: count individuals where sex is female by country",
                          "cms: count individuals where in cohort cms by country",
                          "in both: count individuals where sex is female and in cohort cms by country"));
}

}  // namespace
}  // namespace muster::release
