// What the search for attacks asks: one question about a target, put together from what the attacker knows of him and
// the bit that he does not.
#ifndef MUSTER_TESTS_ATTACK_SEARCH_QUESTION_H_
#define MUSTER_TESTS_ATTACK_SEARCH_QUESTION_H_

#include <array>
#include <random>
#include <string>

#include "tests/attack/opponent.h"
#include "tests/attack/world.h"

namespace muster::attack {

/// The bit: whether the target's disease is of the first half.
inline constexpr const char* kFirstHalf = "has disease in (DX:1, DX:2, DX:3, DX:4)";
inline bool BitOf(const Target& target) { return target.disease < kDiseases / 2; }

struct Question {
  /// How the broad criteria B, the narrow ones N, and D, that the bit is set, are put together.
  enum class Form { kB, kBD, kBN, kBDN, kBNotN, kBDNotN, kBOrN, kBDOrN, kBDOrNBoth, kBNotDN, kTable, kTableNotN };
  static constexpr size_t kForms = 12;
  /// Of sex, country and age: left out, as the target has it, or not so.
  enum class Known { kLeftOut, kIs, kIsNot };

  Form form = Form::kB;
  std::array<Known, 3> broad = {};
  int broad_years = 20;             ///< how far around the target's age the broad criteria go
  std::array<bool, 5> narrow = {};  ///< sex, country, age, and both phenotypes
  int narrow_years = 0;

  friend auto operator<=>(const Question&, const Question&) = default;

  /// Ages in steps of `years`.
  std::string TextFor(const Target& target, int years) const;
};

Question RandomQuestion(std::mt19937_64& random);
/// One of its parts is another: a criterion swapped, negated, widened, another form.
Question Changed(Question question, std::mt19937_64& random);
/// The like of it without the target, or without the bit: what a difference is made of.
Question Partner(Question question);
/// The number that the answer tells of the bit; -1 where it tells none.
double NumberOf(Opponent& opponent, const Question& question, const Target& target, int years);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SEARCH_QUESTION_H_
