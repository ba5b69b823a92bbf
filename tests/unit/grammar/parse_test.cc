// The parser: round trips, positions, limits, and texts that nobody would write.
#include "grammar/parse.h"

#include <pthread.h>

#include <chrono>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string Canonical(std::string_view text) {
  const ParseResult result = Parse(text);
  EXPECT_THAT(result.diagnostics, IsEmpty()) << RenderDiagnostics(text, result.diagnostics);
  std::string out;
  for (const Statement& statement : result.statements) out += (out.empty() ? "" : "; ") + Print(statement);
  return out;
}

std::vector<std::string> Codes(const ParseResult& result) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : result.diagnostics) codes.push_back(d.code);
  return codes;
}

// The only statement of `text`, as a count.
Count ParseCount(std::string_view text) {
  ParseResult result = Parse(text);
  EXPECT_THAT(result.diagnostics, IsEmpty()) << RenderDiagnostics(text, result.diagnostics);
  EXPECT_THAT(result.statements, SizeIs(1));
  return result.statements.empty() ? Count{} : std::move(std::get<Count>(result.statements[0].query));
}

std::string Repeat(const std::string& text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(ParseTest, WhatIsPrintedParsesToTheSame) {
  const char* const kTexts[] = {
      "count individuals",
      "count individuals where has at least $n distinct phenotype in $codes on at least $d distinct dates",
      "count individuals where at least $n of (a is 1, b in $b) and at most $n of (c not in $c, d is 4)",
      "count individuals where exactly $n of (in cohort $c, in cohort $d) and in cohort \"$e\"",
      "count x by a in bands of $w top $t, b in bands at 3, $e having x >= $n",
      "list x limit $n; terms like $t limit $n; show cohort $c; define cohort $c as x; drop cohort $c; compare $a, $b",
      "study date $d; count x where age at study date > 3 and y after study date",
      "COUNT individuals, samples WHERE sex IS female BY sex, age at onset in bands of 10 years top 3",
      "count individuals where a is 1 or b is 2 and not c is 3",
      "count individuals where (a is 1 or b is 2) and not (c is 3 and d is 4)",
      "count individuals where not not (a is 1 or b is 2)",
      "count individuals where a is 1 and (b is 2 and c is 3) and (d is 4 or (e is 5 or f is 6))",
      "count individuals where at least 2 of (a is 1 or b is 2, not c is 3, has sample)",
      ("count individuals where has at most 3 distinct excluded phenotype in (HP:1, exactly 'x') with not (a is 1 or b "
       "is 2)"),
      "count individuals where has sample with has run with (depth >= 30 and not has analysis)",
      "count individuals where possibly onset before 2 years 6 months and age as of 2025-01 between P1Y and 3 weeks",
      "count individuals where x = 6.5 % and x < 1e300 mg/dL and x > -3 and x = 0.1 and x is \"a\\\\b\\\"c\"",
      "count individuals where x = 3 '10*9/L' and x = 4 mm[Hg] and x = 5 /min and x = 6 [degF] and x = 7 '1'",
      "count individuals where x = 3 'and' and x = 4 \"within\" and x = 5 'kg/' and x = 6 \"k//l\" and x between 1 and "
      "2 'or'",
      "count individuals where x in (a, 'b c', HP:1 'd', 2024-05-17, 7) and y not in (a) and z starts with 'q'",
      "list individuals where sex is male limit 10; explain count runs; explain analyse list samples",
  };
  for (const char* text : kTexts) {
    const std::string once = Canonical(text);
    EXPECT_EQ(Canonical(once), once) << text;
  }
}

TEST(ParseTest, KeywordsAreCaseInsensitiveAndNamesLowerCase) {
  EXPECT_EQ(Canonical("CoUnT Individuals\twhere\r\n SEX Is Female bY Country Of Origin"),
            "count individuals where sex is Female by country of origin");
}

TEST(ParseTest, NothingIsNoStatement) {
  EXPECT_EQ(Canonical(""), "");
  EXPECT_EQ(Canonical(" ; -- nothing\n;; "), "");
  EXPECT_EQ(Canonical("\xEF\xBB\xBF"
                      "count runs\xC2\xA0;"),
            "count runs");
}

TEST(ParseTest, Spans) {
  const std::string text =
      "-- \xC3\xA9\xF0\x9F\x98\x80\ncount individuals where possibly age at onset < 2 years 6 months "
      "and has phenotype HP:0001250 \"Seizure\"";
  const Count count = ParseCount(text);
  const auto of = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
  EXPECT_EQ(of(count.entities[0].entity.span), "individuals");
  const auto& both = std::get<And>(count.where->node);
  ASSERT_THAT(both.operands, SizeIs(2));
  const auto& compare = std::get<Compare>(both.operands[0]->node);
  EXPECT_EQ(of(compare.field.span), "age at onset");
  EXPECT_EQ(of(compare.op_span), "< 2 years 6 months");
  EXPECT_EQ(of(compare.values[0].span), "2 years 6 months");
  const auto& has = std::get<Has>(both.operands[1]->node);
  EXPECT_EQ(of(both.operands[1]->span), "has phenotype HP:0001250 \"Seizure\"");
  EXPECT_EQ(of(has.terms[0].span), "HP:0001250 \"Seizure\"");
  EXPECT_EQ(of(has.terms[0].label_span), "\"Seizure\"");
}

TEST(ParseTest, Amounts) {
  const Count count = ParseCount("count m where a = 6.5 % and a = 2 years 6 months and a = -3 and a = 10 mg/dL");
  const auto& all = std::get<And>(count.where->node).operands;
  const auto value = [&](size_t i) -> const Literal& { return std::get<Compare>(all[i]->node).values[0]; };
  EXPECT_EQ(value(0).kind, Literal::Kind::kNumber);
  EXPECT_EQ(value(0).number, 6.5);
  EXPECT_EQ(value(0).unit, "%");
  EXPECT_EQ(value(1).kind, Literal::Kind::kCompound);
  ASSERT_THAT(value(1).parts, SizeIs(2));
  EXPECT_EQ(value(1).parts[1].unit, "months");
  EXPECT_EQ(value(2).number, -3);
  EXPECT_EQ(value(3).unit, "mg/dL");
}

TEST(ParseTest, ManyErrorsAreReported) {
  EXPECT_THAT(Codes(Parse("count individuals where sex female; list where x; count")), SizeIs(testing::Ge(3)));
  const ParseResult result = Parse(Repeat("count where; ", 200));
  EXPECT_THAT(result.statements, IsEmpty());
  EXPECT_THAT(result.diagnostics, SizeIs(testing::Le(20)));
}

TEST(ParseTest, WrongCharacters) {
  EXPECT_THAT(Codes(Parse("count individuals where sex is \"female")), ElementsAre("unclosed-quote"));
  EXPECT_THAT(Codes(Parse("count individuals where sex is 'female\"")), ElementsAre("unclosed-quote"));
  EXPECT_THAT(Codes(Parse("count individuals & samples # x")), ElementsAre("bad-character", "bad-character"));
}

TEST(ParseTest, InvalidUtf8) {
  for (const char* bad :
       {"\xFF", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xF0\x9F\x98"}) {
    const std::string text = std::string("count individuals where a is \"") + bad + "\"";
    const ParseResult result = Parse(text);
    EXPECT_THAT(Codes(result), ElementsAre("not-utf8"));
    EXPECT_EQ(result.diagnostics[0].begin, 30u);
  }
}

TEST(ParseTest, TextSizeIsLimited) {
  EXPECT_THAT(Codes(Parse(std::string((size_t{1} << 20) + 1, ' '))), ElementsAre("text-too-long"));
  EXPECT_THAT(Codes(Parse("count runs", {.max_text_bytes = 9})), ElementsAre("text-too-long"));
  EXPECT_THAT(Parse("count runs", {.max_text_bytes = 10}).statements, SizeIs(1));
}

TEST(ParseTest, DepthIsLimited) {
  const auto nested = [](const std::string& open, size_t depth, const std::string& close) {
    return "count individuals where " + Repeat(open, depth) + "a is 1" + Repeat(close, depth);
  };
  EXPECT_THAT(Codes(Parse(nested("(", 200, ")"))), IsEmpty());
  EXPECT_THAT(Codes(Parse(nested("(", 201, ")"))), ElementsAre("too-deep"));
  EXPECT_THAT(Codes(Parse(nested("not ", 200, ""))), IsEmpty());
  EXPECT_THAT(Codes(Parse(nested("not ", 201, ""))), ElementsAre("too-deep"));
  EXPECT_THAT(Codes(Parse(nested("has run with ", 200, ""))), IsEmpty());
  EXPECT_THAT(Codes(Parse(nested("has run with ", 201, ""))), ElementsAre("too-deep"));
  EXPECT_THAT(Codes(Parse(nested("not (", 101, ")"))), ElementsAre("too-deep"));
  EXPECT_THAT(Codes(Parse(nested("at least 1 of (", 201, ")"))), ElementsAre("too-deep"));
}

TEST(ParseTest, DepthIsLimitedByTheStackOfTheThread) {
  std::vector<std::string> codes;
  const auto parse = [&codes] {
    for (const size_t depth : {40, 150}) {
      const ParseResult result = Parse("count individuals where " + Repeat("(", depth) + "a is 1" + Repeat(")", depth));
      for (const Diagnostic& diagnostic : result.diagnostics) codes.push_back(diagnostic.code + diagnostic.message);
    }
  };
  pthread_attr_t small;
  pthread_attr_init(&small);
  ASSERT_EQ(pthread_attr_setstacksize(&small, 512 << 10), 0);
  pthread_t thread;
  const auto run = [](void* f) -> void* {
    (*static_cast<decltype(parse)*>(f))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, &small, run, const_cast<void*>(static_cast<const void*>(&parse))), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&small);
  EXPECT_THAT(codes, ElementsAre(AllOf(HasSubstr("too-deep"), HasSubstr("more stack"))));
}

TEST(ParseTest, DeepNestingDoesNotCrash) {
  for (const char* open : {"(", "not ", "has run with ", "not (", "at least 1 of (", "has run with not ("}) {
    EXPECT_THAT(Codes(Parse("count individuals where " + Repeat(open, 50'000))), ElementsAre("too-deep")) << open;
    EXPECT_FALSE(Parse(Repeat(open, 50'000)).diagnostics.empty()) << open;
  }
  EXPECT_FALSE(Parse("count individuals where " + Repeat(")", 50'000)).diagnostics.empty());
  EXPECT_FALSE(Parse(Repeat(") (", 50'000)).diagnostics.empty());
}

TEST(ParseTest, DepthDoesNotAddUpInAChain) {
  EXPECT_THAT(Codes(Parse("count individuals where a is 1" + Repeat(" and not has run with not a is 1", 1000))),
              IsEmpty());
  EXPECT_THAT(Codes(Parse("count individuals where a is 1" + Repeat(" or (not a is 1)", 1000))), IsEmpty());
}

TEST(ParseTest, TermsAreLimited) {
  EXPECT_THAT(Codes(Parse("count individuals where a in (1" + Repeat(", 1", 20'000) + ")")),
              ElementsAre("too-many-terms"));
  EXPECT_THAT(Codes(Parse("count individuals where a in (1" + Repeat(", 1", 19'990) + ")")), IsEmpty());
}

TEST(ParseTest, LongChainsAreQuick) {
  ParseLimits limits;
  limits.max_terms = 100'000;
  for (const char* word : {" and a is 1", " or a is 1"}) {
    const std::string text = "count individuals where a is 1" + Repeat(word, 20'000);
    const auto start = std::chrono::steady_clock::now();
    const ParseResult result = Parse(text, limits);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ASSERT_THAT(result.statements, SizeIs(1)) << RenderDiagnostics(text, result.diagnostics);
    EXPECT_LT(seconds, 30) << word;
    EXPECT_EQ(Print(result.statements[0]), text);
  }
}

TEST(ParseTest, MixedChainsAreQuick) {
  ParseLimits limits;
  limits.max_terms = 100'000;
  const std::string text = "count individuals where a is 1" + Repeat(" and a is 1 or a is 1", 10'000);
  EXPECT_THAT(Parse(text, limits).statements, SizeIs(1));
}

// What is opened and never closed is looked for to the end of the text, but not again and again.
TEST(ParseTest, WhatIsNeverClosedIsQuick) {
  const auto start = std::chrono::steady_clock::now();
  for (const char* piece : {"'\\'", "\"\\", "[", "{", "/[x", "a[", "a/{b ", "1e+", "--"}) {
    const ParseResult result = Parse("count runs where x is " + Repeat(piece, 200'000));
    EXPECT_TRUE(HasErrors(result.diagnostics)) << piece;
    EXPECT_LE(result.diagnostics.size(), 20u) << piece;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(ParseTest, PlacesBehindAByteOrderMark) {
  const std::string text =
      "\xEF\xBB\xBF"
      "count runs where depth >= 30 >= 30";
  const ParseResult result = Parse(text);
  ASSERT_THAT(result.diagnostics, SizeIs(1));
  EXPECT_EQ(text.substr(result.diagnostics[0].begin), ">= 30");
}

// What could also be the end of a `summarise`, were it one.
TEST(ParseTest, AFieldOfSeveralWordsBehindOr) {
  for (const std::string_view text :
       {"count individuals where vital status is alive or cause of death in (ICD10:I21, ICD10:I22)",
        "count individuals where sex is OMIM:1 or country of origin in (OMIM:4)",
        "count individuals where not (sex is female or male or cause of death in (ICD10:I21))"}) {
    EXPECT_THAT(Codes(Parse(text)), IsEmpty()) << text;
  }
  for (const std::string_view text : {"summarise individuals where sex is female or male of age at death",
                                      "summarise individuals where sex is female or male of measurement LOINC:1-8"}) {
    EXPECT_THAT(Codes(Parse(text)), IsEmpty()) << text;
  }
}

TEST(ParseTest, NumbersOutOfRange) {
  EXPECT_THAT(Codes(Parse("count individuals where a is 1e999")), ElementsAre("bad-number"));
  EXPECT_THAT(Codes(Parse("count individuals by a top 99999999999")), ElementsAre("bad-number"));
  EXPECT_THAT(Codes(Parse("list individuals limit -1")), ElementsAre("bad-number"));
  EXPECT_THAT(Codes(Parse("list individuals limit 1.5")), ElementsAre("bad-number"));
}

TEST(ParseTest, MisspeltKeywordsAreSuggested) {
  const auto hints = [](std::string_view text) {
    std::string all;
    for (const Diagnostic& d : Parse(text).diagnostics) {
      for (const std::string& hint : d.hints) all += hint + "\n";
    }
    return all;
  };
  EXPECT_THAT(hints("count individuals wher sex is female"), HasSubstr("did you mean where in place of wher?"));
  EXPECT_THAT(hints("cuont individuals"), HasSubstr("did you mean count?"));
}

}  // namespace
}  // namespace muster::grammar
