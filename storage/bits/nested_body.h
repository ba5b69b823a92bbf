// Private to word_loops_body.h, a part of it: from rows to those above and below them.
#ifndef MUSTER_STORAGE_BITS_NESTED_BODY_H_
#define MUSTER_STORAGE_BITS_NESTED_BODY_H_

#include "storage/bits/word_body.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

#if defined(__BMI2__)
// The bits of `word` at the places of `mask`, moved together.
uint64_t Gather(uint64_t word, uint64_t mask) { return _pext_u64(word, mask); }
// The lowest bits of `word`, moved to the places of `mask`.
uint64_t Scatter(uint64_t word, uint64_t mask) { return _pdep_u64(word, mask); }
#else
uint64_t Gather(uint64_t word, uint64_t mask) {
  uint64_t result = 0;
  for (int i = 0; mask != 0; ++i, mask &= mask - 1) {
    if ((word & mask & (0 - mask)) != 0) result |= uint64_t{1} << i;
  }
  return result;
}
uint64_t Scatter(uint64_t word, uint64_t mask) {
  uint64_t result = 0;
  for (; mask != 0 && word != 0; word >>= 1, mask &= mask - 1) {
    if ((word & 1) != 0) result |= mask & (0 - mask);
  }
  return result;
}
#endif

// Bits written one after another, a few at a time. Without branches: how many words they fill is chance.
class Writer {
 public:
  explicit Writer(uint64_t* to) : to_(to) {}
  // The lowest `count` of `bits`; the others are 0.
  void Put(uint64_t bits, int count) {
    const uint64_t word = pending_ | bits << used_;
    *to_ = word;
    const uint64_t beyond = bits >> 1 >> (63 - used_);
    used_ += count;
    to_ += used_ / 64;
    pending_ = used_ < 64 ? word : beyond;
    used_ %= 64;
  }
  void Finish() { *to_ = pending_; }

 private:
  uint64_t* to_;
  uint64_t pending_ = 0;
  int used_ = 0;  // less than 64
};

// Reads what a Writer wrote. Looks at, but does not use, one word beyond the one that it is in.
class Reader {
 public:
  explicit Reader(const uint64_t* from) : from_(from) {}
  // The next `count` bits, and any others above them.
  uint64_t Take(int count) {
    const uint64_t bits = *from_ >> used_ | from_[1] << 1 << (63 - used_);
    const int used = used_ + count;
    from_ += used / 64;
    used_ = used % 64;
    return bits;
  }

 private:
  const uint64_t* from_;
  int used_ = 0;
};

// Uses the carries of an addition: with ones at all rows but the last of each parent, a one that is added anywhere
// among its rows is carried to its last row. So one addition tells for all parents of a word whether any of their rows
// is in the set.
void Above(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* above) {
  Writer writer(scratch);  // a bit for each group
  uint64_t carry = 0;
  for (size_t w = 0; w < nested.row_words; ++w) {
    const uint64_t last = nested.last[w];
    const uint64_t row = rows[w];
    const uint64_t others = ~last;
    const uint64_t half = (row & others) + others;
    const uint64_t sum = half + carry;
    carry = static_cast<uint64_t>(half < others) | static_cast<uint64_t>(sum < half);
    writer.Put(Gather((sum | row) & last, last), CountBits(last));
  }
  writer.Finish();
  Reader reader(scratch);
  for (size_t w = 0; w < nested.parent_words; ++w) {
    const uint64_t parents = nested.parents[w];
    above[w] = Scatter(reader.Take(CountBits(parents)), parents);
  }
}

// Of a sibling group from row f to row l, 2^(l + 1) - 2^f has exactly its rows set; one subtraction makes all groups.
void Below(const NestedRows& nested, const uint64_t* rows, uint64_t* scratch, uint64_t* below) {
  Writer writer(scratch);
  for (size_t w = 0; w < nested.parent_words; ++w) {
    const uint64_t parents = nested.parents[w];
    writer.Put(Gather(rows[w], parents), CountBits(parents));
  }
  writer.Finish();
  Reader ending(scratch);
  Reader beginning(scratch);
  uint64_t first_bit = 1;  // whether the lowest row of the word is the first of a group
  uint64_t high_bit = 0;   // the highest chosen last row of the word before
  uint64_t borrow = 0;
  for (size_t w = 0; w < nested.row_words; ++w) {
    const uint64_t last = nested.last[w];
    const uint64_t first = last << 1 | first_bit;
    first_bit = last >> 63;
    const uint64_t ends = Scatter(ending.Take(CountBits(last)), last);
    const uint64_t begins = Scatter(beginning.Take(CountBits(first)), first);
    const uint64_t beyond = ends << 1 | high_bit;
    high_bit = ends >> 63;
    const uint64_t difference = beyond - begins;
    below[w] = difference - borrow;
    borrow = static_cast<uint64_t>(beyond < begins) | static_cast<uint64_t>(difference < borrow);
  }
}

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_NESTED_BODY_H_
