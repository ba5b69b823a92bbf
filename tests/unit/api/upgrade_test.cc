// Catalogues of older formats, as the versions that wrote them left them: tests/data/format3 has the folder and, in
// answers.txt, what that version answered; tests/data/format4 has the same people.
#include <rocksdb/write_batch.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "storage/keys.h"
#include "storage/rocks/rocks_db.h"
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

  // Blood pressures of 13 people, of two components each, beside 160 other measurements.
  static void ExpectPanels(const Catalogue& catalogue) {
    EXPECT_EQ(Count(catalogue, "count measurements"), 173);
    EXPECT_EQ(Count(catalogue, "count measurements where code is LOINC:85354-9"), 13);
    EXPECT_EQ(Count(catalogue, "count individuals where has measurement LOINC:85354-9"), 13);
    EXPECT_EQ(Count(catalogue, "count individuals where has at least 2 measurement LOINC:85354-9"), 0);
    EXPECT_EQ(Count(catalogue, "count measurements where code is LOINC:8480-6"), 20);
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
  ExpectPanels(*catalogue);
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

// Format 4 does not tell the components of panels apart, and would count each as a measurement.
class UpgradeOfFormat4Test : public UpgradeTest {
 protected:
  void SetUp() override {
    EmbeddingTest::SetUp();
    std::filesystem::copy(test::InSourceTree("tests/data/format4/catalogue"), Path());
  }
};

TEST_F(UpgradeOfFormat4Test, WithPanelsItIsNotOpenedReadOnly) {
  const auto opened = Catalogue::Open(Path(), {.read_only = true});
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kFailedPrecondition) << opened.status();
  EXPECT_NE(opened.status().message().find("format 4"), std::string::npos) << opened.status();
  EXPECT_NE(opened.status().message().find("Open it for writing once"), std::string::npos) << opened.status();
}

TEST_F(UpgradeOfFormat4Test, ItsPanelsBecomeOneMeasurementEach) {
  {
    auto catalogue = Open({.query_threads = 1});
    ASSERT_NE(catalogue, nullptr);
    ExpectPanels(*catalogue);
    const auto check = catalogue->Check({});
    ASSERT_TRUE(check.ok()) << check.status();
    EXPECT_TRUE(check->problems.empty()) << check->problems[0];
  }
  auto reader = OpenToRead();
  ASSERT_NE(reader, nullptr);
  ExpectPanels(*reader);
  const auto info = reader->Info();
  ASSERT_TRUE(info.ok()) << info.status();
  ASSERT_FALSE(info->imports.empty());
  const ImportReport& report = info->imports.back();
  EXPECT_EQ(report.dataset, "(rewritten from format 4)");
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_EQ(report.remarks[0].count, 13u);
}

// Without panels, format 4 says what format 5 does, and is read as it is.
TEST_F(EmbeddingTest, InfoTellsTheFormatOfTheCatalogue) {
  {
    auto catalogue = Open();
    ASSERT_NE(catalogue, nullptr);
    const auto info = catalogue->Info();
    ASSERT_TRUE(info.ok()) << info.status();
    EXPECT_EQ(info->format_version, storage::kFormatVersion);
  }
  {
    auto db = storage::RocksDb::Open(Path(), {});
    ASSERT_TRUE(db.ok()) << db.status();
    rocksdb::PinnableSlice now;
    ASSERT_TRUE(*(*db)->Get(storage::kDefault, storage::ManifestKey(), &now));
    std::string manifest = now.ToString();
    manifest.replace(0, 4, "MST4");
    manifest.resize(manifest.size() - 4);
    const auto sum =
        static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(manifest.data()), manifest.size()));
    manifest.append(reinterpret_cast<const char*>(&sum), sizeof(sum));
    rocksdb::WriteBatch batch;
    ASSERT_TRUE(batch.Put((*db)->handle(storage::kDefault), storage::ManifestKey(), manifest).ok());
    ASSERT_TRUE(batch.Put((*db)->handle(storage::kDefault), storage::FormatKey(), "4").ok());
    ASSERT_TRUE((*db)->Write(batch, {}, "making it old").ok());
  }
  std::filesystem::remove(Path() + "/VERSION");
  auto reader = OpenToRead();
  ASSERT_NE(reader, nullptr);
  const auto info = reader->Info();
  ASSERT_TRUE(info.ok()) << info.status();
  EXPECT_EQ(info->format_version, 4u);
}

}  // namespace
}  // namespace muster
