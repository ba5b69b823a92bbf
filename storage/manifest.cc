#include "storage/manifest.h"

#include <zlib.h>

#include <optional>
#include <random>
#include <utility>

#include "absl/status/status.h"
#include "storage/codec/bytes.h"

namespace muster::storage {
namespace {

// The manifest, integers little-endian, `string` = length:4 bytes:
//
//   "MST5" catalogue:16 version:8 next_segment:4 dictionary_blocks:4 symbols:4 dictionary_checksum:4
//   segments:4   { id:4 live_version:8 live:4 symbols_proof:8 entities:2 { rows:4 } }
//   ontologies:4 { id:string version:string terms:8 obsolete:8 }
//   crc32:4 of everything before it
//
// Format 4 began with "MST4"; format 3 with "MSTR", and it had neither of catalogue, symbols, dictionary_checksum and
// symbols_proof.
constexpr std::string_view kMagic = "MST5";
constexpr std::string_view kMagic4 = "MST4";
constexpr std::string_view kMagic3 = "MSTR";
constexpr size_t kChecksumSize = 4;

uint32_t Checksum(std::string_view bytes) {
  return static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

void AppendString(std::string_view text, std::string* out) {
  AppendLittleEndian(static_cast<uint32_t>(text.size()), out);
  out->append(text);
}

absl::Status Damaged(std::string_view what) { return absl::DataLossError("manifest: " + std::string(what)); }

}  // namespace

CatalogueId NewCatalogueId() {
  std::random_device random;
  CatalogueId id;
  for (uint64_t& half : id) half = (uint64_t{random()} << 32) | random();
  return id;
}

std::string Manifest::Encode() const {
  std::string out(kMagic);
  for (const uint64_t half : catalogue) AppendLittleEndian(half, &out);
  AppendLittleEndian(version, &out);
  AppendLittleEndian(next_segment, &out);
  AppendLittleEndian(dictionary_blocks, &out);
  AppendLittleEndian(dictionary.symbols, &out);
  AppendLittleEndian(dictionary.checksum, &out);
  AppendLittleEndian(static_cast<uint32_t>(segments.size()), &out);
  for (const SegmentInfo& segment : segments) {
    AppendLittleEndian(segment.id, &out);
    AppendLittleEndian(segment.live_version, &out);
    AppendLittleEndian(segment.live, &out);
    AppendLittleEndian(segment.symbols_proof, &out);
    AppendLittleEndian(static_cast<uint16_t>(segment.rows.size()), &out);
    for (const uint32_t rows : segment.rows) AppendLittleEndian(rows, &out);
  }
  AppendLittleEndian(static_cast<uint32_t>(ontologies.size()), &out);
  for (const OntologyInfo& ontology : ontologies) {
    AppendString(ontology.id, &out);
    AppendString(ontology.version, &out);
    AppendLittleEndian(ontology.terms, &out);
    AppendLittleEndian(ontology.obsolete, &out);
  }
  AppendLittleEndian(Checksum(out), &out);
  return out;
}

absl::StatusOr<Manifest> Manifest::Parse(std::string_view bytes) {
  const bool of_format_3 = bytes.starts_with(kMagic3);
  const bool of_format_4 = bytes.starts_with(kMagic4);
  if (bytes.size() < kMagic.size() + kChecksumSize || (!bytes.starts_with(kMagic) && !of_format_3 && !of_format_4)) {
    return Damaged("does not begin as one");
  }
  const std::string_view body = bytes.substr(0, bytes.size() - kChecksumSize);
  if (LoadLittleEndian<uint32_t>(bytes.data() + body.size()) != Checksum(body)) return Damaged("checksum is wrong");

  // The checksum does not keep a deliberate change out, so nothing below trusts a count: lists grow only by what was
  // really there.
  ByteReader reader(body.substr(kMagic.size()));
  Manifest manifest;
  if (of_format_3) manifest.format = 3;
  if (of_format_4) manifest.format = 4;
  if (!of_format_3) {
    for (uint64_t& half : manifest.catalogue) half = reader.Read<uint64_t>();
  }
  manifest.version = reader.Read<uint64_t>();
  manifest.next_segment = reader.Read<uint32_t>();
  manifest.dictionary_blocks = reader.Read<uint32_t>();
  if (!of_format_3) {
    manifest.dictionary.symbols = reader.Read<uint32_t>();
    manifest.dictionary.checksum = reader.Read<uint32_t>();
  }
  std::optional<uint32_t> previous;
  for (auto left = reader.Read<uint32_t>(); left > 0 && reader.ok(); --left) {
    SegmentInfo segment;
    segment.id = reader.Read<uint32_t>();
    segment.live_version = reader.Read<uint64_t>();
    segment.live = reader.Read<uint32_t>();
    if (!of_format_3) segment.symbols_proof = reader.Read<uint64_t>();
    for (auto entities = reader.Read<uint16_t>(); entities > 0 && reader.ok(); --entities) {
      segment.rows.push_back(reader.Read<uint32_t>());
    }
    if (!reader.ok()) break;
    const uint32_t individuals = segment.rows.empty() ? 0 : segment.rows[0];
    if (segment.id >= manifest.next_segment || (previous && segment.id <= *previous) || segment.live > individuals ||
        segment.live_version > manifest.version || (segment.live_version == 0 && segment.live != individuals)) {
      return Damaged("a segment's numbers contradict each other");
    }
    previous = segment.id;
    manifest.segments.push_back(std::move(segment));
  }
  for (auto left = reader.Read<uint32_t>(); left > 0 && reader.ok(); --left) {
    OntologyInfo ontology;
    ontology.id = reader.ReadString();
    ontology.version = reader.ReadString();
    ontology.terms = reader.Read<uint64_t>();
    ontology.obsolete = reader.Read<uint64_t>();
    if (reader.ok()) manifest.ontologies.push_back(std::move(ontology));
  }
  if (!reader.ok()) return Damaged("ends too early");
  if (reader.remaining() != 0) return Damaged("bytes after the end");
  return manifest;
}

}  // namespace muster::storage
