// The records of the files of a Beacon data set, joined by their ids: individuals, their biosamples, the runs of these,
// and the analyses of runs.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_TREE_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_TREE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/beacon/beacon_level.h"
#include "engine/import/beacon/beacon_piece.h"
#include "engine/import/input/text_map.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

inline constexpr std::string_view kImportTogether =
    "import the file that describes it together with these; see whether the ids are written alike";

/// Takes pieces in any order, and joins them when all are there. Of several biosamples (of one individual), runs (of
/// one biosample) or analyses with the same id that differ, the first counts and the others are rejected. Memory grows
/// with the pieces. Not thread-safe.
class BeaconTree {
 public:
  static constexpr uint32_t kNone = BeaconLevel::kNone;

  explicit BeaconTree(Reporter& reporter) : reporter_(reporter) {}

  void AddIndividual(BeaconPiece piece);
  void AddSample(BeaconPiece piece) { sample_pieces_.push_back(std::move(piece)); }
  void AddRun(BeaconPiece piece) { run_pieces_.push_back(std::move(piece)); }
  void AddAnalysis(BeaconPiece piece) { analysis_pieces_.push_back(std::move(piece)); }
  /// The number of a file for pieces.
  uint32_t NumberOfFile(const std::string& name);
  const std::string& FileName(uint32_t number) const { return files_[number]; }
  /// "" before any.
  std::string LastFile() const { return files_.empty() ? std::string() : files_.back(); }

  /// Joins what was added; reports what cannot be joined. Once.
  void Join();

  const std::vector<BeaconNode>& individuals() const { return individuals_; }
  const BeaconNode& Sample(uint32_t node) const { return samples_.nodes[node]; }
  const BeaconNode& Run(uint32_t node) const { return runs_.nodes[node]; }
  /// The pieces of nodes, whose rows may be taken.
  BeaconPiece& PieceOfIndividual(uint32_t piece) { return individual_pieces_[piece]; }
  BeaconPiece& PieceOfSample(const BeaconNode& sample) { return sample_pieces_[sample.piece]; }
  BeaconPiece& PieceOfRun(const BeaconNode& run) { return run_pieces_[run.piece]; }
  BeaconPiece& PieceOfAnalysis(uint32_t node) { return analysis_pieces_[analyses_.nodes[node].piece]; }
  /// The biosamples that have an id, of any individual; null: none has. Valid until a piece is added or joined.
  const BeaconLevel::Named* FindSample(const std::string& id) const;
  /// A piece of a biosample or run that names an individual without a piece of its own; null if there is none.
  const BeaconPiece* FirstPieceBelow(const BeaconNode& individual) const;

  /// Sets the reporter's location to that of the piece.
  void ReturnTo(const BeaconPiece& piece);

 private:
  using Node = BeaconNode;
  using Level = BeaconLevel;
  using Pieces = std::vector<BeaconPiece>;

  uint32_t IndividualOf(const std::string& id);
  void JoinSamples();
  void JoinRuns();
  void JoinAnalyses();
  /// The node that a piece belongs to; kNone, with a reason, when that is not known.
  uint32_t SampleOf(const BeaconPiece& piece, std::string* reason);
  uint32_t RunOf(const BeaconPiece& piece, std::string* reason);
  uint32_t Insert(Level& level, std::vector<uint32_t>& siblings, uint32_t parent, const Pieces& pieces, uint32_t piece,
                  std::string_view what);
  void Reject(const BeaconPiece& piece, const RemarkKind& kind, std::string_view reason = {});

  Reporter& reporter_;
  std::vector<std::string> files_;
  Pieces individual_pieces_, sample_pieces_, run_pieces_, analysis_pieces_;
  TextMap<uint32_t> individual_by_id_;
  std::vector<Node> individuals_;
  Level samples_, runs_, analyses_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_TREE_H_
