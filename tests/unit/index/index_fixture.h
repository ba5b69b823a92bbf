// A store in a directory of its own, and small records to put into it.
#ifndef MUSTER_TESTS_UNIT_INDEX_INDEX_FIXTURE_H_
#define MUSTER_TESTS_UNIT_INDEX_INDEX_FIXTURE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/index/catalogue_writer.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "gtest/gtest.h"
#include "storage/store.h"

namespace muster::index {

class IndexTest : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() / ("muster_" + std::string(test.name()) + std::to_string(getpid()));
    std::filesystem::remove_all(path_);
    Open();
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  void Open() {
    store_.reset();
    auto store = storage::Store::Open(path_.string(), {.create_if_missing = true});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
  }

  // A person with a phenotype, and as many samples with one run each as asked for.
  static model::Record Person(CatalogueWriter& writer, std::string id, const std::string& phenotype, int samples = 0) {
    using model::Entity;
    namespace field = model::field;
    model::Record record;
    record.dataset = "d";
    record.id = std::move(id);
    record.rows.push_back({Entity::kIndividual, 0, false, {{field::kDataset, writer.Intern("d", "")}}});
    record.rows.push_back({Entity::kPhenotype, 0, false, {{field::kPhenotypeTerm, writer.Intern(phenotype, "")}}});
    for (int i = 0; i < samples; ++i) {
      const auto sample = static_cast<uint32_t>(record.rows.size());
      record.rows.push_back({Entity::kSample, 0, false, {{field::kSampleId, record.id + "-" + std::to_string(i)}}});
      record.rows.push_back({Entity::kRun, sample, false, {{field::kRunDepth, 10.0 * (i + 1)}}});
    }
    return record;
  }

  // Commits one person per id.
  void Add(const std::vector<std::string>& ids, const std::string& phenotype, const WriterOptions& options = {}) {
    CatalogueWriter writer(*store_, dictionary_, options);
    for (const std::string& id : ids) {
      model::Taken taken;
      ASSERT_TRUE(writer.AddRecord(Person(writer, id, phenotype, 1), &taken).ok());
    }
    ASSERT_TRUE(writer.Commit().ok());
    dictionary_ = writer.dictionary();
  }

  uint64_t Live() const {
    uint64_t live = 0;
    for (const auto& segment : store_->snapshot()->manifest.segments) live += segment.live;
    return live;
  }

  std::filesystem::path path_;
  std::unique_ptr<storage::Store> store_;
  model::DictionaryPtr dictionary_ = std::make_shared<model::Dictionary>();
};

}  // namespace muster::index

#endif  // MUSTER_TESTS_UNIT_INDEX_INDEX_FIXTURE_H_
