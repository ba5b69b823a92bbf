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

/// The values that fields have, by their names.
using ValuesOfFields = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// `terms` are codes, `words` whole criteria; of these, and of the fields of people and of samples, there may be none.
class RandomCriteria {
 public:
  RandomCriteria(uint64_t seed, std::vector<std::string> terms, std::vector<std::string> words,
                 ValuesOfFields of_people = {}, ValuesOfFields of_samples = {})
      : random_(seed),
        terms_(std::move(terms)),
        words_(std::move(words)),
        of_people_(std::move(of_people)),
        of_samples_(std::move(of_samples)) {}

  Criteria Make(int depth) {
    return Made(depth, [this] { return Leaf(); });
  }

  Criteria Leaf() {
    if (!of_people_.empty() && Below(6) == 0) return OneOf(of_people_);
    if (!of_samples_.empty() && Below(4) == 0) return SomeSamples();
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
  template <typename F>
  Criteria Made(int depth, const F& leaf) {
    using Kind = Criteria::Kind;
    const size_t choice = depth == 0 ? 0 : Below(6);
    if (choice <= 1) return leaf();
    Criteria criteria;
    criteria.kind = choice == 2 ? Kind::kNot : choice == 3 ? Kind::kAtLeast : choice == 4 ? Kind::kAnd : Kind::kOr;
    const size_t size = criteria.kind == Kind::kNot ? 1 : 2 + Below(2);
    for (size_t i = 0; i < size; ++i) criteria.inner.push_back(Made(depth - 1, leaf));
    if (criteria.kind == Kind::kAtLeast) criteria.least = static_cast<int>(1 + Below(size));
    return criteria;
  }

  // A list of one value or more.
  Criteria OneOf(const ValuesOfFields& fields) {
    const auto& [field, values] = fields[Below(fields.size())];
    Criteria leaf;
    leaf.kind = Criteria::Kind::kOneOf;
    leaf.field = field;
    for (size_t size = 1 + Below(3); size > 0; --size) leaf.texts.push_back(values[Below(values.size())]);
    return leaf;
  }

  Criteria SomeSamples() {
    Criteria leaf;
    leaf.kind = Criteria::Kind::kSamples;
    leaf.least = static_cast<int>(1 + Below(8) / 5);
    leaf.exactly = Below(6) == 0;
    if (Below(8) > 0) leaf.inner.push_back(Made(static_cast<int>(Below(3)), [this] { return OneOf(of_samples_); }));
    return leaf;
  }

  std::mt19937_64 random_;
  const std::vector<std::string> terms_;
  const std::vector<std::string> words_;
  const ValuesOfFields of_people_, of_samples_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_RANDOM_CRITERIA_H_
