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

void ColumnSets::KeepTotalApart(const SetOptions& options) {
  if (std::exchange(total_apart, true)) return;
  for (const SetSum& group : groups) total.Merge(group, options);
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
    sets_[c].KeepTotalApart(options_);
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

void SegmentSets::Add(std::span<const uint64_t> keys, std::span<const uint32_t> below, SetSum* sum) const {
  below.empty() ? sum->Add(keys, options_) : sum->AddRows(keys, below, options_);
}

void SegmentSets::AddPeople(std::span<const uint32_t> rows, const BlockIds* groups, size_t size) {
  keys_.resize(rows.size());
  record_keys_->Gather(rows, keys_.data(), storage::Repeats::kNo);
  // Few rows of a group are added one by one.
  constexpr size_t kMany = 16;
  const bool sorted = groups != nullptr && size * kMany <= groups->ids.size();
  if (sorted) {
    SortByGroup(*groups, size);
    sorted_keys_.resize(order_.size());
    for (size_t i = 0; i < order_.size(); ++i) sorted_keys_[i] = keys_[order_[i]];
  }
  for (size_t c = 0; c < columns_.size(); ++c) {
    const bool people = columns_[c].kind == Column::Kind::kPeople;
    ColumnSets& sets = sets_[c];
    std::span<const uint32_t> below;
    if (!people) below = columns_[c].below->Count(rows);
    if (groups == nullptr || !groups->single()) sets.KeepTotalApart(options_);
    if (sets.total_apart) Add(keys_, below, &sets.total);
    if (sorted) {
      AddSorted(below, &sets.groups);
      continue;
    }
    for (size_t i = 0; groups != nullptr && i < rows.size(); ++i) {
      for (const uint32_t group : groups->Of(i)) {
        SetSum& sum = sets.groups[group];
        if (people) sum.Add(keys_[i], options_);
        if (!people && below[i] > 0) sum.AddRows(keys_[i], below[i], options_);
      }
    }
  }
}

void SegmentSets::AddSorted(std::span<const uint32_t> below, std::vector<SetSum>* sums) {
  if (!below.empty()) {
    sorted_below_.resize(order_.size());
    for (size_t i = 0; i < order_.size(); ++i) sorted_below_[i] = below[order_[i]];
    below = sorted_below_;
  }
  for (size_t g = 0; g + 1 < starts_.size(); ++g) {
    const size_t begin = starts_[g], size = starts_[g + 1] - begin;
    if (size == 0) continue;
    Add(std::span(sorted_keys_).subspan(begin, size), below.empty() ? below : below.subspan(begin, size), &(*sums)[g]);
  }
}

void SegmentSets::AddColumn(std::span<const uint32_t> rows, const BlockIds* groups, Column& column, ColumnSets* sets) {
  if (column.kind == Column::Kind::kAbove) column.up->Map(rows, &above_);
  const std::span<const uint32_t> below =
      column.kind == Column::Kind::kBelow ? column.below->Count(rows) : std::span<const uint32_t>();
  counts_.assign(rows.size(), 1);
  if (!below.empty()) counts_.assign(below.begin(), below.end());
  for (size_t i = 0; column.polar != nullptr && i < rows.size(); ++i) {
    counts_[i] = column.polar->Contains(above_[i]) ? 1 : 0;
  }
  for (size_t i = 0; groups != nullptr && i < rows.size(); ++i) {
    const uint32_t above = column.kind == Column::Kind::kAbove ? above_[i] : UINT32_MAX;
    for (const uint32_t group : groups->Of(i)) {
      AddTo(persons_[i], above, counts_[i], column, &column.open[group], &sets->groups[group]);
    }
  }
  AddToTotal(column, &sets->total);
}

void SegmentSets::AddToTotal(Column& column, SetSum* sum) {
  Open& open = column.total;
  // A row above counts with the first row below it.
  for (size_t i = 0; column.kind == Column::Kind::kAbove && i < above_.size(); ++i) {
    if (std::exchange(open.above, above_[i]) == above_[i]) counts_[i] = 0;
  }
  // Who was open is the first; from then on each person who follows another.
  run_persons_.resize(persons_.size() + 1);
  run_rows_.resize(persons_.size() + 1);
  run_persons_[0] = open.person;
  run_rows_[0] = static_cast<uint32_t>(open.rows);
  size_t last = 0;
  for (size_t i = 0; i < persons_.size(); ++i) {
    const bool next = persons_[i] != run_persons_[last];
    last += next ? 1 : 0;
    run_persons_[last] = persons_[i];
    run_rows_[last] = (next ? 0 : run_rows_[last]) + counts_[i];
  }
  const size_t first = run_persons_[0] == UINT32_MAX ? 1 : 0;
  open.person = run_persons_[last];
  open.rows = run_rows_[last];
  if (first >= last) return;
  const auto closed = std::span<const uint32_t>(run_persons_).subspan(first, last - first);
  keys_.resize(closed.size());
  record_keys_->Gather(closed, keys_.data(), storage::Repeats::kNo);
  const auto rows = std::span<const uint32_t>(run_rows_).subspan(first, last - first);
  Add(keys_, column.kind == Column::Kind::kPeople ? std::span<const uint32_t>() : rows, sum);
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
