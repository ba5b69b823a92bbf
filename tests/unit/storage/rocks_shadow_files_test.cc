#include "storage/files/stoppable/rocks_shadow_files.h"

#include <rocksdb/file_system.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/own_folder.h"

namespace muster::storage {
namespace {

using testing::IsNull;
using testing::Pointee;

class ShadowFilesTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name) << bytes;
    return folder_ / name;
  }

  test::OwnFolder folder_;
  ShadowFiles files_{rocksdb::FileSystem::Default().get(), 10};
};

TEST_F(ShadowFilesTest, AddsToWhatIsOnDiskAndLeavesThatAlone) {
  const std::string path = Write("log", "abc");
  EXPECT_FALSE(files_.IsKept(path));
  files_.Append(path, "de");
  EXPECT_TRUE(files_.IsKept(path));
  EXPECT_THAT(files_.Find(path), Pointee(std::string("abcde")));
  EXPECT_EQ(std::filesystem::file_size(path), 3u);
}

TEST_F(ShadowFilesTest, CreatesAnEmptyFileWhateverIsOnDisk) {
  const std::string path = Write("log", "abc");
  files_.Create(path);
  EXPECT_THAT(files_.Find(path), Pointee(std::string()));
  files_.Append(path, "x");
  files_.Create(path);
  EXPECT_THAT(files_.Find(path), Pointee(std::string()));
}

TEST_F(ShadowFilesTest, WhatIsRemovedIsGoneThoughItIsOnDisk) {
  const std::string path = Write("log", "abc");
  EXPECT_FALSE(files_.IsRemoved(path));
  files_.Remove(path);
  EXPECT_TRUE(files_.IsRemoved(path));
  EXPECT_FALSE(files_.IsKept(path));
  files_.Append(path, "new");
  EXPECT_FALSE(files_.IsRemoved(path));
  EXPECT_THAT(files_.Find(path), Pointee(std::string("new")));
  EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(ShadowFilesTest, RenamesOverAnother) {
  const std::string from = Write("from", "abc");
  const std::string to = Write("to", "other");
  files_.Append(to, "!");
  files_.Rename(from, to);
  EXPECT_TRUE(files_.IsRemoved(from));
  EXPECT_FALSE(files_.IsRemoved(to));
  EXPECT_THAT(files_.Find(to), Pointee(std::string("abc")));
  files_.Append(to, "1234567");  // the other's bytes no longer count
  EXPECT_THAT(files_.Find(to), Pointee(std::string("abc1234567")));
}

TEST_F(ShadowFilesTest, WhatIsTooMuchIsLostAndDoesNotComeBack) {
  const std::string large = Write("large", "12345678901");
  files_.Keep(large);
  EXPECT_TRUE(files_.IsKept(large));
  EXPECT_THAT(files_.Find(large), IsNull());
  const std::string grown = Write("grown", "123456");
  files_.Append(grown, "12345");
  EXPECT_TRUE(files_.IsKept(grown));
  EXPECT_THAT(files_.Find(grown), IsNull());
  files_.Append(grown, "1");
  EXPECT_THAT(files_.Find(grown), IsNull());
  const std::string next = Write("next", "123456");  // there is room again
  files_.Append(next, "1234");
  EXPECT_THAT(files_.Find(next), Pointee(std::string("1234561234")));
}

}  // namespace
}  // namespace muster::storage
