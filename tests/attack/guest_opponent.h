// The release stage as opponent: a guest of one tier.
#ifndef MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_

#include <memory>
#include <string>
#include <utility>

#include "muster/guest.h"
#include "tests/attack/opponent.h"

namespace muster::attack {

class GuestOpponent final : public Opponent {
 public:
  /// `guest` is of `tier`.
  GuestOpponent(std::unique_ptr<Guest> guest, std::string tier) : guest_(std::move(guest)), tier_(std::move(tier)) {}
  std::string_view name() const override { return tier_; }
  Seen Count(const std::string& where) override;
  std::string Said(const std::string& text) override;
  std::string Completed(const std::string& text) override;

 private:
  const std::unique_ptr<Guest> guest_;
  const std::string tier_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
