#include "engine/bind/catalogue/equivalent_codes.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/kinds_in_use.h"

namespace muster::bind {
namespace {

constexpr size_t kMostCompared = 1000;
constexpr size_t kMostShown = 3;  // groups
constexpr size_t kMostOfOne = 5;  // codes

// Which of the codes are followed to what they mean.
std::vector<size_t> ToCompare(const std::vector<std::string>& codes) {
  std::vector<size_t> all(codes.size());
  std::iota(all.begin(), all.end(), size_t{0});
  if (codes.size() <= kMostCompared) return all;
  std::map<std::string_view, size_t> kinds;
  for (const std::string& code : codes) ++kinds[KindOf(code)];
  const std::string_view most = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
                                  return a.second < b.second;
                                })->first;
  std::erase_if(all, [&](size_t i) { return KindOf(codes[i]) == most; });
  if (all.size() > kMostCompared) all.resize(kMostCompared);
  return all;
}

// What means the same as a code that stands for one term; nullopt of others.
std::optional<ontology::Reached> OfOneMeaning(const ontology::Terminology& terminology, const std::string& code) {
  // Nearly all codes are ids of current terms, which stand for one, and are asked of again and again.
  if (auto known = terminology.CachedFollow(code, ontology::Reach::kExact)) return known;
  const ontology::Concept meaning = terminology.Find(code);
  if (meaning.nodes.size() != 1) return std::nullopt;
  return terminology.Follow(meaning, ontology::Reach::kExact);
}

}  // namespace

std::vector<CodesOfOneMeaning> EquivalentCodes(const ontology::Terminology& terminology,
                                               const std::vector<std::string>& codes) {
  std::vector<std::pair<model::Symbol, size_t>> places;
  for (size_t i = 0; i < codes.size(); ++i) {
    if (const auto symbol = terminology.dictionary().Find(codes[i])) places.emplace_back(*symbol, i);
  }
  std::sort(places.begin(), places.end());
  // By their places. A code that several terms say they are equivalent to is in the group of each.
  std::set<std::vector<size_t>> found;
  for (const size_t i : ToCompare(codes)) {
    const std::optional<ontology::Reached> same = OfOneMeaning(terminology, codes[i]);
    if (!same || same->symbols->size() < 2) continue;
    std::vector<size_t> group;
    for (const model::Symbol symbol : *same->symbols) {
      const auto place = std::lower_bound(places.begin(), places.end(), std::pair(symbol, size_t{0}));
      if (place != places.end() && place->first == symbol) group.push_back(place->second);
    }
    std::sort(group.begin(), group.end());
    if (group.size() > 1) found.insert(std::move(group));
  }
  std::vector<CodesOfOneMeaning> groups;
  for (const std::vector<size_t>& group : found) {
    CodesOfOneMeaning& texts = groups.emplace_back();
    for (const size_t place : group) texts.push_back(codes[place]);
  }
  return groups;
}

std::string ShowGroups(const std::vector<CodesOfOneMeaning>& groups) {
  std::string text;
  for (size_t g = 0; g < std::min(groups.size(), kMostShown); ++g) {
    const CodesOfOneMeaning& group = groups[g];
    if (g > 0) text += "; ";
    const size_t shown = std::min(group.size(), kMostOfOne);
    for (size_t i = 0; i < shown; ++i) {
      absl::StrAppend(&text, i == 0 ? "" : i + 1 == group.size() ? " and " : ", ", group[i]);
    }
    if (shown < group.size()) absl::StrAppend(&text, " and ", group.size() - shown, " more");
  }
  if (groups.size() > kMostShown) text += "; ...";
  return text;
}

}  // namespace muster::bind
