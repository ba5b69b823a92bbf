// Columns worked out from a segment's, kept in its cache: what counts ask for again and again.
#ifndef MUSTER_ENGINE_EXECUTE_DERIVE_H_
#define MUSTER_ENGINE_EXECUTE_DERIVE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/numbering.h"
#include "engine/execute/packed_numbers.h"
#include "engine/execute/row_numbers.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// A number for each row of an entity, or a list of them.
struct Derived {
  std::string what;                ///< its name: numbers of one name are the same
  PackedNumbers numbers;           ///< of each row; or all lists, one after the other
  std::vector<uint32_t> begins;    ///< where each row's list begins, and where the last ends; empty: no lists
  std::vector<GroupValue> values;  ///< what the numbers stand for, where they stand for something

  bool lists() const { return !begins.empty(); }
};
using DerivedPtr = std::shared_ptr<const Derived>;

/// What was kept of the segment under the name; null when it is not there, or no longer.
DerivedPtr FindDerived(const storage::SegmentReader& segment, const std::string& what);
void KeepDerived(const storage::SegmentReader& segment, DerivedPtr derived);

/// Whether numbers of all `rows` of an entity are worth being worked out and kept when `asked` of them are wanted now.
/// They are about `numbers` numbers altogether.
bool IsWorthDeriving(const storage::SegmentReader& segment, uint64_t asked, uint32_t rows, uint64_t numbers);

/// False the first time that `what` is asked for of the segment, and when that was forgotten for want of room. What
/// takes longer to make than one question gains by it is made the second time.
bool WasAskedFor(const storage::SegmentReader& segment, const std::string& what);

/// Puts what each of `rows` has, a block in ascending order, into `numbers`.
using Read = std::function<void(std::span<const uint32_t> rows, RowNumbers* numbers)>;

/// What each of `rows` rows has, as `read` says it: one number or a list.
Derived Derive(const std::string& what, uint32_t rows, const Read& read);
/// The same of rows that have values of a dimension, as `read` numbers them in `values`. ValueNumbering::kMissing keeps
/// its number, which is alone where a row has it.
Derived DeriveValues(const std::string& what, uint32_t rows, const Read& read, const ValueNumbering& values);

/// Reads what Derive() put there, for `rows` that ascend and do not repeat.
void ReadDerived(const Derived& derived, std::span<const uint32_t> rows, RowNumbers* numbers);

/// Replaces rows by all that lies in [begins[i], ends[i]): puts the numbers of these ranges one after the other into
/// `all`, and where they end there into `ends`.
void ListRanges(const std::vector<uint32_t>& begins, std::vector<uint32_t>* ends, std::vector<uint32_t>* all);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DERIVE_H_
