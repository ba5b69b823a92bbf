#include "engine/execute/nesting.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/execute/kinship.h"

namespace muster::execute {

using model::Entity;
using storage::Bits;

// Takes the rows' parents one after another.
class Nesting::Builder {
 public:
  explicit Builder(Nesting* nesting) : nesting_(*nesting) {}
  void Add(int64_t parent) {
    if (parent != parent_) {
      ordered_ = ordered_ && parent > parent_;
      if (row_ > 0) nesting_.last_.Set(row_ - 1);
      nesting_.parents_.Set(static_cast<uint32_t>(parent));
      parent_ = parent;
    }
    ++row_;
  }
  absl::Status Finish(const storage::SegmentReader& segment) {
    if (row_ > 0) nesting_.last_.Set(row_ - 1);
    if (ordered_) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat("segment ", segment.info().id,
                                            ": rows that belong to one row do not stand together; run `muster check`"));
  }

 private:
  Nesting& nesting_;
  uint32_t row_ = 0;
  int64_t parent_ = -1;
  bool ordered_ = true;
};

absl::StatusOr<Nesting> Nesting::OfParents(const storage::SegmentReader& segment, std::span<const uint32_t> parents,
                                           uint32_t size) {
  Nesting nesting(static_cast<uint32_t>(parents.size()), size);
  Builder builder(&nesting);
  for (const uint32_t parent : parents) builder.Add(parent);
  absl::Status status = builder.Finish(segment);
  return status.ok() ? absl::StatusOr<Nesting>(std::move(nesting)) : status;
}

absl::StatusOr<std::shared_ptr<const Nesting>> Nesting::Of(const storage::SegmentReader& segment, Entity child) {
  const auto number = static_cast<uint8_t>(child);
  const storage::DerivedKey key{storage::DerivedKey::Kind::kNesting, number, 0, 0, 0};
  if (auto kept = segment.Kept(key)) return std::static_pointer_cast<const Nesting>(std::move(kept));
  const Entity above = model::Info(child).parent;
  const std::shared_ptr<Nesting> nesting(new Nesting(segment.rows(number), segment.rows(static_cast<uint8_t>(above))));
  if (segment.rows(number) > 0) {
    auto up = Upwards::Make(segment, child, above);  // sees that all parents exist
    if (!up.ok()) return up.status();
    Builder builder(nesting.get());
    for (const storage::ColumnChunkPtr& chunk : up->parents().chunks()) {
      chunk->WithValues([&](auto parent) {
        for (uint32_t i = 0; i < chunk->size(); ++i) builder.Add(parent(i));
      });
    }
    if (absl::Status status = builder.Finish(segment); !status.ok()) return status;
  }
  segment.Keep(key, nesting, nesting->SizeInBytes());
  return std::shared_ptr<const Nesting>(nesting);
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
