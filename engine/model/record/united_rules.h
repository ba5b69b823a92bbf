// What becomes of a record that is made of several of one import.
#ifndef MUSTER_ENGINE_MODEL_RECORD_UNITED_RULES_H_
#define MUSTER_ENGINE_MODEL_RECORD_UNITED_RULES_H_

#include <functional>
#include <vector>

#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::model {

/// How an import finishes such a record before it is stored: what it has checked of each is true of all together.
struct UnitedRules {
  /// Whether times that cannot be beside the dates of birth and death of both are taken out.
  bool lifetime = false;
  /// Called with an earlier record, another one, the times that were taken out, and what is made of the two, which it
  /// may change.
  std::function<void(const Record& earlier, const Record& other, const std::vector<ImplausibleTime>& taken,
                     Record& united)>
      finish;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_UNITED_RULES_H_
