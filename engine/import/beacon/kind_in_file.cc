#include "engine/import/beacon/kind_in_file.h"

#include "engine/import/phenopacket/packet_shape.h"

namespace muster::import {
namespace {

// A Cohort of GA4GH has packets as members, one of Beacon their ids.
bool ListsIds(Element document) {
  const std::optional<Element> list = Member(document, "members");
  Array members;
  return list.has_value() && list->get(members) == simdjson::SUCCESS && members.begin() != members.end() &&
         !IsObject(*members.begin());
}

}  // namespace

std::optional<BeaconKind> KindInFile::Of(Element document) {
  // Only a phenopacket has a subject, whatever a source has added to it.
  if (!IsObject(document) || Member(document, "subject").has_value()) return std::nullopt;
  if (const std::optional<BeaconKind> kind = BeaconKindOf(document)) {
    kind_ = kind;
    return kind;
  }
  if (ListsIds(document)) {
    kind_ = BeaconKind::kCohort;
    return kind_;
  }
  if (!kind_.has_value() && !named_.has_value()) return std::nullopt;
  if (HasPacketPart(document) || Member(document, "proband").has_value() || Member(document, "members").has_value() ||
      Member(document, "graphs").has_value()) {
    return std::nullopt;
  }
  return kind_.has_value() ? kind_ : named_;
}

}  // namespace muster::import
