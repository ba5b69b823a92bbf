#include "engine/import/beacon/beacon_join.h"

#include <algorithm>
#include <variant>

#include "engine/import/beacon/beacon_piece.h"
#include "engine/import/record/deliver.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

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
constexpr std::string_view kFilesTogether =
    "import the file that describes it together with these; see whether the ids are written alike";
constexpr RemarkKind kSampleNotDescribed{ProblemKind::kNote, "biosample that no record describes", kFilesTogether};
constexpr RemarkKind kRunNotDescribed{ProblemKind::kNote, "run that no record describes", kFilesTogether};
constexpr RemarkKind kIndividualNotDescribed{ProblemKind::kNote, "individual that no record describes", kFilesTogether};
constexpr RemarkKind kRelative{
    ProblemKind::kNote, "individual placed in a family by the pedigree of another one",
    "nothing, if the pedigree is right; who their own parents are says only a pedigree of theirs"};
constexpr RemarkKind kSampleOfSeveral{
    ProblemKind::kNote, "biosample that a Beacon dataset lists, and several individuals have: it places nobody",
    "list the individuals of the dataset as \"individualIds\""};
constexpr RemarkKind kCohortMember{ProblemKind::kNote, "cohort member that no record describes", kFilesTogether};
constexpr RemarkKind kDatasetMember{ProblemKind::kNote, "dataset member that no record describes", kFilesTogether};

using model::Concat;
using model::Entity;

constexpr uint64_t kRecordsBetweenTicks = 256;

}  // namespace

uint32_t BeaconJoin::NumberOfFile(const std::string& name) {
  if (files_.empty() || files_.back() != name) files_.push_back(name);
  return static_cast<uint32_t>(files_.size() - 1);
}

uint32_t BeaconJoin::IndividualOf(const std::string& id) {
  const auto [found, added] = individual_by_id_.try_emplace(id, static_cast<uint32_t>(individuals_.size()));
  if (added) individuals_.push_back({kNone, kNone, id, {}});
  return found->second;
}

void BeaconJoin::AddIndividual(BeaconPiece piece) {
  Node& node = individuals_[IndividualOf(piece.id)];
  if (node.piece != kNone) {
    node.more.push_back(static_cast<uint32_t>(individual_pieces_.size()));
    individual_pieces_.push_back(std::move(piece));
    return;
  }
  node.piece = static_cast<uint32_t>(individual_pieces_.size());
  individual_pieces_.push_back(std::move(piece));
}

void BeaconJoin::ReturnTo(const BeaconPiece& piece) {
  reporter_.ReturnTo(files_[piece.file], piece.number, piece.line);
  reporter_.SetId(piece.individual);
}

void BeaconJoin::Reject(const BeaconPiece& piece, const RemarkKind& kind, std::string_view reason) {
  ReturnTo(piece);
  reporter_.Report(kind, "", piece.id, reason);
}

uint32_t BeaconJoin::Insert(Level& level, std::vector<uint32_t>& siblings, uint32_t parent, const Pieces& pieces,
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

void BeaconJoin::JoinSamples() {
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

uint32_t BeaconJoin::SampleOf(const BeaconPiece& piece, std::string* reason) {
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
  // Where a record describes it, it is somebody else's. Of what others only name, each may have one of this id.
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

void BeaconJoin::PlaceIndividual(std::string_view individual, const std::string& dataset) {
  const auto [found, added] = dataset_of_.try_emplace(std::string(individual), dataset);
  if (added || found->second == dataset) return;
  reporter_.Report({ImportProblem::Kind::kNote, "individual that several Beacon datasets list",
                    "it is imported into the first; import the datasets one by one to have it in each"},
                   "", individual);
}

void BeaconJoin::PlaceSample(std::string_view sample, const std::string& dataset) {
  placed_samples_.push_back(
      {std::string(sample), dataset, NumberOfFile(reporter_.file()), reporter_.record(), reporter_.line()});
}

void BeaconJoin::PlaceBySamples() {
  for (const PlacedSample& placed : placed_samples_) {
    const auto found = samples_.by_id.find(placed.id);
    if (found == samples_.by_id.end()) continue;  // nobody here has it
    reporter_.ReturnTo(files_[placed.file], placed.number, placed.line);
    reporter_.SetId(placed.dataset);
    if (found->second.several) {
      reporter_.Report(kSampleOfSeveral, "", placed.id);
    } else {
      PlaceIndividual(individuals_[samples_.nodes[found->second.first].parent].id, placed.dataset);
    }
  }
}

void BeaconJoin::MoveToDataset(const std::string& individual, model::Record* record) {
  const auto found = dataset_of_.find(individual);
  if (found == dataset_of_.end()) return;
  record->dataset = found->second;
  for (model::FieldValue& value : record->rows[0].values) {
    if (value.field == model::field::kDataset)
      value.value = sink_.Intern(model::NormalizeKeyword(found->second), found->second);
  }
  dataset_of_.erase(found);
}

void BeaconJoin::JoinRuns() {
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

uint32_t BeaconJoin::RunOf(const BeaconPiece& piece, std::string* reason) {
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

void BeaconJoin::JoinAnalyses() {
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

model::Record BeaconJoin::Blank(const std::string& id) {
  draft_.Begin(dataset_, id);
  draft_.SetKeyword(0, model::field::kDataset, dataset_);
  return draft_.Finish();
}

absl::Status BeaconJoin::AppendSample(const Node& sample, model::Record* record) {
  const auto sample_row = static_cast<uint32_t>(record->rows.size());
  if (sample.piece == kNone) {
    AppendNamed(Entity::kSample, model::field::kSampleId, sample.id, 0, record);
  } else if (absl::Status status = AppendRows(sample_pieces_[sample.piece], 1, 0, record); !status.ok()) {
    return status;
  }
  for (const uint32_t run_index : sample.children) {
    const Node& run = runs_.nodes[run_index];
    const auto run_row = static_cast<uint32_t>(record->rows.size());
    if (run.piece == kNone) {
      AppendNamed(Entity::kRun, model::field::kRunId, run.id, sample_row, record);
    } else if (absl::Status status = AppendRows(run_pieces_[run.piece], 2, sample_row, record); !status.ok()) {
      return status;
    }
    for (const uint32_t analysis : run.children) {
      BeaconPiece& piece = analysis_pieces_[analyses_.nodes[analysis].piece];
      if (absl::Status status = AppendRows(piece, 3, run_row, record); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<model::Record> BeaconJoin::UnitePieces(const Node& individual) {
  absl::StatusOr<model::Record> united = TakeRows(individual_pieces_[individual.piece]);
  uint32_t records = 0;
  for (const uint32_t number : individual.more) {
    BeaconPiece& piece = individual_pieces_[number];
    if (++records > model::kMaxUnited) {
      ReturnTo(piece);
      ReportPiece({model::Taken::How::kTooMany, {}}, reporter_);
      continue;
    }
    const absl::StatusOr<model::Record> other = TakeRows(piece);
    if (!united.ok() || !other.ok()) return united.ok() ? other : united;
    model::Record both = *united;
    model::Taken taken;
    if (const auto contradiction = model::Unite(*other, both, sink_.symbols())) {
      taken = {model::Taken::How::kRefused, model::Show(*contradiction, sink_.symbols())};
    } else {
      taken.how = both == *united ? model::Taken::How::kRepeated : model::Taken::How::kUnited;
      *united = std::move(both);
    }
    ReturnTo(piece);
    ReportPiece(taken, reporter_);
  }
  return united;
}

// A member of another one's pedigree has a place in that family, also without a pedigree of their own.
void BeaconJoin::PlaceInPedigrees(const std::string& individual, model::Record* record) {
  namespace field = model::field;
  const auto found = relatives_.find(individual);
  if (found == relatives_.end()) return;
  const auto of_family = [&](const std::string& family) {
    const std::optional<model::Symbol> symbol = sink_.symbols().Find(family);
    return symbol.has_value() && std::ranges::any_of(record->rows, [&](const model::Row& row) {
             const model::Value* value = row.entity == Entity::kPedigree ? row.Find(field::kPedigreeFamily) : nullptr;
             return value != nullptr && std::get<model::Symbol>(*value) == *symbol;
           });
  };
  for (const Relative& relative : found->second) {
    if (of_family(relative.family)) continue;
    reporter_.Report(kRelative, "/pedigrees", relative.family);
    draft_.Resume(std::move(*record));
    const uint32_t row = draft_.AddRow(Entity::kPedigree, 0);
    draft_.SetKeyword(row, field::kPedigreeFamily, relative.family);
    draft_.SetKeyword(row, field::kPedigreeMember, individual);
    if (!relative.role.empty()) draft_.SetKeyword(row, field::kPedigreeRole, relative.role);
    *record = draft_.Finish();
  }
  relatives_.erase(found);
}

absl::Status BeaconJoin::Assemble(const Node& individual, model::Record* record) {
  if (individual.piece == kNone) {
    *record = Blank(individual.id);
  } else {
    absl::StatusOr<model::Record> united = UnitePieces(individual);
    if (!united.ok()) return united.status();
    *record = *std::move(united);
  }
  if (const auto found = cohorts_.find(individual.id); found != cohorts_.end()) {
    for (const model::Symbol cohort : found->second) {
      std::vector<model::FieldValue>& values = record->rows[0].values;
      const model::FieldValue value{model::field::kCohort, cohort};
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
    cohorts_.erase(found);
  }
  MoveToDataset(individual.id, record);
  for (const uint32_t sample : individual.children) {
    if (absl::Status status = AppendSample(samples_.nodes[sample], record); !status.ok()) return status;
  }
  PlaceInPedigrees(individual.id, record);
  CompleteAges(record);
  return absl::OkStatus();
}

const BeaconPiece* BeaconJoin::NamedBy(const Node& individual) const {
  for (const uint32_t sample : individual.children) {
    const Node& node = samples_.nodes[sample];
    if (node.piece != kNone) return &sample_pieces_[node.piece];
    for (const uint32_t run : node.children) {
      if (runs_.nodes[run].piece != kNone) return &run_pieces_[runs_.nodes[run].piece];
    }
  }
  return nullptr;
}

// Those whom a list names, and no record.
template <typename Members>
void BeaconJoin::ReportAbsent(const RemarkKind& kind, const Members& members) {
  std::vector<std::string_view> names;
  for (const auto& [name, lists] : members) names.push_back(name);
  std::sort(names.begin(), names.end());
  for (const std::string_view name : names) {
    reporter_.SetId(name);
    reporter_.Report(kind, "", name);
  }
}

absl::Status BeaconJoin::Deliver(const std::function<absl::Status()>& tick) {
  JoinSamples();
  JoinRuns();
  JoinAnalyses();
  PlaceBySamples();
  reporter_.ReturnTo(files_.empty() ? std::string() : files_.back(), 0);
  uint64_t delivered = 0;
  for (const Node& individual : individuals_) {
    if (++delivered % kRecordsBetweenTicks == 0) {
      if (absl::Status status = tick(); !status.ok()) return status;
    }
    reporter_.SetId(individual.id);
    model::Record record;
    if (absl::Status status = Assemble(individual, &record); !status.ok()) return status;
    if (tables_ != nullptr) {
      draft_.Resume(std::move(record));
      const bool same_person = tables_->AddTo(draft_);
      record = draft_.Finish();
      if (!same_person) continue;
    }
    reporter_.ReturnTo(files_.empty() ? std::string() : files_.back(), 0);
    reporter_.SetId(individual.id);
    model::Taken taken;
    if (absl::Status status = DeliverRecord(std::move(record), draft_.plausibility(), sink_, reporter_, &taken);
        !status.ok())
      return status;
    if (individual.piece != kNone) continue;
    if (taken.how == model::Taken::How::kReplaced) {
      return absl::InvalidArgumentError(Concat(
          {"the individual \"", individual.id, "\" has biosamples, runs or analyses in these files, but nothing ",
           "describes it, and the catalogue has it from before: import the Beacon files of a dataset together"}));
    }
    if (taken.how != model::Taken::How::kAdded) continue;  // a record of another form describes it
    if (const BeaconPiece* piece = NamedBy(individual)) ReturnTo(*piece);
    reporter_.SetId(individual.id);
    reporter_.Report(kIndividualNotDescribed, "", individual.id,
                     "no record describes the individual: only its id and its biosamples are known");
  }
  reporter_.ReturnTo(files_.empty() ? std::string() : files_.back(), 0);
  ReportAbsent(kCohortMember, cohorts_);
  ReportAbsent(kDatasetMember, dataset_of_);
  return absl::OkStatus();
}

}  // namespace muster::import
