#include "engine/api/guest/questions/counted_sets.h"

#include <optional>
#include <utility>
#include <vector>

#include "engine/api/low_effect/people_counter.h"
#include "engine/execute/execute_sets.h"
#include "engine/plan/plan.h"
#include "engine/release/low_effect/canonical_criteria.h"
#include "engine/release/low_effect/low_effect.h"

namespace muster::api {
namespace {

// Keys are kept for sets of at most this many times the greatest threshold.
constexpr int64_t kKeysBelow = 4;
// Of the numbers of certainty, in their order.
constexpr PeopleCounter::Reading kReadings[] = {PeopleCounter::Reading::kCertainly, PeopleCounter::Reading::kPossibly,
                                                PeopleCounter::Reading::kUnknown};

release::SetsOfRow RowOf(execute::RowSets&& sets) { return {std::move(sets.people), std::move(sets.columns)}; }

release::SetsOfTable TableOf(execute::CellSets&& cells) {
  release::SetsOfTable table;
  for (execute::RowSets& row : cells.rows) {
    table.values.push_back(std::move(row.values));
    table.rows.push_back(RowOf(std::move(row)));
  }
  table.total = RowOf(std::move(cells.total));
  return table;
}

class DoorExecution {
 public:
  DoorExecution(const GuestView& guest, execute::UnionCache* unions) : guest_(guest), unions_(unions) {}

  absl::StatusOr<execute::CellSets> Sets(const bind::Query& query) const {
    plan::Plan plan;
    plan::Plan persons;
    if (query.where != nullptr) plan = plan::MakePlan(*query.where);
    if (query.persons != nullptr) persons = plan::MakePlan(*query.persons);
    const execute::Context context{.view = guest_.view.get(), .unions = unions_};
    execute::SetOptions options;
    options.keys_below = static_cast<size_t>(kKeysBelow * guest_.state->policy.MaxPeople());
    options.flatten = static_cast<size_t>(guest_.tier.flatten);
    return execute::ExecuteSets(query, plan, persons, context, options);
  }

  // The people of each dataset behind the rows of `asked`, and behind the total.
  absl::StatusOr<release::SetsOfSites> Sites(const bind::Query& query, const release::SetsOfTable& asked) const {
    release::SetsOfSites sites;
    if (!guest_.tier.sites.IsAsked()) return sites;
    absl::StatusOr<execute::CellSets> by_dataset = ByDataset(query, query.by);
    if (!by_dataset.ok()) return by_dataset.status();
    for (const std::vector<Cell>& values : asked.values) {
      std::vector<model::QuerySet>& of_row = sites.emplace_back();
      for (execute::RowSets& row : by_dataset->rows) {
        if (std::equal(values.begin(), values.end(), row.values.begin())) of_row.push_back(row.people);
      }
    }
    if (query.by.empty()) return sites;
    absl::StatusOr<execute::CellSets> total = ByDataset(query, {});
    if (!total.ok()) return total.status();
    std::vector<model::QuerySet>& of_total = sites.emplace_back();
    for (execute::RowSets& row : total->rows) of_total.push_back(std::move(row.people));
    return sites;
  }

 private:
  absl::StatusOr<execute::CellSets> ByDataset(const bind::Query& query, std::vector<bind::Dimension> by) const {
    bind::Query counted;
    counted.counted = {query.counted[0]};
    counted.counted[0].distinct = bind::Counted::Distinct::kNo;
    if (query.where != nullptr) counted.where = bind::Clone(*query.where);
    counted.by = std::move(by);
    bind::Dimension dataset;
    dataset.field = model::field::kDataset;
    dataset.name = "dataset";
    counted.by.push_back(std::move(dataset));
    return Sets(counted);
  }

  const GuestView& guest_;
  execute::UnionCache* const unions_;
};

// The question without what decides about few people; nothing where nothing is left out.
absl::StatusOr<std::optional<bind::Query>> WithoutLowEffects(const Question& question, const GuestView& guest,
                                                             execute::UnionCache* unions) {
  const auto no_definition = [](const grammar::CohortRef&) { return std::optional<std::string>(); };
  grammar::ExprPtr where;
  if (question.count.where != nullptr) {
    absl::StatusOr<grammar::ExprPtr> expanded = release::ExpandCohorts(*question.count.where, no_definition);
    if (!expanded.ok()) return expanded.status();
    where = *std::move(expanded);
  }
  const execute::Context context{.view = guest.view.get(), .unions = unions};
  using Reading = PeopleCounter::Reading;
  const Reading reading = question.certainty.has_value() ? kReadings[*question.certainty] : Reading::kAsWritten;
  PeopleCounter people(question.count.entities[0], reading, nullptr, nullptr, context);
  absl::StatusOr<release::LowEffect> left = release::LeaveOutLowEffects(
      where.get(), question.count.by, static_cast<uint64_t>(guest.tier.protection.people), people);
  if (!left.ok()) return left.status();
  if (left->left_out == 0) return std::nullopt;
  absl::StatusOr<std::optional<bind::Query>> query = BindQuestion(question, left->where.get(), left->by, *guest.view);
  if (query.ok() && !query->has_value()) return absl::InternalError("what the low-effect rule leaves is no question");
  return query;
}

}  // namespace

absl::StatusOr<CountedSets> ExecuteForDoor(const Question& question, const GuestView& guest,
                                           execute::UnionCache* unions) {
  absl::StatusOr<std::optional<bind::Query>> query =
      BindQuestion(question, question.count.where.get(), question.count.by, *guest.view);
  if (!query.ok()) return query.status();
  if (!query->has_value()) return absl::InvalidArgumentError("no question by itself");
  const DoorExecution execution(guest, unions);
  CountedSets sets;
  sets.query = **std::move(query);
  absl::StatusOr<execute::CellSets> asked = execution.Sets(sets.query);
  if (!asked.ok()) return asked.status();
  sets.labels = std::move(asked->labels);
  sets.asked = TableOf(*std::move(asked));
  absl::StatusOr<std::optional<bind::Query>> reduced = WithoutLowEffects(question, guest, unions);
  if (!reduced.ok()) return reduced.status();
  if (reduced->has_value()) {
    absl::StatusOr<execute::CellSets> effective = execution.Sets(**reduced);
    if (!effective.ok()) return effective.status();
    sets.reduced = TableOf(*std::move(effective));
  }
  absl::StatusOr<release::SetsOfSites> sites =
      execution.Sites(reduced->has_value() ? **reduced : sets.query, sets.asked);
  if (!sites.ok()) return sites.status();
  sets.sites = *std::move(sites);
  // Whom they find is known now, and they may be large.
  sets.query.where.reset();
  sets.query.persons.reset();
  return sets;
}

}  // namespace muster::api
