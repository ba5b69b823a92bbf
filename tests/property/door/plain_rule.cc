#include "tests/property/door/plain_rule.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace muster::property {
namespace {

using Kind = Criteria::Kind;

// Something that can be left out: which of the parts of what the path leads to.
struct Removal {
  std::vector<size_t> path;
  size_t part = 0;
  bool as_true = false;  // of `at least N of`
  std::string text;
};

struct Choice {
  std::vector<Removal> removals;
  std::optional<Criteria> left;
  uint64_t effect = 0;
};

std::vector<size_t> Longer(std::vector<size_t> path, size_t i) {
  path.push_back(i);
  return path;
}

void FindRemovals(const Criteria& criteria, const std::vector<size_t>& path, std::vector<Removal>* removals) {
  if (criteria.kind == Kind::kWord) return;
  if (criteria.kind == Kind::kSamples) {
    // All that is said of the samples, where that is not several things which all hold.
    if (criteria.inner.empty()) return;
    if (criteria.inner[0].kind != Kind::kAnd) removals->push_back({path, 0, false, Printed(criteria.inner[0])});
    return FindRemovals(criteria.inner[0], Longer(path, 0), removals);
  }
  if (criteria.kind == Kind::kTerms || criteria.kind == Kind::kOneOf) {
    for (size_t i = 0; i < criteria.texts.size() && criteria.texts.size() > 1; ++i) {
      removals->push_back({path, i, false, criteria.texts[i]});
    }
    return;
  }
  for (size_t i = 0; i < criteria.inner.size(); ++i) {
    const std::string text = Printed(criteria.inner[i]);
    if (criteria.kind != Kind::kNot) removals->push_back({path, i, false, text});
    if (criteria.kind == Kind::kAtLeast) removals->push_back({path, i, true, text});
    FindRemovals(criteria.inner[i], Longer(path, i), removals);
  }
}

// Nothing where nothing is left, which only an `and` that `may_be_empty` comes to; of others the last part stays.
std::optional<Criteria> Apply(const Criteria& criteria, const std::vector<Removal>& removals,
                              const std::vector<size_t>& path, bool may_be_empty) {
  const auto is_removed = [&](size_t i, bool as_true) {
    return std::ranges::any_of(
        removals, [&](const Removal& one) { return one.path == path && one.part == i && one.as_true == as_true; });
  };
  Criteria changed = criteria;
  changed.inner.clear();
  changed.texts.clear();
  for (size_t i = 0; i < criteria.texts.size(); ++i) {
    const bool last = i + 1 == criteria.texts.size() && changed.texts.empty();
    if (last || !is_removed(i, false)) changed.texts.push_back(criteria.texts[i]);
  }
  if (criteria.kind == Kind::kSamples) {
    if (criteria.inner.empty() || is_removed(0, false)) return changed;
    if (auto left = Apply(criteria.inner[0], removals, Longer(path, 0), true)) changed.inner = {*std::move(left)};
    return changed;
  }
  const auto inner = [&](size_t i) { return *Apply(criteria.inner[i], removals, Longer(path, i), false); };
  const bool all_may_go = criteria.kind == Kind::kAtLeast || (criteria.kind == Kind::kAnd && may_be_empty);
  for (size_t i = 0; i < criteria.inner.size(); ++i) {
    const bool last = i + 1 == criteria.inner.size() && changed.inner.empty() && !all_may_go;
    if (!last && is_removed(i, false)) continue;
    if (!last && is_removed(i, true)) {
      --changed.least;
      continue;
    }
    changed.inner.push_back(inner(i));
  }
  if (criteria.kind == Kind::kAtLeast &&
      (changed.least < 1 || changed.least > static_cast<int>(changed.inner.size()))) {
    changed = {criteria.kind, criteria.least, {}, {}};
    for (size_t i = 0; i < criteria.inner.size(); ++i) changed.inner.push_back(inner(i));
  }
  if (criteria.kind == Kind::kAnd && changed.inner.empty()) return std::nullopt;
  return changed;
}

class Rule {
 public:
  Rule(const Facts& facts, const People& all) : facts_(facts), everybody_(all) {}

  std::optional<Criteria> Of(const Criteria& asked, uint64_t k) const {
    const People at_first = Who(asked);
    Criteria present = Simple(asked);
    while (true) {
      std::vector<Choice> choices = ChoicesOf(present);
      AddAllWithoutEffect(present, &choices);
      const auto taken = std::ranges::find_if(choices, [&](const Choice& choice) {
        return choice.effect < k && (Who(choice.left) ^ at_first).count() < k;
      });
      if (taken == choices.end()) return present;
      if (!taken->left) return std::nullopt;
      present = Simple(*taken->left);
    }
  }

 private:
  People Who(const std::optional<Criteria>& criteria) const {
    return criteria ? WhoMeets(*criteria, facts_) & everybody_ : everybody_;
  }

  // Each part by itself, that of the least effect first.
  std::vector<Choice> ChoicesOf(const Criteria& present) const {
    const People now = Who(present);
    std::vector<Choice> choices;
    if (present.kind != Kind::kAnd) {
      choices.push_back({{{{}, 0, false, Printed(present)}}, std::nullopt, (now ^ everybody_).count()});
    }
    std::vector<Removal> removals;
    FindRemovals(present, {}, &removals);
    for (const Removal& removal : removals) {
      std::optional<Criteria> left = Apply(present, {removal}, {}, true);
      if (left && Printed(*left) == Printed(present)) continue;
      const uint64_t effect = (now ^ Who(left)).count();
      choices.push_back({{removal}, std::move(left), effect});
    }
    std::ranges::stable_sort(choices, {}, [](const Choice& c) { return std::pair(c.effect, c.removals[0].text); });
    return choices;
  }

  // All without effect at once, before others.
  void AddAllWithoutEffect(const Criteria& present, std::vector<Choice>* choices) const {
    const People now = Who(present);
    Choice none;
    for (const Choice& choice : *choices) {
      if (choice.effect == 0) none.removals.push_back(choice.removals[0]);
    }
    if (none.removals.size() < 2) return;
    const bool everything = present.kind != Kind::kAnd && now == everybody_;
    none.left = everything ? std::nullopt : Apply(present, none.removals, {}, true);
    const bool same = none.left && Printed(*none.left) == Printed(present);
    if (!same && Who(none.left) == now) choices->insert(choices->begin(), none);
  }

  const Facts& facts_;
  const People everybody_;
};

}  // namespace

std::optional<Criteria> WithoutLowEffects(const Criteria& asked, uint64_t k, const Facts& facts, const People& all) {
  return Rule(facts, all).Of(asked, k);
}

}  // namespace muster::property
