// Limits of a tier that are checked on the text alone, before anything is bound or run.
#ifndef MUSTER_ENGINE_RELEASE_POLICY_TIER_LIMITS_H_
#define MUSTER_ENGINE_RELEASE_POLICY_TIER_LIMITS_H_

#include <cstdint>
#include <optional>
#include <set>

#include "engine/model/schema/schema.h"

namespace muster::release {

/// How finely an age may be written, as a bound, a band or a distance between times.
enum class AgeFineness : uint8_t {
  kAny,
  kYears,      ///< whole years; whole months below 2 years
  kFiveYears,  ///< as kYears, and from 20 years on multiples of 5
};

/// How finely a date may be written.
enum class DateFineness : uint8_t { kDay, kMonth, kYear };

/// What of `impact` a tier may ask: each criterion alone, or pairs of criteria as well.
enum class ImpactAllowed : uint8_t { kNo, kSingle, kPairs };

/// Names that may not be used: neither in criteria, nor in dimensions, nor in completions.
struct HiddenNames {
  std::set<model::FieldId> fields;
  std::set<model::Entity> entities;  ///< with everything below them
};

/// The limits of one tier. The values here are those of the preset `registered`; a policy fills in its own.
struct TierLimits {
  // Statements. `count` with `by`, `having`, `top`, `with certainty`, and `compare` are always allowed.
  bool funnel = true;
  ImpactAllowed impact = ImpactAllowed::kSingle;
  bool cohorts = true;  ///< define, drop, show cohort, show cohorts; and `in NAME`
  bool list = false;
  /// Codes have labels of records, besides those of ontologies. Such a label is from the first record that has one,
  /// whoever that is.
  bool labels_of_records = false;
  bool older_ontologies = false;  ///< other versions of ontologies than the last

  // Sizes of one statement; beyond them it is refused.
  uint32_t criteria = 30;     ///< criteria of all variants of the text together, cohorts as they are written
  uint32_t or_operands = 20;  ///< operands of one `or`; terms or values of one list
  uint32_t dimensions = 3;    ///< of `by`
  uint64_t cells = 2000;      ///< of one table; decided on listed values
  uint32_t values = 5;        ///< units for each number of a table by a field with several values per person

  // Fineness.
  AgeFineness ages = AgeFineness::kYears;
  DateFineness dates = DateFineness::kMonth;
  std::optional<uint32_t> digits = 2;  ///< significant digits of a number; nullopt: any

  HiddenNames hidden;  ///< beside those that are hidden in every tier (IsAlwaysHidden, hidden_names.h)
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_POLICY_TIER_LIMITS_H_
