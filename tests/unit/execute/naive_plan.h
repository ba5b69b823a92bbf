// Row by row what a plan of sets means.
#ifndef MUSTER_TESTS_UNIT_EXECUTE_NAIVE_PLAN_H_
#define MUSTER_TESTS_UNIT_EXECUTE_NAIVE_PLAN_H_

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "engine/plan/plan.h"
#include "tests/unit/execute/random_segment.h"

namespace muster::execute {

/// One for each row of an entity.
using Bools = std::vector<bool>;

/// Whether each row satisfies `node`.
inline Bools NaivePlan(const plan::Node& node, const RandomSegment& segment) {
  using plan::Op;
  const RandomSegment::Rows& rows = segment.RowsOf(node.entity);
  Bools result(rows.rows.size(), node.op == Op::kAll || node.op == Op::kAnd);
  std::vector<Bools> inputs;
  for (const plan::NodePtr& input : node.inputs) inputs.push_back(NaivePlan(*input, segment));
  for (size_t i = 0; i < result.size(); ++i) {
    const model::Value* value = rows.rows[i]->Find(node.field);
    switch (node.op) {
      case Op::kPostings: {
        const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
        result[i] = value != nullptr &&
                    (node.symbols == nullptr ||
                     (symbol != nullptr && std::binary_search(node.symbols->begin(), node.symbols->end(), *symbol)));
        break;
      }
      case Op::kRange: {
        if (value == nullptr) break;
        int64_t number = 0;
        if (const auto* real = std::get_if<double>(value)) number = model::OrderedBits(*real);
        if (const auto* time = std::get_if<model::TimeValue>(value)) {
          number = node.part == model::kAgeLow ? time->age.low : time->age.high;
        }
        result[i] = number >= node.low && number <= node.high;
        break;
      }
      case Op::kAnd:
        for (const Bools& input : inputs) result[i] = result[i] && input[i];
        break;
      case Op::kOr:
        for (const Bools& input : inputs) result[i] = result[i] || input[i];
        break;
      case Op::kNot:
        result[i] = !inputs[0][i];
        break;
      case Op::kAtLeast:
        result[i] =
            std::count_if(inputs.begin(), inputs.end(), [i](const Bools& input) { return input[i]; }) >= node.count;
        break;
      case Op::kToChild:
        result[i] = inputs[0][segment.Above(i, node.entity, node.inputs[0]->entity)];
        break;
      default:
        break;
    }
  }
  if (node.op == Op::kToParent) {
    std::vector<int> counts(result.size());
    for (size_t i = 0; i < inputs[0].size(); ++i) {
      if (inputs[0][i]) ++counts[segment.Above(i, node.inputs[0]->entity, node.entity)];
    }
    for (size_t i = 0; i < result.size(); ++i) result[i] = counts[i] >= node.count;
  }
  return result;
}

/// The numbers of the rows that are true.
inline std::vector<uint32_t> TrueRows(const Bools& bools) {
  std::vector<uint32_t> rows;
  for (uint32_t i = 0; i < bools.size(); ++i) {
    if (bools[i]) rows.push_back(i);
  }
  return rows;
}

}  // namespace muster::execute

#endif  // MUSTER_TESTS_UNIT_EXECUTE_NAIVE_PLAN_H_
