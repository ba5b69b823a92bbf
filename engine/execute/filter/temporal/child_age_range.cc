#include "engine/execute/filter/temporal/child_age_range.h"

#include <algorithm>
#include <numeric>

#include "allowance/allowance.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/row_blocks.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::kBeginning;
using model::kEnd;

ChildAgeRange::Spans ChildAgeRange::Find(uint32_t parents, const ChildRanges& down, const MomentReader& reader,
                                         bool possibly) {
  Spans spans(parents);
  std::vector<uint32_t> block, begins, ends, others;
  std::vector<int64_t> lows, highs;
  for (uint32_t first = 0; first < parents; first += static_cast<uint32_t>(block.size())) {
    if (!ShouldContinue()) return {};
    block.resize(std::min<size_t>(kBlockRows, parents - first));
    std::iota(block.begin(), block.end(), first);
    down.Ranges(block, &begins, &ends);
    ListRanges(begins, &ends, &others);
    reader.ReadAges(others, &lows, &highs);
    size_t j = 0;
    for (size_t f = 0; f < block.size(); ++f) {
      Span& span = spans[first + f];
      bool any = false;
      for (; j < ends[f]; ++j) {
        if (!IsAge(lows[j], highs[j])) continue;
        if (lows[j] < kBeginning || highs[j] > kEnd || highs[j] == kBeginning) return {};
        const auto late = static_cast<int32_t>(possibly ? highs[j] : lows[j]);
        const auto early = static_cast<int32_t>(possibly ? lows[j] : highs[j]);
        span.earliest = any ? std::min(span.earliest, early) : early;
        span.latest = std::max(span.latest, late);
        any = true;
      }
    }
  }
  return spans;
}

std::optional<ChildAgeRange> ChildAgeRange::Of(const storage::SegmentReader& segment, model::Entity parent,
                                               const bind::Moment& moment, const ChildRanges& down,
                                               const MomentReader& reader, bool possibly, uint64_t asked) {
  // Of ages with one bound, they are the same for both kinds of window.
  const bool as_possibly = possibly || !reader.has_age_ranges();
  const storage::DerivedKey key{storage::DerivedKey::Kind::kChildAgeRange, model::EntityNumber(moment.entity),
                                static_cast<uint8_t>(moment.field), static_cast<uint32_t>(parent),
                                as_possibly ? uint64_t{1} : 0};
  auto spans = storage::KeptAs<Spans>(segment, key);
  if (spans == nullptr) {
    const uint32_t parents = segment.rows(static_cast<uint8_t>(parent));
    if (!IsWorthCaching(segment, asked, parents, uint64_t{parents} * 2)) return std::nullopt;
    if (!SeenBefore(segment, key)) return std::nullopt;
    spans = std::make_shared<const Spans>(Find(parents, down, reader, as_possibly));
    if (!ShouldContinue()) return std::nullopt;
    segment.Keep(key, spans, sizeof(Spans) + spans->size() * sizeof(Span));
  }
  if (spans->empty()) return std::nullopt;
  return ChildAgeRange(std::move(spans), as_possibly);
}

void ChildAgeRange::Decide(const model::AgeWindows& windows, const MomentReader& reader, bool all, NamedRows* named,
                           std::vector<uint32_t>* matching) {
  // Rows that are read ahead of: there are too few near each other for the processor to see where it goes on.
  constexpr size_t kAhead = 16;
  const size_t size = named->size();
  reader.ReadAges(named->rows, &lows_, &highs_);
  verdicts_.resize(size);
  const bool at_once = all && windows.one_sided();
  const bool by_ends = all && proves_matches_;
  const auto verdict_of = [at_once, by_ends](const Span& span, int64_t low, int64_t high, const model::AgeWindows& of) {
    // In numbers instead of branches: which way these would go is chance.
    const auto is = [](bool condition) { return static_cast<unsigned>(condition); };
    const bool has_age = IsAge(low, high);
    const model::AgeWindow window = of({has_age ? low : 0, has_age ? high : 0});
    const unsigned known = is(has_age) & (is(span.latest != kBeginning) | is(span.earliest != kBeginning));
    const unsigned can = known & is(span.latest >= window.from) & is(span.earliest <= window.to);
    // Where a window has two ends, all ages may lie before and after it. If not, the latest or the earliest is in it.
    const unsigned does =
        is(at_once) | (is(by_ends) & (is(span.latest <= window.to) | is(span.earliest >= window.from)));
    return static_cast<uint8_t>(can << does);
  };
  // What the compiler knows that no verdict is written over.
  const model::AgeWindows of = windows;
  const Span* const spans = spans_->data();
  const uint32_t* const parents = named->parents.data();
  const int64_t* const lows = lows_.data();
  const int64_t* const highs = highs_.data();
  uint8_t* const verdicts = verdicts_.data();
  for (size_t i = 0; i < size; ++i) {
    __builtin_prefetch(&spans[parents[std::min(i + kAhead, size - 1)]]);
    verdicts[i] = verdict_of(spans[parents[i]], lows[i], highs[i], of);
  }
  TakeDecided(named, matching);
}

void ChildAgeRange::TakeDecided(NamedRows* named, std::vector<uint32_t>* matching) {
  const size_t size = named->size();
  size_t matched = matching->size();
  matching->resize(matched + size);
  uint32_t* const matches = matching->data();
  uint32_t* const rows = named->rows.data();
  uint32_t* const parents = named->parents.data();
  const uint8_t* const verdicts = verdicts_.data();
  // All are written, and those that are not wanted are written over.
  uint32_t last = UINT32_MAX;
  size_t left = 0;
  for (size_t i = 0; i < size; ++i) {
    const uint32_t row = rows[i];
    const uint32_t parent = parents[i];
    const bool does = verdicts[i] == kDoes;
    matches[matched] = parent;
    matched += static_cast<unsigned>(does) & static_cast<unsigned>(parent != last);
    last = does ? parent : last;
    rows[left] = row;
    parents[left] = parent;
    left += verdicts[i] == kCan ? 1 : 0;
  }
  matching->resize(matched);
  named->resize(left);
}

}  // namespace muster::execute
