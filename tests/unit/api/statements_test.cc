// Statements that change the catalogue, parameters, and texts that are asked again.
#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "muster/reason.h"

namespace muster {
namespace {

class StatementsTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_statements_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    Open({.create_if_missing = true});
    Import(3, 2);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  void Open(const OpenOptions& options) {
    catalogue_.reset();
    auto catalogue = Catalogue::Open((folder_ / "catalogue").string(), options);
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }

  // Imports `women` women and `men` men; further calls bring others.
  void Import(int women, int men) {
    const std::string path = (folder_ / ("people" + std::to_string(imported_) + ".jsonl")).string();
    std::ofstream file(path);
    for (int i = 0; i < women + men; ++i) {
      file << R"({"id":"p)" << imported_++ << R"(","subject":{"id":"x","sex":")" << (i < women ? "FEMALE" : "MALE")
           << "\"}}\n";
    }
    file.close();
    ASSERT_TRUE(catalogue_->Import({path}, {}).ok());
  }

  std::vector<Answer> Ask(const std::string& text, const QueryOptions& options = {}) {
    auto answers = catalogue_->Query(text, options);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? *std::move(answers) : std::vector<Answer>(1);
  }
  int64_t Count(const std::string& text, const QueryOptions& options = {}) {
    const std::vector<Answer> answers = Ask(text, options);
    if (!answers.back().table) return -1;
    return std::get<int64_t>(answers.back().table->rows[0][0]);
  }
  std::string Code(const std::string& text, const QueryOptions& options = {}) {
    const std::vector<Answer> answers = Ask(text, options);
    for (const Answer& answer : answers) {
      if (!answer.diagnostics.empty()) return answer.diagnostics[0].code;
    }
    return "";
  }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
  int imported_ = 0;
};

// Rows of people who were replaced stay in their segment until it is rewritten, and are in no group.
TEST_F(StatementsTest, ReplacedPeopleAreInOneGroup) {
  const std::string path = (folder_ / "again.jsonl").string();
  std::ofstream(path) << R"({"id":"p0","subject":{"id":"x","sex":"MALE"},"biosamples":[{"id":"s"}]})"
                      << "\n";
  ASSERT_TRUE(catalogue_->Import({path}, {}).ok());
  const std::vector<Answer> answers = Ask("count individuals, samples by sex");
  ASSERT_TRUE(answers[0].table.has_value());
  const std::vector<std::vector<Cell>> expected = {{std::string("female"), int64_t{2}, int64_t{0}},
                                                   {std::string("male"), int64_t{3}, int64_t{1}}};
  EXPECT_EQ(answers[0].table->rows, expected);
  EXPECT_EQ(answers[0].table->total, (std::vector<Cell>{int64_t{5}, int64_t{1}}));
  EXPECT_EQ(Ask("count individuals, samples")[0].table->rows[0], (std::vector<Cell>{int64_t{5}, int64_t{1}}));
}

TEST_F(StatementsTest, CohortsSurviveAndAreAskedAnew) {
  EXPECT_EQ(Count("define cohort Women as individuals where sex is female; count individuals where in women"), 3);
  Open({});
  EXPECT_EQ(Count("count individuals where in WOMEN"), 3);
  Import(4, 0);
  EXPECT_EQ(Count("count individuals where in Women"), 7) << "a cohort is its question, not a list of people";
  const std::vector<Answer> again = Ask("define cohort women as individuals where sex is female");
  const std::vector<Cell> expected = {std::string("women"), int64_t{2}, int64_t{7}, int64_t{3}, int64_t{4}};
  ASSERT_TRUE(again[0].table.has_value());
  EXPECT_EQ(again[0].table->rows[0], expected);
  EXPECT_EQ(Code("drop cohort women; count individuals where in women"), "unknown-cohort")
      << "what is dropped is not known to the statements behind";
  EXPECT_EQ(Count("count individuals where in women"), 7) << "a text with a mistake changes nothing";
  Ask("drop cohort women");
  EXPECT_EQ(Code("count individuals where in women"), "unknown-cohort");
}

TEST_F(StatementsTest, DefinitionsCanBeUsedByDefinitions) {
  EXPECT_EQ(Count("define cohort a as individuals where sex is female; define cohort b as individuals where not in a; "
                  "count individuals where in b"),
            2);
  EXPECT_EQ(Code("define cohort a as individuals where in b; count individuals where in a"), "cohort-cycle");
}

TEST_F(StatementsTest, ATextThatAsksNothingIsAMistake) {
  for (const char* text : {"", " ", ";", ";;", "-- a comment"}) {
    const std::vector<Answer> answers = Ask(text);
    ASSERT_EQ(answers.size(), 1) << text;
    EXPECT_FALSE(answers[0].table) << text;
    EXPECT_EQ(Code(text), "nothing-asked") << text;
  }
}

TEST_F(StatementsTest, DefinitionsThatDoubleAreBounded) {
  std::string text = "define cohort c0 as individuals where sex is female;";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "c" + std::to_string(i - 1);
    text += "define cohort c" + std::to_string(i) + " as individuals where in " + before + " or in " + before + ";";
  }
  EXPECT_EQ(Code(text), "too-many-criteria");
}

TEST_F(StatementsTest, AReadOnlyCatalogueSavesNothing) {
  Open({.read_only = true});
  for (const char* text : {"define cohort a as individuals", "drop cohort a"}) {
    const absl::Status refused = catalogue_->Query(text).status();
    EXPECT_TRUE(absl::IsFailedPrecondition(refused)) << text;
    EXPECT_EQ(ReasonOf(refused), reason::kReadOnly) << text;
  }
  EXPECT_EQ(Count("count individuals"), 5);
}

TEST_F(StatementsTest, ATextThatIsAskedAgainSeesNewPeople) {
  const std::string text = "count individuals where sex is male";
  EXPECT_EQ(Count(text), 2);
  EXPECT_EQ(Count(text), 2);
  Import(0, 5);
  EXPECT_EQ(Count(text), 7);
  ASSERT_TRUE(catalogue_->Delete("default", {"p3"}).ok());
  EXPECT_EQ(Count(text), 6);
  QueryOptions narrow;
  narrow.max_text_bytes = 10;
  EXPECT_EQ(Code(text, narrow), "text-too-long") << "limits hold for known texts as well";
}

TEST_F(StatementsTest, RepeatedTextsKeepTheirRemarks) {
  const std::string text = "count individuals where has disease exactly MONDO:0000001";
  const std::string first = Code(text);
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(Code(text), first);
}

TEST_F(StatementsTest, ParametersAreValues) {
  QueryOptions options;
  options.parameters = {{"sex", "female"}, {"1", "male"}};
  EXPECT_EQ(Count("count individuals where sex is $sex", options), 3);
  EXPECT_EQ(Count("count individuals where sex is $1", options), 2);
  EXPECT_EQ(Count("count individuals where sex in ($sex, $1)", options), 5);
  EXPECT_EQ(Code("count individuals where sex is $other", options), "missing-parameter");
  for (const char* hostile : {"female or sex is male", "female -- ", "female; drop cohort x", "female) or (sex is male",
                              "\"", "$sex", "", "in (male, female)"}) {
    options.parameters = {{"sex", hostile}};
    EXPECT_EQ(Code("count individuals where sex is $sex", options), "unknown-value") << hostile;
  }
}

}  // namespace
}  // namespace muster
