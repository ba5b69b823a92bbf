#include "tests/property/naive/naive_people.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "grammar/clone.h"

namespace muster::property {
namespace {

uint64_t PeopleOf(const RowSet& rows) {
  std::set<size_t> people;
  for (const RowRef row : rows) people.insert(row.record);
  return people.size();
}

}  // namespace

bool NaivePeople::CountsPeople() const {
  return counted_.entity.text == "individual" || counted_.entity.text == "individuals";
}

absl::StatusOr<std::optional<RowSet>> NaivePeople::RowsOf(const grammar::Expr* where) {
  grammar::Count count;
  count.entities = {counted_};
  if (where != nullptr) count.where = grammar::Clone(*where);
  grammar::Statement statement;
  statement.query = std::move(count);
  const absl::StatusOr<NaiveAnswer> answer = evaluator_.Answer(statement);
  if (absl::IsInvalidArgument(answer.status())) return std::nullopt;
  if (!answer.ok()) return answer.status();
  return answer->behind[0].back();
}

absl::StatusOr<std::optional<uint64_t>> NaivePeople::Count(const grammar::Expr* where) {
  const auto rows = RowsOf(where);
  if (!rows.ok()) return rows.status();
  return rows->has_value() ? std::optional(PeopleOf(**rows)) : std::nullopt;
}

absl::StatusOr<std::optional<uint64_t>> NaivePeople::Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                            uint64_t /*enough*/) {
  const auto one = RowsOf(a);
  if (!one.ok()) return one.status();
  const auto other = RowsOf(b);
  if (!other.ok()) return other.status();
  if (!one->has_value() || !other->has_value()) return std::nullopt;
  RowSet differ;
  std::ranges::set_symmetric_difference(**one, **other, std::inserter(differ, differ.end()));
  return PeopleOf(differ);
}

absl::StatusOr<std::optional<RowSet>> NaivePeople::RowsInGroup(const grammar::Expr* where,
                                                               const grammar::Dimension& dimension, size_t group) {
  grammar::Count count;
  count.entities = {counted_};
  if (where != nullptr) count.where = grammar::Clone(*where);
  count.by = {dimension};
  count.by[0].top.reset();
  grammar::Statement statement;
  statement.query = std::move(count);
  const absl::StatusOr<NaiveAnswer> answer = evaluator_.Answer(statement);
  if (absl::IsInvalidArgument(answer.status())) return std::nullopt;
  if (!answer.ok()) return answer.status();
  for (size_t i = 0; i < answer->rows.size(); ++i) {
    if (answer->rows[i][0] == Cell(dimension.groups[group].name)) return answer->behind[i].back();
  }
  return RowSet();
}

absl::StatusOr<std::optional<uint64_t>> NaivePeople::LostInGroup(const grammar::Expr* where,
                                                                 const grammar::Dimension& asked,
                                                                 const grammar::Dimension& fewer, size_t group,
                                                                 uint64_t /*enough*/) {
  const auto all = RowsInGroup(where, asked, group);
  if (!all.ok()) return all.status();
  const auto left = RowsInGroup(where, fewer, group);
  if (!left.ok()) return left.status();
  if (!all->has_value() || !left->has_value()) return std::nullopt;
  RowSet lost;
  std::ranges::set_difference(**all, **left, std::inserter(lost, lost.end()));
  return PeopleOf(lost);
}

}  // namespace muster::property
