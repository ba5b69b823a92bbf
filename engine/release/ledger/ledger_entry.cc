#include "engine/release/ledger/ledger_entry.h"

#include "engine/release/ledger/sha256.h"

namespace muster::release {
namespace {

constexpr char kEntryForm = 1;

void PutInteger(uint64_t number, std::string* out) {
  for (int i = 0; i < 8; ++i) out->push_back(static_cast<char>(number >> (8 * i)));
}

void PutText(std::string_view text, std::string* out) {
  PutInteger(text.size(), out);
  out->append(text);
}

bool TakeInteger(std::string_view* bytes, uint64_t* number) {
  if (bytes->size() < 8) return false;
  *number = 0;
  for (int i = 0; i < 8; ++i) *number |= uint64_t{static_cast<uint8_t>((*bytes)[static_cast<size_t>(i)])} << (8 * i);
  bytes->remove_prefix(8);
  return true;
}

bool TakeText(std::string_view* bytes, std::string* text) {
  uint64_t size = 0;
  if (!TakeInteger(bytes, &size) || size > bytes->size()) return false;
  text->assign(bytes->substr(0, size));
  bytes->remove_prefix(size);
  return true;
}

// All that the hash covers: everything but the text itself.
std::string Covered(const StoredEntry& stored) {
  const LedgerEntry& e = stored.entry;
  std::string out;
  for (const uint64_t number :
       {e.number, static_cast<uint64_t>(e.time), e.policy, e.epoch, e.units, uint64_t{e.near}, stored.question}) {
    PutInteger(number, &out);
  }
  for (const std::string* text : {&e.what, &e.principal, &e.reference, &e.tier, &e.shape, &e.outcome, &e.statement_hash,
                                  &e.answer_hash, &e.before}) {
    PutText(*text, &out);
  }
  return out;
}

}  // namespace

void Seal(StoredEntry* stored) {
  stored->entry.statement_hash = ToHex(Sha256(stored->entry.statement));
  stored->entry.hash = HashOf(*stored);
}

std::string HashOf(const StoredEntry& stored) { return ToHex(Sha256(Covered(stored))); }

std::string EncodeEntry(const StoredEntry& stored) {
  std::string out(1, kEntryForm);
  out += Covered(stored);
  PutText(stored.entry.hash, &out);
  PutText(stored.entry.statement, &out);
  return out;
}

absl::StatusOr<StoredEntry> DecodeEntry(std::string_view bytes) {
  StoredEntry stored;
  LedgerEntry& e = stored.entry;
  uint64_t time = 0;
  uint64_t near = 0;
  bool ok = !bytes.empty() && bytes[0] == kEntryForm;
  if (ok) bytes.remove_prefix(1);
  for (uint64_t* number : {&e.number, &time, &e.policy, &e.epoch, &e.units, &near, &stored.question}) {
    ok = ok && TakeInteger(&bytes, number);
  }
  for (std::string* text : {&e.what, &e.principal, &e.reference, &e.tier, &e.shape, &e.outcome, &e.statement_hash,
                            &e.answer_hash, &e.before, &e.hash, &e.statement}) {
    ok = ok && TakeText(&bytes, text);
  }
  if (!ok || !bytes.empty() || near > 1) return absl::DataLossError("an entry of the ledger is damaged");
  e.time = static_cast<int64_t>(time);
  e.near = near == 1;
  return stored;
}

}  // namespace muster::release
