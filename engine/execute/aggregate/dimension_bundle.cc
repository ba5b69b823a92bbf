#include "engine/execute/aggregate/dimension_bundle.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;

namespace {

// The id of a tuple of missing values only.
constexpr uint32_t kAllMissing = 0;

// The cache key of the values that rows of `space` have in a dimension.
std::string CacheKeyOf(Entity space, const bind::Dimension& dimension) {
  std::string key = absl::StrCat("values ", static_cast<int>(space), " ", int{dimension.field}, " ",
                                 static_cast<int>(dimension.low_part), " ", static_cast<int>(dimension.high_part), " ",
                                 dimension.band, " ", std::bit_cast<uint64_t>(dimension.band_size), " ",
                                 static_cast<int>(dimension.polarity));
  if (dimension.as_of) absl::StrAppend(&key, " ", dimension.as_of->low, " ", dimension.as_of->high);
  return key;
}

// The rows below rows of `space` that count for the dimension; null: all.
absl::StatusOr<storage::BitmapPtr> RowsThatCount(const storage::SegmentReader& segment, Entity space, Entity entity,
                                                 const bind::Dimension& dimension) {
  auto rows = RowsOfTerms(segment, entity, dimension.polarity, dimension.only);
  if (!rows.ok() || dimension.order == bind::Order::kAny) return rows;
  const storage::Bitmap all =
      *rows == nullptr ? storage::Bitmap::Range(0, segment.rows(model::EntityNumber(entity))) : storage::Bitmap();
  auto picked = FirstOfEach(segment, *rows == nullptr ? all : **rows, entity, space, dimension.moment,
                            dimension.order == bind::Order::kLast);
  if (!picked.ok()) return picked.status();
  return std::make_shared<const storage::Bitmap>(*std::move(picked));
}

bool IsBelow(Entity entity, Entity space) { return !model::IsAncestorOrSelf(entity, space); }

// Whether two dimensions are of the same rows below.
bool AreOfSameRows(const bind::Dimension& a, const bind::Dimension& b) {
  return model::Info(a.field).entity == model::Info(b.field).entity && a.polarity == b.polarity && a.only == nullptr &&
         b.only == nullptr && a.order == bind::Order::kAny && b.order == bind::Order::kAny;
}

// Whether CacheKeyOf tells the dimension from all others. The rest belong to one question, and are not worth keeping.
bool IsCacheable(const bind::Dimension& dimension) {
  return dimension.groups.empty() && dimension.edges.empty() && !dimension.number_of && dimension.only == nullptr &&
         dimension.order == bind::Order::kAny && dimension.unit == nullptr &&
         dimension.calendar == grammar::Dimension::Calendar::kNone && dimension.low_part != model::kTermPart;
}

}  // namespace

std::vector<BundleIds> BundleIds::All(const bind::Query& query) {
  std::vector<std::vector<size_t>> bundles;
  for (size_t d = 0; d < query.by.size(); ++d) {
    const Entity entity = model::Info(query.by[d].field).entity;
    const auto same = std::find_if(bundles.begin(), bundles.end(), [&](const std::vector<size_t>& bundle) {
      return AreOfSameRows(query.by[bundle[0]], query.by[d]);
    });
    if (same != bundles.end() && IsBelow(entity, query.counted[0].entity)) {
      same->push_back(d);
    } else {
      bundles.push_back({d});
    }
  }
  std::vector<BundleIds> all;
  for (std::vector<size_t>& dimensions : bundles) {
    const size_t width = dimensions.size();
    all.push_back({std::move(dimensions), TupleIds(width)});
  }
  return all;
}

absl::StatusOr<DimensionBundle> DimensionBundle::Make(const storage::SegmentReader& segment, const bind::Query& query,
                                                      BundleIds* bundle_ids, std::vector<ValueIds>* values,
                                                      uint64_t needed) {
  DimensionBundle bundle;
  bundle.bundle_ids_ = bundle_ids;
  const Entity space = query.counted[0].entity;
  const bind::Dimension& first = query.by[bundle_ids->dimensions[0]];
  const Entity entity = model::Info(first.field).entity;
  if (IsBelow(entity, space)) {
    auto down = ChildRanges::Make(segment, space, entity);
    if (!down.ok()) return down.status();
    bundle.down_ = *std::move(down);
    auto observed = RowsThatCount(segment, space, entity, first);
    if (!observed.ok()) return observed.status();
    bundle.observed_.emplace(*std::move(observed));
  } else if (entity != space) {
    auto up = ParentMap::Make(segment, space, entity);
    if (!up.ok()) return up.status();
    bundle.up_ = *std::move(up);
  }
  const uint32_t size = segment.rows(model::EntityNumber(space));
  if (bundle_ids->dimensions.size() == 1 && IsCacheable(first) &&
      IsWorthCaching(segment, needed, size, size + uint64_t{segment.rows(model::EntityNumber(entity))})) {
    const std::string key = CacheKeyOf(space, first);
    CachedColumnPtr cached = FindCachedColumn(segment, key);
    if (cached == nullptr && SeenBefore(segment, key)) {
      auto made = bundle.BuildValueIds(segment, key, first, size);
      if (!made.ok()) return made.status();
      cached = *std::move(made);
      CacheColumn(segment, cached);
    }
    if (cached != nullptr) {
      bundle.cached_ = std::move(cached);
      bundle.values_ = &(*values)[bundle_ids->dimensions[0]];
      return bundle;
    }
  }
  for (const size_t d : bundle_ids->dimensions) {
    if (absl::Status status = bundle.AddReader(segment, query.by[d], &(*values)[d]); !status.ok()) return status;
  }
  return bundle;
}

absl::Status DimensionBundle::AddReader(const storage::SegmentReader& segment, const bind::Dimension& dimension,
                                        ValueIds* values) {
  auto reader = DimensionReader::Make(segment, dimension, values);
  if (!reader.ok()) return reader.status();
  readers_.push_back(*std::move(reader));
  parts_.emplace_back();
  return absl::OkStatus();
}

// Reads all rows once, with numbers of their own.
absl::StatusOr<CachedColumnPtr> DimensionBundle::BuildValueIds(const storage::SegmentReader& segment,
                                                               const std::string& key, const bind::Dimension& dimension,
                                                               uint32_t rows) {
  ValueIds values;
  if (absl::Status status = AddReader(segment, dimension, &values); !status.ok()) return status;
  CachedColumn cached = BuildCachedValues(
      key, rows, [this](std::span<const uint32_t> block, BlockIds* read) { Read(block, read); }, values);
  readers_.clear();
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  return std::make_shared<const CachedColumn>(std::move(cached));
}

std::span<const uint32_t> DimensionBundle::IdsInAllSegments() {
  if (id_of_.empty()) {
    id_of_.resize(cached_->values.size());
    values_->OfEach(cached_->values, kMissingValue, id_of_.data());
  }
  return id_of_;
}

void DimensionBundle::Read(std::span<const uint32_t> rows, BlockIds* ids) {
  if (cached_ != nullptr) {
    ReadCachedColumn(*cached_, rows, ids);
    const std::span<const uint32_t> id_of = IdsInAllSegments();
    for (uint32_t& id : ids->ids) id = id_of[id];
    return;
  }
  if (down_) return ReadBelow(rows, ids);
  if (!up_) return ReadOwn(rows, ids);
  above_.assign(rows.begin(), rows.end());
  up_->Map(&above_);
  ReadOwn(above_, ids);
}

void DimensionBundle::ReadOwn(std::span<const uint32_t> rows, BlockIds* ids) {
  if (readers_.size() == 1) return readers_[0].Read(rows, ids);
  for (size_t i = 0; i < readers_.size(); ++i) readers_[i].Read(rows, &parts_[i]);
  bundle_ids_->tuples.Combine(parts_, ids);
}

// The rows below, one after the other; `ends_` is where those of each row end among them from here on.
void DimensionBundle::FindBelow(std::span<const uint32_t> rows) {
  down_->Ranges(rows, &begins_, &ends_);
  ListRanges(begins_, &ends_, &below_);
  if (observed_->all()) return;
  uint32_t kept = 0;
  uint32_t row = 0;
  for (uint32_t& end : ends_) {
    for (; row < end; ++row) {
      if (observed_->Contains(below_[row])) below_[kept++] = below_[row];
    }
    end = kept;
  }
  below_.resize(kept);
}

void DimensionBundle::ReadBelow(std::span<const uint32_t> rows, BlockIds* ids) {
  FindBelow(rows);
  ReadOwn(below_, &of_below_);
  // Each row has as many combinations as its rows below have, or else one for missing values.
  std::vector<uint32_t>& distinct = ids->ids;
  distinct.resize(of_below_.ids.size() + rows.size());
  ids->ends.resize(rows.size());
  uint32_t greatest = 0;
  for (const uint32_t id : of_below_.ids) greatest = std::max(greatest, id);
  if (greatest >= last_row_.size()) last_row_.resize(2 * size_t{greatest} + 1);
  uint32_t next = 0;
  uint32_t begin = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const uint32_t first = next;
    const uint32_t end = of_below_.single() || ends_[i] == 0 ? ends_[i] : of_below_.ends[ends_[i] - 1];
    ++rows_read_;
    for (; begin < end; ++begin) {
      const uint32_t id = of_below_.ids[begin];
      distinct[next] = id;
      next += id != kAllMissing && std::exchange(last_row_[id], rows_read_) != rows_read_ ? 1 : 0;
    }
    if (next == first) distinct[next++] = kAllMissing;
    ids->ends[i] = next;
  }
  distinct.resize(next);
}

}  // namespace muster::execute
