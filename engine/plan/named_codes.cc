#include "engine/plan/named_codes.h"

#include <memory>
#include <utility>
#include <vector>

namespace muster::plan {
namespace {

// What is said of other rows (named ones, individuals) is not about the codes of these.
bool IsAboutTheSameRows(const Node& node) {
  return node.op == Op::kAnd || node.op == Op::kOr || node.op == Op::kNot || node.op == Op::kAtLeast ||
         node.op == Op::kPick || node.op == Op::kEvents;
}

void Collect(const Node& node, std::vector<ontology::SymbolSet>* sets) {
  if (node.entity != model::Entity::kMeasurement) return;
  const bool codes =
      node.op == Op::kPostings && node.symbols != nullptr &&
      (node.field == model::field::kMeasurementAssay || node.field == model::field::kMeasurementComponent);
  if (codes) sets->push_back(node.symbols);
  if (!IsAboutTheSameRows(node)) return;
  for (const NodePtr& input : node.inputs) Collect(*input, sets);
}

}  // namespace

ontology::SymbolSet NamedCodes(const Node& rows) {
  std::vector<ontology::SymbolSet> sets;
  Collect(rows, &sets);
  if (sets.size() < 2) return sets.empty() ? nullptr : sets[0];
  std::vector<model::Symbol> all;
  for (const ontology::SymbolSet& set : sets) all.insert(all.end(), set->begin(), set->end());
  return std::make_shared<const model::SymbolList>(std::move(all));
}

}  // namespace muster::plan
