// The file system that fails is itself tested: what it injects happens, and what was not synced is gone.
#include "tests/fault/fault_file_system.h"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "storage/store.h"

namespace muster::fault {
namespace {

namespace fs = std::filesystem;

class FaultFileSystemTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    path_ = (fs::temp_directory_path() / ("muster_fault_fs_" + std::to_string(::getpid()) + "_" + name)).string();
    fs::remove_all(path_);
    fs::remove_all(path_ + "_after");
  }
  void TearDown() override {
    fs::remove_all(path_);
    fs::remove_all(path_ + "_after");
  }

  absl::StatusOr<std::unique_ptr<storage::Store>> Open(bool create = false) {
    return storage::Store::Open(path_, {.create_if_missing = create, .file_system = files_});
  }

  std::string path_;
  std::shared_ptr<FaultFileSystem> files_ = std::make_shared<FaultFileSystem>();
};

TEST_F(FaultFileSystemTest, CountsCallsAndRunsTheHook) {
  uint64_t logs = 0;
  files_->OnCall([&](Op op, const std::string& path) { logs += op == Op::kCreate && path.ends_with(".log") ? 1 : 0; });
  ASSERT_TRUE(Open(true).ok());
  EXPECT_GT(files_->count(Op::kWrite), 0);
  EXPECT_GT(files_->count(Op::kSync), 0);
  EXPECT_GT(files_->count(Op::kOpen), 0);
  EXPECT_GT(logs, 0);
}

TEST_F(FaultFileSystemTest, TheNthCallFails) {
  ASSERT_TRUE(Open(true).ok());
  files_->Inject({.op = Op::kRead, .nth = 2});
  const auto store = Open();
  EXPECT_FALSE(store.ok());
  EXPECT_EQ(files_->failed(), 1);
  files_->Heal();
  const auto again = Open();
  EXPECT_TRUE(again.ok()) << again.status();
}

TEST_F(FaultFileSystemTest, APowerCutTakesWhatWasNotSynced) {
  {
    auto store = Open(true);
    ASSERT_TRUE(store.ok()) << store.status();
    ASSERT_TRUE((*store)->Apply({.documents = {{"kept", "yes"}}}).ok());
    // In the log, but not synced.
    auto writer = (*store)->NewSegment();
    ASSERT_TRUE(writer.ok());
    ASSERT_TRUE((*writer)->PutRecord(0, "d", "a", std::string(1000, 'x')).ok());
    ASSERT_TRUE((*writer)->Finish({1}).ok());
    files_->CutPower(PowerCut::kStrict, 1, path_, path_ + "_after");
  }
  uint64_t before = 0;
  uint64_t after = 0;
  for (const auto& entry : fs::directory_iterator(path_)) before += entry.path().extension() == ".log" ? 1 : 0;
  for (const auto& entry : fs::directory_iterator(path_ + "_after")) after += entry.file_size();
  EXPECT_GT(before, 0);
  EXPECT_GT(after, 0);
  const auto store = storage::Store::Open(path_ + "_after", {});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ((*store)->snapshot()->documents->count("kept"), 1);
}

}  // namespace
}  // namespace muster::fault
