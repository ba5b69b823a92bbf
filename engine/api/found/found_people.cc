#include "engine/api/found/found_people.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/binder.h"
#include "engine/model/schema/schema.h"
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

ExprPtr CloneWith(const grammar::Has& has, const grammar::Rewriting& instead) {
  grammar::Has copy = grammar::Clone(has);
  if (has.with != nullptr) Replace(*has.with, instead, &copy.with);
  return grammar::MakeExpr({}, std::move(copy));
}

grammar::Counted Counting(model::Entity entity, bool persons) {
  grammar::Counted counted;
  counted.entity.text = std::string(model::Info(entity).plural);
  counted.distinct = persons;
  return counted;
}

ExprPtr AllOf(std::vector<ExprPtr> criteria) {
  if (criteria.size() == 1) return std::move(criteria[0]);
  grammar::And all;
  all.operands = std::move(criteria);
  return grammar::MakeExpr({}, std::move(all));
}

}  // namespace

ExprPtr WithOthers(const Expr& criteria, const grammar::Rewriting& instead) {
  ExprPtr others = grammar::Clone(criteria);
  Replace(criteria, instead, &others);
  return others;
}

int64_t People::Size() const {
  if (persons) return *persons;
  uint64_t size = 0;
  for (const execute::RowSet& of_segment : rows) size += of_segment.Cardinality();
  return static_cast<int64_t>(size);
}

People People::Without(const People& others) const {
  People left;
  left.rows.reserve(rows.size());
  for (size_t s = 0; s < rows.size(); ++s) left.rows.push_back(execute::RowSet::AndNot(rows[s], others.rows[s]));
  return left;
}

bool FoundPeople::StandsAlone() const { return !grammar::SpeaksOfNamedRows(criteria_); }

bool FoundPeople::CanAskOthers(const std::vector<const grammar::Has*>& changed) const {
  return AreIndividuals() && !persons_ && !changed.empty() && StandsAlone() &&
         std::all_of(changed.begin(), changed.end(), [](const grammar::Has* has) {
           return has != nullptr && (!has->quantity || has->quantity->kind == grammar::Quantity::Kind::kAtLeast);
         });
}

std::optional<int64_t> FoundPeople::Count() {
  if (found_) return found_;
  if (!AreIndividuals()) {
    found_ = Execute(Counting(counted_, persons_), grammar::Clone(criteria_), nullptr, nullptr);
  } else if (Found() != nullptr) {
    found_ = people_->Size();
  }
  return found_;
}

const People* FoundPeople::Found() {
  if (!AreIndividuals()) return nullptr;
  if (!people_) people_ = Find(grammar::Clone(criteria_), nullptr);
  return people_ ? &*people_ : nullptr;
}

std::optional<int64_t> FoundPeople::CountWith(const grammar::Rewriting& instead, std::vector<ExprPtr> also) {
  also.insert(also.begin(), WithOthers(criteria_, instead));
  return Execute(Counting(counted_, persons_), AllOf(std::move(also)), nullptr, nullptr);
}

std::optional<int64_t> FoundPeople::CountMoreWith(const std::vector<const grammar::Has*>& changed,
                                                  const grammar::Rewriting& instead, std::vector<ExprPtr> also) {
  if (!CanAskOthers(changed)) return CountWith(instead, std::move(also));
  const std::optional<int64_t> found = Count();
  const People* nearly = found ? Nearly(changed) : nullptr;
  if (nearly == nullptr) return std::nullopt;
  for (const grammar::Has* has : changed) also.push_back(CloneWith(*has, instead));
  const std::optional<People> more = Of(AllOf(std::move(also)), *nearly);
  return more ? std::optional(*found + more->Size()) : std::nullopt;
}

std::optional<int64_t> FoundPeople::CountOf(ExprPtr criteria) {
  return Execute(Counting(model::Entity::kIndividual, false), std::move(criteria), nullptr, nullptr);
}

std::optional<People> FoundPeople::Of(ExprPtr criteria, const People& among) {
  return Find(std::move(criteria), &among);
}

const People* FoundPeople::Nearly(const std::vector<const grammar::Has*>& changed) {
  if (nearly_ && loosened_ == changed) return &*nearly_;
  const People* found = Found();
  if (found == nullptr) return nullptr;
  grammar::Rewriting loosened;
  for (const grammar::Has* has : changed) {
    grammar::Has any = grammar::Clone(*has);
    any.with = nullptr;
    loosened[has] = grammar::MakeExpr({}, std::move(any));
  }
  const std::optional<People> all = Find(WithOthers(criteria_, loosened), nullptr);
  if (!all) return nullptr;
  nearly_ = all->Without(*found);
  loosened_ = changed;
  return &*nearly_;
}

std::optional<People> FoundPeople::Find(ExprPtr criteria, const People* among) {
  People people;
  if (among != nullptr && among->Size() == 0) {
    people.rows.resize(among->rows.size());
    return people;
  }
  const auto number = Execute(Counting(model::Entity::kIndividual, persons_), std::move(criteria), among, &people);
  if (!number) return std::nullopt;
  if (persons_) people.persons = number;
  return people;
}

std::string FoundPeople::InWords(int64_t number) const {
  const model::EntityInfo& info = model::Info(counted_);
  return absl::StrCat("the ", number, persons_ ? " distinct " : " ", std::string(number == 1 ? info.name : info.plural),
                      AreIndividuals() ? " who " : " that ", number == 1 ? "is" : "are", " found");
}

std::string FoundPeople::Besides(int64_t number) const {
  if (number > 0) return absl::StrCat("besides ", InWords(number), ", ");
  return absl::StrCat("while ", AreIndividuals() ? "nobody" : "nothing", " is found, ");
}

std::optional<int64_t> FoundPeople::Execute(const grammar::Counted& counted, ExprPtr criteria, const People* among,
                                            People* found) {
  if (!status_.ok()) return std::nullopt;
  grammar::Count count;
  count.entities.push_back(counted);
  count.where = std::move(criteria);
  grammar::Statement statement;
  statement.query = std::move(count);
  std::vector<Diagnostic> mistakes;
  auto query = bind::Bind(statement, view(), &mistakes, nullptr, bind::Reporter::Remarks::kNone);
  if (query.ok() && !query->has_value()) return std::nullopt;
  status_ = query.status();
  if (!status_.ok()) return std::nullopt;
  execute::Context context = context_;
  if (among != nullptr) context.among = &among->rows;
  if (found != nullptr) {
    context.found = &found->rows;
    constexpr size_t kRowsOfByte = 8;
    for (const auto& segment : view().snapshot().segments) {
      found->memory.Add(segment->rows(static_cast<uint8_t>(model::Entity::kIndividual)) / kRowsOfByte);
    }
  }
  const absl::StatusOr<Table> table = execute::Execute(**query, plan::MakePlan(*(*query)->where), context);
  status_ = table.status();
  if (status_.ok()) status_ = CheckStop();  // a result from after a stop may be incomplete
  if (!status_.ok()) return std::nullopt;
  return std::get<int64_t>(table->rows[0][0]);
}

}  // namespace muster::api
