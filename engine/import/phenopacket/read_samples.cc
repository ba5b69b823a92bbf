#include <variant>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Entity;
using namespace model::field;

// The procedure by which a sample was taken was performed when the sample was collected: its time fills what
// timeOfCollection leaves open.
void ReadProcedure(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "code") {
      draft.SetCode(row, kSampleProcedure, place, member);
    } else if (key != "performed") {
      draft.Keep(place, member);
    } else if (const std::optional<model::TimeValue> performed = draft.ReadTime(place, member)) {
      for (model::FieldValue& present : draft.row(row).values) {
        if (present.field != kSampleCollected) continue;
        auto& collected = std::get<model::TimeValue>(present.value);
        if (collected.date.empty() && !performed->date.empty()) {
          collected.date = performed->date;
        } else if (collected != *performed) {
          draft.Keep(place, member);
        }
        return;
      }
      draft.SetValue(row, kSampleCollected, place, member, *performed);
    }
  });
}

constexpr RemarkKind kSampleOfAnother{
    ImportProblem::Kind::kKeptOnly, "sample of another person than its record, not taken",
    "put it into the record of its person; or, if \"individualId\" is another id of this person, name that in "
    "\"alternateIds\" of the subject"};

constexpr RemarkKind kOtherName{ImportProblem::Kind::kNote,
                                "record without a subject, whose samples name the person by another id than its own",
                                "nothing, if both are one person; else give the record its subject"};

// In the standard, "individualId" is the individual of the sample. In a record without a subject, that of the first
// sample is another id of the person.
bool IsSampleOfAnother(RecordDraft& draft, const JsonPath& at, Element sample) {
  const std::optional<Element> whose = Member(sample, "individualId");
  std::string scratch;
  const std::optional<std::string_view> id = whose.has_value() ? ScalarText(*whose, scratch) : std::nullopt;
  if (!id.has_value() || draft.rules().IsMissing(*id) || IsThisIndividual(draft, *whose)) return false;
  if (draft.row(0).Find(kSubjectId) == nullptr && draft.other_name().empty()) {
    draft.reporter().Report(kOtherName, JsonPath(at, "individualId").Pointer(), *id,
                            model::Concat({"the sample is of \"", Shown(*id), "\"; its person is known as \"",
                                           Shown(draft.record().id), "\""}));
    draft.set_other_name(model::Trim(*id));
    return false;
  }
  draft.reporter().Report(kSampleOfAnother, JsonPath(at, "individualId").Pointer(), *id,
                          model::Concat({"the sample is of \"", Shown(*id), "\", so it is not taken"}));
  draft.NoteOfAnother(*id);
  draft.NoteOfAnother(ScalarText(Member(sample, "id").value_or(sample)).value_or(""));
  return true;
}

std::optional<uint32_t> ReadSample(RecordDraft& draft, JsonPath& at, Element value) {
  if (!IsObject(value)) {
    draft.KeepUnreadable(at, value, kNoObject);
    return std::nullopt;
  }
  if (IsSampleOfAnother(draft, at, value)) {
    at.set_of_another();
    draft.KeepAsIs(at, value);
    return std::nullopt;
  }
  const uint32_t row = draft.AddRow(Entity::kSample, 0);
  at.set_row(row);
  const std::string_view id = StringOf(Member(value, "id").value_or(value));
  SetSampleType(draft, row, at, value, "materialSample");
  if (const std::optional<Element> time = Member(value, "timeOfCollection"); time.has_value() && !time->is_null()) {
    draft.SetTime(row, kSampleCollected, JsonPath(at, "timeOfCollection"), *time);
  }
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "timeOfCollection") {
      // read above
    } else if (key == "individualId") {
      if (!IsThisIndividual(draft, member)) draft.Keep(place, member);
    } else if (key == "procedure") {
      ReadProcedure(draft, row, place, member);
    } else if (key == "files") {
      ReadFileRows(draft, place, member, id);
    } else if (key == "phenotypicFeatures") {
      ReadPhenotypes(draft, place, member, id);
    } else if (key == "measurements") {
      ReadMeasurements(draft, place, member, id);
    } else if (!ReadMember(draft, row, kSampleMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

// A file at the top may be of a sample: then the map from ids to names in the file has the sample's id.
std::string_view SampleOfFile(RecordDraft& draft, Element file) {
  Object map;
  if (const std::optional<Element> member = Member(file, "individualToFileIdentifiers");
      !member.has_value() || member->get(map) != simdjson::SUCCESS) {
    return {};
  }
  for (const auto field : map) {
    for (const model::Row& row : draft.record().rows) {
      if (row.entity != Entity::kSample) continue;
      const model::Value* id = row.Find(kSampleId);
      if (id != nullptr && std::get<std::string>(*id) == field.key) return field.key;
    }
  }
  return {};
}

std::optional<uint32_t> ReadFile(RecordDraft& draft, JsonPath& at, Element value, std::string_view sample_id) {
  if (!IsObject(value)) {
    draft.KeepUnreadable(at, value, kNoObject);
    return std::nullopt;
  }
  const uint32_t row = draft.AddRow(Entity::kFile, 0);
  at.set_row(row);
  const std::string_view sample = sample_id.empty() ? SampleOfFile(draft, value) : sample_id;
  if (!sample.empty()) draft.row(row).values.push_back({kFileSample, std::string(sample)});
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "uri") {
      draft.SetText(row, kFileUri, place, member);
    } else if (key == "fileAttributes") {
      ReadMembers(draft, row, kFileMembers, place, member);
    } else {
      draft.Keep(place, member);
    }
  });
  return row;
}

}  // namespace

void ReadSamples(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kSample},
           [&](JsonPath& place, Element element) { return ReadSample(draft, place, element); });
}

void ReadFileRows(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kFile},
           [&](JsonPath& place, Element element) { return ReadFile(draft, place, element, sample_id); });
}

}  // namespace muster::import
