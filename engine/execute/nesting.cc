#include "engine/execute/nesting.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/execute/kinship.h"

namespace muster::execute {

using model::Entity;
using storage::Bits;

absl::StatusOr<Nesting> Nesting::OfParents(const storage::SegmentReader& segment, std::span<const uint32_t> parents,
                                           uint32_t size) {
  Nesting nesting(static_cast<uint32_t>(parents.size()), size);
  for (uint32_t row = 0; row < parents.size(); ++row) {
    const bool last = row + 1 == parents.size() || parents[row + 1] != parents[row];
    if (!last) continue;
    if (row + 1 < parents.size() && parents[row + 1] < parents[row]) {
      return absl::DataLossError(absl::StrCat(
          "segment ", segment.info().id, ": rows that belong to one row do not stand together; run `muster check`"));
    }
    nesting.last_.Set(row);
    nesting.parents_.Set(parents[row]);
  }
  return nesting;
}

absl::StatusOr<std::shared_ptr<const Nesting>> Nesting::Of(const storage::SegmentReader& segment, Entity child) {
  const auto number = static_cast<uint8_t>(child);
  const storage::DerivedKey key{storage::DerivedKey::Kind::kNesting, number, 0, 0, 0};
  if (auto kept = segment.Kept(key)) return std::static_pointer_cast<const Nesting>(std::move(kept));
  const Entity above = model::Info(child).parent;
  auto up = Upwards::Make(segment, child, above);  // sees that all parents exist
  if (!up.ok()) return up.status();
  std::vector<uint32_t> rows(segment.rows(number));
  std::iota(rows.begin(), rows.end(), 0u);
  std::vector<uint32_t> parents;
  up->Map(rows, &parents);
  auto made = OfParents(segment, parents, segment.rows(static_cast<uint8_t>(above)));
  if (!made.ok()) return made.status();
  auto nesting = std::make_shared<const Nesting>(*std::move(made));
  segment.Keep(key, nesting, nesting->SizeInBytes());
  return nesting;
}

Bits Nesting::Above(const Bits& rows) const { return Bits::Above(rows, last_, parents_); }
Bits Nesting::Below(const Bits& rows) const { return Bits::Below(rows, last_, parents_); }

absl::StatusOr<Bits> AncestorBits(const storage::SegmentReader& segment, Bits rows, Entity child, Entity ancestor) {
  for (Entity entity = child; entity != ancestor; entity = model::Info(entity).parent) {
    auto nesting = Nesting::Of(segment, entity);
    if (!nesting.ok()) return nesting.status();
    rows = (*nesting)->Above(rows);
  }
  return rows;
}

absl::StatusOr<Bits> DescendantBits(const storage::SegmentReader& segment, Bits rows, Entity parent,
                                    Entity descendant) {
  std::vector<Entity> path;
  for (Entity entity = descendant; entity != parent; entity = model::Info(entity).parent) path.push_back(entity);
  std::reverse(path.begin(), path.end());
  for (const Entity entity : path) {
    auto nesting = Nesting::Of(segment, entity);
    if (!nesting.ok()) return nesting.status();
    rows = (*nesting)->Below(rows);
  }
  return rows;
}

}  // namespace muster::execute
