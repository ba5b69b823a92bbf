// Ids of individuals that end with a visit, a time or a sample: P001_V1 and P001_V2 are one person.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SUFFIXED_IDS_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SUFFIXED_IDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// An id in two parts.
struct SuffixedId {
  std::string_view person;  ///< "P001"
  std::string suffix;       ///< "v1", small
  bool certain = false;     ///< hardly anything else: "visit2", "tumor"; "D1" and "T" may be of another person
};
/// Of an id that does not end so, the person is empty. Bare numbers and A and B are of families.
SuffixedId SplitId(std::string_view id);

/// Looks at the individuals of an import.
class SuffixedIds {
 public:
  void Look(const model::Record& record);
  /// Where most ids end so, several for most people, and these are alike in sex and birth.
  void Report(Reporter& reporter) const;

 private:
  struct Person {
    uint64_t ids = 0;
    model::Symbol sex = model::kNoSymbol;
    int64_t birth = 0;
    bool has_birth = false;
    bool differs = false;  // in sex or birth
  };
  static constexpr size_t kMostPeople = 200'000;  // no more are remembered

  uint64_t all_ = 0;
  uint64_t suffixed_ = 0;
  uint64_t uncertain_ = 0;
  std::string last_;                   // id: records of one individual follow each other
  std::string first_;                  // with a suffix
  std::vector<std::string> suffixes_;  // different ones, a few at most
  HashMap<std::string, Person> people_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SUFFIXED_IDS_H_
