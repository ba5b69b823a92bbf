// The set of people behind one number, in the form in which the release stage compares sets and draws noise for them.
#ifndef MUSTER_ENGINE_MODEL_RECORD_QUERY_SET_H_
#define MUSTER_ENGINE_MODEL_RECORD_QUERY_SET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// 64 counters modulo 256: lane j has the number of elements whose key has bit j. The lanes of disjoint sets add up, so
/// segments and threads are summed in any order.
using Lanes = std::array<uint8_t, 64>;

/// At most this many keys of a large set are kept, for finding sets with nearly the same elements.
inline constexpr size_t kSmallestKeys = 8;

/// The elements behind one number: people if people are counted, pairs of a person and the number of that person's rows
/// if rows are, families or persons over all datasets if these are. Each element has a 64-bit key that depends only on
/// the record key of its person, so a set stays the same after merges, replacement and a new import.
struct QuerySet {
  Entity entity = Entity::kIndividual;
  uint64_t elements = 0;
  uint64_t people = 0;   ///< individuals behind the elements; the threshold is on these, whatever is counted
  uint64_t sum = 0;      ///< the number: rows, after limiting those of people with more than others; else elements
  uint64_t largest = 0;  ///< rows of the person with the most, after that limit; 1 if people are counted
  Lanes lanes{};
  /// The upper 32 bits of each element's key, ascending, if there are fewer elements than the limit. For more people,
  /// those of the kSmallestKeys smallest keys; for more rows, none.
  std::vector<uint32_t> keys;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_QUERY_SET_H_
