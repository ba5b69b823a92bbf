// Arguments, messages and exit codes.
#include "shell/commands/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "fake_catalogue.h"
#include "nlohmann/json.hpp"
#include "shell/commands/commands.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ProgramTest : public testing::Test {
 protected:
  /// A path for a file of this test.
  std::string Path(const std::string& name) { return folder_ / name; }
  std::string Write(const std::string& name, const std::string& text) {
    std::ofstream(Path(name)) << text;
    return Path(name);
  }
  std::string out() const { return run.out.str(); }
  std::string err() const { return run.err.str(); }

  ProgramRun run;

 private:
  const test::OwnFolder folder_;
};

TEST_F(ProgramTest, HelpTeaches) {
  EXPECT_EQ(run({"--help"}), kOk);
  for (const Command& command : Commands()) {
    EXPECT_THAT(out(), testing::HasSubstr("\n  " + std::string(command.name)));
    EXPECT_THAT(out(), testing::HasSubstr(std::string(command.example)));
  }
  const std::string help = out();
  EXPECT_EQ(run({"help"}), kOk);
  EXPECT_EQ(out(), help);
  for (const Command& command : Commands()) {
    EXPECT_EQ(run({std::string(command.name), "--help"}), kOk) << command.name;
    EXPECT_THAT(out(), testing::HasSubstr(std::string(command.example)));
    EXPECT_EQ(run({"help", std::string(command.name)}), kOk);
    EXPECT_EQ(err(), "");
  }
}

TEST_F(ProgramTest, SaysItsVersion) {
  EXPECT_EQ(run({"--version"}), kOk);
  EXPECT_EQ(out(), "muster " + std::string(Version()) + "\n");
}

TEST_F(ProgramTest, UsageMistakesAreCode2) {
  EXPECT_EQ(run({}), kUsage);
  EXPECT_EQ(run({"qeury"}), kUsage);
  EXPECT_THAT(err(),
              StartsWith("muster: there is no command 'qeury', nor a catalogue of that name; did you mean 'query'?\n"));
  EXPECT_EQ(run({"sing"}), kUsage);
  EXPECT_THAT(err(), StartsWith("muster: there is no command 'sing', nor a catalogue of that name\n"));
  EXPECT_EQ(run({"imp"}), kUsage);
  EXPECT_THAT(err(), HasSubstr("did you mean 'import'?"));
  EXPECT_EQ(run({"query"}), kUsage);
  EXPECT_THAT(err(), HasSubstr("Try 'muster query --help'."));
  EXPECT_EQ(run({"query", "cat", "x", "--format", "xml"}), kUsage);
  EXPECT_THAT(err(), HasSubstr("there is no format xml; there are table, json"));
  EXPECT_EQ(run({"query", "cat", "x", "--nonsense"}), kUsage);
  EXPECT_THAT(err(), Not(HasSubstr("did you mean")));
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"query", "cat", "x", "--formt", "csv"},
                                             {"shell", "cat", "--fromat=csv"},
                                             {"query", "cat", "--form", "csv"}}) {
    EXPECT_EQ(run(wrong), kUsage);
    EXPECT_THAT(err(), HasSubstr("; did you mean --format?\n")) << wrong[0];
  }
  EXPECT_EQ(run({"import", "cat"}), kUsage);
  EXPECT_EQ(run({"synth", "d", "--people", "-5"}), kUsage);
  EXPECT_TRUE(run.state.opened.empty());
}

TEST_F(ProgramTest, QueryPrintsTheAnswer) {
  EXPECT_EQ(run({"query", "cat", "count runs"}), kOk);
  EXPECT_EQ(out(), "individuals\n-----------\n         10\n");
  EXPECT_EQ(err(), "");
  ASSERT_EQ(run.state.opened.size(), 1u);
  EXPECT_TRUE(run.state.opened[0].read_only);
}

TEST_F(ProgramTest, QueryReadsItsTextFromAnywhere) {
  run({"query", "cat"}, "from input");
  run({"query", "cat", "-"}, "from dash");
  run({"query", "cat", "--file", Write("q", "from file")});
  run({"query", "cat", "--file", "-"}, "from file dash");
  EXPECT_THAT(run.state.asked, ElementsAre("from input", "from dash", "from file", "from file dash"));
  EXPECT_EQ(run({"query", "cat", "text", "--file", Path("q")}), kUsage);
  EXPECT_EQ(run({"query", "cat", "--file", "/nowhere/at/all"}), kUsage);
  run.in_is_terminal = true;
  EXPECT_EQ(run({"query", "cat"}), kUsage);
  EXPECT_THAT(err(), HasSubstr("what is the question?"));
}

TEST_F(ProgramTest, QueryTakesParameters) {
  EXPECT_EQ(run({"query", "cat", "count $a", "--param", "a=18 years", "--param", "b=x=y"}), kOk) << err();
  const std::map<std::string, std::string> expected = {{"a", "18 years"}, {"b", "x=y"}};
  EXPECT_EQ(run.state.parameters, expected);
  EXPECT_EQ(run({"query", "cat", "count $a", "--param", "a"}), kUsage);
}

TEST_F(ProgramTest, QueriesTakeWhatTheyMayUse) {
  EXPECT_EQ(run({"query", "cat", "count a", "--cache", "1024", "--threads", "3"}), kOk) << err();
  EXPECT_EQ(run.state.opened.back().cache_bytes, size_t{1} << 30);
  EXPECT_EQ(run.state.opened.back().query_threads, 3u);
  EXPECT_EQ(run({"shell", "cat", "--cache", "5"}), kOk) << err();
  EXPECT_EQ(run.state.opened.back().cache_bytes, size_t{5} << 20);
  EXPECT_TRUE(run.state.opened.back().read_only);
  EXPECT_EQ(run({"query", "cat", "count a"}), kOk) << err();
  EXPECT_EQ(run.state.opened.back().cache_bytes, OpenOptions().cache_bytes);
  for (const char* wrong : {"0", "-1", "1048577", "many"}) {
    EXPECT_EQ(run({"query", "cat", "count a", "--cache", wrong}), kUsage) << wrong;
  }
}

TEST_F(ProgramTest, QueryMistakesAreCode1) {
  run.state.answers["count peple"] = {Mistake("there is no entity peple", 6, 11)};
  EXPECT_EQ(run({"query", "cat", "count peple", "--format", "json"}), kFailed);
  EXPECT_THAT(out(), testing::HasSubstr("\"code\":\"made-up\"")) << "a program gets the mistake, too";
  EXPECT_THAT(err(), HasSubstr("there is no entity peple"));
}

TEST_F(ProgramTest, QueryOfSeveralStatementsIsAnArray) {
  Answer answer;
  answer.table = CountTable(1);
  run.state.answers["a; b"] = {answer, answer};
  EXPECT_EQ(run({"query", "cat", "a; b", "--format", "json"}), kOk);
  EXPECT_EQ(nlohmann::json::parse(out()).size(), 2u);
  EXPECT_EQ(run({"query", "cat", "a", "--format", "json"}), kOk);
  EXPECT_EQ(nlohmann::json::parse(out())["rows"][0][0], 1);
}

TEST_F(ProgramTest, FailuresOfTheCatalogueAreCode3) {
  run.state.open_status = absl::NotFoundError("x");
  EXPECT_EQ(run({"query", "cat", "x"}), kBroken);
  EXPECT_EQ(err(), "muster: there is no catalogue at cat; 'muster import cat FILE...' makes one\n");
  run.state.open_status = absl::UnavailableError("cat: another program has it");
  EXPECT_EQ(run({"import", "cat", "x"}), kBroken);
  EXPECT_EQ(err(), "muster: cannot open the catalogue at cat: another program has it\n");
  run.state.open_status = absl::FailedPreconditionError("cat: not a catalogue");
  EXPECT_EQ(run({"info", "cat"}), kBroken);
  EXPECT_EQ(err(), "muster: cannot open the catalogue at cat: not a catalogue\n");
  run.state.open_status = absl::OkStatus();
  run.state.query_status = absl::DataLossError("bad block");
  EXPECT_EQ(run({"query", "cat", "x"}), kBroken);
  EXPECT_EQ(err(), "muster: the catalogue is damaged: bad block; 'muster check' tells more\n");
}

TEST_F(ProgramTest, ImportPassesItsOptionsOn) {
  run.state.report.individuals = 5;
  const std::string mapping = Write("mapping.json", "{}");
  EXPECT_EQ(run({"import", "cat", "a", "b", "--dataset", "d", "--mapping", mapping, "--max-problems", "7"}), kOk);
  EXPECT_THAT(run.state.imported, ElementsAre("a", "b"));
  EXPECT_EQ(run.state.import_options.dataset, "d");
  EXPECT_EQ(run.state.import_options.mapping, "{}");
  EXPECT_EQ(run.state.import_options.max_problems, 7u);
  EXPECT_TRUE(run.state.opened[0].create_if_missing);
  EXPECT_EQ(run({"import", "cat", "a", "--mapping", "/nowhere/at/all"}), kUsage);
  EXPECT_EQ(run({"import", "cat", "a", "--dataset", ""}), kUsage);
}

TEST_F(ProgramTest, ImportTellsHowItWentByItsCode) {
  run.state.report.individuals = 5;
  EXPECT_EQ(run({"import", "cat", "a", "--quiet"}), kOk);
  EXPECT_EQ(out() + err(), "");
  run.state.report.rejected = 2;
  EXPECT_EQ(run({"import", "cat", "a"}), kRejected);
  EXPECT_EQ(err(), "muster: 2 records rejected; the others were imported\n");
  run.state.report.individuals = 0;
  EXPECT_EQ(run({"import", "cat", "a"}), kFailed);
  EXPECT_EQ(err(), "muster: nothing was imported; 2 records rejected\n");
  // Descriptions of datasets alone are something.
  run.state.report.rejected = 0;
  run.state.report.descriptions = 1;
  EXPECT_EQ(run({"import", "cat", "a"}), kOk);
  EXPECT_THAT(out(), testing::HasSubstr("imported into cat"));
  EXPECT_THAT(out(), testing::HasSubstr("descriptions  1  of datasets and cohorts"));
  run.state.import_status = absl::InvalidArgumentError("a: cut off in record 7");
  EXPECT_EQ(run({"import", "cat", "a"}), kFailed);
  EXPECT_EQ(err(), "muster: a: cut off in record 7; nothing was imported\n");
  run.state.import_status = absl::CancelledError();
  EXPECT_EQ(run({"import", "cat", "a"}), kInterrupted);
  run.state.import_status = absl::DataLossError("disk");
  EXPECT_EQ(run({"import", "cat", "a"}), kBroken);
}

// By the token, not by the callback, which hears nothing while a pipe has nothing to say.
TEST_F(ProgramTest, ASignalStopsAnImportThatHearsNothing) {
  for (const int signal : {SIGINT, SIGTERM}) {
    bool stopped = false;
    run.state.during_import = [&](const ImportOptions& options) {
      std::raise(signal);
      const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
      while (!options.stop.stop_requested() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
      stopped = options.stop.stop_requested();
      run.state.import_status = stopped ? absl::CancelledError() : absl::OkStatus();
    };
    EXPECT_EQ(run({"import", "cat", "a"}), kInterrupted);
    EXPECT_TRUE(stopped) << signal;
    EXPECT_EQ(err(), "muster: interrupted; nothing was imported\n");
  }
}

TEST_F(ProgramTest, ImportWritesItsReport) {
  run.state.report.individuals = 5;
  run.state.report.problems.push_back({ImportProblem::Kind::kNote, "a", 3, "I1", "/x", "because \xff", 0, ""});
  EXPECT_EQ(run({"import", "cat", "a", "--report", Path("report.json")}), kOk);
  std::ifstream file(Path("report.json"));
  const nlohmann::json json = nlohmann::json::parse(file);
  EXPECT_EQ(json["individuals"], 5);
  EXPECT_EQ(json["problems"][0]["kind"], "note");
  run.state.imported.clear();
  EXPECT_EQ(run({"import", "cat", "a", "--report", "/nowhere/at/all"}), kFailed);
  EXPECT_TRUE(run.state.imported.empty()) << "known before the import, not after hours of it";
}

TEST_F(ProgramTest, DeleteTakesIdsFromAnywhere) {
  run.state.found = 4;
  EXPECT_EQ(run({"delete", "cat", "b", "a", "-", "--file", Write("ids", "d\r\n\nb\n"), "--dataset", "x"}, "c\n"), kOk);
  EXPECT_THAT(run.state.deleted, ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(run.state.deleted_from, "x");
  EXPECT_EQ(out(), "deleted 4 individuals of dataset x\n");
  EXPECT_EQ(run({"delete", "cat"}), kUsage);
  EXPECT_EQ(run({"delete", "cat", ""}), kUsage);
}

TEST_F(ProgramTest, DeleteSaysWhatWasNotThere) {
  run.state.found = 1;
  EXPECT_EQ(run({"delete", "cat", "a", "b"}), kFailed);
  EXPECT_EQ(out(), "deleted 1 individual of dataset default\n");
  EXPECT_EQ(err(), "muster: 1 id was not found in dataset default\n") << "nobody was told of";
  run.state.people = {{"a", "default"}, {"b", "default"}, {"c", "old"}, {"D", "default"}};
  run.state.found = 1;
  EXPECT_EQ(run({"delete", "cat", "a", "b ", "c", "d", "BB-7777", " x"}), kFailed);
  EXPECT_EQ(err(),
            "muster: 5 ids were not found in dataset default: \" x\" (a blank at its end or beginning belongs to an "
            "id), \"BB-7777\", \"b \" (without the blank it exists), \"c\" (exists in dataset old), \"d\" (\"D\" "
            "exists)\n");
  std::vector<std::string> many = {"delete", "cat", "a"};
  for (char c = 'e'; c <= 'q'; ++c) many.push_back({c});
  EXPECT_EQ(run(many), kFailed);
  EXPECT_THAT(err(), HasSubstr("\"m\", \"n\" and 3 more\n"));
}

TEST_F(ProgramTest, AFailureBeforeTheQuestionIsJsonAsWell) {
  run.state.open_status = absl::NotFoundError("there is none");
  EXPECT_EQ(run({"query", "cat", "--format", "json", "count individuals"}), kBroken);
  EXPECT_THAT(out(), HasSubstr("{\"failure\":"));
}

TEST_F(ProgramTest, CompactSaysWhatItDid) {
  EXPECT_EQ(run({"compact", "cat"}), kOk);
  EXPECT_EQ(run.state.compacted, 1);
  EXPECT_EQ(out(), "compacted: nothing of deleted or replaced individuals is left in the files\n");
  run.state.compact_status = absl::UnavailableError("a query still reads");
  EXPECT_EQ(run({"compact", "cat"}), kBroken);
  EXPECT_EQ(err(), "muster: not compacted: a query still reads\n");
}

TEST_F(ProgramTest, CheckFailsOnProblems) {
  run.state.check = {1000, 20, 3, {}};
  EXPECT_EQ(run({"check", "cat"}), kOk);
  EXPECT_EQ(out(), "cat: compared 1,000 individuals, 20 postings and 3 columns\nindexes and records agree\n");
  run.state.check.problems = {"posting 7 differs"};
  EXPECT_EQ(run({"check", "cat", "-q"}), kFailed);
  EXPECT_THAT(out(), testing::HasSubstr("1 problem:\n  posting 7 differs\n"));
}

TEST_F(ProgramTest, InfoInBothForms) {
  run.state.info.version = 3;
  run.state.info.datasets = {{"default", 12}};
  EXPECT_EQ(run({"info", "cat"}), kOk);
  EXPECT_THAT(out(), testing::HasSubstr("default"));
  EXPECT_EQ(run({"info", "cat", "--format", "json"}), kOk);
  EXPECT_EQ(nlohmann::json::parse(out())["datasets"][0]["individuals"], 12);
}

TEST_F(ProgramTest, AFolderAloneIsAShell) {
  Path("");
  EXPECT_EQ(run({Path("")}, "count runs;\n"), kOk);
  EXPECT_THAT(out(), testing::HasSubstr("1 row, 0.42 ms"));
  EXPECT_EQ(run({"shell", Path(""), "--format", "csv"}, "count runs;\n"), kOk);
  EXPECT_EQ(out(), "individuals\r\n11\r\n");
}

TEST_F(ProgramTest, SynthWritesAFolder) {
  EXPECT_EQ(run({"synth", Path("demo"), "--people", "3"}), kOk);
  EXPECT_THAT(out(), StartsWith("wrote 3 people to "));
  for (const char* name : {"ontology.obo", "diseases.obo", "phenopackets.jsonl", "mapping.json", "README.md"}) {
    EXPECT_TRUE(std::filesystem::exists(Path("demo") + "/" + name)) << name;
  }
}

TEST_F(ProgramTest, SynthSaysHowToImport) {
  EXPECT_EQ(run({"synth", Path("demo"), "--people", "3", "--format", "beacon"}), kOk);
  const std::string begin = "muster import CATALOGUE " + Path("demo") + "/ontology.obo ";
  const std::string end = "/datasets.json --mapping " + Path("demo") + "/mapping.json\n";
  EXPECT_THAT(out(), testing::HasSubstr(begin));
  EXPECT_THAT(out(), testing::EndsWith(end));
  // Every file it names is there.
  std::istringstream words(out().substr(out().find(begin) + begin.size()));
  for (std::string word; words >> word;) EXPECT_TRUE(word == "--mapping" || std::filesystem::exists(word)) << word;
  EXPECT_EQ(run({"synth", Path("demo"), "--format", "xml"}), kUsage);
  EXPECT_THAT(err(), HasSubstr("there is no format xml; there are jsonl, json and beacon"));
}

}  // namespace
}  // namespace muster::shell
