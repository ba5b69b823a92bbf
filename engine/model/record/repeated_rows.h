// Rows that a record has twice in the same words, as sources make them that join tables or are put together.
#ifndef MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_
#define MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_

#include <vector>

#include "engine/model/record/record.h"

namespace muster::model {

struct RepeatedRows {
  std::vector<Row> united;  ///< features and diseases that are no longer there a second time
  std::vector<Row> kept;    ///< others that are: there may have been two
};

/// Takes out the second one of features and of diseases that say the same of one person in all fields: whoever says it
/// again says nothing new. Measurements, treatments, procedures, exposures and variants that are equal may be two, and
/// stay.
RepeatedRows UniteRepeatedRows(Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_REPEATED_ROWS_H_
