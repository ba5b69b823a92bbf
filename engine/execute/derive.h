// Columns worked out from a segment's, kept in its cache: what counts ask for again and again.
#ifndef MUSTER_ENGINE_EXECUTE_DERIVE_H_
#define MUSTER_ENGINE_EXECUTE_DERIVE_H_

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/row_numbers.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Whether numbers of all `rows` of an entity are worth being worked out and kept when `asked` of them are wanted now.
/// They are about `numbers` numbers altogether.
bool IsWorthDeriving(const storage::SegmentReader& segment, uint64_t asked, uint32_t rows, uint64_t numbers);

/// Puts what each of `rows` has, a block in ascending order, into `numbers`.
using Read = std::function<void(std::span<const uint32_t> rows, RowNumbers* numbers)>;

/// What each of `rows` rows has, as `read` says it: one number or a list.
absl::StatusOr<storage::Derived> Derive(const std::string& what, uint32_t rows, const Read& read);

/// Reads what Derive() put there, for `rows` that ascend and do not repeat.
void ReadDerived(const storage::Derived& derived, std::span<const uint32_t> rows, RowNumbers* numbers);

/// Replaces rows by all that lies in [begins[i], ends[i]): puts the numbers of these ranges one after the other into
/// `all`, and where they end there into `ends`.
void ListRanges(const std::vector<uint32_t>& begins, std::vector<uint32_t>* ends, std::vector<uint32_t>* all);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DERIVE_H_
