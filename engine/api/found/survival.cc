#include "engine/api/found/survival.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/api/found/found_people.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Compare;

bool IsSurvival(const grammar::Measured& measured) {
  return bind::FindField(model::Entity::kIndividual, measured.field.text) == model::field::kSurvival;
}

Compare Of(model::FieldId field, Compare::Op op) {
  Compare compare;
  compare.field.text = std::string(model::Info(field).name);
  compare.op = op;
  return compare;
}

// Those of the criteria who are alive, with a survival or without.
grammar::ExprPtr Alive(const grammar::ExprPtr& where, Compare::Op survival) {
  grammar::And all;
  if (where != nullptr) all.operands.push_back(grammar::Clone(where));
  Compare alive = Of(model::field::kVitalStatus, Compare::Op::kIs);
  alive.values.emplace_back();
  alive.values[0].text = "alive";
  all.operands.push_back(grammar::MakeExpr({}, std::move(alive)));
  all.operands.push_back(grammar::MakeExpr({}, Of(model::field::kSurvival, survival)));
  return grammar::MakeExpr({}, std::move(all));
}

}  // namespace

void NoteSurvival(const grammar::Summarise& summarise, const execute::Context& context, bind::Reporter* reporter) {
  const auto asked = std::find_if(summarise.measured.begin(), summarise.measured.end(), IsSurvival);
  if (asked == summarise.measured.end()) return;
  const auto count = [&](Compare::Op survival) {
    const grammar::ExprPtr criteria = Alive(summarise.where, survival);
    FoundPeople found(*criteria, std::nullopt, {}, context);
    const std::optional<int64_t> people = found.Count();
    reporter->Fail(found.status());
    return people;
  };
  const std::optional<int64_t> without = count(Compare::Op::kIsMissing);
  if (!without || *without == 0 || count(Compare::Op::kIsRecorded) != 0) return;
  reporter->Note(asked->span, "survival-of-deceased",
                 absl::StrCat("of ", *without, *without == 1 ? " individual who is" : " individuals who are",
                              " alive no survival is recorded: this is of those who have died, and their median is not "
                              "that of all"));
}

}  // namespace muster::api
