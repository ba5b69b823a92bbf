#include "storage/codec/posting_codec.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

#include "storage/bits/bits.h"
#include "storage/codec/bytes.h"
#include "storage/codec/elias_fano.h"

namespace muster::storage {
namespace {

// The first byte of the portable roaring form is another one.
constexpr char kEliasFano = 1;

constexpr uint32_t kContainerRows = 65536;
constexpr uint32_t kMaxInArray = 4096;
constexpr uint32_t kContainerWords = kContainerRows / 64;

absl::Status NotAPosting() { return absl::DataLossError("a posting is not one, or has rows beyond the end"); }

void SetRange(uint32_t first, uint32_t last, std::span<uint64_t> words) {
  const uint64_t from = ~uint64_t{0} << (first % 64);
  const uint64_t to = ~uint64_t{0} >> (63 - last % 64);
  if (first / 64 == last / 64) {
    words[first / 64] |= from & to;
    return;
  }
  words[first / 64] |= from;
  for (uint32_t w = first / 64 + 1; w < last / 64; ++w) words[w] = ~uint64_t{0};
  words[last / 64] |= to;
}

// The portable roaring form (docs/storage-format.md), container by container.
class RoaringReader {
 public:
  RoaringReader(std::string_view bytes, uint32_t rows, std::span<uint64_t> words)
      : reader_(bytes), rows_(rows), words_(words) {}

  bool AddAll() {
    constexpr uint32_t kWithoutRuns = 12346;
    constexpr uint16_t kWithRuns = 12347;
    constexpr uint32_t kOffsetsFrom = 4;  // containers, where there are runs
    const auto cookie = reader_.Read<uint32_t>();
    const bool has_runs = static_cast<uint16_t>(cookie) == kWithRuns;
    if (!has_runs && cookie != kWithoutRuns) return false;
    const uint32_t containers = has_runs ? (cookie >> 16) + 1 : reader_.Read<uint32_t>();
    if (containers > kContainerRows) return false;
    const std::string_view runs = has_runs ? reader_.ReadBytes((containers + 7) / 8) : std::string_view();
    const std::string_view heads = reader_.ReadBytes(size_t{containers} * 4);
    if (!has_runs || containers >= kOffsetsFrom) reader_.ReadBytes(size_t{containers} * 4);  // they follow in order
    if (!reader_.ok()) return false;
    for (uint32_t c = 0; c < containers; ++c) {
      const uint64_t base = uint64_t{LoadLittleEndian<uint16_t>(heads.data() + size_t{c} * 4)} * kContainerRows;
      if (base >= rows_) return false;
      const uint32_t size = uint32_t{LoadLittleEndian<uint16_t>(heads.data() + size_t{c} * 4 + 2)} + 1;
      const bool is_run = has_runs && (runs[c / 8] >> (c % 8) & 1) != 0;
      const auto first = static_cast<uint32_t>(base);
      if (!(is_run ? AddRuns(first) : size > kMaxInArray ? AddWords(first) : AddArray(first, size))) return false;
    }
    return reader_.remaining() == 0;
  }

 private:
  bool AddArray(uint32_t base, uint32_t size) {
    const std::string_view items = reader_.ReadBytes(size_t{size} * 2);
    if (!reader_.ok()) return false;
    const uint32_t room = std::min(rows_ - base, kContainerRows);
    uint64_t* const words = words_.data() + base / 64;
    uint32_t greatest = 0;
    // A row beyond `room` may have no word: all are checked before the first is set.
    for (uint32_t i = 0; i < size; ++i) {
      greatest = std::max<uint32_t>(greatest, LoadLittleEndian<uint16_t>(items.data() + size_t{i} * 2));
    }
    if (greatest >= room) return false;
    for (uint32_t i = 0; i < size; ++i) {
      const auto item = LoadLittleEndian<uint16_t>(items.data() + size_t{i} * 2);
      words[item / 64] |= uint64_t{1} << (item % 64);
    }
    return true;
  }

  bool AddWords(uint32_t base) {
    const std::string_view bits = reader_.ReadBytes(size_t{kContainerWords} * 8);
    if (!reader_.ok()) return false;
    const uint32_t room = std::min(rows_ - base, kContainerRows);
    for (uint32_t w = 0; w < kContainerWords; ++w) {
      const auto word = LoadLittleEndian<uint64_t>(bits.data() + size_t{w} * 8);
      if (word == 0) continue;
      if (w * 64 + 63 - static_cast<uint32_t>(std::countl_zero(word)) >= room) return false;
      words_[base / 64 + w] |= word;
    }
    return true;
  }

  bool AddRuns(uint32_t base) {
    const auto count = reader_.Read<uint16_t>();
    const std::string_view runs = reader_.ReadBytes(size_t{count} * 4);
    if (!reader_.ok()) return false;
    for (uint32_t r = 0; r < count; ++r) {
      const uint32_t first = LoadLittleEndian<uint16_t>(runs.data() + size_t{r} * 4);
      const uint32_t last = first + LoadLittleEndian<uint16_t>(runs.data() + size_t{r} * 4 + 2);
      if (last >= std::min(rows_ - base, kContainerRows)) return false;
      SetRange(base + first, base + last, words_);
    }
    return true;
  }

  ByteReader reader_;
  const uint32_t rows_;
  const std::span<uint64_t> words_;
};

// `words` have a bit for each row up to the last one. A greater row before it means damage: rows do not ascend.
bool SetBits(const EliasFano& listed, std::span<uint64_t> words) {
  const uint32_t last = listed.last();
  return listed.ForEach([&](uint32_t row) {
    if (row > last) return false;
    words[row / 64] |= uint64_t{1} << (row % 64);
    return true;
  });
}

bool IsEliasFano(std::string_view bytes) { return !bytes.empty() && bytes.front() == kEliasFano; }

}  // namespace

std::string EncodePosting(const Bitmap& bitmap, PostingFor what) {
  std::string roaring;
  bitmap.AppendTo(&roaring);
  if (bitmap.Empty()) return roaring;
  const uint64_t cardinality = bitmap.Cardinality();
  if (cardinality / 8 > roaring.size()) return roaring;  // runs
  constexpr uint64_t kMany = 16;
  const bool many = cardinality > kMaxInArray && cardinality > bitmap.Maximum() / kMany;
  if (many && what == PostingFor::kSpeed) return roaring;
  std::string listed(1, kEliasFano);
  AppendEliasFano(bitmap.ToVector(), &listed);
  return listed.size() < roaring.size() ? listed : roaring;
}

absl::StatusOr<Bitmap> ParsePosting(std::string_view bytes) {
  if (!IsEliasFano(bytes)) return Bitmap::Parse(bytes);
  const EliasFano listed(bytes.substr(1));
  // Of many, bits are quicker.
  constexpr uint32_t kFew = 256;
  constexpr uint32_t kLast = std::numeric_limits<uint32_t>::max();
  if (!listed.good()) return NotAPosting();
  if (listed.last() / kFew > listed.count() || listed.last() == kLast) {
    std::vector<uint32_t> rows(listed.count());
    uint32_t* next = rows.data();
    const bool good = listed.ForEach([&](uint32_t row) {
      *next++ = row;
      return true;
    });
    if (!good) return NotAPosting();
    return Bitmap::FromSorted(rows);
  }
  Bits bits(listed.last() + 1);
  if (!SetBits(listed, bits.words())) return NotAPosting();
  return Bitmap::FromBits(bits.words());
}

absl::Status AddPosting(std::string_view bytes, uint32_t rows, std::span<uint64_t> words) {
  if (!IsEliasFano(bytes)) return RoaringReader(bytes, rows, words).AddAll() ? absl::OkStatus() : NotAPosting();
  const EliasFano listed(bytes.substr(1));
  const bool fits = listed.good() && (listed.count() == 0 || listed.last() < rows);
  return fits && SetBits(listed, words) ? absl::OkStatus() : NotAPosting();
}

}  // namespace muster::storage
