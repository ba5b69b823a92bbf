// What a report asks of its catalogue beside the question.
#include "shell/report/collect_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "report_fixture.h"
#include "shell/report/report_page.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

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

/// A funnel whose last step names a record, of which nothing is told apart.
Table NamedFunnel(int64_t last) {
  Table funnel = Funnel(last);
  funnel.rows[1] = {"has procedure M:1 as surgery", last, int64_t{1200} - last, std::monostate()};
  return funnel;
}

TEST(CollectReport, TellsApartWhoIsLeftOutByANamedRecord) {
  FakeState state;
  const std::string question = "funnel individuals where has procedure M:1 as surgery";
  state.answers[question] = {AnswerOf(question, NamedFunnel(500))};
  state.answers["funnel individuals where (has procedure M:1)"] = {AnswerOf("funnel", Funnel(500))};
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  const auto content = CollectReport(catalogue, question, {}, false, &mistakes);
  ASSERT_TRUE(content.ok()) << content.status();
  ASSERT_TRUE(content->questions[0].flow.has_value());
  EXPECT_EQ(std::get<int64_t>(content->questions[0].flow->rows[1][3]), 7);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(content->questions[0].answer.rows[1][3])) << "as it was answered";
  // Another number of people: it is another question.
  state.answers["funnel individuals where (has procedure M:1)"] = {AnswerOf("funnel", Funnel(499))};
  const auto other = CollectReport(catalogue, question, {}, false, &mistakes);
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_TRUE(std::holds_alternative<std::monostate>(other->questions[0].flow->rows[1][3]));
}

TEST(CollectReport, SaysHowManyHaveAnyConsentWhereUseIsAsked) {
  FakeState state;
  state.info.entities = {{"individuals", 9}, {"consents", 12}};
  state.answers["count individuals where has consent with (status is recorded or status is missing)"] = {
      AnswerOf("count", CountTable(4))};
  const ReportQuestion question = Asked(state, "count individuals where usable for \"asthma\"");
  ASSERT_EQ(question.fields.size(), 1u);
  EXPECT_EQ(question.fields[0].field, "any consent");
  EXPECT_EQ(question.fields[0].recorded, 4u);
  EXPECT_EQ(question.fields[0].rows, 9u);
}

TEST(CollectReport, SaysARemarkOnce) {
  FakeState state;
  const std::string question = "count individuals where a is 1 and b is 1";
  Answer answer = AnswerOf(question, CountTable(5));
  for (const char* word : {"a is 1", "b is 1", "a is 1"}) {
    const size_t at = question.find(word);
    answer.diagnostics.push_back({Severity::kNote, "note", "it is seldom recorded", at, at + 6, {"write this"}});
  }
  state.answers[question] = {answer};
  FakeCatalogue catalogue(state);
  std::vector<Diagnostic> mistakes;
  const auto content = CollectReport(catalogue, question, {}, false, &mistakes);
  ASSERT_TRUE(content.ok()) << content.status();
  ASSERT_EQ(content->questions[0].remarks.size(), 1u);
  EXPECT_EQ(content->questions[0].remarks[0].about, "a is 1; b is 1");
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

}  // namespace
}  // namespace muster::shell
