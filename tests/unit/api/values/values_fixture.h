// A catalogue of records that a test writes, and what it is asked.
#ifndef MUSTER_TESTS_UNIT_API_VALUES_VALUES_FIXTURE_H_
#define MUSTER_TESTS_UNIT_API_VALUES_VALUES_FIXTURE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "muster/catalogue.h"
#include "tests/support/own_folder.h"

namespace muster {

class ValuesTest : public testing::Test {
 protected:
  void SetUp() override {
    auto catalogue = Catalogue::Open(folder_ / "catalogue", {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }

  void Import(const std::string& text, const ImportOptions& options = {}) {
    const auto report = catalogue_->ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
    report_ = *report;
  }
  // A person with one measurement of `assay`; `quantity` is JSON.
  static std::string Person(const std::string& id, const std::string& assay, const std::string& quantity) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"measurements":[{"assay":{"id":")" + assay +
           R"("},"value":{"quantity":)" + quantity + "}}]}\n";
  }
  static std::string Quantity(const std::string& value, const std::string& unit) {
    return R"({"value":)" + value + R"(,"unit":{"id":")" + unit + R"("}})";
  }

  // The ids that `list individuals where ...` answers with.
  std::vector<std::string> Ids(const std::string& where) {
    std::vector<std::string> ids;
    const Answer answer = Ask("list individuals where " + where);
    if (!answer.table) return {"no answer"};
    for (const auto& row : answer.table->rows) ids.push_back(std::get<std::string>(row[0]));
    return ids;
  }
  Answer Ask(const std::string& text) {
    auto answers = catalogue_->Query(text);
    EXPECT_TRUE(answers.ok()) << answers.status();
    if (!answers.ok()) return {};
    said_ = RenderDiagnostics(text, answers->front().diagnostics);
    return std::move(answers->front());
  }
  // The rows of the answer: "north, 3; south, 4".
  std::string Rows(const std::string& text) {
    std::string rows;
    const Answer answer = Ask(text);
    if (!answer.table) return "no answer";
    for (const auto& row : answer.table->rows) {
      rows += rows.empty() ? "" : "; ";
      for (size_t i = 0; i < row.size(); ++i) {
        const auto* number = std::get_if<int64_t>(&row[i]);
        const auto* word = std::get_if<std::string>(&row[i]);
        rows += (i > 0 ? ", " : "") + (number != nullptr ? std::to_string(*number) : word != nullptr ? *word : "-");
      }
    }
    return rows;
  }
  // What was said beside the last answer.
  const std::string& said() const { return said_; }

  test::OwnFolder folder_;
  std::unique_ptr<Catalogue> catalogue_;
  ImportReport report_;
  std::string said_;
};

}  // namespace muster

#endif  // MUSTER_TESTS_UNIT_API_VALUES_VALUES_FIXTURE_H_
