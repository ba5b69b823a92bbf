#include "engine/model/dictionary.h"

#include <algorithm>
#include <utility>

#include "engine/model/codec.h"
#include "engine/model/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kBlockVersion = 1;
/// Bytes for texts that are taken from the heap at once.
constexpr size_t kHeldAtOnce = size_t{64} << 10;

}  // namespace

// The last bytes are written to by the one that began them.
Dictionary::Dictionary(const Dictionary& other)
    : entries_(other.entries_), index_(other.index_), bytes_(other.bytes_) {}

std::string_view Dictionary::Hold(std::string_view text) {
  if (text.empty()) return {};
  if (open_ == nullptr || open_->capacity() - open_->size() < text.size()) {
    open_ = std::make_shared<std::string>();
    open_->reserve(std::max(kHeldAtOnce, text.size()));
    bytes_.push_back(open_);
  }
  const size_t begin = open_->size();
  open_->append(text);
  return std::string_view(*open_).substr(begin);
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
  if (!label.empty() && entry.label.empty()) entry.label = Hold(label);
  return *found;
}

std::optional<Symbol> Dictionary::Find(std::string_view text) const { return index_.Find(text, TextOf()); }

std::string_view Dictionary::Text(Symbol symbol) const { return entries_[symbol].text; }

std::string_view Dictionary::Label(Symbol symbol) const { return entries_[symbol].label; }

std::string Dictionary::EncodeBlock(size_t first) const {
  std::string bytes;
  PutByte(kBlockVersion, bytes);
  PutVarint(first < entries_.size() ? entries_.size() - first : 0, bytes);
  for (size_t i = first; i < entries_.size(); ++i) {
    PutString(entries_[i].text, bytes);
    PutString(entries_[i].label, bytes);
  }
  return bytes;
}

absl::Status Dictionary::DecodeBlock(std::string bytes) {
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  ByteReader reader(*held);
  uint8_t version;
  size_t count;
  if (!reader.Byte(version)) return absl::DataLossError("dictionary: the block is empty");
  if (version != kBlockVersion)
    return absl::DataLossError(Concat({"dictionary: unknown version ", std::to_string(version)}));
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
  bytes_.push_back(held);
  return absl::OkStatus();
}

}  // namespace muster::model
