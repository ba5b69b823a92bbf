// What reports are put together from: statements taken apart, drawings, HTML, digests.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "report_fixture.h"
#include "shell/report/bars_svg.h"
#include "shell/report/flow_svg.h"
#include "shell/report/html.h"
#include "shell/report/sha256.h"
#include "shell/report/statement_text.h"
#include "shell/report/summary_part.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(StatementText, SplitsAtSemicolonsOutsideQuotesAndComments) {
  const auto statements = SplitStatements("-- first; one\ncount \"a;b\" ; ; -- second\ncount 'x -- y'");
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0].text, "count \"a;b\"");
  EXPECT_EQ(statements[0].comment, "first; one");
  EXPECT_EQ(statements[1].text, "count 'x -- y'");
  EXPECT_EQ(statements[1].comment, "second");
}

TEST(StatementText, TakesACountApart) {
  const auto clauses = SplitCount(
      "count individuals, samples where usable for \"by x\" by commercial and (a by b) by sex top 3 having n >= 2");
  ASSERT_TRUE(clauses.has_value());
  EXPECT_EQ(clauses->counted, "individuals, samples");
  EXPECT_EQ(clauses->criteria, "usable for \"by x\" by commercial and (a by b)");
  EXPECT_EQ(clauses->breakdown, "by sex top 3 having n >= 2");
  EXPECT_FALSE(SplitCount("count individuals with certainty where sex is female").has_value());
  EXPECT_FALSE(SplitCount("funnel individuals where sex is female").has_value());
  EXPECT_EQ(SplitCount("count individuals")->criteria, "");
}

TEST(StatementText, SaysExceptWhereItWasWritten) {
  EXPECT_EQ(WithExcept("has disease \"a\" with (term not in (\"b)\") and stage is \"III\")"),
            "has disease \"a\" except \"b)\" with stage is \"III\"");
  EXPECT_EQ(WithExcept("has disease M:1 with (term not in (M:2, M:3) and a is 1 and (b or c))"),
            "has disease M:1 except M:2, M:3 with (a is 1 and (b or c))");
  EXPECT_EQ(WithExcept("has disease in (M:1, M:4) with term not in (M:2)"), "has disease in (M:1, M:4) except M:2");
  // Of records of any kind; of what is no term.
  for (const char* other : {"has disease with term not in (M:2)", "has disease \"a\" with stage not in (M:2)",
                            "has disease \"a\" with (term not in (M:2) or a)", "term not in (M:2)"}) {
    EXPECT_EQ(WithExcept(other), other);
  }
}

TEST(StatementText, TakesTheNamesOfRecordsAway) {
  EXPECT_EQ(WithoutName("has procedure \"x as y\" as surgery", {}), "has procedure \"x as y\"");
  EXPECT_EQ(WithoutName("age as of 2025-01-01 >= 18 years", {}), "age as of 2025-01-01 >= 18 years");
  EXPECT_EQ(WithoutName("has treatment with start after surgery.performed", {}),
            "has treatment with start after surgery.performed");
  EXPECT_EQ(WithoutName("has procedure as surgery", {"has treatment with start after surgery.performed"}),
            std::nullopt);
  EXPECT_EQ(WithoutName("has procedure as p and has treatment with start after p", {}), std::nullopt);
}

TEST(Sha256, HashesAsTheStandardSays) {
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Html, EscapesAndWraps) {
  EXPECT_EQ(EscapeHtml("<a href=\"x\">&'\x01"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\xEF\xBF\xBD");
  EXPECT_THAT(WrapWords("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(WrapWords("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", 3), ElementsAre("\xC3\xA4\xC3\xA4\xC3\xA4", "\xC3\xA4"));
}

TEST(FlowSvg, ShowsWhatIsNotRecordedBesideWhoWasLost) {
  const std::string svg = FlowSvg(Funnel(500));
  EXPECT_THAT(svg, HasSubstr("left out: 700"));
  EXPECT_THAT(svg, HasSubstr("not recorded: 7"));
  EXPECT_THAT(svg, HasSubstr("does not meet it: 693"));
  EXPECT_THAT(svg, HasSubstr("HP:1 &lt;b&gt;"));
  EXPECT_EQ(FlowSvg(CountTable(3)), "");
}

TEST(FlowSvg, SaysWhereItIsNotToldApart) {
  Table funnel = Funnel(500);
  funnel.rows[1] = {"has procedure M:1 as surgery", int64_t{500}, int64_t{700}, std::monostate()};
  funnel.rows.push_back(
      {"has treatment with start after surgery.performed", int64_t{400}, int64_t{100}, std::monostate()});
  funnel.rows.push_back({"has sample", int64_t{400}, int64_t{0}, std::monostate()});
  const std::string svg = FlowSvg(funnel);
  // That there is no such record is told by the records, of a step that only gives a name, too.
  EXPECT_THAT(svg, HasSubstr("does not meet it: 700"));
  EXPECT_THAT(svg, HasSubstr("left out: 100</text>"));
  EXPECT_THAT(svg, HasSubstr("not told apart"));
  EXPECT_EQ(svg.find("not told apart"), svg.rfind("not told apart"));
  EXPECT_THAT(svg, Not(HasSubstr("does not meet it: 0"))) << "nobody is left out";
}

TEST(BarsSvg, DrawsNumbersOfGuestsWithTheirBounds) {
  Table table;
  table.columns = {Column::Key("sex"), Column::People("individuals")};
  Number noisy{.value = 100, .kind = Number::Kind::kPerturbed, .low = 90, .high = 120, .typical = 6};
  Number few{.value = std::nullopt, .kind = Number::Kind::kSuppressed, .low = 0, .high = 9, .typical = std::nullopt};
  table.rows = {{"female", noisy}, {"other", few}};
  const std::string svg = BarsSvg(table);
  EXPECT_THAT(svg, HasSubstr("~100"));
  EXPECT_THAT(svg, HasSubstr(">few<"));
  EXPECT_THAT(svg, HasSubstr("class=\"range\""));
  EXPECT_EQ(BarsSvg(CountTable(3)), "");
}

TEST(BarsSvg, DrawsEachCohortOfAComparison) {
  Table table;
  table.columns = {Column::Key("sex"), Column::People("dead"), Column::People("alive")};
  table.rows = {{"female", int64_t{138}, int64_t{1194}}, {"male", int64_t{125}, int64_t{1139}}};
  const std::string svg = BarsSvg(table);
  EXPECT_THAT(svg, HasSubstr("female \xC2\xB7 dead"));
  EXPECT_THAT(svg, HasSubstr("male \xC2\xB7 alive"));
  EXPECT_THAT(svg, HasSubstr(">1,139<"));
  table.columns[2] = Column::Rows("samples");
  EXPECT_THAT(BarsSvg(table), Not(HasSubstr("alive"))) << "numbers of other things have another scale";
  EXPECT_THAT(BarsSvg(table), Not(HasSubstr(">1,139<")));
}

TEST(SummaryPart, DrawsHistogramsAndPutsNumbersBelowEachOther) {
  Table table;
  table.columns = {Column::Key("field"),         Column::Text("unit"),        Column::People("n"),
                   Column::Number("least"),      Column::Number("greatest"),  Column::Histogram("histogram"),
                   Column::Number("first band"), Column::Number("band width")};
  table.rows = {{"value <x>", "%", int64_t{1474}, 1.0, 3.25, "4 6", 1.0, 1.25}, {"age", std::monostate(), int64_t{0}}};
  const std::string part = SummaryPart(table);
  EXPECT_THAT(part, HasSubstr("value &lt;x&gt;, %: values"));
  EXPECT_THAT(part, HasSubstr("2.25 to &lt;3.50"));
  EXPECT_THAT(part, Not(HasSubstr("band width"))) << "the drawing says it";
  EXPECT_THAT(
      part, HasSubstr("<tr><td class=\"name\">n</td><td class=\"number\">1,474</td><td class=\"number\">0</td></tr>"));
  EXPECT_EQ(SummaryPart(CountTable(3)), "");
}

TEST(SummaryPart, ShowsFourDigitsOrThoseBeforeThePoint) {
  Table table;
  table.columns = {Column::Key("field"),         Column::Text("unit"),        Column::People("n"),
                   Column::Number("least"),      Column::Number("greatest"),  Column::Histogram("histogram"),
                   Column::Number("first band"), Column::Number("band width")};
  table.rows = {{"platelets", "/uL", int64_t{2}, 6.54304, 250000.4, "1 0 0 0 0 1", 0.0, 50000.0}};
  const std::string part = SummaryPart(table);
  EXPECT_THAT(part, HasSubstr("<td class=\"number\">6.543</td>"));
  EXPECT_THAT(part, HasSubstr("<td class=\"number\">250000</td>"));
}

}  // namespace
}  // namespace muster::shell
