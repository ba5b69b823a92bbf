#include "storage/rocks_db.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"
#include "storage/rocks_options.h"
#include "storage/status_of.h"

namespace muster::storage {

absl::StatusOr<std::shared_ptr<RocksDb>> RocksDb::Open(const std::string& path, const OpenOptions& open) {
  std::shared_ptr<RocksDb> result(new RocksDb());
  result->path_ = path;
  rocksdb::DBOptions options = RocksOptions(open.read_only);
  options.create_if_missing = open.create_if_missing;
  options.create_missing_column_families = open.create_if_missing;
  const auto families = RocksColumnFamilies(result->dead_segments_);
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = open.read_only
                                     ? rocksdb::DB::OpenForReadOnly(options, path, families, &result->handles_, &db)
                                     : rocksdb::DB::Open(options, path, families, &result->handles_, &db);
  result->db_.reset(db);
  if (!status.ok()) return StatusOf(status, path, "opening it");
  return result;
}

absl::StatusOr<RocksDb::Glimpse> RocksDb::Peek(const std::string& path, const std::string& key) {
  rocksdb::DB* db = nullptr;
  rocksdb::Status status =
      rocksdb::DB::OpenForReadOnly(rocksdb::Options(RocksOptions(true), rocksdb::ColumnFamilyOptions()), path, &db);
  if (!status.ok()) return StatusOf(status, path, "opening it");
  const std::unique_ptr<rocksdb::DB> owner(db);
  Glimpse glimpse;
  std::string value;
  status = db->Get(rocksdb::ReadOptions(), key, &value);
  if (status.ok()) {
    glimpse.value = std::move(value);
  } else if (status.IsNotFound()) {
    const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator(rocksdb::ReadOptions()));
    it->SeekToFirst();
    glimpse.empty = !it->Valid();
    status = it->status();
  }
  if (!status.ok()) return StatusOf(status, path, "reading its format");
  return glimpse;
}

absl::StatusOr<std::vector<std::string>> RocksDb::ListColumnFamilies(const std::string& path) {
  std::vector<std::string> names;
  const rocksdb::Status status = rocksdb::DB::ListColumnFamilies(RocksOptions(true), path, &names);
  if (!status.ok()) return StatusOf(status, path, "listing its column families");
  std::ranges::sort(names);
  return names;
}

RocksDb::~RocksDb() {
  if (db_ == nullptr) return;
  for (rocksdb::ColumnFamilyHandle* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  db_->Close();
}

absl::StatusOr<bool> RocksDb::Get(ColumnFamily family, const std::string& key, rocksdb::PinnableSlice* value) const {
  const rocksdb::Status status = db_->Get(rocksdb::ReadOptions(), handle(family), key, value);
  if (status.IsNotFound()) return false;
  if (!status.ok()) return StatusOf(status, path_, absl::StrCat("reading ", kColumnFamilyNames[family]));
  return true;
}

absl::StatusOr<bool> RocksDb::Empty() const {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  for (rocksdb::ColumnFamilyHandle* family : handles_) {
    const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, family));
    it->SeekToFirst();
    if (!it->status().ok()) return StatusOf(it->status(), path_, "looking whether it is empty");
    if (it->Valid()) return false;
  }
  return true;
}

absl::Status RocksDb::Damaged(std::string_view what) const {
  return absl::DataLossError(absl::StrCat(path_, ": the catalogue is damaged: ", ForAbsl(what),
                                          ". Restore it from a backup or import it again."));
}

}  // namespace muster::storage
