// Histories of a catalogue that another process writes, and what each version of it must say.
#ifndef MUSTER_TESTS_CRASH_HISTORY_H_
#define MUSTER_TESTS_CRASH_HISTORY_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "muster/catalogue.h"

namespace muster::crash {

/// One change, which makes one version.
struct Change {
  enum class Kind { kImport, kLargeImport, kDelete, kCohort } kind = Kind::kImport;
  uint64_t number = 0;  ///< which change of its history it is, from 1: also the version that it makes
  uint64_t first = 0;   ///< the people it is about: p<first> and those that follow
  uint64_t count = 0;
};

/// Changes and what they come to. Both follow from the seed alone, so that the process that writes and the one that
/// judges it agree without talking.
class History {
 public:
  /// `changes` changes of at most `people` people.
  History(uint64_t seed, uint64_t changes, uint64_t people);

  uint64_t size() const { return changes_.size(); }
  /// `number` from 1.
  const Change& change(uint64_t number) const { return changes_[number - 1]; }
  /// What StateOf says of a catalogue that has had the first `version` changes.
  const std::string& state(uint64_t version) const { return states_[version]; }

 private:
  std::vector<Change> changes_;
  std::vector<std::string> states_;
};

absl::Status Apply(const Change& change, Catalogue& catalogue);

/// The version and who is in the catalogue, as of which change each.
struct State {
  uint64_t version = 0;
  std::string people;
};
absl::StatusOr<State> StateOf(const Catalogue& catalogue);

}  // namespace muster::crash

#endif  // MUSTER_TESTS_CRASH_HISTORY_H_
