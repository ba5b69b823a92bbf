#include "engine/release/memory/noise.h"

#include <string>

namespace muster::release {
namespace {

// A step is told by where it begins and ends: a policy with other steps elsewhere leaves its noise as it was.
std::string NameOfStep(const NoiseStep& step) {
  std::string name = "N";
  for (const MicroVariance end : {step.from, step.to}) {
    for (int i = 0; i < 8; ++i) name.push_back(static_cast<char>(static_cast<uint64_t>(end) >> (8 * i)));
  }
  return name;
}

}  // namespace

int64_t Noise::Of(const ComparedSet& set, MicroVariance variance) const {
  if (variance == 0) return 0;
  const std::string identity = IdentityOf(set);
  int64_t sum = 0;
  for (const PerturbationTable& table : tables_) {
    if (table.step.to > variance) break;
    sum += table.Draw(secret::SipHash24(key_, NameOfStep(table.step) + identity));
  }
  return sum;
}

int64_t Noise::Reach(MicroVariance variance) const {
  int64_t reach = 0;
  for (const PerturbationTable& table : tables_) reach += table.step.to <= variance ? table.reach : 0;
  return reach;
}

bool Noise::Has(MicroVariance variance) const {
  MicroVariance end = 0;
  for (const PerturbationTable& table : tables_) {
    if (end == variance) break;
    if (table.step.from != end) return false;
    end = table.step.to;
  }
  return end == variance;
}

}  // namespace muster::release
