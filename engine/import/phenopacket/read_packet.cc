#include "engine/import/phenopacket/read_packet.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/import/phenopacket/packet_shape.h"
#include "engine/import/phenopacket/parts.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/meant_member.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSecondSubject{ImportProblem::Kind::kKeptOnly, "a second subject",
                                    "write a record for each person; the first subject counts"};

// The part of a packet whose name differs from `key` by capitals or the plural alone, or that is called so elsewhere;
// "" if there is none.
std::string_view PartMeant(std::string_view key) {
  const auto singular = [](std::string_view name) {
    const bool plural = !name.empty() && model::AsciiLower(name.back()) == 's';
    return name.substr(0, name.size() - (plural ? 1 : 0));
  };
  const auto alike = [](char a, char b) { return model::AsciiLower(a) == model::AsciiLower(b); };
  const std::string_view own = singular(key);
  for (const std::string_view part : kPacketParts) {
    const std::string_view known = singular(part);
    if (key != part && std::equal(own.begin(), own.end(), known.begin(), known.end(), alike)) return part;
  }
  return PartMeantBy(key);
}

}  // namespace

void ReadPacketParts(RecordDraft& draft, const JsonPath& root, Element packet, const Mapping& mapping) {
  const auto read_first = [&](std::string_view name, auto read) {
    Object object;
    if (packet.get(object) != simdjson::SUCCESS) return;
    for (const auto field : object) {
      if (field.key == name && !field.value.is_null()) return read(draft, JsonPath(root, name), field.value);
    }
  };
  // The subject for its date of birth, the samples because other members refer to them.
  read_first("subject", ReadSubject);
  read_first("biosamples", ReadSamples);
  MakeParentsOfRecord(draft, root, packet);
  const bool has_id = mapping.identity() == Steps{"id"};
  bool id = false;
  bool subject = false;
  bool samples = false;
  ForEachMember(draft, root, packet, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "subject") {
      if (std::exchange(subject, true)) draft.KeepUnreadable(place, member, kSecondSubject);
    } else if (key == "biosamples") {
      if (std::exchange(samples, true)) ReadSamples(draft, place, member);
    } else if (key == "phenotypicFeatures") {
      ReadPhenotypes(draft, place, member, {});
    } else if (key == "measurements") {
      ReadMeasurements(draft, place, member, {});
    } else if (key == "diseases") {
      ReadDiseases(draft, place, member);
    } else if (key == "interpretations") {
      ReadInterpretations(draft, place, member);
    } else if (key == "medicalActions") {
      ReadMedicalActions(draft, place, member);
    } else if (key == "files") {
      ReadFileRows(draft, place, member, {});
    } else if (key != "id" || !has_id) {
      draft.Keep(place, member);
      if (key != "metaData") NoteMeant(draft.reporter(), place, member, key, PartMeant);  // every packet has it
    } else if (std::exchange(id, true)) {
      draft.KeepUnreadable(place, member, kSecondSpelling);
    }
  });
  MapRecord(draft, mapping, root, packet);
}

}  // namespace muster::import
