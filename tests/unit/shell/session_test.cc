// The interactive loop with scripted input.
#include "shell/interactive/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <deque>
#include <fstream>
#include <thread>

#include "fake_catalogue.h"
#include "shell/interactive/dot_commands.h"
#include "shell/interactive/statement_buffer.h"
#include "shell/interactive/user_files.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A person at a keyboard. The line "^C" is the key.
class Typist final : public LineSource {
 public:
  explicit Typist(std::deque<std::string> lines) : lines_(std::move(lines)) {}
  Outcome Read(std::string_view prompt, std::string_view before, std::string* line) override {
    prompts.emplace_back(prompt);
    befores.emplace_back(before);
    if (lines_.empty()) return Outcome::kEnd;
    *line = lines_.front();
    lines_.pop_front();
    return *line == "^C" ? Outcome::kCancelled : Outcome::kLine;
  }
  void Remember(std::string_view text) override { history.emplace_back(text); }
  std::vector<std::string> History() const override { return history; }
  bool interactive() const override { return true; }
  bool Offer(std::string_view text) override {
    offered = text;
    return true;
  }

  std::string offered;
  std::vector<std::string> prompts, befores, history;

 private:
  std::deque<std::string> lines_;
};

class SessionTest : public testing::Test {
 protected:
  int Type(std::deque<std::string> lines) {
    typist = std::make_unique<Typist>(std::move(lines));
    return Run(*typist);
  }
  int Script(const std::string& text) {
    program.in.clear();
    program.in.str(text);
    StreamLines lines(program.in);
    return Run(lines);
  }
  int Run(LineSource& lines) {
    program.out.str("");
    program.err.str("");
    Console console{program.in, program.out, program.err};
    Session session(console, lines, program.Opener(), "cat", {.read_only = true});
    EXPECT_TRUE(session.Open().ok());
    return session.Run();
  }
  std::string out() const { return program.out.str(); }
  std::string err() const { return program.err.str(); }

  ProgramRun program;
  std::unique_ptr<Typist> typist;
};

TEST_F(SessionTest, AnswersAStatementThatEndsWithASemicolon) {
  EXPECT_EQ(Script("count individuals;\n"), kOk);
  EXPECT_THAT(program.state.asked, ElementsAre("count individuals;"));
  EXPECT_EQ(out(), "individuals\n-----------\n         18\n1 row, 0.42 ms\n\n");
  EXPECT_EQ(err(), "");
}

TEST_F(SessionTest, CtrlCStopsTheQueryAndKeepsTheText) {
  bool stopped = false;
  program.state.during_query = [&stopped](const QueryOptions& options) {
    std::raise(SIGINT);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!options.stop.stop_requested() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    stopped = options.stop.stop_requested();
  };
  EXPECT_EQ(Type({".set keep 1", "count individuals;", ".set"}), kOk);
  EXPECT_TRUE(stopped);
  EXPECT_EQ(typist->offered, "count individuals;");
  EXPECT_THAT(out(), HasSubstr("$keep = 1"));
}

TEST_F(SessionTest, SetsParametersOfStatements) {
  Type({".set age 18 years", ".set $b x", ".set b", ".set other y", "count $age;", ".set"});
  const std::map<std::string, std::string> expected = {{"age", "18 years"}};
  EXPECT_EQ(program.state.parameters, expected);
  EXPECT_THAT(program.out.str(), HasSubstr("$age = 18 years\n$other = y\n"));
}

TEST_F(SessionTest, SetsVersionsOfOntologies) {
  Type({".ontology", ".ontology hp 2024-04-26", ".ontology mondo 1", ".ontology mondo", "count 1;", ".ontology"});
  const std::map<std::string, std::string> expected = {{"hp", "2024-04-26"}};
  EXPECT_EQ(program.state.ontologies, expected);
  EXPECT_THAT(program.out.str(), HasSubstr("the version counts that was loaded last"));
  EXPECT_THAT(program.out.str(), HasSubstr("hp 2024-04-26\n"));
}

TEST_F(SessionTest, HoldsAStudyDate) {
  Script("study date 2026-01-01;\ncount individuals;\nstudy date;\ncount individuals;\nstudy date;\n");
  EXPECT_THAT(program.state.asked, Contains("study date 2026-01-01; count individuals;"));
  EXPECT_EQ(std::count(program.state.asked.begin(), program.state.asked.end(), "count individuals;"), 1);
  EXPECT_THAT(out(), HasSubstr("the study date is 2026-01-01 until study date; stands alone\n"));
  EXPECT_THAT(out(), HasSubstr("the study date was 2026-01-01; there is none any more\n"));
  EXPECT_THAT(out(), HasSubstr("there is no study date\n"));
}

TEST_F(SessionTest, OfAHeldStudyDateMistakesStandInTheTextTyped) {
  program.state.answers["study date 2026-01-01; count wrong;"] = {Mistake("made up", 29, 34)};
  Script("study date 2026-01-01;\ncount wrong;\n");
  EXPECT_THAT(err(), HasSubstr("  2 | count wrong;\n    |       ^^^^^\n"));
}

TEST_F(SessionTest, EchoesStatementsAndCommands) {
  std::istringstream in(".format csv\ncount a;\n");
  StreamLines lines(in);
  Console console{program.in, program.out, program.err};
  Session session(console, lines, program.Opener(), "cat", {.read_only = true});
  session.set_echo(true);
  ASSERT_TRUE(session.Open().ok());
  EXPECT_EQ(session.Run(), kOk);
  EXPECT_EQ(out(), ".format csv\ncount a;\n\nindividuals\r\n8\r\n");
}

TEST_F(SessionTest, CollectsLinesUntilTheEndOfTheStatement) {
  Script("count individuals\nwhere sex is female;\n\ncount samples\n\n-- a remark;\ncount runs");
  EXPECT_THAT(program.state.asked,
              ElementsAre("count individuals\nwhere sex is female;", "count samples", "-- a remark;\ncount runs"));
}

// A count without the criteria behind the empty line would be another count.
TEST_F(SessionTest, AnEmptyLineDoesNotEndAStatementOfAScriptThatGoesOn) {
  Script("count a\nwhere b\n\n  and c;\ncount d\n \n-- why\n\nBY e\n\ncount f\n\n.timing off\ncount g\n\n(h)\n\n");
  EXPECT_THAT(program.state.asked,
              ElementsAre("count a\nwhere b\n\n  and c;", "count d\n\n-- why\n\nBY e", "count f", "count g\n\n(h)"));
  program.state.asked.clear();
  Type({"count a", "", "and c;"});
  EXPECT_THAT(program.state.asked, ElementsAre("count a", "and c;")) << "who types sees what was answered";
}

TEST_F(SessionTest, CountsTheLinesOfAStatementWithEmptyLines) {
  program.state.answers["count\n\nby peple;"] = {Mistake("there is no field peple", 10, 15)};
  Script("count x;\ncount\n\nby peple;\n");
  EXPECT_THAT(err(), HasSubstr("  4 | by peple;\n"));
}

TEST_F(SessionTest, BailsOutOfAScriptAtItsFirstMistake) {
  program.state.answers["count peple;"] = {Mistake("there is no entity peple", 6, 11)};
  std::istringstream in("count a;\ncount peple;\ncount runs;\n");
  StreamLines lines(in);
  Console console{program.in, program.out, program.err};
  Session session(console, lines, program.Opener(), "cat", {.read_only = true});
  session.set_bail(true);
  ASSERT_TRUE(session.Open().ok());
  EXPECT_EQ(session.Run(), kFailed);
  EXPECT_THAT(program.state.asked, ElementsAre("count a;", "count peple;"));
  EXPECT_THAT(err(), HasSubstr("muster: stopped at this mistake (--bail); what follows is not run\n"));
}

TEST_F(SessionTest, OpensForReadingOnly) {
  Script("");
  ASSERT_EQ(program.state.opened.size(), 1u);
  EXPECT_TRUE(program.state.opened[0].read_only);
}

TEST_F(SessionTest, ShowsMistakesAndGoesOn) {
  program.state.answers["count peple;"] = {Mistake("there is no entity peple", 6, 11)};
  EXPECT_EQ(Script("count peple;\ncount runs;\n"), kFailed);
  EXPECT_THAT(err(), HasSubstr("there is no entity peple"));
  EXPECT_THAT(err(), HasSubstr("^"));
  EXPECT_THAT(out(), HasSubstr("individuals"));
}

TEST_F(SessionTest, SaysWhatFailedInside) {
  program.state.query_status = absl::InternalError("out of bitmaps");
  EXPECT_EQ(Script("count runs;\n"), kFailed);
  EXPECT_EQ(err(), "muster: the query could not be answered: out of bitmaps\n");
}

TEST_F(SessionTest, PromptsAPersonAndForgivesMistakes) {
  program.state.answers["count\npeple;"] = {Mistake("there is no entity peple", 6, 11)};
  EXPECT_EQ(Type({"count", "peple;"}), kOk);
  EXPECT_THAT(typist->prompts, ElementsAre("muster> ", "   ...> ", "muster> "));
  EXPECT_THAT(typist->befores, ElementsAre("", "count", ""));
  EXPECT_THAT(typist->history, ElementsAre("count\npeple;"));
}

TEST_F(SessionTest, GivesAStatementUp) {
  Type({"count", "^C", "count runs;"});
  EXPECT_THAT(program.state.asked, ElementsAre("count runs;"));
}

TEST_F(SessionTest, PrintsInOtherFormatsWithoutRemarks) {
  EXPECT_EQ(Script(".format csv\ncount runs;\n.format\n"), kOk);
  EXPECT_THAT(out(), HasSubstr("individuals\r\n11\r\nanswers are printed as csv"));
  EXPECT_EQ(Script(".format xml\n"), kFailed);
  EXPECT_EQ(err(),
            "muster: there is no format xml; there are table, json, jsonl, csv, tsv, markdown, chart or crosstab\n");
}

TEST_F(SessionTest, TimingCanBeSwitchedOff) {
  Script(".timing off\ncount runs;\n");
  EXPECT_EQ(out(), "individuals\n-----------\n         11\n");
  EXPECT_EQ(Script(".timing maybe\n"), kFailed);
}

TEST_F(SessionTest, QuitEndsIt) {
  Script(".quit\ncount runs;\n");
  EXPECT_TRUE(program.state.asked.empty());
}

TEST_F(SessionTest, SomeCommandsNeedNoDot) {
  for (const char* quit : {"quit", "exit", "  Quit ; \r"}) {
    EXPECT_EQ(Script(std::string(quit) + "\ncount runs;\n"), kOk);
    EXPECT_TRUE(program.state.asked.empty()) << quit;
  }
  EXPECT_EQ(Script("help\n"), kOk);
  EXPECT_EQ(out(), DotCommandHelp());
}

TEST_F(SessionTest, TheWordsOfAStatementAreNoCommands) {
  Script("count individuals where in cohort\nhelp\nand has phenotype\n'exit';\nhelp me;\n");
  EXPECT_THAT(program.state.asked,
              ElementsAre("count individuals where in cohort\nhelp\nand has phenotype\n'exit';", "help me;"));
}

TEST_F(SessionTest, UnknownAndShortCommands) {
  EXPECT_EQ(Script(".nothing\n"), kFailed);
  EXPECT_EQ(err(), "muster: there is no command .nothing; .help lists them\n");
  EXPECT_EQ(Script(".t off\n"), kOk);
  EXPECT_EQ(Script(".re x\n"), kFailed);
  EXPECT_EQ(err(), "muster: .re may be .report, .read or .reopen\n");
  EXPECT_EQ(Script(".\n"), kFailed);
  EXPECT_EQ(err(), "muster: there is no command .; .help lists them\n");
  EXPECT_EQ(Script(".help h\n"), kFailed);
  EXPECT_EQ(err(), "muster: .h may be .help or .history\n");
  EXPECT_EQ(Script(".help q\n"), kOk);
  EXPECT_EQ(out(), ".quit\n  ends the shell, as does Ctrl-D\n");
  EXPECT_EQ(Script(".read\n"), kFailed);
  EXPECT_EQ(err(), "muster: write it like this: .read FILE\n");
}

TEST_F(SessionTest, CommandsOfOtherShellsAreTold) {
  EXPECT_EQ(Script(".mode csv\n"), kFailed);
  EXPECT_EQ(err(), "muster: there is no command .mode; write .format FORMAT\n");
}

TEST(DotCommandHelpTest, BreaksLinesBetweenWords) {
  const std::string help = DotCommandHelp(100);
  for (size_t begin = 0; begin < help.size();) {
    const size_t end = std::min(help.find('\n', begin), help.size());
    EXPECT_LE(end - begin, 100u) << help.substr(begin, end - begin);
    begin = end + 1;
  }
  EXPECT_NE(help.find("crosstab\n"), std::string::npos);
}

TEST_F(SessionTest, HelpNamesEveryCommand) {
  Script(".help\n");
  for (const DotCommand& command : DotCommands()) EXPECT_THAT(out(), HasSubstr(std::string(command.name)));
  for (const DotCommand& command : DotCommands()) EXPECT_EQ(Script(".help " + std::string(command.name) + "\n"), kOk);
}

TEST_F(SessionTest, ReadsFiles) {
  const test::OwnFolder folder;
  const std::string path = folder / "read.txt";
  std::ofstream(path) << "count runs;\n.timing off\ncount samples";
  EXPECT_EQ(Script(".read '" + path + "'\n"), kOk);
  EXPECT_THAT(program.state.asked, ElementsAre("count runs;", "count samples"));
  std::ofstream(path) << ".read '" << path << "'\n";
  EXPECT_EQ(Script(".read '" + path + "'\n"), kFailed) << "a file that reads itself";
  EXPECT_EQ(Script(".read /nowhere/at/all\n"), kFailed);
  EXPECT_THAT(err(), HasSubstr("muster: cannot read /nowhere/at/all: "));
}

TEST_F(SessionTest, SaysWhereInAFileAMistakeIs) {
  const test::OwnFolder folder;
  const std::string path = folder / "place.txt";
  std::ofstream(path) << "count runs;\n\n-- people\ncount\npeple;\n.nothing\n";
  program.state.answers["-- people\ncount\npeple;"] = {Mistake("there is no entity peple", 16, 21)};
  EXPECT_EQ(Script(".read '" + path + "'\n.nothing\n"), kFailed);
  EXPECT_EQ(err(), path + ":\nerror: there is no entity peple [made-up]\n  5 | peple;\n    | ^^^^^\n" +
                       "muster: " + path + ":6: there is no command .nothing; .help lists them\n" +
                       "muster: there is no command .nothing; .help lists them\n")
      << "the last is not in the file";
  EXPECT_EQ(Type({"count runs;", ".read '" + path + "'"}), kOk);
  EXPECT_THAT(err(), HasSubstr("  5 | peple;\n"));
}

TEST_F(SessionTest, CountsTheLinesOfAScriptButNotThoseOfAPerson) {
  program.state.answers["count\npeple;"] = {Mistake("there is no entity peple", 6, 11)};
  Script(".timing off\n\ncount\npeple;\n");
  EXPECT_THAT(err(), HasSubstr("  4 | peple;\n"));
  Type({".timing off", "", "count", "peple;"});
  EXPECT_THAT(err(), HasSubstr("  2 | peple;\n"));
}

TEST_F(SessionTest, ImportOpensForWritingAndThenForReadingAgain) {
  program.state.report.individuals = 1;
  EXPECT_EQ(Script(".import a.jsonl 'b c.obo' --dataset clinic\ncount runs;\n"), kOk);
  EXPECT_THAT(program.state.imported, ElementsAre("a.jsonl", "b c.obo"));
  EXPECT_EQ(program.state.import_options.dataset, "clinic");
  ASSERT_EQ(program.state.opened.size(), 3u);
  EXPECT_FALSE(program.state.opened[1].read_only);
  EXPECT_FALSE(program.state.opened[1].create_if_missing);
  EXPECT_TRUE(program.state.opened[2].read_only);
  EXPECT_EQ(program.state.asked.size(), 1u);
}

TEST_F(SessionTest, ShowsProvenance) {
  EXPECT_EQ(Script(".provenance\n"), kFailed);
  Answer answer;
  answer.table = CountTable(1);
  answer.table->provenance = {"count runs", 7, {{"hp", "2026"}}, "exact", "muster 0.1.0", 5};
  program.state.answers["count runs;"] = {answer};
  EXPECT_EQ(Script(".timing off\ncount runs;\n.provenance\n"), kOk);
  EXPECT_THAT(out(),
              HasSubstr("statement   count runs\ncatalogue   version 7\nontologies  hp 2026\nrelease     exact\n"));
}

TEST(StatementBuffer, SeesWhereStatementsEnd) {
  StatementBuffer buffer;
  EXPECT_FALSE(buffer.Add("has disease \"a; b\""));
  EXPECT_FALSE(buffer.Add("and x -- not yet;"));
  EXPECT_FALSE(buffer.Add("and 'it\\'s;'"));
  EXPECT_TRUE(buffer.Add("and y; -- now"));
  EXPECT_FALSE(buffer.blank());
  buffer.Take();
  EXPECT_TRUE(buffer.blank());
  EXPECT_FALSE(buffer.Add(""));
  EXPECT_FALSE(buffer.Add("a \"forgotten quote"));
  EXPECT_TRUE(buffer.Add("b;\r")) << "a quotation that is left open ends with its line";
  buffer.Take();
  EXPECT_FALSE(buffer.Add("a; b"));
  EXPECT_TRUE(buffer.Add("  "));
}

TEST(SplitWords, KnowsQuotes) {
  EXPECT_THAT(*SplitWords(".read 'a b' c\"d e\"f "), ElementsAre(".read", "a b", "cd ef"));
  EXPECT_FALSE(SplitWords("'open").ok());
}

TEST(HistoryPath, FollowsTheXdgSpecification) {
  std::map<std::string, std::string> variables;
  const auto get = [&](const char* name) -> const char* {
    return variables.contains(name) ? variables[name].c_str() : nullptr;
  };
  EXPECT_EQ(HistoryPath(get), "");
  variables["HOME"] = "/home/ada";
  EXPECT_EQ(HistoryPath(get), "/home/ada/.local/state/muster/history");
  variables["XDG_STATE_HOME"] = "relative";
  EXPECT_EQ(HistoryPath(get), "/home/ada/.local/state/muster/history");
  variables["XDG_STATE_HOME"] = "/state";
  EXPECT_EQ(HistoryPath(get), "/state/muster/history");
}

}  // namespace
}  // namespace muster::shell
