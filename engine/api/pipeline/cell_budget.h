// Private to api/: the bound on the size of the answers to one text.
#ifndef MUSTER_ENGINE_API_PIPELINE_CELL_BUDGET_H_
#define MUSTER_ENGINE_API_PIPELINE_CELL_BUDGET_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// The cells that the answers to one text may have, all together.
class CellBudget {
 public:
  explicit CellBudget(size_t max_cells) : max_cells_(max_cells), left_(max_cells) {}

  size_t left() const { return left_; }

  /// Charges `table`. False if it exceeds the budget; a single row is always allowed.
  bool Take(const Table& table) {
    const size_t cells = table.rows.size() * table.columns.size();
    if (table.rows.size() > 1 && cells > left_) return false;
    left_ -= std::min(cells, left_);
    return true;
  }

  Diagnostic TooLarge(std::string message, const grammar::Statement& statement) const {
    if (left_ < max_cells_) {
      absl::StrAppend(&message, ": the answers before it have ", max_cells_ - left_, " of the ", max_cells_,
                      " cells that a text may have");
    }
    return {Severity::kError,     "answer-too-large", std::move(message),
            statement.span.begin, statement.span.end, {"narrow it with where, top or limit"}};
  }

 private:
  const size_t max_cells_;
  size_t left_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_CELL_BUDGET_H_
