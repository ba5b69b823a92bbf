// The release stage as opponent: a guest of one tier.
#ifndef MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "muster/guest.h"
#include "tests/attack/opponent.h"

namespace muster::attack {

class GuestOpponent final : public Opponent {
 public:
  /// `guest` is of `tier`.
  GuestOpponent(std::unique_ptr<Guest> guest, std::string tier) : guest_(std::move(guest)), tier_(std::move(tier)) {}
  std::string_view name() const override { return tier_; }
  Seen Count(const std::string& where) override;
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override { return guest_->Query(text); }
  std::string Completed(const std::string& text) override;

 private:
  const std::unique_ptr<Guest> guest_;
  const std::string tier_;
};

/// Several who pool what they are told: questions are dealt out to them in turn.
class DealtOut final : public Opponent {
 public:
  explicit DealtOut(std::vector<std::unique_ptr<GuestOpponent>> guests) : guests_(std::move(guests)) {}
  std::string_view name() const override { return "several"; }
  Seen Count(const std::string& where) override { return Next().Count(where); }
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override { return Next().Ask(text); }
  std::string Completed(const std::string& text) override { return Next().Completed(text); }

 private:
  Opponent& Next() { return *guests_[next_++ % guests_.size()]; }
  const std::vector<std::unique_ptr<GuestOpponent>> guests_;
  size_t next_ = 0;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
