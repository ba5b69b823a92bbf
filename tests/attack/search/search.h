// A search for attacks (QuerySnout, QueryCheetah): sets of questions evolve, and what a rule learns from their answers
// about targets whose bit is known decides which of them live.
#ifndef MUSTER_TESTS_ATTACK_SEARCH_SEARCH_H_
#define MUSTER_TESTS_ATTACK_SEARCH_SEARCH_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/attack/opponent.h"
#include "tests/attack/search/question.h"
#include "tests/attack/search/rule.h"
#include "tests/attack/world.h"

namespace muster::attack {

/// What was found when the time was over.
struct Found {
  double right = 0;                ///< share of bits that the best set tells, of targets that it was not chosen by
  size_t tested = 0;               ///< such targets
  size_t sets = 0, questions = 0;  ///< that were tried
  std::vector<std::string> texts;  ///< of the best set, about one target
};

class Search {
 public:
  /// Ages are asked for in steps of `years`. Both outlive it.
  Search(Opponent& opponent, const World& world, int years, uint64_t seed);
  /// Until the time is over, or nearly all bits that sets are chosen by are told.
  Found Run(std::chrono::milliseconds time);

 private:
  using Set = std::vector<Question>;
  struct Living {
    Set set;
    double right = 0;
  };

  const Numbers& AnswersTo(const Question& question);
  std::vector<Numbers> CasesOf(const Set& set, size_t begin, size_t end);
  std::vector<bool> BitsOf(size_t begin, size_t end) const;
  /// Learnt from a third of the targets, tried on the second.
  double Fitness(const Set& set);
  Set Child(const std::vector<Living>& living);

  Opponent& opponent_;
  const World& world_;
  const int years_;
  std::mt19937_64 random_;
  std::map<Question, Numbers> answers_;  // of all targets
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SEARCH_SEARCH_H_
