// The number of threads of an import does not show in what is stored.
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "storage/store.h"

namespace muster {
namespace {

class ImportThreadsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("muster_threads_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Imports `file` with `threads` threads, and opens the store.
  std::unique_ptr<storage::Store> StoreOf(const std::string& file, uint32_t threads) {
    const std::string path = (folder_ / std::to_string(threads)).string();
    {
      auto catalogue = Catalogue::Open(path, {.create_if_missing = true});
      EXPECT_TRUE(catalogue.ok()) << catalogue.status();
      ImportOptions options;
      options.threads = threads;
      EXPECT_TRUE((*catalogue)->Import({file}, options).ok());
    }
    auto store = storage::Store::Open(path, {.read_only = true});
    EXPECT_TRUE(store.ok()) << store.status();
    return *std::move(store);
  }

  std::filesystem::path folder_;
};

std::map<uint32_t, std::string> Records(const storage::SegmentReader& segment) {
  std::map<uint32_t, std::string> records;
  EXPECT_TRUE(segment
                  .ForEachRecord([&](uint32_t row, std::string_view bytes) {
                    records[row] = bytes;
                    return true;
                  })
                  .ok());
  return records;
}

std::map<storage::PostingKey, std::vector<uint32_t>> Postings(const storage::SegmentReader& segment) {
  std::map<storage::PostingKey, std::vector<uint32_t>> postings;
  EXPECT_TRUE(segment
                  .ForEachPosting(-1, 0, 0,
                                  [&](const storage::PostingKey& key, const storage::Bitmap& rows) {
                                    postings[key] = rows.ToVector();
                                    return true;
                                  })
                  .ok());
  return postings;
}

std::map<storage::ColumnKey, std::vector<int64_t>> Columns(const storage::SegmentReader& segment) {
  std::map<storage::ColumnKey, std::vector<int64_t>> columns;
  const auto keys = segment.ColumnKeys();
  EXPECT_TRUE(keys.ok());
  for (const storage::ColumnKey& key : *keys) {
    const auto column = segment.GetColumn(key);
    EXPECT_TRUE(column.ok()) << column.status();
    for (const storage::ColumnChunkPtr& chunk : (*column)->chunks()) {
      for (uint32_t i = 0; i < chunk->size(); ++i) columns[key].push_back((*chunk)[i]);
    }
  }
  return columns;
}

TEST_F(ImportThreadsTest, RecordsPostingsColumnsAndDictionaryAreTheSame) {
  const std::string file = (folder_ / "people.jsonl").string();
  {
    std::ofstream out(file);
    for (int i = 0; i < 4000; ++i) {
      const auto number = [&](int factor, int end) { return std::to_string(1000000 + i * factor % end); };
      out << R"({"id": "p)" << (i % 1999 == 0 ? 5 : i) << R"(", "subject": {"sex": ")" << (i % 3 ? "MALE" : "FEMALE")
          << R"("}, "phenotypicFeatures": [{"type": {"id": "HP:)" << number(17, 701)
          << R"(", "label": "l"}}, {"type": {"id": "HP:)" << number(29, 1103)
          << R"("}, "excluded": true, "onset": {"age": {"iso8601duration": "P)" << i % 70 << R"(Y"}}}], "diseases": [)"
          << R"({"term": {"id": "MONDO:)" << number(7, 3001) << R"("}}], "metaData": {"n": )" << i << "}}\n";
    }
  }
  const auto one = StoreOf(file, 1);
  for (const uint32_t threads : {2, 4}) {
    SCOPED_TRACE(threads);
    const auto several = StoreOf(file, threads);
    const auto& expected = one->snapshot()->segments;
    const auto& actual = several->snapshot()->segments;
    ASSERT_EQ(actual.size(), expected.size());
    EXPECT_EQ(*several->DictionaryBlock(0), *one->DictionaryBlock(0));
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(actual[i]->info().rows, expected[i]->info().rows);
      EXPECT_EQ(actual[i]->info().live, expected[i]->info().live);
      EXPECT_EQ(Records(*actual[i]), Records(*expected[i]));
      EXPECT_EQ(Postings(*actual[i]), Postings(*expected[i]));
      EXPECT_EQ(Columns(*actual[i]), Columns(*expected[i]));
    }
  }
}

}  // namespace
}  // namespace muster
