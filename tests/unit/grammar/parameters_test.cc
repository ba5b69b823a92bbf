#include "grammar/parameters/parameters.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "grammar/parse.h"

namespace muster::grammar {
namespace {

// The statement with `value` for $p.
std::string With(const std::string& text, const std::string& value) {
  ParseResult parsed = Parse(text);
  if (parsed.statements.size() != 1) return "does not parse";
  const std::map<std::string, std::string> single = {{"p", value}};
  const std::map<std::string, std::vector<std::string>> lists;
  Parameters parameters({single, lists}, 100'000, 1000);
  std::vector<Diagnostic> diagnostics;
  parameters.Replace(&parsed.statements[0], &diagnostics);
  return diagnostics.empty() ? Print(parsed.statements[0]) : diagnostics[0].code;
}

std::string Written(const std::string& text) {
  const ParseResult parsed = Parse(text);
  return parsed.statements.size() == 1 ? Print(parsed.statements[0]) : "does not parse";
}

TEST(ParametersTest, AValueIsWhatItWouldBeInTheText) {
  for (const char* const value : {"HP:0001250",
                                  "LOINC:4548-4",
                                  "30",
                                  "-3",
                                  "6.5",
                                  "1e3",
                                  "18 years",
                                  "18years",
                                  "18  years",
                                  "6.5 %",
                                  "2 years 6 months",
                                  "28 weeks of gestation",
                                  "P18Y",
                                  "PT36H",
                                  "2024-05",
                                  "2024-05-17",
                                  "female",
                                  "FEMALE",
                                  "first",
                                  "compare",
                                  "a-b",
                                  " female",
                                  "female ",
                                  "HP:1 \"label\"",
                                  "\"two words\"",
                                  "'x'",
                                  "exactly HP:1",
                                  "5 mg/dL",
                                  "1 \"1\""}) {
    EXPECT_EQ(With("count x where f is $p", value), Written("count x where f is " + std::string(value))) << value;
    EXPECT_EQ(With("count x where f > $p", value), Written("count x where f > " + std::string(value))) << value;
  }
}

TEST(ParametersTest, WhatIsNoValueIsAText) {
  for (const char* const value : {"a--b",
                                  "HP:1--2",
                                  "female or sex is male",
                                  "x;y",
                                  "recorded",
                                  "missing",
                                  "not 3",
                                  "",
                                  " ",
                                  "in (a, b)",
                                  "1e999",
                                  "$q",
                                  "18 years or 20",
                                  "a\tb c",
                                  "likely pathogenic",
                                  "female or male",
                                  "A except B",
                                  "HP:1 or HP:2",
                                  "HP:1 except HP:2",
                                  "30 of",
                                  "\xFF",
                                  "n\xC3\xBC"
                                  " x"}) {
    std::string quoted = "\"";
    for (const char* c = value; *c != 0; ++c) quoted += *c == '"' ? std::string("\\\"") : std::string(1, *c);
    EXPECT_EQ(With("count x where f is $p", value), "count x where f is " + quoted + "\"") << value;
  }
}

}  // namespace
}  // namespace muster::grammar
