// Joins the records of one individual from the files of a Beacon data set.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_JOIN_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_JOIN_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/import/beacon/beacon_level.h"
#include "engine/import/beacon/beacon_piece.h"
#include "engine/import/beacon/beacon_tree.h"
#include "engine/import/input/text_map.h"
#include "engine/import/phenopacket/read_pedigree.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/import/table/join/table_join.h"

namespace muster::import {

/// Gathers pieces in any order, joins them at the end by their ids (beacon_tree.h), and delivers a record for each
/// individual. Memory grows with what is gathered. Several pieces of one individual are united, as far as they do not
/// contradict each other. Not thread-safe.
class BeaconJoin {
 public:
  /// `tables`, if not null, add to the individuals.
  BeaconJoin(std::string dataset, RecordDraft& draft, Sink& sink, Reporter& reporter, TableJoin* tables)
      : dataset_(std::move(dataset)),
        draft_(draft),
        sink_(sink),
        reporter_(reporter),
        tables_(tables),
        tree_(reporter) {}

  void AddIndividual(BeaconPiece piece) { tree_.AddIndividual(std::move(piece)); }
  void AddSample(BeaconPiece piece) { tree_.AddSample(std::move(piece)); }
  void AddRun(BeaconPiece piece) { tree_.AddRun(std::move(piece)); }
  void AddAnalysis(BeaconPiece piece) { tree_.AddAnalysis(std::move(piece)); }
  void AddMember(std::string_view individual, model::Symbol cohort) {
    cohorts_[std::string(individual)].push_back(cohort);
  }
  /// For somebody in the pedigree of another individual: gives the individual with this id, if there is one, a place in
  /// it.
  void AddRelative(Relative relative) { relatives_[relative.id].push_back(std::move(relative)); }
  /// Puts an individual, or the individual of a biosample, into another dataset than that of the import.
  void PlaceIndividual(std::string_view individual, const std::string& dataset);
  void PlaceSample(std::string_view sample, const std::string& dataset);
  /// The number of a file for pieces.
  uint32_t NumberOfFile(const std::string& name) { return tree_.NumberOfFile(name); }

  /// Joins everything and hands it to the sink; rejects what cannot be joined. `tick` is called now and then, and ends
  /// the delivery when it fails. InvalidArgument when an individual that nothing describes would replace one in the
  /// catalogue.
  absl::Status Deliver(const std::function<absl::Status()>& tick);

 private:
  void PlaceBySamples();
  void MoveToDataset(const std::string& individual, model::Record* record);
  template <typename Members>
  void ReportAbsent(const RemarkKind& kind, const Members& members);
  model::Record Blank(const std::string& id);
  absl::StatusOr<model::Record> UnitePieces(const BeaconNode& individual);
  absl::Status Assemble(const BeaconNode& individual, model::Record* record);
  void PlaceInPedigrees(const std::string& individual, model::Record* record);
  absl::Status AppendSample(const BeaconNode& sample, model::Record* record);

  std::string dataset_;
  RecordDraft& draft_;
  Sink& sink_;
  Reporter& reporter_;
  TableJoin* tables_;
  BeaconTree tree_;
  TextMap<std::vector<model::Symbol>> cohorts_;
  TextMap<std::vector<Relative>> relatives_;
  TextMap<std::string> dataset_of_;  // of individuals
  struct PlacedSample {
    std::string id;
    std::string dataset;
    uint32_t file = 0;
    uint64_t number = 0;
    uint64_t line = 0;
  };
  std::vector<PlacedSample> placed_samples_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_JOIN_H_
