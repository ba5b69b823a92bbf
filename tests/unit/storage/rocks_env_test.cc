// A background job of RocksDB that ends by an exception, as when there is no memory: who waits for it gets an error.
#include "storage/files/rocks_env.h"

#include <gmock/gmock.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <utility>

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

// Has no memory for a table file, once it is told so: those are created by background jobs.
class FilesWithoutMemory final : public rocksdb::FileSystemWrapper {
 public:
  FilesWithoutMemory() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "FilesWithoutMemory"; }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    if (name.ends_with(".sst") && failing_) {
      ++failed_;
      throw std::bad_alloc();
    }
    return target()->NewWritableFile(name, options, result, debug);
  }

  void Fail(bool failing) { failing_ = failing; }
  int failed() const { return failed_; }

 private:
  std::atomic<bool> failing_ = false;
  std::atomic<int> failed_ = 0;
};

class JobWithoutMemoryTest : public StoreFixture {
 protected:
  void SetUp() override {
    StoreFixture::SetUp();
    const absl::Status opened = Open({.create_if_missing = true, .file_system = files_});
    ASSERT_TRUE(opened.ok()) << opened;
    Add({"ann"});
  }
  // After it was closed and opened by the file system of the machine.
  void ExpectAnnAlone() {
    Reopen();
    EXPECT_EQ(store_->snapshot()->manifest.segments.size(), 1U);
    EXPECT_NE(Where(*store_->snapshot(), "ann"), "none");
    EXPECT_EQ(Where(*store_->snapshot(), "ben"), "none");
  }

  const std::shared_ptr<FilesWithoutMemory> files_ = std::make_shared<FilesWithoutMemory>();
};

TEST_F(JobWithoutMemoryTest, ClosingDoesNotWaitForItForEver) {
  files_->Fail(true);
  store_.reset();
  EXPECT_GT(files_->failed(), 0);
  ExpectAnnAlone();
}

TEST_F(JobWithoutMemoryTest, ASegmentThatWaitsForItIsAnErrorAndTheNextOneIsWritten) {
  constexpr size_t kPastTheLog = 5'000'000;
  files_->Fail(true);
  auto writer = store_->NewSegment();
  ASSERT_TRUE(writer.ok()) << writer.status();
  absl::Status status = (*writer)->PutRecord(0, "data", "ben", std::string(kPastTheLog, 'x'));
  if (status.ok()) status = (*writer)->Finish({1}).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted) << status;
  EXPECT_GT(files_->failed(), 0);
  EXPECT_NE(Where(*store_->snapshot(), "ann"), "none");

  files_->Fail(false);
  writer->reset();
  status = store_->MakeWritable();
  ASSERT_TRUE(status.ok()) << status;
  Add({"cat"});
  EXPECT_NE(Where(*store_->snapshot(), "cat"), "none");
}

TEST_F(JobWithoutMemoryTest, WhatWasThereBeforeIsThereAfterwards) {
  files_->Fail(true);
  auto writer = store_->NewSegment();
  ASSERT_TRUE(writer.ok()) << writer.status();
  ASSERT_TRUE((*writer)->PutRecord(0, "data", "ben", std::string(5'000'000, 'x')).ok());
  EXPECT_FALSE((*writer)->Finish({1}).ok());
  writer->reset();
  ExpectAnnAlone();
}

// The count by which closing knows whether a job is under way.
TEST(JobCountTest, AJobIsCountedUntilItEndsOrFails) {
  std::atomic<int> failures = 0;
  const auto jobs = std::make_shared<std::atomic<int>>(0);
  // There is no memory to say so at first, either.
  const auto failed = [&] {
    if (++failures < 3) throw std::bad_alloc();
  };
  const auto env = MakeEnv(rocksdb::FileSystem::Default(), failed, jobs);
  std::atomic<bool> go = false;
  const auto wait = [](void* flag) { static_cast<std::atomic<bool>*>(flag)->wait(false); };
  env->Schedule(wait, &go, rocksdb::Env::Priority::LOW, nullptr, nullptr);
  EXPECT_EQ(*jobs, 1);
  go = true;
  go.notify_all();
  while (*jobs != 0) std::this_thread::yield();
  EXPECT_EQ(failures, 0);

  const auto fail = [](void* /*argument*/) { throw std::bad_alloc(); };
  env->Schedule(fail, nullptr, rocksdb::Env::Priority::HIGH, nullptr, nullptr);
  while (*jobs != 0) std::this_thread::yield();
  EXPECT_EQ(failures, 3);
}

}  // namespace
}  // namespace muster::storage
