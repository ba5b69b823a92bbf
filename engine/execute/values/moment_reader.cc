#include "engine/execute/values/moment_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "allowance/allowance.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::HalfHours;
using model::Interval;
using model::TimeBounds;

namespace {

// How many of the spans of days there are of which no two have a day in common.
size_t Apart(std::vector<std::pair<int64_t, int64_t>>& last_and_first) {
  std::sort(last_and_first.begin(), last_and_first.end());
  size_t count = 0;
  int64_t taken = INT64_MIN;
  for (const auto& [last, first] : last_and_first) {
    if (first <= taken) continue;
    taken = last;
    ++count;
  }
  return count;
}

}  // namespace

absl::StatusOr<MomentReader> MomentReader::Make(const storage::SegmentReader& segment, model::Entity entity,
                                                model::FieldId field, bool dates) {
  const model::Field& info = model::Info(field);
  MomentReader reader;
  auto up = ParentMap::Make(segment, entity, info.entity);
  if (!up.ok()) return up.status();
  reader.up_ = *std::move(up);
  reader.birth_ = field == model::field::kBirth;
  for (const auto& [part, column] : {std::pair{model::kAgeLow, &reader.age_low_},
                                     {model::kAgeHigh, &reader.age_high_},
                                     {model::kDateLow, &reader.date_low_},
                                     {model::kDateHigh, &reader.date_high_}}) {
    if (!dates && (part == model::kDateLow || part == model::kDateHigh)) continue;
    auto read = segment.FindColumn({model::EntityNumber(info.entity), info.id, part});
    if (!read.ok()) return read.status();
    *column = *std::move(read);
  }
  return reader;
}

// Bounds that never differ are stored once.
Interval MomentReader::Read(const storage::ColumnPtr& low, const storage::ColumnPtr& high, uint32_t row) {
  if (low == nullptr) return {};
  const int64_t begin = (*low)[row];
  if (begin == storage::kNull) return {};
  return {begin, high == nullptr ? begin : (*high)[row]};
}

TimeBounds MomentReader::operator()(uint32_t row) const {
  row = up_(row);
  return {Age(row), Read(date_low_, date_high_, row)};
}

void MomentReader::ReadAll(std::span<const uint32_t> rows, std::vector<TimeBounds>* times) const {
  times->assign(rows.size(), birth_ ? TimeBounds{{0, 0}, {}} : TimeBounds());
  std::vector<uint32_t> above;
  up_.Map(rows, &above);
  std::vector<int64_t> lows(rows.size());
  std::vector<int64_t> highs(rows.size());
  const auto read = [&](const storage::ColumnPtr& low, const storage::ColumnPtr& high, Interval TimeBounds::*part) {
    if (low == nullptr) return;
    low->Gather(above, lows.data());
    if (high != nullptr) high->Gather(above, highs.data());
    const int64_t* ends = high != nullptr ? highs.data() : lows.data();
    for (size_t i = 0; i < rows.size(); ++i) {
      if (lows[i] != storage::kNull) (*times)[i].*part = {lows[i], ends[i]};
    }
  };
  if (!birth_) read(age_low_, age_high_, &TimeBounds::age);
  read(date_low_, date_high_, &TimeBounds::date);
}

void MomentReader::ReadAges(std::span<const uint32_t> rows, std::vector<int64_t>* lows,
                            std::vector<int64_t>* highs) const {
  lows->resize(rows.size());
  if (birth_) {
    std::fill(lows->begin(), lows->end(), 0);
    *highs = *lows;
    return;
  }
  if (age_low_ == nullptr) {
    std::fill(lows->begin(), lows->end(), storage::kNull);
    *highs = *lows;
    return;
  }
  std::vector<uint32_t> above;
  if (!up_.IsSelf()) {
    up_.Map(rows, &above);
    rows = above;
  }
  age_low_->Gather(rows, lows->data());
  if (age_high_ == nullptr) {
    *highs = *lows;
    return;
  }
  highs->resize(rows.size());
  age_high_->Gather(rows, highs->data());
}

size_t DistinctDays(const MomentReader& moment, std::span<const uint32_t> rows) {
  std::vector<TimeBounds> times;
  times.reserve(rows.size());
  for (const uint32_t row : rows) times.push_back(moment(row));
  return DistinctDays(times);
}

size_t DistinctDays(std::span<const TimeBounds> times) {
  std::vector<std::pair<int64_t, int64_t>> dates;
  std::vector<std::pair<int64_t, int64_t>> ages;
  for (const TimeBounds& time : times) {
    if (!time.date.empty()) dates.emplace_back(model::DayOf(time.date.high), model::DayOf(time.date.low));
    if (!time.age.empty()) ages.emplace_back(model::DayOf(time.age.high), model::DayOf(time.age.low));
  }
  return std::max(Apart(dates), Apart(ages));
}

absl::StatusOr<storage::Bitmap> FirstOfEach(const storage::SegmentReader& segment, const storage::Bitmap& rows,
                                            model::Entity entity, model::Entity above, model::FieldId field,
                                            bool last) {
  auto moment = MomentReader::Make(segment, entity, field);
  if (!moment.ok()) return moment.status();
  auto up = ParentMap::Make(segment, entity, above);
  if (!up.ok()) return up.status();
  std::vector<uint32_t> first;
  std::vector<std::pair<uint32_t, TimeBounds>> siblings;  // rows with a time below one row of `above`
  const auto pick = [&] {
    const bool dates =
        std::all_of(siblings.begin(), siblings.end(), [](const auto& s) { return !s.second.date.empty(); });
    const auto key = [&](const TimeBounds& time) {
      const Interval& interval = dates ? time.date : time.age;
      return last ? -interval.high : interval.low;
    };
    int64_t least = INT64_MAX;
    for (const auto& [row, time] : siblings) {
      if (dates || !time.age.empty()) least = std::min(least, key(time));
    }
    for (const auto& [row, time] : siblings) {
      if ((dates || !time.age.empty()) && key(time) == least) first.push_back(row);
    }
    siblings.clear();
  };
  uint32_t current = UINT32_MAX;
  bool wanted = true;
  rows.ForEach([&](uint32_t row) {
    if (!wanted || !(wanted = ShouldContinueSampled())) return;
    const uint32_t parent = (*up)(row);
    if (parent != current) pick();
    current = parent;
    const TimeBounds time = (*moment)(row);
    if (!time.age.empty() || !time.date.empty()) siblings.emplace_back(row, time);
  });
  pick();
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  return storage::Bitmap::FromSorted(first);
}

}  // namespace muster::execute
