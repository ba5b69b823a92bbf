#include "engine/execute/nesting.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/execute/kinship.h"

namespace muster::execute {

using model::Entity;
using storage::Bits;

absl::StatusOr<std::shared_ptr<const Nesting>> Nesting::Of(const storage::SegmentReader& segment, Entity child) {
  const auto number = static_cast<uint8_t>(child);
  const storage::DerivedKey key{storage::DerivedKey::Kind::kNesting, number, 0, 0};
  if (auto kept = segment.Kept(key)) return std::static_pointer_cast<const Nesting>(std::move(kept));
  const Entity above = model::Info(child).parent;
  const std::shared_ptr<Nesting> nesting(new Nesting(segment.rows(number), segment.rows(static_cast<uint8_t>(above))));
  if (segment.rows(number) > 0) {
    auto up = Upwards::Make(segment, child, above);  // sees that all parents exist
    if (!up.ok()) return up.status();
    int64_t parent = -1;
    bool ascending = true;
    uint32_t row = 0;
    for (const storage::ColumnChunkPtr& chunk : up->parents().chunks()) {
      chunk->WithValues([&](auto value) {
        for (uint32_t i = 0; i < chunk->size(); ++i, ++row) {
          const int64_t next = value(i);
          if (next == parent) continue;
          ascending = ascending && next > parent;
          if (parent >= 0) nesting->last_.Set(row - 1);
          nesting->parents_.Set(static_cast<uint32_t>(next));
          parent = next;
        }
      });
    }
    nesting->last_.Set(row - 1);
    if (!ascending) {
      return absl::DataLossError(absl::StrCat("segment ", segment.info().id, ": ",
                                              std::string(model::Info(child).plural),
                                              " of one row do not stand together; run `muster check`"));
    }
  }
  segment.Keep(key, nesting, sizeof(Nesting) + nesting->last_.SizeInBytes() + nesting->parents_.SizeInBytes());
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
