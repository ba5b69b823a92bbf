// Columns worked out from a segment's, kept in its cache: what counts ask for again and again.
#ifndef MUSTER_ENGINE_EXECUTE_DERIVE_H_
#define MUSTER_ENGINE_EXECUTE_DERIVE_H_

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// As many rows as a block has that goes through a step together: their numbers stay in the processor's nearest caches.
inline constexpr size_t kBlockRows = 2048;

/// Whether a column should be derived for all `rows` when these `asked` are all that is wanted now.
inline bool IsWorthDeriving(uint64_t asked, uint32_t rows) { return asked > 0 && asked * 16 >= rows; }

/// Puts a number for each of `rows`, a block in ascending order, into `numbers`.
using Fill = std::function<void(std::span<const uint32_t> rows, std::vector<uint32_t>* numbers)>;

/// A column of `rows` numbers.
absl::StatusOr<storage::ColumnPtr> MakeColumn(uint32_t rows, const Fill& fill);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DERIVE_H_
