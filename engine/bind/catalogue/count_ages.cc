#include "engine/bind/catalogue/count_ages.h"

#include <optional>
#include <utility>

#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"

namespace muster::bind {
namespace {

using storage::Bitmap;

// Calls `look` with each row that counts and has an age, and where that begins.
template <typename Look>
absl::Status ForEachAge(const CatalogueView& view, const TimesOf& times, Look look) {
  const auto number = static_cast<uint8_t>(times.entity);
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    const auto low = segment->GetColumn({number, times.field, model::kAgeLow});
    if (absl::IsNotFound(low.status())) continue;
    if (!low.ok()) return low.status();
    const auto rows = LiveRowsOf(*segment, times.entity, times.terms);
    if (!rows.ok()) return rows.status();
    Bitmap::Cursor cursor(*rows);
    uint32_t some[256];
    while (const size_t n = cursor.Next(some)) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      for (size_t i = 0; i < n; ++i) {
        const int64_t age = (**low)[some[i]];
        if (age == storage::kNull) continue;
        if (absl::Status status = look(*segment, some[i], age); !status.ok()) return status;
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SegmentTimes> SegmentTimes::Read(const storage::SegmentReader& segment, const TimesOf& times,
                                                bool dates) {
  const auto number = static_cast<uint8_t>(times.entity);
  auto low = segment.FindColumn({number, times.field, dates ? model::kDateLow : model::kAgeLow});
  if (!low.ok()) return low.status();
  auto high = segment.FindColumn({number, times.field, dates ? model::kDateHigh : model::kAgeHigh});
  if (!high.ok()) return high.status();
  auto rows = LiveRowsOf(segment, times.entity, times.terms);
  if (!rows.ok()) return rows.status();
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  SegmentTimes read;
  read.low_ = *std::move(low);
  read.high_ = *std::move(high);
  read.rows_ = *std::move(rows);
  read.size_ = segment.rows(number);
  return read;
}

Bitmap SegmentTimes::Find(const TimeEnds& ends) const {
  if (low_ == nullptr) return Bitmap();
  const storage::Column& high = high_ == nullptr ? *low_ : *high_;
  constexpr uint64_t kFew = 16;  // one row in N
  if (rows_.Cardinality() * kFew < size_) {
    std::vector<uint32_t> found = low_->Filter(rows_.ToVector(), ends.low.low, ends.low.high);
    return Bitmap::FromSorted(high.Filter(std::move(found), ends.high.low, ends.high.high));
  }
  storage::Bits found = low_->FindRange(ends.low.low, ends.low.high);
  found &= high.FindRange(ends.high.low, ends.high.high);
  rows_.KeepIn(&found);
  return Bitmap::FromBits(found.words());
}

absl::StatusOr<uint64_t> CountAgesWithin(const CatalogueView& view, const TimesOf& times, model::Interval ages) {
  const auto number = static_cast<uint8_t>(times.entity);
  const auto terms = view.RecordedValues(times.field);
  if (!terms.ok()) return terms.status();
  uint64_t count = 0;
  const storage::SegmentReader* of = nullptr;
  std::optional<Bitmap> by_term;
  absl::Status status =
      ForEachAge(view, times, [&](const storage::SegmentReader& segment, uint32_t row, int64_t low) -> absl::Status {
        if (low < ages.low || low > ages.high) return absl::OkStatus();
        const auto high = segment.GetColumn({number, times.field, model::kAgeHigh});
        if (!high.ok() && !absl::IsNotFound(high.status())) return high.status();
        // Without the column every age is exact.
        if (high.ok() && (**high)[row] > ages.high) return absl::OkStatus();
        if (of != &segment) {
          const auto rows = segment.Union({static_cast<uint8_t>(model::PostingKind::kRows), number, times.field, 0},
                                          (*terms)->symbols(), segment.rows(number));
          if (!rows.ok()) return rows.status();
          by_term = rows->rows;
          of = &segment;
        }
        if (!by_term->Contains(row)) ++count;
        return absl::OkStatus();
      });
  if (!status.ok()) return status;
  return count;
}

absl::StatusOr<AgesToTheMonth> CountAgesToTheMonth(const CatalogueView& view, const TimesOf& times) {
  const auto number = static_cast<uint8_t>(times.entity);
  AgesToTheMonth count;
  absl::Status status =
      ForEachAge(view, times, [&](const storage::SegmentReader& segment, uint32_t row, int64_t low) -> absl::Status {
        ++count.ages;
        if (low == 0 || low % model::kMonth != 0) return absl::OkStatus();
        const auto date = segment.GetColumn({number, times.field, model::kDateLow});
        if (!date.ok() && !absl::IsNotFound(date.status())) return date.status();
        if (!date.ok() || (**date)[row] == storage::kNull) ++count.to_the_month;
        return absl::OkStatus();
      });
  if (!status.ok()) return status;
  return count;
}

absl::StatusOr<TimesOnTheEdge> CountTimesOnTheEdge(const CatalogueView& view, const TimesOf& times, bool dates,
                                                   model::Interval asked) {
  TimesOnTheEdge count;
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    const auto read = SegmentTimes::Read(*segment, times, dates);
    if (!read.ok()) return read.status();
    count.all += read->rows().Cardinality();
    if (!read->HasSpans()) continue;
    TimeEnds some, all;  // that lie in it: some of the time, or all of it
    some.low.high = all.high.high = asked.high;
    some.high.low = all.low.low = asked.low;
    count.on_the_edge += Bitmap::AndNot(read->Find(some), read->Find(all)).Cardinality();
  }
  return count;
}

namespace {

absl::StatusOr<RemarkCounts::Untimed> FindTimesOfSeveralDays(const CatalogueView& view, const TimesOf& times) {
  const auto number = static_cast<uint8_t>(times.entity);
  RemarkCounts::Untimed count;
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    const auto rows = LiveRowsOf(*segment, times.entity, times.terms);
    if (!rows.ok()) return rows.status();
    count.all += rows->Cardinality();
    storage::ColumnPtr columns[4];  // null where no row has one
    for (size_t i = 0; i < 4; ++i) {
      constexpr model::Part kParts[] = {model::kDateLow, model::kDateHigh, model::kAgeLow, model::kAgeHigh};
      auto column = segment->FindColumn({number, times.field, kParts[i]});
      if (!column.ok()) return column.status();
      columns[i] = *std::move(column);
    }
    const auto over_days = [](const storage::ColumnPtr& low, const storage::ColumnPtr& high, uint32_t row) {
      if (high == nullptr) return false;
      const model::Interval time{(*low)[row], (*high)[row]};
      return !time.empty() && model::DayOf(time.low) != model::DayOf(time.high);
    };
    Bitmap::Cursor cursor(*rows);
    uint32_t some[256];
    while (const size_t n = cursor.Next(some)) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      for (size_t i = 0; i < n; ++i) {
        const bool dated = columns[0] != nullptr && (*columns[0])[some[i]] != storage::kNull;
        const bool aged = columns[2] != nullptr && (*columns[2])[some[i]] != storage::kNull;
        const bool several = dated  ? over_days(columns[0], columns[1], some[i])
                             : aged ? over_days(columns[2], columns[3], some[i])
                                    : false;
        if (several) ++count.otherwise;
      }
    }
  }
  return count;
}

}  // namespace

absl::StatusOr<TimesOnTheEdge> CountTimesOfSeveralDays(const CatalogueView& view, const TimesOf& times) {
  const auto counted = view.counts().OfSeveralDays(times.entity, times.terms, times.field,
                                                   [&] { return FindTimesOfSeveralDays(view, times); });
  if (!counted.ok()) return counted.status();
  return TimesOnTheEdge{counted->otherwise, counted->all};
}

}  // namespace muster::bind
