// The low-effect rule against a second implementation, written apart: trees of sets of people, of which each way of
// leaving something out is built and looked at as a whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/release/low_effect/low_effect.h"
#include "tests/unit/release/small_people.h"

namespace muster::release {
namespace {

constexpr size_t kPeople = 200;

struct Tree {
  enum class Kind { kTerms, kAnd, kOr, kNot, kAtLeast };
  Kind kind = Kind::kTerms;
  int least = 0;
  std::vector<Tree> inner;
  std::vector<std::string> terms;
};

std::string Text(const Tree& tree) {
  if (tree.kind == Tree::Kind::kTerms) {
    std::string list;
    for (const std::string& term : tree.terms) absl::StrAppend(&list, list.empty() ? "" : ", ", term);
    return absl::StrCat("has phenotype ", tree.terms.size() > 1 ? absl::StrCat("in (", list, ")") : list);
  }
  std::string all;
  for (const Tree& one : tree.inner) {
    const char* const between = tree.kind == Tree::Kind::kAnd ? " and " : tree.kind == Tree::Kind::kOr ? " or " : ", ";
    absl::StrAppend(&all, all.empty() ? "" : between, "(", Text(one), ")");
  }
  if (tree.kind == Tree::Kind::kNot) return absl::StrCat("not ", all);
  if (tree.kind == Tree::Kind::kAtLeast) return absl::StrCat("at least ", tree.least, " of (", all, ")");
  return all;
}

// As the language prints it.
std::string Printed(const Tree& tree) { return grammar::Print(*Asked(Text(tree)).where); }

std::vector<Tree> Sorted(std::vector<Tree> trees, bool once) {
  std::multimap<std::string, Tree> by_text;
  std::set<std::string> seen;
  for (Tree& tree : trees) {
    std::string text = Printed(tree);
    if (once && !seen.insert(text).second) continue;
    by_text.emplace(std::move(text), std::move(tree));
  }
  std::vector<Tree> sorted;
  for (auto& [text, tree] : by_text) sorted.push_back(tree);
  return sorted;
}

// `not` at the leaves, nested ones joined, in order.
Tree Simple(const Tree& tree, bool negated) {
  using Kind = Tree::Kind;
  if (tree.kind == Kind::kTerms) {
    Tree leaf = tree;
    std::set<std::string> terms(leaf.terms.begin(), leaf.terms.end());
    leaf.terms.assign(terms.begin(), terms.end());
    return negated ? Tree{Kind::kNot, 0, {leaf}, {}} : leaf;
  }
  if (tree.kind == Kind::kNot) return Simple(tree.inner[0], !negated);
  std::vector<Tree> inner;
  for (const Tree& one : tree.inner) inner.push_back(Simple(one, negated));
  Kind kind = tree.kind;
  const int size = static_cast<int>(inner.size());
  const int least = negated ? size - tree.least + 1 : tree.least;
  if (kind == Kind::kAtLeast) {
    if (least != 1 && least != size) return {kind, least, Sorted(inner, false), {}};
    kind = least == 1 ? Kind::kOr : Kind::kAnd;
  } else if (negated) {
    kind = kind == Kind::kAnd ? Kind::kOr : Kind::kAnd;
  }
  std::vector<Tree> joined;
  for (Tree& one : inner) {
    if (one.kind == kind) {
      joined.insert(joined.end(), one.inner.begin(), one.inner.end());
    } else {
      joined.push_back(one);
    }
  }
  joined = Sorted(joined, true);
  return joined.size() == 1 ? joined[0] : Tree{kind, 0, joined, {}};
}

People Of(const Tree& tree, const Terms& terms) {
  std::vector<People> inner;
  for (const Tree& one : tree.inner) inner.push_back(Of(one, terms));
  People people;
  for (size_t i = 0; i < kPeople; ++i) {
    int holds = 0;
    for (const People& one : inner) holds += one[i] ? 1 : 0;
    const int size = static_cast<int>(tree.inner.size());
    switch (tree.kind) {
      case Tree::Kind::kTerms:
        people[i] = std::ranges::any_of(tree.terms, [&](const std::string& term) { return terms.at(term)[i]; });
        break;
      case Tree::Kind::kAnd:
        people[i] = holds == size;
        break;
      case Tree::Kind::kOr:
        people[i] = holds > 0;
        break;
      case Tree::Kind::kNot:
        people[i] = holds == 0;
        break;
      case Tree::Kind::kAtLeast:
        people[i] = holds >= tree.least;
        break;
    }
  }
  return people;
}

// Something that can be left out: which of the parts of the tree that the path leads to.
struct Removal {
  std::vector<size_t> path;
  size_t part = 0;
  bool as_true = false;  // of `at least N of`
  std::string text;
};

void FindRemovals(const Tree& tree, const std::vector<size_t>& path, std::vector<Removal>* removals) {
  if (tree.kind == Tree::Kind::kTerms) {
    for (size_t i = 0; i < tree.terms.size() && tree.terms.size() > 1; ++i) {
      removals->push_back({path, i, false, tree.terms[i]});
    }
    return;
  }
  for (size_t i = 0; i < tree.inner.size(); ++i) {
    const std::string text = Printed(tree.inner[i]);
    if (tree.kind != Tree::Kind::kNot) removals->push_back({path, i, false, text});
    if (tree.kind == Tree::Kind::kAtLeast) removals->push_back({path, i, true, text});
    std::vector<size_t> longer = path;
    longer.push_back(i);
    FindRemovals(tree.inner[i], longer, removals);
  }
}

// Nothing where nothing is left, which only an `and` of all may come to; of others the last part stays.
std::optional<Tree> Apply(const Tree& tree, const std::vector<Removal>& removals, const std::vector<size_t>& path) {
  const auto removal = [&](size_t i, bool as_true) {
    return std::ranges::any_of(
        removals, [&](const Removal& one) { return one.path == path && one.part == i && one.as_true == as_true; });
  };
  Tree changed{tree.kind, tree.least, {}, {}};
  for (size_t i = 0; i < tree.terms.size(); ++i) {
    const bool last = i + 1 == tree.terms.size() && changed.terms.empty();
    if (last || !removal(i, false)) changed.terms.push_back(tree.terms[i]);
  }
  const auto inner = [&](size_t i) {
    std::vector<size_t> longer = path;
    longer.push_back(i);
    return *Apply(tree.inner[i], removals, longer);
  };
  for (size_t i = 0; i < tree.inner.size(); ++i) {
    const bool may_be_empty = tree.kind == Tree::Kind::kAtLeast || (tree.kind == Tree::Kind::kAnd && path.empty());
    const bool last = i + 1 == tree.inner.size() && changed.inner.empty() && !may_be_empty;
    if (!last && removal(i, false)) continue;
    if (!last && removal(i, true)) {
      --changed.least;
      continue;
    }
    changed.inner.push_back(inner(i));
  }
  if (tree.kind == Tree::Kind::kAtLeast &&
      (changed.least < 1 || changed.least > static_cast<int>(changed.inner.size()))) {
    changed = {tree.kind, tree.least, {}, {}};
    for (size_t i = 0; i < tree.inner.size(); ++i) changed.inner.push_back(inner(i));
  }
  if (tree.kind == Tree::Kind::kAnd && changed.inner.empty()) return std::nullopt;
  return changed;
}

// The rule, with the sets themselves. Nothing for all people.
std::optional<Tree> PlainRule(const Tree& asked, uint64_t k, const Terms& terms) {
  People everybody;
  for (size_t i = 0; i < kPeople; ++i) everybody.set(i);
  const auto people = [&](const std::optional<Tree>& tree) { return tree ? Of(*tree, terms) : everybody; };
  const People at_first = Of(asked, terms);
  Tree present = Simple(asked, false);
  while (true) {
    struct Choice {
      std::vector<Removal> removals;
      std::optional<Tree> left;
      uint64_t effect = 0;
    };
    const People now = Of(present, terms);
    std::vector<Choice> choices;
    if (present.kind != Tree::Kind::kAnd) {
      choices.push_back({{{{}, 0, false, Printed(present)}}, std::nullopt, (now ^ everybody).count()});
    }
    std::vector<Removal> removals;
    FindRemovals(present, {}, &removals);
    for (const Removal& removal : removals) {
      std::optional<Tree> left = Apply(present, {removal}, {});
      if (left && Printed(*left) == Printed(present)) continue;
      const uint64_t effect = (now ^ people(left)).count();
      choices.push_back({{removal}, std::move(left), effect});
    }
    std::ranges::stable_sort(choices, {}, [](const Choice& c) { return std::pair(c.effect, c.removals[0].text); });
    // All without effect at once.
    Choice none;
    for (const Choice& choice : choices) {
      if (choice.effect == 0) none.removals.push_back(choice.removals[0]);
    }
    if (none.removals.size() > 1) {
      const bool everything = present.kind != Tree::Kind::kAnd && now == everybody;
      none.left = everything ? std::nullopt : Apply(present, none.removals, {});
      const bool same = none.left && Printed(*none.left) == Printed(present);
      if (!same && people(none.left) == now) choices.insert(choices.begin(), none);
    }
    const auto taken = std::ranges::find_if(choices, [&](const Choice& choice) {
      return choice.effect < k && (people(choice.left) ^ at_first).count() < k;
    });
    if (taken == choices.end()) return present;
    if (!taken->left) return std::nullopt;
    present = Simple(*taken->left, false);
  }
}

class Generator {
 public:
  explicit Generator(uint64_t seed) : random_(seed) {}

  // Terms of all sizes; every person has some part of them, by chance.
  Terms MakeTerms() {
    Terms terms;
    for (int t = 0; t < 12; ++t) {
      const size_t share = t % 3 == 0 ? 60 : t % 3 == 1 ? 20 : 2;
      People people;
      for (size_t i = 0; i < kPeople; ++i) people[i] = Below(100) < share;
      names_.push_back(absl::StrCat("X:", t));
      terms[names_.back()] = people;
    }
    return terms;
  }

  Tree MakeTree(int depth) {
    Tree tree;
    const size_t choice = depth == 0 ? 0 : Below(6);
    if (choice <= 1) {
      const size_t size = 1 + Below(3);
      for (size_t i = 0; i < size; ++i) tree.terms.push_back(names_[Below(names_.size())]);
      return tree;
    }
    tree.kind = choice == 2   ? Tree::Kind::kNot
                : choice == 3 ? Tree::Kind::kAtLeast
                : choice == 4 ? Tree::Kind::kAnd
                              : Tree::Kind::kOr;
    const size_t size = tree.kind == Tree::Kind::kNot ? 1 : 2 + Below(2);
    for (size_t i = 0; i < size; ++i) tree.inner.push_back(MakeTree(depth - 1));
    if (tree.kind == Tree::Kind::kAtLeast) tree.least = static_cast<int>(1 + Below(size));
    return tree;
  }

  size_t Below(size_t n) { return random_() % n; }

 private:
  std::mt19937_64 random_;
  std::vector<std::string> names_;
};

TEST(LowEffectRandomTest, AgreesWithTheSecondImplementation) {
  size_t changed = 0;
  for (uint64_t seed = 1; seed <= 1500; ++seed) {
    Generator generator(seed);
    const Terms terms = generator.MakeTerms();
    const Tree asked = generator.MakeTree(3);
    const uint64_t k = 3 + generator.Below(15);
    SmallPeople people(terms, kPeople);
    const grammar::Count count = Asked(Text(asked));
    const auto reduced = LeaveOutLowEffects(count.where.get(), {}, k, people);
    ASSERT_TRUE(reduced.ok()) << reduced.status();
    const People before = people.Of(count.where.get());
    ASSERT_EQ(before, Of(asked, terms)) << Text(asked);
    const People after = people.Of(reduced->where.get());
    EXPECT_LT((before ^ after).count(), k) << "seed " << seed << ": " << Text(asked);
    const std::optional<Tree> plain = PlainRule(asked, k, terms);
    People everybody;
    for (size_t i = 0; i < kPeople; ++i) everybody.set(i);
    ASSERT_EQ(after, plain ? Of(*plain, terms) : everybody) << "seed " << seed << ", k " << k << ": " << Text(asked);
    if (reduced->left_out == 0) continue;
    ++changed;
    EXPECT_EQ(reduced->where == nullptr ? "" : grammar::Print(*reduced->where), plain ? Printed(*plain) : "")
        << "seed " << seed << ", k " << k << ": " << Text(asked);
  }
  EXPECT_GT(changed, 300u) << "too few questions of which something is left out";
}

}  // namespace
}  // namespace muster::release
