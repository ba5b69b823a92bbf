// What the matching of named rows needs of the evaluation of all other nodes.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_SET_EVALUATOR_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_SET_EVALUATOR_H_

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "engine/execute/rows/row_set.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"

namespace muster::execute {

/// The rows of a node that does not depend on named rows, among the candidates (null: all).
using SetEvaluator = absl::FunctionRef<absl::StatusOr<RowSet>(const plan::Node& node, const RowSet* candidates)>;

/// The same with bitmaps.
inline absl::StatusOr<storage::BitmapPtr> EvaluateSet(SetEvaluator evaluate, const plan::Node& node,
                                                      const storage::Bitmap* candidates) {
  // The candidates are not ours; nothing that comes back refers to them.
  const RowSet among(storage::BitmapPtr(storage::BitmapPtr(), candidates));
  absl::StatusOr<RowSet> rows = evaluate(node, candidates == nullptr ? nullptr : &among);
  if (!rows.ok()) return rows.status();
  return rows->bitmap();
}

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_SET_EVALUATOR_H_
