#include "engine/execute/sets/set_sum.h"

#include <algorithm>
#include <functional>

#include "engine/secret/record_key.h"

namespace muster::execute {
namespace {

uint32_t UpperHalf(uint64_t key) { return static_cast<uint32_t>(key >> 32); }

// Before the smallest are picked out again.
constexpr size_t kMaxKeys = 64;

// How many of those with most rows have to be known: the one of that rank, or the first.
size_t KeptTops(const SetOptions& options) { return std::max<size_t>(options.flatten, 1); }

}  // namespace

void SetSum::Keep(uint64_t key, const SetOptions& options) {
  // `elements_` is with this one.
  const uint32_t half = UpperHalf(key);
  if (elements_ < options.keys_below) {
    keys_.push_back(half);
  } else if (half <= below_) {
    keys_.push_back(half);
    if (keys_.size() > kMaxKeys) KeepSmallest();
  }
}

void SetSum::KeepSmallest() {
  if (keys_.size() <= model::kSmallestKeys) return;
  const auto last = keys_.begin() + model::kSmallestKeys - 1;
  std::ranges::nth_element(keys_, last);
  below_ = *last;
  keys_.resize(model::kSmallestKeys);
}

void SetSum::Add(uint64_t key, const SetOptions& options) {
  lanes_.Add(key);
  ++elements_;
  ++sum_;
  Keep(key, options);
}

void SetSum::Add(std::span<const uint64_t> keys, const SetOptions& options) {
  AddElements(keys, options);
  sum_ += keys.size();
}

void SetSum::AddElements(std::span<const uint64_t> keys, const SetOptions& options) {
  // A few wait for others.
  constexpr size_t kMany = 16;
  if (keys.size() < kMany) {
    for (const uint64_t key : keys) lanes_.Add(key);
  } else {
    lanes_.Add(keys);
  }
  elements_ += keys.size();
  if (elements_ < options.keys_below) {
    for (const uint64_t key : keys) keys_.push_back(UpperHalf(key));
    return;
  }
  if (below_ == UINT32_MAX) KeepSmallest();
  // Nearly all keys are greater: a few at a time are looked at together.
  constexpr size_t kTogether = 16;
  for (size_t i = 0; i < keys.size(); i += kTogether) {
    const auto some = keys.subspan(i, std::min(kTogether, keys.size() - i));
    uint32_t least = UINT32_MAX;
    for (const uint64_t key : some) least = std::min(least, UpperHalf(key));
    if (least > below_) continue;
    for (const uint64_t key : some) {
      if (UpperHalf(key) <= below_) keys_.push_back(UpperHalf(key));
    }
    if (keys_.size() > kMaxKeys) KeepSmallest();
  }
}

void SetSum::AddRows(uint64_t record_key, uint64_t rows, const SetOptions& options) {
  const uint64_t key = secret::RowsKey(record_key, rows);
  lanes_.Add(key);
  ++elements_;
  sum_ += rows;
  Keep(key, options);
  Keep(Top{rows, record_key}, options);
}

void SetSum::AddRows(std::span<const uint64_t> record_keys, std::span<const uint32_t> rows, const SetOptions& options) {
  constexpr size_t kTogether = 256;
  uint64_t keys[kTogether];
  for (size_t begin = 0; begin < rows.size(); begin += kTogether) {
    const size_t end = std::min(begin + kTogether, rows.size());
    size_t size = 0;
    for (size_t i = begin; i < end; ++i) {
      keys[size] = secret::RowsKey(record_keys[i], rows[i]);
      size += rows[i] > 0 ? 1 : 0;
      sum_ += rows[i];
    }
    AddElements({keys, size}, options);
    for (size_t i = begin; i < end; ++i) {
      const uint64_t least = top_.size() == KeptTops(options) ? top_.back().rows : 1;
      if (rows[i] >= least) Keep(Top{rows[i], record_keys[i]}, options);
    }
  }
}

void SetSum::Keep(const Top& top, const SetOptions& options) {
  if (top_.size() == KeptTops(options) && top <= top_.back()) return;
  top_.insert(std::ranges::upper_bound(top_, top, std::greater<>()), top);
  if (top_.size() > KeptTops(options)) top_.pop_back();
}

void SetSum::Merge(const SetSum& other, const SetOptions& options) {
  lanes_.Merge(other.lanes_);
  elements_ += other.elements_;
  sum_ += other.sum_;
  keys_.insert(keys_.end(), other.keys_.begin(), other.keys_.end());
  if (elements_ >= options.keys_below) KeepSmallest();
  for (const Top& top : other.top_) Keep(top, options);
}

model::QuerySet SetSum::Finish(model::Entity entity, const SetOptions& options) const {
  model::QuerySet set;
  set.entity = entity;
  set.elements = set.people = elements_;
  set.sum = sum_;
  set.largest = top_.empty() ? std::min<uint64_t>(elements_, 1) : top_.front().rows;
  set.keys = keys_;
  LaneSum lanes = lanes_;
  if (options.flatten > 0 && !top_.empty()) {
    // The one of that rank, or of fewer people the last: whoever has more rows is among those that are kept.
    const uint64_t most = top_.back().rows;
    set.largest = most;
    for (const Top& top : top_) {
      if (top.rows == most) break;
      const uint64_t whole = secret::RowsKey(top.record_key, top.rows);
      const uint64_t cut = secret::RowsKey(top.record_key, most);
      lanes.Remove(whole);
      lanes.Add(cut);
      set.sum -= top.rows - most;
      if (const auto kept = std::ranges::find(set.keys, UpperHalf(whole)); kept != set.keys.end()) {
        *kept = UpperHalf(cut);
      }
    }
  }
  set.lanes = lanes.lanes();
  std::ranges::sort(set.keys);
  if (elements_ >= options.keys_below)
    set.keys.resize(std::min(set.keys.size(), top_.empty() ? model::kSmallestKeys : 0));
  return set;
}

}  // namespace muster::execute
