#include "engine/bind/values/remarks/first_rows.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/remarks/recorded_times.h"
#include "engine/model/time/moment.h"

namespace muster::bind {
namespace {

using model::Interval;
using model::TimeBounds;

struct RowWithTime {
  uint32_t row;
  TimeBounds time;
};

void AddFirst(bool last, const std::vector<RowWithTime>& rows, std::vector<uint32_t>* first) {
  const bool dates =
      std::none_of(rows.begin(), rows.end(), [](const RowWithTime& row) { return row.time.date.empty(); });
  const auto edge_of = [&](const RowWithTime& row) {
    const Interval& time = dates ? row.time.date : row.time.age;
    return last ? time.high : time.low;
  };
  const auto counts = [&](const RowWithTime& row) { return dates || !row.time.age.empty(); };
  int64_t edge = last ? INT64_MIN : INT64_MAX;
  for (const RowWithTime& row : rows) {
    if (counts(row)) edge = last ? std::max(edge, edge_of(row)) : std::min(edge, edge_of(row));
  }
  for (const RowWithTime& row : rows) {
    if (counts(row) && edge_of(row) == edge) first->push_back(row.row);
  }
}

}  // namespace

absl::StatusOr<storage::Bitmap> FirstRows(const storage::SegmentReader& segment, const PickedRows& picked) {
  const auto rows = LiveRowsOf(segment, picked.entity, picked.terms);
  if (!rows.ok() || rows->Empty()) return rows;
  const auto times = RecordedTimes::Of(segment, picked.field);
  if (!times.ok()) return times.status();
  const auto above = RowsAbove::Of(segment, picked.entity, picked.above);
  if (!above.ok()) return above.status();
  std::vector<uint32_t> first;
  std::vector<RowWithTime> of_one;
  uint32_t current = 0;
  bool wanted = true;
  rows->ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled())) return;
    const TimeBounds time = (*times)(row);
    if (time.age.empty() && time.date.empty()) return;
    const uint32_t parent = (*above)(row);
    if (parent != current) {
      AddFirst(picked.last, of_one, &first);
      of_one.clear();
    }
    current = parent;
    of_one.push_back({row, time});
  });
  AddFirst(picked.last, of_one, &first);
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  std::sort(first.begin(), first.end());
  return storage::Bitmap::FromSorted(first);
}

}  // namespace muster::bind
