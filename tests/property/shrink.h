// From a failure to a small one.
#ifndef MUSTER_TESTS_PROPERTY_SHRINK_H_
#define MUSTER_TESTS_PROPERTY_SHRINK_H_

#include <cstdint>
#include <functional>
#include <string>

#include "tests/property/engine_under_test.h"
#include "tests/property/naive/world.h"

namespace muster::property {

/// One question put to one catalogue.
struct Case {
  World world;
  Way way = Way::kOneSegment;
  uint64_t seed = 0;  ///< of the way
  std::string query;
};

/// Drops parts of the query and, unless `only_query`, records, rows, values and ontologies, as long as `fails` says
/// that the failure is still there.
Case Shrink(Case failing, bool only_query, const std::function<bool(const Case&)>& fails);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_SHRINK_H_
