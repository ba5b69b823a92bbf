#include "engine/execute/execute.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "engine/execute/families.h"
#include "engine/execute/group.h"
#include "engine/execute/group_table.h"
#include "engine/execute/list.h"
#include "engine/execute/rows_below.h"

namespace muster::execute {

using model::Entity;

namespace {

using storage::Bitmap;
using storage::BitmapPtr;

// Families, loaded when a query first asks for them.
class LazyFamilies {
 public:
  explicit LazyFamilies(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}
  absl::StatusOr<const Families*> Get() {
    if (!families_) {
      auto loaded = Families::Load(snapshot_);
      if (!loaded.ok()) return loaded.status();
      families_ = *std::move(loaded);
    }
    return &*families_;
  }

 private:
  const storage::Snapshot& snapshot_;
  std::optional<Families> families_;
};

// One plan on all segments.
class Runner {
 public:
  Runner(const plan::Plan& plan, const Context& context)
      : plan_(plan), context_(context), families_(context.view->snapshot()) {}

  absl::Status Prepare() { return Prepare(*plan_.root); }
  size_t segments() const { return context_.view->snapshot().segments.size(); }
  const storage::SegmentReader& segment(size_t s) const { return *context_.view->snapshot().segments[s]; }
  LazyFamilies& families() { return families_; }

  SegmentExecutor ExecutorOf(size_t s) const {
    SegmentExecutor executor(segment(s), context_.unions, context_.stats);
    executor.Use(&prepared_, s);
    return executor;
  }

  // The live rows of the plan's entity that satisfy it.
  absl::StatusOr<BitmapPtr> Matching(SegmentExecutor& executor) const {
    absl::StatusOr<BitmapPtr> rows = executor.Evaluate(*plan_.root);
    if (!rows.ok()) return rows;
    absl::StatusOr<BitmapPtr> live = executor.Live(plan_.root->entity);
    if (!live.ok() || *live == nullptr) return live.ok() ? rows : live;
    return std::make_shared<const Bitmap>(Bitmap::And(**rows, **live));
  }

 private:
  // Relatives may stand in other segments: their nodes are answered for all segments first, the innermost first.
  absl::Status Prepare(const plan::Node& node) {
    for (const plan::NodePtr& input : node.inputs) {
      if (absl::Status status = Prepare(*input); !status.ok()) return status;
    }
    if (node.op != plan::Op::kRelative) return absl::OkStatus();
    absl::StatusOr<const Families*> families = families_.Get();
    if (!families.ok()) return families.status();
    std::vector<BitmapPtr> with;
    for (size_t s = 0; s < segments(); ++s) {
      absl::StatusOr<BitmapPtr> rows = ExecutorOf(s).Evaluate(*node.inputs[0]);
      if (!rows.ok()) return rows.status();
      with.push_back(*std::move(rows));
    }
    prepared_[&node] = (*families)->Related(node.relation, node.count, with);
    return absl::OkStatus();
  }

  const plan::Plan& plan_;
  const Context& context_;
  LazyFamilies families_;
  Prepared prepared_;
};

// Counts what is counted, over all segments.
class Counter {
 public:
  Counter(const bind::Query& query, Runner* runner) : query_(query), runner_(runner) {
    counts_.resize(query.counted.size(), 0);
    seen_.resize(query.counted.size());
  }

  // Adds what the live `rows` of the first entity on segment `s` stand for.
  absl::Status Add(size_t s, const Bitmap& rows, SegmentExecutor& executor) {
    for (size_t e = 0; e < query_.counted.size(); ++e) {
      const bind::Counted& counted = query_.counted[e];
      if (counted.distinct == bind::Counted::Distinct::kNo && e == 0) {
        counts_[e] += static_cast<int64_t>(rows.Cardinality());
        continue;
      }
      const Entity space = query_.counted[0].entity;
      if (counted.distinct == bind::Counted::Distinct::kNo && !model::IsAncestorOrSelf(counted.entity, space)) {
        auto below = RowsBelow::Make(runner_->segment(s), space, counted.entity, counted.polarity, rows.Cardinality());
        if (!below.ok()) return below.status();
        counts_[e] += below->Total(rows);
        continue;
      }
      absl::StatusOr<Bitmap> related = executor.Related(rows, space, counted.entity);
      if (!related.ok()) return related.status();
      absl::Status status = absl::OkStatus();
      switch (counted.distinct) {
        case bind::Counted::Distinct::kNo: {
          absl::StatusOr<BitmapPtr> polar = executor.OfPolarity(counted.entity, counted.polarity);
          if (!polar.ok()) return polar.status();
          counts_[e] +=
              static_cast<int64_t>(*polar == nullptr ? related->Cardinality() : Bitmap::AndCount(*related, **polar));
          break;
        }
        case bind::Counted::Distinct::kFamilies:
          status = AddFamilies(s, *related, &seen_[e]);
          break;
        case bind::Counted::Distinct::kPersons:
          status = AddPersons(s, *related, &counts_[e], &seen_[e]);
          break;
      }
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  std::vector<Cell> Cells() const {
    std::vector<Cell> cells;
    for (size_t e = 0; e < counts_.size(); ++e) cells.emplace_back(counts_[e] + static_cast<int64_t>(seen_[e].size()));
    return cells;
  }

 private:
  absl::Status AddFamilies(size_t s, const Bitmap& rows, absl::flat_hash_set<int64_t>* seen) {
    absl::StatusOr<const Families*> families = runner_->families().Get();
    if (!families.ok()) return families.status();
    for (const uint32_t family : (*families)->FamiliesOf(s, rows)) seen->insert(family);
    return absl::OkStatus();
  }

  // People without an id over all datasets count one each.
  absl::Status AddPersons(size_t s, const Bitmap& rows, int64_t* count, absl::flat_hash_set<int64_t>* seen) {
    auto persons = runner_->segment(s).GetColumn(
        {static_cast<uint8_t>(model::Entity::kIndividual), model::field::kPerson, model::kValuePart});
    if (absl::IsNotFound(persons.status())) {
      *count += static_cast<int64_t>(rows.Cardinality());
      return absl::OkStatus();
    }
    if (!persons.ok()) return persons.status();
    rows.ForEach([&](uint32_t row) {
      const int64_t person = (**persons)[row];
      person == storage::kNull ? static_cast<void>(++*count) : static_cast<void>(seen->insert(person));
    });
    return absl::OkStatus();
  }

  const bind::Query& query_;
  Runner* runner_;
  std::vector<int64_t> counts_;
  std::vector<absl::flat_hash_set<int64_t>> seen_;  // of what is counted once
};

// Whether a row of a count with `by` satisfies every `having`.
bool IsWanted(const bind::Query& query, const std::vector<Cell>& row) {
  using Op = grammar::Compare::Op;
  return std::all_of(query.having.begin(), query.having.end(), [&](const bind::Having& having) {
    const auto count = static_cast<double>(std::get<int64_t>(row[query.by.size() + having.index]));
    switch (having.op) {
      case Op::kIs:
        return count == having.number;
      case Op::kIsNot:
        return count != having.number;
      case Op::kLess:
        return count < having.number;
      case Op::kLessEqual:
        return count <= having.number;
      case Op::kGreater:
        return count > having.number;
      default:
        return count >= having.number;
    }
  });
}

void AddCountColumns(const bind::Query& query, Table* table) {
  for (const bind::Dimension& dimension : query.by) table->columns.push_back({dimension.name, ColumnType::kText});
  for (const bind::Counted& counted : query.counted) table->columns.push_back({counted.name, ColumnType::kInteger});
}

}  // namespace

absl::StatusOr<Table> Execute(const bind::Query& query, const plan::Plan& plan, const Context& context) {
  Table table;
  const bool list = query.kind == bind::Query::Kind::kList;
  list ? AddListColumns(query, &table) : AddCountColumns(query, &table);
  const size_t max_rows = std::max<size_t>(1, context.max_cells / table.columns.size());
  const size_t limit = query.limit ? static_cast<size_t>(*query.limit) : std::numeric_limits<size_t>::max();
  std::optional<Grouper> grouper;
  if (!query.by.empty()) grouper.emplace(query, max_rows);
  if (context.stats != nullptr) context.stats->assign(static_cast<size_t>(plan.node_count), {});

  Runner runner(plan, context);
  if (absl::Status status = runner.Prepare(); !status.ok()) return status;
  Counter counter(query, &runner);
  for (size_t s = 0; s < runner.segments(); ++s) {
    SegmentExecutor executor = runner.ExecutorOf(s);
    absl::StatusOr<BitmapPtr> rows = runner.Matching(executor);
    if (!rows.ok()) return rows.status();
    absl::Status status;
    if (list) {
      if (table.rows.size() < limit) {
        status = AddListRows(query, runner.segment(s), **rows, *context.view, std::min(limit, max_rows + 1), &table);
      }
      if (table.rows.size() > max_rows) {
        return absl::ResourceExhaustedError(absl::StrCat("the answer would have more than ", max_rows, " rows"));
      }
    } else {
      status = grouper ? grouper->Add(runner.segment(s), **rows) : counter.Add(s, **rows, executor);
    }
    if (!status.ok()) return status;
  }
  if (list) return table;
  if (query.by.empty()) {
    table.rows.push_back(counter.Cells());
  } else {
    AddGroupRows(query, *grouper, *context.view, &table);
    std::erase_if(table.rows, [&](const std::vector<Cell>& row) { return !IsWanted(query, row); });
  }
  return table;
}

}  // namespace muster::execute
