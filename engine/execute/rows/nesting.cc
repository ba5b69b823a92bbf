#include "engine/execute/rows/nesting.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/execute/rows/row_blocks.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;
using storage::Bits;

// Takes the rows' parents, block after block.
class Nesting::Builder {
 public:
  Builder(uint32_t rows, uint32_t parents) : begins_(rows), has_rows_(parents) {}

  // Of the next rows, kBlockRows of them but for the last time; each is less than the number of parents.
  void Add(std::span<const uint32_t> parents) {
    if (row_ == 0) before_ = ~parents[0];
    AddBegins(parents);
    // Bytes: a store that does not read first need not wait for the one before.
    uint8_t* const has_rows = has_rows_.data();  // a copy, which no byte that is written could be
    for (const uint32_t parent : parents) has_rows[parent] = 1;
    ordered_ = ordered_ && (row_ == 0 || before_ <= parents[0]);
    row_ += static_cast<uint32_t>(parents.size());
    before_ = parents.back();
  }
  absl::StatusOr<Nesting> Finish(const storage::SegmentReader& segment) && {
    if (!ordered_) {
      return absl::DataLossError(absl::StrCat(
          "segment ", segment.info().id, ": rows that belong to one row do not stand together; run `muster check`"));
    }
    // A row is the last before that where another row's begin, or before the end.
    const std::span<uint64_t> words = begins_.words();
    for (size_t w = 0; w < words.size(); ++w)
      words[w] = words[w] >> 1 | (w + 1 < words.size() ? words[w + 1] << 63 : 0);
    if (row_ > 0) begins_.Set(row_ - 1);
    Bits parents(static_cast<uint32_t>(has_rows_.size()));
    parents.Assign(0, has_rows_);
    return Nesting(std::move(begins_), std::move(parents));
  }

 private:
  // Where neighbours differ. Bytes first, without branches, since compilers make vector code of that.
  void AddBegins(std::span<const uint32_t> parents) {
    std::array<uint8_t, kBlockRows> differ;
    uint32_t descends = 0;
    differ[0] = parents[0] != before_ ? 1 : 0;
    for (size_t i = 1; i < parents.size(); ++i) {
      differ[i] = parents[i] != parents[i - 1] ? 1 : 0;
      descends |= parents[i] < parents[i - 1] ? 1 : 0;
    }
    begins_.Assign(row_, std::span<const uint8_t>(differ.data(), parents.size()));
    ordered_ = ordered_ && descends == 0;
  }
  Bits begins_;                    // rows that are the first below their row above
  std::vector<uint8_t> has_rows_;  // of each row above
  uint32_t row_ = 0;
  uint32_t before_ = 0;  // the parent of the row before
  bool ordered_ = true;
};

absl::StatusOr<Nesting> Nesting::OfParents(const storage::SegmentReader& segment, std::span<const uint32_t> parents,
                                           uint32_t size) {
  Builder builder(static_cast<uint32_t>(parents.size()), size);
  for (size_t begin = 0; begin < parents.size(); begin += kBlockRows) {
    builder.Add(parents.subspan(begin, std::min(kBlockRows, parents.size() - begin)));
  }
  return std::move(builder).Finish(segment);
}

absl::StatusOr<std::shared_ptr<const Nesting>> Nesting::Of(const storage::SegmentReader& segment, Entity child) {
  const auto number = model::EntityNumber(child);
  const storage::DerivedKey key{storage::DerivedKey::Kind::kNesting, number, 0, 0, 0};
  if (auto kept = storage::KeptAs<Nesting>(segment, key)) return kept;
  const Entity above = model::Info(child).parent;
  const uint32_t rows = segment.rows(number);
  Builder builder(rows, segment.rows(static_cast<uint8_t>(above)));
  if (rows > 0) {
    auto up = ParentMap::Make(segment, child, above);  // sees that all parents exist
    if (!up.ok()) return up.status();
    std::vector<uint32_t> block(kBlockRows), parents(kBlockRows);
    for (uint64_t begin = 0; begin < rows; begin += kBlockRows) {
      block.resize(std::min<uint64_t>(kBlockRows, rows - begin));
      parents.resize(block.size());
      std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
      up->parents().Gather(std::span<const uint32_t>(block), parents.data(), storage::Repeats::kNo);
      builder.Add(parents);
    }
  }
  auto made = std::move(builder).Finish(segment);
  if (!made.ok()) return made.status();
  const auto nesting = std::make_shared<const Nesting>(*std::move(made));
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
