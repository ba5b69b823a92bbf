// Everything that storage parses from disk: for any bytes an error, or a value that is safe and encodes to the same.
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "storage/bits/bitmap.h"
#include "storage/bits/bits.h"
#include "storage/codec/column.h"
#include "storage/codec/posting_codec.h"
#include "storage/codec/posting_directory.h"
#include "storage/codec/posting_page.h"
#include "storage/codec/stored_union.h"
#include "storage/keys.h"
#include "storage/manifest.h"

namespace {

using muster::storage::AddPosting;
using muster::storage::Bitmap;
using muster::storage::Bits;
using muster::storage::ColumnChunk;
using muster::storage::EncodedPosting;
using muster::storage::EncodePage;
using muster::storage::EncodePosting;
using muster::storage::EncodeUnion;
using muster::storage::ForEachInPage;
using muster::storage::Manifest;
using muster::storage::ParsePosting;
using muster::storage::ParseUnion;
using muster::storage::PostingDirectory;
using muster::storage::PostingOfUnion;

void Require(bool condition) {
  if (!condition) std::abort();
}

void TryBitmap(std::string_view bytes) {
  const auto bitmap = Bitmap::Parse(bytes);
  if (!bitmap.ok()) return;
  uint64_t rows = 0;
  int64_t previous = -1;
  // A few bytes may stand for 2^32 rows; some thousand tell enough.
  Bitmap::Cursor cursor(*bitmap);
  uint32_t buffer[256];
  while (const size_t n = rows < 10'000 ? cursor.Next(buffer) : 0) {
    for (size_t i = 0; i < n; ++i) {
      Require(previous < int64_t{buffer[i]});
      Require(bitmap->Contains(buffer[i]));
      previous = buffer[i];
    }
    rows += n;
  }
  Require(rows <= bitmap->Cardinality());
  const Bitmap complement = bitmap->Complement(1 << 20);
  Require(complement.Cardinality() + bitmap->RangeCardinality(0, 1 << 20) == 1 << 20);
  Require(Bitmap::Or(*bitmap, complement).RangeCardinality(0, 1 << 20) == 1 << 20);
  Bitmap copy = *bitmap;
  copy.Optimize();
  std::string again;
  copy.AppendTo(&again);
  const auto parsed = Bitmap::Parse(again);
  Require(parsed.ok() && *parsed == *bitmap);
}

// Both ways to read a posting find the same rows.
void TryPosting(std::string_view bytes) {
  constexpr uint32_t kRows = (1 << 20) - 5;
  Bits bits(kRows);
  const bool added = AddPosting(bytes, kRows, bits.words()).ok();
  Require(bits.words().back() >> (kRows % 64) == 0);
  const auto posting = ParsePosting(bytes);
  if (!posting.ok()) return;
  if (posting->Empty() || posting->Maximum() < kRows) Require(added && Bitmap::FromBits(bits.words()) == *posting);
  const auto again = ParsePosting(EncodePosting(*posting));
  Require(again.ok() && *again == *posting);
}

void TryDirectory(std::string_view bytes) {
  const auto directory = PostingDirectory::Parse(bytes);
  if (!directory.ok()) return;
  const auto again = PostingDirectory::Parse(directory->Encode());
  Require(again.ok() && again->values() == directory->values() && again->pages() == directory->pages());
}

void TryPage(std::string_view bytes) {
  std::vector<EncodedPosting> postings;
  const bool good = ForEachInPage(7, bytes, [&](uint32_t value, std::string_view posting) {
    Require(postings.empty() ? value == 7 : value > postings.back().value);
    Require(posting.empty() || (posting.data() >= bytes.data() && posting.end() <= bytes.end()));
    postings.push_back({value, std::string(posting)});
    return true;
  });
  if (!good) return;
  const std::string again = EncodePage(postings);
  auto expected = postings.begin();
  Require(ForEachInPage(7, again, [&](uint32_t value, std::string_view posting) {
    const EncodedPosting& one = *expected++;
    return value == one.value && posting == one.bytes;
  }));
  Require(expected == postings.end());
}

void TryUnion(std::string_view bytes) {
  const auto stored = ParseUnion(bytes);
  if (!stored.ok()) return;
  Require(!PostingOfUnion(bytes, stored->values).empty());
  const auto again = ParseUnion(EncodeUnion(*stored));
  Require(again.ok() && again->values == stored->values && again->rows == stored->rows);
}

void TryColumn(std::string_view bytes) {
  const auto chunk = ColumnChunk::Parse(bytes);
  if (!chunk.ok()) return;
  std::vector<int64_t> values(chunk->size());
  for (uint32_t i = 0; i < chunk->size(); ++i) values[i] = (*chunk)[i];
  const auto again = ColumnChunk::Parse(ColumnChunk::Encode(values));
  Require(again.ok() && again->size() == chunk->size());
  for (uint32_t i = 0; i < chunk->size(); ++i) Require((*again)[i] == values[i]);
}

void TryManifest(std::string_view bytes) {
  const auto manifest = Manifest::Parse(bytes);
  if (!manifest.ok()) return;
  const std::string again = manifest->Encode();
  // Those of older formats are written as the present one: of format 4, the name of the format is other, and so the
  // checksum is.
  const auto inner = [](std::string_view of) { return of.substr(4, of.size() - 8); };
  Require(again == bytes || bytes.starts_with("MSTR") || (bytes.starts_with("MST4") && inner(again) == inner(bytes)));
  Require(Manifest::Parse(again)->Encode() == again);
}

// The bytes with a manifest's checksum, which no mutation would hit.
std::string Sealed(std::string_view bytes) {
  std::string sealed(bytes);
  const auto sum = static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  for (int i = 0; i < 4; ++i) sealed.push_back(static_cast<char>(sum >> (8 * i)));
  return sealed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  TryBitmap(bytes);
  TryPosting(bytes);
  TryDirectory(bytes);
  TryPage(bytes);
  TryUnion(bytes);
  TryColumn(bytes);
  TryManifest(bytes);
  TryManifest(Sealed(bytes));
  Require(muster::storage::IdPrefixLength(bytes) <= size);
  return 0;
}
