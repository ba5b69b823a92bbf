// RocksStore::Stored, VerifyFiles and VerifyNotes: what `check` wants to know of the store itself.
#include <rocksdb/file_checksum.h>
#include <rocksdb/metadata.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "storage/files/absl_text.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_store.h"

namespace muster::storage {
namespace {

constexpr size_t kPart = size_t{1} << 20;

std::unique_ptr<rocksdb::FileChecksumGenerator> NewGenerator() {
  return rocksdb::GetFileChecksumGenCrc32cFactory()->CreateFileChecksumGenerator(rocksdb::FileChecksumGenContext());
}

// The checksum of all bytes of the file.
absl::StatusOr<std::string> ChecksumOf(rocksdb::FileSystem& files, const std::string& path) {
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  rocksdb::Status status = files.NewSequentialFile(path, rocksdb::FileOptions(), &file, nullptr);
  const auto generator = NewGenerator();
  std::string buffer(kPart, '\0');
  while (status.ok()) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    rocksdb::Slice part;
    status = file->Read(kPart, rocksdb::IOOptions(), &part, buffer.data(), nullptr);
    if (!status.ok() || part.empty()) break;
    generator->Update(part.data(), part.size());
  }
  if (!status.ok()) return StatusOf(status, path, "reading it");
  generator->Finalize();
  return generator->GetChecksum();
}

// Holds no snapshot of RocksDB: compacting could not erase what it keeps.
class PartsOfDb final : public StoredParts {
 public:
  PartsOfDb(std::shared_ptr<const RocksDb> db, Manifest manifest)
      : db_(std::move(db)), manifest_(std::move(manifest)) {}

  const Manifest& manifest() const override { return manifest_; }
  absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const override {
    return Part(kDefault, DictionaryKey(block), absl::StrCat("block ", block, " of the dictionary"));
  }
  absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const override {
    return Part(kOntologies, OntologyKey(id, version), absl::StrCat("ontology ", ForAbsl(id), " ", ForAbsl(version)));
  }
  absl::StatusOr<bool> IsPresent() const override {
    const absl::StatusOr<Manifest> now = RocksStore::ReadManifest(*db_, std::nullopt);
    if (!now.ok()) return now.status();
    return now->version == manifest_.version;
  }

 private:
  absl::StatusOr<std::string> Part(ColumnFamily family, const std::string& key, std::string_view what) const {
    rocksdb::PinnableSlice bytes;
    const absl::StatusOr<bool> found = db_->Get(family, key, &bytes);
    if (!found.ok()) return found.status();
    if (!*found) return db_->Damaged(absl::StrCat(ForAbsl(what), " is missing"));
    return bytes.ToString();
  }

  const std::shared_ptr<const RocksDb> db_;
  const Manifest manifest_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<StoredParts>> RocksStore::Stored() const {
  std::shared_ptr<const RocksDb> db = this->db();
  absl::StatusOr<Manifest> manifest = ReadManifest(*db, std::nullopt);
  if (!manifest.ok()) return manifest.status();
  return std::make_unique<PartsOfDb>(std::move(db), *std::move(manifest));
}

absl::Status RocksStore::VerifyFiles(absl::FunctionRef<void(std::string_view problem)> f) const {
  const std::shared_ptr<const RocksDb> db = this->db();
  const auto files = db->file_system();
  std::vector<rocksdb::LiveFileMetaData> live;
  db->db().GetLiveFilesMetaData(&live);
  const std::string method = NewGenerator()->Name();
  bool all_have_checksums = true;
  for (const rocksdb::LiveFileMetaData& file : live) {
    if (file.file_checksum_func_name != method) {
      all_have_checksums = false;
      continue;
    }
    const std::string path = absl::StrCat(file.db_path, file.name);
    const absl::StatusOr<std::string> checksum = ChecksumOf(*files, path);
    // Compacted since the list was made; another file has its content.
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    if (!checksum.ok() && !files->FileExists(path, rocksdb::IOOptions(), nullptr).ok()) continue;
    if (!checksum.ok()) return checksum.status();
    if (*checksum != file.file_checksum) f(absl::StrCat("the file ", file.name, " is not as it was written"));
  }
  if (all_have_checksums) return absl::OkStatus();
  return StatusOf(db->db().VerifyChecksum(), path_, "verifying its files");
}

absl::Status RocksStore::VerifyNotes(absl::FunctionRef<void(std::string_view problem)> f) const {
  const std::shared_ptr<const RocksDb> db = this->db();
  bool damaged = false;
  const auto note = VersionNoteFile::Read(*file_system_, path_, directory_, &damaged);
  if (!note.ok()) return note.status();
  const SnapshotPtr current = snapshot();
  if (damaged) f("the file VERSION is damaged");
  if (note->has_value() && (*note)->catalogue != CatalogueId() && (*note)->catalogue != current->manifest.catalogue)
    f("the file VERSION is another catalogue's");
  // While this process writes, no other does; a reader may be behind.
  if (!read_only_ && note->has_value() && (*note)->version > current->manifest.version) {
    f(absl::StrCat("version ", (*note)->version, " was committed, and the store is at ", current->manifest.version));
  }
  return absl::OkStatus();
}

}  // namespace muster::storage
