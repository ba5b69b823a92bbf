#include "tests/attack/search/rule.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace muster::attack {
namespace {

// Solves a x = b for a symmetric, positive definite matrix, by Gauss without pivots.
Numbers Solve(std::vector<Numbers> a, Numbers b) {
  const size_t n = b.size();
  for (size_t i = 0; i < n; ++i) {
    for (size_t row = i + 1; row < n; ++row) {
      const double factor = a[row][i] / a[i][i];
      if (factor == 0) continue;
      for (size_t column = i; column < n; ++column) a[row][column] -= factor * a[i][column];
      b[row] -= factor * b[i];
    }
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t column = i + 1; column < n; ++column) b[i] -= a[i][column] * b[column];
    b[i] /= a[i][i];
  }
  return b;
}

}  // namespace

// The numbers, and for each neighbours' difference itself, which a small penalty would else take from large numbers,
// and whether there is one.
Numbers Rule::Features(const Numbers& of) {
  Numbers features = of;
  for (size_t i = 0; i + 1 < of.size(); ++i) {
    features.push_back(of[i] - of[i + 1]);
    features.push_back(of[i] == of[i + 1] ? 1 : 0);
  }
  return features;
}

Rule Rule::Learn(const std::vector<Numbers>& cases, const std::vector<bool>& bits) {
  constexpr double kPenalty = 0.5;
  Rule rule;
  std::vector<Numbers> all;
  for (const Numbers& of : cases) all.push_back(Features(of));
  const size_t n = all.front().size();
  rule.mean_.assign(n, 0);
  rule.scale_.assign(n, 0);
  const auto count = static_cast<double>(all.size());
  for (const Numbers& features : all) {
    for (size_t i = 0; i < n; ++i) rule.mean_[i] += features[i] / count;
  }
  for (const Numbers& features : all) {
    for (size_t i = 0; i < n; ++i) rule.scale_[i] += std::pow(features[i] - rule.mean_[i], 2) / count;
  }
  for (double& scale : rule.scale_) scale = scale > 1e-9 ? 1 / std::sqrt(scale) : 0;
  std::vector<Numbers> squares(n, Numbers(n, 0));
  Numbers with_bit(n, 0);
  for (size_t c = 0; c < all.size(); ++c) {
    for (size_t i = 0; i < n; ++i) all[c][i] = (all[c][i] - rule.mean_[i]) * rule.scale_[i];
    for (size_t i = 0; i < n; ++i) {
      with_bit[i] += all[c][i] * (bits[c] ? 1 : -1);
      for (size_t j = 0; j < n; ++j) squares[i][j] += all[c][i] * all[c][j];
    }
  }
  for (size_t i = 0; i < n; ++i) squares[i][i] += kPenalty;
  rule.weights_ = Solve(std::move(squares), std::move(with_bit));
  return rule;
}

double Rule::Score(const Numbers& features) const {
  double score = 0;
  for (size_t i = 0; i < features.size(); ++i) score += weights_[i] * (features[i] - mean_[i]) * scale_[i];
  return score;
}

bool Rule::Tells(const Numbers& of) const { return Score(Features(of)) >= 0; }

double Rule::Right(const std::vector<Numbers>& cases, const std::vector<bool>& bits) const {
  size_t right = 0;
  for (size_t c = 0; c < cases.size(); ++c) right += Tells(cases[c]) == bits[c] ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(cases.size());
}

}  // namespace muster::attack
