// Ranges of common measurements in people, for detecting values in a wrong unit.
#ifndef MUSTER_ENGINE_MODEL_UNITS_HUMAN_RANGE_H_
#define MUSTER_ENGINE_MODEL_UNITS_HUMAN_RANGE_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::model {

/// Both ends included.
struct HumanRange {
  double low = 0;
  double high = 0;
  std::string unit;
  /// Whether a few people are below it, with rare diseases or in intensive care, so that a few such values among many
  /// are plausible.
  bool some_are_below = false;
};

/// Between which values in `unit` (as it was recorded) the assay lies in nearly all people, very sick and small ones
/// too; nullopt where that is not known, or the unit does not fit. Values outside are in another unit or are mistakes,
/// or so rare that somebody should look.
std::optional<HumanRange> HumanRangeOf(std::string_view assay, std::string_view unit);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_HUMAN_RANGE_H_
