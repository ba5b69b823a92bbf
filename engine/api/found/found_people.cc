#include "engine/api/found/found_people.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "engine/bind/binder.h"
#include "engine/plan/plan.h"
#include "grammar/clone.h"
#include "grammar/walk.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {
namespace {

using grammar::Expr;
using grammar::ExprPtr;

// `copy` is one of `original`, in which others take the places of some criteria.
void Replace(const Expr& original, const grammar::Rewriting& instead, ExprPtr* copy) {
  if (const auto other = instead.find(grammar::Holds(original)); other != instead.end()) {
    *copy = grammar::Clone(other->second);
    return;
  }
  std::vector<const Expr*> children;
  grammar::ForEachChild(original, [&](const ExprPtr& child) { children.push_back(child.get()); });
  size_t i = 0;
  grammar::ForEachChild(**copy, [&](ExprPtr& child) { Replace(*children[i++], instead, &child); });
}

}  // namespace

std::optional<int64_t> FoundPeople::Count() {
  if (!found_) found_ = CountOf(grammar::Clone(criteria_));
  return found_;
}

std::optional<int64_t> FoundPeople::CountWith(const grammar::Rewriting& instead, std::vector<ExprPtr> also) {
  ExprPtr others = grammar::Clone(criteria_);
  Replace(criteria_, instead, &others);
  if (also.empty()) return CountOf(std::move(others));
  grammar::And all;
  all.operands.push_back(std::move(others));
  for (ExprPtr& one : also) all.operands.push_back(std::move(one));
  return CountOf(grammar::MakeExpr({}, std::move(all)));
}

std::optional<int64_t> FoundPeople::CountOf(ExprPtr criteria) {
  if (!status_.ok()) return std::nullopt;
  grammar::Count count;
  count.entities.emplace_back();
  count.entities[0].entity.text = "individuals";
  count.where = std::move(criteria);
  grammar::Statement statement;
  statement.query = std::move(count);
  std::vector<Diagnostic> mistakes;
  auto query = bind::Bind(statement, view(), &mistakes, nullptr, bind::Reporter::Remarks::kNone);
  if (query.ok() && !query->has_value()) return std::nullopt;
  status_ = query.status();
  if (!status_.ok()) return std::nullopt;
  const absl::StatusOr<Table> counted = execute::Execute(**query, plan::MakePlan(*(*query)->where), context_);
  status_ = counted.status();
  if (status_.ok()) status_ = CheckStop();  // a result from after a stop may be incomplete
  if (!status_.ok()) return std::nullopt;
  return std::get<int64_t>(counted->rows[0][0]);
}

}  // namespace muster::api
