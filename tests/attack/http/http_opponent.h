// The service as opponent: texts go through HTTP, and what comes back is read from its JSON.
#ifndef MUSTER_TESTS_ATTACK_HTTP_HTTP_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_HTTP_HTTP_OPPONENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tests/attack/opponent.h"

namespace muster::attack {

/// One caller of /v1, without a token, over connections to 127.0.0.1.
class HttpOpponent final : public Opponent {
 public:
  explicit HttpOpponent(uint16_t port) : port_(port) {}
  std::string_view name() const override { return "over HTTP"; }
  Seen Count(const std::string& where) override;
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override;
  std::string Completed(const std::string& text) override;

 private:
  /// The status and body of a POST; 0: nothing came.
  std::pair<int, std::string> Post(const std::string& path, const std::string& body) const;

  const uint16_t port_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_HTTP_HTTP_OPPONENT_H_
