#include "engine/bind/criteria/one_value.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/bind/bound/conditions.h"
#include "engine/bind/criteria/one_number.h"

namespace muster::bind {
namespace {

using Kind = Condition::Kind;

// Times of one field as ages, or as dates.
struct Compared {
  model::FieldId field = 0;
  bool dates = false;
  friend auto operator<=>(const Compared&, const Compared&) = default;
  model::Part low() const { return dates ? model::kDateLow : model::kAgeLow; }
  model::Part high() const { return dates ? model::kDateHigh : model::kAgeHigh; }
};

// One end of a range that a comparison allows, by the part of the time that it looks at.
struct HalfLine {
  Compared compared;
  bool of_high = false;  // it looks at the later bound of the time
  ValueRange range;
};

std::optional<HalfLine> HalfLineOf(const Condition& condition) {
  if (condition.kind != Kind::kRange || (condition.low == kLowest) == (condition.high == kHighest)) return std::nullopt;
  switch (condition.part) {
    case model::kAgeLow:
    case model::kAgeHigh:
      return HalfLine{{condition.field, false}, condition.part == model::kAgeHigh, {condition.low, condition.high}};
    case model::kDateLow:
    case model::kDateHigh:
      return HalfLine{{condition.field, true}, condition.part == model::kDateHigh, {condition.low, condition.high}};
    default:
      return std::nullopt;
  }
}

// What is beyond it.
HalfLine Beyond(HalfLine line) {
  line.range =
      line.range.low == kLowest ? ValueRange{line.range.high + 1, kHighest} : ValueRange{kLowest, line.range.low - 1};
  return line;
}

// The comparison by itself, of the row or of one above it, without the part for missing times.
const Condition& Bare(const Condition& condition) {
  if (condition.kind == Kind::kAncestor) return Bare(*condition.operands[0]);
  if (condition.kind == Kind::kOr && condition.operands.size() == 2 &&
      IsNotKnown(*condition.operands[1], *condition.operands[0])) {
    return Bare(*condition.operands[0]);
  }
  return condition;
}

std::optional<HalfLine> ComparisonOf(const Condition& condition) {
  const Condition& bare = Bare(condition);
  if (bare.kind != Kind::kNot) return HalfLineOf(bare);
  const auto line = HalfLineOf(Bare(*bare.operands[0]));
  return line ? std::optional(Beyond(*line)) : std::nullopt;
}

void VisitAnd(const Condition& condition, std::map<Compared, ValueRange>* possible) {
  const Condition& bare = Bare(condition);
  if (bare.kind == Kind::kAnd) {
    for (const ConditionPtr& operand : bare.operands) VisitAnd(*operand, possible);
    return;
  }
  const auto line = ComparisonOf(condition);
  // May be: the later bound is late enough, and the earlier one early enough.
  if (!line || line->of_high != (line->range.high == kHighest)) return;
  ValueRange& bounds = possible->try_emplace(line->compared, ValueRange{kLowest, kHighest}).first->second;
  bounds.low = std::max(bounds.low, line->range.low);
  bounds.high = std::min(bounds.high, line->range.high);
}

void VisitOr(const Condition& condition, std::map<Compared, std::vector<ValueRange>>* certain) {
  const Condition& bare = Bare(condition);
  if (bare.kind == Kind::kOr) {
    for (const ConditionPtr& operand : bare.operands) VisitOr(*operand, certain);
    return;
  }
  // Surely: the earlier bound is late enough, and the later one early enough.
  const auto add = [](const std::optional<HalfLine>& line, std::optional<Compared>* compared, ValueRange* bounds) {
    if (!line || line->of_high == (line->range.high == kHighest)) return false;
    if (*compared && **compared != line->compared) return false;
    *compared = line->compared;
    bounds->low = std::max(bounds->low, line->range.low);
    bounds->high = std::min(bounds->high, line->range.high);
    return true;
  };
  std::optional<Compared> compared;
  ValueRange bounds{kLowest, kHighest};
  if (bare.kind == Kind::kAnd) {
    for (const ConditionPtr& operand : bare.operands) {
      if (!add(ComparisonOf(*operand), &compared, &bounds)) return;
    }
  } else if (!add(ComparisonOf(condition), &compared, &bounds)) {
    return;
  }
  if (bounds.low <= bounds.high) (*certain)[*compared].push_back(bounds);
}

ConditionPtr Within(const Compared& compared, ValueRange bounds) {
  if (bounds.low == kLowest && bounds.high == kHighest) {
    return MakeRange(compared.field, compared.low(), kLowest, kHighest);
  }
  std::vector<ConditionPtr> ends;
  if (bounds.low != kLowest) ends.push_back(MakeRange(compared.field, compared.low(), bounds.low, kHighest));
  if (bounds.high != kHighest) ends.push_back(MakeRange(compared.field, compared.high(), kLowest, bounds.high));
  return Combine(Kind::kAnd, model::Info(compared.field).entity, std::move(ends));
}

// Whether the condition compares the field.
bool LooksAtField(const Condition& condition, model::FieldId field) {
  if (condition.kind == Kind::kRange) return condition.field == field;
  return std::any_of(condition.operands.begin(), condition.operands.end(),
                     [&](const ConditionPtr& operand) { return LooksAtField(*operand, field); });
}

}  // namespace

bool IsNotKnown(const Condition& condition, const Condition& compared) {
  if (condition.kind != Kind::kNot) return false;
  const Condition& known = *condition.operands[0];
  if (!LooksAtField(compared, known.field)) return false;
  return (known.kind == Kind::kRange && known.low == kLowest && known.high == kHighest) ||
         (known.kind == Kind::kRecorded && model::Info(known.field).kind == model::Kind::kNumber);
}

std::vector<ValueRange> Covered(std::vector<ValueRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const ValueRange& a, const ValueRange& b) { return a.low < b.low; });
  std::vector<ValueRange> covered;
  size_t joined = 0;
  for (size_t i = 0; i < ranges.size(); ++i) {
    const bool meets = joined > 0 && (covered.back().high == kHighest || ranges[i].low <= covered.back().high + 1);
    if (!meets) {
      if (joined == 1) covered.pop_back();
      covered.push_back(ranges[i]);
      joined = 1;
      continue;
    }
    covered.back().high = std::max(covered.back().high, ranges[i].high);
    ++joined;
  }
  if (joined == 1) covered.pop_back();
  return covered;
}

void JoinComparisons(Condition* condition) {
  JoinNumbers(condition);
  if (condition->kind == Kind::kAnd || condition->kind == Kind::kEvents) {
    std::map<Compared, ValueRange> possible;
    for (const ConditionPtr& operand : condition->operands) VisitAnd(*operand, &possible);
    for (const auto& [compared, bounds] : possible) {
      if (bounds.low <= bounds.high) continue;
      condition->operands.push_back(
          InSpace(Negate(MakeRange(compared.field, compared.low(), kLowest, kHighest)), condition->entity));
    }
  } else if (condition->kind == Kind::kOr) {
    std::map<Compared, std::vector<ValueRange>> certain;
    for (const ConditionPtr& operand : condition->operands) VisitOr(*operand, &certain);
    for (auto& [compared, ranges] : certain) {
      for (const ValueRange& bounds : Covered(std::move(ranges))) {
        condition->operands.push_back(InSpace(Within(compared, bounds), condition->entity));
      }
    }
  }
}

}  // namespace muster::bind
