#include "engine/execute/sets/lane_sum.h"

namespace muster::execute {
namespace {

// A carry-save adder: of each bit, the sum of a, b and c is what is returned and twice `carry`.
uint64_t AddSaving(uint64_t a, uint64_t b, uint64_t c, uint64_t* carry) {
  const uint64_t half = a ^ b;
  *carry = (a & b) | (half & c);
  return half ^ c;
}

// The lowest eight bits as a byte each, 0 or 1, the lowest first.
uint64_t BytesOf(uint64_t bits) {
  constexpr uint64_t kEachByte = 0x0101010101010101;
  // Byte i keeps bit i of a copy of all, which then becomes its lowest.
  const uint64_t alone = bits * kEachByte & 0x8040201008040201;
  return (alone + 0x7F * kEachByte) >> 7 & kEachByte;
}

}  // namespace

void LaneSum::Add(std::span<const uint64_t> keys) {
  uint64_t &ones = planes_[0], &twos = planes_[1], &fours = planes_[2], &eights = planes_[3];
  size_t i = 0;
  for (; i + kAtOnce <= keys.size(); i += kAtOnce) {
    const uint64_t* const k = &keys[i];
    uint64_t two[8], four[4], eight[2], sixteen;
    for (size_t j = 0; j < 8; ++j) ones = AddSaving(ones, k[2 * j], k[2 * j + 1], &two[j]);
    for (size_t j = 0; j < 4; ++j) twos = AddSaving(twos, two[2 * j], two[2 * j + 1], &four[j]);
    for (size_t j = 0; j < 2; ++j) fours = AddSaving(fours, four[2 * j], four[2 * j + 1], &eight[j]);
    eights = AddSaving(eights, eight[0], eight[1], &sixteen);
    Carry(sixteen, 4);
  }
  for (; i < keys.size(); ++i) Carry(keys[i], 0);
}

void LaneSum::AddWaiting() {
  Add(std::span<const uint64_t>(waiting_.data(), waits_));
  waits_ = 0;
}

void LaneSum::Remove(uint64_t key) {
  uint64_t borrow = key;
  for (uint64_t& plane : planes_) {
    const uint64_t next = ~plane & borrow;
    plane ^= borrow;
    borrow = next;
  }
}

void LaneSum::Merge(const LaneSum& other) {
  for (size_t plane = 0; plane < kPlanes; ++plane) Carry(other.planes_[plane], plane);
  Add(std::span<const uint64_t>(other.waiting_.data(), other.waits_));
}

model::Lanes LaneSum::lanes() const {
  LaneSum all = *this;
  all.AddWaiting();
  model::Lanes lanes{};
  for (size_t begin = 0; begin < lanes.size(); begin += 8) {
    uint64_t eight = 0;
    for (size_t plane = 0; plane < kPlanes; ++plane) eight |= BytesOf(all.planes_[plane] >> begin & 0xFF) << plane;
    for (size_t lane = 0; lane < 8; ++lane) lanes[begin + lane] = static_cast<uint8_t>(eight >> (8 * lane));
  }
  return lanes;
}

}  // namespace muster::execute
