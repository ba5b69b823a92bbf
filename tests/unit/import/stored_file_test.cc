#include "engine/import/input/stored_file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "engine/import/input/source.h"
#include "muster/reason.h"
#include "tests/unit/import/files.h"

namespace muster::import {
namespace {

using testing::HasSubstr;

// A named pipe in a folder of its own, and a thread that opens it for writing, writes `text` in pieces, and keeps it
// open until this ends.
class Pipe {
 public:
  explicit Pipe(std::string text) : path_(directory_.path() + "/pipe") {
    EXPECT_EQ(mkfifo(path_.c_str(), 0600), 0);
    writer_ = std::thread([this, text = std::move(text)] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      const int descriptor = open(path_.c_str(), O_WRONLY);
      for (size_t at = 0; at < text.size(); at += 40000) {
        const std::string piece = text.substr(at, 40000);
        EXPECT_EQ(write(descriptor, piece.data(), piece.size()), static_cast<ssize_t>(piece.size()));
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
      }
      while (!done_) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      close(descriptor);
    });
  }
  ~Pipe() { Close(); }

  const std::string& path() const { return path_; }
  void Close() {
    done_ = true;
    if (writer_.joinable()) writer_.join();
  }

 private:
  const Directory directory_;
  const std::string path_;
  std::atomic<bool> done_ = false;
  std::thread writer_;
};

TEST(StoredFileTest, AFileThatIsCutWhileItIsRead) {
  const Directory directory;
  const std::string path = directory.Write("people.jsonl", std::string(130000, 'x'));
  auto file = StoredFile::Open({path, 0});
  ASSERT_TRUE(file.ok()) << file.status();
  char buffer[1000];
  ASSERT_EQ(*(*file)->ReadInto(buffer, sizeof(buffer)), sizeof(buffer));
  std::filesystem::resize_file(path, 1000);
  EXPECT_THAT((*file)->ReadInto(buffer, sizeof(buffer)).status().ToString(), HasSubstr("become shorter"));
}

TEST(StoredFileTest, APipeIsReadToItsEndHoweverSlowItIs) {
  const std::string text(130000, 'x');
  Pipe pipe(text);
  auto file = StoredFile::Open({pipe.path(), 0});
  ASSERT_TRUE(file.ok()) << file.status();
  std::string whole;
  std::string buffer(1 << 20, '\0');
  while (whole.size() < text.size()) {
    const auto got = (*file)->ReadInto(buffer.data(), buffer.size());
    ASSERT_TRUE(got.ok()) << got.status();
    ASSERT_GT(*got, 0);
    whole.append(buffer, 0, *got);
  }
  EXPECT_EQ(whole, text);
  pipe.Close();
  EXPECT_EQ(*(*file)->ReadInto(buffer.data(), buffer.size()), 0);
}

TEST(StoredFileTest, APipeThatIsClosedWithoutAWordIsEmpty) {
  Pipe pipe("");
  auto file = StoredFile::Open({pipe.path(), 0});
  ASSERT_TRUE(file.ok()) << file.status();
  std::thread closer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    pipe.Close();
  });
  EXPECT_TRUE((*file)->Fill(4).ok());
  EXPECT_TRUE((*file)->rest().empty());
  closer.join();
}

TEST(StoredFileTest, APipeThatNobodyWritesToIsAnError) {
  const Directory directory;
  const std::string path = directory.path() + "/pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const auto source = Source::Open({path, 0});
  ASSERT_EQ(source.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(source.status().message()), HasSubstr(path + ": is a pipe that nobody writes to"));
}

TEST(StoredFileTest, WhoWaitsForAPipeIsStoppedByTheBoundsOfTheCallOnWhateverThread) {
  Pipe pipe("some");
  Allowance allowance({.timeout = std::chrono::milliseconds(400)});
  absl::StatusOr<std::unique_ptr<Source>> source;
  {
    const AllowanceScope scope(&allowance);
    source = Source::Open({pipe.path(), 0});
  }
  ASSERT_TRUE(source.ok()) << source.status();
  std::thread reader([&] {
    char buffer[100];
    EXPECT_EQ(*(*source)->Read(buffer, sizeof(buffer)), 4);
    EXPECT_EQ((*source)->Read(buffer, sizeof(buffer)).status().code(), absl::StatusCode::kDeadlineExceeded);
  });
  reader.join();
}

TEST(StoredFileTest, WhoWaitsForAPipeIsStopped) {
  Pipe pipe("some");
  auto source = Source::Open({pipe.path(), 0});
  ASSERT_TRUE(source.ok()) << source.status();
  std::thread reader([&] {
    char buffer[100];
    EXPECT_EQ(*(*source)->Read(buffer, sizeof(buffer)), 4);
    EXPECT_EQ((*source)->Read(buffer, sizeof(buffer)).status().code(), absl::StatusCode::kCancelled);
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  (*source)->Stop();
  reader.join();
}

TEST(StoredFileTest, WhatIsWrongWithTheFileIsToldFromWhatIsWrongWithTheMachine) {
  const Directory directory;
  const auto code = [](const std::string& path) { return Source::Open({path, 0}).status().code(); };
  EXPECT_EQ(code(directory.path() + "/none"), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(directory.Write("file", "x") + "/below"), absl::StatusCode::kNotFound);
  EXPECT_EQ(code(directory.path()), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code(std::string(5000, 'x')), absl::StatusCode::kInvalidArgument);
  const std::string link = directory.path() + "/link";
  ASSERT_EQ(symlink(link.c_str(), link.c_str()), 0);
  EXPECT_EQ(code(link), absl::StatusCode::kInvalidArgument);
  // No more files can be opened.
  rlimit before = {};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit few = {3, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  const absl::Status without_files = Source::Open({directory.path() + "/file", 0}).status();
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(without_files.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(without_files), reason::kTooManyFiles);
}

}  // namespace
}  // namespace muster::import
