// Private to PairMatcher: between which ages everything below a row happened, which decides most families without a
// look at the rows below.
#ifndef MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_
#define MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/bind/bound.h"
#include "engine/execute/kinship.h"
#include "engine/execute/moment_reader.h"
#include "engine/execute/named_rows.h"
#include "engine/model/moment.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Of each row of an entity, of the ages of the rows of another one below it, the latest and the earliest: of the
/// bounds that windows are compared with. Kept in the segment's cache.
class FamilyAges {
 public:
  /// Of the rows of `moment` below those of `parent`. Nothing when that is neither kept nor worth working out for the
  /// `asked` named rows there are now, or is asked for the first time.
  static std::optional<FamilyAges> Of(const storage::SegmentReader& segment, model::Entity parent,
                                      const bind::Moment& moment, const Downwards& down, const MomentReader& reader,
                                      bool possibly, uint64_t asked);

  /// Decides families, as far as can be told without a look at the rows below: appends those with a pair, in order, to
  /// `matching`, and leaves in `named` only what other rows have to be looked at for. `reader` reads the named rows'
  /// ages. `all`: any row below may be one of a pair, not only some of them.
  void Decide(const model::AgeWindows& windows, const MomentReader& reader, bool all, NamedRows* named,
              std::vector<uint32_t>* matching);

 private:
  // 32 bits hold all ages. Both are kBeginning where no row has an age.
  struct Span {
    int32_t latest = static_cast<int32_t>(model::kBeginning);
    int32_t earliest = static_cast<int32_t>(model::kBeginning);
  };
  using Spans = std::vector<Span>;

  FamilyAges(std::shared_ptr<const Spans> spans, bool of_bounds_alike)
      : spans_(std::move(spans)), of_bounds_alike_(of_bounds_alike) {}
  // Empty when there is an age that would not come out.
  static Spans Find(uint32_t families, const Downwards& down, const MomentReader& reader, bool possibly);

  // Moves what is decided from the named rows to the matching ones.
  void TakeDecided(NamedRows* named, std::vector<uint32_t>* matching);

  // Of a named row: 0 when there is no other one.
  static constexpr uint8_t kCan = 1;   // there may be one
  static constexpr uint8_t kDoes = 2;  // there is one

  std::shared_ptr<const Spans> spans_;
  // Whether the earlier bound of what is the latest is no later than that, and the later bound of the earliest no
  // earlier.
  bool of_bounds_alike_;
  std::vector<int64_t> lows_, highs_;
  std::vector<uint8_t> verdicts_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FAMILY_AGES_H_
