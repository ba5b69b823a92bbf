// Which values of the input are kept and not indexed.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_KEPT_VALUES_H_
#define MUSTER_ENGINE_IMPORT_RECORD_KEPT_VALUES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"

namespace muster::import {

/// Counts values by where they stand, in the order of their first occurrence, and the different ones of each place
/// while they are few and short: a status that nobody reads is seen by its words, whatever its name and language.
class KeptValues {
 public:
  using Words = std::vector<std::pair<std::string, uint64_t>>;
  struct Place {
    std::string path;
    uint64_t times = 0;
    bool few = true;   ///< whether `words` are all
    Words words = {};  ///< different values, in order of first occurrence, and how often each
  };

  /// Places that would be more than `most` are counted as "(others)".
  void Add(std::string_view path, std::string_view value, size_t most);
  /// Of what no values are shown.
  void AddUnseen(std::string_view path, size_t most) { Find(path, 1, most).few = false; }
  /// What a part has counted that comes next.
  void Absorb(const KeptValues& part, size_t most);
  const std::vector<Place>& places() const { return places_; }
  void Clear() {
    index_.clear();
    places_.clear();
  }

 private:
  static void AddWord(std::string_view value, uint64_t times, Place& place);
  // Counts `times` values there.
  Place& Find(std::string_view path, uint64_t times, size_t most);

  TextMap<size_t> index_;
  std::vector<Place> places_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_KEPT_VALUES_H_
