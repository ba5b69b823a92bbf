// Attacks that use more of the language than single counts: other statements, tables, groups.
#ifndef MUSTER_TESTS_ATTACK_STATEMENT_ATTACKS_H_
#define MUSTER_TESTS_ATTACK_STATEMENT_ATTACKS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/attack/opponent.h"
#include "tests/attack/score.h"
#include "tests/attack/world.h"

namespace muster::attack {

/// Double tracker: Q(U) + Q(q or T) - Q(T) - Q(U and not (q and T)), T inside U. Share right of "1 or 0".
Score DoubleTracker(Opponent& opponent, const World& world, size_t targets);

/// By which statement existence is asked for.
enum class By { kFunnel, kImpact, kCompare, kCohort };
/// Does somebody with these attributes exist? Claimed where what is lost, gained or changed is not nothing, or where
/// the numbers of both parts differ. Advantage.
Score ExistenceBy(By statement, Opponent& opponent, const World& world, size_t pairs);

/// Complement: totals less what is shown. Of tables that hide something, the share of which the rest is known to less
/// than `k` people.
Score Complement(Opponent& opponent, int64_t k);

/// Margins: a table of two dimensions and its two margins, solved together by bounds. Of hidden cells the share of
/// which is known to less than `k` people.
Score Margins(Opponent& opponent, int64_t k);

/// Oracles of choice: `having` and `top` of the same table. How many hidden cells are told by which rows come back: the
/// answer is more than the plain answer, cut.
Score Choice(Opponent& opponent, const std::string& by, int64_t k);

/// Groups: a rare value moved into every other group; its number as the mean of what that changes. Of rare values the
/// share of which the number is found exactly.
Score Groups(Opponent& opponent, const World& world, size_t k);

/// The same people by other trees of the same criteria, two of which hold for few: how many different answers?
Score OtherTrees(Opponent& opponent, const World& world, size_t k);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_STATEMENT_ATTACKS_H_
