#include "engine/execute/group.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/dimension_reader.h"
#include "engine/execute/kinship.h"

namespace muster::execute {
namespace {

using model::Entity;

// How many rows of one counted entity a row of the first stands for, or which row above it.
struct Counted {
  std::optional<Upwards> up;
  std::optional<Downwards> down;
};

constexpr uint32_t kNoRow = UINT32_MAX;

}  // namespace

absl::Status Grouper::Add(const storage::SegmentReader& segment, const storage::Bitmap& rows) {
  const Entity space = query_.entities[0];
  std::vector<DimensionReader> readers;
  for (const bind::Dimension& dimension : query_.by) {
    auto reader = DimensionReader::Make(segment, dimension, space);
    if (!reader.ok()) return reader.status();
    readers.push_back(*std::move(reader));
  }
  std::vector<Counted> counted(query_.entities.size());
  for (size_t e = 1; e < counted.size(); ++e) {
    const Entity entity = query_.entities[e];
    if (model::IsAncestorOrSelf(entity, space)) {
      auto up = Upwards::Make(segment, space, entity);
      if (!up.ok()) return up.status();
      counted[e].up = *std::move(up);
    } else {
      auto down = Downwards::Make(segment, space, entity);
      if (!down.ok()) return down.status();
      counted[e].down = *std::move(down);
    }
  }

  std::vector<std::vector<GroupValue>> values(readers.size());
  std::vector<size_t> choice(readers.size());
  GroupKey key(readers.size());
  bool too_many = false;
  rows.ForEach([&](uint32_t row) {
    if (too_many) return;
    for (size_t d = 0; d < readers.size(); ++d) {
      readers[d].Read(row, &values[d]);
      if (query_.by[d].top) {
        for (const GroupValue value : values[d]) ++value_counts_[d][value];
      }
    }
    // Every combination of the row's values.
    std::fill(choice.begin(), choice.end(), 0);
    while (true) {
      for (size_t d = 0; d < readers.size(); ++d) key[d] = values[d][choice[d]];
      Group& group = groups_[key];
      if (group.counts.empty()) {
        group.counts.assign(counted.size(), 0);
        group.last_above.assign(counted.size(), kNoRow);
        group.segment = segment.info().id;
        too_many = groups_.size() > max_groups_;
      }
      if (group.segment != segment.info().id) {
        group.segment = segment.info().id;
        group.last_above.assign(counted.size(), kNoRow);
      }
      ++group.counts[0];
      for (size_t e = 1; e < counted.size(); ++e) {
        if (counted[e].down) {
          group.counts[e] += counted[e].down->Begin(row + 1) - counted[e].down->Begin(row);
        } else if (const uint32_t above = (*counted[e].up)(row); group.last_above[e] != above) {
          group.last_above[e] = above;
          ++group.counts[e];
        }
      }
      size_t d = 0;
      while (d < choice.size() && ++choice[d] == values[d].size()) choice[d++] = 0;
      if (d == choice.size()) break;
    }
  });
  if (too_many) {
    return absl::ResourceExhaustedError(absl::StrCat("the answer would have more than ", max_groups_, " rows"));
  }
  return absl::OkStatus();
}

}  // namespace muster::execute
