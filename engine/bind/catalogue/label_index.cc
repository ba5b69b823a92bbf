#include "engine/bind/catalogue/label_index.h"

#include <algorithm>
#include <string>

#include "absl/hash/hash.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "allowance/allowance.h"

namespace muster::bind {
namespace {

size_t HashOf(std::string_view label) {
  std::string folded(label);
  absl::AsciiStrToLower(&folded);
  return absl::Hash<std::string>()(folded);
}

}  // namespace

absl::StatusOr<std::shared_ptr<const LabelIndex>> LabelIndex::Make(const model::Dictionary& dictionary,
                                                                   const model::SymbolList& values) {
  std::shared_ptr<LabelIndex> index(new LabelIndex(dictionary));
  index->by_hash_.reserve(values.size());
  for (const model::Symbol symbol : values) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const std::string_view label = dictionary.Label(symbol);
    if (!label.empty()) index->by_hash_.emplace_back(HashOf(label), symbol);
  }
  std::sort(index->by_hash_.begin(), index->by_hash_.end());
  return index;
}

std::vector<model::Symbol> LabelIndex::Find(std::string_view label) const {
  std::vector<model::Symbol> found;
  const std::pair<size_t, model::Symbol> first(HashOf(label), 0);
  for (auto at = std::lower_bound(by_hash_.begin(), by_hash_.end(), first);
       at != by_hash_.end() && at->first == first.first; ++at) {
    if (absl::EqualsIgnoreCase(std::string(dictionary_.Label(at->second)), std::string(label))) {
      found.push_back(at->second);
    }
  }
  return found;
}

}  // namespace muster::bind
