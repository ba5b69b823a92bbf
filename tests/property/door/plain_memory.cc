#include "tests/property/door/plain_memory.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace muster::property {
namespace {

constexpr size_t kSmallest = 8;  // keys of a large set by which it is compared with others

template <typename T>
void PutBytes(T number, std::string* out) {
  for (size_t i = 0; i < sizeof(T); ++i) out->push_back(static_cast<char>(static_cast<uint64_t>(number) >> (8 * i)));
}

int64_t Apart(size_t a, size_t b) { return std::abs(static_cast<int64_t>(a) - static_cast<int64_t>(b)); }

std::array<int64_t, 64> LanesOf(const Keys& keys) {
  std::array<int64_t, 64> lanes{};
  for (const uint64_t key : keys) {
    for (size_t j = 0; j < lanes.size(); ++j) lanes[j] += static_cast<int64_t>(key >> j & 1);
  }
  return lanes;
}

// p(x) ~ exp(-l x²) on -reach..reach, with l such that the variance is `variance`.
struct Step {
  explicit Step(int64_t variance) : reach(static_cast<int>(std::ceil(3.3 * std::sqrt(variance)))) {
    long double low = 0;
    long double high = 10;
    for (int i = 0; i < 300; ++i) {
      l = (low + high) / 2;
      (Variance() > static_cast<long double>(variance) ? low : high) = l;
    }
  }

  long double Weight(int x) const { return std::exp(-l * static_cast<long double>(x) * static_cast<long double>(x)); }
  long double Whole() const {
    long double whole = 0;
    for (int x = -reach; x <= reach; ++x) whole += Weight(x);
    return whole;
  }
  long double Variance() const {
    long double sum = 0;
    for (int x = -reach; x <= reach; ++x) sum += Weight(x) * static_cast<long double>(x) * static_cast<long double>(x);
    return sum / Whole();
  }
  // The x up to whose probability the random number lies.
  int Draw(uint64_t random) const {
    const long double at = static_cast<long double>(random) / 18446744073709551616.0L * Whole();
    long double below = 0;
    for (int x = -reach; x < reach; ++x) {
      below += Weight(x);
      if (at < below) return x;
    }
    return reach;
  }

  int reach = 0;
  long double l = 0;
};

const Step& StepOf(int64_t variance) {
  static std::map<int64_t, Step> steps;
  return steps.try_emplace(variance, variance).first->second;
}

}  // namespace

PlainMemory::Remembered PlainMemory::Sketched(const PlainSet& set) {
  return {set, LanesOf(set.people), LanesOf(set.rows), 0, 0};
}

// The bytes from which randomness about a set is drawn.
std::string PlainMemory::IdentityOf(const Remembered& of) const {
  std::string bytes;
  PutBytes(of.set.kind, &bytes);
  PutBytes(static_cast<uint64_t>(of.set.people.size()), &bytes);
  for (const int64_t lane : of.people) PutBytes(static_cast<uint8_t>(lane), &bytes);
  PutBytes(static_cast<uint64_t>(of.set.rows.size()), &bytes);
  for (const int64_t lane : of.rows) PutBytes(static_cast<uint8_t>(lane), &bytes);
  return bytes;
}

double PlainMemory::Distance(const Keys& a, const Lanes& a_lanes, const Keys& b, const Lanes& b_lanes) const {
  if (!a.empty() && !b.empty() && a.size() < small_ && b.size() < small_) {
    Keys differ;
    std::ranges::set_symmetric_difference(a, b, std::inserter(differ, differ.end()));
    return static_cast<double>(differ.size());
  }
  int64_t sum = 0;
  for (size_t j = 0; j < a_lanes.size(); ++j) {
    const int64_t s = 2 * (a_lanes[j] - b_lanes[j]) - (static_cast<int64_t>(a.size()) - static_cast<int64_t>(b.size()));
    sum += s * s;
  }
  return static_cast<double>(sum) / 64;
}

bool PlainMemory::AreCompared(const Keys& a, const Keys& b) const {
  const bool whole = a.size() < small_ && b.size() < small_;
  const auto known = [&](const Keys& keys) {
    Keys some;
    for (const uint64_t key : keys) {
      if (whole || some.size() < kSmallest) some.insert(key);
    }
    return some;
  };
  const Keys of_a = known(a);
  return std::ranges::any_of(known(b), [&](uint64_t key) { return of_a.contains(key); });
}

std::optional<size_t> PlainMemory::Known(const Remembered& set, bool is_asked, const Remembered& asked,
                                         const PlainTier& tier) {
  std::optional<size_t> found;
  const auto equal = std::ranges::find(sets_, set.set, &Remembered::set);
  if (equal != sets_.end()) {
    found = static_cast<size_t>(equal - sets_.begin());
    if (is_asked) return equal->label;
  }
  double nearest = 0;
  for (size_t i = 0; i < sets_.size() && equal == sets_.end(); ++i) {
    const Remembered& other = sets_[i];
    const Keys& people = set.set.people;
    if (other.set.kind != set.set.kind || Apart(people.size(), other.set.people.size()) >= 3 * tier.people) continue;
    if (!AreCompared(people, other.set.people)) continue;
    const double u = sets_[other.label].u;
    const auto k = static_cast<double>(tier.people);
    const auto both = static_cast<double>(people.size() + other.set.people.size());
    const double edge = std::max(k, std::min(k * (1.4 + 0.6 * u), (0.6 + 0.1 * u) * both));
    const double distance = Distance(people, set.people, other.set.people, other.people);
    if (distance >= edge) continue;
    if (set.set.kind != 0 && Distance(set.set.rows, set.rows, other.set.rows, other.rows) >= 2 * edge) continue;
    if (found && distance >= nearest) continue;
    found = i;
    nearest = distance;
  }
  if (!found) return std::nullopt;
  const size_t label = sets_[*found].label;
  const Remembered& first = sets_[label];
  if (Apart(asked.set.people.size(), first.set.people.size()) >= 3 * tier.people) return std::nullopt;
  const auto drift = static_cast<double>(tier.drift());
  if (Distance(asked.set.people, asked.people, first.set.people, first.people) >= drift) return std::nullopt;
  if (asked.set.kind != 0 && Distance(asked.set.rows, asked.rows, first.set.rows, first.rows) >= 2 * drift) {
    return std::nullopt;
  }
  if (equal == sets_.end()) ++near_;
  Add(asked, label);
  return label;
}

size_t PlainMemory::Add(Remembered set, std::optional<size_t> label) {
  const size_t place = sets_.size();
  set.label = label.value_or(place);
  if (!label) {
    // In single precision, of 24 bits.
    set.u = static_cast<double>(secret::SipHash24(key_, "T" + IdentityOf(set)) >> 40) / 16777216.0;
  }
  sets_.push_back(std::move(set));
  return place;
}

int64_t PlainMemory::NoiseOf(const Remembered& label, int64_t variance) const {
  int64_t noise = 0;
  int64_t from = 0;
  for (const int64_t to : variances_) {
    if (to > variance) break;
    std::string name = "N";
    PutBytes(from * 1'000'000, &name);
    PutBytes(to * 1'000'000, &name);
    noise += StepOf(to - from).Draw(secret::SipHash24(key_, name + IdentityOf(label)));
    from = to;
  }
  return noise;
}

int64_t PlainMemory::Reach(int64_t variance) const {
  int64_t reach = 0;
  int64_t from = 0;
  for (const int64_t to : variances_) {
    if (to > variance) break;
    reach += StepOf(to - from).reach;
    from = to;
  }
  return reach;
}

std::optional<int64_t> PlainMemory::Decide(const PlainSet& asked, const PlainSet& effective, const PlainTier& tier) {
  const auto k = static_cast<size_t>(tier.people);
  if (asked.people.size() < k || effective.people.size() < k) return std::nullopt;
  const Remembered of_asked = Sketched(asked);
  const Remembered of_effective = Sketched(effective);
  std::optional<size_t> label = Known(of_asked, true, of_asked, tier);
  const bool reduced = !(asked == effective);
  if (!label && reduced) label = Known(of_effective, false, of_asked, tier);
  if (!label) {
    label = Add(of_effective, std::nullopt);
    if (reduced) Add(of_asked, label);
  }
  const Remembered& first = sets_[*label];
  const int64_t noisy = first.set.sum + first.set.largest * NoiseOf(first, tier.variance);
  if (noisy < tier.shown_from) return std::nullopt;
  return (2 * noisy + tier.round) / (2 * tier.round) * tier.round;
}

}  // namespace muster::property
