// Who answers the attacker: the release stage, or a baseline that an attack must succeed against.
#ifndef MUSTER_TESTS_ATTACK_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_OPPONENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muster/catalogue.h"

namespace muster::attack {

/// What came back.
struct Seen {
  std::optional<int64_t> value;  ///< the number, where one is shown
  std::string all;               ///< everything, for comparing
};

class Opponent {
 public:
  virtual ~Opponent() = default;
  virtual std::string_view name() const = 0;
  /// How many individuals meet the criteria.
  virtual Seen Count(const std::string& where) = 0;
  /// Everything that is said to `text`.
  virtual std::string Said(const std::string& text) = 0;
  /// Everything that is offered at each place of `text`.
  virtual std::string Completed(const std::string& text) = 0;
};

/// Diagnostics and tables, without what tells when and by which engine they were made.
std::string Render(const std::string& text, const absl::StatusOr<std::vector<Answer>>& answers);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_OPPONENT_H_
