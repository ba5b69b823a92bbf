#include "engine/execute/row_set.h"

#include <memory>
#include <utility>
#include <vector>

namespace muster::execute {

using storage::Bitmap;
using storage::Bits;

namespace {

// Sets with fewer rows than one of so many are gone through row by row.
constexpr uint64_t kSparse = 32;

// The rows of `rows` that are in `bits`, or those that are not.
Bitmap Filter(const Bitmap& rows, const Bits& bits, bool in) {
  std::vector<uint32_t> left = rows.ToVector();
  size_t kept = 0;
  for (const uint32_t row : left) {
    left[kept] = row;
    kept += (row < bits.size() && bits[row]) == in ? 1 : 0;
  }
  left.resize(kept);
  return Bitmap::FromSorted(left);
}

bool IsSparse(const RowSet& set, uint32_t size) { return !set.is_bits() && set.Cardinality() * kSparse < size; }

}  // namespace

const storage::BitmapPtr& RowSet::bitmap() const {
  if (bitmap_ == nullptr) bitmap_ = std::make_shared<const Bitmap>(Bitmap::FromBits(bits_->words()));
  return bitmap_;
}

std::vector<uint32_t> RowSet::ToVector() const {
  if (bitmap_ != nullptr) return bitmap_->ToVector();
  std::vector<uint32_t> rows;
  rows.reserve(Cardinality());
  bits_->AppendRows(&rows);
  return rows;
}

uint64_t RowSet::Cardinality() const {
  if (!cardinality_) cardinality_ = bits_.has_value() ? bits_->Count() : bitmap_->Cardinality();
  return *cardinality_;
}

RowSet RowSet::And(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Bitmap::And(*a.bitmap_, *b.bitmap_));
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  if (IsSparse(a, size)) return RowSet(Filter(*a.bitmap_, b.bits(), true));
  if (IsSparse(b, size)) return RowSet(Filter(*b.bitmap_, a.bits(), true));
  Bits both = std::move(a).TakeBits(size);
  b.is_bits() ? both &= b.bits() : both &= b.ToBits(size);
  return RowSet(std::move(both));
}

RowSet RowSet::Or(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Bitmap::Or(*a.bitmap_, *b.bitmap_));
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  Bits either = std::move(a).TakeBits(size);
  b.is_bits() ? either |= b.bits() : either |= b.ToBits(size);
  return RowSet(std::move(either));
}

RowSet RowSet::AndNot(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Bitmap::AndNot(*a.bitmap_, *b.bitmap_));
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  if (IsSparse(a, size)) return RowSet(Filter(*a.bitmap_, b.bits(), false));
  Bits rest = std::move(a).TakeBits(size);
  b.is_bits() ? rest -= b.bits() : rest -= b.ToBits(size);
  return RowSet(std::move(rest));
}

}  // namespace muster::execute
