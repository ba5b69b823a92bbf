// Rows that a record has twice in the same words, as joined or merged sources produce them.
#ifndef MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_
#define MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_

#include <vector>

#include "engine/model/record/record.h"

namespace muster::model {

struct RepeatedRows {
  std::vector<Row> united;  ///< features and diseases that were removed as repetitions
  std::vector<Row> kept;    ///< others that are: there may have been two
};

/// Removes features and diseases that repeat another one in all fields, as repetition adds nothing. Equal measurements,
/// treatments, procedures, exposures and variants may be two different ones, and stay.
RepeatedRows UniteRepeatedRows(Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_
