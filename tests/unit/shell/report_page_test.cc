// The page of a report, and its verification.
#include "shell/report/report_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report_fixture.h"
#include "shell/report/collect_report.h"
#include "shell/report/verify_report.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

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

TEST_F(WrittenReportTest, WarnsOfFewInASummary) {
  ReportContent content = Collected(state);
  ReportQuestion summary;
  summary.canonical = "summarise individuals of age";
  summary.answer.columns = {Column::Key("field"),         Column::Text("unit"),        Column::People("n"),
                            Column::Number("least"),      Column::Number("greatest"),  Column::Histogram("histogram"),
                            Column::Number("first band"), Column::Number("band width")};
  summary.answer.rows = {{"age", "years", int64_t{40}, 1.0, 28.0, "3 30 7", 0.0, 10.0}};
  content.questions = {summary};
  const std::string few = RenderReport(content, frame);
  EXPECT_THAT(few, HasSubstr("Some bars or numbers are of fewer than 5 individuals"));
  EXPECT_THAT(few, HasSubstr("The least and the greatest value may be those of single individuals"));
  content.questions[0].answer.rows[0][5] = "13 30 7";
  EXPECT_THAT(RenderReport(content, frame), Not(HasSubstr("fewer than 5")));
}

TEST_F(WrittenReportTest, ShowsTheFlowOfAFunnelAndAnyConsent) {
  ReportContent content = Collected(state);
  ReportQuestion funnel;
  funnel.canonical = "funnel individuals where has disease \"a\" with term not in (\"b\")";
  funnel.answer = Funnel(30);
  funnel.answer.rows[1] = {"has disease \"a\" with term not in (\"b\")", int64_t{30}, int64_t{1170}, std::monostate()};
  funnel.flow = funnel.answer;
  funnel.flow->rows[1][3] = int64_t{170};
  funnel.fields = {{"individuals", "", "any consent", 1100, 1200, true}};
  content.questions = {funnel};
  const std::string shown = RenderReport(content, frame);
  EXPECT_THAT(shown, HasSubstr("has disease &quot;a&quot; except &quot;b&quot;"));
  EXPECT_THAT(shown, HasSubstr("does not meet it: 1,000"));
  EXPECT_THAT(shown, HasSubstr("is recorded of 1,100 of 1,200 individuals"));
  EXPECT_THAT(shown, Not(HasSubstr("<h3>Flow</h3>"))) << "the answer is one";
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

TEST_F(WrittenReportTest, SaysWhichTermFieldAndRemarkIsAnother) {
  ReportContent then = Collected(state);
  ReportQuestion& question = then.questions[0];
  question.terms = {{"any observed phenotype", "HP:1", "Seizure", "and below: 10 terms", 500},
                    {"any observed phenotype", "HP:2", "", "and below: 2 terms", std::nullopt}};
  question.fields = {{"phenotypes", "HP:1", "onset", 3, 4}};
  question.conditions = {"for research only"};
  question.remarks = {{"onset < 5", "3 of 4 have no onset", {"write possibly onset < 5"}}, {"", "gone", {}}};
  const auto written = ReadReport(RenderReport(then, frame));
  ASSERT_TRUE(written.has_value());
  EXPECT_THAT(CompareReports(*written, then), IsEmpty());
  ReportContent now = then;
  ReportQuestion& changed = now.questions[0];
  changed.terms[0].people = 480;
  changed.terms.pop_back();
  changed.fields[0].recorded = 2;
  changed.conditions = {};
  changed.remarks = {{"onset < 5", "2 of 4 have no onset", {"write possibly onset < 5"}}, {"has x", "new", {}}};
  EXPECT_THAT(
      CompareReports(*written, now),
      ElementsAre("question 1, term HP:1 (Seizure), individuals: 500 then, 480 now",
                  "question 1, term HP:2, reach: and below: 2 terms then, nothing now",
                  "question 1, field onset of phenotypes (HP:1): recorded in 3 of 4 then, recorded in 2 of 4 now",
                  "question 1, data use: for research only then, nothing now",
                  "question 1, remark on onset < 5: 3 of 4 have no onset then, 2 of 4 have no onset now",
                  "question 1, remark: gone then, nothing now", "question 1, remark on has x: nothing then, new now"));
  std::swap(then.questions[0].terms[0], then.questions[0].terms[1]);
  EXPECT_THAT(CompareReports(*written, then), ElementsAre("question 1, terms are in another order or form"));
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
