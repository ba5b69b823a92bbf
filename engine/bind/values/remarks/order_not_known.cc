#include "engine/bind/values/remarks/order_not_known.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/remarks/recorded_times.h"
#include "engine/bind/values/remarks/rows_that_meet.h"
#include "engine/model/time/moment.h"

namespace muster::bind {
namespace {

using model::Interval;
using model::TimeBounds;
using storage::Bitmap;
using Segment = storage::SegmentReader;

struct TimedRow {
  uint32_t row;
  TimeBounds time;
};

// Leaves those that may be the first, or the last. Of times that cannot all be compared with each other, each may be.
// Nothing is left where it is known which are.
void KeepCandidates(bool last, std::vector<TimedRow>* rows) {
  if (rows->size() < 2) return rows->clear();
  const auto all_have = [&](Interval TimeBounds::*part) {
    return std::none_of(rows->begin(), rows->end(), [&](const TimedRow& row) { return (row.time.*part).empty(); });
  };
  const bool dates = all_have(&TimeBounds::date);
  if (!dates && !all_have(&TimeBounds::age)) return;
  const auto time = [&](const TimedRow& row) { return dates ? row.time.date : row.time.age; };
  int64_t edge = last ? INT64_MIN : INT64_MAX;
  for (const TimedRow& row : *rows) edge = last ? std::max(edge, time(row).low) : std::min(edge, time(row).high);
  std::erase_if(*rows, [&](const TimedRow& row) { return last ? time(row).high < edge : time(row).low > edge; });
  const Interval one = time(rows->front());
  const bool same = std::all_of(rows->begin(), rows->end(), [&](const TimedRow& row) { return time(row) == one; });
  if (rows->size() == 1 || (same && one.high - one.low < model::kDay)) rows->clear();
}

absl::StatusOr<Bitmap> PeopleNotKnown(const Segment& segment, const PickedRows& picked, const Condition* criterion) {
  const auto times = RecordedTimes::Of(segment, picked.field);
  if (!times.ok()) return times.status();
  if (times->IsExact() && !times->IsInTwoWays()) return Bitmap();  // they have an order
  const auto rows = LiveRowsOf(segment, picked.entity, picked.terms);
  if (!rows.ok()) return rows.status();
  if (rows->Empty()) return Bitmap();
  std::optional<Bitmap> meet;
  if (criterion != nullptr) {
    auto found = RowsThatMeet(segment, *criterion);
    if (!found.ok()) return found.status();
    meet = *std::move(found);
  }
  const auto above = RowsAbove::Of(segment, picked.entity, picked.above);
  if (!above.ok()) return above.status();
  std::vector<uint32_t> not_known;
  std::vector<TimedRow> of_one;
  uint32_t current = 0;
  const auto look = [&] {
    KeepCandidates(picked.last, &of_one);
    size_t that_meet = 0;
    for (const TimedRow& row : of_one) that_meet += meet && meet->Contains(row.row) ? 1 : 0;
    const bool matters = !meet || (that_meet > 0 && that_meet < of_one.size());
    if (!of_one.empty() && matters) not_known.push_back(current);
    of_one.clear();
  };
  bool wanted = true;
  rows->ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled())) return;
    const TimeBounds time = (*times)(row);
    if (time.age.empty() && time.date.empty()) return;
    const uint32_t parent = (*above)(row);
    if (parent != current) look();
    current = parent;
    of_one.push_back({row, time});
  });
  look();
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  if (!std::is_sorted(not_known.begin(), not_known.end())) {
    return absl::DataLossError(absl::StrCat("segment ", segment.info().id,
                                            ": rows are not in the order of those that they belong to; run `muster "
                                            "check`"));
  }
  return IndividualsOf(segment, picked.above, Bitmap::FromSorted(not_known));
}

}  // namespace

void NoteOrderNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const PickedRows& rows,
                       const Condition* criterion) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || reporter->HasReported("order-not-known", span))
    return;
  const TimeForNotes time(reporter);
  PeopleKey key("order not known");
  key.Add({rows.entity, rows.terms}).Add(rows.field).Add(rows.last ? 1 : 0).Add(static_cast<uint64_t>(rows.above));
  if (criterion != nullptr) AddCondition(*criterion, &key);
  const auto people =
      view.people().Count({}, key, [&](const Segment& segment) { return PeopleNotKnown(segment, rows, criterion); });
  if (!people.ok()) return reporter->Fail(people.status());
  if (people->with == 0) return;
  const bool one = people->with == 1;
  reporter->Note(
      span, "order-not-known",
      absl::StrCat("of ", people->with, one ? " individual" : " individuals",
                   " in the catalogue it is not known which of several ", std::string(model::Info(rows.entity).plural),
                   rows.of.empty() ? "" : " of ", rows.of, " is the ", rows.last ? "last" : "first",
                   ", as times overlap or cannot be compared: what may be ", rows.last ? "the latest" : "the earliest",
                   " is taken", criterion == nullptr ? "" : ", and others would change whether this is met"));
}

}  // namespace muster::bind
