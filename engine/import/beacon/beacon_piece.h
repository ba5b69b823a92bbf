// One record of a Beacon file, and how its rows become those of an individual.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_PIECE_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_PIECE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// A record of one of the files: rows in the shape of an individual's record, of which only the lowest are its own, and
/// the ids by which it is joined (each "" if it has none).
struct BeaconPiece {
  std::string rows;  ///< EncodeRecord
  std::string id;
  std::string individual;
  std::string sample;
  std::string run;
  uint32_t file = 0;  ///< where it stood, for the report
  uint64_t number = 0;
  uint64_t line = 0;
};

/// The record that the piece holds, which it holds no longer.
absl::StatusOr<model::Record> TakeRows(BeaconPiece& piece);

/// Appends the rows of `piece` from `from` on, the first of them below row `parent`; frees the piece.
absl::Status AppendRows(BeaconPiece& piece, uint32_t from, uint32_t parent, model::Record* record);

/// Appends a row with only an id, and returns its number.
uint32_t AppendNamed(model::Entity entity, model::FieldId field, const std::string& id, uint32_t parent,
                     model::Record* record);

/// The ages of dates, where a mapping gave the date of birth: it was not known when the pieces were read.
void CompleteAges(model::Record* record);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_PIECE_H_
