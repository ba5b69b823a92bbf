// The release stage as opponent: a guest of one tier.
#ifndef MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
#define MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_

#include <algorithm>
#include <cstddef>
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
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override;
  std::string Completed(const std::string& text) override;
  bool ended() const override { return ended_; }
  size_t asked() const override { return asked_; }
  /// How many of them had a table with a number.
  size_t with_numbers() const { return with_numbers_; }
  Guest& guest() { return *guest_; }

 private:
  const std::unique_ptr<Guest> guest_;
  const std::string tier_;
  bool ended_ = false;
  size_t asked_ = 0, with_numbers_ = 0;
};

/// Several guests who pool their answers: each question goes to the next of them.
class RoundRobinOpponent final : public Opponent {
 public:
  explicit RoundRobinOpponent(std::vector<std::unique_ptr<Opponent>> guests) : guests_(std::move(guests)) {}
  /// The tier of the first.
  std::string_view name() const override { return guests_.front()->name(); }
  Seen Count(const std::string& where) override { return Next().Count(where); }
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override { return Next().Ask(text); }
  std::string Completed(const std::string& text) override { return Next().Completed(text); }
  /// Whether one of them has used up his budget: then what they were told has gaps.
  bool ended() const override {
    return std::ranges::any_of(guests_, [](const auto& guest) { return guest->ended(); });
  }
  size_t asked() const override {
    size_t asked = 0;
    for (const auto& guest : guests_) asked += guest->asked();
    return asked;
  }

 private:
  Opponent& Next() { return *guests_[next_++ % guests_.size()]; }
  const std::vector<std::unique_ptr<Opponent>> guests_;
  size_t next_ = 0;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_GUEST_OPPONENT_H_
