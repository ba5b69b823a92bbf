// Reports: what is asked for them, the page, and its verification.
#include "shell/report/report_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "fake_catalogue.h"
#include "shell/report/bars_svg.h"
#include "shell/report/collect_report.h"
#include "shell/report/flow_svg.h"
#include "shell/report/html.h"
#include "shell/report/sha256.h"
#include "shell/report/statement_text.h"
#include "shell/report/summary_part.h"
#include "shell/report/verify_report.h"
#include "shell/terminal/wrap_words.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Answer AnswerOf(std::string statement, Table table) {
  Answer answer;
  table.provenance.statement = std::move(statement);
  table.provenance.release = "exact";
  table.provenance.engine = "muster 0.1.0";
  table.provenance.ontologies = {{"hp", "hp/2026"}};
  answer.table = std::move(table);
  return answer;
}

Table Funnel(int64_t last) {
  Table table;
  table.columns = {Column::Key("criterion"), Column::People("individuals"), Column::Difference("lost"),
                   Column::People("not recorded")};
  table.rows = {{"all individuals", int64_t{1200}, std::monostate(), std::monostate()},
                {"has phenotype HP:1 <b>", last, int64_t{1200} - last, int64_t{7}}};
  return table;
}

/// A catalogue that answers `count individuals where has phenotype HP:1` and what a report asks beside it.
void Prepare(FakeState& state, int64_t count) {
  const std::string question = "count individuals where has phenotype HP:1";
  state.answers["-- With seizures\n" + question] = {AnswerOf(question, CountTable(count))};
  state.answers["funnel individuals where has phenotype HP:1"] = {AnswerOf("funnel", Funnel(count))};
  Table explained;
  explained.columns = {Column::Text("explanation")};
  explained.rows = {
      {"bound:\n  individual: any observed phenotype HP:1 Seizure and below (10 terms, 9 codes in use)\n"
       "plan, on each segment:\n  x HP:2 y (1 code in use)"}};
  state.answers["explain " + question] = {AnswerOf("explain", explained)};
  state.info.version = 3;
  state.info.entities = {{"individuals", 1200}};
}

ReportContent Collected(FakeState& state, bool guest = false) {
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  auto content =
      CollectReport(catalogue, "-- With seizures\ncount individuals where has phenotype HP:1", {}, guest, &mistakes);
  EXPECT_TRUE(content.ok()) << content.status();
  return *std::move(content);
}

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

TEST(CollectReport, AsksWhatBelongsBesideTheQuestion) {
  FakeState state;
  Prepare(state, 500);
  const ReportContent content = Collected(state);
  ASSERT_EQ(content.questions.size(), 1u);
  const ReportQuestion& question = content.questions[0];
  EXPECT_EQ(question.words, "With seizures");
  ASSERT_TRUE(question.flow.has_value());
  ASSERT_EQ(question.terms.size(), 1u);
  EXPECT_EQ(question.terms[0].code, "HP:1");
  EXPECT_EQ(question.terms[0].label, "Seizure");
  EXPECT_EQ(question.terms[0].what, "any observed phenotype");
  EXPECT_EQ(question.terms[0].reach, "and below: 10 terms, 9 codes in use");
}

/// `explain` answers with these lines.
Answer Explained(const std::string& lines) {
  Table table;
  table.columns = {Column::Text("explanation")};
  table.rows = {{"bound:\n" + lines + "\nplan, on each segment:"}};
  return AnswerOf("explain", table);
}

ReportQuestion Asked(FakeState& state, const std::string& question) {
  state.answers[question] = {AnswerOf(question, CountTable(5))};
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  auto content = CollectReport(catalogue, question, {}, false, &mistakes);
  EXPECT_TRUE(content.ok()) << content.status();
  return content->questions.at(0);
}

TEST(CollectReport, HasEachTermOfAListWithItsOwnReach) {
  FakeState state;
  const std::string question = "count individuals where has no disease in (\"asthma\", M:2, exactly M:3, M:4)";
  state.answers["explain " + question] = {
      Explained("  individual: exactly 0 observed disease M:1 asthma, mild, M:2 b, exactly M:3 c, ... (4) (9 terms, 8 "
                "codes in use)")};
  const std::string one = "explain count individuals where has disease ";
  state.answers[one + "M:1"] = {
      Explained("  individual: any observed disease M:1 asthma, mild (1 term, 1 code in use)")};
  state.answers[one + "M:2"] = {
      Explained("  individual: any observed disease M:2 b and below (5 terms, 4 codes in use)")};
  state.answers[one + "exactly M:3"] = {
      Explained("  individual: any observed disease exactly M:3 c (1 term, 1 code in use)")};
  state.answers[one + "\"asthma\""] = state.answers[one + "M:1"];
  state.answers[one + "M:4"] = {Explained("  individual: any observed disease M:4 d (2 terms, 2 codes in use)")};
  state.answers["count individuals where has disease M:4"] = {AnswerOf("count", CountTable(77))};
  const std::vector<ReachedTerm> terms = Asked(state, question).terms;
  ASSERT_EQ(terms.size(), 4u);
  EXPECT_EQ(terms[0].label, "asthma, mild");
  EXPECT_EQ(terms[0].what, "no observed disease");
  EXPECT_EQ(terms[0].reach, "1 term, 1 code in use");
  EXPECT_EQ(terms[1].reach, "and below: 5 terms, 4 codes in use");
  EXPECT_EQ(terms[2].what, "no observed disease exactly");
  EXPECT_EQ(terms[3].code, "M:4");
  EXPECT_EQ(terms[3].people, 77u);
}

TEST(CollectReport, SaysThatAListHasMoreTermsThanItKnows) {
  FakeState state;
  const std::string question = "count individuals where in cohort x";
  state.answers["explain " + question] = {
      Explained("  individual: any observed disease M:1 a, M:2 b, M:3 c, ... (7) (9 terms, 8 codes in use)")};
  const std::vector<ReachedTerm> terms = Asked(state, question).terms;
  ASSERT_EQ(terms.size(), 4u);
  EXPECT_EQ(terms[3].label, "and 4 more, of 7");
  EXPECT_EQ(terms[3].reach, "9 terms, 8 codes in use, all of them together");
}

TEST(CollectReport, HasTheTermsOfWhatIsSummarisedAndCountedBy) {
  FakeState state;
  state.answers["explain count individuals where has measurement L:1"] = {
      Explained("  individual: any measurement L:1 HbA1c (1 code in use)")};
  for (const char* question : {"summarise individuals of age at last contact, value of measurement L:1 in %",
                               "count individuals by value of measurement L:1 in bands of 1 %, sex"}) {
    const std::vector<ReachedTerm> terms = Asked(state, question).terms;
    ASSERT_EQ(terms.size(), 1u) << question;
    EXPECT_EQ(terms[0].what, "value of measurement");
    EXPECT_EQ(terms[0].label, "HbA1c");
  }
}

TEST(CollectReport, HasTheFieldsOfTheRecordsThatAreAskedFor) {
  FakeState state;
  state.info.entities = {{"individuals", 10}, {"phenotypes", 20}, {"diseases", 30}, {"procedures", 40}};
  const auto describe = [&](const std::string& entity, const std::vector<std::string>& fields) {
    Table table;
    table.columns = {Column::Text("field"), Column::Text("kind"), Column::Rows("recorded")};
    for (const std::string& field : fields) table.rows.push_back({field, "text", int64_t{3}});
    state.answers["describe " + entity] = {AnswerOf("describe", table)};
  };
  describe("individuals", {"birth date", "sex"});
  describe("phenotypes", {"term", "onset"});
  describe("diseases", {"term", "onset"});
  describe("procedures", {"term", "performed"});
  const std::string question =
      "count individuals where has disease M:1 and has procedure P:1 as p and has phenotype H:1 with onset within 8 "
      "weeks after p";
  state.answers["explain " + question] = {Explained(
      "  individual: and, of rows that are named\n    individual: any observed disease M:1 a (1 code in use)\n"
      "    individual: any observed procedure P:1 b (1 code in use), named #0\n"
      "    individual: any observed phenotype H:1 c (1 code in use)\n"
      "      phenotype: onset within 56 days after #0.performed")};
  std::vector<std::string> used;
  for (const FieldUse& use : Asked(state, question).fields) used.push_back(use.field + " of " + use.entity);
  EXPECT_THAT(used, ElementsAre("birth date of individuals", "term of phenotypes", "onset of phenotypes",
                                "term of diseases", "term of procedures", "performed of procedures"));
}

TEST(CollectReport, SaysHowCompleteAFieldIsOfTheTermsAskedFor) {
  FakeState state;
  state.info.entities = {{"individuals", 10}, {"diseases", 30}};
  Table table;
  table.columns = {Column::Text("field"), Column::Text("kind"), Column::Rows("recorded")};
  table.rows = {{"term", "code", int64_t{30}}, {"stage", "code", int64_t{9}}};
  state.answers["describe diseases"] = {AnswerOf("describe", table)};
  const std::string all = "count diseases where term in (M:1 \"a, b\", exactly \"c\")";
  state.answers[all] = {AnswerOf("count", CountTable(8))};
  state.answers[all + " and not stage is missing"] = {AnswerOf("count", CountTable(6))};
  const std::vector<FieldUse> uses =
      Asked(state, "count individuals where (has disease in (M:1 \"a, b\", exactly \"c\") with stage is \"III\")")
          .fields;
  ASSERT_EQ(uses.size(), 2u);
  EXPECT_EQ(uses[0].field, "term");
  EXPECT_EQ(uses[0].rows, 30u);
  EXPECT_EQ(uses[1].terms, "M:1 \"a, b\", exactly \"c\"");
  EXPECT_EQ(uses[1].recorded, 6u);
  EXPECT_EQ(uses[1].rows, 8u);
  const std::string beside = "count individuals where has disease M:1 with stage is \"III\" and has disease";
  EXPECT_EQ(Asked(state, beside).fields.at(1).rows, 30u) << "a disease of any term is asked for, too";
}

TEST(CollectReport, SaysHowCompleteAFieldIsOfEachCriterionByItself) {
  FakeState state;
  state.info.entities = {{"individuals", 100}, {"diseases", 30}};
  Table table;
  table.columns = {Column::Text("field"), Column::Text("kind"), Column::Rows("recorded")};
  table.rows = {{"stage", "code", int64_t{9}}};
  state.answers["describe diseases"] = {AnswerOf("describe", table)};
  table.rows = {{"age at death", "time", int64_t{4}}};
  state.answers["describe individuals"] = {AnswerOf("describe", table)};
  const std::string question =
      "count individuals where has disease \"a\" with stage is \"III\" and has no disease \"b\" and has at least 2 "
      "disease "
      "in (\"c\", \"d\") with stage is \"IV\" and age at death < 60 years";
  state.answers["explain " + question] = {Explained(
      "  individual: and\n    individual: any observed disease M:1 a (1 term, 1 code in use)\n"
      "      disease: stage is S:3 III\n    individual: exactly 0 observed disease M:2 b (1 code in use)\n"
      "    individual: at least 2 observed disease M:3 c, exactly M:4 d (2 codes in use)\n      disease: and\n"
      "        disease: stage is S:4 IV\n    individual: age at death (latest age) below 60 years")};
  for (const auto& [terms, rows] : {std::pair<std::string, int64_t>("M:1", 8), {"M:3, exactly M:4", 20}}) {
    const std::string all = "count diseases where term in (" + terms + ")";
    state.answers[all] = {AnswerOf("count", CountTable(rows))};
    state.answers[all + " and not stage is missing"] = {AnswerOf("count", CountTable(rows - 2))};
  }
  const std::string dead = "count individuals where vital status is deceased or age at death is recorded";
  state.answers[dead] = {AnswerOf("count", CountTable(5))};
  std::vector<std::string> used;
  for (const FieldUse& use : Asked(state, question).fields) {
    used.push_back(use.field + " of " + use.entity + " " + use.terms + ": " + std::to_string(use.recorded) + " of " +
                   std::to_string(use.rows));
  }
  EXPECT_THAT(used, ElementsAre("age at death of individuals who are recorded as deceased : 4 of 5",
                                "stage of diseases M:1: 6 of 8", "stage of diseases M:3, exactly M:4: 18 of 20",
                                "any disease of individuals : 35 of 100"));
}

TEST(CollectReport, CountsAPanelAsOneMeasurement) {
  FakeState state;
  state.info.entities = {{"individuals", 10}, {"measurements", 30}};
  Table table;
  table.columns = {Column::Text("field"), Column::Text("kind"), Column::Rows("recorded")};
  table.rows = {{"term", "code", int64_t{26}}};
  state.answers["describe measurements"] = {AnswerOf("describe", table)};
  state.answers["count measurements"] = {AnswerOf("count", CountTable(26))};
  const std::vector<FieldUse> uses = Asked(state, "count individuals where has measurement L:1").fields;
  ASSERT_FALSE(uses.empty());
  EXPECT_EQ(uses[0].recorded, 26u);
  EXPECT_EQ(uses[0].rows, 26u) << "30 rows, of which 8 are components of 4 panels";
}

TEST(CollectReport, SaysHowManyHaveAnySuchRecord) {
  FakeState state;
  state.info.entities = {{"individuals", 100}, {"measurements", 90}, {"variants", 4}};
  state.answers["count individuals where has measurement in (L:1)"] = {AnswerOf("count", CountTable(35))};
  state.answers["count individuals where has variant"] = {AnswerOf("count", CountTable(3))};
  const std::string criteria = "has measurement L:1 with value >= 30 kg/m2 and has no variant \"SCN1A\"";
  state.answers["count individuals with certainty where " + criteria] = {AnswerOf("certainty", CountTable(5))};
  const ReportQuestion question = Asked(state, "count individuals where " + criteria);
  ASSERT_EQ(question.fields.size(), 2u);
  EXPECT_EQ(question.fields[0].field, "any measurement L:1");
  EXPECT_EQ(question.fields[0].recorded, 35u);
  EXPECT_EQ(question.fields[0].rows, 100u);
  EXPECT_EQ(question.fields[1].field, "any variant") << "of whom no variant at all is recorded, none is known";
  ReportContent content;
  content.questions = {question};
  EXPECT_THAT(RenderReportBody(content, {}),
              HasSubstr("Of all individuals in the catalogue, 65 have no measurement L:1, 97 have no variant."));
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

TEST(CollectReport, LeavesOutAFlowThatEndsWithAnotherNumber) {
  FakeState state;
  Prepare(state, 500);
  state.answers["funnel individuals where has phenotype HP:1"] = {AnswerOf("funnel", Funnel(499))};
  EXPECT_FALSE(Collected(state).questions[0].flow.has_value());
}

TEST(CollectReport, AsksNothingMoreAsAGuest) {
  FakeState state;
  Prepare(state, 500);
  const ReportContent content = Collected(state, true);
  EXPECT_EQ(state.asked.size(), 1u);
  EXPECT_FALSE(content.questions[0].flow.has_value());
}

TEST(CollectReport, ChangesNothing) {
  FakeState state;
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  const auto content = CollectReport(catalogue, "count individuals; Define cohort x as", {}, false, &mistakes);
  EXPECT_TRUE(absl::IsInvalidArgument(content.status()));
}

class WrittenReportTest : public testing::Test {
 protected:
  WrittenReportTest() {
    Prepare(state, 500);
    page = RenderReport(Collected(state), frame);
  }
  std::vector<std::string> Differences(const std::string& text) {
    const auto written = ReadReport(text);
    EXPECT_TRUE(written.has_value());
    std::vector<std::string> all = written->damages;
    for (const std::string& difference : CompareReports(*written, Collected(state))) all.push_back(difference);
    return all;
  }
  FakeState state;
  ReportFrame frame = {.title = "A \"title\" <script>",
                       .catalogue = "cat",
                       .date = "2026-11-28 12:00 UTC",
                       .text = "-- With seizures\ncount individuals where has phenotype HP:1",
                       .parameters = {{"a", "b"}},
                       .ontologies = {},
                       .guest = ""};
  std::string page;
};

TEST_F(WrittenReportTest, IsOnePageWithoutScripts) {
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr(" src=")));
  EXPECT_THAT(page, HasSubstr("With seizures"));
  EXPECT_THAT(page, HasSubstr(">500 <small>individuals"));
  EXPECT_THAT(page, HasSubstr("HP:1 (Seizure)"));
  EXPECT_THAT(page, HasSubstr("<td>hp/2026</td>"));
}

TEST_F(WrittenReportTest, HasPlainWords) {
  ReportContent content = Collected(state);
  content.catalogue["dataset a"] = "12000";
  ReportQuestion& question = content.questions[0];
  question.canonical += " by country having individuals >= 50";
  question.fields = {{"phenotypes", "HP:1", "onset", 3, 4}};
  const std::string worded = RenderReport(content, frame);
  EXPECT_THAT(worded, HasSubstr("counted by country (at least 50 individuals each)?"));
  EXPECT_THAT(worded, HasSubstr("<td>dataset a</td><td>12,000</td>"));
  EXPECT_THAT(worded, HasSubstr("<td>onset</td><td>phenotypes of HP:1 (Seizure)</td>"));
  EXPECT_THAT(worded, HasSubstr(">75.0 %<"));
}

TEST_F(WrittenReportTest, SaysWhatItsRemarksAndWordsAreAbout) {
  Diagnostic note;
  note.severity = Severity::kNote;
  note.message = "this also holds <for> others";
  const std::string text = "-- With seizures\ncount individuals where has phenotype HP:1";
  note.begin = text.find("has");
  note.end = text.size();
  note.hints = {"write and this"};
  state.answers[text][0].diagnostics = {note};
  ReportContent content = Collected(state);
  EXPECT_THAT(RenderReport(content, frame),
              HasSubstr("<li><code>has phenotype HP:1</code>: this also holds &lt;for&gt; others<br><small>write and "
                        "this</small></li>"));
  ReportQuestion funnel;
  funnel.canonical = "funnel individuals where has phenotype HP:1 <b>";
  funnel.answer = Funnel(3);
  ReportQuestion certainty;
  certainty.canonical = "count individuals with certainty where a < 1";
  certainty.answer.columns = {Column::People("certainly"), Column::People("possibly"), Column::People("unknown")};
  certainty.answer.rows = {{int64_t{9}, int64_t{0}, int64_t{70}}};
  content.questions = {funnel, certainty};
  const std::string worded = RenderReport(content, frame);
  EXPECT_THAT(worded, HasSubstr("are left after each of these criteria?</p>\n<ol>\n<li>has phenotype HP:1 &lt;b&gt;"));
  EXPECT_THAT(worded, HasSubstr("fewer than 5 individuals"));
  EXPECT_THAT(worded, HasSubstr("of whom it is not known besides"));
}

TEST_F(WrittenReportTest, IsReadBack) {
  const auto written = ReadReport(page);
  ASSERT_TRUE(written.has_value());
  EXPECT_EQ(written->frame.title, frame.title);
  EXPECT_EQ(written->frame.text, frame.text);
  EXPECT_EQ(written->frame.parameters, frame.parameters);
  EXPECT_THAT(page, HasSubstr("muster:" + written->id));
  EXPECT_FALSE(ReadReport("<html><body>\n</body></html>").has_value());
}

TEST_F(WrittenReportTest, HasAnIdOfItsContentAlone) {
  ReportFrame later = frame;
  later.date = "2027-01-01 00:00 UTC";
  EXPECT_EQ(ReadReport(RenderReport(Collected(state), later))->id, ReadReport(page)->id);
  Prepare(state, 501);
  EXPECT_NE(ReadReport(RenderReport(Collected(state), frame))->id, ReadReport(page)->id);
}

TEST_F(WrittenReportTest, SaysWhatChanged) {
  EXPECT_THAT(Differences(page), ElementsAre());
  Prepare(state, 501);
  state.info.version = 4;
  EXPECT_THAT(Differences(page), ElementsAre("catalogue, version: 3 then, 4 now",
                                             "question 1, answer, row 1, individuals: 500 then, 501 now",
                                             "question 1, flow, row 2, individuals: 500 then, 501 now",
                                             "question 1, flow, row 2, lost: 700 then, 699 now"));
}

TEST_F(WrittenReportTest, NoticesAPageThatWasChangedByHand) {
  std::string forged = page;
  forged.replace(forged.find(">500 <small>"), 5, ">900 ");
  EXPECT_THAT(Differences(forged), ElementsAre("what the page shows was changed after it was written",
                                               "the page shows something else than its content"));
}

TEST(ReportCommand, WritesAndVerifiesAPage) {
  const test::OwnFolder own;
  const std::string& folder = own.path();
  const std::string file = folder + "/question.muster";
  const std::string out = folder + "/question.html";
  std::ofstream(file) << "-- With seizures\ncount individuals where has phenotype HP:1";
  ProgramRun run;
  Prepare(run.state, 500);
  EXPECT_EQ(run({"report", "some/cat/", file, "--out", out}), kOk) << run.err.str();
  EXPECT_THAT(run.out.str(), HasSubstr("report muster:"));
  EXPECT_EQ(run({"verify", out, "cat"}), kOk) << run.out.str();
  EXPECT_THAT(run.out.str(), HasSubstr("the same"));
  EXPECT_EQ(run({"verify", out, "cat", "--as", "a", "--tier", "t"}), kUsage);
  Prepare(run.state, 499);
  EXPECT_EQ(run({"verify", out, "cat"}), kFailed);
  EXPECT_THAT(run.out.str(), HasSubstr("500 then, 499 now"));
  EXPECT_EQ(run({"verify", file, "cat"}), kUsage);
  EXPECT_EQ(run({"report", "cat", file, "--out", folder + "/no/such/folder.html"}), kBroken);
}

}  // namespace
}  // namespace muster::shell
