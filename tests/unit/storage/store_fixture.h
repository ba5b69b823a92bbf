// A store in a directory of its own, and short ways to fill it.
#ifndef MUSTER_TESTS_UNIT_STORAGE_STORE_FIXTURE_H_
#define MUSTER_TESTS_UNIT_STORAGE_STORE_FIXTURE_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "storage/store.h"

namespace muster::storage {

class StoreFixture : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = (std::filesystem::path(::testing::TempDir()) /
             ("muster_" + std::to_string(::getpid()) + "_" + test->test_suite_name() + "_" + test->name()))
                .string();
    std::filesystem::remove_all(path_);
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  absl::Status Open(StoreOptions options) {
    store_.reset();
    auto store = Store::Open(path_, options);
    if (!store.ok()) return store.status();
    store_ = *std::move(store);
    return absl::OkStatus();
  }
  void Create() {
    const absl::Status status = Open({.create_if_missing = true});
    ASSERT_TRUE(status.ok()) << status;
  }
  void Reopen() {
    const absl::Status status = Open({});
    ASSERT_TRUE(status.ok()) << status;
  }

  /// A segment of one row per id; its posting {0, 0, 0, 1} holds every row, its column {0, 1, 0} row * 10.
  SegmentInfo Write(const std::vector<std::string>& ids, size_t record_bytes = 0) {
    auto writer = store_->NewSegment();
    EXPECT_TRUE(writer.ok()) << writer.status();
    std::vector<int64_t> column;
    for (uint32_t row = 0; row < ids.size(); ++row) {
      std::string record = "record of " + ids[row];
      // Hard to compress, so that it is as large on disk.
      for (uint32_t x = row * 2654435761u + 1; record.size() < record_bytes; x = x * 1664525 + 1013904223) {
        record.push_back(static_cast<char>(x >> 24));
      }
      EXPECT_TRUE((*writer)->PutRecord(row, "data", ids[row], record).ok());
      column.push_back(int64_t{row} * 10);
    }
    const auto rows = static_cast<uint32_t>(ids.size());
    EXPECT_TRUE((*writer)->PutPosting({0, 0, 0, 1}, Bitmap::Range(0, rows)).ok());
    EXPECT_TRUE((*writer)->PutColumn({0, 1, 0}, column).ok());
    auto info = (*writer)->Finish({rows});
    EXPECT_TRUE(info.ok()) << info.status();
    return info.ok() ? *info : SegmentInfo();
  }
  void Apply(Commit commit) {
    const absl::Status status = store_->Apply(std::move(commit));
    ASSERT_TRUE(status.ok()) << status;
  }
  uint32_t Add(const std::vector<std::string>& ids) {
    const SegmentInfo info = Write(ids);
    Apply({.add_segments = {info}});
    return info.id;
  }

  /// "segment:row", "none" or the error.
  std::string Where(const Snapshot& snapshot, const std::string& id) const {
    const auto location = store_->Find(snapshot, "data", id);
    if (!location.ok()) return location.status().ToString();
    if (!location->has_value()) return "none";
    return std::to_string((*location)->segment) + ":" + std::to_string((*location)->row);
  }
  std::string Where(const std::string& id) const { return Where(*store_->snapshot(), id); }

  std::string path_;
  std::unique_ptr<Store> store_;
};

inline Bitmap Rows(std::vector<uint32_t> rows) { return Bitmap::FromSorted(rows); }

}  // namespace muster::storage

#endif  // MUSTER_TESTS_UNIT_STORAGE_STORE_FIXTURE_H_
