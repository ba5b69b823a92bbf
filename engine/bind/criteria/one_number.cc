#include "engine/bind/criteria/one_number.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/criteria/one_value.h"
#include "engine/model/units/quantity.h"

namespace muster::bind {
namespace {

using Kind = Condition::Kind;

// Numbers of one field in one unit, of the assays that are converted in one way.
struct Group {
  model::FieldId field = 0;
  std::string assays;                     // the conditions on them, as a text to compare
  model::Symbol unit = model::kNoSymbol;  // none: without a unit
  friend auto operator<=>(const Group&, const Group&) = default;
};

// What is asked of a group.
struct Asked {
  std::vector<const Condition*> assays;
  ValueRange range;
  bool possibly = false;
};
using Groups = std::map<Group, Asked>;

bool IsOfAssays(const Condition& condition) {
  if (condition.kind == Kind::kNot) return IsOfAssays(*condition.operands[0]);
  return condition.kind == Kind::kCodes && condition.field == model::field::kMeasurementAssay;
}

std::string Text(const Condition& condition) {
  if (condition.kind == Kind::kNot) return absl::StrCat("not ", Text(*condition.operands[0]));
  return absl::StrJoin(condition.symbols->begin(), condition.symbols->end(), ",");
}

// The units of numbers of `field` to which a condition limits rows; nullopt if it is another one.
std::optional<std::vector<model::Symbol>> UnitsOf(const Condition& condition, model::FieldId unit_field) {
  if (condition.kind == Kind::kCodes && condition.field == unit_field) {
    return std::vector<model::Symbol>(condition.symbols->begin(), condition.symbols->end());
  }
  if (condition.kind == Kind::kNot && condition.operands[0]->kind == Kind::kRecorded &&
      condition.operands[0]->field == unit_field) {
    return std::vector<model::Symbol>{model::kNoSymbol};
  }
  if (condition.kind != Kind::kOr) return std::nullopt;
  std::vector<model::Symbol> units;
  for (const ConditionPtr& operand : condition.operands) {
    const auto some = UnitsOf(*operand, unit_field);
    if (!some) return std::nullopt;
    units.insert(units.end(), some->begin(), some->end());
  }
  return units;
}

bool IsHalfLine(const ValueRange& range) { return (range.low == kLowest) != (range.high == kHighest); }

// One end of a range of bounds: whether they possibly lie beyond it.
bool IsPossibly(const Condition& end) { return (end.low != kLowest) == (end.part == model::kNumberHigh); }

// As MakeNumberRange makes it of a field with bounds.
bool ReadNumberRange(const Condition& condition, model::FieldId* field, Asked* asked) {
  if (condition.kind != Kind::kOr || condition.operands.size() != 2) return false;
  const Condition& exact = *condition.operands[0];
  const Condition& bounds = *condition.operands[1];
  if (exact.kind != Kind::kRange || exact.part != model::kValuePart || !model::UnitFieldOf(exact.field)) return false;
  const Condition& end = bounds.kind == Kind::kAnd ? *bounds.operands[0] : bounds;
  if (end.kind != Kind::kRange || end.field != exact.field) return false;
  if (exact.low == kLowest && exact.high == kHighest) return false;
  *field = exact.field;
  asked->range = {exact.low, exact.high};
  asked->possibly = IsPossibly(end);
  return true;
}

// The groups of one comparison, as QuantityBinder makes it. False for other conditions.
bool AddGroups(const Condition& condition, const std::vector<const Condition*>& limits, Groups* groups) {
  Asked asked;
  model::FieldId field = 0;
  if (ReadNumberRange(condition, &field, &asked)) {
    std::vector<std::string> texts;
    std::optional<std::vector<model::Symbol>> units;
    for (const Condition* limit : limits) {
      if (IsOfAssays(*limit)) {
        texts.push_back(Text(*limit));
        asked.assays.push_back(limit);
      } else if (units || !(units = UnitsOf(*limit, *model::UnitFieldOf(field)))) {
        return false;
      }
    }
    if (!units) return false;
    return std::all_of(units->begin(), units->end(), [&](model::Symbol unit) {  // one twice: of several comparisons
      return groups->try_emplace({field, absl::StrJoin(texts, " "), unit}, asked).second;
    });
  }
  if (condition.kind == Kind::kOr) {
    return std::all_of(condition.operands.begin(), condition.operands.end(),
                       [&](const ConditionPtr& operand) { return AddGroups(*operand, limits, groups); });
  }
  if (condition.kind != Kind::kAnd || condition.operands.size() != 2) return false;
  std::vector<const Condition*> further = limits;
  further.push_back(condition.operands[0].get());
  return AddGroups(*condition.operands[1], further, groups);
}

// The comparison by itself, of the row or of one above it, without the part for missing numbers.
const Condition& BareNumber(const Condition& condition) {
  if (condition.kind == Kind::kAncestor) return BareNumber(*condition.operands[0]);
  if (condition.kind == Kind::kOr && condition.operands.size() == 2 &&
      IsNotKnown(*condition.operands[1], *condition.operands[0])) {
    return BareNumber(*condition.operands[0]);
  }
  return condition;
}

// Of a comparison, or of one under `not`, which is then of what is beyond it. Nothing for other conditions.
Groups GroupsOf(const Condition& condition) {
  const Condition& bare = BareNumber(condition);
  const bool negated = bare.kind == Kind::kNot;
  Groups groups;
  if (!AddGroups(negated ? BareNumber(*bare.operands[0]) : bare, {}, &groups)) return {};
  if (!negated) return groups;
  for (auto& [group, asked] : groups) {
    if (!IsHalfLine(asked.range)) return {};
    asked.range = asked.range.low == kLowest ? ValueRange{asked.range.high + 1, kHighest}
                                             : ValueRange{kLowest, asked.range.low - 1};
    asked.possibly = !asked.possibly;
  }
  return groups;
}

void Intersect(const ValueRange& range, ValueRange* with) {
  with->low = std::max(with->low, range.low);
  with->high = std::min(with->high, range.high);
}

void AddPossible(const Condition& condition, Groups* possible) {
  const Groups groups = GroupsOf(condition);
  const Condition& bare = BareNumber(condition);
  if (groups.empty() && bare.kind == Kind::kAnd) {
    for (const ConditionPtr& operand : bare.operands) AddPossible(*operand, possible);
    return;
  }
  for (const auto& [group, asked] : groups) {
    if (!asked.possibly) continue;
    const auto [known, added] = possible->try_emplace(group, asked);
    if (!added) Intersect(asked.range, &known->second.range);
  }
}

// What an alternative says of groups for certain: one comparison, or several that it joins.
Groups CertainOf(const Condition& condition) {
  Groups certain = GroupsOf(condition);
  const Condition& bare = BareNumber(condition);
  if (certain.empty() && bare.kind == Kind::kAnd) {
    for (const ConditionPtr& operand : bare.operands) {
      const bool first = operand == bare.operands.front();
      Groups groups = GroupsOf(*operand);
      if (first) {
        certain = std::move(groups);
        continue;
      }
      Groups both;
      for (const auto& [group, asked] : certain) {
        const auto other = groups.find(group);
        if (other == groups.end()) continue;
        Asked& joined = both[group] = asked;
        Intersect(other->second.range, &joined.range);
        joined.possibly = joined.possibly || other->second.possibly;
      }
      certain = std::move(both);
    }
  }
  std::erase_if(certain,
                [](const auto& one) { return one.second.possibly || one.second.range.low > one.second.range.high; });
  return certain;
}

void AddCertain(const Condition& condition, std::map<Group, std::vector<Asked>>* certain) {
  const Groups groups = CertainOf(condition);
  const Condition& bare = BareNumber(condition);
  if (groups.empty() && bare.kind == Kind::kOr) {
    for (const ConditionPtr& operand : bare.operands) AddCertain(*operand, certain);
    return;
  }
  for (const auto& [group, asked] : groups) (*certain)[group].push_back(asked);
}

// Of the rows of a group, those whose number, known within bounds only, lies within `range` for certain.
ConditionPtr RowsWithin(const Group& group, const Asked& of, ValueRange range) {
  const model::FieldId unit_field = *model::UnitFieldOf(group.field);
  std::vector<ConditionPtr> all;
  for (const Condition* assays : of.assays) all.push_back(Clone(*assays));
  if (group.unit == model::kNoSymbol) {
    all.push_back(Negate(Recorded(unit_field)));
  } else {
    all.push_back(MakeCodes(unit_field, std::make_shared<const model::SymbolList>(std::vector{group.unit}), 0, "unit"));
  }
  all.push_back(MakeIntervalRange(group.field, model::kNumberLow, model::kNumberHigh, range, /*possibly=*/false));
  return Combine(Kind::kAnd, model::Info(group.field).entity, std::move(all));
}

}  // namespace

void JoinNumbers(Condition* condition) {
  std::vector<ConditionPtr> joined;  // the conditions of groups point into the operands
  if (condition->kind == Kind::kAnd || condition->kind == Kind::kEvents) {
    Groups possible;
    for (const ConditionPtr& operand : condition->operands) AddPossible(*operand, &possible);
    for (const auto& [group, asked] : possible) {
      if (asked.range.low <= asked.range.high) continue;
      joined.push_back(Negate(RowsWithin(group, asked, {kLowest, kHighest})));
    }
  } else if (condition->kind == Kind::kOr) {
    std::map<Group, std::vector<Asked>> certain;
    for (const ConditionPtr& operand : condition->operands) AddCertain(*operand, &certain);
    for (const auto& [group, all] : certain) {
      std::vector<ValueRange> ranges;
      for (const Asked& asked : all) ranges.push_back(asked.range);
      for (const ValueRange& range : Covered(std::move(ranges))) {
        joined.push_back(RowsWithin(group, all.front(), range));
      }
    }
  }
  for (ConditionPtr& one : joined) condition->operands.push_back(InSpace(std::move(one), condition->entity));
}

}  // namespace muster::bind
