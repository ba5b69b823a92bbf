#include "engine/execute/sets/segment_sets.h"

#include <algorithm>
#include <numeric>
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
  for (ColumnSets& column : sets_) {
    if (groups != nullptr) column.groups.resize(std::max(column.groups.size(), size));
  }
  if (!person_of_) return AddPeople(rows, groups, size);
  person_of_->Map(rows, &persons_);
  for (size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    if (groups != nullptr) column.open.resize(std::max(column.open.size(), size));
    AddColumn(rows, groups, column, &sets_[c]);
  }
}

void SegmentSets::SortByGroup(const BlockIds& groups, size_t size) {
  starts_.assign(size + 1, 0);
  for (const uint32_t group : groups.ids) ++starts_[group + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  order_.resize(groups.ids.size());
  for (size_t i = 0; i < groups.rows(); ++i) {
    for (const uint32_t group : groups.Of(i)) order_[starts_[group]++] = static_cast<uint32_t>(i);
  }
  // Each has come to where the next one begins.
  std::copy_backward(starts_.begin(), starts_.end() - 1, starts_.end());
  starts_[0] = 0;
}

void SegmentSets::AddPeople(std::span<const uint32_t> rows, const BlockIds* groups, size_t size) {
  keys_.resize(rows.size());
  record_keys_->Gather(rows, keys_.data(), storage::Repeats::kNo);
  // Few rows of a group are added one by one.
  constexpr size_t kMany = 16;
  const bool sorted = groups != nullptr && size * kMany <= groups->ids.size();
  if (sorted) SortByGroup(*groups, size);
  for (size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    const bool people = column.kind == Column::Kind::kPeople;
    std::span<const uint32_t> below;
    if (!people) below = column.below->Count(rows);
    people ? sets_[c].total.Add(keys_, options_) : AddBelow(below, nullptr, &sets_[c].total);
    for (size_t i = 0; groups != nullptr && !sorted && i < rows.size(); ++i) {
      for (const uint32_t group : groups->Of(i)) {
        SetSum& sum = sets_[c].groups[group];
        if (people) sum.Add(keys_[i], options_);
        if (!people && below[i] > 0) sum.AddRows(keys_[i], below[i], options_);
      }
    }
    for (size_t g = 0; sorted && g < size; ++g) {
      const auto places = std::span<const uint32_t>(order_).subspan(starts_[g], starts_[g + 1] - starts_[g]);
      if (places.empty()) continue;
      if (!people) {
        AddBelow(below, &places, &sets_[c].groups[g]);
        continue;
      }
      keys_of_some_.clear();
      for (const uint32_t place : places) keys_of_some_.push_back(keys_[place]);
      sets_[c].groups[g].Add(keys_of_some_, options_);
    }
  }
}

void SegmentSets::AddBelow(std::span<const uint32_t> below, const std::span<const uint32_t>* places, SetSum* sum) {
  const size_t size = places == nullptr ? below.size() : places->size();
  keys_of_some_.resize(size);
  rows_of_some_.resize(size);
  size_t some = 0;
  for (size_t i = 0; i < size; ++i) {
    const size_t place = places == nullptr ? i : (*places)[i];
    keys_of_some_[some] = keys_[place];
    rows_of_some_[some] = below[place];
    some += below[place] > 0 ? 1 : 0;
  }
  sum->AddRows(std::span(keys_of_some_).first(some), std::span(rows_of_some_).first(some), options_);
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
