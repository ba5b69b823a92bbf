// The bytes of a ledger's entry, and the chain of their hashes.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_ENTRY_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_ENTRY_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "muster/guest.h"

namespace muster::release {

/// The outcome of an entry whose statement was answered; of others it is the code of a diagnostic.
inline constexpr std::string_view kAnswered = "answered";

/// An entry with what is not shown of it.
struct StoredEntry {
  LedgerEntry entry;
  /// Of the question as it was asked, with a secret key: the same question in the same epoch is free.
  uint64_t question = 0;
};

/// Sets `statement_hash` and `hash` of an entry that is otherwise complete. The text is in the chain by its hash only,
/// so that it can be forgotten.
void Seal(StoredEntry* stored);

/// The hash that the entry has to have.
std::string HashOf(const StoredEntry& stored);

std::string EncodeEntry(const StoredEntry& stored);
/// DataLoss: these are not the bytes of an entry. The hash is not checked.
absl::StatusOr<StoredEntry> DecodeEntry(std::string_view bytes);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_LEDGER_ENTRY_H_
