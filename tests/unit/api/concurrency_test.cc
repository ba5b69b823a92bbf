// Every const method from several threads at once, beside one thread that imports, replaces ontologies and deletes. The
// caches are made so small that they evict all the time. Most useful under the thread sanitizer.
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

constexpr int kRounds = 8;
constexpr int kBatch = 60;  // a third of each has one of three terms

std::string Obo(int round) {
  return "format-version: 1.2\ndata-version: v" + std::to_string(round) +
         "\nontology: hp\n\n[Term]\nid: HP:0000001\nname: All\n\n[Term]\nid: HP:0000002\nname: Seizure\nis_a: "
         "HP:0000001\n\n[Term]\nid: HP:0000003\nname: Focal seizure\nis_a: HP:0000002\n";
}

std::string People(int round) {
  std::string lines;
  for (int i = 0; i < kBatch; ++i) {
    lines += R"({"id":"p)" + std::to_string(round * kBatch + i) + R"(","subject":{"id":"x","sex":")" +
             (i % 2 == 0 ? "FEMALE" : "MALE") + R"("},"phenotypicFeatures":[{"type":{"id":"HP:000000)" +
             std::to_string(i % 3 + 1) + R"(","label":""},"onset":{"age":{"iso8601duration":"P)" + std::to_string(i) +
             "Y\"}}}]}\n";
  }
  return lines;
}

// The number of the one-row table of a statement without mistakes; -1 and a failure otherwise.
int64_t NumberOf(const Answer& answer) {
  if (!answer.table || answer.table->rows.size() != 1) {
    ADD_FAILURE() << "no single number";
    return -1;
  }
  return std::get<int64_t>(answer.table->rows[0].back());
}

// Each version has whole batches, so in each a third of the individuals has each term, less what the deletion of one
// third (all with the same term) took.
void Ask(const Catalogue& catalogue) {
  const auto answers = catalogue.Query(
      "count individuals; count individuals where has phenotype \"All\"; count individuals where has phenotype "
      "\"Seizure\"; count individuals where not has phenotype \"Seizure\"; count individuals where has phenotype "
      "exactly "
      "HP:0000001; count phenotypes where onset >= 0 years; list individuals where has phenotype \"Focal seizure\" "
      "limit 3");
  ASSERT_TRUE(answers.ok()) << answers.status();
  ASSERT_EQ(answers->size(), 7u);
  ASSERT_TRUE(answers->back().table.has_value())
      << (answers->back().diagnostics.empty() ? "" : answers->back().diagnostics[0].message);
  const int64_t all = NumberOf((*answers)[0]);
  EXPECT_EQ(NumberOf((*answers)[1]), all);
  EXPECT_EQ(NumberOf((*answers)[2]) + NumberOf((*answers)[3]), all);
  EXPECT_EQ(NumberOf((*answers)[4]), NumberOf((*answers)[3]));
  EXPECT_EQ(NumberOf((*answers)[5]), all);
  EXPECT_EQ(NumberOf((*answers)[2]) % (2 * kBatch / 3), 0);
}

void LookAround(const Catalogue& catalogue) {
  const auto info = catalogue.Info();
  ASSERT_TRUE(info.ok()) << info.status();
  EXPECT_EQ(info->entities[0].rows, info->datasets.empty() ? 0 : info->datasets[0].individuals);
  const std::string text = "count individuals where has phenotype \"Seiz";
  EXPECT_FALSE(catalogue.Complete(text, text.size()).items.empty());
  const auto check = catalogue.Check(nullptr);
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_EQ(check->problems, std::vector<std::string>());
}

class ConcurrencyTest : public testing::Test {
 protected:
  ConcurrencyTest()
      : folder_(std::filesystem::temp_directory_path() / ("muster_concurrency_" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ConcurrencyTest() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, const std::string& text) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << text;
    return path;
  }

  void ImportRound(Catalogue& catalogue, int round) const {
    const std::string people = Write("people.jsonl", People(round));
    const std::string obo = Write("hp.obo", Obo(round));
    const auto report = catalogue.Import({obo, people}, {});
    ASSERT_TRUE(report.ok()) << report.status();
    ASSERT_EQ(report->individuals, uint64_t{kBatch});
  }

  // Deletes those of a round whose one phenotype is HP:0000001.
  static void DeleteThird(Catalogue& catalogue, int round) {
    std::vector<std::string> ids;
    for (int i = 0; i < kBatch; i += 3) ids.push_back("p" + std::to_string(round * kBatch + i));
    const auto deleted = catalogue.Delete("default", ids);
    ASSERT_TRUE(deleted.ok()) << deleted.status();
    ASSERT_EQ(*deleted, ids.size());
  }

  const std::filesystem::path folder_;
};

TEST_F(ConcurrencyTest, ReadersSeeWholeVersions) {
  OpenOptions options;
  options.create_if_missing = true;
  options.cache_bytes = 4096;
  auto opened = Catalogue::Open((folder_ / "catalogue").string(), options);
  ASSERT_TRUE(opened.ok()) << opened.status();
  Catalogue& catalogue = **opened;
  ImportRound(catalogue, 0);
  ASSERT_FALSE(HasFatalFailure());

  std::atomic<bool> stop = false;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      do Ask(catalogue);
      while (!stop && !HasFailure());
    });
  }
  readers.emplace_back([&] {
    do LookAround(catalogue);
    while (!stop && !HasFailure());
  });
  for (int round = 1; round < kRounds && !HasFailure(); ++round) {
    ImportRound(catalogue, round);
    DeleteThird(catalogue, round);
    ImportRound(catalogue, round - 1);  // replaces those that are there and brings back those deleted
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  const auto answers = catalogue.Query("count individuals");
  ASSERT_TRUE(answers.ok()) << answers.status();
  EXPECT_EQ(NumberOf((*answers)[0]), kRounds * kBatch - kBatch / 3);
  LookAround(catalogue);
}

}  // namespace
}  // namespace muster
