// What an import changes of the individuals that it replaces.
#ifndef MUSTER_ENGINE_INDEX_REPLACED_INDIVIDUALS_H_
#define MUSTER_ENGINE_INDEX_REPLACED_INDIVIDUALS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"
#include "storage/store.h"

namespace muster::index {

/// Compares records with those of one version that they replace, by the columns of these: their records are not read.
class ReplacedIndividuals {
 public:
  explicit ReplacedIndividuals(storage::SnapshotPtr base) : base_(std::move(base)) {}

  /// `before` is in the version. `dictionary`: of the symbols of both.
  absl::StatusOr<model::Replacement> Compare(storage::Location before, const model::Record& record,
                                             const model::Dictionary& dictionary);

 private:
  // For one segment; null if it has no such column.
  struct Columns {
    const storage::SegmentReader* segment = nullptr;
    // By entity: for each individual the first row below it.
    std::vector<storage::ColumnPtr> first_rows;
    // For each field of individuals, those who have a value.
    std::vector<std::pair<model::FieldId, storage::BitmapPtr>> recorded;
    storage::ColumnPtr sex, person, cohort, birth_low, birth_high, consent_status;
    // By entity, of the code of a row and of the date or age at which it is.
    struct OfRows {
      storage::ColumnPtr code, date, age;
    };
    std::vector<OfRows> rows;
  };
  absl::StatusOr<const Columns*> ColumnsOf(uint32_t segment);

  storage::SnapshotPtr base_;
  HashMap<uint32_t, Columns> columns_;
};

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_REPLACED_INDIVIDUALS_H_
