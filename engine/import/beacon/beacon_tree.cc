#include "engine/import/beacon/beacon_tree.h"

#include <utility>

#include "engine/import/record/deliver/report_taken.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

using ProblemKind = ImportProblem::Kind;
constexpr RemarkKind kSameId{ProblemKind::kRejected, "record of an id that an earlier one has, with something else",
                             "ids are unique: of a biosample in its individual, of a run in its biosample; the first "
                             "one was imported"};
constexpr RemarkKind kOfNobody{ProblemKind::kRejected, "the biosample names no individual",
                               "name it as \"individualId\""};
constexpr RemarkKind kOfNoSample{ProblemKind::kRejected, "run that belongs to no biosample",
                                 "name \"biosampleId\", or \"individualId\" where the biosample is of no other file, "
                                 "and import the files together"};
constexpr RemarkKind kOfNoRun{ProblemKind::kRejected, "analysis that belongs to no run",
                              "name \"runId\", or \"biosampleId\" and \"individualId\", and import the files together"};
constexpr RemarkKind kSampleNotDescribed{ProblemKind::kNote, "biosample that no record describes", kImportTogether};
constexpr RemarkKind kRunNotDescribed{ProblemKind::kNote, "run that no record describes", kImportTogether};

}  // namespace

uint32_t BeaconTree::NumberOfFile(const std::string& name) {
  if (files_.empty() || files_.back() != name) files_.push_back(name);
  return static_cast<uint32_t>(files_.size() - 1);
}

uint32_t BeaconTree::IndividualOf(const std::string& id) {
  const auto [found, added] = individual_by_id_.try_emplace(id, static_cast<uint32_t>(individuals_.size()));
  if (added) individuals_.push_back({kNone, kNone, id, {}});
  return found->second;
}

void BeaconTree::AddIndividual(BeaconPiece piece) {
  Node& node = individuals_[IndividualOf(piece.id)];
  if (node.piece != kNone) {
    node.more.push_back(static_cast<uint32_t>(individual_pieces_.size()));
    individual_pieces_.push_back(std::move(piece));
    return;
  }
  node.piece = static_cast<uint32_t>(individual_pieces_.size());
  individual_pieces_.push_back(std::move(piece));
}

void BeaconTree::ReturnTo(const BeaconPiece& piece) {
  reporter_.ReturnTo(files_[piece.file], piece.number, piece.line);
  reporter_.SetId(piece.individual);
}

void BeaconTree::Reject(const BeaconPiece& piece, const RemarkKind& kind, std::string_view reason) {
  ReturnTo(piece);
  reporter_.Report(kind, "", piece.id, reason);
}

uint32_t BeaconTree::Insert(Level& level, std::vector<uint32_t>& siblings, uint32_t parent, const Pieces& pieces,
                            uint32_t piece, std::string_view what) {
  const std::string& id = pieces[piece].id;
  if (!id.empty()) {
    if (const std::optional<uint32_t> present = level.Find(parent, id)) {
      const uint32_t earlier = level.nodes[*present].piece;
      if (earlier == kNone) {
        level.nodes[*present].piece = piece;
      } else if (pieces[earlier].rows == pieces[piece].rows) {
        ReturnTo(pieces[piece]);
        ReportPiece({model::Taken::How::kRepeated, ""}, reporter_);
      } else {
        Reject(pieces[piece], kSameId,
               Concat({"an earlier ", what, " has the id \"", id, "\", too, and says something else (record ",
                       std::to_string(pieces[earlier].number), " of ", files_[pieces[earlier].file], ")"}));
      }
      return *present;
    }
  }
  const uint32_t node = level.Add(parent, piece, id);
  siblings.push_back(node);
  return node;
}

void BeaconTree::Join() {
  JoinSamples();
  JoinRuns();
  JoinAnalyses();
}

void BeaconTree::JoinSamples() {
  // A biosample that names no individual may have one by its runs.
  TextMap<const std::string*> individual_of;
  bool needed = false;
  for (const BeaconPiece& piece : sample_pieces_) needed = needed || piece.individual.empty();
  if (needed) {
    for (const Pieces* pieces : {&run_pieces_, &analysis_pieces_}) {
      for (const BeaconPiece& piece : *pieces) {
        if (piece.sample.empty() || piece.individual.empty()) continue;
        const auto [found, added] = individual_of.try_emplace(piece.sample, &piece.individual);
        if (!added && found->second != nullptr && *found->second != piece.individual) found->second = nullptr;
      }
    }
  }
  for (uint32_t i = 0; i < sample_pieces_.size(); ++i) {
    BeaconPiece& piece = sample_pieces_[i];
    if (piece.individual.empty() && !piece.id.empty()) {
      const auto found = individual_of.find(piece.id);
      if (found != individual_of.end() && found->second != nullptr) piece.individual = *found->second;
    }
    if (piece.individual.empty()) {
      Reject(piece, kOfNobody);
      continue;
    }
    const uint32_t individual = IndividualOf(piece.individual);
    Insert(samples_, individuals_[individual].children, individual, sample_pieces_, i, "biosample");
  }
  samples_.described = static_cast<uint32_t>(samples_.nodes.size());
}

uint32_t BeaconTree::SampleOf(const BeaconPiece& piece, std::string* reason) {
  if (piece.sample.empty()) {
    *reason = "it names no biosample";
    return kNone;
  }
  const auto found = samples_.by_id.find(piece.sample);
  if (piece.individual.empty()) {
    if (found != samples_.by_id.end() && !found->second.several) return found->second.first;
    *reason = found != samples_.by_id.end()
                  ? "it names no individual, and several have a biosample with this id"
                  : Concat({"no record describes the biosample \"", piece.sample, "\", and it names no individual"});
    return kNone;
  }
  const auto owner = individual_by_id_.find(piece.individual);
  if (owner != individual_by_id_.end()) {
    if (const std::optional<uint32_t> sample = samples_.Find(owner->second, piece.sample)) return *sample;
  }
  // If a record describes it, it is another individual's. If it is only named by others, each of them may have one with
  // this id.
  if (samples_.IsDescribed(piece.sample)) {
    *reason = Concat({"the biosample \"", piece.sample, "\" is not of the individual \"", piece.individual, "\""});
    return kNone;
  }
  reporter_.ReturnTo(files_[piece.file], piece.number, piece.line);
  reporter_.SetId(piece.individual);
  reporter_.Report(kSampleNotDescribed, "", piece.sample,
                   Concat({"no record describes the biosample \"", piece.sample, "\": only its id is known"}));
  const uint32_t individual = IndividualOf(piece.individual);
  const uint32_t sample = samples_.Add(individual, kNone, piece.sample);
  individuals_[individual].children.push_back(sample);
  return sample;
}

void BeaconTree::JoinRuns() {
  for (uint32_t i = 0; i < run_pieces_.size(); ++i) {
    const BeaconPiece& piece = run_pieces_[i];
    std::string reason;
    const uint32_t sample = SampleOf(piece, &reason);
    if (sample == kNone) {
      Reject(piece, kOfNoSample, Concat({"the run belongs to no biosample: ", reason}));
    } else {
      Insert(runs_, samples_.nodes[sample].children, sample, run_pieces_, i, "run");
    }
  }
  runs_.described = static_cast<uint32_t>(runs_.nodes.size());
}

uint32_t BeaconTree::RunOf(const BeaconPiece& piece, std::string* reason) {
  if (piece.run.empty()) {
    *reason = "it names no run";
    return kNone;
  }
  const auto found = runs_.by_id.find(piece.run);
  if (found != runs_.by_id.end() && !found->second.several) {
    const Node& sample = samples_.nodes[runs_.nodes[found->second.first].parent];
    const bool other = (!piece.sample.empty() && piece.sample != sample.id) ||
                       (!piece.individual.empty() && piece.individual != individuals_[sample.parent].id);
    if (!other) return found->second.first;
    if (runs_.IsDescribed(piece.run)) {
      *reason = Concat({"the run \"", piece.run, "\" is of another biosample or individual"});
      return kNone;
    }
  }
  const uint32_t sample = SampleOf(piece, reason);
  if (sample == kNone) return kNone;
  if (const std::optional<uint32_t> run = runs_.Find(sample, piece.run)) return *run;
  reporter_.ReturnTo(files_[piece.file], piece.number, piece.line);
  reporter_.SetId(piece.individual);
  reporter_.Report(kRunNotDescribed, "", piece.run,
                   Concat({"no record describes the run \"", piece.run, "\": only its id is known"}));
  const uint32_t run = runs_.Add(sample, kNone, piece.run);
  samples_.nodes[sample].children.push_back(run);
  return run;
}

void BeaconTree::JoinAnalyses() {
  for (uint32_t i = 0; i < analysis_pieces_.size(); ++i) {
    const BeaconPiece& piece = analysis_pieces_[i];
    std::string reason;
    const uint32_t run = RunOf(piece, &reason);
    if (run == kNone) {
      Reject(piece, kOfNoRun, Concat({"the analysis belongs to no run: ", reason}));
    } else {
      Insert(analyses_, runs_.nodes[run].children, run, analysis_pieces_, i, "analysis");
    }
  }
}

const BeaconPiece* BeaconTree::FirstPieceBelow(const Node& individual) const {
  for (const uint32_t sample : individual.children) {
    const Node& node = samples_.nodes[sample];
    if (node.piece != kNone) return &sample_pieces_[node.piece];
    for (const uint32_t run : node.children) {
      if (runs_.nodes[run].piece != kNone) return &run_pieces_[runs_.nodes[run].piece];
    }
  }
  return nullptr;
}

const BeaconLevel::Named* BeaconTree::FindSample(const std::string& id) const {
  const auto found = samples_.by_id.find(id);
  return found == samples_.by_id.end() ? nullptr : &found->second;
}

}  // namespace muster::import
