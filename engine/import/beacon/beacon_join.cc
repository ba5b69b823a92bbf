#include "engine/import/beacon/beacon_join.h"

#include <algorithm>
#include <variant>

#include "engine/import/record/deliver/deliver.h"
#include "engine/import/record/deliver/report_taken.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using ProblemKind = ImportProblem::Kind;
constexpr RemarkKind kIndividualNotDescribed{ProblemKind::kNote, "individual that no record describes",
                                             kImportTogether};
constexpr RemarkKind kRelative{
    ProblemKind::kNote, "individual placed in a family by the pedigree of another one",
    "nothing, if the pedigree is right; who their own parents are says only a pedigree of theirs"};
constexpr RemarkKind kSampleOfSeveral{
    ProblemKind::kNote, "biosample that a Beacon dataset lists, and several individuals have: it places nobody",
    "list the individuals of the dataset as \"individualIds\""};
constexpr RemarkKind kCohortMember{ProblemKind::kNote, "cohort member that no record describes", kImportTogether};
constexpr RemarkKind kDatasetMember{ProblemKind::kNote, "dataset member that no record describes", kImportTogether};

using model::Concat;
using model::Entity;

constexpr RemarkKind kSeveralDatasets{
    ImportProblem::Kind::kNote, "individual that several Beacon datasets list",
    "it is imported into the first; import the datasets one by one to have it in each"};

constexpr uint64_t kRecordsBetweenTicks = 256;

}  // namespace

void BeaconJoin::PlaceIndividual(std::string_view individual, const std::string& dataset) {
  const auto [found, added] = dataset_of_.try_emplace(std::string(individual), dataset);
  if (added || found->second == dataset) return;
  reporter_.Report(kSeveralDatasets, "", individual);
}

void BeaconJoin::PlaceSample(std::string_view sample, const std::string& dataset) {
  placed_samples_.push_back(
      {std::string(sample), dataset, tree_.NumberOfFile(reporter_.file()), reporter_.record(), reporter_.line()});
}

void BeaconJoin::PlaceBySamples() {
  for (const PlacedSample& placed : placed_samples_) {
    const BeaconLevel::Named* sample = tree_.FindSample(placed.id);
    if (sample == nullptr) continue;  // nobody here has it
    reporter_.ReturnTo(tree_.FileName(placed.file), placed.number, placed.line);
    reporter_.SetId(placed.dataset);
    if (sample->several) {
      reporter_.Report(kSampleOfSeveral, "", placed.id);
    } else {
      PlaceIndividual(tree_.individuals()[tree_.Sample(sample->first).parent].id, placed.dataset);
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

model::Record BeaconJoin::Blank(const std::string& id) {
  draft_.Begin(dataset_, id);
  draft_.SetKeyword(0, model::field::kDataset, dataset_);
  return draft_.Finish();
}

absl::Status BeaconJoin::AppendSample(const BeaconNode& sample, model::Record* record) {
  const auto sample_row = static_cast<uint32_t>(record->rows.size());
  if (sample.piece == BeaconTree::kNone) {
    AppendNamed(Entity::kSample, model::field::kSampleId, sample.id, 0, record);
  } else if (absl::Status status = AppendRows(tree_.PieceOfSample(sample), 1, 0, record); !status.ok()) {
    return status;
  }
  for (const uint32_t run_index : sample.children) {
    const BeaconNode& run = tree_.Run(run_index);
    const auto run_row = static_cast<uint32_t>(record->rows.size());
    if (run.piece == BeaconTree::kNone) {
      AppendNamed(Entity::kRun, model::field::kRunId, run.id, sample_row, record);
    } else if (absl::Status status = AppendRows(tree_.PieceOfRun(run), 2, sample_row, record); !status.ok()) {
      return status;
    }
    for (const uint32_t analysis : run.children) {
      BeaconPiece& piece = tree_.PieceOfAnalysis(analysis);
      if (absl::Status status = AppendRows(piece, 3, run_row, record); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<model::Record> BeaconJoin::UnitePieces(const BeaconNode& individual) {
  absl::StatusOr<model::Record> united = TakeRows(tree_.PieceOfIndividual(individual.piece));
  uint32_t records = 0;
  for (const uint32_t number : individual.more) {
    BeaconPiece& piece = tree_.PieceOfIndividual(number);
    if (++records > model::kMaxUnited) {
      tree_.ReturnTo(piece);
      ReportPiece({model::Taken::How::kTooMany, {}}, reporter_);
      continue;
    }
    const absl::StatusOr<model::Record> other = TakeRows(piece);
    if (!united.ok() || !other.ok()) return united.ok() ? other : united;
    model::Record both = *united;
    model::Taken taken;
    if (const auto contradiction = model::Unite(*other, both, sink_.symbols())) {
      taken = {model::Taken::How::kRefused, model::Show(*contradiction, sink_.symbols())};
    } else if (both == *united) {
      taken.how = model::Taken::How::kRepeated;
      if (records == 1) taken.remark = model::DescribeLoss(*united, *other);
    } else {
      taken.how = model::Taken::How::kUnited;
      *united = std::move(both);
    }
    tree_.ReturnTo(piece);
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

absl::Status BeaconJoin::Assemble(const BeaconNode& individual, model::Record* record) {
  if (individual.piece == BeaconTree::kNone) {
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
    if (absl::Status status = AppendSample(tree_.Sample(sample), record); !status.ok()) return status;
  }
  PlaceInPedigrees(individual.id, record);
  CompleteAges(record);
  return absl::OkStatus();
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
  tree_.Join();
  PlaceBySamples();
  reporter_.ReturnTo(tree_.LastFile(), 0);
  uint64_t delivered = 0;
  for (const BeaconNode& individual : tree_.individuals()) {
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
    reporter_.ReturnTo(tree_.LastFile(), 0);
    reporter_.SetId(individual.id);
    model::Taken taken;
    const bool whole = tables_ == nullptr || !tables_->has_left_out();
    if (absl::Status status = DeliverRecord(std::move(record), draft_.plausibility(), sink_, reporter_, &taken, whole);
        !status.ok())
      return status;
    if (individual.piece != BeaconTree::kNone) continue;
    if (taken.how == model::Taken::How::kReplaced) {
      return absl::InvalidArgumentError(Concat(
          {"the individual \"", individual.id, "\" has biosamples, runs or analyses in these files, but nothing ",
           "describes it, and the catalogue has it from before: import the Beacon files of a dataset together"}));
    }
    if (taken.how != model::Taken::How::kAdded) continue;  // a record of another form describes it
    if (const BeaconPiece* piece = tree_.FirstPieceBelow(individual)) tree_.ReturnTo(*piece);
    reporter_.SetId(individual.id);
    reporter_.Report(kIndividualNotDescribed, "", individual.id,
                     "no record describes the individual: only its id and its biosamples are known");
  }
  reporter_.ReturnTo(tree_.LastFile(), 0);
  ReportAbsent(kCohortMember, cohorts_);
  ReportAbsent(kDatasetMember, dataset_of_);
  return absl::OkStatus();
}

}  // namespace muster::import
