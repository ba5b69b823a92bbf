// Answers and remarks for windows, files and programs: widths, charts, labels, totals, JSON, workbooks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "fake_catalogue.h"
#include "nlohmann/json.hpp"
#include "shell/interactive/session.h"
#include "shell/output/flat_table.h"
#include "shell/output/format.h"
#include "shell/output/remarks.h"
#include "shell/output/report.h"
#include "shell/output/workbook.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/wrap_words.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

int Widest(const std::string& text) {
  int widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, DisplayWidth(line));
  return widest;
}

Table Diseases() {
  Table table;
  table.columns = {Column::Key("disease"), Column::People("individuals")};
  table.rows = {
      {std::string("MONDO:1"), int64_t{80}}, {std::string("MONDO:2"), int64_t{40}}, {std::monostate(), int64_t{1}}};
  table.total = {int64_t{121}};
  table.labels = {{"MONDO:1", "melanoma, any"}};
  return table;
}

TEST(WrapWords, BreaksAtBlanksAndCutsWhatIsTooWide) {
  EXPECT_THAT(WrapWords("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(WrapWords("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
  EXPECT_THAT(WrapIndented("  one two three four", 16), ElementsAre("  one two", "    three four"));
}

TEST(FormatTable, FitsTheWindow) {
  Table table;
  table.columns = {Column::Key("criterion"), Column::People("individuals")};
  table.rows = {{std::string("has measurement LOINC:4548-4 with value >= 6.5 % and value < 10 %"), int64_t{29}}};
  EXPECT_EQ(RenderTable(table, 40),
            "criterion                    individuals\n"
            "---------------------------  -----------\n"
            "has measurement                       29\n"
            "  LOINC:4548-4 with value\n"
            "  >= 6.5 % and value < 10 %\n");
  EXPECT_EQ(Widest(RenderTable(table, 40)), 40);
  EXPECT_EQ(RenderTable(table, 200), RenderTable(table));
}

TEST(FormatChart, DrawsBars) {
  EXPECT_EQ(
      RenderChart(Diseases(), 50),
      "                       individuals\n"
      "MONDO:1 melanoma, any           80  \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
      "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\n"
      "MONDO:2                         40  \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
      "\xE2\x96\x88\n"
      "(missing)                        1  \xE2\x96\x8F\n"
      "total                          121\n");
  EXPECT_EQ(RenderChart(CountTable(3)), RenderTable(CountTable(3)));
}

Table Compared() {
  Table table;
  table.columns = {Column::Key("sex"), Column::People("seizures"), Column::People("early onset"),
                   Column::People("in both")};
  table.rows = {{std::string("female"), int64_t{8}, int64_t{4}, int64_t{4}},
                {std::monostate(), int64_t{0}, int64_t{1}, int64_t{0}}};
  table.total = {int64_t{8}, int64_t{5}, int64_t{4}};
  return table;
}

std::string Blocks(int n) {
  std::string bar;
  while (n-- > 0) bar += "\xE2\x96\x88";
  return bar;
}

TEST(FormatChart, DrawsEachCohortOfAComparison) {
  EXPECT_EQ(RenderChart(Compared(), 40),
            "female\n"
            "  seizures     8  " +
                Blocks(22) +
                "\n"
                "  early onset  4  " +
                Blocks(11) +
                "\n"
                "  in both      4  " +
                Blocks(11) +
                "\n"
                "(missing)\n"
                "  seizures     0\n"
                "  early onset  1  " +
                Blocks(2) +
                "\xE2\x96\x8A\n"
                "  in both      0\n"
                "total\n"
                "  seizures     8\n"
                "  early onset  5\n"
                "  in both      4\n");
  for (const int width : {24, 30, 40, 110}) EXPECT_LE(Widest(RenderChart(Compared(), width)), width);
  Table narrow = Compared();
  narrow.rows[0][0] = std::string(200, 'x');
  EXPECT_EQ(Widest(RenderChart(narrow, 40)), 40);
}

TEST(FormatChart, DrawsCohortsThatNothingBreaksDown) {
  Table table = Compared();
  table.columns.erase(table.columns.begin());
  table.rows = {table.total};
  table.total.clear();
  EXPECT_EQ(RenderChart(table, 40), "seizures     8  " + Blocks(24) + "\n" + "early onset  5  " + Blocks(15) + "\n" +
                                        "in both      4  " + Blocks(12) + "\n");
  table.rows[0][1] = int64_t{-1};
  EXPECT_EQ(RenderChart(table, 40), RenderTable(table, 40));
}

// What is lost beside what is left is no second cohort.
TEST(FormatChart, DrawsTheFirstNumberWhereOthersAreNoCohorts) {
  Table table = Compared();
  table.columns[2] = Column::Difference("lost");
  EXPECT_THAT(RenderChart(table, 40), StartsWith("           seizures\nfemale            8  "));
}

Table SexByCountry() {
  Table table;
  table.columns = {Column::Key("sex"), Column::Key("country"), Column::People("individuals")};
  table.rows = {{std::string("female"), std::string("DE"), int64_t{3}},
                {std::string("female"), std::monostate(), int64_t{1}},
                {std::string("male"), std::string("FR"), int64_t{2}}};
  table.total = {int64_t{5}};
  return table;
}

TEST(FormatCrosstab, HasTheLastDimensionAcross) {
  EXPECT_EQ(RenderCrosstab(SexByCountry()),
            "individuals by country (across); 5 in all\n"
            "sex     DE  (missing)  FR\n"
            "------  --  ---------  --\n"
            "female   3          1   0\n"
            "male     0          0   2\n");
}

TEST(FormatCrosstab, LeavesEmptyWhatMayBeLeftOut) {
  Table table = SexByCountry();
  table.provenance.statement = "count individuals by sex, country having individuals >= 1";
  EXPECT_THAT(RenderCrosstab(table), HasSubstr("male     -          -   2\n"));
  table = SexByCountry();
  Number rounded;
  rounded.value = 3;
  rounded.kind = Number::Kind::kRounded;
  table.rows[0][2] = rounded;
  EXPECT_THAT(RenderCrosstab(table), HasSubstr("-"));
}

TEST(FormatCrosstab, OfOneDimensionIsATable) { EXPECT_EQ(RenderCrosstab(Diseases()), RenderTable(Diseases())); }

TEST(FormatChart, DrawsTheHistogramsOfASummary) {
  Table table;
  table.columns = {Column::Key("field"),
                   Column::Text("unit"),
                   Column::Rows("values"),
                   Column::Number("least", ColumnType::kNumber),
                   Column::Number("median", ColumnType::kNumber),
                   Column::Number("greatest", ColumnType::kNumber),
                   Column::Number("mean", ColumnType::kNumber),
                   Column::Histogram("histogram"),
                   Column::Number("first band", ColumnType::kNumber),
                   Column::Number("band width", ColumnType::kNumber)};
  table.rows = {
      {std::string("age"), std::string("years"), int64_t{6}, 10.0, 12.5, 19.0, 13.0, std::string("4 2"), 10.0, 5.0},
      {std::string("onset"), std::monostate(), int64_t{0}, std::monostate(), std::monostate(), std::monostate(),
       std::monostate(), std::monostate(), std::monostate(), std::monostate()}};
  EXPECT_EQ(RenderChart(table, 40),
            "age, years: median 12.5, mean 13, 6\n  values\n"
            "           values\n"
            "10 to <15       4  \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
            "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
            "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\n"
            "15 to <20       2  \xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
            "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x8C\n"
            "\n"
            "onset: no values\n");
}

TEST(FormatCsv, HasLabelsAndTotalsWhereTheyAreAskedFor) {
  EXPECT_EQ(RenderCsv(Diseases()), "disease,individuals\r\nMONDO:1,80\r\nMONDO:2,40\r\n,1\r\n");
  EXPECT_EQ(
      RenderCsv(Diseases(), {.labels = true, .totals = true}),
      "disease,disease label,individuals\r\nMONDO:1,\"melanoma, any\",80\r\nMONDO:2,,40\r\n,,1\r\ntotal,,121\r\n");
}

TEST(JsonAnswers, HaveDiagnosticsWithTheirPlace) {
  Answer answer = Mistake("there is no \xC3\xB6", 9, 11);
  answer.diagnostics[0].hints = {"write this"};
  const std::string text = "count\n\xC3\xB6 \xC3\xB6x";
  const auto json = nlohmann::json::parse(RenderJsonAnswers(text, {answer}));
  EXPECT_FALSE(json.contains("rows"));
  EXPECT_EQ(json["diagnostics"][0]["line"], 2);
  EXPECT_EQ(json["diagnostics"][0]["column"], 3);
  EXPECT_EQ(json["diagnostics"][0]["severity"], "error");
  EXPECT_EQ(json["diagnostics"][0]["hints"][0], "write this");
  Answer noted;
  noted.table = CountTable(3);
  noted.diagnostics = answer.diagnostics;
  noted.diagnostics[0].severity = Severity::kNote;
  const auto both = nlohmann::json::parse(RenderJsonAnswers(text, {noted, answer}));
  EXPECT_EQ(both[0]["rows"][0][0], 3);
  EXPECT_EQ(both[0]["diagnostics"][0]["severity"], "note");
  EXPECT_EQ(nlohmann::json::parse(RenderJsonFailure("\xFF no"))["failure"], "\xEF\xBF\xBD no");
}

TEST(Remarks, PutCaretsUnderTheWordsInAnyWindow) {
  const std::string text = "count individuals where has phenotype HP:0001250 and nonsense is 3 and sex is female";
  const std::vector<Diagnostic> diagnostics =
      Mistake("there is no field 'nonsense' of an individual", 53, 61).diagnostics;
  EXPECT_EQ(RenderRemarks(text, diagnostics, 0), RenderDiagnostics(text, diagnostics));
  for (const int width : {30, 40, 60, 80, 200}) {
    const std::string remarks = RenderRemarks(text, diagnostics, width);
    EXPECT_LE(Widest(remarks), width);
    std::vector<std::string> lines;
    std::istringstream in(remarks);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    const auto carets =
        std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return line.ends_with("^^^^^^^^"); });
    ASSERT_NE(carets, lines.end()) << remarks;
    const std::string& excerpt = *(carets - 1);
    const size_t word = excerpt.find("nonsense");
    ASSERT_NE(word, std::string::npos) << remarks;
    EXPECT_EQ(DisplayWidth(excerpt.substr(0, word)), DisplayWidth(carets->substr(0, carets->find('^')))) << remarks;
  }
  EXPECT_THAT(RenderRemarks("x", diagnostics, 80, 7), HasSubstr("  7 | x\n")) << "a place outside the text";
}

TEST(Remarks, ALongLineIsShownOnce) {
  const std::string text =
      "count individuals where " + std::string(90, 'x') + " is 1 and nonsense is 3 and rubbish is 4";
  std::vector<Diagnostic> diagnostics;
  for (const char* word : {"nonsense", "rubbish"}) {
    const size_t at = text.find(word);
    diagnostics.push_back({Severity::kError, "unknown-field", "an individual has no such field", at, at + 7, {}});
  }
  for (const int width : {0, 200}) {
    const std::string remarks = RenderRemarks(text, diagnostics, width);
    const size_t first = remarks.find(text);
    ASSERT_NE(first, std::string::npos) << remarks;
    EXPECT_EQ(remarks.find(text, first + 1), std::string::npos) << remarks;
    EXPECT_THAT(remarks, HasSubstr("nonsense is 3 and rubbish is 4\n")) << "the part around the words";
  }
  // A short one is shown for each.
  const std::string shorter = "count individuals where nonsense is 3";
  for (Diagnostic& diagnostic : diagnostics) diagnostic.begin = 24, diagnostic.end = 32;
  EXPECT_EQ(RenderRemarks(shorter, diagnostics, 0), RenderDiagnostics(shorter, diagnostics));
}

TEST(ImportRemarks, WhatIsOfNoFileHasAPlaceAllTheSame) {
  ImportRemark remark;
  remark.what = "unlikely";
  remark.count = 1;
  remark.examples.resize(3);
  remark.examples[0].file = "a.json";
  for (size_t i = 0; i < 2; ++i) remark.examples[i].id = "p0";
  for (ImportProblem& example : remark.examples) {
    example.where = "/value";
    example.reason = "53 %";
  }
  const std::string text = RenderRemark(remark);
  EXPECT_THAT(text, HasSubstr("\n             a.json (p0), at /value: 53 %\n"));
  EXPECT_THAT(text, HasSubstr("\n             p0, at /value: 53 %\n"));
  EXPECT_THAT(text, HasSubstr("\n             at /value: 53 %\n"));
}

TEST(Workbook, IsWritten) {
  const test::OwnFolder folder;
  const std::string path = folder / "workbook.xlsx";
  const Table table = Diseases();
  EXPECT_EQ(WriteWorkbook(path, {&table, &table}, {"", "a remark"}), "");
  std::ifstream file(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  EXPECT_THAT(bytes, StartsWith("PK"));
  EXPECT_THAT(bytes, HasSubstr("xl/worksheets/sheet3.xml")) << "the third is the provenance";
  EXPECT_THAT(WriteWorkbook(folder / "no/such.xlsx", {&table}, {""}), HasSubstr("cannot write"));
}

class FilesTest : public testing::Test {
 protected:
  FilesTest() { setenv("XDG_DATA_HOME", folder.c_str(), 1); }
  ~FilesTest() override { unsetenv("XDG_DATA_HOME"); }
  int Script(const std::string& text) {
    std::istringstream in(text);
    StreamLines lines(in);
    program.out.str("");
    program.err.str("");
    Console console{program.in, program.out, program.err};
    Session session(console, lines, program.Opener(), "cat", {.read_only = true});
    EXPECT_TRUE(session.Open().ok());
    return session.Run();
  }
  std::string Read(const std::string& name) {
    std::ifstream file(folder + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }
  ProgramRun program;
  const test::OwnFolder own;
  const std::string folder = own.path();
};

TEST_F(FilesTest, AnswersGoToFilesInTheFormOfTheirEnding) {
  EXPECT_EQ(Script(".output " + folder + "/o.csv\ncount a;\ncount ab;\n.output\ncount abc;\n"), kOk);
  EXPECT_EQ(Read("o.csv"), "individuals\r\n8\r\nindividuals\r\n9\r\n");
  EXPECT_THAT(program.out.str(), StartsWith("individuals\n-----------\n         10\n"));
  EXPECT_EQ(Script(".once " + folder + "/o.json\ncount a;\ncount ab;\n"), kOk);
  EXPECT_EQ(nlohmann::json::parse(Read("o.json"))["rows"][0][0], 8);
  EXPECT_THAT(program.out.str(), StartsWith(folder + "/o.json: 1 answer\nindividuals\n"));
  EXPECT_EQ(Script(".format csv\n.once " + folder + "/o.md\ncount a;\n"), kOk);
  EXPECT_EQ(program.out.str(), "") << "programs read it";
  EXPECT_EQ(Script(".once " + folder + "/no/such/file\n"), kFailed);
  EXPECT_THAT(program.err.str(), HasSubstr("cannot write"));
  EXPECT_EQ(Script(".output x.xlsx\n"), kFailed);
  EXPECT_EQ(Script(".excel " + folder + "/o\n"), kFailed) << "nothing was answered";
  EXPECT_EQ(Script("count a;\n.excel " + folder + "/o\n"), kOk);
  EXPECT_THAT(Read("o.xlsx"), StartsWith("PK"));
}

TEST_F(FilesTest, AFileForTheNextAnswersWaitsWhereAStatementHasAMistake) {
  program.state.answers["count wrong;"] = {Mistake("made up", 6, 11)};
  EXPECT_EQ(Script(".once " + folder + "/o.csv\ncount wrong;\ncount ab;\n"), kFailed);
  EXPECT_EQ(Read("o.csv"), "individuals\r\n9\r\n");
  EXPECT_EQ(program.out.str(), folder + "/o.csv: 1 answer\n");
}

TEST_F(FilesTest, StatementsAreSavedUnderNames) {
  EXPECT_EQ(Script("count a;\n.save 'my question'\n.run\n.run 'my question'\n"), kOk) << program.err.str();
  EXPECT_THAT(program.state.asked, ElementsAre("count a;", "count a;"));
  EXPECT_THAT(program.out.str(), HasSubstr("my question\n"));
  EXPECT_EQ(Script(".save x\n"), kFailed);
  EXPECT_EQ(Script("count a;\n.save ../x\n"), kFailed);
  EXPECT_EQ(Script(".run nothing\n"), kFailed);
  EXPECT_THAT(program.err.str(), HasSubstr("nothing is saved as 'nothing'"));
}

TEST_F(FilesTest, StatementsAreChangedInAnEditor) {
  setenv("VISUAL", "sed -i s/a/abc/", 1);
  EXPECT_EQ(Script("count a;\n.edit\n"), kOk) << program.err.str();
  EXPECT_THAT(program.state.asked, ElementsAre("count a;", "count abc;"));
  setenv("VISUAL", "false", 1);
  EXPECT_EQ(Script("count a;\n.edit\n"), kFailed);
  unsetenv("VISUAL");
}

TEST_F(FilesTest, FormatTakesLabelsAndTotals) {
  program.state.answers["count by disease;"] = {Answer{.table = Diseases(), .diagnostics = {}}};
  EXPECT_EQ(Script(".format csv labels totals\ncount by disease;\n.format\n"), kOk);
  EXPECT_THAT(program.out.str(), HasSubstr("total,,121\r\n"));
  EXPECT_THAT(program.out.str(), HasSubstr("csv and tsv with labels, csv and tsv with totals"));
  EXPECT_EQ(Script(".format csv nonsense\n"), kFailed);
}

}  // namespace
}  // namespace muster::shell
