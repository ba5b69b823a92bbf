#include "engine/execute/derive.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "engine/execute/row_blocks.h"

namespace muster::execute {

namespace {

storage::DerivedKey KeyOf(const std::string& what) {
  return {storage::DerivedKey::Kind::kNumbers, 0, 0, 0, absl::HashOf(what)};
}

}  // namespace

DerivedPtr FindDerived(const storage::SegmentReader& segment, const std::string& what) {
  auto derived = std::static_pointer_cast<const Derived>(segment.Kept(KeyOf(what)));
  return derived != nullptr && derived->what == what ? derived : nullptr;
}

void KeepDerived(const storage::SegmentReader& segment, DerivedPtr derived) {
  const size_t bytes = sizeof(Derived) + derived->what.size() + derived->numbers.SizeInBytes() +
                       derived->begins.size() * sizeof(uint32_t) + derived->values.size() * sizeof(GroupValue);
  const storage::DerivedKey key = KeyOf(derived->what);
  segment.Keep(key, std::move(derived), bytes);
}

bool IsWorthDeriving(const storage::SegmentReader& segment, uint64_t asked, uint32_t rows, uint64_t numbers) {
  constexpr uint64_t kFew = 16;  // that part of all rows is read about as fast as all are derived
  constexpr uint64_t kBytes = 4;
  return asked > 0 && asked * kFew >= rows && segment.CanKeep(numbers * kBytes);
}

bool WasAskedFor(const storage::SegmentReader& segment, const std::string& what) {
  Derived mark;
  mark.what = absl::StrCat("asked for: ", what);
  if (FindDerived(segment, mark.what) != nullptr) return true;
  KeepDerived(segment, std::make_shared<const Derived>(std::move(mark)));
  return false;
}

namespace {

// All numbers that `read` has, and where each row's list begins.
std::vector<uint32_t> ReadAll(uint32_t rows, const Read& read, std::vector<uint32_t>* begins) {
  std::vector<uint32_t> all;
  std::vector<uint32_t> block;
  RowNumbers numbers;
  for (uint64_t begin = 0; begin < rows; begin += kBlockRows) {
    block.resize(std::min<uint64_t>(kBlockRows, rows - begin));
    std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
    read(block, &numbers);
    const auto before = static_cast<uint32_t>(all.size());
    all.insert(all.end(), numbers.numbers.begin(), numbers.numbers.end());
    if (numbers.single()) continue;  // then those of all blocks are
    if (begin == 0) begins->push_back(0);
    for (const uint32_t end : numbers.ends) begins->push_back(before + end);
  }
  return all;
}

}  // namespace

Derived Derive(const std::string& what, uint32_t rows, const Read& read) {
  Derived derived;
  derived.what = what;
  derived.numbers = PackedNumbers(ReadAll(rows, read, &derived.begins));
  return derived;
}

// In the order of the values, so that whoever looks up the values of one number after the other goes through memory in
// order; what has a number in any case keeps it.
Derived DeriveValues(const std::string& what, uint32_t rows, const Read& read, const ValueNumbering& values) {
  Derived derived;
  derived.what = what;
  std::vector<uint32_t> all = ReadAll(rows, read, &derived.begins);
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin() + ValueNumbering::kAlways, order.end(),
            [&](uint32_t a, uint32_t b) { return values.ValueOf(a) < values.ValueOf(b); });
  std::vector<uint32_t> place(order.size());
  for (uint32_t p = 0; p < order.size(); ++p) {
    place[order[p]] = p;
    derived.values.push_back(values.ValueOf(order[p]));
  }
  for (uint32_t& number : all) number = place[number];
  derived.numbers = PackedNumbers(all);
  return derived;
}

void ReadDerived(const Derived& derived, std::span<const uint32_t> rows, RowNumbers* numbers) {
  numbers->ends.clear();
  if (!derived.lists()) {
    numbers->numbers.resize(rows.size());
    return derived.numbers.Gather(rows, numbers->numbers.data());
  }
  size_t size = 0;
  for (const uint32_t row : rows) size += derived.begins[row + 1] - derived.begins[row];
  // Some are written without asking how many there are, which a processor could not foresee.
  constexpr uint32_t kFew = 4;
  static_assert(kFew * sizeof(uint32_t) <= PackedNumbers::kBehind);
  numbers->numbers.resize(size + kFew);
  numbers->ends.resize(rows.size());
  uint32_t* const first = numbers->numbers.data();
  derived.numbers.With([&](const auto* all) {
    uint32_t* next = first;
    for (size_t i = 0; i < rows.size(); ++i) {
      const auto* list = all + derived.begins[rows[i]];
      const uint32_t count = derived.begins[rows[i] + 1] - derived.begins[rows[i]];
      for (uint32_t n = 0; n < kFew; ++n) next[n] = list[n];
      for (uint32_t n = kFew; n < count; ++n) next[n] = list[n];
      next += count;
      numbers->ends[i] = static_cast<uint32_t>(next - first);
    }
  });
  numbers->numbers.resize(size);
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
