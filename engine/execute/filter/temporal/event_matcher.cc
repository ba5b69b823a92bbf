#include "engine/execute/filter/temporal/event_matcher.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "engine/execute/filter/temporal/pair_matcher.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using plan::Op;
using storage::Bitmap;
using storage::BitmapPtr;

namespace {

// The kToParent that names a row: the node itself, or the input of a kToChild. Null when none does.
const Node* NamingToParent(const Node& node) {
  const Node& to_parent = node.op == Op::kToChild ? *node.inputs[0] : node;
  return to_parent.op == Op::kToParent && to_parent.slot != bind::kThisRow ? &to_parent : nullptr;
}

bind::Slot GreatestSlot(const Node& node) {
  bind::Slot greatest = std::max({node.slot, node.left.slot, node.right.slot});
  for (const bind::Slot slot : node.others) greatest = std::max(greatest, slot);
  for (const plan::NodePtr& input : node.inputs) greatest = std::max(greatest, GreatestSlot(*input));
  return greatest;
}

}  // namespace

absl::Status TooManySteps(uint64_t max_steps) {
  return TooLargeError(absl::StrCat("there are too many ways to name the rows that this query names: ", max_steps,
                                    " attempts in one segment were not enough"));
}

bool IsSet(const Node& node) { return !node.dependent && NamingToParent(node) == nullptr; }

absl::StatusOr<Bitmap> EventMatcher::Evaluate(const Node& node, const Bitmap* candidates) {
  slots_.assign(static_cast<size_t>(GreatestSlot(node) + 1), 0);
  max_steps_ = MaxSteps(slots_.size(), segment_.rows(model::EntityNumber(model::Entity::kIndividual)));
  BitmapPtr current;  // null: all candidates
  for (const plan::NodePtr& input : node.inputs) {
    if (!IsSet(*input)) continue;
    auto rows = EvaluateSet(sets_, *input, current == nullptr ? candidates : current.get());
    if (!rows.ok()) return rows.status();
    current = *std::move(rows);
  }
  const auto pair = PairMatcher::Of(node);
  bool columns = pair.has_value();
  if (pair && pair->TellsMeasurementsApart()) {
    const auto panels = Panels::Make(segment_, {});
    if (!panels.ok()) return panels.status();
    columns = !panels->has_value();
  }
  if (columns) {
    return pair->Evaluate(segment_, sets_, current == nullptr ? candidates : current.get(), kMaxPairs);
  }
  // Whoever has no row that could be named is out. The rows themselves are kept for naming.
  Step all;
  all.node = &node;
  for (const plan::NodePtr& input : node.inputs) {
    if (IsSet(*input)) continue;
    const Bitmap* left = current == nullptr ? candidates : current.get();
    auto step = Compile(*input, left);
    if (!step.ok()) return step.status();
    if (input->op == Op::kToParent && NamingToParent(*input) != nullptr && step->inputs[0].rows != nullptr) {
      auto above = AncestorRows(segment_, *step->inputs[0].rows, input->inputs[0]->entity, input->entity);
      if (!above.ok()) return above.status();
      current = std::make_shared<const Bitmap>(left == nullptr ? *std::move(above) : Bitmap::And(*above, *left));
    }
    all.inputs.push_back(*std::move(step));
  }
  if (current == nullptr) {
    current = std::make_shared<const Bitmap>(
        candidates != nullptr ? *candidates : Bitmap::Range(0, segment_.rows(model::EntityNumber(node.entity))));
  }
  std::vector<uint32_t> matching;
  current->ForEach([&](uint32_t row) {
    if (steps_ <= max_steps_ && ShouldContinueSampled() && MatchesFrom(all, 0, row)) matching.push_back(row);
  });
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  if (steps_ > max_steps_) {
    return TooManySteps(max_steps_);
  }
  return Bitmap::FromSorted(matching);
}

absl::StatusOr<EventMatcher::Step> EventMatcher::Compile(const Node& node, const Bitmap* candidates) {
  Step step;
  step.node = &node;
  if (IsSet(node)) {
    auto rows = EvaluateSet(sets_, node, candidates);
    if (!rows.ok()) return rows.status();
    step.rows = *std::move(rows);
    return step;
  }
  if (node.op == Op::kTimes || node.op == Op::kNumbers || node.op == Op::kOverlap) {
    absl::Status status = CompileTimes(&step);
    return status.ok() ? absl::StatusOr<Step>(std::move(step)) : status;
  }
  Bitmap below;
  const Bitmap* inner = candidates;
  if (node.op == Op::kToParent) {
    const model::Entity child = node.inputs[0]->entity;
    auto down = ChildRanges::Make(segment_, node.entity, child);
    if (!down.ok()) return down.status();
    step.down = *std::move(down);
    auto counter = RowCounter::Make(segment_, node);
    if (!counter.ok()) return counter.status();
    step.counter = *std::move(counter);
    if (child == model::Entity::kMeasurement && !node.others.empty()) {
      auto panels = Panels::Make(segment_, node.named);
      if (!panels.ok()) return panels.status();
      step.panels = *std::move(panels);
    }
    // When few rows are left to decide, only what lies below them matters.
    if (candidates != nullptr &&
        IsSparse(candidates->Cardinality(), kDenseForNamedRows, segment_.rows(model::EntityNumber(node.entity)))) {
      auto descendants = DescendantRows(segment_, *candidates, node.entity, child);
      if (!descendants.ok()) return descendants.status();
      below = *std::move(descendants);
      inner = &below;
    } else {
      inner = nullptr;
    }
  } else if (node.op == Op::kToChild) {
    auto up = ParentMap::Make(segment_, node.entity, node.inputs[0]->entity);
    if (!up.ok()) return up.status();
    step.up = *std::move(up);
    inner = nullptr;
  } else if (node.op == Op::kNamed) {
    inner = nullptr;
  }
  for (const plan::NodePtr& input : node.inputs) {
    auto compiled = Compile(*input, inner);
    if (!compiled.ok()) return compiled.status();
    step.inputs.push_back(*std::move(compiled));
  }
  return step;
}

absl::Status EventMatcher::CompileTimes(Step* step) {
  const Node& node = *step->node;
  const auto make = [&](const bind::Moment& moment, model::FieldId field, MomentReader* reader) -> absl::Status {
    if (moment.constant) return absl::OkStatus();
    auto made = MomentReader::Make(segment_, moment.entity, field);
    if (made.ok()) *reader = *std::move(made);
    return made.status();
  };
  if (node.op == Op::kNumbers) {
    for (const auto& [moment, reader] :
         {std::pair{&node.left, &step->left_number}, {&node.right, &step->right_number}}) {
      auto made = QuantityReader::Make(segment_, moment->entity, moment->field);
      if (!made.ok()) return made.status();
      *reader = *std::move(made);
    }
    return absl::OkStatus();
  }
  if (node.op == Op::kTimes) {
    absl::Status left = make(node.left, node.left.field, &step->left);
    return left.ok() ? make(node.right, node.right.field, &step->right) : left;
  }
  for (const auto& [moment, begin, end] :
       {std::tuple{&node.left, &step->left, &step->left_end}, {&node.right, &step->right, &step->right_end}}) {
    const model::Period period = *model::PeriodOf(moment->entity);
    for (const auto& [field, reader] : {std::pair{period.start, begin}, {period.end, end}}) {
      if (absl::Status status = make(*moment, field, reader); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

bool EventMatcher::Matches(const Step& step, uint32_t row) {
  ++steps_;
  if (step.rows != nullptr) return step.rows->Contains(row);
  const auto matches = [&](const Step& input) { return Matches(input, row); };
  switch (step.node->op) {
    case Op::kAnd:
      return std::all_of(step.inputs.begin(), step.inputs.end(), matches);
    case Op::kOr:
      return std::any_of(step.inputs.begin(), step.inputs.end(), matches);
    case Op::kNot:
      return !Matches(step.inputs[0], row);
    case Op::kAtLeast:
      return std::count_if(step.inputs.begin(), step.inputs.end(), matches) >= step.node->count;
    case Op::kToParent:
      return MatchesToParent(step, row);
    case Op::kToChild:
      return Matches(step.inputs[0], step.up(row));
    case Op::kNamed:
      return Matches(step.inputs[0], slots_[static_cast<size_t>(step.node->slot)]);
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap:
      return MatchesTimes(step, row);
    case Op::kEvents:
      return MatchesFrom(step, 0, row);
    case Op::kNone:
    case Op::kAll:
    case Op::kPostings:
    case Op::kRange:
    case Op::kPick:
    case Op::kRelative:
    case Op::kPersons:
      break;  // never dependent on named rows: `rows` are known
  }
  return false;
}

bool EventMatcher::MatchesToParent(const Step& step, uint32_t row) {
  const uint32_t end = step.down.Begin(row + 1);
  std::vector<uint32_t> below;
  const bool any = step.node->count <= 1 && !step.node->distinct && step.node->dates == 0;
  for (uint32_t child = step.down.Begin(row); child < end; ++child) {
    if (IsTaken(step, child)) continue;
    if (step.node->slot != bind::kThisRow) slots_[static_cast<size_t>(step.node->slot)] = child;
    if (!Matches(step.inputs[0], child)) continue;
    if (any) return true;
    below.push_back(child);
  }
  RowCounter counter = step.counter;
  return counter.Enough(below);
}

bool EventMatcher::MatchesTimes(const Step& step, uint32_t row) const {
  const Node& node = *step.node;
  const uint32_t left = RowOf(node.left.slot, row);
  const uint32_t right = RowOf(node.right.slot, row);
  if (node.op == Op::kNumbers) {
    return model::Holds(node.time_relation, step.left_number(left), step.right_number(right), node.factor,
                        *node.quantities, node.possibly, node.unknown);
  }
  if (node.op == Op::kOverlap) {
    return model::Overlap(step.left(left), step.left_end(left), step.right(right), step.right_end(right), node.possibly,
                          node.unknown);
  }
  return model::Holds(node.time_relation, step.left(left),
                      node.right.constant ? *node.right.constant : step.right(right), node.distance, node.possibly,
                      node.unknown);
}

bool EventMatcher::MatchesFrom(const Step& step, size_t next, uint32_t row) {
  if (next == step.inputs.size()) return true;
  if (steps_ > max_steps_ || !ShouldContinueSampled()) return false;
  const Step& input = step.inputs[next];
  const Node* naming = NamingToParent(*input.node);
  if (naming == nullptr) return Matches(input, row) && MatchesFrom(step, next + 1, row);
  const bool to_child = input.node->op == Op::kToChild;
  const Step& to_parent = to_child ? input.inputs[0] : input;
  const uint32_t from = to_child ? input.up(row) : row;
  const uint32_t end = to_parent.down.Begin(from + 1);
  for (uint32_t child = to_parent.down.Begin(from); child < end; ++child) {
    if (IsTaken(to_parent, child)) continue;
    slots_[static_cast<size_t>(naming->slot)] = child;
    if (Matches(to_parent.inputs[0], child) && MatchesFrom(step, next + 1, row)) return true;
  }
  return false;
}

}  // namespace muster::execute
