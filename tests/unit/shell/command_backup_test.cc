#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "shell/commands/program.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::HasSubstr;

class CommandBackupTest : public testing::Test {
 protected:
  int Run(const std::vector<std::string>& arguments) {
    out_.str("");
    err_.str("");
    Console console{in_, out_, err_};
    Environment environment{console};
    return RunProgram(arguments, environment);
  }
  std::string Path(const std::string& name) { return folder_ / name; }
  void Import(const std::string& catalogue, const std::string& id) {
    std::ofstream(Path("people.json")) << R"({"id":")" << id << R"(","subject":{"id":")" << id
                                       << R"(","sex":"FEMALE"}})";
    ASSERT_EQ(Run({"import", catalogue, Path("people.json")}), kOk) << err_.str();
  }
  std::string Count(const std::string& catalogue) {
    EXPECT_EQ(Run({"query", catalogue, "count individuals", "--format", "csv"}), kOk) << err_.str();
    return out_.str();
  }

  const test::OwnFolder folder_;
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(CommandBackupTest, ABackupIsRestored) {
  Import(Path("cat"), "a");
  const std::string one = Count(Path("cat"));
  EXPECT_EQ(Run({"backup", Path("cat"), Path("copy")}), kOk) << err_.str();
  EXPECT_THAT(out_.str(), HasSubstr("copied version 1 to " + Path("copy")));
  Import(Path("cat"), "b");
  EXPECT_NE(Count(Path("cat")), one);
  EXPECT_EQ(Run({"restore", Path("copy"), Path("again")}), kOk) << err_.str();
  EXPECT_EQ(Count(Path("again")), one);
}

TEST_F(CommandBackupTest, IsTakenBesideAWriter) {
  Import(Path("cat"), "a");
  const auto writer = Catalogue::Open(Path("cat"), {});
  ASSERT_TRUE(writer.ok()) << writer.status();
  EXPECT_EQ(Run({"backup", Path("cat"), Path("copy")}), kOk) << err_.str();
}

TEST_F(CommandBackupTest, TouchesNothingThatIsThere) {
  Import(Path("cat"), "a");
  Import(Path("other"), "b");
  EXPECT_EQ(Run({"backup", Path("cat"), Path("other")}), kBroken);
  EXPECT_THAT(err_.str(), HasSubstr("muster: not copied: "));
  EXPECT_EQ(Run({"restore", Path("cat"), Path("other")}), kBroken);
  EXPECT_EQ(Run({"restore", Path("nothing"), Path("new")}), kBroken);
  EXPECT_FALSE(std::filesystem::exists(Path("new")));
  EXPECT_EQ(Run({"backup", Path("cat")}), kUsage);
}

}  // namespace
}  // namespace muster::shell
