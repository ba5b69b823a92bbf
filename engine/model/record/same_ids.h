// Samples, runs and analyses that occur several times in one record, such as from a table with one line per file.
#ifndef MUSTER_ENGINE_MODEL_RECORD_SAME_IDS_H_
#define MUSTER_ENGINE_MODEL_RECORD_SAME_IDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"

namespace muster::model {

struct SameIds {
  struct Pair {
    std::string id;
    Contradiction contradiction;
  };
  std::vector<std::string> united;     ///< the id of each row that was united with an earlier one
  std::vector<std::string> completed;  ///< those of them that the earlier row has a value of
  std::vector<Pair> different;         ///< rows that contradict an earlier one of their id, and stay
};

/// Makes one row of samples of the individual, runs of a sample and analyses of a run that have one id and do not
/// contradict each other; what is below them is then below that row. Rows without id, or with different ones, stay.
SameIds UniteSameIds(Record& record, const Dictionary& dictionary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_SAME_IDS_H_
