// Finds the numbers of texts: a hash table of numbers, eight bytes for each place, over texts that its owner keeps.
#ifndef MUSTER_ENGINE_MODEL_TEXT_TEXT_INDEX_H_
#define MUSTER_ENGINE_MODEL_TEXT_TEXT_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/hash/hash.h"

namespace muster::model {

/// Numbers below 2^32 - 1. `text_of` gives the text of a number that was added.
class TextIndex {
 public:
  /// Makes room for `texts` texts, so that adding them moves nothing.
  void Reserve(size_t texts) {
    size_t places = 16;
    while (places < texts * 2) places *= 2;
    if (places > slots_.size()) Grow(places);
  }

  template <typename TextOf>
  std::optional<uint32_t> Find(std::string_view text, TextOf text_of) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[PlaceOf(text, HashOf(text), text_of)];
    return slot.number == kFree ? std::nullopt : std::optional(slot.number);
  }

  /// False if the text is already there, under any number.
  template <typename TextOf>
  bool Add(std::string_view text, uint32_t number, TextOf text_of) {
    Reserve(size_ + 1);
    const uint32_t hash = HashOf(text);
    Slot& slot = slots_[PlaceOf(text, hash, text_of)];
    if (slot.number != kFree) return false;
    slot = {hash, number};
    ++size_;
    return true;
  }

 private:
  static constexpr uint32_t kFree = 0xFFFFFFFF;
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = kFree;
  };

  static uint32_t HashOf(std::string_view text) { return static_cast<uint32_t>(absl::Hash<std::string_view>{}(text)); }

  // Where the text is, or else would be. One place in two at least is free.
  template <typename TextOf>
  size_t PlaceOf(std::string_view text, uint32_t hash, TextOf text_of) const {
    const size_t mask = slots_.size() - 1;
    size_t place = hash & mask;
    while (slots_[place].number != kFree && (slots_[place].hash != hash || text_of(slots_[place].number) != text)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  void Grow(size_t places) {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(places));
    const size_t mask = places - 1;
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      size_t place = slot.hash & mask;
      while (slots_[place].number != kFree) place = (place + 1) & mask;
      slots_[place] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two, or none
  size_t size_ = 0;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_TEXT_INDEX_H_
