// Random numbers that are the same on every machine for the same seed, or numbers that bytes decide.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muster::property {

/// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  /// Each number is made of the next two bytes, which must outlive this; when there are none left, it goes on as with a
  /// seed. So whoever changes a byte changes one decision.
  explicit Random(std::span<const uint8_t> bytes) : state_(bytes.size()), bytes_(bytes) {}

  uint64_t Next() {
    if (bytes_.size() >= 2) {
      const uint64_t number = bytes_[0] | uint64_t{bytes_[1]} << 8;
      bytes_ = bytes_.subspan(2);
      return number;
    }
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }

  /// From 0 to n - 1; 0 where n is 0.
  size_t Below(size_t n) { return n == 0 ? 0 : static_cast<size_t>(Next() % n); }
  /// Both ends included.
  int64_t Between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(Next() % static_cast<uint64_t>(high - low + 1));
  }
  bool Chance(int percent) { return Below(100) < static_cast<size_t>(percent); }

  /// `items` must not be empty.
  template <typename T>
  const T& Pick(const std::vector<T>& items) {
    return items[Below(items.size())];
  }

 private:
  uint64_t state_;
  std::span<const uint8_t> bytes_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_H_
