#include "engine/execute/derive.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "engine/execute/row_blocks.h"

namespace muster::execute {

using storage::kChunkRows;
using storage::Repeats;

namespace {

// A column of numbers that come little by little.
class ColumnMaker {
 public:
  absl::Status Add(std::span<const uint32_t> numbers) {
    while (!numbers.empty()) {
      const std::span<const uint32_t> some = numbers.first(std::min(numbers.size(), kChunkRows - values_.size()));
      values_.insert(values_.end(), some.begin(), some.end());
      numbers = numbers.subspan(some.size());
      if (values_.size() < kChunkRows) continue;
      if (absl::Status status = Close(); !status.ok()) return status;
    }
    return absl::OkStatus();
  }
  absl::StatusOr<storage::ColumnPtr> Finish() {
    if (absl::Status status = Close(); !status.ok()) return status;
    return std::make_shared<const storage::Column>(std::move(chunks_));
  }

 private:
  absl::Status Close() {
    if (values_.empty()) return absl::OkStatus();
    chunks_.push_back(std::make_shared<const storage::ColumnChunk>(storage::ColumnChunk::Of(values_)));
    values_.clear();
    return absl::OkStatus();
  }

  std::vector<int64_t> values_;
  std::vector<storage::ColumnChunkPtr> chunks_;
};

storage::DerivedKey KeyOf(const std::string& what) {
  return {storage::DerivedKey::Kind::kNumbers, 0, 0, 0, absl::HashOf(what)};
}

}  // namespace

DerivedPtr FindDerived(const storage::SegmentReader& segment, const std::string& what) {
  auto derived = std::static_pointer_cast<const Derived>(segment.Kept(KeyOf(what)));
  return derived != nullptr && derived->what == what ? derived : nullptr;
}

void KeepDerived(const storage::SegmentReader& segment, DerivedPtr derived) {
  size_t bytes = sizeof(Derived) + derived->what.size() + derived->values.size() * sizeof(int64_t);
  for (const storage::ColumnPtr& column : {derived->column, derived->items}) {
    if (column != nullptr) bytes += column->SizeInBytes();
  }
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

absl::StatusOr<Derived> Derive(const std::string& what, uint32_t rows, const Read& read) {
  ColumnMaker first, items;
  std::vector<uint32_t> block;
  RowNumbers numbers;
  uint32_t before = 0;
  bool lists = false;
  absl::Status status;
  for (uint64_t begin = 0; begin < rows && status.ok(); begin += kBlockRows) {
    block.resize(std::min<uint64_t>(kBlockRows, rows - begin));
    std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
    read(block, &numbers);
    lists = !numbers.single();  // of one block as of another
    if (lists) {
      status = items.Add(numbers.numbers);
      for (uint32_t& end : numbers.ends) end += before;
      before = numbers.ends.back();
    }
    if (status.ok()) status = first.Add(lists ? numbers.ends : numbers.numbers);
  }
  if (!status.ok()) return status;
  Derived derived;
  derived.what = what;
  auto column = first.Finish();
  if (!column.ok()) return column.status();
  derived.column = *std::move(column);
  if (!lists) return derived;
  auto made = items.Finish();
  if (!made.ok()) return made.status();
  derived.items = *std::move(made);
  return derived;
}

void ReadDerived(const Derived& derived, std::span<const uint32_t> rows, RowNumbers* numbers) {
  if (derived.items == nullptr) {
    numbers->ends.clear();
    numbers->numbers.resize(rows.size());
    derived.column->Gather(rows, numbers->numbers.data(), Repeats::kNo);
    return;
  }
  // A list begins where that of the row before ends.
  std::vector<uint32_t> begins(rows.begin(), rows.end());
  const size_t none_before = rows[0] == 0 ? 1 : 0;
  for (uint32_t& row : begins) --row;
  const std::span<uint32_t> with_before(begins.data() + none_before, begins.size() - none_before);
  if (!with_before.empty())
    derived.column->Gather(std::span<const uint32_t>(with_before), with_before.data(), Repeats::kNo);
  if (none_before == 1) begins[0] = 0;
  numbers->ends.resize(rows.size());
  derived.column->Gather(rows, numbers->ends.data(), Repeats::kNo);
  ListRanges(begins, &numbers->ends, &numbers->numbers);
  derived.items->Gather(std::span<const uint32_t>(numbers->numbers), numbers->numbers.data(), Repeats::kNo);
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
