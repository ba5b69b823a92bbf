#include "storage/rocks/rocks_journal.h"

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "storage/files/memory_reserve.h"
#include "storage/files/process_end.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_options.h"

namespace muster::storage {
namespace {

rocksdb::Slice SliceOf(std::string_view text) { return {text.data(), text.size()}; }
std::string_view ViewOf(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

class Journal final : public RocksJournal {
 public:
  explicit Journal(std::string path) : path_(std::move(path)), env_(rocksdb::NewCompositeEnv(FileSystemOr(nullptr))) {}

  ~Journal() override {
    const MemoryReserve reserve;
    if (!reserve.held() || IsProcessEnding()) {
      LeaveBehind(db_.release());
      LeaveBehind(env_.release());
    }
    db_.reset();
  }

  absl::Status OpenAt(const Options& options) {
    rocksdb::Options rocks(RocksOptions(options.read_only, env_.get()), rocksdb::ColumnFamilyOptions());
    rocks.create_if_missing = options.create_if_missing;
    // A batch that was acknowledged and cannot be read is damage: to go on without it would give fresh answers.
    rocks.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
    rocks.write_buffer_size = size_t{4} << 20;
    rocks.compression = rocksdb::kLZ4Compression;
    rocksdb::DB* db = nullptr;
    const rocksdb::Status status =
        options.read_only ? rocksdb::DB::OpenForReadOnly(rocks, path_, &db) : rocksdb::DB::Open(rocks, path_, &db);
    db_.reset(db);
    NoticeProcessEnd();
    if (status.IsIOError() && absl::StrContains(status.ToString(), "lock")) {
      return absl::UnavailableError(absl::StrCat(
          path_,
          ": another program, or another part of this one, admits guests, and only one can at a time. Wait "
          "until it is closed."));
    }
    return StatusOf(status, path_, "opening the ledger");
  }

  absl::Status Write(const Batch& batch) override {
    RocksBatch writes;
    for (const auto& [key, value] : batch.puts) {
      if (const rocksdb::Status status = writes.Put(key, value); !status.ok()) return Failed(status);
    }
    for (const std::string& key : batch.deletes) {
      if (const rocksdb::Status status = writes.Delete(key); !status.ok()) return Failed(status);
    }
    return Failed(db_->Write(rocksdb::WriteOptions(), &writes));
  }

  absl::Status Sync() override { return Failed(db_->SyncWAL()); }

  absl::StatusOr<std::optional<std::string>> Get(std::string_view key) const override {
    std::string value;
    const rocksdb::Status status = db_->Get(rocksdb::ReadOptions(), SliceOf(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    if (!status.ok()) return StatusOf(status, path_, "reading the ledger");
    return value;
  }

  absl::Status Scan(std::string_view begin, std::string_view end, const Visit& visit) const override {
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(rocksdb::ReadOptions()));
    for (at->Seek(SliceOf(begin)); at->Valid() && ViewOf(at->key()) < end; at->Next()) {
      if (!visit(ViewOf(at->key()), ViewOf(at->value()))) return absl::OkStatus();
    }
    return StatusOf(at->status(), path_, "reading the ledger");
  }

 private:
  absl::Status Failed(const rocksdb::Status& status) const { return StatusOf(status, path_, "writing the ledger"); }

  const std::string path_;
  std::unique_ptr<rocksdb::Env> env_;
  std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<RocksJournal>> RocksJournal::Open(const std::string& path, const Options& options) {
  std::error_code error;
  if (!std::filesystem::exists(path + "/CURRENT", error)) {
    if (!options.create_if_missing || options.read_only) {
      return absl::NotFoundError(absl::StrCat(path, ": there is no ledger"));
    }
    std::filesystem::create_directories(path, error);
    if (error) return ErrnoStatus(error.value(), path, "making the ledger's folder");
  }
  auto journal = std::make_unique<Journal>(path);
  if (absl::Status status = journal->OpenAt(options); !status.ok()) return status;
  return journal;
}

}  // namespace muster::storage
