#include "engine/execute/dimension_bundle.h"

#include <algorithm>
#include <utility>

namespace muster::execute {

using model::Entity;

namespace {

// What all missing values together are numbered as.
constexpr uint32_t kAllMissing = 0;

bool IsBelow(Entity entity, Entity space) { return !model::IsAncestorOrSelf(entity, space); }

}  // namespace

std::vector<BundleNumbering> BundleNumbering::All(const bind::Query& query) {
  std::vector<std::vector<size_t>> bundles;
  for (size_t d = 0; d < query.by.size(); ++d) {
    const Entity entity = model::Info(query.by[d].field).entity;
    const auto same = std::find_if(bundles.begin(), bundles.end(), [&](const std::vector<size_t>& dimensions) {
      return model::Info(query.by[dimensions[0]].field).entity == entity;
    });
    if (same != bundles.end() && IsBelow(entity, query.counted[0].entity)) {
      same->push_back(d);
    } else {
      bundles.push_back({d});
    }
  }
  std::vector<BundleNumbering> all;
  for (std::vector<size_t>& dimensions : bundles) {
    const size_t width = dimensions.size();
    all.push_back({std::move(dimensions), TupleNumbering(width)});
  }
  return all;
}

absl::StatusOr<DimensionBundle> DimensionBundle::Make(const storage::SegmentReader& segment, const bind::Query& query,
                                                      BundleNumbering* numbering, std::vector<ValueNumbering>* values) {
  DimensionBundle bundle;
  bundle.numbering_ = numbering;
  const Entity space = query.counted[0].entity;
  const bind::Dimension& first = query.by[numbering->dimensions[0]];
  const Entity entity = model::Info(first.field).entity;
  if (IsBelow(entity, space)) {
    auto down = Downwards::Make(segment, space, entity);
    if (!down.ok()) return down.status();
    bundle.down_ = *std::move(down);
    auto observed = RowsOfPolarity(segment, entity, first.polarity);
    if (!observed.ok()) return observed.status();
    bundle.observed_.emplace(*std::move(observed));
  } else if (entity != space) {
    auto up = Upwards::Make(segment, space, entity);
    if (!up.ok()) return up.status();
    bundle.up_ = *std::move(up);
  }
  for (const size_t d : numbering->dimensions) {
    auto reader = DimensionReader::Make(segment, query.by[d], &(*values)[d]);
    if (!reader.ok()) return reader.status();
    bundle.readers_.push_back(*std::move(reader));
  }
  bundle.parts_.resize(bundle.readers_.size());
  return bundle;
}

void DimensionBundle::Read(std::span<const uint32_t> rows, RowNumbers* numbers) {
  if (down_) return ReadBelow(rows, numbers);
  if (!up_) return ReadOwn(rows, numbers);
  above_.assign(rows.begin(), rows.end());
  up_->Map(&above_);
  ReadOwn(above_, numbers);
}

void DimensionBundle::ReadOwn(std::span<const uint32_t> rows, RowNumbers* numbers) {
  for (size_t i = 0; i < readers_.size(); ++i) readers_[i].Read(rows, &parts_[i]);
  numbering_->tuples.Combine(parts_, numbers);
}

void DimensionBundle::ReadBelow(std::span<const uint32_t> rows, RowNumbers* numbers) {
  down_->Ranges(rows, &begins_, &ends_);
  below_.clear();
  for (size_t i = 0; i < rows.size(); ++i) {
    for (uint32_t row = begins_[i]; row < ends_[i]; ++row) {
      if (observed_->Contains(row)) below_.push_back(row);
    }
    ends_[i] = static_cast<uint32_t>(below_.size());  // in `below_` from here on
  }
  ReadOwn(below_, &of_below_);
  numbers->numbers.clear();
  numbers->ends.clear();
  uint32_t row = 0;
  for (const uint32_t end : ends_) {
    const size_t begin = numbers->numbers.size();
    ++rows_read_;
    for (; row < end; ++row) {
      for (const uint32_t number : of_below_.Of(row)) {
        if (number == kAllMissing) continue;
        if (number >= last_row_.size()) last_row_.resize(2 * size_t{number});
        if (std::exchange(last_row_[number], rows_read_) != rows_read_) numbers->numbers.push_back(number);
      }
    }
    if (numbers->numbers.size() == begin) numbers->numbers.push_back(kAllMissing);
    numbers->ends.push_back(static_cast<uint32_t>(numbers->numbers.size()));
  }
}

}  // namespace muster::execute
