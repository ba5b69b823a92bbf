// A catalogue of format 3, as a version that wrote it left it: tests/data/format3 has the folder and, in answers.txt,
// what that version answered.
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/source_tree.h"
#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

std::string KeptFolder() { return test::InSourceTree("tests/data/format3/"); }

// What answers.txt has for a statement: its rows, with commas between the cells.
struct Kept {
  std::string statement;
  std::vector<std::string> rows;
};

std::vector<Kept> KeptAnswers() {
  std::vector<Kept> kept;
  std::ifstream file(KeptFolder() + "answers.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("? ")) {
      kept.push_back({line.substr(2), {}});
    } else if (!kept.empty()) {
      kept.back().rows.push_back(line);
    }
  }
  return kept;
}

std::vector<std::string> RowsOf(const Table& table) {
  std::vector<std::string> rows;
  for (const std::vector<Cell>& cells : table.rows) {
    std::string& row = rows.emplace_back();
    for (const Cell& cell : cells) {
      if (&cell != &cells.front()) row += ',';
      if (const auto* text = std::get_if<std::string>(&cell)) row += *text;
      if (const auto* number = std::get_if<int64_t>(&cell)) row += std::to_string(*number);
    }
  }
  return rows;
}

class UpgradeTest : public EmbeddingTest {
 protected:
  void SetUp() override {
    EmbeddingTest::SetUp();
    std::filesystem::copy(KeptFolder() + "catalogue", Path());
  }

  static void ExpectKeptAnswers(const Catalogue& catalogue) {
    const std::vector<Kept> kept = KeptAnswers();
    ASSERT_GE(kept.size(), 10u);
    for (const Kept& one : kept) {
      const auto answers = catalogue.Query(one.statement);
      ASSERT_TRUE(answers.ok()) << answers.status();
      ASSERT_TRUE(answers->front().table.has_value()) << one.statement << ": " << CodeIn(answers);
      EXPECT_EQ(RowsOf(*answers->front().table), one.rows) << one.statement;
    }
  }
};

TEST_F(UpgradeTest, ACatalogueOfFormat3IsNotOpenedReadOnly) {
  const auto opened = Catalogue::Open(Path(), {.read_only = true});
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kFailedPrecondition) << opened.status();
  EXPECT_NE(opened.status().message().find("Open it for writing once"), std::string::npos) << opened.status();
}

TEST_F(UpgradeTest, AnswersAsItDidAndFindsWhatWasNotIndexed) {
  auto catalogue = Open({.query_threads = 1});
  ASSERT_NE(catalogue, nullptr);
  ExpectKeptAnswers(*catalogue);
  // Parts of panels have been found by their own codes since: format 3 has the 7 that were measured alone.
  EXPECT_EQ(Count(*catalogue, "count individuals where has measurement LOINC:8480-6"), 20);
  const auto check = catalogue->Check({});
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_EQ(check->individuals, 103u);
  EXPECT_TRUE(check->problems.empty()) << check->problems[0];
}

TEST_F(UpgradeTest, OnceUpgradedItIsOneLikeOthers) {
  { ASSERT_NE(Open({.query_threads = 1}), nullptr); }
  uint64_t version = 0;
  {
    auto reader = OpenToRead();
    ASSERT_NE(reader, nullptr);
    ExpectKeptAnswers(*reader);
    version = reader->Stats().version;
  }
  auto writer = Open({.query_threads = 1});
  ASSERT_NE(writer, nullptr);
  EXPECT_EQ(writer->Stats().version, version) << "there was nothing to upgrade";
  Import(*writer, 0, 10);
  EXPECT_EQ(Count(*writer), 113);
}

}  // namespace
}  // namespace muster
