#include "tests/attack/set_attacks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace muster::attack {
namespace {

using release::People;

constexpr size_t kPopulation = 20'000;

double Per(double part, size_t whole) { return whole == 0 ? 0 : part / static_cast<double>(whole); }

Elements With(Elements base, const std::vector<uint64_t>& more, size_t count) {
  base.insert(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(std::min(count, more.size())));
  return base;
}

// People who are not in `base`, in a fixed order.
std::vector<uint64_t> Others(People& people, const Elements& base, size_t count) {
  Elements others;
  while (others.size() < count) {
    const uint64_t one = *people.Some(1).begin();
    if (!base.contains(one)) others.insert(one);
  }
  std::vector<uint64_t> list(others.begin(), others.end());
  std::ranges::shuffle(list, people.random());
  return list;
}

// Half of the trials have the target. `claims` says whether the attacker claims it.
double Advantage(size_t trials, const std::function<bool(uint64_t seed, People& people, bool target)>& claims) {
  size_t hits = 0, false_alarms = 0;
  const size_t pairs = std::max<size_t>(trials / 2, 1);
  for (size_t i = 0; i < 2 * pairs; ++i) {
    People people(kPopulation, 1000 + i);
    const bool target = i % 2 == 0;
    if (claims(i + 1, people, target)) (target ? hits : false_alarms) += 1;
  }
  return Per(static_cast<double>(hits) - static_cast<double>(false_alarms), pairs);
}

}  // namespace

double CalibratedEdge(const MakeAnswerer& make, size_t known, size_t trials) {
  return Advantage(trials, [&](uint64_t seed, People& people, bool target) {
    const auto answerer = make(seed);
    const Elements a = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> more = Others(people, a, known + 1);
    const auto before = answerer->Answer(a);
    return answerer->Answer(With(a, more, known + (target ? 1 : 0))) != before;
  });
}

double Bisection(const MakeAnswerer& make, size_t trials, bool fresh_base) {
  constexpr size_t kMaxYears = 64;
  return Advantage(trials, [&](uint64_t seed, People& people, bool target) {
    const auto answerer = make(seed);
    const Elements base = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> years = Others(people, base, kMaxYears + 1);
    const auto unchanged = [&](size_t known, bool with_target) {
      Elements on = base;
      if (fresh_base) {
        do {
          on = people.Some(300 + people.random()() % 300);
        } while (std::ranges::any_of(years, [&](uint64_t person) { return on.contains(person); }));
      }
      const auto before = answerer->Answer(on);
      Elements grown = With(on, years, known);
      if (with_target) grown.insert(years[kMaxYears]);
      return answerer->Answer(grown) == before;
    };
    size_t least = 0, most = kMaxYears;  // unchanged at `least`, changed at `most`
    while (most - least > 1) {
      const size_t middle = (least + most) / 2;
      (unchanged(middle, false) ? least : most) = middle;
    }
    return !unchanged(least, target);
  });
}

double GrowingFromBelow(const MakeAnswerer& make, size_t trials) {
  return Advantage(trials, [&](uint64_t seed, People& people, bool target) {
    const auto answerer = make(seed);
    const Elements base = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> years = Others(people, base, 61);
    const auto first = answerer->Answer(base);
    for (size_t known = 1; known < 60; ++known) {
      if (answerer->Answer(With(base, years, known)) == first) continue;
      // The one before did not change; does the target beside it?
      Elements last = With(base, years, known - 1);
      if (target) last.insert(years[60]);
      return answerer->Answer(last) != first;
    }
    return false;
  });
}

double BetweenLabels(const MakeAnswerer& make, size_t k, size_t trials) {
  return Advantage(trials, [&](uint64_t seed, People& people, bool target) {
    const auto answerer = make(seed);
    const Elements a = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> more = Others(people, a, 2 * k);
    Elements c = With(a, more, 2 * k - 2);
    Elements z = With(a, more, k - 1);
    if (target) {
      c.insert(more.back());
      z.insert(more.back());
    }
    const auto of_a = answerer->Answer(a);
    const auto of_c = answerer->Answer(c);
    const auto of_z = answerer->Answer(z);
    return of_z == of_c && of_z != of_a;
  });
}

double History(const MakeAnswerer& make, size_t k, size_t trials) {
  return Advantage(trials, [&](uint64_t seed, People& people, bool asked_before) {
    const auto answerer = make(seed);
    const Elements a = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> more = Others(people, a, 2 * k);
    if (asked_before) answerer->Answer(With(a, more, k - 1));
    const auto of_a = answerer->Answer(a);
    return answerer->Answer(With(a, more, 2 * (k - 1))) == of_a;
  });
}

Poisoned Poison(const MakeAnswerer& make, size_t k, size_t trials) {
  size_t without = 0, with = 0;
  double error = 0;
  for (size_t i = 0; i < trials; ++i) {
    People people(kPopulation, 5000 + i);
    const auto answerer = make(i + 1);
    const Elements v = people.Some(300 + people.random()() % 300);
    const std::vector<uint64_t> more = Others(people, v, 3 * k);
    for (const size_t by : {size_t{3}, size_t{2}, size_t{1}}) answerer->Answer(With(v, more, by * (k - 1)));
    const auto victim = answerer->Answer(v);
    if (!victim.has_value()) {
      ++without;
      continue;
    }
    ++with;
    error += static_cast<double>(*victim) - static_cast<double>(v.size());
  }
  return {Per(static_cast<double>(without), trials), Per(error, with)};
}

Split SplitAveraging(const MakeAnswerer& make, size_t attributes, size_t trials) {
  size_t exact = 0;
  double squares = 0;
  for (size_t i = 0; i < trials; ++i) {
    People people(kPopulation, 9000 + i);
    const auto answerer = make(i + 1);
    const Elements s = people.Some(200 + people.random()() % 100);
    double sum = 0;
    size_t splits = 0;
    for (size_t a = 0; a < attributes; ++a) {
      Elements yes, no;
      for (const uint64_t person : s) (people.random()() % 2 == 0 ? yes : no).insert(person);
      const auto one = answerer->Answer(yes);
      const auto other = answerer->Answer(no);
      if (!one.has_value() || !other.has_value()) continue;
      sum += static_cast<double>(*one + *other);
      ++splits;
    }
    const double off =
        splits == 0 ? static_cast<double>(s.size()) : sum / static_cast<double>(splits) - static_cast<double>(s.size());
    exact += std::llround(off) == 0 ? 1 : 0;
    squares += off * off;
  }
  return {Per(static_cast<double>(exact), trials), std::sqrt(Per(squares, trials))};
}

size_t SplitsOfFew(const MakeAnswerer& make, size_t k, size_t attributes, size_t trials) {
  size_t shown = 0;
  for (size_t i = 0; i < trials; ++i) {
    People people(kPopulation, 9500 + i);
    const auto answerer = make(i + 1);
    const Elements s = people.Some(k - 1);
    for (size_t a = 0; a < attributes; ++a) {
      Elements yes;
      for (const uint64_t person : s) {
        if (people.random()() % 2 == 0) yes.insert(person);
      }
      shown += answerer->Answer(yes).has_value() ? 1 : 0;
    }
    shown += answerer->Answer(s).has_value() ? 1 : 0;
  }
  return shown;
}

double Reconstruction(const MakeAnswerer& make, size_t questions, size_t trials) {
  constexpr size_t kBlock = 100;
  constexpr size_t kAttributes = 60;
  size_t right = 0;
  for (size_t trial = 0; trial < trials; ++trial) {
    std::mt19937_64 random(20'000 + trial);
    const auto answerer = make(trial + 1);
    std::vector<uint64_t> keys;
    std::vector<bool> secret;
    std::vector<std::vector<bool>> has(kBlock);
    for (size_t p = 0; p < kBlock; ++p) {
      keys.push_back(random());
      secret.push_back(random() % 2 == 0);
      for (size_t a = 0; a < kAttributes; ++a) has[p].push_back(random() % 2 == 0);
    }
    std::vector<std::vector<size_t>> asked;  // who may be in the number
    std::vector<double> answers;
    for (size_t q = 0; q < questions; ++q) {
      const size_t i = random() % kAttributes, j = random() % kAttributes, k = random() % kAttributes,
                   l = random() % kAttributes;
      Elements set;
      std::vector<size_t> members;
      for (size_t p = 0; p < kBlock; ++p) {
        if (!((has[p][i] && has[p][j]) || (has[p][k] && !has[p][l]))) continue;
        members.push_back(p);
        if (secret[p]) set.insert(keys[p]);
      }
      const auto answer = answerer->Answer(set);
      if (!answer.has_value()) continue;
      asked.push_back(std::move(members));
      answers.push_back(static_cast<double>(*answer));
    }
    // Least squares within 0 and 1, by projected gradients.
    std::vector<double> guess(kBlock, 0.5);
    const double step = asked.empty() ? 0 : 1.0 / (static_cast<double>(kBlock) * static_cast<double>(asked.size()) / 4);
    for (int round = 0; round < 600; ++round) {
      std::vector<double> gradient(kBlock, 0);
      for (size_t q = 0; q < asked.size(); ++q) {
        double sum = -answers[q];
        for (const size_t p : asked[q]) sum += guess[p];
        for (const size_t p : asked[q]) gradient[p] += sum;
      }
      for (size_t p = 0; p < kBlock; ++p) guess[p] = std::clamp(guess[p] - step * gradient[p], 0.0, 1.0);
    }
    for (size_t p = 0; p < kBlock; ++p) right += (guess[p] >= 0.5) == secret[p] ? 1 : 0;
  }
  return Per(static_cast<double>(right), trials * kBlock);
}

double StrongAdversary(const MakeAnswerer& make, size_t sets, size_t trials) {
  return Advantage(trials, [&](uint64_t seed, People& people, bool target) {
    const auto answerer = make(seed);
    const uint64_t x = *people.Some(1).begin();
    Elements all;
    double sum = 0;
    for (size_t s = 0; s < sets; ++s) {
      Elements some = people.Some(300 + people.random()() % 300);
      for (const uint64_t person : all) some.erase(person);
      some.erase(x);
      all.insert(some.begin(), some.end());
      if (target) some.insert(x);
      sum += static_cast<double>(answerer->Answer(some).value_or(0));
    }
    if (target) all.insert(x);
    const double whole = static_cast<double>(answerer->Answer(all).value_or(0));
    return (sum - whole) / static_cast<double>(sets - 1) >= 0.5;
  });
}

}  // namespace muster::attack
