#include "engine/parallel/processors.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "gtest/gtest.h"

namespace muster::parallel {
namespace {

class QuotaTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("muster_quota" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  size_t Quota() const { return QuotaOfGroups((folder_ / "cgroup").string(), (folder_ / "fs").string()); }

  std::filesystem::path folder_;
};

TEST_F(QuotaTest, NoGroupsNoQuota) {
  EXPECT_EQ(Quota(), 0u);
  Write("cgroup", "not a line of groups\n\n0:\n");
  EXPECT_EQ(Quota(), 0u);
}

TEST_F(QuotaTest, VersionTwo) {
  Write("cgroup", "0::/service/muster\n");
  Write("fs/service/muster/cpu.max", "max 100000\n");
  EXPECT_EQ(Quota(), 0u);
  Write("fs/service/muster/cpu.max", "150000 100000\n");
  EXPECT_EQ(Quota(), 2u) << "rounded up";
  Write("fs/service/cpu.max", "100000 100000\n");
  EXPECT_EQ(Quota(), 1u) << "the group above";
}

// A container sees the files of its own group at the top, and may see a path from outside.
TEST_F(QuotaTest, VersionTwoInAContainer) {
  Write("cgroup", "0::/\n");
  Write("fs/cpu.max", "300000 100000\n");
  EXPECT_EQ(Quota(), 3u);
  Write("cgroup", "0::/docker/0123\n");
  EXPECT_EQ(Quota(), 3u);
}

TEST_F(QuotaTest, VersionOne) {
  Write("cgroup", "5:memory:/a\n4:cpu,cpuacct:/a\n");
  Write("fs/cpu,cpuacct/a/cpu.cfs_quota_us", "-1\n");
  Write("fs/cpu,cpuacct/a/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(Quota(), 0u);
  Write("fs/cpu,cpuacct/a/cpu.cfs_quota_us", "400000\n");
  EXPECT_EQ(Quota(), 4u);
  Write("cgroup", "4:cpu:/a\n");
  Write("fs/cpu/cpu.cfs_quota_us", "50000\n");
  Write("fs/cpu/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(Quota(), 1u);
}

TEST_F(QuotaTest, OddNumbersAreNoQuota) {
  Write("cgroup", "0::/\n");
  for (const char* odd : {"", "0 100000", "-5 100000", "100000 0", "100000", "99999999999999999999999 1"}) {
    Write("fs/cpu.max", odd);
    EXPECT_EQ(Quota(), 0u) << odd;
  }
}

TEST(ProcessorsTest, AtLeastOne) { EXPECT_GE(Processors(), 1u); }

}  // namespace
}  // namespace muster::parallel
