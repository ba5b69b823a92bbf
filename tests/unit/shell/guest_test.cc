// What the program and the shell do for guests, and for a host about them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fake_catalogue.h"
#include "shell/interactive/line_source.h"
#include "shell/interactive/session.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::HasSubstr;

TEST(QueryAsGuest, AsksAsTheGuestThatIsNamed) {
  ProgramRun run;
  EXPECT_EQ(
      run({"query", "cat", "count individuals", "--as", "alice", "--tier", "registered", "--datasets", "hospital"}),
      kOk);
  ASSERT_TRUE(run.state.principal.has_value());
  EXPECT_EQ(run.state.principal->name, "alice");
  EXPECT_EQ(run.state.principal->tier, "registered");
  EXPECT_EQ(run.state.principal->datasets, std::vector<std::string>{"hospital"});
}

TEST(QueryAsGuest, AnswersNobodyExactlyWhoIsNotLetIn) {
  ProgramRun run;
  run.state.as_status = absl::NotFoundError("the policy has no tier 'x'");
  EXPECT_EQ(run({"query", "cat", "count individuals", "--as", "alice", "--tier", "x"}), kBroken);
  EXPECT_TRUE(run.state.asked.empty());
  EXPECT_THAT(run.err.str(), HasSubstr("no tier 'x'"));
  EXPECT_EQ(run({"query", "cat", "count individuals", "--as", "alice"}), kUsage);
  EXPECT_EQ(run({"query", "cat", "count individuals", "--tier", "registered"}), kUsage);
  EXPECT_TRUE(run.state.asked.empty());
}

class AsGuestTest : public testing::Test {
 protected:
  int Script(const std::string& text) {
    std::istringstream in(text);
    StreamLines lines(in);
    Console console{program.in, program.out, program.err};
    Session session(console, lines, program.Opener(), "cat", {.read_only = true});
    EXPECT_TRUE(session.Open().ok());
    return session.Run();
  }
  ProgramRun program;
};

TEST_F(AsGuestTest, TheShellAsksAsAGuestUntilItIsToldOtherwise) {
  EXPECT_EQ(Script(".as alice registered\n.reopen\n.as\n"), kOk);
  EXPECT_EQ(program.state.principal->name, "alice");
  EXPECT_THAT(program.out.str(), HasSubstr("asking as alice, tier registered"));
  EXPECT_EQ(Script(".as alice registered\n.as -\n"), kOk);
  EXPECT_FALSE(program.state.principal.has_value());
}

TEST_F(AsGuestTest, TheShellDoesNotAnswerExactlyWhenAGuestIsNotLetInAgain) {
  program.state.as_status = absl::NotFoundError("the policy has no tier 'x'");
  EXPECT_EQ(Script(".as alice x\ncount individuals;\n"), kFailed);
  EXPECT_TRUE(program.state.asked.empty());
}

// On a catalogue on disk.
class HostingTest : public testing::Test {
 protected:
  HostingTest() {
    std::string people;
    for (int i = 0; i < 300; ++i) {
      people += R"({"id":"p)" + std::to_string(i) + R"(","subject":{"id":"x","sex":"FEMALE"}})" + "\n";
    }
    auto catalogue = Catalogue::Open(catalogue_, {.create_if_missing = true});
    EXPECT_TRUE(catalogue.ok());
    EXPECT_TRUE((*catalogue)->ImportText(people, {}).ok());
  }

  int Run(const std::vector<std::string>& arguments) {
    in_.clear();
    out_.str("");
    err_.str("");
    Console console{in_, out_, err_};
    Environment environment{console};
    return RunProgram(arguments, environment);
  }
  std::string Write(const std::string& text) {
    std::ofstream(folder_ + "/policy.json") << text;
    return folder_ + "/policy.json";
  }

  const test::OwnFolder own_;
  const std::string folder_ = own_.path();
  const std::string catalogue_ = folder_ + "/catalogue";
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(HostingTest, SetsExplainsAndShowsAPolicy) {
  EXPECT_EQ(Run({"policy", catalogue_}), kBroken);
  const std::string wrong = Write(R"({"tiers": {"a": {"preset": "pubic"}}})");
  EXPECT_EQ(Run({"policy", catalogue_, wrong}), kUsage);
  EXPECT_THAT(err_.str(), HasSubstr("tiers.a.preset: there is no preset \"pubic\""));
  const std::string policy = Write(R"({"tiers": {"registered": {"preset": "registered"}}})");
  EXPECT_EQ(Run({"policy", catalogue_, policy, "--explain"}), kOk);
  EXPECT_THAT(out_.str(), HasSubstr("Tier registered"));
  EXPECT_EQ(Run({"policy", catalogue_}), kBroken) << "it was explained, not set";
  EXPECT_EQ(Run({"policy", catalogue_, policy}), kOk) << err_.str();
  EXPECT_EQ(Run({"policy", catalogue_}), kOk);
  EXPECT_EQ(out_.str(), "{\"tiers\": {\"registered\": {\"preset\": \"registered\"}}}\n");
  EXPECT_EQ(Run({"policy", catalogue_, policy}), kOk) << err_.str();
  EXPECT_EQ(Run({"policy", catalogue_, "--explain"}), kOk);
  EXPECT_THAT(out_.str(), HasSubstr("Policy, version 2. "));
}

TEST_F(HostingTest, SeesWhatAGuestSeesAndWhatHeAsked) {
  const std::string policy = Write(R"({"tiers": {"registered": {"preset": "registered"}}})");
  ASSERT_EQ(Run({"policy", catalogue_, policy}), kOk) << err_.str();
  EXPECT_EQ(Run({"query", catalogue_, "count individuals", "--as", "alice", "--tier", "registered"}), kOk)
      << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("~"));
  EXPECT_EQ(Run({"query", catalogue_, "list individuals", "--as", "alice", "--tier", "registered"}), kFailed);
  EXPECT_EQ(Run({"ledger", catalogue_, "show"}), kOk) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("alice\tregistered"));
  EXPECT_THAT(out_.str(), HasSubstr("answered\tcount individuals\n"));
  EXPECT_EQ(Run({"ledger", catalogue_, "verify"}), kOk) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("each as it was written"));
  EXPECT_EQ(Run({"ledger", catalogue_, "verify", "00"}), kFailed);
  EXPECT_EQ(Run({"audit", catalogue_}), kOk) << err_.str();
}

}  // namespace
}  // namespace muster::shell
