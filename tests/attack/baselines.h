// Practices that attacks must succeed against: else the attack is broken and a bar that is met says nothing.
#ifndef MUSTER_TESTS_ATTACK_BASELINES_H_
#define MUSTER_TESTS_ATTACK_BASELINES_H_

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/attack/opponent.h"

namespace muster::attack {

/// T: the exact numbers of the embedding program.
class Exact : public Opponent {
 public:
  explicit Exact(Catalogue& catalogue) : catalogue_(catalogue) {}
  std::string_view name() const override { return "T"; }
  Seen Count(const std::string& where) override;
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override;
  std::string Completed(const std::string& text) override;

 protected:
  int64_t CountOf(const std::string& where) const;
  /// Who meets the criteria, as "dataset id".
  std::set<std::string> PeopleOf(const std::string& where) const;
  static Seen Shown(std::optional<int64_t> value);
  Catalogue& catalogue_;
};

/// E: exact, fewer than k suppressed, zero shown.
class Suppressed final : public Exact {
 public:
  Suppressed(Catalogue& catalogue, int64_t k) : Exact(catalogue), k_(k) {}
  std::string_view name() const override { return "E"; }
  Seen Count(const std::string& where) override;
  /// Totals are exact.
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text) override;

 private:
  const int64_t k_;
};

/// F: E with fresh Gaussian noise.
class FreshNoise final : public Exact {
 public:
  FreshNoise(Catalogue& catalogue, int64_t k) : Exact(catalogue), k_(k) {}
  std::string_view name() const override { return "F"; }
  Seen Count(const std::string& where) override;

 private:
  const int64_t k_;
  std::mt19937_64 random_{1};
};

/// R: 7 and below hidden, rounded to 5.
class Rounded final : public Exact {
 public:
  using Exact::Exact;
  std::string_view name() const override { return "R"; }
  Seen Count(const std::string& where) override;
};

/// C: noise of variance 9 that depends on the set of people alone; fewer than k people suppressed.
class CellKey final : public Exact {
 public:
  CellKey(Catalogue& catalogue, int64_t k) : Exact(catalogue), k_(k) {}
  std::string_view name() const override { return "C"; }
  Seen Count(const std::string& where) override;

 private:
  const int64_t k_;
};

/// N: E that refuses an answer whose people differ by 1 to k - 1 from those of an earlier one.
class Denial final : public Exact {
 public:
  Denial(Catalogue& catalogue, int64_t k) : Exact(catalogue), k_(k) {}
  std::string_view name() const override { return "N"; }
  Seen Count(const std::string& where) override;

 private:
  const int64_t k_;
  std::vector<std::set<std::string>> earlier_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_BASELINES_H_
