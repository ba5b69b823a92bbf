// A catalogue for tests of who is one person, and of which records are or are not two.
#ifndef MUSTER_TESTS_UNIT_API_IDENTITY_IDENTITY_FIXTURE_H_
#define MUSTER_TESTS_UNIT_API_IDENTITY_IDENTITY_FIXTURE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/support/own_folder.h"

namespace muster {

// Records of one id: the same person with one feature and with two, and another person.
inline constexpr char kFirst[] =
    R"({"id":"p","subject":{"id":"s","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"HP:0001250"}}]})";
inline constexpr char kMore[] =
    R"({"id":"p","subject":{"id":"s"},"phenotypicFeatures":[{"type":{"id":"HP:0001250"}},{"type":{"id":"HP:0001249"}}]})";
inline constexpr char kOther[] =
    R"({"id":"p","subject":{"id":"t","sex":"MALE"},"phenotypicFeatures":[{"type":{"id":"HP:0000707"}}]})";

class IdentityTest : public testing::Test {
 protected:
  void SetUp() override {
    auto catalogue = Catalogue::Open(folder_ / "catalogue", {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }

  ImportReport Import(const std::string& text, const std::string& dataset = "default") {
    ImportOptions options;
    options.dataset = dataset;
    options.mapping = mapping_;
    auto report = catalogue_->ImportText(text, options);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? WithoutUnusedRules(*report) : ImportReport();
  }
  // That nobody in a test has a person id is nothing to look at.
  static ImportReport WithoutUnusedRules(ImportReport report) {
    std::erase_if(report.remarks, [&](const ImportRemark& remark) {
      const bool unused = remark.what.find("found nothing in the whole import") != std::string::npos;
      if (unused) report.problem_count -= remark.count;
      return unused;
    });
    std::erase_if(report.problems, [](const ImportProblem& problem) {
      return problem.reason.find("no record has a value there") != std::string::npos;
    });
    return report;
  }

  Answer Ask(const std::string& text) const {
    auto answers = catalogue_->Query(text, {});
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? answers->front() : Answer();
  }

  int64_t Count(const std::string& text) const {
    const Answer answer = Ask(text);
    EXPECT_TRUE(answer.table.has_value()) << text << (answer.diagnostics.empty() ? "" : answer.diagnostics[0].message);
    return answer.table ? std::get<int64_t>(answer.table->rows[0][0]) : -1;
  }

  std::vector<std::string> List(const std::string& text) const {
    const Answer answer = Ask("list individuals where " + text);
    EXPECT_TRUE(answer.table.has_value()) << text << (answer.diagnostics.empty() ? "" : answer.diagnostics[0].message);
    std::vector<std::string> ids;
    if (!answer.table) return ids;
    for (const std::vector<Cell>& row : answer.table->rows) ids.push_back(std::get<std::string>(row[0]));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  std::vector<std::string> Codes(const std::string& text) const {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : Ask(text).diagnostics) codes.push_back(diagnostic.code);
    return codes;
  }

  static std::vector<std::string> Reasons(const ImportReport& report) {
    std::vector<std::string> reasons;
    for (const ImportProblem& problem : report.problems) reasons.push_back(problem.id + ": " + problem.reason);
    return reasons;
  }

  std::string mapping_ = R"({"individual": {"person id": "/person"}})";
  test::OwnFolder folder_;
  std::unique_ptr<Catalogue> catalogue_;
};

}  // namespace muster

#endif  // MUSTER_TESTS_UNIT_API_IDENTITY_IDENTITY_FIXTURE_H_
