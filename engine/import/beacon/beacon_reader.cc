#include "engine/import/beacon/beacon_reader.h"

#include <utility>

#include "engine/import/beacon/beacon_parts.h"
#include "engine/import/beacon/read_collection.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kBeaconWithoutId{ImportProblem::Kind::kRejected, "the record has no id",
                                      "give the record an id; Beacon's records have one"};
constexpr RemarkKind kNoCollectionId{ImportProblem::Kind::kRejected,
                                     "dataset or cohort without an id, or with a very long one",
                                     "give it an id of 1,024 bytes at most"};
constexpr RemarkKind kOtherDataset{
    ImportProblem::Kind::kNote, "Beacon dataset of another id than the one imported into",
    "its description is kept under its own id, and individuals belong to the dataset of the import: say --dataset ID"};
constexpr RemarkKind kSeveralUses{ImportProblem::Kind::kNote, "several codes of data use in one id",
                                  "nothing, if all of them hold; write an object for each"};
constexpr RemarkKind kUnreadUse{ImportProblem::Kind::kNote,
                                "member of a data use that is not known: it may be a condition",
                                "write conditions as terms of DUO: {\"duoDataUse\": [{\"id\": \"DUO:0000018\"}]}; "
                                "until then a short one forbids use"};
constexpr RemarkKind kNoMembers{ImportProblem::Kind::kNote, "Beacon cohort without members",
                                "list them as \"members\" or \"individualIds\"; else nobody is known to belong to it"};

using model::Entity;

}  // namespace

void BeaconReader::Read(BeaconKind kind, Element record) {
  ++reporter_.report().records;
  if (kind == BeaconKind::kCohort) return ReadCohort(record);
  if (kind == BeaconKind::kDataset) return ReadDataset(record);
  BeaconPiece piece;
  piece.id = MemberText(record, "id");
  piece.individual = kind == BeaconKind::kIndividual ? piece.id : MemberText(record, "individualId");
  piece.sample = MemberText(record, "biosampleId");
  piece.run = MemberText(record, "runId");
  piece.file = join_.NumberOfFile(reporter_.file());
  piece.number = reporter_.record();
  piece.line = reporter_.line();
  for (std::string* id : {&piece.id, &piece.individual, &piece.sample, &piece.run}) {
    if (symbols_.rules().IsMissing(*id)) id->clear();  // such as "NA"
  }
  for (const std::string* id : {&piece.id, &piece.individual, &piece.sample, &piece.run}) {
    if (model::IsRoundedNumber(*id)) return reporter_.Report(kRoundedId, "", *id);
    if (id->size() > kMaxTextBytes) return reporter_.Report(kLongId, "", *id);
  }
  reporter_.SetId(piece.individual);
  if (kind == BeaconKind::kIndividual) {
    ReadIndividual(record, std::move(piece));
  } else {
    ReadPart(kind, record, std::move(piece));
  }
}

void BeaconReader::ReadIndividual(Element record, BeaconPiece piece) {
  if (piece.id.empty()) {
    return reporter_.Report(kBeaconWithoutId, "/id", {});
  }
  draft_.Begin(dataset_, piece.id);
  draft_.SetKeyword(0, model::field::kDataset, dataset_);
  const JsonPath root(mapping_.root());
  MakeParentsOfRecord(draft_, root, record);
  ReadBeaconIndividual(draft_, root, record);
  MapRecord(draft_, mapping_, root, record);
  for (Relative& relative : RelativesIn(record, piece.id)) join_.AddRelative(std::move(relative));
  piece.rows = model::EncodeRecord(draft_.Finish());
  join_.AddIndividual(std::move(piece));
}

void BeaconReader::ReadPart(BeaconKind kind, Element record, BeaconPiece piece) {
  const bool is_sample = kind == BeaconKind::kBiosample;
  const bool is_run = kind == BeaconKind::kRun;
  // A mapping sees the record as an element of an array of the individual.
  const JsonPath root(mapping_.root());
  const JsonPath list(root, is_sample ? "biosamples" : is_run ? "runs" : "analyses");
  JsonPath at(list, static_cast<size_t>(read_[is_sample ? 0 : is_run ? 1 : 2]++));
  draft_.Begin(dataset_, piece.individual);
  // Rows above the record's own only hold the place.
  uint32_t row = draft_.AddRow(Entity::kSample, 0);
  if (!is_sample) row = draft_.AddRow(Entity::kRun, row);
  if (!is_sample && !is_run) row = draft_.AddRow(Entity::kAnalysis, row);
  at.set_row(row);
  if (is_sample) {
    ReadBeaconSample(draft_, row, at, record);
  } else if (is_run) {
    ReadBeaconRun(draft_, row, at, record);
  } else {
    ReadBeaconAnalysis(draft_, row, at, record);
  }
  ExtendMappedRow(draft_, at, record, row);
  piece.rows = model::EncodeRecord(draft_.Finish());
  if (is_sample) {
    join_.AddSample(std::move(piece));
  } else if (is_run) {
    join_.AddRun(std::move(piece));
  } else {
    join_.AddAnalysis(std::move(piece));
  }
}

void BeaconReader::ReadDataset(Element record) {
  std::string id = MemberText(record, "id");
  if (id.empty() || id.size() > kMaxCodeBytes) return reporter_.Report(kNoCollectionId, "/id", id);
  // Without a dataset of its own, an import takes those of the files.
  const bool placed = dataset_ == ImportOptions().dataset && PlaceMembers(record, id);
  if (id != dataset_ && !placed) {
    reporter_.Report(kOtherDataset, "/id", id);
  }
  AddCollection(model::Collection::Kind::kDataset, std::move(id), record);
}

bool BeaconReader::PlaceMembers(Element record, const std::string& dataset) {
  const std::optional<Element> ids = Member(record, "ids");
  if (!ids.has_value()) return false;
  bool any = false;
  for (const bool sample : {false, true}) {
    const std::optional<Element> list = Member(*ids, sample ? "biosampleIds" : "individualIds");
    Array array;
    if (!list.has_value() || list->get(array) != simdjson::SUCCESS) continue;
    for (const Element member : array) {
      const std::string id = ScalarText(member).value_or("");
      if (id.empty() || id.size() > kMaxTextBytes) continue;
      any = true;
      sample ? join_.PlaceSample(id, dataset) : join_.PlaceIndividual(id, dataset);
    }
  }
  return any;
}

void BeaconReader::AddCollection(model::Collection::Kind kind, std::string id, Element record) {
  OddDataUse odd;
  const absl::Status added = sink_.AddCollection(ReadBeaconCollection(kind, std::move(id), record, &odd));
  for (const std::string& unread : odd.unread) reporter_.Report(kUnreadUse, "/dataUseConditions", unread);
  for (const std::string& ids : odd.joined) {
    reporter_.Report(kSeveralUses, "/dataUseConditions/duoDataUse", ids,
                     model::Concat({"\"", ids, "\" is taken for several conditions of use"}));
  }
  ++reporter_.report().descriptions;
  if (status_.ok()) status_ = added;
}

void BeaconReader::ReadCohort(Element record) {
  const std::string id = MemberText(record, "id");
  if (id.empty() || id.size() > kMaxCodeBytes) return reporter_.Report(kNoCollectionId, "/id", id);
  const model::Symbol cohort = symbols_.OfKeyword(id);
  uint64_t members = 0;
  const auto add = [&](const std::optional<Element>& list) {
    Array array;
    if (!list.has_value() || list->get(array) != simdjson::SUCCESS) return;
    for (const Element member : array) {
      std::string individual = MemberText(member, "individualId");
      if (individual.empty()) individual = MemberText(member, "id");
      if (individual.empty()) individual = ScalarText(member).value_or("");
      if (individual.empty() || individual.size() > kMaxTextBytes) continue;
      ++members;
      join_.AddMember(individual, cohort);
    }
  };
  add(Member(record, "members"));
  add(Member(record, "individualIds"));
  if (const std::optional<Element> ids = Member(record, "ids")) add(Member(*ids, "individualIds"));
  if (members == 0) {
    reporter_.Report(kNoMembers, "", id, "the cohort lists no members, so no individual is known to belong to it");
  }
  AddCollection(model::Collection::Kind::kCohort, id, record);
}

}  // namespace muster::import
