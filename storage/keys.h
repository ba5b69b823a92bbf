// Every key of the store, and nowhere else. docs/storage-format.md explains them with worked rows.
//
// Numbers in keys are big-endian, so that RocksDB's bytewise order is numeric order. FROZEN: a change here is a new
// kFormatVersion.
//
//   column family   key                                                          value
//   default         "format"                                                     format version, decimal
//   default         "manifest"                                                   Manifest (storage/manifest.h)
//   default         "live" segment:4 version:8                                   bitmap of the live individuals
//   default         "symbols" block:4                                            block of the dictionary (engine/model)
//   default         "document" name                                              a document (engine)
//   default         "next_segment"                                               least unreserved segment:4
//   records         segment:4 row:4                                              record (engine/model)
//   ids             dataset 0x00 0x00 id 0x00 0x00 segment:4                     row:4
//   postings        segment:4 kind:1 entity:1 field:1 value:4                    page of postings, from value on
//   postings        segment:4 0xFE kind:1 entity:1 field:1 size:4 checksum:4     union of postings of some values
//   postings        segment:4 0xFF kind:1 entity:1 field:1                       directory of the values
//   columns         segment:4 entity:1 field:1 part:1 chunk:4                    ColumnChunk
//   ontologies      ontology id 0x00 0x00 version                                ontology (engine/ontology)
//
// `dataset`, `id` and `ontology id` are any bytes; 0x00 in them is written 0x00 0xFF, and 0x00 0x00 ends them, so that
// the order is that of the strings and no id is a prefix of another's key. `version` of an ontology is stored as is.
#ifndef MUSTER_STORAGE_KEYS_H_
#define MUSTER_STORAGE_KEYS_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace muster::storage {

inline constexpr uint32_t kFormatVersion = 5;
/// Catalogues from this format on are read as well; the first commit makes them ones of kFormatVersion.
inline constexpr uint32_t kOldestFormatVersion = 3;

/// From here on the byte that is a posting's kind means something else.
inline constexpr uint8_t kKindEnd = 0xFE;

/// What one bitmap of a segment is about. The numbers of kinds, entities and fields are the engine's; a kind is
/// less than kKindEnd.
struct PostingKey {
  uint8_t kind = 0;
  uint8_t entity = 0;
  uint8_t field = 0;
  uint32_t value = 0;
  friend bool operator==(const PostingKey&, const PostingKey&) = default;
  friend auto operator<=>(const PostingKey&, const PostingKey&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const PostingKey& k) {
    return H::combine(std::move(h), k.kind, k.entity, k.field, k.value);
  }
};

/// The field of a column; `part` distinguishes several columns of one field (such as the two bounds of a time).
struct ColumnKey {
  uint8_t entity = 0;
  uint8_t field = 0;
  uint8_t part = 0;
  friend bool operator==(const ColumnKey&, const ColumnKey&) = default;
  friend auto operator<=>(const ColumnKey&, const ColumnKey&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const ColumnKey& k) {
    return H::combine(std::move(h), k.entity, k.field, k.part);
  }
};

std::string FormatKey();
std::string ManifestKey();
/// Reserves segment numbers before a large segment bypasses the log; see docs/storage-format.md.
std::string NextSegmentKey();
/// The beginning of every LiveKey.
std::string LivePrefix();
std::string LiveKey(uint32_t segment, uint64_t version);
std::string DictionaryKey(uint32_t block);
/// The beginning of every DocumentKey.
std::string DocumentPrefix();
std::string DocumentKey(std::string_view name);
std::string RecordKey(uint32_t segment, uint32_t row);
std::string IdKey(std::string_view dataset, std::string_view id, uint32_t segment);
/// The part of IdKey before the segment.
std::string IdPrefix(std::string_view dataset, std::string_view id);
/// How many bytes of the IdKey `key` come before the segment; 0 when `key` is not an IdKey or IdPrefix.
size_t IdPrefixLength(std::string_view key);
/// The key of a page of postings, of which `key` is the first.
std::string PageKey(uint32_t segment, const PostingKey& key);
/// The key of the union of the postings of `values`. Other values may have the same key.
std::string UnionKey(uint32_t segment, const PostingKey& key, std::span<const uint32_t> values);
/// The beginning of the keys of all unions under the kind, entity and field of `key`.
std::string UnionPrefix(uint32_t segment, const PostingKey& key);
/// The beginning of every DirectoryKey of the segment.
std::string DirectoryPrefix(uint32_t segment);
/// The key of the directory of the postings that have the kind, entity and field of `key`. All directories of a
/// segment are adjacent, behind its postings.
std::string DirectoryKey(uint32_t segment, const PostingKey& key);
std::string ColumnKeyBytes(uint32_t segment, const ColumnKey& key, uint32_t chunk);
/// First key of a segment in records, postings and columns; SegmentPrefix(s + 1) ends it.
std::string SegmentPrefix(uint32_t segment);
/// The first key in bytewise order that is greater than all keys beginning with `prefix`; empty if there is none.
std::string PrefixEnd(std::string prefix);
std::string OntologyKey(std::string_view id, std::string_view version);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_KEYS_H_
