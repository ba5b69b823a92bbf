// Whether the engine's answer is the naive one.
#ifndef MUSTER_TESTS_PROPERTY_COMPARE_ANSWERS_H_
#define MUSTER_TESTS_PROPERTY_COMPARE_ANSWERS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "muster/table.h"
#include "tests/property/naive/naive_evaluator.h"

namespace muster::property {

struct Difference {
  enum class Kind { kNone, kFailure, kDiagnosed, kNotDiagnosed, kWrong };
  Kind kind = Kind::kNone;
  std::string code;  ///< of the first error
  std::string text;  ///< both answers, for a person
};

/// A statement without meaning must have an error among its diagnostics, any other none.
Difference Compare(const absl::StatusOr<NaiveAnswer>& naive, const absl::StatusOr<std::vector<Answer>>& engine);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_COMPARE_ANSWERS_H_
