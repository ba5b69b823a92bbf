#include "engine/execute/rows/cached_column.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "absl/hash/hash.h"
#include "allowance/allowance.h"
#include "engine/execute/rows/row_blocks.h"
#include "engine/execute/rows/selectivity.h"

namespace muster::execute {

namespace {

storage::DerivedKey KeyOf(const std::string& key) {
  return {storage::DerivedKey::Kind::kCachedColumn, 0, 0, 0, absl::HashOf(key)};
}

}  // namespace

CachedColumnPtr FindCachedColumn(const storage::SegmentReader& segment, const std::string& key) {
  auto cached = storage::KeptAs<CachedColumn>(segment, KeyOf(key));
  return cached != nullptr && cached->key == key ? cached : nullptr;
}

void CacheColumn(const storage::SegmentReader& segment, CachedColumnPtr cached) {
  const size_t bytes = sizeof(CachedColumn) + cached->key.size() + cached->ids.SizeInBytes() +
                       cached->begins.size() * sizeof(uint32_t) + cached->values.size() * sizeof(GroupValue);
  const storage::DerivedKey key = KeyOf(cached->key);
  segment.Keep(key, std::move(cached), bytes);
}

bool IsWorthCaching(const storage::SegmentReader& segment, uint64_t needed, uint32_t rows, uint64_t ids) {
  constexpr uint64_t kBytes = 4;
  return needed > 0 && !IsSparse(needed, kDenseForCachedColumn, rows) && segment.CanKeep(ids * kBytes);
}

bool SeenBefore(const storage::SegmentReader& segment, const std::string& key) {
  return SeenBefore(segment, KeyOf(key));
}

namespace {

// All numbers that `read` has, and where each row's list begins.
std::vector<uint32_t> ReadAll(uint32_t rows, const Read& read, std::vector<uint32_t>* begins) {
  std::vector<uint32_t> all;
  std::vector<uint32_t> block;
  BlockIds ids;
  for (uint64_t begin = 0; begin < rows; begin += kBlockRows) {
    if (!ShouldContinue()) break;  // whoever would keep it looks, too
    block.resize(std::min<uint64_t>(kBlockRows, rows - begin));
    std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
    read(block, &ids);
    const auto before = static_cast<uint32_t>(all.size());
    all.insert(all.end(), ids.ids.begin(), ids.ids.end());
    if (ids.single()) continue;  // then those of all blocks are
    if (begin == 0) begins->push_back(0);
    for (const uint32_t end : ids.ends) begins->push_back(before + end);
  }
  return all;
}

}  // namespace

CachedColumn BuildCachedColumn(const std::string& key, uint32_t rows, const Read& read) {
  CachedColumn cached;
  cached.key = key;
  cached.ids = PackedIds(ReadAll(rows, read, &cached.begins));
  return cached;
}

// In the order of the values, so that whoever looks up the values of one number after the other goes through memory in
// order. Reserved ids stay as they are.
CachedColumn BuildCachedValues(const std::string& key, uint32_t rows, const Read& read, const ValueIds& values) {
  CachedColumn cached;
  cached.key = key;
  std::vector<uint32_t> all = ReadAll(rows, read, &cached.begins);
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin() + ValueIds::kAlways, order.end(),
            [&](uint32_t a, uint32_t b) { return values.ValueOf(a) < values.ValueOf(b); });
  std::vector<uint32_t> place(order.size());
  for (uint32_t p = 0; p < order.size(); ++p) {
    place[order[p]] = p;
    cached.values.push_back(values.ValueOf(order[p]));
  }
  for (uint32_t& number : all) number = place[number];
  cached.ids = PackedIds(all);
  return cached;
}

void ReadCachedColumn(const CachedColumn& cached, std::span<const uint32_t> rows, BlockIds* ids) {
  ids->ends.clear();
  if (!cached.lists()) {
    ids->ids.resize(rows.size());
    return cached.ids.Gather(rows, ids->ids.data());
  }
  size_t size = 0;
  for (const uint32_t row : rows) size += cached.begins[row + 1] - cached.begins[row];
  // Some are written without asking how many there are, which a processor could not foresee.
  constexpr uint32_t kFew = 4;
  static_assert(kFew * sizeof(uint32_t) <= PackedIds::kBehind);
  ids->ids.resize(size + kFew);
  ids->ends.resize(rows.size());
  uint32_t* const first = ids->ids.data();
  cached.ids.With([&](const auto* all) {
    uint32_t* next = first;
    for (size_t i = 0; i < rows.size(); ++i) {
      const auto* list = all + cached.begins[rows[i]];
      const uint32_t count = cached.begins[rows[i] + 1] - cached.begins[rows[i]];
      for (uint32_t n = 0; n < kFew; ++n) next[n] = list[n];
      for (uint32_t n = kFew; n < count; ++n) next[n] = list[n];
      next += count;
      ids->ends[i] = static_cast<uint32_t>(next - first);
    }
  });
  ids->ids.resize(size);
}

void ListRanges(const std::vector<uint32_t>& begins, std::vector<uint32_t>* ends, std::vector<uint32_t>* all) {
  size_t size = 0;
  for (size_t i = 0; i < begins.size(); ++i) size += (*ends)[i] - begins[i];
  // Some are written without asking how many there are, which a processor could not foresee.
  constexpr uint32_t kFew = 4;
  all->resize(size + kFew);
  uint32_t* next = all->data();
  for (size_t i = 0; i < begins.size(); ++i) {
    const uint32_t begin = begins[i];
    const uint32_t count = (*ends)[i] - begin;
    for (uint32_t b = 0; b < kFew; ++b) next[b] = begin + b;
    for (uint32_t b = kFew; b < count; ++b) next[b] = begin + b;
    next += count;
    (*ends)[i] = static_cast<uint32_t>(next - all->data());
  }
  all->resize(size);
}

}  // namespace muster::execute
