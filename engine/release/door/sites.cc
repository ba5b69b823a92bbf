#include "engine/release/door/sites.h"

#include <algorithm>

namespace muster::release {

bool HasEnoughSites(const std::vector<model::QuerySet>& people, int64_t value, const Tier& tier, const Noise& noise) {
  if (!tier.sites.IsAsked()) return true;
  int64_t enough = 0;
  int64_t most = 0;
  for (const model::QuerySet& of_site : people) {
    if (of_site.people == 0) continue;
    ComparedSet set;
    set.people = SketchOf(of_site);
    set.sum = of_site.people;
    const int64_t noisy = static_cast<int64_t>(set.sum) + noise.Of(set, tier.protection.variance);
    enough += noisy >= tier.sites.each ? 1 : 0;
    most = std::max(most, noisy);
  }
  return enough >= tier.sites.count && most * 100 <= tier.sites.max_share * value;
}

}  // namespace muster::release
