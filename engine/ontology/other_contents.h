// Compares the contents of two files of one version of an ontology.
#ifndef MUSTER_ENGINE_ONTOLOGY_OTHER_CONTENTS_H_
#define MUSTER_ENGINE_ONTOLOGY_OTHER_CONTENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// Terms of two files. The order of the terms, and cross-references that are not equivalent, change no answer and are
/// not compared; nor are parts, where one of the two was stored before they were read.
struct OtherContents {
  uint64_t gone = 0;      ///< terms of the first that the second lacks
  uint64_t added = 0;     ///< terms of the second that the first lacks
  uint64_t differ = 0;    ///< terms of both: another label, parent, synonym and so on
  uint64_t withheld = 0;  ///< of these, terms of which the first says something that the second does not
  std::vector<std::string> examples = {};  ///< ids of the first few of all these

  bool any() const { return gone + added + differ > 0; }
  /// Whether the first says anything that the second does not; a module of it does not.
  bool first_says_more() const { return gone + withheld > 0; }
};

/// An error where it was stopped: whole ontologies take seconds.
absl::StatusOr<OtherContents> CompareContents(const Ontology& first, const Ontology& second);
/// "1 term gone, 2 added, 1 with another label, parent or the like: HP:0000002, ..."
std::string Shown(const OtherContents& contents);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_OTHER_CONTENTS_H_
