// From the rows of one segment to the sets of people behind their groups.
#ifndef MUSTER_ENGINE_EXECUTE_SETS_SEGMENT_SETS_H_
#define MUSTER_ENGINE_EXECUTE_SETS_SEGMENT_SETS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/child_count.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/sets/set_sum.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The sets of one counted column: of each group by its number, and of all groups together, where who is in several
/// counts once.
struct ColumnSets {
  std::vector<SetSum> groups;
  SetSum total;
  /// As long as each element was in one group, nothing is added to the total: it is what the groups are together.
  bool total_apart = false;

  /// From now on the total has all elements, and others are added to it as well.
  void KeepTotalApart(const SetOptions& options);
};

/// Those of all counted entities, in their order, and last the people behind the rows of the first, unless these are
/// people.
using GroupSets = std::vector<ColumnSets>;

/// Adds blocks of rows of a query's first entity, in one segment, to sets. Not thread-safe.
class SegmentSets {
 public:
  /// For `asked` rows, about. `record_keys` are the segment's; `sets` has an entry for each column and outlives this.
  static absl::StatusOr<SegmentSets> Make(const storage::SegmentReader& segment, const bind::Query& query,
                                          storage::ColumnPtr record_keys, const SetOptions& options, uint64_t asked,
                                          GroupSets* sets);

  /// Rows ascend from call to call. `groups` are those that each row is in, with numbers below `size`; null for rows
  /// that are counted in total alone.
  void AddBlock(std::span<const uint32_t> rows, const BlockIds* groups, size_t size);
  /// To be called behind the last block.
  void Close();

 private:
  // A person whose rows are being counted in one group: those of a person come one after another.
  struct Open {
    uint32_t person = UINT32_MAX;
    uint32_t above = UINT32_MAX;  // the counted row that was last seen, where these are above the query's rows
    uint64_t rows = 0;
  };
  struct Column {
    enum class Kind {
      kPeople,  // elements are people, each once
      kRows,    // each row counts
      kBelow,   // rows below each row count
      kAbove,   // rows above count, each once
    };
    Kind kind = Kind::kPeople;
    std::optional<ChildCount> below;
    std::optional<ParentMap> up;
    storage::BitmapPtr polar;  // rows above that count; null for all
    std::vector<Open> open;    // by group
    Open total;
  };

  SegmentSets(const SetOptions& options, GroupSets* sets) : options_(options), sets_(*sets) {}
  // Rows that are people.
  void AddPeople(std::span<const uint32_t> rows, const BlockIds* groups, size_t size);
  // Of the rows of a block those in each group, as places among them in `order_`; `starts_` has where a group's begin.
  void SortByGroup(const BlockIds& groups, size_t size);
  // People by themselves, or where `below` is not empty with as many rows.
  void Add(std::span<const uint64_t> keys, std::span<const uint32_t> below, SetSum* sum) const;
  // The people of a block that is sorted, each with as many rows as `below` has for him, to those of their groups.
  void AddSorted(std::span<const uint32_t> below, std::vector<SetSum>* sums);
  void AddColumn(std::span<const uint32_t> rows, const BlockIds* groups, Column& column, ColumnSets* sets);
  // The block's people with what counts of their rows. The last stays open.
  void AddToTotal(Column& column, SetSum* sum);
  void AddTo(uint32_t person, uint32_t above, uint64_t rows, const Column& column, Open* open, SetSum* sum);
  void CloseOne(const Column& column, Open* open, SetSum* sum);
  uint64_t KeyOf(uint32_t person) const { return static_cast<uint64_t>((*record_keys_)[person]); }

  const SetOptions options_;
  GroupSets& sets_;
  storage::ColumnPtr record_keys_;
  std::optional<ParentMap> person_of_;  // where the rows are not people
  std::vector<Column> columns_;
  // Scratch.
  std::vector<uint32_t> persons_, above_, counts_, run_persons_, run_rows_, order_, starts_, sorted_below_;
  std::vector<uint64_t> keys_, sorted_keys_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SETS_SEGMENT_SETS_H_
