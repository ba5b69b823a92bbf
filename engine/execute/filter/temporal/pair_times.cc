#include "engine/execute/filter/temporal/pair_times.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace muster::execute {

using model::AgeWindow;
using model::AgeWindows;
using model::TimeBounds;

namespace {

// At least the number of rows that most sibling groups have. This many are always gone through: branching on the true
// number costs the processor more, as it mispredicts.
constexpr uint32_t kFew = 4;

}  // namespace

void PairBlock::SetRows(std::span<const uint32_t> named, std::span<const uint32_t> above) {
  rows.assign(named.begin(), named.end());
  group_of_row.resize(rows.size());
  parents.resize(rows.size());
  // Each is written as the parent of a new group, and written over where it is not.
  uint32_t groups = 0;
  for (size_t i = 0; i < above.size(); ++i) {
    groups += i == 0 || above[i] != above[i - 1] ? 1 : 0;
    parents[groups - 1] = above[i];
    group_of_row[i] = groups - 1;
  }
  parents.resize(groups);
}

void PairBlock::AddOthers(const ChildRanges& down, const storage::Bits* wanted) {
  down.Ranges(parents, &begins, &ends);
  // A few rows are written for every group, and those too many are written over by the next.
  size_t most = kFew;
  for (size_t f = 0; f < parents.size(); ++f) most += ends[f] - std::min(begins[f], ends[f]);
  others.resize(most);
  uint32_t size = 0;
  for (uint32_t f = 0; f < parents.size(); ++f) {
    const uint32_t first = begins[f];
    const uint32_t count = ends[f] - std::min(first, ends[f]);
    begins[f] = size;
    if (wanted == nullptr) {
      for (uint32_t k = 0; k < kFew; ++k) others[size + k] = first + k;
      for (uint32_t k = kFew; k < count; ++k) others[size + k] = first + k;
      size += count;
    } else {
      for (uint32_t k = 0; k < count; ++k) {
        others[size] = first + k;
        size += (*wanted)[first + k] ? 1 : 0;
      }
    }
    ends[f] = size;
  }
  others.resize(size);
}

PairTimes::PairTimes(const plan::Node& times, bool named_left, MomentReader named, MomentReader other, bool distinct,
                     uint64_t most)
    : times_(times),
      named_left_(named_left),
      distinct_(distinct),
      named_(std::move(named)),
      other_(std::move(other)),
      left_(most) {
  if (named_.has_dates() && other_.has_dates()) return;
  windows_ = model::AgeWindows::Of(times.time_relation, named_left, times.distance, times.possibly);
}

bool PairTimes::Match(const PairBlock& block, std::vector<uint32_t>* matching) {
  hits_.assign(block.parents.size(), 0);
  const bool within_limits = !windows_ ? MatchAll(block) : distinct_ ? MatchAges<true>(block) : MatchAges<false>(block);
  if (!within_limits) return false;
  const size_t before = matching->size();
  matching->resize(before + block.parents.size());
  size_t size = before;
  for (size_t f = 0; f < block.parents.size(); ++f) {
    (*matching)[size] = block.parents[f];
    size += hits_[f];
  }
  matching->resize(size);
  return true;
}

bool PairTimes::Spend(uint64_t pairs) {
  if (pairs > left_) return false;
  left_ -= pairs;
  return true;
}

template <bool kDistinct>
bool PairTimes::MatchAges(const PairBlock& block) {
  constexpr int64_t kLeast = std::numeric_limits<int64_t>::min();
  constexpr int64_t kGreatest = std::numeric_limits<int64_t>::max();
  const AgeWindows windows = *windows_;
  named_.ReadAges(block.rows, &named_lows_, &named_highs_);
  other_.ReadAges(block.others, &other_lows_, &other_highs_);
  // The bound that has to be late enough, and the one that has to be early enough. Where there is no age, such that
  // what is said of the unknown comes out.
  std::vector<int64_t>& late = times_.possibly ? other_highs_ : other_lows_;
  std::vector<int64_t>& early = times_.possibly ? other_lows_ : other_highs_;
  for (size_t j = 0; j < block.others.size(); ++j) {
    const bool known = IsAge(other_lows_[j], other_highs_[j]);
    late[j] = known ? late[j] : times_.unknown ? kGreatest : kLeast;
    early[j] = known ? early[j] : times_.unknown ? kLeast : kGreatest;
  }
  late.resize(block.others.size() + kFew);
  early.resize(block.others.size() + kFew);
  for (size_t i = 0; i < block.rows.size(); ++i) {
    const uint32_t f = block.group_of_row[i];
    const uint32_t begin = block.begins[f];
    const uint32_t count = block.ends[f] - begin;
    if (!Spend(count)) return false;
    AgeWindow window = times_.unknown ? AgeWindow{kLeast, kGreatest} : AgeWindow{kGreatest, kLeast};
    if (IsAge(named_lows_[i], named_highs_[i])) {
      window = windows({named_lows_[i], named_highs_[i]});
    }
    // A few are looked at whether they are there or not, in numbers instead of branches: which way these go is chance.
    const auto matches = [&](uint32_t j) {
      const int in_window = static_cast<int>(late[j] >= window.from) & static_cast<int>(early[j] <= window.to);
      if constexpr (!kDistinct) return in_window;
      return j < block.others.size() && block.others[j] != block.rows[i] ? in_window : 0;
    };
    int hit = 0;
    for (uint32_t k = 0; k < kFew; ++k) hit |= static_cast<int>(k < count) & matches(begin + k);
    for (uint32_t k = kFew; k < count && hit == 0; ++k) hit = matches(begin + k);
    hits_[f] |= static_cast<uint8_t>(hit);
  }
  return true;
}

bool PairTimes::MatchAll(const PairBlock& block) {
  named_.ReadAll(block.rows, &named_times_);
  other_.ReadAll(block.others, &other_times_);
  for (size_t i = 0; i < block.rows.size(); ++i) {
    const uint32_t f = block.group_of_row[i];
    if (hits_[f] != 0) continue;
    if (!Spend(block.ends[f] - block.begins[f])) return false;
    for (uint32_t j = block.begins[f]; j < block.ends[f] && hits_[f] == 0; ++j) {
      if (distinct_ && block.others[j] == block.rows[i]) continue;
      const TimeBounds& left = named_left_ ? named_times_[i] : other_times_[j];
      const TimeBounds& right = named_left_ ? other_times_[j] : named_times_[i];
      hits_[f] = model::Holds(times_.time_relation, left, right, times_.distance, times_.possibly, times_.unknown);
    }
  }
  return true;
}

}  // namespace muster::execute
