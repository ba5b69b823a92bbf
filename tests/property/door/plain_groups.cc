#include "tests/property/door/plain_groups.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::property {
namespace {

using Values = std::vector<std::string>;

bool HasAny(const Values& values, const Values& of) {
  return std::ranges::any_of(values, [&](const std::string& one) { return std::ranges::find(of, one) != of.end(); });
}

// Of `who`, those who have one of `before` and none of `after`.
uint64_t Lost(const Values& before, const Values& after, const People& who, const ValuesOfPeople& values) {
  uint64_t lost = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    lost += who[i] && HasAny(values[i], before) && !HasAny(values[i], after) ? 1 : 0;
  }
  return lost;
}

Values Less(const Values& all, const std::set<size_t>& gone) {
  Values kept;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!gone.contains(i)) kept.push_back(all[i]);
  }
  return kept;
}

Values OneGroup(const Values& asked, uint64_t k, const People& who, const ValuesOfPeople& values) {
  Values present = asked;
  while (present.size() > 1) {
    std::set<std::tuple<uint64_t, std::string, size_t>> candidates;
    for (size_t i = 0; i < present.size(); ++i) {
      const uint64_t effect = Lost(present, Less(present, {i}), who, values);
      if (effect < k) candidates.emplace(effect, present[i], i);
    }
    if (candidates.empty()) break;
    // All that nobody is lost by, together; but not the last value.
    std::set<size_t> gone;
    for (const auto& [effect, text, i] : candidates) {
      if (effect == 0 && gone.size() + 1 < present.size()) gone.insert(i);
    }
    if (gone.size() < 2 || Lost(present, Less(present, gone), who, values) > 0) {
      gone = {std::get<2>(*candidates.begin())};
    }
    const Values fewer = Less(present, gone);
    if (Lost(asked, fewer, who, values) >= k) break;
    present = fewer;
  }
  return present;
}

}  // namespace

std::string Text(const PlainGroups& groups) {
  return absl::StrJoin(groups, ", ", [](std::string* out, const auto& group) {
    absl::StrAppend(out, group.first, " = (", absl::StrJoin(group.second, ", "), ")");
  });
}

std::vector<std::string> GroupsOf(const Values& values, const PlainGroups& groups) {
  std::vector<std::string> names;
  Values rest = values;
  for (const auto& [name, in] : groups) {
    if (HasAny(values, in)) names.push_back(name);
    std::erase_if(rest, [&of = in](const std::string& one) { return std::ranges::find(of, one) != of.end(); });
  }
  if (!rest.empty()) names.emplace_back("other");
  return names;
}

PlainGroups WithoutLowEffects(const PlainGroups& asked, uint64_t k, const People& who, const ValuesOfPeople& values) {
  PlainGroups left = asked;
  for (auto& [name, in] : left) in = OneGroup(in, k, who, values);
  return left;
}

}  // namespace muster::property
