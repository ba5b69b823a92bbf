// Rows as a record batch in Arrow's layout, handed out by its C interface.
#ifndef MUSTER_BINDINGS_C_ARROW_BATCH_H_
#define MUSTER_BINDINGS_C_ARROW_BATCH_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "muster/muster.h"
#include "muster/table.h"

namespace muster::c {

using Rows = std::vector<std::vector<Cell>>;

/// One column of a batch.
struct ArrowColumn {
  std::string name;
  const char* format = "l";       ///< l: int64, g: float64, U: large utf8
  std::vector<uint8_t> validity;  ///< a bit a row
  std::vector<int64_t> whole;     ///< values, or the ends of texts
  std::vector<double> numbers;
  std::string bytes;
  int64_t nulls = 0;
  const void* buffers[3] = {};

  int64_t n_buffers() const { return *format == 'U' ? 3 : 2; }
};

/// What arrays and schemas that are handed out keep alive: all of it.
struct Batch {
  int64_t rows = 0;
  std::vector<ArrowColumn> columns;
};
using BatchPtr = std::shared_ptr<const Batch>;

/// A column has the type that is declared, or a wider one where a cell needs it, so that none loses anything. Counts as
/// guests get them become five columns.
BatchPtr MakeBatch(const std::vector<Column>& columns, const Rows& rows);

/// Both may throw std::bad_alloc, and leave `out` as it was then.
void FillSchema(const BatchPtr& batch, ArrowSchema* out);
void FillArray(const BatchPtr& batch, ArrowArray* out);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_ARROW_BATCH_H_
