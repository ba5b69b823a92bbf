// Whatever is stored is damaged, a question is answered or refused; nothing else happens.
#include <rocksdb/iterator.h>

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "storage/rocks/rocks_db.h"

namespace muster {
namespace {

constexpr char kPeople[] =
    R"({"id":"a","subject":{"sex":"FEMALE","timeAtLastEncounter":{"age":{"iso8601duration":"P40Y"}}},)"
    R"("phenotypicFeatures":[{"type":{"id":"HP:1"}},{"type":{"id":"HP:2"},"excluded":true}],)"
    R"("diseases":[{"term":{"id":"D:1"},"onset":{"age":{"iso8601duration":"P30Y"}}}],)"
    R"("measurements":[{"assay":{"id":"L:1"},"value":{"quantity":{"unit":{"id":"UCUM:mg"},"value":3}}}],)"
    R"("biosamples":[{"id":"s","timeOfCollection":{"age":{"iso8601duration":"P35Y"}}}]})"
    "\n"
    R"({"id":"b","subject":{"sex":"MALE"},"phenotypicFeatures":[{"type":{"id":"HP:1"}}],)"
    R"("measurements":[{"assay":{"id":"L:1"},"value":{"quantity":{"unit":{"id":"UCUM:mg"},"value":5}}},)"
    R"({"assay":{"id":"L:2"},"value":{"quantity":{"unit":{"id":"UCUM:kg"},"value":7}}}]})"
    "\n"
    R"({"id":"c","subject":{}})"
    "\n";

// One of each way to read postings and columns.
constexpr std::array kQuestions = {
    "count individuals where sex is female",
    "count individuals where sex is not female",
    "count individuals where sex is missing",
    "count individuals where sex is recorded and age at last contact >= 30 years",
    "count individuals where has phenotype exactly HP:1 and has excluded phenotype exactly HP:2",
    "count individuals where at least 2 of (has phenotype exactly HP:1, has disease exactly D:1, sex is male)",
    "count individuals where has measurement exactly L:1 with value between 1 and 4 mg",
    "count individuals where has measurement exactly L:2 with value >= 1 mg",
    "count individuals where has at least 2 measurements",
    "count individuals where has disease exactly D:1 as dx and has sample with (collection after dx.onset)",
    "count samples where age at collection >= 2 years",
    "count individuals by sex, age at last contact in bands of 10 years",
    "count individuals where has disease by disease top 5",
    "list individuals where has measurement",
};

class DamageTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (std::filesystem::temp_directory_path() / ("muster_damage_" + std::to_string(getpid()))).string();
    std::filesystem::remove_all(path_);
    auto catalogue = Catalogue::Open(path_, {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    ImportOptions options;
    options.dataset = "d";
    const auto report = (*catalogue)->ImportText(kPeople, options);
    ASSERT_TRUE(report.ok()) << report.status();
    for (const std::string& answer : Ask(**catalogue)) EXPECT_EQ(answer.find("refused"), answer.npos) << answer;
  }
  void TearDown() override { std::filesystem::remove_all(path_); }

  // What each question comes to.
  std::vector<std::string> Ask(const Catalogue& catalogue) {
    std::vector<std::string> said;
    for (const std::string question : kQuestions) {
      const auto answers = catalogue.Query(question);
      if (!answers.ok()) {
        EXPECT_TRUE(absl::IsDataLoss(answers.status())) << question << ": " << answers.status();
        said.push_back("refused: " + std::string(answers.status().message()));
      } else if (!answers->front().table) {
        said.push_back("refused: " + RenderDiagnostics(question, answers->front().diagnostics));
      } else {
        said.push_back("answered");
      }
    }
    return said;
  }

  std::string path_;
};

TEST_F(DamageTest, EveryPostingAndColumn) {
  using storage::RocksDb;
  size_t refused = 0;
  size_t entries = 0;
  for (const storage::ColumnFamily family : {storage::kPostings, storage::kColumns}) {
    auto db = RocksDb::Open(path_, {});
    ASSERT_TRUE(db.ok()) << db.status();
    std::vector<std::pair<std::string, std::string>> stored;
    {
      const std::unique_ptr<rocksdb::Iterator> it((*db)->db().NewIterator({}, (*db)->handle(family)));
      for (it->SeekToFirst(); it->Valid(); it->Next())
        stored.emplace_back(it->key().ToString(), it->value().ToString());
    }
    db->reset();
    ASSERT_FALSE(stored.empty());
    entries += stored.size();
    for (const auto& [key, value] : stored) {
      const auto put = [&, &at = key](const std::string& bytes) {
        auto opened = RocksDb::Open(path_, {});
        ASSERT_TRUE(opened.ok()) << opened.status();
        ASSERT_TRUE((*opened)->db().Put({}, (*opened)->handle(family), at, bytes).ok());
      };
      for (const std::string& damaged : {std::string("garbage"), value.substr(0, value.size() - 1), std::string()}) {
        put(damaged);
        auto catalogue = Catalogue::Open(path_, {.read_only = true});
        ASSERT_TRUE(catalogue.ok()) << catalogue.status();
        for (const std::string& answer : Ask(**catalogue)) refused += answer != "answered" ? 1 : 0;
      }
      put(value);
    }
  }
  EXPECT_GT(entries, 50);
  EXPECT_GT(refused, entries) << "damage is seen";
  auto catalogue = Catalogue::Open(path_, {.read_only = true});
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  for (const std::string& answer : Ask(**catalogue)) EXPECT_EQ(answer, "answered") << "what was repaired is as it was";
}

}  // namespace
}  // namespace muster
