#include "engine/execute/filter/temporal/named_rows.h"

#include <algorithm>
#include <span>

namespace muster::execute {

namespace {

// About how many rows are gone through together: enough to read a column in one go, few enough for the values to stay
// in the processor's cache.
constexpr size_t kBlock = 4096;

// How many rows there are before the last one's sibling group.
size_t WithoutLastGroup(const std::vector<uint32_t>& parents) {
  size_t size = parents.size();
  while (size > 0 && parents[size - 1] == parents.back()) --size;
  return size;
}

}  // namespace

bool NamedBlocks::Next(NamedRows* block) {
  if (done_ == rows_.size()) return false;
  size_t whole = 0;
  for (size_t wanted = kBlock; whole == 0; wanted *= 2) {
    const auto some = std::span(rows_).subspan(done_, std::min(wanted, rows_.size() - done_));
    block->rows.assign(some.begin(), some.end());
    up_.Map(some, &block->parents);
    whole = done_ + some.size() == rows_.size() ? some.size() : WithoutLastGroup(block->parents);
  }
  done_ += whole;
  block->resize(whole);
  if (!among_) return true;
  size_t kept = 0;
  for (size_t i = 0; i < whole; ++i) {
    block->rows[kept] = block->rows[i];
    block->parents[kept] = block->parents[i];
    kept += (*among_)[block->parents[i]] ? 1 : 0;
  }
  block->resize(kept);
  return true;
}

}  // namespace muster::execute
