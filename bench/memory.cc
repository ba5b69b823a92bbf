// How long the memory of answers takes to look up the cells of a table, when very many sets are remembered.
//
//   memory [SETS [PEOPLE]]      sets remembered (1,000,000) of so many people (1,000,000)
//
// Sizes of sets are log-uniform from 10 to PEOPLE / 10; a third of the sets of a table are near remembered ones.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/release/memory/answer_memory.h"

namespace {

using muster::release::ComparedSet;
using muster::release::Nearness;
using muster::release::SetId;
using Clock = std::chrono::steady_clock;

constexpr size_t kCells = 936;
constexpr uint64_t kAllKeysBelow = 80;  // 4 times the greatest threshold

class Population {
 public:
  explicit Population(size_t people) : random_(1) {
    for (size_t i = 0; i < people; ++i) keys_.push_back(random_());
  }

  // Large sets by how their lanes are distributed: adding a hundred thousand keys a million times would take days.
  ComparedSet Some(uint64_t n) {
    ComparedSet set;
    set.sum = set.people.n = n;
    if (n < kDrawn) {
      std::set<uint64_t> keys;
      while (keys.size() < n) keys.insert(keys_[random_() % keys_.size()]);
      for (const uint64_t key : keys) {
        for (size_t j = 0; j < 64; ++j)
          set.people.lanes[j] = static_cast<uint8_t>(set.people.lanes[j] + ((key >> j) & 1));
        set.people.keys.push_back(static_cast<uint32_t>(key >> 32));
      }
      if (n >= kAllKeysBelow) set.people.keys.resize(muster::model::kSmallestKeys);
      return set;
    }
    std::normal_distribution<double> lane(static_cast<double>(n) / 2, std::sqrt(static_cast<double>(n)) / 2);
    for (uint8_t& count : set.people.lanes) count = static_cast<uint8_t>(std::llround(lane(random_)));
    const uint64_t most = UINT32_MAX / n * muster::model::kSmallestKeys;
    for (size_t i = 0; i < muster::model::kSmallestKeys; ++i) {
      set.people.keys.push_back(static_cast<uint32_t>(random_() % most));
    }
    std::ranges::sort(set.people.keys);
    return set;
  }

  uint64_t Size() {
    const double least = std::log(10.0);
    const double most = std::log(static_cast<double>(keys_.size()) / 10);
    return static_cast<uint64_t>(std::exp(std::uniform_real_distribution<double>(least, most)(random_)));
  }
  std::mt19937_64& random() { return random_; }

 private:
  static constexpr uint64_t kDrawn = 400;
  std::mt19937_64 random_;
  std::vector<uint64_t> keys_;
};

}  // namespace

int main(int argc, char** argv) {
  const size_t sets = argc > 1 ? std::stoull(argv[1]) : 1'000'000;
  const size_t people = argc > 2 ? std::stoull(argv[2]) : 1'000'000;
  Population population(people);
  muster::release::AnswerMemory memory({1, 2});
  for (size_t i = 0; i < sets; ++i) {
    memory.Add(population.Some(population.Size()), static_cast<SetId>(memory.size()), 1);
  }
  std::vector<ComparedSet> table;
  for (size_t i = 0; i < kCells; ++i) {
    table.push_back(i % 3 == 0 ? memory.set(static_cast<SetId>(population.random()() % sets))
                               : population.Some(population.Size()));
  }
  for (const auto& [tier, nearness] :
       {std::pair<const char*, Nearness>{"registered", {10, 20}}, {"public", {20, 40}}}) {
    std::vector<double> times;
    size_t found = 0;
    for (int round = 0; round < 5; ++round) {
      const Clock::time_point begin = Clock::now();
      found = 0;
      for (const ComparedSet& set : table) found += memory.Find(set, nearness).has_value() ? 1 : 0;
      times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::ranges::sort(times);
    std::printf("%s: %zu sets of %zu people, %zu cells, %zu found: %.2f ms (first %.2f to %.2f)\n", tier, sets, people,
                kCells, found, times[2], times[0], times[4]);
  }
  return 0;
}
