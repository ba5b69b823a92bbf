// Damaging valid encodings, for the tests of everything that parses bytes from disk.
#ifndef MUSTER_TESTS_UNIT_STORAGE_HOSTILE_H_
#define MUSTER_TESTS_UNIT_STORAGE_HOSTILE_H_

#include <cstddef>
#include <random>
#include <string>

namespace muster::storage {

/// Calls f with every truncation of `bytes`, with it and one byte more, with single bits flipped (every bit of short
/// texts), and with bytes replaced at random.
template <typename F>
void ForEachDamaged(const std::string& bytes, F&& f) {
  const size_t step = bytes.size() > 2000 ? bytes.size() / 500 : 1;
  for (size_t size = 0; size < bytes.size(); size += step) f(bytes.substr(0, size));
  f(bytes + '\0');
  const size_t bits = bytes.size() * 8;
  for (size_t bit = 0; bit<bits; bit += bits> 4000 && bit > 1024 ? bits / 1000 : 1) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    f(damaged);
  }
  std::mt19937 random(7);
  for (int round = 0; round < 500 && !bytes.empty(); ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 4; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    f(damaged);
  }
}

}  // namespace muster::storage

#endif  // MUSTER_TESTS_UNIT_STORAGE_HOSTILE_H_
