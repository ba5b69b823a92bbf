// One writer, whatever the folder is called and whoever else looks into it.
#include "storage/files/writer_lock.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

namespace fs = std::filesystem;
using absl::StatusCode;
using ::testing::HasSubstr;

std::string Message(const absl::Status& status) { return std::string(status.message()); }

// Runs `f` in a child; what it returns, or -1 when it did not come to an end by itself.
int InChild(const std::function<int()>& f) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    _exit(f());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class WriterLockTest : public StoreFixture {
 protected:
  // What another process gets that wants to write.
  int CodeElsewhere() {
    return InChild([&] {
      const std::string directory = fs::canonical(path_).string();
      return static_cast<int>(WriterLock::Take(path_, directory).status().code());
    });
  }
};

constexpr int kUnavailable = static_cast<int>(StatusCode::kUnavailable);
constexpr int kOk = static_cast<int>(StatusCode::kOk);

TEST_F(WriterLockTest, OneFolderByEveryName) {
  Create();
  Add({"a"});
  const fs::path parent = fs::path(path_).parent_path();
  const std::string name = fs::path(path_).filename().string();
  const std::string link = path_ + ".link";
  const std::string link_to_parent = path_ + ".parent";
  fs::remove(link);
  fs::remove(link_to_parent);
  fs::create_directory_symlink(path_, link);
  fs::create_directory_symlink(parent, link_to_parent);
  const fs::path before = fs::current_path();
  fs::current_path(parent);
  for (const std::string& other : {path_, path_ + "/", path_ + "/.", (parent / "." / name).string(), link, name,
                                   "./" + name, link_to_parent + "/" + name, path_ + "/../" + name}) {
    for (const bool create : {false, true}) {
      const auto second = Store::Open(other, {.create_if_missing = create});
      EXPECT_EQ(second.status().code(), StatusCode::kUnavailable) << other << ": " << second.status();
      EXPECT_THAT(Message(second.status()), HasSubstr("this process")) << other;
    }
    const auto reader = Store::Open(other, {.read_only = true});
    EXPECT_TRUE(reader.ok()) << other << ": " << reader.status();
  }
  // A name that means another folder later on does not lead a writer astray.
  store_.reset();
  auto by_name = Store::Open(name, {});
  ASSERT_TRUE(by_name.ok()) << by_name.status();
  fs::current_path(before);
  store_ = *std::move(by_name);
  Add({"b"});
  Reopen();
  EXPECT_EQ(Where("b"), "2:0");
  fs::remove(link);
  fs::remove(link_to_parent);
}

TEST_F(WriterLockTest, SurvivesThatOthersOpenAndCloseItsFiles) {
  Create();
  EXPECT_EQ(CodeElsewhere(), kUnavailable);
  const std::string copy = path_ + ".copy";
  fs::remove_all(copy);
  fs::copy(path_, copy, fs::copy_options::recursive);
  fs::remove_all(copy);
  close(open((path_ + "/LOCK").c_str(), O_RDWR | O_CLOEXEC));
  EXPECT_FALSE(Store::Open(path_, {}).ok());
  EXPECT_TRUE(Store::Open(path_, {.read_only = true}).ok());
  EXPECT_EQ(CodeElsewhere(), kUnavailable) << "the lock went with another descriptor";
  store_.reset();
  EXPECT_EQ(CodeElsewhere(), kOk);
}

TEST_F(WriterLockTest, SaysWhichProcess) {
  Create();
  const pid_t self = getpid();
  EXPECT_EQ(InChild([&] {
              const absl::Status status = WriterLock::Take(path_, fs::canonical(path_).string()).status();
              return status.message().find("process " + std::to_string(self)) != absl::string_view::npos ? 0 : 1;
            }),
            0);
}

// RocksDB's tools, and Muster before it had a lock of its own, take a POSIX lock.
TEST_F(WriterLockTest, KeepsOutWhoTakesARecordLock) {
  Create();
  EXPECT_EQ(InChild([&] {
              const int fd = open((path_ + "/LOCK").c_str(), O_RDWR);
              struct flock lock = {};
              lock.l_type = F_WRLCK;
              return fcntl(fd, F_SETLK, &lock) == 0 ? 1 : 0;
            }),
            0);
}

TEST_F(WriterLockTest, AForkedChildReadsButDoesNotWrite) {
  Create();
  Add({"a"});
  EXPECT_EQ(InChild([&] {
              const absl::Status status = store_->Writable();
              if (status.code() != StatusCode::kFailedPrecondition) return 1;
              if (status.message().find("forked") == absl::string_view::npos) return 2;
              if (store_->NewSegment().ok()) return 3;
              if (store_->Apply({}).ok()) return 4;
              if (store_->PutUnions(1, {}, {}).ok() || store_->FlushUnions().ok()) return 5;
              if (Where("a") != "1:0") return 6;
              store_.reset();  // neither waits for ever nor touches a file
              const auto again = Store::Open(path_, {});
              return again.status().code() == StatusCode::kUnavailable ? 0 : 7;
            }),
            0);
  Add({"b"});
  EXPECT_EQ(CodeElsewhere(), kUnavailable);
  Reopen();
  EXPECT_EQ(Where("b"), "2:0");
}

TEST_F(WriterLockTest, AForkedChildThatLivesOnKeepsNothingLocked) {
  Create();
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    if (write(ready[1], "y", 1) == 1) pause();
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  Reopen();
  store_.reset();
  EXPECT_EQ(CodeElsewhere(), kOk);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(ready[0]);
  close(ready[1]);
}

// RocksDB's threads are not there.
TEST_F(WriterLockTest, AChildIsToldThatItCannotOpenForWriting) {
  Create();
  Add({"a"});
  for (const bool parent_reads : {false, true}) {
    const absl::Status status = Open({.read_only = true});
    ASSERT_TRUE(status.ok()) << status;
    if (!parent_reads) store_.reset();
    EXPECT_EQ(InChild([&] {
                const absl::Status opened = Store::Open(path_, {}).status();
                if (opened.code() != StatusCode::kFailedPrecondition) return 1;
                if (opened.message().find("forked") == absl::string_view::npos) return 2;
                return Store::Open(path_, {.read_only = true}).ok() ? 0 : 3;
              }),
              0);
  }
  Reopen();
}

TEST_F(WriterLockTest, NothingIsWrittenIntoAFolderThatTookItsPlace) {
  Create();
  Add({"a"});
  const std::string moved = path_ + ".moved";
  fs::remove_all(moved);
  fs::rename(path_, moved);
  EXPECT_EQ(store_->Apply({}).code(), StatusCode::kFailedPrecondition);
  fs::create_directory(path_);
  fs::copy(moved, path_, fs::copy_options::recursive);
  const absl::Status status = store_->Apply({});
  EXPECT_EQ(status.code(), StatusCode::kFailedPrecondition);
  EXPECT_THAT(Message(status), HasSubstr("moved"));
  store_.reset();
  fs::remove_all(moved);
  Reopen();
  EXPECT_EQ(Where("a"), "1:0");
}

TEST_F(WriterLockTest, WithoutItsLockFileNothingIsWritten) {
  Create();
  fs::remove(path_ + "/LOCK");
  EXPECT_EQ(store_->Apply({}).code(), StatusCode::kFailedPrecondition);
  store_.reset();
  Reopen();
}

// As daemons do that close whatever they find open. The lock goes with it, and another process may write by then.
TEST_F(WriterLockTest, AfterItsDescriptorWasClosedNothingIsWritten) {
  Create();
  Add({"a"});
  std::vector<int> of_lock;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    if (fs::read_symlink(entry, gone) == fs::canonical(path_) / "LOCK") {
      of_lock.push_back(std::stoi(entry.path().filename().string()));
    }
  }
  ASSERT_EQ(of_lock.size(), 1u);
  close(of_lock[0]);
  EXPECT_EQ(CodeElsewhere(), kOk);
  for (const bool taken : {false, true}) {
    if (taken) {
      ASSERT_EQ(open("/dev/null", O_RDONLY | O_CLOEXEC), of_lock[0]) << "the program's own by now";
    }
    const absl::Status status = store_->Apply({});
    EXPECT_EQ(status.code(), StatusCode::kFailedPrecondition);
    EXPECT_THAT(Message(status), HasSubstr("descriptor"));
    EXPECT_FALSE(store_->NewSegment().ok());
  }
  EXPECT_EQ(Where("a"), "1:0") << "asking goes on";
  store_.reset();
  EXPECT_GE(fcntl(of_lock[0], F_GETFD), 0) << "what is the program's was closed";
  close(of_lock[0]);
  Reopen();
  Add({"b"});
  EXPECT_EQ(Where("b"), "2:0");
}

TEST_F(WriterLockTest, AFolderKnowsHowFarItsCreationCame) {
  EXPECT_EQ(ReadFolderState(path_), FolderState::kUnmarked);
  Create();
  EXPECT_EQ(ReadFolderState(path_), FolderState::kReady);
  store_.reset();
  std::ofstream(path_ + "/LOCK", std::ios::trunc);  // a catalogue from before there were marks
  EXPECT_EQ(ReadFolderState(path_), FolderState::kUnmarked);
  Reopen();
  EXPECT_EQ(ReadFolderState(path_), FolderState::kReady);
}

}  // namespace
}  // namespace muster::storage
