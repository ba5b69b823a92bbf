// Beacon's records: each to a piece of an individual; joined at the end.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_READER_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_READER_H_

#include <array>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "engine/import/beacon/beacon_join.h"
#include "engine/import/beacon/beacon_kind.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/draft/record_draft.h"

namespace muster::import {

/// Not thread-safe.
class BeaconReader {
 public:
  /// Everything must outlive the reader.
  BeaconReader(std::string dataset, const Mapping& mapping, Symbols& symbols, RecordDraft& draft, Sink& sink,
               Reporter& reporter, TableJoin* tables)
      : dataset_(std::move(dataset)),
        mapping_(mapping),
        symbols_(symbols),
        draft_(draft),
        sink_(sink),
        reporter_(reporter),
        join_(dataset_, draft, sink, reporter, tables) {}

  /// Takes a record of the reporter's present file, or rejects it. Variations are not for this.
  void Read(BeaconKind kind, Element record);
  /// See BeaconJoin.
  absl::Status Deliver(const std::function<absl::Status()>& tick) {
    return status_.ok() ? join_.Deliver(tick) : status_;
  }

 private:
  void ReadIndividual(Element record, BeaconPiece piece);
  void ReadPart(BeaconKind kind, Element record, BeaconPiece piece);
  void ReadCohort(Element record);
  void ReadDataset(Element record);
  /// Puts the individuals that a dataset lists into it. False when it lists none.
  bool PlaceMembers(Element record, const std::string& dataset);
  void AddCollection(model::Collection::Kind kind, std::string id, Element record);

  std::string dataset_;
  const Mapping& mapping_;
  Symbols& symbols_;
  RecordDraft& draft_;
  Sink& sink_;
  Reporter& reporter_;
  absl::Status status_;  // the first error of the sink
  BeaconJoin join_;
  std::array<uint64_t, 3> read_{};  // biosamples, runs, analyses so far
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_READER_H_
