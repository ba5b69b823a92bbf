// From values to the stored form of a chunk: whichever takes the fewest bytes.
#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

#include "containers/hash_table.h"
#include "storage/bits/bits.h"
#include "storage/bits/word_loops.h"
#include "storage/codec/bytes.h"
#include "storage/codec/column.h"
#include "storage/codec/column_form.h"

namespace muster::storage {
namespace {

// Appends numbers of a few bits each, for which there is room from the beginning.
class Packer {
 public:
  // `most`: at most this many numbers come.
  Packer(uint8_t bits, size_t most, std::string* out) : bits_(bits), out_(out) {
    const size_t size = out->size();
    out->resize(size + PackedBytes(most, bits) + sizeof(pending_));
    next_ = out->data() + size;
  }
  void Put(uint64_t number) {
    pending_ |= number << used_;
    const int used = used_ + bits_;
    if (used < 64) {
      used_ = used;
      return;
    }
    std::memcpy(next_, &pending_, sizeof(pending_));
    next_ += sizeof(pending_);
    pending_ = used_ == 0 ? 0 : number >> (64 - used_);
    used_ = used - 64;
  }
  void Finish() {
    std::memcpy(next_, &pending_, sizeof(pending_));
    out_->resize(static_cast<size_t>(next_ - out_->data()) + (static_cast<size_t>(used_) + 7) / 8);
  }

 private:
  const uint8_t bits_;
  std::string* const out_;
  char* next_;
  uint64_t pending_ = 0;
  int used_ = 0;  // less than 64
};

// The different values of a chunk in order, and the place of each.
class Places {
 public:
  // False when there are more than `limit`.
  bool Find(std::span<const int64_t> values, const ColumnSummary& summary, size_t limit) {
    base_ = static_cast<uint64_t>(summary.least);
    return summary.range < kDense ? FindDense(values, summary.range, limit) : FindSparse(values, limit);
  }
  const std::vector<int64_t>& list() const { return list_; }
  // Calls `use(place)`, by which the place of each of the values is found: how, is decided once.
  template <typename Use>
  void WithPlaces(Use use) const {
    if (!direct_.empty()) {
      use([direct = direct_.data(), base = base_](int64_t value) -> uint64_t {
        return direct[static_cast<uint64_t>(value) - base];
      });
    } else if (!bits_.empty()) {
      use([this](int64_t value) { return CountedPlace(static_cast<uint64_t>(value) - base_); });
    } else {
      use([this](int64_t value) -> uint64_t { return places_.find(value)->second; });
    }
  }

 private:
  // Up to this range a set of bits is small enough to stay close to the processor.
  static constexpr uint64_t kDense = uint64_t{1} << 22;
  // Up to this one the places themselves are.
  static constexpr uint64_t kDirect = uint64_t{1} << 16;

  uint64_t CountedPlace(uint64_t offset) const {
    const uint64_t below = bits_[offset / 64] & ((uint64_t{1} << (offset % 64)) - 1);
    const uint32_t before = before_[offset / 64];
    // Mostly there is one at most, and not every processor counts bits fast.
    if ((below & (below - 1)) == 0) return before + (below != 0 ? 1 : 0);
    return before + static_cast<uint64_t>(std::popcount(below));
  }

  bool FindDense(std::span<const int64_t> values, uint64_t range, size_t limit) {
    bits_.resize(range / 64 + 1);
    for (const int64_t value : values) {
      if (value == kNull) continue;
      const uint64_t offset = static_cast<uint64_t>(value) - base_;
      bits_[offset / 64] |= uint64_t{1} << (offset % 64);
    }
    before_.resize(bits_.size());
    for (size_t w = 0; w < bits_.size(); ++w) {
      before_[w] = static_cast<uint32_t>(list_.size());
      for (uint64_t word = bits_[w]; word != 0; word &= word - 1) {
        const uint64_t offset = w * 64 + static_cast<uint64_t>(std::countr_zero(word));
        list_.push_back(static_cast<int64_t>(base_ + offset));
      }
      if (list_.size() > limit) return false;
    }
    if (range >= kDirect) return true;
    direct_.resize(range + 1);
    for (size_t i = 0; i < list_.size(); ++i) {
      direct_[static_cast<uint64_t>(list_[i]) - base_] = static_cast<uint16_t>(i);
    }
    return true;
  }

  bool FindSparse(std::span<const int64_t> values, size_t limit) {
    for (const int64_t value : values) {
      if (value == kNull || !places_.try_emplace(value, 0).second) continue;
      if (places_.size() > limit) return false;
      list_.push_back(value);
    }
    std::sort(list_.begin(), list_.end());
    for (size_t i = 0; i < list_.size(); ++i) places_[list_[i]] = static_cast<uint32_t>(i);
    return true;
  }

  std::vector<int64_t> list_;
  uint64_t base_ = 0;
  std::vector<uint64_t> bits_;    // dense: which offsets there are,
  std::vector<uint32_t> before_;  // and how many of them before each word,
  std::vector<uint16_t> direct_;  // or, where the range is small, the place of each
  HashMap<int64_t, uint32_t> places_;
};

// How many bits the steps from value to value take; nullopt unless each is at least the one before, none is null, and
// that many are allowed.
std::optional<uint8_t> StepBits(std::span<const int64_t> values) {
  if (values.empty() || values.front() == kNull) return std::nullopt;  // a null would be less than the one before
  uint64_t steps = 0;
  for (size_t i = 1; i < values.size(); ++i) {
    if (values[i] < values[i - 1]) return std::nullopt;
    steps |= static_cast<uint64_t>(values[i]) - static_cast<uint64_t>(values[i - 1]);
  }
  return BitsOf(steps) <= kMaxStepBits ? std::optional(BitsOf(steps)) : std::nullopt;
}

uint8_t GapBits(const std::vector<int64_t>& list) {
  uint64_t gaps = 0;
  for (size_t i = 1; i < list.size(); ++i) {
    gaps |= static_cast<uint64_t>(list[i]) - static_cast<uint64_t>(list[i - 1]) - 1;
  }
  return BitsOf(gaps);
}

size_t ListBytes(const std::vector<int64_t>& list) { return 1 + PackedBytes(list.size() - 1, GapBits(list)); }

// Chooses among the forms that store offsets up to header->top(); returns how many bytes follow header and list.
size_t ChooseForm(const ColumnSummary& summary, ColumnHeader* header) {
  const uint64_t top = header->top();
  const size_t size = header->size;
  if (summary.present == size) {
    header->form = ColumnForm::kAll;
    header->bits = BitsOf(top);
    return PackedBytes(size, header->bits);
  }
  const size_t marked = PackedBytes(size, BitsOf(top + 1));
  const size_t present = PackedBytes(size, 1) + PackedBytes(summary.present, BitsOf(top));
  header->form = present < marked ? ColumnForm::kPresent : ColumnForm::kMarked;
  header->bits = present < marked ? BitsOf(top) : BitsOf(top + 1);
  return std::min(present, marked);
}

// Finds out whether a list saves enough to be looked up in when it is read: an eighth of `bytes`, which the chunk takes
// without. Then the header becomes that of the chunk with it.
bool ListSaves(std::span<const int64_t> values, const ColumnSummary& summary, size_t bytes, Places* places,
               ColumnHeader* header) {
  constexpr size_t kMax = std::numeric_limits<uint16_t>::max();
  if (header->bits < 2) return false;
  const size_t most = header->bits > 16 ? kMax : (size_t{1} << (header->bits - 1));  // else places take as many bits
  if (!places->Find(values, summary, most)) return false;
  ColumnHeader listed = *header;
  listed.listed = static_cast<uint16_t>(places->list().size());
  const size_t bytes_listed = ChooseForm(summary, &listed) + ListBytes(places->list());
  if (bytes_listed > bytes - bytes / 8) return false;
  *header = listed;
  return true;
}

void AppendHeader(const ColumnHeader& header, std::string* out) {
  AppendLittleEndian(static_cast<uint8_t>(header.form), out);
  AppendLittleEndian(header.bits, out);
  AppendLittleEndian(header.listed, out);
  AppendLittleEndian(header.size, out);
  AppendLittleEndian(static_cast<uint64_t>(header.base), out);
  AppendLittleEndian(header.range, out);
}

void AppendList(const std::vector<int64_t>& list, std::string* out) {
  const uint8_t bits = GapBits(list);
  AppendLittleEndian(bits, out);
  Packer packer(bits, list.size() - 1, out);
  for (size_t i = 1; i < list.size(); ++i) {
    packer.Put(static_cast<uint64_t>(list[i]) - static_cast<uint64_t>(list[i - 1]) - 1);
  }
  packer.Finish();
}

// A bit for each row, which says that it is not null.
void AppendPresence(std::span<const int64_t> values, std::string* out) {
  Bits presence(static_cast<uint32_t>(values.size()));
  Loops().find64(values.data(), values.size(), static_cast<uint64_t>(kNull), 0, presence.words().data());
  presence.Flip();
  out->append(reinterpret_cast<const char*>(presence.words().data()), PackedBytes(values.size(), 1));
}

// `offset` makes an offset of a value that is not null.
template <typename Offset>
void AppendOffsets(const ColumnHeader& header, std::span<const int64_t> values, Offset offset, std::string* out) {
  if (header.form == ColumnForm::kPresent) AppendPresence(values, out);
  Packer packer(header.bits, values.size(), out);
  for (const int64_t value : values) {
    if (value != kNull) {
      packer.Put(offset(value));
    } else if (header.form == ColumnForm::kMarked) {
      packer.Put(header.top() + 1);
    }
  }
  packer.Finish();
}

void AppendSteps(const ColumnHeader& header, std::span<const int64_t> values, std::string* out) {
  Packer packer(header.bits, values.size(), out);
  int64_t before = header.base;
  for (const int64_t value : values) {
    packer.Put(static_cast<uint64_t>(value) - static_cast<uint64_t>(before));
    before = value;
  }
  packer.Finish();
}

}  // namespace

std::string ColumnChunk::Encode(std::span<const int64_t> values) {
  const ColumnSummary summary(values);
  ColumnHeader header;
  header.size = static_cast<uint32_t>(values.size());
  header.base = summary.least;
  header.range = summary.range;
  std::string out;
  if (summary.present == 0 && !values.empty()) {
    header.form = ColumnForm::kNone;
    AppendHeader(header, &out);
    return out;
  }
  size_t bytes = ChooseForm(summary, &header);
  if (const auto bits = StepBits(values); bits && PackedBytes(values.size(), *bits) < bytes) {
    header.form = ColumnForm::kAscending;
    header.bits = *bits;
    bytes = PackedBytes(values.size(), *bits);
  }
  Places places;
  const bool listed = bytes > 0 && ListSaves(values, summary, bytes, &places, &header);
  out.reserve(ColumnHeader::kSize + bytes + sizeof(uint64_t));  // the last word is written whole first
  AppendHeader(header, &out);
  if (listed) {
    AppendList(places.list(), &out);
    places.WithPlaces([&](auto place) { AppendOffsets(header, values, place, &out); });
  } else if (header.form == ColumnForm::kAscending) {
    AppendSteps(header, values, &out);
  } else {
    const auto base = static_cast<uint64_t>(header.base);
    AppendOffsets(
        header, values, [base](int64_t value) { return static_cast<uint64_t>(value) - base; }, &out);
  }
  return out;
}

}  // namespace muster::storage
