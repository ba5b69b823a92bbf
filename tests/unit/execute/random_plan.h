// Nodes of plans, by hand and at random.
#ifndef MUSTER_TESTS_UNIT_EXECUTE_RANDOM_PLAN_H_
#define MUSTER_TESTS_UNIT_EXECUTE_RANDOM_PLAN_H_

#include <cstdint>
#include <memory>
#include <random>
#include <utility>
#include <vector>

#include "engine/model/schema/schema.h"
#include "engine/plan/build_node.h"
#include "engine/plan/plan.h"

namespace muster::execute {

/// Rows that have one of `symbols`; any at all when there are none.
inline plan::NodePtr Postings(model::Entity entity, model::FieldId field, std::vector<model::Symbol> symbols) {
  plan::NodePtr node = plan::MakeNode(plan::Op::kPostings, entity);
  node->field = field;
  node->posting_kinds = {model::Info(entity).primary == field ? model::PostingKind::kObservedRows
                                                              : model::PostingKind::kRows};
  if (!symbols.empty()) node->symbols = std::make_shared<const model::SymbolList>(std::move(symbols));
  return node;
}

/// Numbers from `low` to `high`.
inline plan::NodePtr NumberRange(model::Entity entity, model::FieldId field, double low, double high) {
  plan::NodePtr node = plan::MakeNode(plan::Op::kRange, entity);
  node->field = field;
  node->low = model::OrderedBits(low);
  node->high = model::OrderedBits(high);
  return node;
}

inline plan::NodePtr Of(plan::Op op, model::Entity entity, std::vector<plan::NodePtr> inputs) {
  plan::NodePtr node = plan::MakeNode(op, entity);
  node->inputs = std::move(inputs);
  return node;
}

template <typename... Inputs>
plan::NodePtr With(plan::Op op, model::Entity entity, Inputs... inputs) {
  std::vector<plan::NodePtr> list;
  (list.push_back(std::move(inputs)), ...);
  return Of(op, entity, std::move(list));
}

/// About the values that RandomSegment has.
class RandomPlan {
 public:
  explicit RandomPlan(std::mt19937_64* random) : random_(random) {}

  /// A set of rows of `entity` that is read.
  plan::NodePtr Leaf(model::Entity entity) {
    const auto some = [&](uint32_t first, uint32_t count) {
      std::vector<model::Symbol> symbols;
      for (uint32_t i = 0; i < count; ++i) {
        if ((*random_)() % count == 0) symbols.push_back(first + i);
      }
      if (symbols.empty()) symbols.push_back(first);
      return symbols;
    };
    const bool range = (*random_)() % 2 == 0;
    switch (entity) {
      case model::Entity::kMeasurement: {
        const auto low = static_cast<double>((*random_)() % 14'000);
        if (range)
          return NumberRange(entity, model::field::kMeasurementValue, low,
                             low + static_cast<double>((*random_)() % 5000));
        return (*random_)() % 2 == 0 ? Postings(entity, model::field::kMeasurementAssay, some(0, 20))
                                     : Postings(entity, model::field::kMeasurementUnit, some(100, 3));
      }
      case model::Entity::kSample: {
        if (!range) return Postings(entity, model::field::kSampleType, some(300, 4));
        plan::NodePtr node = plan::MakeNode(plan::Op::kRange, entity);
        node->field = model::field::kSampleCollected;
        node->part = (*random_)() % 2 == 0 ? model::kAgeLow : model::kAgeHigh;
        node->low = static_cast<int64_t>((*random_)() % 1'500'000);
        node->high = node->low + static_cast<int64_t>((*random_)() % 500'000);
        return node;
      }
      case model::Entity::kRun:
        if (!range) return Postings(entity, model::field::kRunAssay, some(400, 3));
        return NumberRange(entity, model::field::kRunDepth, static_cast<double>((*random_)() % 60), 60);
      case model::Entity::kDisease:
        return Postings(entity, model::field::kDiseaseTerm, some(200, 30));
      default:
        return plan::MakeNode((*random_)() % 4 == 0 ? plan::Op::kNone : plan::Op::kAll, entity);
    }
  }

  /// A set of rows of `entity` that is put together from others, `depth` deep.
  plan::NodePtr Random(model::Entity entity, int depth) {
    static constexpr model::Entity kBelowIndividual[] = {model::Entity::kMeasurement, model::Entity::kSample,
                                                         model::Entity::kDisease, model::Entity::kRun};
    if (depth == 0) return Leaf(entity);
    switch ((*random_)() % 8) {
      case 0:
        return With(plan::Op::kNot, entity, Random(entity, depth - 1));
      case 1:
      case 2:
        return With(plan::Op::kOr, entity, Random(entity, depth - 1), Random(entity, depth - 1));
      case 3:
        if (entity == model::Entity::kIndividual) break;
        return With(plan::Op::kToChild, entity, Random(model::Info(entity).parent, depth - 1));
      case 4:
      case 5:
        if (entity != model::Entity::kIndividual && entity != model::Entity::kSample) break;
        {
          const model::Entity child =
              entity == model::Entity::kSample ? model::Entity::kRun : kBelowIndividual[(*random_)() % 4];
          plan::NodePtr to_parent = With(plan::Op::kToParent, entity, Random(child, depth - 1));
          if ((*random_)() % 4 == 0) to_parent->count = 2;
          return to_parent;
        }
      default:
        break;
    }
    return With(plan::Op::kAnd, entity, Leaf(entity), Random(entity, depth - 1), Random(entity, depth - 1));
  }

 private:
  std::mt19937_64* random_;
};

}  // namespace muster::execute

#endif  // MUSTER_TESTS_UNIT_EXECUTE_RANDOM_PLAN_H_
