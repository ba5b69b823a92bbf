#include "engine/model/dictionary.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "engine/model/codec.h"
#include "engine/model/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kBlockVersion = 1;

}  // namespace

void Dictionary::Append(std::string_view text, std::string_view label) {
  auto entry = std::make_shared<const Entry>(Entry{std::string(text), std::string(label)});
  index_.emplace(entry->text, static_cast<Symbol>(entries_.size()));
  entries_.push_back(std::move(entry));
}

Symbol Dictionary::Intern(std::string_view text, std::string_view label) {
  const auto found = index_.find(text);
  if (found == index_.end()) {
    Append(text, label);
    return static_cast<Symbol>(entries_.size() - 1);
  }
  const Symbol symbol = found->second;
  if (!label.empty() && entries_[symbol]->label.empty()) {
    // Copies of the dictionary may hold the old entry, so it is replaced rather than changed.
    auto entry = std::make_shared<const Entry>(Entry{std::string(text), std::string(label)});
    index_.erase(found);
    index_.emplace(entry->text, symbol);
    entries_[symbol] = std::move(entry);
  }
  return symbol;
}

std::optional<Symbol> Dictionary::Find(std::string_view text) const {
  const auto found = index_.find(text);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

std::string_view Dictionary::Text(Symbol symbol) const { return entries_[symbol]->text; }

std::string_view Dictionary::Label(Symbol symbol) const { return entries_[symbol]->label; }

std::string Dictionary::EncodeBlock(size_t first) const {
  std::string bytes;
  PutByte(kBlockVersion, bytes);
  PutVarint(first < entries_.size() ? entries_.size() - first : 0, bytes);
  for (size_t i = first; i < entries_.size(); ++i) {
    PutString(entries_[i]->text, bytes);
    PutString(entries_[i]->label, bytes);
  }
  return bytes;
}

absl::Status Dictionary::DecodeBlock(std::string_view bytes) {
  ByteReader reader(bytes);
  uint8_t version;
  size_t count;
  if (!reader.Byte(version)) return absl::DataLossError("dictionary: the block is empty");
  if (version != kBlockVersion)
    return absl::DataLossError(Concat({"dictionary: unknown version ", std::to_string(version)}));
  if (!reader.Count(2, count)) return absl::DataLossError("dictionary: the block is cut off");
  std::vector<std::pair<std::string_view, std::string_view>> added;
  absl::flat_hash_set<std::string_view> texts;
  added.reserve(count);
  texts.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    std::string_view text, label;
    if (!reader.String(text) || !reader.String(label)) return absl::DataLossError("dictionary: the block is cut off");
    if (index_.contains(text) || !texts.insert(text).second) {
      return absl::DataLossError(
          Concat({"dictionary: entry ", std::to_string(entries_.size() + i), " repeats an earlier one"}));
    }
    added.emplace_back(text, label);
  }
  if (reader.remaining() != 0) return absl::DataLossError("dictionary: bytes after the end of the block");
  entries_.reserve(entries_.size() + count);
  index_.reserve(entries_.size() + count);
  for (const auto& [text, label] : added) Append(text, label);
  return absl::OkStatus();
}

}  // namespace muster::model
