#include "engine/execute/aggregate/tuple_ids.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>
#include <utility>

namespace muster::execute {

TupleIds::TupleIds(size_t width) : width_(width), bits_(width, 0), table_{0}, places_{0} {}

void TupleIds::Combine(std::span<const BlockIds> parts, BlockIds* combined) {
  *combined = parts[0];
  if (width_ == 1) return;
  if (!hashed()) {
    std::vector<uint32_t> bits(width_);
    for (size_t p = 0; p < width_; ++p) {
      for (const uint32_t id : parts[p].ids) bits[p] |= id;
    }
    if (!Fit(bits)) Hash();
  }
  unsigned shift = bits_[0];
  for (size_t p = 1; p < width_; ++p) {
    if (hashed()) {
      Join(
          parts[p], [&](uint32_t a, uint32_t b) { return pairs_[p - 1].Of(a, b); }, combined, &scratch_);
    } else {
      Join(
          parts[p], [shift](uint32_t a, uint32_t b) { return a | b << shift; }, combined, &scratch_);
      shift += bits_[p];
    }
  }
  if (hashed()) return;
  for (uint32_t& place : combined->ids) place = IdAt(place);
}

uint32_t TupleIds::Of(std::span<const uint32_t> parts) {
  if (width_ > 1 && !hashed() && !Fit(parts)) Hash();
  if (width_ > 1 && !hashed()) return IdAt(PlaceOf(parts.data()));
  uint32_t id = parts[0];
  for (size_t p = 1; p < width_; ++p) id = pairs_[p - 1].Of(id, parts[p]);
  return id;
}

inline uint32_t TupleIds::IdAt(uint32_t place) {
  uint32_t& id = table_[place];
  if (id == kNone) {
    id = static_cast<uint32_t>(places_.size());
    places_.push_back(place);
  }
  return id;
}

uint32_t TupleIds::PlaceOf(const uint32_t* parts) const {
  uint32_t place = 0;
  unsigned shift = 0;
  for (size_t p = 0; p < width_; ++p) {
    place |= parts[p] << shift;
    shift += bits_[p];
  }
  return place;
}

bool TupleIds::Fit(std::span<const uint32_t> parts) {
  bool fits = true;
  for (size_t p = 0; p < width_; ++p) fits = fits && parts[p] >> bits_[p] == 0;
  if (fits) return true;
  std::vector<unsigned> bits = bits_;
  for (size_t p = 0; p < width_; ++p) bits[p] = std::max(bits[p], static_cast<unsigned>(std::bit_width(parts[p])));
  const unsigned total = std::accumulate(bits.begin(), bits.end(), 0u);
  if (total > kMaxBits) return false;
  std::vector<uint32_t> all_parts(places_.size() * width_);
  for (size_t n = 0; n < places_.size(); ++n) PartsOf(static_cast<uint32_t>(n), &all_parts[n * width_]);
  bits_ = std::move(bits);
  table_.assign(size_t{1} << total, kNone);
  for (size_t n = 0; n < places_.size(); ++n) {
    places_[n] = PlaceOf(&all_parts[n * width_]);
    table_[places_[n]] = static_cast<uint32_t>(n);
  }
  return true;
}

// Each tuple adds a last pair, in the order of the ids, and so keeps its id.
void TupleIds::Hash() {
  std::vector<PairIds> pairs(width_ - 1);
  std::vector<uint32_t> parts(width_);
  for (size_t n = 0; n < places_.size(); ++n) {
    PartsOf(static_cast<uint32_t>(n), parts.data());
    uint32_t id = parts[0];
    for (size_t p = 1; p < width_; ++p) id = pairs[p - 1].Of(id, parts[p]);
  }
  pairs_ = std::move(pairs);
  table_ = {};
  places_ = {};
}

void TupleIds::PartsOf(uint32_t id, uint32_t* parts) const {
  if (width_ > 1 && !hashed()) {
    uint32_t place = places_[id];
    for (size_t p = 0; p < width_; ++p) {
      parts[p] = place & ((uint32_t{1} << bits_[p]) - 1);
      place >>= bits_[p];
    }
    return;
  }
  for (size_t p = pairs_.size(); p > 0; --p) std::tie(id, parts[p]) = pairs_[p - 1].PairOf(id);
  parts[0] = id;
}

}  // namespace muster::execute
