// Names of what is derived from a segment and cached in memory, never on disk.
#ifndef MUSTER_STORAGE_DERIVED_KEY_H_
#define MUSTER_STORAGE_DERIVED_KEY_H_

#include <cstdint>

namespace muster::storage {

/// The kind of object, and the entity, field and part (or value) of the segment that it is derived from. All objects of
/// a kind have the same type.
struct DerivedKey {
  enum class Kind : uint8_t {
    kNesting,        ///< execute::Nesting
    kSketch,         ///< storage::ColumnSketch
    kCachedColumn,   ///< execute::CachedColumn
    kSliceNesting,   ///< execute::Nesting of the rows of a posting
    kSliceColumn,    ///< the values of a column at the rows of a posting
    kSlicePosting,   ///< which rows of a posting are in another one
    kRange,          ///< the rows in a range of a column: execute/rows/cached_range.h
    kChildAgeRange,  ///< the latest and earliest ages of execute::ChildAgeRange
    kRecordKeys,     ///< storage::Column of the record keys, where it is not stored
    kPicked,         ///< of a column, some values: nothing but that they were asked for
    kSeen,           ///< that what another key names was asked for: see SeenBefore()
  };
  Kind kind = Kind::kNesting;
  uint8_t entity = 0;
  uint8_t field = 0;
  uint32_t value = 0;
  uint64_t detail = 0;  ///< what else distinguishes objects of one kind
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_DERIVED_KEY_H_
