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

using Sets = std::vector<ontology::SymbolSet>;

void Collect(const Node& node, Sets* codes, Sets* assays) {
  if (node.entity != model::Entity::kMeasurement) return;
  if (node.op == Op::kPostings && node.symbols != nullptr) {
    const bool of_assays = node.field == model::field::kMeasurementAssay;
    if (of_assays) assays->push_back(node.symbols);
    if (of_assays || node.field == model::field::kMeasurementComponent) codes->push_back(node.symbols);
  }
  if (!IsAboutTheSameRows(node)) return;
  for (const NodePtr& input : node.inputs) Collect(*input, codes, assays);
}

ontology::SymbolSet Unite(const Sets& sets) {
  if (sets.size() < 2) return sets.empty() ? nullptr : sets[0];
  std::vector<model::Symbol> all;
  for (const ontology::SymbolSet& set : sets) all.insert(all.end(), set->begin(), set->end());
  return std::make_shared<const model::SymbolList>(std::move(all));
}

}  // namespace

NamedCodes NamedCodesOf(const Node& rows) {
  Sets codes, assays;
  Collect(rows, &codes, &assays);
  return {Unite(codes), Unite(assays)};
}

}  // namespace muster::plan
