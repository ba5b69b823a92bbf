#include "engine/execute/execute_sets.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "containers/hash_table.h"
#include "engine/execute/aggregate/group.h"
#include "engine/execute/aggregate/group_table.h"
#include "engine/execute/plan_runner.h"
#include "engine/execute/rows/record_keys.h"
#include "engine/execute/rows/row_blocks.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/sets/segment_sets.h"
#include "engine/model/schema/entity_number.h"
#include "engine/secret/record_key.h"
#include "engine/secret/secret_keys.h"

namespace muster::execute {
namespace {

using bind::Counted;
using model::Entity;
using Distinct = bind::Counted::Distinct;

// What is counted of the rows themselves: families and persons over all datasets are counted apart.
bind::Query OfRows(const bind::Query& query) {
  bind::Query of_rows;
  for (const Counted& counted : query.counted) {
    if (counted.distinct == Distinct::kNo) of_rows.counted.push_back(counted);
  }
  for (bind::Dimension dimension : query.by) {
    dimension.top.reset();
    of_rows.by.push_back(std::move(dimension));
  }
  return of_rows;
}

// Elements that rows of several segments may stand for.
struct SharedSet {
  HashSet<uint64_t> keys;
  uint64_t people = 0;
};

class SetsRun {
 public:
  SetsRun(const bind::Query& query, const Context& context, const SetOptions& options, const secret::SipKey& key)
      : query_(query), of_rows_(OfRows(query)), context_(context), options_(options), key_(key) {
    space_ = query.counted[0].entity;
  }

  absl::StatusOr<CellSets> Run(const plan::Plan& plan, const plan::Plan& persons) {
    if (!query_.by.empty() && of_rows_.counted.size() != query_.counted.size()) {
      return absl::FailedPreconditionError("families and distinct individuals are not counted by dimensions");
    }
    // Whose rows the plan finds is counted first; where these are not asked for, as people alone.
    lead_ = of_rows_.counted.empty() || of_rows_.counted[0].entity != space_;
    if (lead_) of_rows_.counted.insert(of_rows_.counted.begin(), Counted{space_, query_.counted[0].polarity, ""});
    CellSets cells;
    absl::Status status = query_.by.empty() ? CountAll(plan, persons, &cells) : CountByDimensions(plan, &cells);
    if (!status.ok()) return status;
    return cells;
  }

 private:
  // The people behind the rows of the first are a column of their own, unless these rows are people.
  size_t columns() const { return of_rows_.counted.size() + (space_ == Entity::kIndividual ? 0 : 1); }
  size_t people() const { return space_ == Entity::kIndividual ? 0 : columns() - 1; }

  absl::StatusOr<SegmentSets> SetsOf(const storage::SegmentReader& segment, uint64_t asked, GroupSets* sets) const {
    absl::StatusOr<storage::ColumnPtr> keys = RecordKeysOf(segment, key_);
    if (!keys.ok()) return keys.status();
    return SegmentSets::Make(segment, of_rows_, *std::move(keys), options_, asked, sets);
  }

  absl::Status CountAll(const plan::Plan& plan, const plan::Plan& persons, CellSets* cells) {
    PlanRunner runner(of_rows_, plan, context_);
    if (absl::Status status = runner.Prepare(); !status.ok()) return status;
    std::vector<GroupSets> sets(runner.workers(), GroupSets(columns()));
    std::vector<std::vector<SharedSet>> shared(runner.workers(), std::vector<SharedSet>(query_.counted.size()));
    const auto count = [&](size_t worker, size_t s, const RowSet& rows, SegmentExecutor& executor) -> absl::Status {
      const storage::SegmentReader& segment = runner.segment(s);
      absl::StatusOr<SegmentSets> of_segment = SetsOf(segment, rows.Cardinality(), &sets[worker]);
      if (!of_segment.ok()) return of_segment.status();
      ForEachBlock(rows, segment.rows(model::EntityNumber(space_)), [&](std::span<const uint32_t> block) {
        of_segment->AddBlock(block, nullptr, 0);
        return ShouldContinue();
      });
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      of_segment->Close();
      for (size_t e = 0; e < query_.counted.size(); ++e) {
        absl::Status added = AddShared(e, s, rows, runner, executor, &shared[worker][e]);
        if (!added.ok()) return added;
      }
      return absl::OkStatus();
    };
    if (absl::Status status = runner.ForEachMatching(count); !status.ok()) return status;
    for (size_t w = 1; w < sets.size(); ++w) {
      for (size_t c = 0; c < columns(); ++c) sets[0][c].total.Merge(sets[w][c].total, options_);
      for (size_t e = 0; e < query_.counted.size(); ++e) Merge(shared[w][e], &shared[0][e]);
    }
    RowSets& row = cells->rows.emplace_back();
    Finish([&](size_t c) -> const SetSum& { return sets[0][c].total; }, &shared[0], &row);
    return persons.root == nullptr ? absl::OkStatus() : CountPersons(persons, &row);
  }

  // Persons over all datasets are counted with criteria of their own beside individuals.
  absl::Status CountPersons(const plan::Plan& plan, RowSets* row) {
    bind::Query query;
    for (const Counted& counted : query_.counted) {
      if (counted.distinct == Distinct::kPersons) query.counted = {counted};
    }
    if (query.counted.empty()) return absl::InternalError("criteria of persons, who are not counted");
    absl::StatusOr<CellSets> persons = SetsRun(query, context_, options_, key_).Run(plan, {});
    if (!persons.ok()) return persons.status();
    for (size_t e = 0; e < query_.counted.size(); ++e) {
      if (query_.counted[e].distinct == Distinct::kPersons) row->columns[e] = std::move(persons->rows[0].columns[0]);
    }
    return absl::OkStatus();
  }

  absl::Status CountByDimensions(const plan::Plan& plan, CellSets* cells) {
    const size_t width = query_.by.size() + query_.counted.size();
    const size_t max_rows = std::max<size_t>(1, context_.max_cells / width);
    PlanRunner runner(of_rows_, plan, context_);
    if (absl::Status status = runner.Prepare(); !status.ok()) return status;
    std::vector<Grouper> groupers;
    for (size_t w = 0; w < runner.workers(); ++w) groupers.emplace_back(of_rows_, max_rows);
    std::vector<GroupSets> sets(runner.workers(), GroupSets(columns()));
    const auto count = [&](size_t worker, size_t s, const RowSet& rows, SegmentExecutor&) -> absl::Status {
      absl::StatusOr<SegmentSets> of_segment = SetsOf(runner.segment(s), rows.Cardinality(), &sets[worker]);
      if (!of_segment.ok()) return of_segment.status();
      absl::Status added = groupers[worker].Add(runner.segment(s), rows, &*of_segment);
      of_segment->Close();
      return added;
    };
    if (absl::Status status = runner.ForEachMatching(count); !status.ok()) return status;
    for (GroupSets& of_worker : sets) {
      for (ColumnSets& column : of_worker) column.KeepTotalApart(options_);
    }
    for (size_t w = 1; w < groupers.size(); ++w) {
      const std::vector<uint32_t> group_of = groupers[0].Merge(groupers[w]);
      for (size_t c = 0; c < columns(); ++c) MergeGroups(group_of, sets[w][c], &sets[0][c]);
    }
    if (groupers[0].MoreThan(max_rows)) {
      return TooLargeError(absl::StrCat("the answer would have more than ", max_rows, " rows"));
    }
    Table table;
    std::vector<uint32_t> group_of_row;
    AddGroupRows(of_rows_, groupers[0], *context_.view, max_rows, &table, &group_of_row);
    const SetSum empty{};
    for (size_t i = 0; i < table.rows.size(); ++i) {
      RowSets& row = cells->rows.emplace_back();
      table.rows[i].resize(query_.by.size());
      row.values = std::move(table.rows[i]);
      const uint32_t group = group_of_row[i];
      const auto of_group = [&](size_t c) -> const SetSum& {
        const std::vector<SetSum>& groups = sets[0][c].groups;
        return group == Grouper::kNoGroup || group >= groups.size() ? empty : groups[group];
      };
      Finish(of_group, nullptr, &row);
    }
    Finish([&](size_t c) -> const SetSum& { return sets[0][c].total; }, nullptr, &cells->total);
    cells->labels = std::move(table.labels);
    return absl::OkStatus();
  }

  void MergeGroups(std::span<const uint32_t> group_of, const ColumnSets& from, ColumnSets* to) const {
    to->total.Merge(from.total, options_);
    for (size_t g = 0; g < from.groups.size(); ++g) {
      if (g >= group_of.size() || group_of[g] == Grouper::kNoGroup) continue;
      if (to->groups.size() <= group_of[g]) to->groups.resize(group_of[g] + size_t{1});
      to->groups[group_of[g]].Merge(from.groups[g], options_);
    }
  }

  // The columns of a row: sums by their place among the counted rows, shared sets by their own.
  template <typename SumOf>
  void Finish(const SumOf& sum_of, const std::vector<SharedSet>* shared, RowSets* row) const {
    size_t column = lead_ ? 1 : 0;
    for (size_t e = 0; e < query_.counted.size(); ++e) {
      const Counted& counted = query_.counted[e];
      row->columns.push_back(counted.distinct == Distinct::kNo ? sum_of(column++).Finish(counted.entity, options_)
                                                               : Finish(counted, (*shared)[e]));
    }
    row->people = sum_of(people()).Finish(Entity::kIndividual, options_);
  }

  model::QuerySet Finish(const Counted& counted, const SharedSet& shared) const {
    SetSum sum;
    for (const uint64_t key : shared.keys) sum.Add(key, options_);
    model::QuerySet set = sum.Finish(counted.entity, options_);
    // Of persons in several datasets each counts once, of families everybody who makes them count.
    if (counted.distinct == Distinct::kFamilies) set.people = shared.people;
    return set;
  }

  absl::Status AddShared(size_t e, size_t s, const RowSet& rows, PlanRunner& runner, SegmentExecutor& executor,
                         SharedSet* shared) {
    const Counted& counted = query_.counted[e];
    if (counted.distinct == Distinct::kNo) return absl::OkStatus();
    absl::StatusOr<RowSet> related = executor.Related(rows, space_, counted.entity);
    if (!related.ok()) return related.status();
    return counted.distinct == Distinct::kFamilies
               ? AddFamilies(s, runner.segment(s), *related->bitmap(), runner, shared)
               : AddPersons(runner.segment(s), *related->bitmap(), shared);
  }

  absl::Status AddFamilies(size_t s, const storage::SegmentReader& segment, const storage::Bitmap& rows,
                           PlanRunner& runner, SharedSet* shared) {
    absl::StatusOr<const Families*> families = runner.families().Get();
    if (!families.ok()) return families.status();
    for (const uint32_t family : (*families)->FamiliesOf(s, rows)) {
      const Families::Name& name = (*families)->NameOf(family);
      shared->keys.insert(secret::FamilyKey(key_, DatasetOf(name.dataset), TextOf(name.family)));
    }
    std::vector<uint32_t> of_families;
    rows.ForEach([&](uint32_t row) {
      if ((*families)->HasFamily(s, row)) of_families.push_back(row);
    });
    const auto people =
        AncestorRows(segment, storage::Bitmap::FromSorted(of_families), Entity::kPedigree, Entity::kIndividual);
    if (!people.ok()) return people.status();
    shared->people += people->Cardinality();
    return absl::OkStatus();
  }

  absl::Status AddPersons(const storage::SegmentReader& segment, const storage::Bitmap& rows, SharedSet* shared) {
    const absl::StatusOr<storage::ColumnPtr> keys = RecordKeysOf(segment, key_);
    if (!keys.ok()) return keys.status();
    auto persons = segment.FindColumn({0, model::field::kPerson, model::kValuePart});
    if (!persons.ok()) return persons.status();
    rows.ForEach([&](uint32_t row) {
      const int64_t person = *persons != nullptr ? (**persons)[row] : storage::kNull;
      shared->keys.insert(person == storage::kNull ? static_cast<uint64_t>((**keys)[row])
                                                   : secret::PersonKey(key_, TextOf(person)));
    });
    return absl::OkStatus();
  }

  static void Merge(const SharedSet& from, SharedSet* to) {
    to->keys.insert(from.keys.begin(), from.keys.end());
    to->people += from.people;
  }

  // As it was given.
  std::string_view DatasetOf(int64_t symbol) const {
    if (symbol < 0) return {};
    const std::string_view label = context_.view->dictionary().Label(static_cast<model::Symbol>(symbol));
    return label.empty() ? TextOf(symbol) : label;
  }

  std::string_view TextOf(int64_t symbol) const {
    return symbol < 0 ? std::string_view() : context_.view->dictionary().Text(static_cast<model::Symbol>(symbol));
  }

  const bind::Query& query_;
  bind::Query of_rows_;
  const Context& context_;
  const SetOptions options_;
  const secret::SipKey key_;
  Entity space_ = Entity::kIndividual;
  bool lead_ = false;  // the first of `of_rows_` is not asked for
};

}  // namespace

absl::StatusOr<CellSets> ExecuteSets(const bind::Query& query, const plan::Plan& plan, const plan::Plan& persons,
                                     const Context& context, const SetOptions& options) {
  const auto keys = secret::SecretKeysIn(*context.view->snapshot().documents);
  if (!keys.ok()) return keys.status();
  if (!keys->has_value()) return absl::FailedPreconditionError("the catalogue has no secret keys: it has no policy");
  return SetsRun(query, context, options, (*keys)->record).Run(plan, persons);
}

}  // namespace muster::execute
