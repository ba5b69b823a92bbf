#include "engine/release/ledger/stored_listing.h"

#include <string>
#include <string_view>

namespace muster::release {
namespace {

constexpr size_t kKeyBytes = 9;

std::string KeyOf(uint64_t name) {
  std::string key = "l";
  for (int i = 7; i >= 0; --i) key.push_back(static_cast<char>(name >> (8 * i)));
  return key;
}

uint64_t NameIn(std::string_view key) {
  uint64_t name = 0;
  for (const char byte : key.substr(1)) name = name << 8 | static_cast<unsigned char>(byte);
  return name;
}

}  // namespace

absl::Status StoredListing::Load() {
  absl::MutexLock lock(&mutex_);
  bool damaged = false;
  absl::Status read =
      journal_.Scan("l", "m", [&](std::string_view key, std::string_view value) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
        damaged = key.size() != kKeyBytes || (value != "0" && value != "1");
        if (!damaged) listed_[NameIn(key)] = value == "1";
        return !damaged;
      });
  if (!read.ok() || !damaged) return read;
  return absl::DataLossError("the ledger is not as it was written: what was listed");
}

std::optional<bool> StoredListing::Find(uint64_t name) const {
  absl::MutexLock lock(&mutex_);
  const auto found = listed_.find(name);
  return found == listed_.end() ? std::nullopt : std::optional(found->second);
}

bool StoredListing::Keep(const std::vector<Decision>& decisions) {
  absl::MutexLock lock(&mutex_);
  storage::RocksJournal::Batch batch;
  for (const Decision& decision : decisions) {
    batch.puts.emplace_back(KeyOf(decision.name), decision.listed ? "1" : "0");
  }
  if (!journal_.Write(batch).ok()) return false;
  for (const Decision& decision : decisions) listed_[decision.name] = decision.listed;
  return true;
}

}  // namespace muster::release
