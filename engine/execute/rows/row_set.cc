#include "engine/execute/rows/row_set.h"

#include <memory>
#include <utility>
#include <vector>

#include "engine/execute/rows/selectivity.h"

namespace muster::execute {

using storage::Bitmap;
using storage::Bits;

namespace {

// The rows of `rows` that are in `bits`, or those that are not.
RowSet Filter(const RowSet& rows, const Bits& bits, bool in) {
  std::vector<uint32_t> left = rows.ToVector();
  size_t kept = 0;
  for (const uint32_t row : left) {
    left[kept] = row;
    kept += (row < bits.size() && bits[row]) == in ? 1 : 0;
  }
  left.resize(kept);
  return RowSet(std::move(left));
}

bool IsSparseSet(const RowSet& set, uint32_t size) {
  return !set.is_bits() && IsSparse(set.Cardinality(), kDenseForFilter, size);
}

}  // namespace

const storage::BitmapPtr& RowSet::bitmap() const {
  if (bitmap_ != nullptr) return bitmap_;
  if (pair_) {
    bitmap_ = std::make_shared<const Bitmap>(pair_->without ? Bitmap::AndNot(*pair_->a, *pair_->b)
                                                            : Bitmap::And(*pair_->a, *pair_->b));
    pair_.reset();
  } else {
    bitmap_ = std::make_shared<const Bitmap>(list_ ? Bitmap::FromSorted(*list_) : Bitmap::FromBits(bits_->words()));
  }
  return bitmap_;
}

Bits RowSet::ToBits(uint32_t size) const {
  if (bits_) return *bits_;
  if (pair_ && !pair_->without) {
    Bits both = pair_->a->ToBits(size);
    pair_->b->KeepIn(&both);
    return both;
  }
  if (!list_) return bitmap()->ToBits(size);
  Bits bits(size);
  for (const uint32_t row : *list_) bits.Set(row);
  return bits;
}

std::vector<uint32_t> RowSet::ToVector() const {
  if (list_) return *list_;
  if (!bits_) return bitmap()->ToVector();
  std::vector<uint32_t> rows;
  bits_->AppendRows(Cardinality(), &rows);
  return rows;
}

uint64_t RowSet::Cardinality() const {
  if (list_) return list_->size();
  if (cardinality_) return *cardinality_;
  if (pair_) {
    cardinality_ = pair_->without ? Bitmap::AndNotCount(*pair_->a, *pair_->b) : Bitmap::AndCount(*pair_->a, *pair_->b);
  } else {
    cardinality_ = bits_ ? bits_->Count() : bitmap_->Cardinality();
  }
  return *cardinality_;
}

bool RowSet::Empty() const {
  // To find one that they have in common is less work than to count them.
  if (!cardinality_ && pair_ && !pair_->without) return !Bitmap::Intersects(*pair_->a, *pair_->b);
  return Cardinality() == 0;
}

RowSet RowSet::And(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Pair{a.bitmap(), b.bitmap()});
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  if (IsSparseSet(a, size)) return Filter(a, b.bits(), true);
  if (IsSparseSet(b, size)) return Filter(b, a.bits(), true);
  Bits both = std::move(a).TakeBits(size);
  const uint64_t left = b.is_bits() ? both.Keep(b.bits()) : b.bitmap()->KeepIn(&both);
  return RowSet(std::move(both), left);
}

RowSet RowSet::Or(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Bitmap::Or(*a.bitmap(), *b.bitmap()));
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  Bits either = std::move(a).TakeBits(size);
  b.is_bits() ? either |= b.bits() : either |= b.ToBits(size);
  return RowSet(std::move(either));
}

RowSet RowSet::AndNot(RowSet a, const RowSet& b) {
  if (!a.is_bits() && !b.is_bits()) return RowSet(Pair{a.bitmap(), b.bitmap(), true});
  const uint32_t size = a.is_bits() ? a.bits().size() : b.bits().size();
  if (IsSparseSet(a, size)) return Filter(a, b.bits(), false);
  Bits rest = std::move(a).TakeBits(size);
  b.is_bits() ? rest -= b.bits() : rest -= b.ToBits(size);
  return RowSet(std::move(rest));
}

}  // namespace muster::execute
