// Private to api/: the person ids of individuals before an import.
#ifndef MUSTER_ENGINE_API_IMPORTS_EARLIER_PERSONS_H_
#define MUSTER_ENGINE_API_IMPORTS_EARLIER_PERSONS_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "storage/store.h"

namespace muster::api {

/// Individuals of one version by their person ids. Reads nothing before it is asked; of the first few ids it is asked
/// for it reads where these stand, and of more the columns of all.
class EarlierPersons {
 public:
  struct Individual {
    size_t segment = 0;  ///< its place in the snapshot
    uint32_t row = 0;
    model::Symbol sex = model::kNoSymbol;
    model::Interval birth = {};  ///< empty where it is not recorded
  };

  explicit EarlierPersons(storage::SnapshotPtr before)
      : before_(std::move(before)), columns_(before_->segments.size()) {}

  /// Live individuals with the person id.
  absl::StatusOr<std::vector<Individual>> Find(model::Symbol person);
  /// Calls `visit` with each person id and each individual that has it.
  absl::Status ForEach(absl::FunctionRef<void(model::Symbol person, const storage::Location& where)> visit);
  absl::StatusOr<model::RecordName> NameOf(const Individual& individual) const;
  storage::Location LocationOf(const Individual& individual) const {
    return {before_->manifest.segments[individual.segment].id, individual.row};
  }

 private:
  struct Place {
    model::Symbol person;
    uint32_t segment;
    uint32_t row;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  // Of one segment; null where it has none, or where they were not read yet.
  struct Columns {
    bool read = false;
    storage::ColumnPtr sex = nullptr;
    storage::ColumnPtr birth_low = nullptr;
    storage::ColumnPtr birth_high = nullptr;
  };
  absl::Status ReadAll();
  absl::Status FindFew(model::Symbol person, std::vector<Place>* places) const;
  absl::StatusOr<Individual> Describe(const Place& place);

  storage::SnapshotPtr before_;
  std::vector<Columns> columns_;  // by segment
  size_t asked_ = 0;
  bool all_read_ = false;
  std::vector<Place> all_;  // ascending
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_EARLIER_PERSONS_H_
