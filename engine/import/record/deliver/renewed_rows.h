// Individuals who come back with other rows than they had: a delivery of what is new.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_RENEWED_ROWS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_RENEWED_ROWS_H_

#include <array>
#include <cstdint>

#include "engine/import/record/reporter.h"
#include "engine/model/record/unite.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Looks at what became of the records of an import.
class RenewedRows {
 public:
  void Look(const model::Taken& taken);
  /// By entity, where most of those who are replaced have hardly any of the rows that were there.
  void Report(Reporter& reporter) const;

 private:
  // Of the replaced who had rows of an entity, and have some.
  struct Count {
    uint64_t people = 0;
    uint64_t renewed = 0;  // of these, who have at most a quarter of the rows that were there
    uint64_t were = 0;     // rows
    uint64_t stayed = 0;
  };
  std::array<Count, model::kEntityCount> counts_{};
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_RENEWED_ROWS_H_
