// VersionNoteFile, through RocksDB's file system, as everything else.
#include "storage/rocks/rocks_version_note.h"

#include <rocksdb/file_system.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "absl/memory/memory.h"
#include "storage/codec/bytes.h"
#include "storage/files/status_of.h"

namespace muster::storage {
namespace {

constexpr std::string_view kName = "/VERSION";
constexpr std::string_view kTemporary = "/VERSION.new";
constexpr std::string_view kMagic = "MSTRNOTE";
constexpr size_t kNoteSize = 36;
// The notes are in two sectors.
constexpr size_t kSecondAt = 512;

// "MSTRNOTE" catalogue:16 version:8 crc32:4
std::string Encode(const VersionNote& note) {
  std::string bytes(kMagic);
  for (const uint64_t half : note.catalogue) AppendLittleEndian(half, &bytes);
  AppendLittleEndian(note.version, &bytes);
  AppendLittleEndian(static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size())),
                     &bytes);
  return bytes;
}

std::optional<VersionNote> Decode(std::string_view bytes) {
  if (bytes.size() < kNoteSize || !bytes.starts_with(kMagic)) return std::nullopt;
  VersionNote note;
  ByteReader reader(bytes.substr(kMagic.size(), kNoteSize - kMagic.size()));
  for (uint64_t& half : note.catalogue) half = reader.Read<uint64_t>();
  note.version = reader.Read<uint64_t>();
  if (Encode(note) != bytes.substr(0, kNoteSize)) return std::nullopt;
  return note;
}

// Whether the file has other names: a copy of the folder by hard links, which must not get our versions.
bool HasOtherNames(rocksdb::FileSystem& files, const std::string& path) {
  uint64_t names = 0;
  return files.NumFileLinks(path, rocksdb::IOOptions(), &names, nullptr).ok() && names > 1;
}

}  // namespace

VersionNoteFile::VersionNoteFile(std::shared_ptr<rocksdb::FileSystem> files, std::string directory)
    : files_(std::move(files)), directory_(std::move(directory)) {}

VersionNoteFile::~VersionNoteFile() {
  if (file_ != nullptr) file_->Close(rocksdb::IOOptions(), nullptr).PermitUncheckedError();
}

absl::StatusOr<std::optional<VersionNote>> VersionNoteFile::Read(rocksdb::FileSystem& files, const std::string& path,
                                                                 const std::string& directory, bool* damaged) {
  if (damaged != nullptr) *damaged = false;
  const std::string name = directory + std::string(kName);
  if (const rocksdb::IOStatus there = files.FileExists(name, rocksdb::IOOptions(), nullptr); there.IsNotFound()) {
    return std::nullopt;
  }
  std::string bytes;
  const rocksdb::Status read = rocksdb::ReadFileToString(&files, name, &bytes);
  if (!read.ok()) return StatusOf(read, path, "reading its version");
  std::optional<VersionNote> note;
  for (const size_t at : {size_t{0}, kSecondAt}) {
    const std::optional<VersionNote> found = Decode(std::string_view(bytes).substr(std::min(at, bytes.size())));
    if (found && (!note || found->version > note->version)) note = found;
  }
  // A file that a power cut left empty, or full of zeros, was never synced, and contains no note.
  const bool empty = std::ranges::all_of(bytes, [](char c) { return c == 0; });
  if (damaged != nullptr) *damaged = !note.has_value() && !empty;
  return note;
}

absl::StatusOr<std::unique_ptr<VersionNoteFile>> VersionNoteFile::Open(std::shared_ptr<rocksdb::FileSystem> files,
                                                                       const std::string& directory,
                                                                       const VersionNote& note) {
  const absl::StatusOr<std::optional<VersionNote>> found = Read(*files, directory, directory);
  if (!found.ok()) return found.status();
  const std::string path = directory + std::string(kName);
  const rocksdb::IOOptions options;
  rocksdb::Status status;
  if (!found->has_value() || HasOtherNames(*files, path)) {
    std::string bytes = Encode(note);
    bytes.resize(kSecondAt, 0);
    bytes += Encode(note);
    const std::string temporary = directory + std::string(kTemporary);
    status = rocksdb::WriteStringToFile(files.get(), bytes, temporary, /*should_sync=*/true);
    if (status.ok()) status = files->RenameFile(temporary, path, options, nullptr);
    std::unique_ptr<rocksdb::FSDirectory> entries;
    if (status.ok()) status = files->NewDirectory(directory, options, &entries, nullptr);
    if (status.ok()) status = entries->Fsync(options, nullptr);
  }
  auto result = absl::WrapUnique(new VersionNoteFile(files, directory));
  if (status.ok()) status = files->NewRandomRWFile(path, rocksdb::FileOptions(), &result->file_, nullptr);
  if (!status.ok()) return StatusOf(status, directory, "noting its version");
  absl::Status written = result->Write(note);
  if (written.ok()) written = result->Write(note);
  if (!written.ok()) return written;
  return result;
}

absl::Status VersionNoteFile::Write(const VersionNote& note) {
  second_ = !second_;
  return StatusOf(file_->Write(second_ ? kSecondAt : 0, Encode(note), rocksdb::IOOptions(), nullptr), directory_,
                  "noting its version");
}

absl::Status VersionNoteFile::Sync() {
  return StatusOf(file_->Sync(rocksdb::IOOptions(), nullptr), directory_, "noting its version");
}

}  // namespace muster::storage
