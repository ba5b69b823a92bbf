#include "storage/bits/bits.h"

#include "storage/bits/word_loops.h"

namespace muster::storage {

uint64_t Bits::Count() const { return Loops().count(words_.data(), words_.size()); }

void Bits::Assign(uint32_t row, std::span<const uint8_t> bytes) {
  Loops().find8(bytes.data(), bytes.size(), 1, 0, words_.data() + row / 64);
}

void Bits::AppendRows(uint64_t count, std::vector<uint32_t>* rows) const {
  const size_t before = rows->size();
  const size_t after = before + count;
  rows->resize(after + WordLoops::kMoreRows);
  Loops().list(words_.data(), words_.size(), rows->data() + before);
  rows->resize(after);
}

Bits& Bits::operator&=(const Bits& other) {
  for (size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
  return *this;
}

uint64_t Bits::Keep(const Bits& others) { return Loops().keep(words_.data(), others.words_.data(), words_.size()); }

uint64_t Bits::AssignAtLeast(size_t begin, size_t size, std::span<const uint64_t* const> sets, size_t least) {
  return Loops().at_least(sets.data(), sets.size(), least, size, words_.data() + begin);
}

Bits& Bits::operator|=(const Bits& other) {
  for (size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
  return *this;
}

Bits& Bits::operator-=(const Bits& other) {
  for (size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
  return *this;
}

void Bits::Flip() {
  for (uint64_t& word : words_) word = ~word;
  if (size_ % 64 != 0) words_.back() &= (uint64_t{1} << (size_ % 64)) - 1;
}

namespace {

NestedRows Nested(const Bits& last, const Bits& parents) {
  return {last.words().data(), last.words().size(), parents.words().data(), parents.words().size()};
}

}  // namespace

Bits Bits::Above(const Bits& rows, const Bits& last, const Bits& parents) {
  Bits above(parents.size());
  std::vector<uint64_t> scratch(parents.words().size() + 2);
  Loops().above(Nested(last, parents), rows.words().data(), scratch.data(), above.words().data());
  return above;
}

Bits Bits::Below(const Bits& rows, const Bits& last, const Bits& parents) {
  Bits below(last.size());
  std::vector<uint64_t> scratch(parents.words().size() + 2);
  Loops().below(Nested(last, parents), rows.words().data(), scratch.data(), below.words().data());
  return below;
}

}  // namespace muster::storage
