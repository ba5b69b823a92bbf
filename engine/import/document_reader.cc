#include "engine/import/document_reader.h"

#include <new>
#include <optional>
#include <span>
#include <utility>

#include "containers/hash_table.h"
#include "engine/import/beacon/beacon_reader.h"
#include "engine/import/beacon/kind_in_file.h"
#include "engine/import/foreign_document.h"
#include "engine/import/input/json_error.h"
#include "engine/import/input/json_value.h"
#include "engine/import/input/objects_of_line.h"
#include "engine/import/phenopacket/packet_shape.h"
#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/read_packet.h"
#include "engine/import/phenopacket/read_pedigree.h"
#include "engine/import/record/deliver/deliver.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/symbols.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Far deeper than any phenopacket; keeps the readers' recursion and simdjson's stacks small.
constexpr size_t kMaxDepth = 256;
// Of the parser, in bytes of a document: it takes some 14 times as many. Most readers of a single text need the first.
constexpr size_t kFirstCapacity = size_t{4} << 10;
constexpr size_t kUsualCapacity = size_t{64} << 10;

constexpr RemarkKind kPacketWithoutId{
    ImportProblem::Kind::kRejected, "the record has no id",
    "name the member that identifies a record in a mapping, such as {\"identity\": \"/subject/id\"}, and import with "
    "--mapping"};
constexpr RemarkKind kVariations{ImportProblem::Kind::kRejected,
                                 "genomic variations of Beacon are not read; the file is skipped",
                                 "import it as variants of interpretations in phenopackets"};
constexpr RemarkKind kNoPacket{ImportProblem::Kind::kRejected, "not a phenopacket: it has none of its members",
                               "take the records out of what is around them: each has a subject, or one of the other "
                               "members of a phenopacket or of a Beacon record"};
constexpr RemarkKind kNoJsonObject{ImportProblem::Kind::kRejected, "not a phenopacket: a JSON object should stand here",
                                   "write each record as an object { ... }"};
constexpr RemarkKind kNoMembersOfGroup{ImportProblem::Kind::kRejected, "family or cohort without members",
                                       "a family has a \"proband\" or \"relatives\", a cohort \"members\""};
constexpr RemarkKind kNoId{ImportProblem::Kind::kRejected, "the record's id is a marker of a missing value",
                           "give the record an id; if it is one, name it in the mapping: \"not missing\": [...]"};
constexpr RemarkKind kNotJson{ImportProblem::Kind::kRejected, "record that is not valid JSON",
                              "correct the record in the source; the others were imported"};
constexpr RemarkKind kOntologyInLine{ImportProblem::Kind::kRejected, "ontology on one line with another object",
                                     "import it as a file of its own"};

// Members of the wrappers that hold packets.
constexpr std::string_view kFamily[] = {"proband", "relatives"};
constexpr std::string_view kCohort[] = {"members"};

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

}  // namespace

class DocumentReader::Impl {
 public:
  Impl(std::string dataset, const Mapping& mapping, Sink& sink, Reporter& reporter, TableJoin* tables)
      : dataset_(std::move(dataset)),
        mapping_(mapping),
        sink_(sink),
        reporter_(reporter),
        symbols_(sink, mapping.words()),
        draft_(symbols_, reporter),
        tables_(tables),
        beacon_(dataset_, mapping, symbols_, draft_, sink, reporter, tables) {
    // The capacity grows with the documents; the depth is set here. Should memory be short already, parsing says so.
    draft_.set_plausibility(mapping.plausibility());
    draft_.set_exclusion_reader([](RecordDraft& draft, JsonPath& at, Element element, bool status_tells) {
      return ReadExcluded(draft, at, element,
                          status_tells ? StatusMembers::kSayWhetherObserved : StatusMembers::kSayOtherThings);
    });
    if (parser_.allocate(kFirstCapacity, kMaxDepth) != simdjson::SUCCESS) throw std::bad_alloc();
  }

  absl::StatusOr<Outcome> Read(std::string_view json);
  absl::StatusOr<Outcome> ReadAlone(std::string_view json);
  void BeginFile(std::string_view path) { kinds_.Begin(path); }
  const std::string& foreign() const { return foreign_; }
  LabelBatch TakeLabels() { return symbols_.labels().TakeBatch(); }
  absl::Status Finish(const std::function<absl::Status()>& tick) {
    if (absl::Status delivered = beacon_.Deliver(tick); !delivered.ok() || tables_ == nullptr) return delivered;
    return tables_->DeliverRest(dataset_, draft_, sink_, tick);
  }

 private:
  enum class Parsed { kOne, kSeveral, kNone };
  // kNone after rejecting what is not valid JSON; kSeveral where several objects stand one behind the other.
  Parsed Parse(std::string_view json, Element& document);
  absl::StatusOr<Outcome> ReadSeveral(std::string_view json);
  // What a family or cohort says about its members.
  struct Group {
    std::string_view cohort;
    std::optional<Element> rest;  // whose other members are kept with the first record
    std::string_view name;        // "family" or "cohort"
    std::optional<Element> pedigree;
    std::string_view family;   // its id
    std::string_view proband;  // the proband's id in the pedigree
  };
  absl::StatusOr<Outcome> ReadPacket(Element packet, const Group& group);
  absl::StatusOr<Outcome> ReadGroup(Element wrapper, std::string_view name);
  // Of what is no record: says what it is.
  Outcome RejectForeign(Element document);
  std::optional<std::string> Identity(Element packet) const;
  absl::Status Deliver();

  std::string dataset_;
  const Mapping& mapping_;
  Sink& sink_;
  Reporter& reporter_;
  Symbols symbols_;
  RecordDraft draft_;
  TableJoin* tables_;
  BeaconReader beacon_;
  KindInFile kinds_;
  simdjson::dom::parser parser_;
  std::string foreign_;
};

DocumentReader::DocumentReader(std::string dataset, const Mapping& mapping, Sink& sink, Reporter& reporter,
                               TableJoin* tables)
    : impl_(std::make_unique<Impl>(std::move(dataset), mapping, sink, reporter, tables)) {}

DocumentReader::~DocumentReader() = default;

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Read(std::string_view json) { return impl_->Read(json); }

absl::StatusOr<DocumentReader::Outcome> DocumentReader::ReadAlone(std::string_view json) {
  return impl_->ReadAlone(json);
}

LabelBatch DocumentReader::TakeLabels() { return impl_->TakeLabels(); }

const std::string& DocumentReader::foreign() const { return impl_->foreign(); }

void DocumentReader::BeginFile(std::string_view path) { impl_->BeginFile(path); }

absl::Status DocumentReader::Finish(const std::function<absl::Status()>& tick) { return impl_->Finish(tick); }

DocumentReader::Impl::Parsed DocumentReader::Impl::Parse(std::string_view json, Element& document) {
  // Where there is no memory for a record of usual size, there is none for the import: none of its records is left out
  // for that. One that needs much more memory is rejected alone.
  if (json.size() > parser_.capacity() && json.size() <= kUsualCapacity) {
    if (parser_.allocate(kUsualCapacity, kMaxDepth) != simdjson::SUCCESS) throw std::bad_alloc();
  }
  const auto error = parser_.parse(json.data(), json.size(), /*realloc_if_needed=*/false).get(document);
  if (!error) return Parsed::kOne;
  if (error == simdjson::MEMALLOC && json.size() <= kUsualCapacity) throw std::bad_alloc();
  if (!ObjectsOfLine(json).empty()) return Parsed::kSeveral;
  ++reporter_.report().records;
  reporter_.Report(kNotJson, "", "", WhyNotRead(error, json));
  return Parsed::kNone;
}

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Impl::ReadSeveral(std::string_view json) {
  std::optional<Outcome> first;
  for (const std::string_view object : ObjectsOfLine(json)) {
    const absl::StatusOr<Outcome> outcome = Read(object);
    if (!outcome.ok() || *outcome == Outcome::kUnread) return outcome;
    if (*outcome == Outcome::kOboGraphs) reporter_.Report(kOntologyInLine, "", {});
    if (!first.has_value()) first = *outcome;
  }
  return first == Outcome::kForeign ? Outcome::kForeign : Outcome::kRead;
}

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Impl::ReadAlone(std::string_view json) {
  Element document;
  const Parsed parsed = Parse(json, document);
  if (parsed != Parsed::kOne) return parsed == Parsed::kNone ? Outcome::kRead : Outcome::kLeft;
  // Anything else may be one of Beacon's records, a family, a cohort or an ontology.
  return Member(document, "subject").has_value() ? ReadPacket(document, Group()) : Outcome::kLeft;
}

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Impl::Read(std::string_view json) {
  Element document;
  const Parsed parsed = Parse(json, document);
  if (parsed == Parsed::kSeveral) return ReadSeveral(json);
  if (parsed == Parsed::kNone) return Outcome::kRead;
  // (A file of it may be called "individuals.json".)
  if (IsAnswerOfBeacon(document, mapping_.root() != nullptr)) {
    ++reporter_.report().records;
    return RejectForeign(document);
  }
  if (const std::optional<BeaconKind> kind = kinds_.Of(document)) {
    if (kind != BeaconKind::kVariation) {
      beacon_.Read(*kind, document);
      return Outcome::kRead;
    }
    ++reporter_.report().records;
    reporter_.ReturnTo(reporter_.file(), 0);
    reporter_.Report(kVariations, "", {});
    return Outcome::kUnread;
  }
  if (IsObject(document)) {
    if (Member(document, "graphs").has_value() && !Member(document, "subject").has_value()) return Outcome::kOboGraphs;
    if (!Member(document, "subject").has_value()) {
      if (Member(document, "proband").has_value()) return ReadGroup(document, "family");
      if (Member(document, "members").has_value()) return ReadGroup(document, "cohort");
    }
  }
  return ReadPacket(document, Group());
}

std::optional<std::string> DocumentReader::Impl::Identity(Element packet) const {
  Element value = packet;
  for (const std::string& step : mapping_.identity()) {
    std::optional<Element> next = Member(value, step);
    Array array;
    if (!next.has_value() && value.get(array) == simdjson::SUCCESS) {
      size_t index = 0;
      for (const Element element : array) {
        if (std::to_string(index++) == step) next = element;
      }
    }
    if (!next.has_value()) return std::nullopt;
    value = *next;
  }
  return ScalarText(value);
}

DocumentReader::Outcome DocumentReader::Impl::RejectForeign(Element document) {
  foreign_ = WhatItHolds(document);
  const RemarkKind& kind = IsObject(document) ? kNoPacket : kNoJsonObject;
  reporter_.Report(kind, "", {}, foreign_.empty() ? "" : model::Concat({kind.what, ": ", foreign_}));
  return Outcome::kForeign;
}

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Impl::ReadPacket(Element packet, const Group& group) {
  ++reporter_.report().records;
  reporter_.SetId(PersonOf(packet));  // of several members of a family, for what is wrong with this one
  // A mapping may read records of which nothing is standard.
  const bool is_packet = mapping_.root() != nullptr
                             ? IsObject(packet) && !(mapping_.identity() == Steps{"id"} && IsOneThingOfAPatient(packet))
                             : LooksLikePacket(packet);
  if (!is_packet) return RejectForeign(packet);
  const JsonPath root(mapping_.root());
  const std::optional<std::string> id = Identity(packet);
  const auto reject = [&](const RemarkKind& kind, std::string_view value) {
    std::string pointer;
    for (const std::string& step : mapping_.identity()) pointer.append("/").append(step);
    reporter_.Report(kind, pointer, value);
    return Outcome::kRead;
  };
  if (!id.has_value() || id->empty()) return reject(kPacketWithoutId, {});
  if (symbols_.rules().IsMissing(*id)) return reject(kNoId, *id);
  if (model::IsRoundedNumber(*id)) return reject(kRoundedId, *id);
  if (id->size() > kMaxTextBytes) return reject(kLongId, *id);
  reporter_.SetId(*id);
  draft_.Begin(dataset_, *id);
  draft_.SetKeyword(0, model::field::kDataset, dataset_);
  if (!group.cohort.empty() && group.cohort.size() <= kMaxCodeBytes) {
    draft_.SetKeyword(0, model::field::kCohort, group.cohort);
  }
  ReadPacketParts(draft_, root, packet, mapping_);
  if (group.pedigree.has_value())
    ReadPedigreePlace(draft_, *group.pedigree, PersonOf(packet), group.proband, group.family);
  if (group.rest.has_value()) {
    const JsonPath wrapper(root, group.name);
    ForEachMember(draft_, wrapper, *group.rest, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key != "id" && key != "proband" && key != "relatives" && key != "members") draft_.Keep(place, member);
    });
  }
  if (absl::Status delivered = Deliver(); !delivered.ok()) return delivered;
  return Outcome::kRead;
}

absl::Status DocumentReader::Impl::Deliver() {
  if (tables_ != nullptr && !tables_->AddTo(draft_)) {
    draft_.Finish();
    return absl::OkStatus();
  }
  model::Taken taken;
  const bool whole = tables_ == nullptr || !tables_->has_left_out();
  return DeliverRecord(draft_.Finish(), draft_.plausibility(), sink_, reporter_, &taken, whole);
}

absl::StatusOr<DocumentReader::Outcome> DocumentReader::Impl::ReadGroup(Element wrapper, std::string_view name) {
  Group group;
  group.name = name;
  group.rest = wrapper;
  const std::string_view id = StringOf(Member(wrapper, "id").value_or(wrapper));
  if (name == "cohort") group.cohort = id;
  if (name == "family") {
    group.pedigree = Member(wrapper, "pedigree");
    group.family = id;
    if (const std::optional<Element> proband = Member(wrapper, "proband")) group.proband = PersonOf(*proband);
  }
  bool any = false;
  HashSet<std::string> read_persons;
  const auto read = [&](Element packet) -> absl::Status {
    read_persons.emplace(PersonOf(packet));
    const absl::StatusOr<Outcome> outcome = ReadPacket(packet, group);
    // What the wrapper says itself is kept once.
    if (outcome.ok() && *outcome == Outcome::kRead) group.rest.reset();
    any = true;
    return outcome.status();
  };
  const std::span<const std::string_view> holders =
      name == "cohort" ? std::span<const std::string_view>(kCohort) : std::span<const std::string_view>(kFamily);
  for (const std::string_view holder : holders) {
    const std::optional<Element> held = Member(wrapper, holder);
    if (!held.has_value()) continue;
    Array array;
    if (held->get(array) != simdjson::SUCCESS) {
      if (absl::Status status = read(*held); !status.ok()) return status;
      continue;
    }
    for (const Element packet : array) {
      if (absl::Status status = read(packet); !status.ok()) return status;
    }
  }
  if (group.pedigree.has_value()) ReportPersonsWithoutRecord(*group.pedigree, read_persons, reporter_);
  if (!any) {
    ++reporter_.report().records;
    reporter_.Report(kNoMembersOfGroup, "", {}, model::Concat({"a ", name, " without members"}));
  }
  return Outcome::kRead;
}

}  // namespace muster::import
