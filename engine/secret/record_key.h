// Record keys: 64-bit pseudonyms for individuals in comparisons of sets. Without the secret key they reveal nothing
// about the individual; for the same dataset and id they stay the same after merges, replacement, deletion and a new
// import.
#ifndef MUSTER_ENGINE_SECRET_RECORD_KEY_H_
#define MUSTER_ENGINE_SECRET_RECORD_KEY_H_

#include <cstdint>
#include <string_view>

#include "engine/secret/siphash.h"

namespace muster::secret {

/// Where a segment has the record keys of its individuals: the column (entity 0, this, part 0).
inline constexpr uint8_t kRecordKeyColumn = 252;

/// What a column cannot hold, since it says there that a row has no value.
inline constexpr uint64_t kNoRecordKey = uint64_t{1} << 63;

/// SipHash-2-4(K1, dataset 00 id), with 00 in the dataset written 00 FF, so that no two people share a text. Never
/// kNoRecordKey.
uint64_t RecordKey(const SipKey& key, std::string_view dataset, std::string_view id);

/// Of a family within a dataset; unlike the record key of any person.
uint64_t FamilyKey(const SipKey& key, std::string_view dataset, std::string_view family);
/// Of a person over all datasets, by the id that links the records; unlike the record key of any of them.
uint64_t PersonKey(const SipKey& key, std::string_view person);

/// The key of the element (p, w): of a person with w rows in a cell.
constexpr uint64_t RowsKey(uint64_t record_key, uint64_t rows) {
  // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads each bit over all.
  uint64_t x = record_key + rows * 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

}  // namespace muster::secret

#endif  // MUSTER_ENGINE_SECRET_RECORD_KEY_H_
