// Private to PairMatcher: between which ages everything below a row happened, which decides most families without a
// look at the rows below.
#ifndef MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_
#define MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/bind/bound.h"
#include "engine/execute/kinship.h"
#include "engine/execute/moment_reader.h"
#include "engine/model/moment.h"
#include "storage/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Of each row of an entity, of the ages of the rows of another one below it, the latest and the earliest: of the
/// bounds that windows are compared with. Kept in the segment's cache.
class FamilyAges {
 public:
  /// Of the rows of `moment` below those of `parent`, for windows that `possibly` says more of. Nothing when that is
  /// neither kept nor worth working out for the `asked` families that are wanted now, or is asked for the first time.
  static std::optional<FamilyAges> Of(const storage::SegmentReader& segment, model::Entity parent,
                                      const bind::Moment& moment, const Downwards& down, const MomentReader& reader,
                                      bool possibly, uint64_t asked);

  /// Named rows and the row above each.
  struct Named {
    std::vector<uint32_t> rows;
    std::vector<uint32_t> parents;
  };
  /// Decides families, as far as can be told without a look at the others: appends those with a pair, in order, to
  /// `matching`, and leaves in `named` only what others have to be looked at for. `all`: all rows below stand for
  /// pairs, not some of them.
  void Decide(const model::AgeWindows& windows, const MomentReader& reader, bool all, Named* named,
              std::vector<uint32_t>* matching);

 private:
  FamilyAges(storage::ColumnPtr latest, storage::ColumnPtr earliest, bool one_row)
      : latest_(std::move(latest)), earliest_(std::move(earliest)), one_row_(one_row) {}

  // kNull where no row has an age.
  storage::ColumnPtr latest_, earliest_;
  // Whether the other bound of the age that is the latest is no later, and of the earliest, no earlier.
  bool one_row_;
  std::vector<int64_t> lows_, highs_, latests_, earliests_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_
