// No text, however it is made, takes much more than its size.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

class BoundsTest : public testing::Test {
 protected:
  static constexpr int kPeople = 2000;

  static void SetUpTestSuite() {
    folder_ = std::filesystem::temp_directory_path() / ("muster_bounds" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    auto opened = Catalogue::Open(folder_.string(), {.create_if_missing = true, .query_threads = 2});
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = std::move(opened)->release();
    std::string obo = "format-version: 1.2\nontology: hp\n\n";
    for (int i = 0; i < 20000; ++i) {
      obo +=
          "[Term]\nid: HP:" + std::to_string(1000000 + i) + "\nname: abnormality number " + std::to_string(i) + "\n\n";
    }
    ASSERT_TRUE(catalogue_->ImportText(obo, {}).ok());
    std::string people;
    for (int i = 0; i < kPeople; ++i) {
      people += R"({"id":"p)" + std::to_string(i) + R"(","subject":{"id":"x","sex":"FEMALE"},"phenotypicFeatures":[)";
      for (int j = 0; j < 5; ++j) {
        people += std::string(j == 0 ? "" : ",") + R"({"type":{"id":"HP:)" +
                  std::to_string(1000000 + (i * 7 + j) % 5000) + R"(","label":""}})";
      }
      people += R"(],"diseases":[{"term":{"id":"X:)" + std::to_string(i) + R"(","label":"local )" + std::to_string(i) +
                R"("}}]})" + "\n";
    }
    ASSERT_TRUE(catalogue_->ImportText(people, {}).ok());
  }
  static void TearDownTestSuite() {
    delete catalogue_;
    std::filesystem::remove_all(folder_);
  }

  static std::string Many(int n, const std::string& between, const std::function<std::string(int)>& part) {
    std::string text;
    for (int i = 0; i < n; ++i) text += (i == 0 ? "" : between) + part(i);
    return text;
  }

  // All answers, in a bounded time. It is generous, for slow builds on busy machines: what is not bounded takes
  // minutes.
  static std::vector<Answer> Ask(const std::string& text, const QueryOptions& options = {}) {
    const auto begin = std::chrono::steady_clock::now();
    auto answers = catalogue_->Query(text, options);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << text.substr(0, 100);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? *std::move(answers) : std::vector<Answer>(1);
  }
  // Of the first error, or else of the first remark.
  static std::string CodeOf(const std::string& text, const QueryOptions& options = {}) {
    std::string code;
    for (const Answer& answer : Ask(text, options)) {
      for (const Diagnostic& diagnostic : answer.diagnostics) {
        if (diagnostic.severity == Severity::kError) return diagnostic.code;
        if (code.empty()) code = diagnostic.code;
      }
    }
    return code;
  }

  static std::filesystem::path folder_;
  static Catalogue* catalogue_;
};

std::filesystem::path BoundsTest::folder_;
Catalogue* BoundsTest::catalogue_ = nullptr;

TEST_F(BoundsTest, CriteriaOfOneText) {
  const auto has = [](int i) { return "has at least " + std::to_string(i + 1) + " phenotype"; };
  EXPECT_EQ(CodeOf("count individuals where " + Many(900, " or ", has)), "");
  EXPECT_EQ(CodeOf("count individuals where " + Many(6000, " or ", has)), "too-many-criteria");
  EXPECT_EQ(CodeOf("count individuals where at least 3000 of (" + Many(6000, ", ", has) + ")"), "too-many-criteria");
  EXPECT_EQ(CodeOf(Many(5000, ";", [](int) { return "count individuals"; })), "too-many-criteria");
  EXPECT_EQ(CodeOf(Many(100, ";", [](int) { return "terms like \"a\""; })), "too-many-criteria");
  QueryOptions wide;
  wide.max_criteria = 10000;
  EXPECT_EQ(CodeOf(Many(5000, ";", [](int) { return "count individuals"; }), wide), "");
}

TEST_F(BoundsTest, StepsOfOneText) {
  const auto has = [](int i) { return "has at least " + std::to_string(i % 90 + 1) + " phenotype"; };
  EXPECT_EQ(CodeOf("funnel individuals where " + Many(90, " and ", has)), "");
  EXPECT_EQ(CodeOf("funnel individuals where " + Many(5000, " and ", has)), "too-many-criteria");
  EXPECT_EQ(CodeOf("impact individuals where " + Many(20, " and ", has)), "");
  EXPECT_EQ(CodeOf("impact individuals where " + Many(40, " and ", has)), "too-many-criteria");
  const auto cohort = [](int i) { return "c" + std::to_string(i) + " as individuals where sex is male"; };
  EXPECT_EQ(CodeOf("compare " + Many(3000, ", ", cohort) + " by phenotype"), "too-many-criteria");
}

TEST_F(BoundsTest, CohortsThatMultiply) {
  const auto male = [](int) { return "has at least 2 phenotype"; };
  const std::string text = "define cohort a as individuals where " + Many(400, " and ", male) +
                           "; count individuals where " + Many(300, " or ", [](int) { return "in a"; });
  EXPECT_EQ(CodeOf(text), "too-many-criteria");
}

TEST_F(BoundsTest, MistakesAreNotExplainedForEver) {
  for (const auto& part : std::vector<std::function<std::string(int)>>{
           [](int i) { return "\"abnormalitie numbre " + std::to_string(i) + "\""; },
           [](int i) { return "HP:" + std::to_string(5000000 + i); },
           [](int i) { return "X:" + std::to_string(i) + "x"; }}) {
    const std::vector<Answer> answers =
        Ask("count individuals where has phenotype in (" + Many(15000, ",", part) + ")");
    ASSERT_EQ(answers.size(), 1u);
    ASSERT_EQ(answers[0].diagnostics.size(), 21u);
    EXPECT_EQ(answers[0].diagnostics[0].code, "unknown-term");
  }
  const auto field = [](int i) { return "sexx" + std::to_string(i) + " is a"; };
  EXPECT_EQ(CodeOf("count individuals where " + Many(900, " or ", field)), "unknown-field");
  const auto value = [](int i) { return "x" + std::to_string(i); };
  EXPECT_EQ(CodeOf("count individuals where country in (" + Many(15000, ",", value) + ")"), "unknown-value");
  const auto statement = [](int i) {
    return "count individuals where has phenotype \"abnorm " + std::to_string(i) + "\"";
  };
  EXPECT_EQ(Ask(Many(400, ";", statement)).size(), 400u);
}

TEST_F(BoundsTest, LabelsThatOnlyRecordsHave) {
  const auto label = [](int i) { return "\"local " + std::to_string(i % kPeople) + "\""; };
  const std::vector<Answer> answers = Ask("count individuals where has disease in (" + Many(15000, ",", label) + ")");
  ASSERT_TRUE(answers[0].table.has_value());
  EXPECT_EQ(std::get<int64_t>(answers[0].table->rows[0][0]), kPeople);
}

TEST_F(BoundsTest, RemarksAreBounded) {
  const auto code = [](int i) { return "HP:" + std::to_string(1000000 + i); };
  const std::vector<Answer> answers = Ask("count individuals where has disease in (" + Many(15000, ",", code) + ")");
  EXPECT_LE(answers[0].diagnostics.size(), 51u);
}

// Of one person with 60 phenotypes, each of 12 names may stand for each.
TEST_F(BoundsTest, AttemptsToNameRows) {
  std::string person = R"({"id":"many","subject":{"id":"x"},"phenotypicFeatures":[)";
  for (int i = 0; i < 60; ++i) {
    person += std::string(i == 0 ? "" : ",") + R"({"type":{"id":"HP:1000001","label":""},"onset":{"age":)" +
              R"({"iso8601duration":"P)" + std::to_string(i % 50) + "Y\"}}}";
  }
  ASSERT_TRUE(catalogue_->ImportText(person + "]}", {}).ok());
  const auto named = [](int i) { return "has phenotype as m" + std::to_string(i); };
  const auto before = [](int n) {
    return [n](int i) { return "m" + std::to_string(i) + ".onset < m" + std::to_string((i + 1) % n) + ".onset"; };
  };
  EXPECT_EQ(CodeOf("count individuals where " + Many(3, " and ", named) + " and " + Many(3, " and ", before(3))),
            "undated-records");
  EXPECT_EQ(CodeOf("count individuals where " + Many(12, " and ", named) + " and " + Many(12, " and ", before(12))),
            "answer-too-large");
  ASSERT_TRUE(catalogue_->Delete("default", {"many"}).ok());
}

// An answer may have all cells, a text no more.
TEST_F(BoundsTest, CellsOfAllAnswers) {
  QueryOptions options;
  options.max_cells = 3 * 2 * kPeople;
  const std::string list = "count individuals by disease";
  std::vector<Answer> answers = Ask(list + ";" + list + ";" + list + ";" + list + "; count individuals", options);
  ASSERT_EQ(answers.size(), 5u);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(answers[i].table.has_value()) << i;
  EXPECT_FALSE(answers[3].table.has_value());
  EXPECT_EQ(answers[3].diagnostics[0].code, "answer-too-large");
  EXPECT_TRUE(answers[4].table.has_value()) << "one row is always there";
  answers = Ask(list + ";" + list + ";" + list + ";" + list + "; describe individuals", options);  // not prepared
  EXPECT_TRUE(answers[2].table.has_value());
  EXPECT_FALSE(answers[3].table.has_value());
  EXPECT_FALSE(answers[4].table.has_value()) << "what is known of the catalogue counts, too";
}

TEST_F(BoundsTest, CellsOfACompare) {
  QueryOptions options;
  options.max_cells = 10 * kPeople;
  const auto cohort = [](int i) { return "c" + std::to_string(i) + " as individuals where sex is female"; };
  EXPECT_EQ(CodeOf("compare " + Many(5, ", ", cohort) + " by disease", options), "");
  EXPECT_EQ(CodeOf("compare " + Many(20, ", ", cohort) + " by disease", options), "answer-too-large");
}

TEST_F(BoundsTest, ValuesOfParametersBelongToTheText) {
  QueryOptions options;
  options.parameters = {{"x", std::string(900'000, '(')}};
  EXPECT_EQ(CodeOf("count individuals where has phenotype $x", options), "unknown-term");
  EXPECT_EQ(CodeOf("count individuals where has phenotype in ($x, $x)", options), "text-too-long");
  options.parameters = {{"x", std::string(2'000'000, 'z')}};
  EXPECT_EQ(CodeOf("count individuals where has phenotype $x", options), "text-too-long");
  options.parameters = {{"x", "female"}, {"y", "male"}, {"z", ""}};
  const std::vector<Answer> answers = Ask("count individuals where sex is $x", options);
  ASSERT_EQ(answers[0].diagnostics.size(), 1u);
  EXPECT_EQ(answers[0].diagnostics[0].code, "unused-parameter");
  EXPECT_EQ(answers[0].diagnostics[0].message, "$y, $z have values that nothing in the text asks for");
  EXPECT_TRUE(answers[0].table.has_value()) << "a warning";
}

TEST_F(BoundsTest, NestingHasAnEndWhateverTheLimit) {
  QueryOptions options;
  options.max_depth = SIZE_MAX;
  options.max_criteria = SIZE_MAX;
  for (const int depth : {900, 20'000, 200'000}) {
    const std::string text =
        "count individuals where " + std::string(depth, '(') + "sex is female" + std::string(depth, ')');
    EXPECT_EQ(CodeOf(text, options), depth < 1000 ? "" : "too-deep") << depth;
  }
}

}  // namespace
}  // namespace muster
