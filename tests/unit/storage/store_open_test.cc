// Opening: what there may be at a path, and what each case says.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <rocksdb/db.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

std::string Message(const absl::Status& status) { return std::string(status.message()); }

class StoreOpenTest : public StoreFixture {
 protected:
  void SetFormat(const std::string& value) {
    store_.reset();
    rocksdb::DBOptions options;
    std::vector<std::string> names;
    ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, path_, &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const std::string& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open(options, path_, families, &handles, &db).ok());
    EXPECT_TRUE(db->Put(rocksdb::WriteOptions(), FormatKey(), value).ok());
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
    delete db;
  }
};

TEST_F(StoreOpenTest, MissingIsNotFoundAndNothingIsCreated) {
  const absl::Status status = Open({});
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(Message(status), HasSubstr(path_));
  EXPECT_FALSE(fs::exists(path_));
  EXPECT_EQ(Open({.create_if_missing = true, .read_only = true}).code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(fs::exists(path_));

  fs::create_directory(path_);
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(fs::is_empty(path_));
}

TEST_F(StoreOpenTest, CreatesWithParentsAndIntoAnEmptyDirectory) {
  const std::string base = path_;
  path_ = base + "/a/b";
  Create();
  EXPECT_EQ(store_->snapshot()->manifest.version, 0u);
  EXPECT_GT(store_->DiskBytes(), 0u);
  Reopen();
  store_.reset();
  path_ = base;
  fs::remove_all(path_);
  fs::create_directory(path_);
  Create();
  Create();  // again: it is there
}

TEST_F(StoreOpenTest, OtherDirectoriesAndFilesAreLeftAlone) {
  fs::create_directory(path_);
  std::ofstream(path_ + "/thesis.txt") << "text";
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kFailedPrecondition);
  const absl::Status status = Open({.create_if_missing = true});
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(Message(status), HasSubstr("not a Muster catalogue"));
  EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 1);

  fs::remove_all(path_);
  std::ofstream(path_) << "a file";
  EXPECT_EQ(Open({.create_if_missing = true}).code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(StoreOpenTest, ADatabaseOfSomebodyElseIsLeftAlone) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, path_, &db).ok());
  ASSERT_TRUE(db->Put(rocksdb::WriteOptions(), "theirs", "value").ok());
  delete db;
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Open({.create_if_missing = true}).code(), absl::StatusCode::kFailedPrecondition);
  std::vector<std::string> families;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, path_, &families).ok());
  EXPECT_EQ(families.size(), 1u);
}

// As on a disk that is mounted read-only.
TEST_F(StoreOpenTest, AnInterruptedCreationIsFinished) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, path_, &db).ok());
  rocksdb::ColumnFamilyHandle* handle = nullptr;
  ASSERT_TRUE(db->CreateColumnFamily(options, "records", &handle).ok());
  db->DestroyColumnFamilyHandle(handle);
  delete db;
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kFailedPrecondition);
  Create();
  Reopen();
}

TEST_F(StoreOpenTest, OtherFormatsNameBothVersions) {
  Create();
  SetFormat("7");
  for (const StoreOptions& options : {StoreOptions{}, {.create_if_missing = true}, {.read_only = true}}) {
    const absl::Status status = Open(options);
    EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_THAT(Message(status), AllOf(HasSubstr("version 7"), HasSubstr("versions 3 to 5"), HasSubstr(path_)));
  }
  SetFormat("seven");
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kDataLoss);
}

TEST_F(StoreOpenTest, LockedInThisProcess) {
  Create();
  const auto second = Store::Open(path_, {});
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable) << second.status();
}

TEST_F(StoreOpenTest, LockedByAnotherProcess) {
  Create();
  store_.reset();
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    // What RocksDB does in the other process.
    const int fd = open((path_ + "/LOCK").c_str(), O_RDWR);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    const char locked = fcntl(fd, F_SETLK, &lock) == 0 ? 'y' : 'n';
    if (write(ready[1], &locked, 1) == 1) pause();
    _exit(0);
  }
  char locked = 0;
  ASSERT_EQ(read(ready[0], &locked, 1), 1);
  EXPECT_EQ(locked, 'y');
  const absl::Status status = Open({});
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
  EXPECT_THAT(Message(status), HasSubstr("another program"));
  EXPECT_TRUE(Open({.read_only = true}).ok()) << "reading needs no lock";
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  Reopen();
}

TEST_F(StoreOpenTest, PathsThatCannotBe) {
  const auto open = [](const std::string& path, bool create) {
    return Store::Open(path, {.create_if_missing = create}).status();
  };
  for (const bool create : {false, true}) {
    EXPECT_EQ(open("", create).code(), absl::StatusCode::kInvalidArgument);
    const absl::Status zero = open(path_ + std::string("\0x", 2), create);
    EXPECT_EQ(zero.code(), absl::StatusCode::kInvalidArgument) << zero;
    EXPECT_THAT(Message(zero), HasSubstr("zero byte"));
    EXPECT_FALSE(fs::exists(path_));
  }
  fs::create_directory(path_);
  fs::create_directory_symlink("a", path_ + "/b");
  fs::create_directory_symlink("b", path_ + "/a");
  fs::create_directory_symlink("nothing", path_ + "/dangling");
  std::ofstream(path_ + "/file") << "text";
  for (const bool create : {false, true}) {
    const absl::Status name = open(path_ + "/" + std::string(300, 'n'), create);
    EXPECT_EQ(name.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(Message(name), HasSubstr("too long"));
    const absl::Status loop = open(path_ + "/a", create);
    EXPECT_EQ(loop.code(), absl::StatusCode::kInvalidArgument) << loop;
    EXPECT_THAT(Message(loop), HasSubstr("loop"));
    const absl::Status dangling = open(path_ + "/dangling", create);
    EXPECT_EQ(dangling.code(), absl::StatusCode::kFailedPrecondition) << dangling;
    EXPECT_THAT(Message(dangling), HasSubstr("symbolic link to nothing, where"));
    const absl::Status file = open(path_ + "/file/catalogue", create);
    EXPECT_EQ(file.code(), absl::StatusCode::kFailedPrecondition) << file;
    EXPECT_THAT(Message(file), HasSubstr("a file, not a folder"));
  }
}

// What stands in the place of the file `name`, in turn.
struct SpecialFile {
  const char* what;
  std::function<bool(const std::string& name)> make;
};

const SpecialFile kSpecialFiles[] = {
    {"a pipe", [](const std::string& name) { return mkfifo(name.c_str(), 0600) == 0; }},
    {"a folder", [](const std::string& name) { return fs::create_directory(name); }},
    {"a socket",
     [](const std::string& name) {
       sockaddr_un address = {};
       address.sun_family = AF_UNIX;
       // (The paths of sockets are short.)
       const std::string folder = fs::path(name).parent_path().string();
       const std::string link = "/tmp/muster_socket_" + std::to_string(getpid());
       fs::create_directory_symlink(folder, link);
       const std::string path = link + "/" + fs::path(name).filename().string();
       path.copy(address.sun_path, sizeof address.sun_path - 1);
       const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
       const bool made = bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
       close(fd);
       fs::remove(link);
       return made;
     }},
    {"a device", [](const std::string& name) { return symlink("/dev/zero", name.c_str()) == 0; }},
};

TEST_F(StoreOpenTest, WhatIsNoFileIsNeitherWaitedForNorRead) {
  Create();
  Add({"a"});
  Reopen();
  Add({"b"});  // in the log
  store_.reset();
  const std::string original = path_ + ".original";
  fs::copy(path_, original);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(original)) names.push_back(entry.path().filename().string());
  names.push_back("VERSION.new");
  for (const std::string& name : names) {
    for (const SpecialFile& special : kSpecialFiles) {
      SCOPED_TRACE(name + ": " + special.what);
      for (const StoreOptions& options : {StoreOptions{.read_only = true}, {.create_if_missing = true}}) {
        fs::remove_all(path_);
        fs::copy(original, path_);
        fs::remove(path_ + "/" + name);
        ASSERT_TRUE(special.make(path_ + "/" + name));
        const absl::Status status = Open(options);
        if (status.ok()) {
          EXPECT_EQ(Where("a"), "1:0");
          EXPECT_EQ(Where("b"), "2:0");
        } else {
          EXPECT_TRUE(absl::IsDataLoss(status) || absl::IsFailedPrecondition(status)) << status;
          EXPECT_THAT(Message(status), HasSubstr(name));
        }
        store_.reset();
      }
    }
  }
  fs::remove_all(original);
}

TEST_F(StoreOpenTest, AnOpeningWithoutACommitLeavesNothingBehind) {
  Create();
  Add({"a"});
  const auto logs = [&] {
    return std::count_if(fs::directory_iterator(path_), fs::directory_iterator(),
                         [](const auto& entry) { return entry.path().extension() == ".log"; });
  };
  for (int i = 0; i < 10; ++i) Reopen();
  EXPECT_LE(logs(), 2);
  EXPECT_EQ(Where("a"), "1:0");
}

TEST_F(StoreOpenTest, NothingIsMadeWhereACatalogueWas) {
  Create();
  Add({"a"});
  store_.reset();
  // Whether or not what says so is there, as in catalogues of before.
  for (const bool marked : {true, false}) {
    if (!marked) std::ofstream(path_ + "/LOCK", std::ios::trunc);
    fs::rename(path_ + "/CURRENT", path_ + ".current");
    for (const StoreOptions& options : {StoreOptions{}, {.create_if_missing = true}, {.read_only = true}}) {
      const absl::Status status = Open(options);
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
      EXPECT_THAT(Message(status), HasSubstr("CURRENT"));
    }
    EXPECT_FALSE(fs::exists(path_ + "/CURRENT"));
    fs::rename(path_ + ".current", path_ + "/CURRENT");
    Reopen();
    EXPECT_EQ(Where("a"), "1:0");
    store_.reset();
  }
}

TEST_F(StoreOpenTest, ACurrentThatNamesNoManifestIsDamage) {
  Create();
  store_.reset();
  for (const std::string& names : {std::string(500, 'x'), std::string(500, 'x') + "\n", std::string("../file\n"),
                                   "MANIFEST-" + std::string(500, '0') + "\n"}) {
    std::ofstream(path_ + "/CURRENT", std::ios::trunc) << names;
    for (const bool read_only : {true, false}) {
      EXPECT_EQ(Open({.read_only = read_only}).code(), absl::StatusCode::kDataLoss) << names;
    }
  }
}

TEST_F(StoreOpenTest, AManifestThatIsCutIsDamage) {
  Create();
  Add({"a"});
  store_.reset();
  std::string name;
  std::ifstream(path_ + "/CURRENT") >> name;
  const std::string copy = path_ + ".copy";
  for (const bool marked : {true, false}) {
    if (!marked) std::ofstream(path_ + "/LOCK", std::ios::trunc);
    fs::remove_all(copy);
    fs::copy(path_, copy);
    size_t damaged = 0;
    const uintmax_t size = fs::file_size(path_ + "/" + name);
    for (uintmax_t cut = 0; cut < size; cut += 13) {
      fs::resize_file(copy + "/" + name, cut);
      for (const StoreOptions& options : {StoreOptions{.read_only = true}, {.create_if_missing = true}}) {
        const auto store = Store::Open(copy, options);
        if (store.ok()) {
          // What is missing is nothing that was added.
          EXPECT_EQ((*store)->snapshot()->manifest.version, 1u) << cut;
        } else {
          EXPECT_EQ(store.status().code(), absl::StatusCode::kDataLoss) << cut << ": " << store.status();
          ++damaged;
        }
      }
      fs::remove_all(copy);
      fs::copy(path_, copy);
    }
    EXPECT_GT(damaged, 0u);
  }
  fs::remove_all(copy);
}

TEST_F(StoreOpenTest, ReadOnlyReadsAndRefusesToWrite) {
  Create();
  Add({"a", "b"});
  const absl::Status status = Open({.read_only = true});
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(Where("b"), "1:1");
  EXPECT_EQ(store_->NewSegment().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(store_->Apply({}).code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(StoreOpenTest, DamageIsDataLoss) {
  Create();
  Add({"a"});
  store_.reset();
  for (const auto& entry : fs::directory_iterator(path_)) {
    if (entry.path().filename().string().starts_with("MANIFEST-")) {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(20);
      file << "damage";
    }
  }
  const absl::Status status = Open({});
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_THAT(Message(status), HasSubstr("backup"));
}

}  // namespace
}  // namespace muster::storage
