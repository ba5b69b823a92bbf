// Random criteria over terms and words.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_RANDOM_CRITERIA_H_
#define MUSTER_TESTS_PROPERTY_DOOR_RANDOM_CRITERIA_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/property/door/criteria.h"

namespace muster::property {

/// `terms` are codes, `words` whole criteria; of these there may be none.
class RandomCriteria {
 public:
  RandomCriteria(uint64_t seed, std::vector<std::string> terms, std::vector<std::string> words)
      : random_(seed), terms_(std::move(terms)), words_(std::move(words)) {}

  Criteria Make(int depth) {
    using Kind = Criteria::Kind;
    const size_t choice = depth == 0 ? 0 : Below(6);
    if (choice <= 1) return Leaf();
    Criteria criteria;
    criteria.kind = choice == 2 ? Kind::kNot : choice == 3 ? Kind::kAtLeast : choice == 4 ? Kind::kAnd : Kind::kOr;
    const size_t size = criteria.kind == Kind::kNot ? 1 : 2 + Below(2);
    for (size_t i = 0; i < size; ++i) criteria.inner.push_back(Make(depth - 1));
    if (criteria.kind == Kind::kAtLeast) criteria.least = static_cast<int>(1 + Below(size));
    return criteria;
  }

  Criteria Leaf() {
    Criteria leaf;
    if (!words_.empty() && Below(4) == 0) {
      leaf.kind = Criteria::Kind::kWord;
      leaf.texts = {words_[Below(words_.size())]};
      return leaf;
    }
    const size_t size = 1 + Below(3);
    for (size_t i = 0; i < size; ++i) leaf.texts.push_back(terms_[Below(terms_.size())]);
    return leaf;
  }

  size_t Below(size_t n) { return random_() % n; }

 private:
  std::mt19937_64 random_;
  const std::vector<std::string> terms_;
  const std::vector<std::string> words_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_RANDOM_CRITERIA_H_
