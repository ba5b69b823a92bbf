#include "engine/model/record/symbol_list.h"

#include <algorithm>
#include <new>
#include <utility>

namespace muster::model {

SymbolList::SymbolList(std::vector<Symbol> symbols) : symbols_(std::move(symbols)) {
  std::sort(symbols_.begin(), symbols_.end());
  symbols_.erase(std::unique(symbols_.begin(), symbols_.end()), symbols_.end());
}

bool SymbolList::Contains(Symbol symbol) const {
  constexpr uint64_t kMaxBitsForEach = 64;
  if (symbols_.empty() || symbol < symbols_.front() || symbol > symbols_.back()) return false;
  absl::call_once(bits_once_, [this] {
    const uint64_t span = uint64_t{symbols_.back()} - symbols_.front() + 1;
    if (span > kMaxBitsForEach * symbols_.size()) return;
    try {
      bits_.resize((span + 63) / 64);
    } catch (const std::bad_alloc&) {  // call_once would wait for ever after an exception; it goes without the bits
      return;
    }
    for (const Symbol one : symbols_)
      bits_[(one - symbols_.front()) / 64] |= uint64_t{1} << (one - symbols_.front()) % 64;
  });
  if (bits_.empty()) return std::binary_search(symbols_.begin(), symbols_.end(), symbol);
  return (bits_[(symbol - symbols_.front()) / 64] >> (symbol - symbols_.front()) % 64 & 1) != 0;
}

const Fingerprint& SymbolList::fingerprint() const {
  absl::call_once(once_, [this] {
    const auto mix = [](uint64_t z) {
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
      return z ^ (z >> 31);
    };
    uint64_t a = symbols_.size();
    uint64_t b = ~a;
    for (const Symbol symbol : symbols_) {
      a = mix(a + symbol + 0x9E3779B97F4A7C15ull);
      b = mix(b ^ (symbol * 0xD1342543DE82EF95ull + 1));
    }
    fingerprint_ = {a, b};
  });
  return fingerprint_;
}

}  // namespace muster::model
