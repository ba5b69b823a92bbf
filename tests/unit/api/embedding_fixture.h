// A catalogue of made-up people in a folder of its own, for tests of what an embedding program is promised.
#ifndef MUSTER_TESTS_UNIT_API_EMBEDDING_FIXTURE_H_
#define MUSTER_TESTS_UNIT_API_EMBEDDING_FIXTURE_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "muster/catalogue.h"

namespace muster {

class EmbeddingTest : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("muster_" + std::string(test->test_suite_name()) + test->name() + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name = "catalogue") const { return (folder_ / name).string(); }

  std::unique_ptr<Catalogue> Open(OpenOptions options = {.create_if_missing = true, .query_threads = 1}) const {
    auto catalogue = Catalogue::Open(Path(), options);
    EXPECT_TRUE(catalogue.ok()) << catalogue.status();
    return catalogue.ok() ? *std::move(catalogue) : nullptr;
  }
  std::unique_ptr<Catalogue> OpenToRead() const { return Open({.read_only = true, .query_threads = 1}); }

  // People p<begin> to p<end - 1>, as phenopackets: one in two female, with a phenotype, an age of onset and a disease
  // that depend on the number.
  static std::string People(int begin, int end) {
    std::string lines;
    for (int i = begin; i < end; ++i) {
      lines += R"({"id":"p)" + std::to_string(i) + R"(","subject":{"id":"p)" + std::to_string(i) + R"(","sex":")" +
               (i % 2 == 0 ? "FEMALE" : "MALE") + R"("},"phenotypicFeatures":[{"type":{"id":"HP:000000)" +
               std::to_string(i % 7) + R"("},"onset":{"age":{"iso8601duration":"P)" + std::to_string(i % 60) +
               R"(Y"}}},{"type":{"id":"HP:000001)" + std::to_string(i % 5) +
               R"("},"onset":{"age":{"iso8601duration":"P)" + std::to_string(i % 50) +
               R"(Y"}}}],"diseases":[{"term":{"id":"ICD10:J)" + std::to_string(10 + i % 80) + R"("}}]})" + "\n";
    }
    return lines;
  }
  static void Import(Catalogue& catalogue, int begin, int end) {
    const auto report = catalogue.ImportText(People(begin, end), {});
    ASSERT_TRUE(report.ok()) << report.status();
  }

  static int64_t NumberIn(const absl::StatusOr<std::vector<Answer>>& answers, size_t i = 0) {
    if (!answers.ok() || answers->size() <= i || !(*answers)[i].table || (*answers)[i].table->rows.empty()) {
      ADD_FAILURE() << (answers.ok() ? CodeIn(answers, i) : answers.status().ToString());
      return -1;
    }
    return std::get<int64_t>((*answers)[i].table->rows[0].back());
  }
  static std::string CodeIn(const absl::StatusOr<std::vector<Answer>>& answers, size_t i = 0) {
    if (!answers.ok()) return answers.status().ToString();
    if (answers->size() <= i || (*answers)[i].diagnostics.empty()) return "";
    return (*answers)[i].diagnostics[0].code;
  }
  static int64_t Count(const Catalogue& catalogue, const std::string& text = "count individuals") {
    return NumberIn(catalogue.Query(text));
  }

  std::filesystem::path folder_;
};

}  // namespace muster

#endif  // MUSTER_TESTS_UNIT_API_EMBEDDING_FIXTURE_H_
