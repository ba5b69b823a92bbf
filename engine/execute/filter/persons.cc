#include "engine/execute/filter/persons.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/execute/rows/panels.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {

using model::Entity;
using storage::Bitmap;
using storage::BitmapPtr;

namespace {

// What is counted of one person, over the segments.
struct Gathered {
  size_t rows = 0;
  std::vector<int64_t> codes;
  std::vector<model::TimeBounds> times;
};

size_t CountDistinct(std::vector<int64_t>& values) {
  std::sort(values.begin(), values.end());
  return static_cast<size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

bool IsEnough(const plan::Node& to_parent, Gathered& gathered) {
  if (to_parent.dates > 0) return DistinctDays(gathered.times) >= static_cast<size_t>(to_parent.dates);
  return (to_parent.distinct ? CountDistinct(gathered.codes) : gathered.rows) >= static_cast<size_t>(to_parent.count);
}

}  // namespace

absl::StatusOr<Persons> Persons::Load(const storage::Snapshot& snapshot) {
  Persons persons;
  persons.records_.resize(snapshot.segments.size());
  // By the symbol of the person's id: how many records there are, 0, 1 or more, and then the person's number.
  constexpr uint32_t kNone = UINT32_MAX, kOne = UINT32_MAX - 1, kSeveral = UINT32_MAX - 2;
  std::vector<uint32_t> by_symbol;
  const auto for_each = [&](size_t s, auto visit) -> absl::Status {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    const storage::SegmentReader& segment = *snapshot.segments[s];
    const auto column =
        segment.FindColumn({model::EntityNumber(Entity::kIndividual), model::field::kPerson, model::kValuePart});
    if (!column.ok()) return column.status();
    if (*column == nullptr) return absl::OkStatus();
    const auto live = segment.Live();
    if (!live.ok()) return live.status();
    const auto look = [&](uint32_t row) {
      if (const int64_t symbol = (**column)[row]; symbol != storage::kNull) visit(row, static_cast<size_t>(symbol));
    };
    if (*live != nullptr) {
      (*live)->ForEach(look);
    } else {
      for (uint32_t row = 0; row < segment.rows(0); ++row) look(row);
    }
    return absl::OkStatus();
  };
  for (size_t s = 0; s < snapshot.segments.size(); ++s) {
    absl::Status status = for_each(s, [&](uint32_t, size_t symbol) {
      if (symbol >= by_symbol.size()) by_symbol.resize(std::max(symbol + 1, by_symbol.size() * 2), kNone);
      uint32_t& records = by_symbol[symbol];
      records = records == kNone ? kOne : kSeveral;
    });
    if (!status.ok()) return status;
  }
  for (size_t s = 0; s < snapshot.segments.size(); ++s) {
    absl::Status status = for_each(s, [&](uint32_t row, size_t symbol) {
      uint32_t& number = by_symbol[symbol];
      if (number == kOne) return;
      if (number == kSeveral) number = persons.count_++;
      persons.records_[s].push_back({row, number});
    });
    if (!status.ok()) return status;
  }
  return persons;
}

std::vector<BitmapPtr> Persons::RowsOf(const std::vector<bool>& persons) const {
  std::vector<BitmapPtr> rows;
  for (const std::vector<Record>& records : records_) {
    std::vector<uint32_t> found;
    for (const Record& record : records) {
      if (persons[record.person]) found.push_back(record.row);
    }
    rows.push_back(std::make_shared<const Bitmap>(Bitmap::FromSorted(found)));
  }
  return rows;
}

std::vector<BitmapPtr> Persons::AllRecordsOf(std::vector<BitmapPtr> rows) const {
  if (count_ == 0) return rows;
  std::vector<bool> met(count_);
  for (size_t s = 0; s < rows.size(); ++s) {
    for (const Record& record : records_[s]) {
      if (!met[record.person] && rows[s]->Contains(record.row)) met[record.person] = true;
    }
  }
  const std::vector<BitmapPtr> others = RowsOf(met);
  for (size_t s = 0; s < rows.size(); ++s) {
    if (!others[s]->Empty()) rows[s] = std::make_shared<const Bitmap>(Bitmap::Or(*rows[s], *others[s]));
  }
  return rows;
}

absl::StatusOr<std::vector<BitmapPtr>> Persons::WithEnough(const storage::Snapshot& snapshot,
                                                           const plan::Node& to_parent,
                                                           const std::vector<BitmapPtr>& below) const {
  const Entity child = to_parent.inputs[0]->entity;
  std::vector<Gathered> gathered(count_);
  for (size_t s = 0; s < records_.size() && count_ > 0; ++s) {
    if (records_[s].empty() || below[s]->Empty()) continue;
    const storage::SegmentReader& segment = *snapshot.segments[s];
    const auto down = ChildRanges::Make(segment, Entity::kIndividual, child);
    if (!down.ok()) return down.status();
    MomentReader moment;
    if (to_parent.dates > 0) {
      auto made = MomentReader::Make(segment, child, to_parent.left.field);
      if (!made.ok()) return made.status();
      moment = *std::move(made);
    }
    absl::StatusOr<storage::ColumnPtr> codes = storage::ColumnPtr();
    if (to_parent.distinct) {
      const auto primary = static_cast<model::FieldId>(model::Info(child).primary);
      codes = segment.FindColumn({model::EntityNumber(child), primary, model::kValuePart});
    }
    if (!codes.ok()) return codes.status();
    std::optional<Panels> panels;
    if (child == Entity::kMeasurement) {
      auto made = Panels::Make(segment, to_parent.named);
      if (!made.ok()) return made.status();
      panels = *std::move(made);
    }
    std::vector<uint32_t> found;
    for (const Record& record : records_[s]) {
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      Gathered& person = gathered[record.person];
      const uint32_t end = down->Begin(record.row + 1);
      found.clear();
      for (uint32_t row = down->Begin(record.row); row < end; ++row) {
        if (!below[s]->Contains(row)) continue;
        found.push_back(row);
        if (to_parent.dates > 0) person.times.push_back(moment(row));
        if (*codes == nullptr) continue;
        if (const int64_t code = (**codes)[row]; code != storage::kNull) person.codes.push_back(code);
      }
      person.rows += panels ? panels->Count(found) : found.size();
    }
  }
  std::vector<bool> enough(count_);
  for (uint32_t p = 0; p < count_; ++p) enough[p] = IsEnough(to_parent, gathered[p]);
  return RowsOf(enough);
}

}  // namespace muster::execute
