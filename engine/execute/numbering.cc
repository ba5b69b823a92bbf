#include "engine/execute/numbering.h"

#include <algorithm>
#include <bit>

namespace muster::execute {

uint32_t ValueNumbering::Find(GroupValue value) {
  if (value == kMissingValue) return kMissing;
  if (value == kUncertainValue) return kUncertain;
  const auto next = static_cast<uint32_t>(values_.size());
  const uint64_t place = static_cast<uint64_t>(value) + kBelowZero;
  if (place < kNear) {
    if (place >= near_.size()) near_.resize(std::max<size_t>(2 * near_.size(), place + 1), kNone);
    near_[place] = next;  // it is new, or Of had known it
  } else if (const auto [it, added] = far_.try_emplace(value, next); !added) {
    return it->second;
  }
  values_.push_back(value);
  return next;
}

bool PairNumbering::Grow(uint32_t a, uint32_t b) {
  const unsigned shift = std::max(shift_, static_cast<unsigned>(std::bit_width(b)));
  const size_t rows = std::max(table_.size() >> shift_, std::bit_ceil(size_t{a} + 1));
  if (shift > 20 || rows > kMostPlaces >> shift) return false;
  if (shift == shift_ && rows << shift == table_.size()) return true;
  shift_ = shift;
  table_.assign(rows << shift, kNone);
  for (uint32_t i = 0; i < pairs_.size(); ++i) table_[size_t{pairs_[i].first} << shift_ | pairs_[i].second] = i;
  return true;
}

uint32_t PairNumbering::Find(uint32_t a, uint32_t b) {
  const auto key = [](uint32_t x, uint32_t y) { return uint64_t{x} << 32 | y; };
  const auto next = static_cast<uint32_t>(pairs_.size());
  if (!hashed_ && !Grow(a, b)) {
    hashed_ = true;
    table_ = {};
    for (uint32_t i = 0; i < next; ++i) map_.emplace(key(pairs_[i].first, pairs_[i].second), i);
  }
  if (!hashed_) {
    table_[size_t{a} << shift_ | b] = next;  // it is new, or Of had known it
  } else if (const auto [it, added] = map_.try_emplace(key(a, b), next); !added) {
    return it->second;
  }
  pairs_.emplace_back(a, b);
  return next;
}

}  // namespace muster::execute
