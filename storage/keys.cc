#include "storage/keys.h"

#include <zlib.h>

#include "storage/codec/bytes.h"

namespace muster::storage {
namespace {

constexpr size_t kNoEnd = std::string_view::npos;
// Where a posting has its kind.
constexpr char kUnions = static_cast<char>(kKindEnd);
constexpr char kDirectories = '\xFF';

void AppendKind(const PostingKey& key, std::string* out) {
  AppendBigEndian(key.kind, out);
  AppendBigEndian(key.entity, out);
  AppendBigEndian(key.field, out);
}

// Any bytes, so that bytewise order is the order of the strings and nothing encoded is a prefix of anything else
// encoded.
void AppendTerminated(std::string_view text, std::string* out) {
  for (const char c : text) {
    out->push_back(c);
    if (c == '\0') out->push_back('\xFF');
  }
  out->append(2, '\0');
}

// Where the text that starts at `begin` ends, its terminator included; kNoEnd when it does not.
size_t EndOfTerminated(std::string_view key, size_t begin) {
  for (size_t i = begin; i + 1 < key.size(); ++i) {
    if (key[i] != '\0') continue;
    if (key[i + 1] == '\0') return i + 2;
    ++i;
  }
  return kNoEnd;
}

}  // namespace

std::string FormatKey() { return "format"; }
std::string ManifestKey() { return "manifest"; }
std::string NextSegmentKey() { return "next_segment"; }
std::string LivePrefix() { return "live"; }

std::string LiveKey(uint32_t segment, uint64_t version) {
  std::string key = LivePrefix();
  AppendBigEndian(segment, &key);
  AppendBigEndian(version, &key);
  return key;
}

std::string DictionaryKey(uint32_t block) {
  std::string key = "symbols";
  AppendBigEndian(block, &key);
  return key;
}

std::string DocumentPrefix() { return "document"; }

std::string DocumentKey(std::string_view name) { return DocumentPrefix().append(name); }

std::string RecordKey(uint32_t segment, uint32_t row) {
  std::string key = SegmentPrefix(segment);
  AppendBigEndian(row, &key);
  return key;
}

std::string IdKey(std::string_view dataset, std::string_view id, uint32_t segment) {
  std::string key = IdPrefix(dataset, id);
  AppendBigEndian(segment, &key);
  return key;
}

std::string IdPrefix(std::string_view dataset, std::string_view id) {
  std::string key;
  key.reserve(dataset.size() + id.size() + 8);
  AppendTerminated(dataset, &key);
  AppendTerminated(id, &key);
  return key;
}

size_t IdPrefixLength(std::string_view key) {
  const size_t dataset_end = EndOfTerminated(key, 0);
  if (dataset_end == kNoEnd) return 0;
  const size_t id_end = EndOfTerminated(key, dataset_end);
  return id_end == kNoEnd ? 0 : id_end;
}

std::string PageKey(uint32_t segment, const PostingKey& key) {
  std::string bytes = SegmentPrefix(segment);
  AppendKind(key, &bytes);
  AppendBigEndian(key.value, &bytes);
  return bytes;
}

std::string UnionPrefix(uint32_t segment, const PostingKey& key) {
  std::string bytes = SegmentPrefix(segment).append(1, kUnions);
  AppendKind(key, &bytes);
  return bytes;
}

std::string UnionKey(uint32_t segment, const PostingKey& key, std::span<const uint32_t> values) {
  std::string bytes = UnionPrefix(segment, key);
  AppendBigEndian(static_cast<uint32_t>(values.size()), &bytes);
  const auto* const data = reinterpret_cast<const Bytef*>(values.data());
  AppendBigEndian(static_cast<uint32_t>(crc32_z(0, data, values.size_bytes())), &bytes);
  return bytes;
}

std::string DirectoryPrefix(uint32_t segment) { return SegmentPrefix(segment).append(1, kDirectories); }

std::string DirectoryKey(uint32_t segment, const PostingKey& key) {
  std::string bytes = DirectoryPrefix(segment);
  AppendKind(key, &bytes);
  return bytes;
}

std::string ColumnKeyBytes(uint32_t segment, const ColumnKey& key, uint32_t chunk) {
  std::string bytes = SegmentPrefix(segment);
  AppendBigEndian(key.entity, &bytes);
  AppendBigEndian(key.field, &bytes);
  AppendBigEndian(key.part, &bytes);
  AppendBigEndian(chunk, &bytes);
  return bytes;
}

std::string SegmentPrefix(uint32_t segment) {
  std::string key;
  AppendBigEndian(segment, &key);
  return key;
}

std::string PrefixEnd(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xFF') prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<uint8_t>(prefix.back()) + 1);
  return prefix;
}

std::string OntologyKey(std::string_view id, std::string_view version) {
  std::string key;
  AppendTerminated(id, &key);
  key.append(version);
  return key;
}

}  // namespace muster::storage
