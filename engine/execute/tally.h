// Adding up by group.
#ifndef MUSTER_ENGINE_EXECUTE_TALLY_H_
#define MUSTER_ENGINE_EXECUTE_TALLY_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muster::execute {

/// counts[groups[i]] += amount(i) for all i; every group has a place in `counts`.
template <typename Amount>
void Tally(std::span<const uint32_t> groups, Amount&& amount, std::vector<int64_t>* counts) {
  // Few groups come in quick succession, and an addition would wait for the one before: four lanes take turns.
  constexpr size_t kFew = 256;
  if (counts->size() > kFew) {
    int64_t* const of_group = counts->data();
    for (size_t i = 0; i < groups.size(); ++i) of_group[groups[i]] += amount(i);
    return;
  }
  int64_t lanes[4][kFew];
  for (auto& lane : lanes) std::fill_n(lane, counts->size(), 0);
  size_t i = 0;
  for (; i + 4 <= groups.size(); i += 4) {
    lanes[0][groups[i]] += amount(i);
    lanes[1][groups[i + 1]] += amount(i + 1);
    lanes[2][groups[i + 2]] += amount(i + 2);
    lanes[3][groups[i + 3]] += amount(i + 3);
  }
  for (; i < groups.size(); ++i) lanes[0][groups[i]] += amount(i);
  for (const auto& lane : lanes) {
    for (size_t g = 0; g < counts->size(); ++g) (*counts)[g] += lane[g];
  }
}

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_TALLY_H_
