// Who answers the attacker: the release stage, or a baseline that an attack must succeed against.
#ifndef MUSTER_TESTS_ATTACK_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_OPPONENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/catalogue.h"

namespace muster::attack {

/// What came back.
struct Seen {
  std::optional<int64_t> value;  ///< the number, where one is shown
  std::string all;               ///< everything, for comparing
};

/// Diagnostics and tables, without what tells when and by which engine they were made.
std::string Render(const std::string& text, const absl::StatusOr<std::vector<Answer>>& answers);
/// What may be concluded of a number: exactly it, its bounds, or from 0 on.
struct Interval {
  double low = 0;
  double high = 1e12;
};
Interval IntervalOf(const Cell& cell);
/// Nothing where none is shown.
std::optional<int64_t> ValueOf(const Cell& cell);

class Opponent {
 public:
  virtual ~Opponent() = default;
  virtual std::string_view name() const = 0;
  /// How many individuals meet the criteria.
  virtual Seen Count(const std::string& where) = 0;
  /// What comes back for a text of one statement or several.
  virtual absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) = 0;
  /// Everything that is said to `text`.
  std::string Said(const std::string& text) { return Render(text, Ask(text)); }
  /// The numbers of the last table that comes back, with their kinds, and the code of a mistake: nothing that repeats
  /// the question.
  std::string Numbers(const std::string& text);
  /// Whether nothing more is told, as a budget is used up. Trials that it ended count for nothing.
  virtual bool ended() const { return false; }
  /// Texts that were asked before the end, where they are counted.
  virtual size_t asked() const { return 0; }
  /// Everything that is offered at each place of `text`.
  virtual std::string Completed(const std::string& text) = 0;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_OPPONENT_H_
