#include "engine/import/input/window.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace muster::import {
namespace {

// Bytes that differ from place to place, handed out in pieces of `piece` bytes.
class ManyBytes : public Source {
 public:
  ManyBytes(size_t size, size_t piece) : size_(size), piece_(piece) {}
  static char At(size_t place) { return static_cast<char>(place * 31 + place / 997); }
  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    const size_t taken = std::min({size, piece_, size_ - at_});
    for (size_t i = 0; i < taken; ++i) buffer[i] = At(at_ + i);
    at_ += taken;
    return taken;
  }
  uint64_t stored_bytes() const override { return at_; }

 private:
  size_t size_;
  size_t piece_;
  size_t at_ = 0;
};

// How many bytes come through a window, of which `held` at most are kept each time; nothing if one is another.
size_t ReadThrough(size_t size, size_t piece, size_t held) {
  ManyBytes source(size, piece);
  Window window(source, "FILE");
  size_t begin = 0;
  while (*window.More()) {
    for (size_t i = 0; i < window.view().size(); ++i) {
      if (window.view()[i] != ManyBytes::At(begin + i)) return 0;
    }
    const size_t dropped = window.view().size() - std::min(window.view().size(), held);
    window.Drop(dropped);
    begin += dropped;
  }
  return begin + window.view().size();
}

TEST(WindowTest, ReadsFilesOfAnySize) {
  constexpr size_t kKilo = 1024;
  for (const size_t size : {size_t{1}, 60 * kKilo, 119 * kKilo, 120 * kKilo, 121 * kKilo, 1000 * kKilo, 1024 * kKilo,
                            1025 * kKilo, 2100 * kKilo}) {
    for (const size_t piece : {40 * kKilo, 120 * kKilo, 4000 * kKilo}) {
      for (const size_t held : {size_t{0}, 3 * kKilo, 100 * kKilo}) {
        EXPECT_EQ(ReadThrough(size, piece, held), size) << "pieces of " << piece << ", " << held << " held";
      }
    }
  }
  EXPECT_EQ(ReadThrough(2100 * kKilo, 500 * kKilo, 2100 * kKilo), 2100 * kKilo);  // all of it is one record
  ManyBytes none(0, 1);
  Window window(none, "FILE");
  EXPECT_FALSE(*window.More());
  EXPECT_FALSE(*window.More());
}

}  // namespace
}  // namespace muster::import
