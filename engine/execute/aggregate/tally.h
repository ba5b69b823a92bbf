// Sums by dense group id.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_TALLY_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_TALLY_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muster::execute {

inline constexpr size_t kFewGroups = 256;

/// Adds up amount(i) by groups[i], which are below `size`, that is kFewGroups at most: then sum(group, of it) is
/// called, several times for each group. Few groups come in quick succession, and an addition would wait for the one
/// before it; so four lanes take turns.
template <typename Amount, typename Sum>
void TallyFew(std::span<const uint32_t> groups, size_t size, Amount&& amount, Sum&& sum) {
  uint64_t lanes[4][kFewGroups];
  for (auto& lane : lanes) std::fill_n(lane, size, 0);
  size_t i = 0;
  for (; i + 4 <= groups.size(); i += 4) {
    lanes[0][groups[i]] += amount(i);
    lanes[1][groups[i + 1]] += amount(i + 1);
    lanes[2][groups[i + 2]] += amount(i + 2);
    lanes[3][groups[i + 3]] += amount(i + 3);
  }
  for (; i < groups.size(); ++i) lanes[0][groups[i]] += amount(i);
  for (const auto& lane : lanes) {
    for (size_t g = 0; g < size; ++g) sum(g, lane[g]);
  }
}

/// counts[groups[i]] += amount(i) for all i; every group has a place in `counts`.
template <typename Amount>
void Tally(std::span<const uint32_t> groups, Amount&& amount, std::vector<int64_t>* counts) {
  int64_t* const of_group = counts->data();
  if (counts->size() > kFewGroups) {
    for (size_t i = 0; i < groups.size(); ++i) of_group[groups[i]] += amount(i);
  } else {
    TallyFew(
        groups, counts->size(), [&](size_t i) { return static_cast<uint64_t>(amount(i)); },
        [of_group](size_t g, uint64_t sum) { of_group[g] += static_cast<int64_t>(sum); });
  }
}

/// The same for each i itself and for its amount; amounts have a sum below 2^32, so that both fit one word.
inline void TallyWithRows(std::span<const uint32_t> groups, std::span<const uint32_t> amounts,
                          std::vector<int64_t>* rows, std::vector<int64_t>* counts) {
  if (counts->size() > kFewGroups) {
    Tally(
        groups, [](size_t) { return 1; }, rows);
    Tally(
        groups, [amounts](size_t i) { return amounts[i]; }, counts);
    return;
  }
  TallyFew(
      groups, counts->size(), [amounts](size_t i) { return uint64_t{amounts[i]} << 32 | 1; },
      [rows, counts](size_t g, uint64_t sum) {
        (*rows)[g] += static_cast<int64_t>(sum & UINT32_MAX);
        (*counts)[g] += static_cast<int64_t>(sum >> 32);
      });
}

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_TALLY_H_
