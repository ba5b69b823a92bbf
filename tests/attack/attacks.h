// Procedures that an attacker follows, and how well he does. Each asks through Opponent alone and knows the parameters.
#ifndef MUSTER_TESTS_ATTACK_ATTACKS_H_
#define MUSTER_TESTS_ATTACK_ATTACKS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/attack/opponent.h"
#include "tests/attack/score.h"
#include "tests/attack/world.h"

namespace muster::attack {

/// Existence, one pair: does somebody with these attributes exist? By `and not` and by `or`, as often as `pairs`.
/// Advantage: rate of true "exists" less rate of false ones.
Score Existence(Opponent& opponent, const World& world, size_t pairs);
/// Histogram: which of eight diseases has somebody who is known but for it? Share right; chance is 1/8.
Score Histogram(Opponent& opponent, const World& world, size_t targets);
/// Individual and general tracker: how many people meet criteria that nobody shows, from sums and differences of
/// others? Share right of "1 or 0", at even odds.
Score IndividualTracker(Opponent& opponent, const World& world, size_t targets);
Score GeneralTracker(Opponent& opponent, const World& world, size_t targets);
/// The same set in other words: how many different answers?
Score OtherWords(Opponent& opponent, const World& world);
/// Irrelevant people: the mean of 30 variants of a question that differ by few people, less the true number; the
/// variants' spread. A protection that remembers gives one answer.
struct Averaged {
  size_t different = 0;  ///< answers
  double error = 0;      ///< of the mean
};
Averaged IrrelevantPeople(Opponent& opponent, const World& world, int64_t truth, const std::string& base);
/// In every block of a partition, by five years of age or by country: is a target there? Share right, at even odds.
/// `form` says how block {P} and criteria {q} are put together.
enum class Blocks { kAges, kCountries };
Score EveryBlock(Opponent& opponent, const World& world, size_t targets, const std::string& form = "{P} or {q}",
                 Blocks blocks = Blocks::kAges);
/// Zero or few: does what is said tell criteria that hold for nobody from those that hold for 1 to k - 1? Advantage.
Score ZeroOrFew(Opponent& opponent, const World& world, size_t k, size_t cells);
/// Threshold: of sets of k - 1 and of k people, shown or not? Advantage.
Score Threshold(Opponent& opponent, const World& world, size_t k, size_t cells);
/// Range creep: how many of `questions` steps show a year with 1 to k - 1 people to be not empty?
Score RangeCreep(Opponent& opponent, const World& world, size_t questions);
/// Does a value occur? Of values of one person and of nobody, in all forms of question and in completions: how many
/// texts are answered differently?
Score OccursOrNot(Opponent& opponent);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_ATTACKS_H_
