// SegmentExecutor: and, or, not, at least N of.
#include <algorithm>
#include <optional>
#include <utility>

#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/at_least.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using plan::Op;
using storage::Bitmap;
using storage::BitmapPtr;

absl::StatusOr<RowSet> SegmentExecutor::And(const Node& node, const RowSet* candidates) {
  std::vector<const Node*> inputs;
  for (const plan::NodePtr& input : node.inputs) inputs.push_back(input.get());
  // The plan has the cheap kinds first (plan::OrderConjuncts). Of these the postings are taken smallest first; each of
  // the others is then evaluated within the rows that are left.
  const auto first_expensive =
      std::find_if(inputs.begin(), inputs.end(), [](const Node* n) { return n->op != Op::kPostings; });
  std::vector<RowSet> postings;
  for (auto it = inputs.begin(); it != first_expensive; ++it) {
    Result posting = Rows(**it);
    if (!posting.ok()) return posting;
    postings.push_back(*std::move(posting));
  }
  std::sort(postings.begin(), postings.end(),
            [](const RowSet& a, const RowSet& b) { return a.Cardinality() < b.Cardinality(); });
  std::optional<RowSet> current;
  // Large postings are intersected as bits: no containers to choose and to build in between. (The intersection of two
  // postings alone is mostly only counted.)
  const uint32_t size = segment_.rows(model::EntityNumber(node.entity));
  const bool more = postings.size() > 2 || first_expensive != inputs.end() || candidates != nullptr;
  if (postings.size() > 1 && more && postings[0].Cardinality() * kDenseForBits > size) {
    postings[0] = RowSet(std::move(postings[0]).TakeBits(size));
  }
  for (RowSet& posting : postings) {
    current = current ? RowSet::And(*std::move(current), posting) : RowSet::Within(std::move(posting), candidates);
  }
  for (auto it = first_expensive; it != inputs.end();) {
    if (current && current->Empty()) break;
    const RowSet* among = current ? &*current : candidates;
    auto end = std::find_if(it, inputs.end(), [](const Node* n) { return n->op != Op::kRange; });
    // For statistics of each node, each is tested by itself.
    if (end - it < 2 || stats_ != nullptr) end = it + 1;
    Result next = end - it > 1 ? Ranges({it, end}, among) : Rows(**it, among);
    if (!next.ok()) return next;
    current = *std::move(next);
    it = end;
  }
  return *std::move(current);
}

absl::StatusOr<RowSet> SegmentExecutor::Or(const Node& node, const RowSet* candidates) {
  std::optional<RowSet> bits;
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const plan::NodePtr& input : node.inputs) {
    Result part = Rows(*input, candidates);
    if (!part.ok()) return part;
    if (part->is_bits()) {
      bits = bits ? RowSet::Or(*std::move(bits), *part) : *std::move(part);
    } else {
      parts.push_back(part->bitmap());
      pointers.push_back(parts.back().get());
    }
  }
  RowSet united(Bitmap::OrMany(pointers));
  return bits ? RowSet::Or(*std::move(bits), united) : std::move(united);
}

absl::StatusOr<RowSet> SegmentExecutor::Not(const Node& node, const RowSet* candidates) {
  // (Subtracting a whole posting costs no more than intersecting it with the candidates first.)
  const bool posting = node.inputs[0]->op == Op::kPostings;
  Result operand = Rows(*node.inputs[0], posting ? nullptr : candidates);
  if (!operand.ok()) return operand;
  if (candidates != nullptr) return RowSet::AndNot(*candidates, *operand);
  if (operand->is_bits()) {
    storage::Bits bits = operand->bits();
    bits.Flip();
    return RowSet(std::move(bits));
  }
  return RowSet(operand->bitmap()->Complement(segment_.rows(model::EntityNumber(node.entity))));
}

absl::StatusOr<RowSet> SegmentExecutor::AtLeast(const Node& node, const RowSet* candidates) {
  std::vector<RowSet> inputs;
  for (const plan::NodePtr& input : node.inputs) {
    Result part = Rows(*input, candidates);
    if (!part.ok()) return part;
    inputs.push_back(*std::move(part));
  }
  return RowsOfAtLeast(inputs, static_cast<size_t>(node.count), segment_.rows(model::EntityNumber(node.entity)));
}

}  // namespace muster::execute
