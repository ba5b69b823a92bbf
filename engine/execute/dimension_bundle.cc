#include "engine/execute/dimension_bundle.h"

#include <algorithm>
#include <utility>

namespace muster::execute {

using model::Entity;

bool NextChoice(const std::vector<size_t>& sizes, std::vector<size_t>* choice) {
  for (size_t d = 0; d < sizes.size(); ++d) {
    if (++(*choice)[d] < sizes[d]) return true;
    (*choice)[d] = 0;
  }
  return false;
}

absl::StatusOr<std::vector<DimensionBundle>> DimensionBundle::MakeAll(const storage::SegmentReader& segment,
                                                                      const bind::Query& query) {
  const Entity space = query.counted[0].entity;
  std::vector<DimensionBundle> bundles;
  std::vector<Entity> entities;
  for (size_t d = 0; d < query.by.size(); ++d) {
    const bind::Dimension& dimension = query.by[d];
    const Entity entity = model::Info(dimension.field).entity;
    const auto index = static_cast<size_t>(std::find(entities.begin(), entities.end(), entity) - entities.begin());
    if (index == entities.size()) {
      entities.push_back(entity);
      DimensionBundle& bundle = bundles.emplace_back();
      if (entity != space && model::IsAncestorOrSelf(entity, space)) {
        auto up = Upwards::Make(segment, space, entity);
        if (!up.ok()) return up.status();
        bundle.up_ = *std::move(up);
      } else if (entity != space) {
        auto down = Downwards::Make(segment, space, entity);
        if (!down.ok()) return down.status();
        bundle.down_ = *std::move(down);
        auto observed = RowsOfPolarity(segment, entity, dimension.polarity);
        if (!observed.ok()) return observed.status();
        bundle.observed_ = *std::move(observed);
      }
    }
    DimensionBundle& bundle = bundles[index];
    auto reader = DimensionReader::Make(segment, dimension);
    if (!reader.ok()) return reader.status();
    bundle.readers_.push_back(*std::move(reader));
    bundle.dimensions_.push_back(d);
    bundle.values_.emplace_back();
  }
  return bundles;
}

// Adds the combinations of one row of the fields' entity: of single values one, unless all are missing.
void DimensionBundle::Append(uint32_t row) {
  const size_t width = readers_.size();
  std::vector<size_t> sizes(width);
  for (size_t d = 0; d < width; ++d) {
    readers_[d].Read(row, &values_[d]);
    sizes[d] = values_[d].size();
  }
  choice_.assign(width, 0);
  do {
    const size_t begin = combinations_.size();
    bool missing = true;
    for (size_t d = 0; d < width; ++d) {
      combinations_.push_back(values_[d][choice_[d]]);
      missing = missing && combinations_.back() == kMissingValue;
    }
    bool repeated = false;
    for (size_t k = 0; k < begin && !repeated; k += width) {
      repeated = std::equal(combinations_.begin() + static_cast<ptrdiff_t>(k),
                            combinations_.begin() + static_cast<ptrdiff_t>(k + width),
                            combinations_.begin() + static_cast<ptrdiff_t>(begin));
    }
    if (missing || repeated) combinations_.resize(begin);
  } while (NextChoice(sizes, &choice_));
}

size_t DimensionBundle::Read(uint32_t row) {
  combinations_.clear();
  if (down_) {
    const uint32_t end = down_->Begin(row + 1);
    for (uint32_t child = down_->Begin(row); child < end; ++child) {
      if (observed_ == nullptr || observed_->Contains(child)) Append(child);
    }
  } else {
    Append(up_ ? (*up_)(row) : row);
  }
  if (combinations_.empty()) combinations_.assign(readers_.size(), kMissingValue);
  return combinations_.size() / readers_.size();
}

}  // namespace muster::execute
