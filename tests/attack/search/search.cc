#include "tests/attack/search/search.h"

#include <algorithm>
#include <utility>

namespace muster::attack {
namespace {

constexpr size_t kLiving = 12;
constexpr size_t kMaxQuestions = 50;
constexpr double kEnough = 0.95;

}  // namespace

Search::Search(Opponent& opponent, const World& world, int years, uint64_t seed)
    : opponent_(opponent), world_(world), years_(years), random_(seed) {}

const Numbers& Search::AnswersTo(const Question& question) {
  const auto [found, is_new] = answers_.try_emplace(question);
  if (is_new) {
    for (const Target& target : world_.targets) {
      found->second.push_back(NumberOf(opponent_, question, target, years_));
    }
  }
  return found->second;
}

std::vector<Numbers> Search::CasesOf(const Set& set, size_t begin, size_t end) {
  std::vector<Numbers> cases(end - begin);
  for (const Question& question : set) {
    const Numbers& answers = AnswersTo(question);
    for (size_t i = begin; i < end; ++i) cases[i - begin].push_back(answers[i]);
  }
  return cases;
}

std::vector<bool> Search::BitsOf(size_t begin, size_t end) const {
  std::vector<bool> bits;
  for (size_t i = begin; i < end; ++i) bits.push_back(BitOf(world_.targets[i]));
  return bits;
}

double Search::Fitness(const Set& set) {
  const size_t third = world_.targets.size() / 3;
  const Rule rule = Rule::Learn(CasesOf(set, 0, third), BitsOf(0, third));
  return rule.Right(CasesOf(set, third, 2 * third), BitsOf(third, 2 * third));
}

Search::Set Search::Child(const std::vector<Living>& living) {
  const auto parent = [&]() -> const Living& {  // the better of two
    const Living& a = living[random_() % living.size()];
    const Living& b = living[random_() % living.size()];
    return a.right >= b.right ? a : b;
  };
  Set set = parent().set;
  const size_t at = random_() % set.size();
  switch (random_() % 6) {
    case 0:
      set.push_back(RandomQuestion(random_));
      break;
    case 1:
      if (set.size() > 2) set.erase(set.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2: {  // the like of one beside it, as differences have it
      const Question like = random_() % 2 == 0 ? Partner(set[at]) : Changed(set[at], random_);
      set.insert(set.begin() + static_cast<std::ptrdiff_t>(at) + 1, like);
      break;
    }
    case 3: {  // of two parents
      const Set& other = parent().set;
      set.insert(set.end(), other.begin(), other.begin() + static_cast<std::ptrdiff_t>(1 + random_() % other.size()));
      break;
    }
    default:
      set[at] = Changed(set[at], random_);
  }
  if (set.size() > kMaxQuestions) set.resize(kMaxQuestions);
  return set;
}

Found Search::Run(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  std::vector<Living> living;
  Found found;
  const auto best = [&living] { return std::ranges::max_element(living, {}, &Living::right); };
  while (living.size() < kLiving && (living.empty() || best()->right < kEnough)) {
    Set set;
    for (size_t i = 0; i < 4; ++i) {
      set.push_back(RandomQuestion(random_));
      set.push_back(random_() % 2 == 0 ? Partner(set.back()) : Changed(set.back(), random_));
    }
    const double right = Fitness(set);
    living.push_back({std::move(set), right});
    ++found.sets;
    if (living.size() > 1 && std::chrono::steady_clock::now() >= end) break;
  }
  while (std::chrono::steady_clock::now() < end && best()->right < kEnough) {
    Set set = Child(living);
    const double right = Fitness(set);
    ++found.sets;
    const auto worst = std::ranges::min_element(living, {}, &Living::right);
    if (right >= worst->right) *worst = {std::move(set), right};
  }
  const size_t third = world_.targets.size() / 3;
  const Set& set = best()->set;
  const Rule rule = Rule::Learn(CasesOf(set, 0, 2 * third), BitsOf(0, 2 * third));
  found.tested = world_.targets.size() - 2 * third;
  found.right = rule.Right(CasesOf(set, 2 * third, world_.targets.size()), BitsOf(2 * third, world_.targets.size()));
  found.questions = answers_.size();
  for (const Question& question : set) found.texts.push_back(question.TextFor(world_.targets[0], years_));
  return found;
}

}  // namespace muster::attack
