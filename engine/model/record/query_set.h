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

/// At most this many keys of a large set are kept, by which sets that have nearly the same elements are found.
inline constexpr size_t kSmallestKeys = 8;

/// The elements behind one number: people where people are counted, pairs of a person and how many rows he has where
/// rows are, families or persons over all datasets where these are. Each element has a key of 64 bits that depends on
/// the record key of its person alone, so a set is the same after merges, replacement and import anew.
struct QuerySet {
  Entity entity = Entity::kIndividual;
  uint64_t elements = 0;
  uint64_t people = 0;  ///< individuals behind the elements; the threshold is on these, whatever is counted
  uint64_t sum = 0;     ///< what the number says: rows, after the flattening of who has more than others; else elements
  uint64_t largest = 0;  ///< rows of the person who counts for most, after flattening; 1 where people are counted
  Lanes lanes{};
  /// The upper 32 bits of each element's key, ascending, where there are fewer elements than the limit. Of more people
  /// those of the kSmallestKeys smallest keys, of more rows none.
  std::vector<uint32_t> keys;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_QUERY_SET_H_
