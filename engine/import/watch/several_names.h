// Texts in place of a code that have several names in them, one of which others have by itself: "metformin; insulin".
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SEVERAL_NAMES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SEVERAL_NAMES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Counts the codes of features, diseases, treatments, procedures and exposures. A question for one of the names finds
/// none of the texts that have several.
class SeveralNames {
 public:
  void Look(const model::Record& record);
  /// `dictionary` is that of the records' symbols.
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  std::array<std::vector<uint32_t>, model::kEntityCount> times_;  // by symbol
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SEVERAL_NAMES_H_
