#include "engine/plan/fingerprint.h"

namespace muster::plan {

Fingerprint FingerprintOf(const std::vector<model::Symbol>& symbols) {
  const auto mix = [](uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  };
  uint64_t a = symbols.size();
  uint64_t b = ~a;
  for (const model::Symbol symbol : symbols) {
    a = mix(a + symbol + 0x9E3779B97F4A7C15ull);
    b = mix(b ^ (symbol * 0xD1342543DE82EF95ull + 1));
  }
  return {a, b};
}

}  // namespace muster::plan
