// What readers and writers may do to each other within one process.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

class TakingTurnsTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_turns_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    auto opened = Catalogue::Open(folder_.string(), {.create_if_missing = true, .query_threads = 2});
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = *std::move(opened);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  static std::string People(const std::string& prefix, int n) {
    std::string lines;
    for (int i = 0; i < n; ++i) {
      lines +=
          R"({"id":")" + prefix + std::to_string(i) + R"(","subject":{"id":"x","sex":"FEMALE"},"phenotypicFeatures":[)";
      for (int j = 0; j < 20; ++j) {
        lines += std::string(j == 0 ? "" : ",") + R"({"type":{"id":"HP:000)" + std::to_string(1000 + (i + j) % 900) +
                 R"(","label":""}})";
      }
      lines += "]}\n";
    }
    return lines;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
};

// It would wait for itself.
TEST_F(TakingTurnsTest, AnImportsProgressCannotChangeTheCatalogue) {
  int calls = 0;
  ImportOptions options;
  options.progress = [&](const ImportProgress&) {
    ++calls;
    const auto defined = catalogue_->Query("define cohort c as individuals where sex is female");
    EXPECT_EQ(defined.status().code(), absl::StatusCode::kFailedPrecondition) << defined.status();
    EXPECT_FALSE(catalogue_->Delete("default", {"p1"}).ok());
    EXPECT_FALSE(catalogue_->ImportText(People("q", 1), {}).ok());
    EXPECT_TRUE(catalogue_->Query("count individuals").ok()) << "asking is allowed";
    return true;
  };
  const auto report = catalogue_->ImportText(People("p", 3), options);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_GT(calls, 0);
  EXPECT_TRUE(catalogue_->Query("define cohort c as individuals where sex is female").ok());
}

TEST_F(TakingTurnsTest, QuestionsDoNotSlowTheWriter) {
  ASSERT_TRUE(catalogue_->ImportText(People("p", 2000), {}).ok());
  const auto import = [&](const std::string& prefix) {
    const std::string people = People(prefix, 1000);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(catalogue_->ImportText(people, {}).ok());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const double before = import("a");
  for (int i = 0; i < 64; ++i) {
    // One plan each, but for blanks: lists that are refused, and counts that have a million cells.
    QueryOptions few;
    few.max_cells = 10;
    ASSERT_TRUE(catalogue_->Query("list phenotypes" + std::string(i, ' '), few).ok());
    ASSERT_TRUE(catalogue_->Query("count individuals by id, phenotype, dataset" + std::string(i, ' '), few).ok());
  }
  // Warming may take a tenth of a second; a busy machine more. Without a bound this takes many seconds.
  EXPECT_LT(import("b"), 5 * before + 1.0);
}

TEST_F(TakingTurnsTest, NamesOfDatasetsThatNobodyCouldAskFor) {
  ImportOptions options;
  for (const std::string& name : {std::string(), std::string("  "), std::string("a\0b", 3), std::string("a\nb"),
                                  std::string("\xff\xfe"), std::string(1 << 20, 'd')}) {
    options.dataset = name;
    const auto report = catalogue_->ImportText(People("p", 1), options);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_LT(report.status().message().size(), 300u);
  }
  options.dataset = "H\u00f4pital 7 (north)";
  EXPECT_TRUE(catalogue_->ImportText(People("p", 1), options).ok());
}

TEST_F(TakingTurnsTest, NoFileIsNoImport) {
  EXPECT_EQ(catalogue_->Import({}, {}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(catalogue_->Import({std::string("a\0b", 3)}, {}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(catalogue_->Info()->version, 0u) << "nothing was committed";
}

// More threads than the machine has are not started.
TEST_F(TakingTurnsTest, ThreadsAreClamped) {
  ASSERT_TRUE(catalogue_->ImportText(People("p", 100), {}).ok());
  catalogue_.reset();
  auto opened = Catalogue::Open(folder_.string(), {.read_only = true, .query_threads = 4'000'000'000});
  ASSERT_TRUE(opened.ok()) << opened.status();
  EXPECT_TRUE((*opened)->Query("count individuals by phenotype").ok());
}

}  // namespace
}  // namespace muster
