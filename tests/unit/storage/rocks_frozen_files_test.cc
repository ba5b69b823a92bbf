// A reader that is held up at each of its calls while it opens, and a writer that goes on meanwhile.
#include "storage/files/rocks_frozen_files.h"

#include <gmock/gmock.h>

#include <functional>
#include <map>

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

using rocksdb::IOStatus;

// Calls a function before the nth call for a file or folder.
class PausingFiles final : public rocksdb::FileSystemWrapper {
 public:
  PausingFiles(uint64_t nth, std::function<void()> pause)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), nth_(nth), pause_(std::move(pause)) {}
  const char* Name() const override { return "PausingFiles"; }
  uint64_t calls() const { return calls_; }

  IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                             std::unique_ptr<rocksdb::FSSequentialFile>* result,
                             rocksdb::IODebugContext* debug) override {
    Count();
    return target()->NewSequentialFile(name, options, result, debug);
  }
  IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                               std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                               rocksdb::IODebugContext* debug) override {
    Count();
    return target()->NewRandomAccessFile(name, options, result, debug);
  }
  IOStatus GetChildren(const std::string& directory, const rocksdb::IOOptions& options,
                       std::vector<std::string>* result, rocksdb::IODebugContext* debug) override {
    Count();
    return target()->GetChildren(directory, options, result, debug);
  }
  IOStatus GetFileSize(const std::string& name, const rocksdb::IOOptions& options, uint64_t* size,
                       rocksdb::IODebugContext* debug) override {
    Count();
    return target()->GetFileSize(name, options, size, debug);
  }

 private:
  void Count() {
    if (++calls_ == nth_) pause_();
  }

  const uint64_t nth_;
  const std::function<void()> pause_;
  uint64_t calls_ = 0;
};

class FrozenFilesTest : public StoreFixture {
 protected:
  // The same few come again, so that their files are merged, and no reader has more and more of them to open.
  static std::string IdOf(uint64_t version, uint32_t row) {
    return "v" + std::to_string(version % 3) + "_" + std::to_string(row);
  }

  // Everybody is replaced, as of version n, by a segment that goes past the log or does not.
  void Replace(size_t record_bytes) {
    std::vector<std::string> ids;
    const uint64_t version = store_->snapshot()->manifest.version + 1;
    for (uint32_t row = 0; row < 40; ++row) ids.push_back(IdOf(version, row));
    Commit commit{.add_segments = {Write(ids, record_bytes)}};
    for (const SegmentInfo& old : store_->snapshot()->manifest.segments) commit.drop_segments.push_back(old.id);
    commit.dictionary_block = "block of " + std::to_string(version);
    commit.documents = {{"version", std::to_string(version)}};
    Apply(std::move(commit));
  }

  // Empty when `store` holds one version, whole.
  static std::string Wrong(const Store& store) {
    const SnapshotPtr snapshot = store.snapshot();
    const uint64_t number = snapshot->manifest.version;
    const std::string version = std::to_string(number);
    if (snapshot->documents->at("version") != version) return "another document";
    if (snapshot->segments.size() != 1) return "another number of segments";
    uint32_t records = 0;
    const absl::Status read = snapshot->segments[0]->ForEachRecord([&](uint32_t row, std::string_view record) {
      records += record.starts_with("record of " + IdOf(number, row)) ? 1 : 0;
      return true;
    });
    if (!read.ok()) return read.ToString();
    if (records != 40) return "another record";
    const auto posting = snapshot->segments[0]->Posting({0, 0, 0, 1}, 40);
    if (!posting.ok()) return posting.status().ToString();
    if ((*posting)->Cardinality() != 40) return "another posting";
    const auto found = store.Find(*snapshot, "data", IdOf(number, 7));
    if (!found.ok()) return found.status().ToString();
    if (!found->has_value()) return "an id is missing";
    const auto block = store.DictionaryBlock(snapshot->manifest.dictionary_blocks - 1);
    if (!block.ok()) return block.status().ToString();
    return *block == "block of " + version ? "" : "another block";
  }

  // Opens readers, each held up before another of its calls while `write` runs; what each saw and sees afterwards. Of
  // `step` calls one, for what takes long.
  void HoldUpAtEachCall(uint64_t step, const std::function<void()>& write) {
    size_t readers = 0;
    size_t saw_the_later = 0;
    for (uint64_t nth = 1;; nth += step) {
      ASSERT_LT(nth, 400u) << "a reader that takes ever more calls";
      const uint64_t before = store_->snapshot()->manifest.version;
      const auto files = std::make_shared<PausingFiles>(nth, write);
      const auto reader = Store::Open(path_, {.read_only = true, .file_system = files});
      ASSERT_TRUE(reader.ok()) << "held up before call " << nth << ": " << reader.status();
      const uint64_t version = (*reader)->snapshot()->manifest.version;
      EXPECT_GE(version, before) << nth;
      EXPECT_EQ(Wrong(**reader), "") << "held up before call " << nth;
      if (files->calls() < nth) break;
      ++readers;
      saw_the_later += version > before ? 1 : 0;
      write();
      write();
      EXPECT_EQ((*reader)->snapshot()->manifest.version, version);
      EXPECT_EQ(Wrong(**reader), "") << "afterwards, held up before call " << nth;
    }
    EXPECT_GT(readers * step, 10u);
    EXPECT_GT(saw_the_later, 0u);
  }
};

constexpr size_t kPastTheLog = 110'000;  // 40 of them are more than goes through it

TEST_F(FrozenFilesTest, BesideCommitsThroughTheLog) {
  Create();
  Replace(0);
  HoldUpAtEachCall(1, [&] { Replace(0); });
}

TEST_F(FrozenFilesTest, BesideCommitsPastTheLog) {
  Create();
  Replace(0);
  HoldUpAtEachCall(3, [&] { Replace(kPastTheLog); });
}

TEST_F(FrozenFilesTest, BesideAWriterThatIsStartedAgain) {
  Create();
  Replace(0);
  HoldUpAtEachCall(3, [&] {
    Reopen();
    Replace(0);
    Reopen();
  });
}

TEST_F(FrozenFilesTest, KeepsWhatTheWriterRemoves) {
  Create();
  Replace(kPastTheLog);
  Reopen();
  const auto reader = Store::Open(path_, {.read_only = true});
  ASSERT_TRUE(reader.ok()) << reader.status();
  store_.reset();
  std::filesystem::remove_all(path_);
  EXPECT_EQ(Wrong(**reader), "");
}

// As root nothing is forbidden, so this sees only that nothing changes.
TEST_F(FrozenFilesTest, LeavesTheFolderAlone) {
  Create();
  Replace(0);
  store_.reset();
  const auto files = [&] {
    std::map<std::string, std::pair<uintmax_t, std::filesystem::file_time_type>> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      found[entry.path().filename().string()] = {entry.file_size(), entry.last_write_time()};
    }
    return found;
  };
  const auto before = files();
  {
    const auto reader = Store::Open(path_, {.read_only = true});
    ASSERT_TRUE(reader.ok()) << reader.status();
    EXPECT_EQ(Wrong(**reader), "");
  }
  EXPECT_EQ(files(), before);
}

TEST_F(FrozenFilesTest, TooManyOpenFilesAreSaidToBeThat) {
  Create();
  Replace(0);
  store_.reset();
  std::vector<int> taken;
  for (int fd = dup(0); fd >= 0; fd = dup(0)) taken.push_back(fd);
  const absl::Status reading = Store::Open(path_, {.read_only = true}).status();
  const absl::Status writing = Store::Open(path_, {}).status();
  const absl::Status creating = Store::Open(path_ + ".other", {.create_if_missing = true}).status();
  for (const int fd : taken) close(fd);
  for (const absl::Status& status : {reading, writing, creating}) {
    EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted) << status;
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr("too many files are open"));
  }
  std::filesystem::remove_all(path_ + ".other");
  Reopen();
}

}  // namespace
}  // namespace muster::storage
