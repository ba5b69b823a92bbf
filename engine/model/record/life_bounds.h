// What times can be beside a person's dates of birth and death.
#ifndef MUSTER_ENGINE_MODEL_RECORD_LIFE_BOUNDS_H_
#define MUSTER_ENGINE_MODEL_RECORD_LIFE_BOUNDS_H_

#include <string_view>

#include "engine/model/record/record.h"

namespace muster::model {

inline constexpr std::string_view kAfterDeathReason = "it is after death";

class LifeBounds {
 public:
  /// `self`: the row of the individual.
  explicit LifeBounds(const Row& self);
  const Interval& birth() const { return birth_; }
  /// Whether there is anything to compare times with.
  bool known() const { return dead_ || !birth_.empty(); }
  /// Why a time cannot be; empty when it can.
  std::string_view WhyNot(FieldId field, const TimeValue& time) const;
  /// Whether the times of all rows below the individual's can be.
  bool AllowBelow(const Record& record) const;

 private:
  Interval birth_;
  TimeValue death_;
  bool dead_ = false;  // and the death says something of other times
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_LIFE_BOUNDS_H_
