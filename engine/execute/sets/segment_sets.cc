#include "engine/execute/sets/segment_sets.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"

namespace muster::execute {

using model::Entity;

absl::StatusOr<SegmentSets> SegmentSets::Make(const storage::SegmentReader& segment, const bind::Query& query,
                                              storage::ColumnPtr record_keys, const SetOptions& options, uint64_t asked,
                                              GroupSets* sets) {
  SegmentSets made(options, sets);
  made.record_keys_ = std::move(record_keys);
  const Entity space = query.counted[0].entity;
  if (space != Entity::kIndividual) {
    auto up = ParentMap::Make(segment, space, Entity::kIndividual);
    if (!up.ok()) return up.status();
    made.person_of_ = *std::move(up);
  }
  for (const bind::Counted& counted : query.counted) {
    Column& column = made.columns_.emplace_back();
    if (counted.distinct != bind::Counted::Distinct::kNo) {
      return absl::InternalError("families and persons over all datasets have no sets in one segment");
    }
    if (counted.entity == Entity::kIndividual) continue;
    if (counted.entity == space) {
      column.kind = Column::Kind::kRows;
    } else if (!model::IsAncestorOrSelf(counted.entity, space)) {
      column.kind = Column::Kind::kBelow;
      auto below = ChildCount::Make(segment, space, counted.entity, counted.polarity, asked);
      if (!below.ok()) return below.status();
      column.below.emplace(*std::move(below));
    } else {
      column.kind = Column::Kind::kAbove;
      auto up = ParentMap::Make(segment, space, counted.entity);
      if (!up.ok()) return up.status();
      column.up = *std::move(up);
      auto polar = RowsOfPolarity(segment, counted.entity, counted.polarity);
      if (!polar.ok()) return polar.status();
      column.polar = *std::move(polar);
    }
  }
  if (space != Entity::kIndividual) made.columns_.emplace_back();  // the people
  return made;
}

void SegmentSets::AddBlock(std::span<const uint32_t> rows, const BlockIds* groups, size_t size) {
  if (rows.empty()) return;
  if (person_of_) {
    person_of_->Map(rows, &persons_);
  } else {
    persons_.assign(rows.begin(), rows.end());
  }
  for (size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    if (groups != nullptr) sets_[c].groups.resize(std::max(sets_[c].groups.size(), size));
    if (column.kind == Column::Kind::kPeople && !person_of_) {
      AddPeople(rows, groups, &sets_[c]);
    } else {
      if (groups != nullptr) column.open.resize(std::max(column.open.size(), size));
      AddColumn(rows, groups, column, &sets_[c]);
    }
  }
}

// Each row is a person.
void SegmentSets::AddPeople(std::span<const uint32_t> rows, const BlockIds* groups, ColumnSets* sets) {
  keys_.resize(rows.size());
  record_keys_->Gather(rows, keys_.data(), storage::Repeats::kNo);
  sets->total.Add(keys_, options_);
  if (groups == nullptr) return;
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const uint32_t group : groups->Of(i)) sets->groups[group].Add(keys_[i], options_);
  }
}

void SegmentSets::AddColumn(std::span<const uint32_t> rows, const BlockIds* groups, Column& column, ColumnSets* sets) {
  std::span<const uint32_t> below;
  if (column.kind == Column::Kind::kBelow) below = column.below->Count(rows);
  if (column.kind == Column::Kind::kAbove) column.up->Map(rows, &above_);
  for (size_t i = 0; i < rows.size(); ++i) {
    uint64_t count = 1;
    uint32_t above = UINT32_MAX;
    if (column.kind == Column::Kind::kBelow) count = below[i];
    if (column.kind == Column::Kind::kAbove) {
      above = above_[i];
      count = column.polar == nullptr || column.polar->Contains(above) ? 1 : 0;
    }
    AddTo(persons_[i], above, count, column, &column.total, &sets->total);
    if (groups == nullptr) continue;
    for (const uint32_t group : groups->Of(i)) {
      AddTo(persons_[i], above, count, column, &column.open[group], &sets->groups[group]);
    }
  }
}

void SegmentSets::AddTo(uint32_t person, uint32_t above, uint64_t rows, const Column& column, Open* open, SetSum* sum) {
  if (open->person != person) {
    CloseOne(column, open, sum);
    *open = {person, UINT32_MAX, 0};
  }
  if (column.kind == Column::Kind::kAbove && std::exchange(open->above, above) == above) return;
  open->rows += rows;
}

void SegmentSets::CloseOne(const Column& column, Open* open, SetSum* sum) {
  if (open->rows == 0) return;
  if (column.kind == Column::Kind::kPeople) {
    sum->Add(KeyOf(open->person), options_);
  } else {
    sum->AddRows(KeyOf(open->person), open->rows, options_);
  }
  *open = {};
}

void SegmentSets::Close() {
  for (size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    CloseOne(column, &column.total, &sets_[c].total);
    for (size_t g = 0; g < column.open.size(); ++g) CloseOne(column, &column.open[g], &sets_[c].groups[g]);
  }
}

}  // namespace muster::execute
