#include "engine/model/record/dictionary.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/model/schema/keyword.h"
#include "engine/model/text/codec.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kBlockVersion = 2;
// Without what comes before it.
constexpr uint8_t kOldBlockVersion = 1;
// What stands for a text that was taken out, before the symbol's number.
constexpr char kGone = '\x7f';
/// Bytes for texts that are taken from the heap at once.
constexpr size_t kHeldAtOnce = size_t{64} << 10;

// Of `bytes` behind those that have the checksum `before`.
uint32_t Checksum(uint32_t before, std::string_view bytes) {
  return static_cast<uint32_t>(crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

std::string_view Dictionary::Hold(std::string_view text) {
  if (text.empty()) return {};
  size_t begin = room_ != nullptr ? room_->used.load() : 0;
  while (room_ == nullptr || room_->size - begin < text.size() ||
         !room_->used.compare_exchange_weak(begin, begin + text.size())) {
    if (room_ != nullptr && room_->size - begin >= text.size()) continue;
    room_ = std::make_shared<Room>(std::max(kHeldAtOnce, text.size()));
    held_.push_back(room_);
    begin = 0;
  }
  char* const bytes = room_->bytes.get() + begin;
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

Symbol Dictionary::Intern(std::string_view text, std::string_view label) {
  const std::optional<Symbol> found = Find(text);
  if (!found) {
    const auto symbol = static_cast<Symbol>(entries_.size());
    entries_.push_back({Hold(text), Hold(label)});
    index_.Add(text, symbol, TextOf());
    return symbol;
  }
  Entry& entry = entries_[*found];
  // Not where the entry is stored: whoever reads it there has no label.
  if (!label.empty() && entry.label.empty() && *found >= in_blocks_) entry.label = Hold(label);
  return *found;
}

std::optional<Symbol> Dictionary::Find(std::string_view text) const { return index_.Find(text, TextOf()); }

std::string_view Dictionary::Text(Symbol symbol) const { return entries_[symbol].text; }

std::string_view Dictionary::Label(Symbol symbol) const { return entries_[symbol].label; }

Dictionary Dictionary::WithOnly(const std::vector<bool>& used) const {
  Dictionary kept;
  kept.entries_.reserve(entries_.size());
  kept.index_.Reserve(entries_.size());
  for (Symbol symbol = 0; symbol < entries_.size(); ++symbol) {
    if (symbol < used.size() && used[symbol]) {
      kept.Intern(entries_[symbol].text, entries_[symbol].label);
      continue;
    }
    // No other symbol may have this text: it would be taken for this one.
    std::string gone = kGone + std::to_string(symbol);
    for (auto other = Find(gone); other.has_value() && *other != symbol; other = Find(gone)) gone += kGone;
    kept.Intern(gone);
  }
  return kept;
}

Dictionary Dictionary::WithSpellingsOnly() const {
  Dictionary spelt = *this;
  for (Entry& entry : spelt.entries_) {
    if (NormalizeKeyword(entry.label) != entry.text) entry.label = {};
  }
  return spelt;
}

bool Dictionary::IsDropped(Symbol symbol) const {
  const std::string_view text = entries_[symbol].text;
  const std::string gone = kGone + std::to_string(symbol);
  return text.starts_with(gone) && text.find_first_not_of(kGone, gone.size()) == std::string_view::npos;
}

std::string Dictionary::TakeBlock() {
  std::string bytes;
  PutByte(kBlockVersion, bytes);
  PutVarint(in_blocks_, bytes);
  PutVarint(checksum_, bytes);
  PutVarint(entries_.size() - in_blocks_, bytes);
  for (size_t i = in_blocks_; i < entries_.size(); ++i) {
    PutString(entries_[i].text, bytes);
    PutString(entries_[i].label, bytes);
  }
  in_blocks_ = entries_.size();
  checksum_ = Checksum(checksum_, bytes);
  return bytes;
}

absl::Status Dictionary::DecodeBlock(std::string bytes) {
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  ByteReader reader(*held);
  uint8_t version;
  size_t count;
  if (!reader.Byte(version)) return absl::DataLossError("dictionary: the block is empty");
  if (version != kBlockVersion && version != kOldBlockVersion)
    return absl::DataLossError(Concat({"dictionary: unknown version ", std::to_string(version)}));
  if (version == kBlockVersion) {
    uint64_t before;
    uint64_t checksum;
    if (!reader.Varint(before) || !reader.Varint(checksum)) {
      return absl::DataLossError("dictionary: the block is cut off");
    }
    if (before != in_blocks_ || in_blocks_ != entries_.size() || checksum != checksum_) {
      return absl::DataLossError(
          Concat({"dictionary: a block follows others than those before it (", std::to_string(before),
                  " symbols instead of ", std::to_string(entries_.size()), ")"}));
    }
  }
  if (!reader.Count(2, count)) return absl::DataLossError("dictionary: the block is cut off");
  const size_t before = entries_.size();
  absl::Status status;
  entries_.reserve(before + count);
  for (size_t i = 0; i < count && status.ok(); ++i) {
    Entry entry;
    if (reader.String(entry.text) && reader.String(entry.label)) {
      entries_.push_back(entry);
    } else {
      status = absl::DataLossError("dictionary: the block is cut off");
    }
  }
  if (status.ok() && reader.remaining() != 0) {
    status = absl::DataLossError("dictionary: bytes after the end of the block");
  }
  if (status.ok()) {
    TextIndex index = before == 0 ? TextIndex() : index_;
    index.Reserve(entries_.size());
    for (size_t i = before; i < entries_.size() && status.ok(); ++i) {
      if (index.Add(entries_[i].text, static_cast<Symbol>(i), TextOf())) continue;
      status = absl::DataLossError(Concat({"dictionary: entry ", std::to_string(i), " repeats an earlier one"}));
    }
    if (status.ok()) index_ = std::move(index);
  }
  if (!status.ok()) {
    entries_.resize(before);
    return status;
  }
  in_blocks_ = entries_.size();
  checksum_ = Checksum(checksum_, *held);
  held_.push_back(held);
  return absl::OkStatus();
}

}  // namespace muster::model
