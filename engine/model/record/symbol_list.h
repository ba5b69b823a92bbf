// Lists of symbols that are shared, and distinguished without comparing them.
#ifndef MUSTER_ENGINE_MODEL_RECORD_SYMBOL_LIST_H_
#define MUSTER_ENGINE_MODEL_RECORD_SYMBOL_LIST_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/base/call_once.h"
#include "engine/model/record/dictionary.h"

namespace muster::model {

/// Two independent 64-bit hashes. Two lists that have both in common are taken for the same.
struct Fingerprint {
  uint64_t high = 0;
  uint64_t low = 0;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Symbols, ascending, each once. Immutable; thread-safe.
class SymbolList {
 public:
  /// `symbols`: in any order.
  explicit SymbolList(std::vector<Symbol> symbols = {});

  const std::vector<Symbol>& symbols() const { return symbols_; }
  size_t size() const { return symbols_.size(); }
  bool empty() const { return symbols_.empty(); }
  Symbol operator[](size_t i) const { return symbols_[i]; }
  auto begin() const { return symbols_.begin(); }
  auto end() const { return symbols_.end(); }
  /// In one step where the symbols are near each other.
  bool Contains(Symbol symbol) const;
  /// By splitmix64's mixer (Steele, Lea and Flood, 2014). Made the first time that somebody asks: lists outlive the
  /// questions that they are used in.
  const Fingerprint& fingerprint() const;

 private:
  std::vector<Symbol> symbols_;
  mutable absl::once_flag bits_once_;
  mutable std::vector<uint64_t> bits_;  // from the first symbol on; empty where that would be too many
  mutable absl::once_flag once_;
  mutable Fingerprint fingerprint_;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_SYMBOL_LIST_H_
