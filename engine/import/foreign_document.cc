#include "engine/import/foreign_document.h"

#include <optional>

#include "engine/import/beacon/beacon_kind.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr int kMaxLookedAtAllowed = 5;
constexpr size_t kMaxNamed = 8;

bool IsRecord(Element element) {
  return IsObject(element) && (Member(element, "subject").has_value() || BeaconKindOf(element).has_value() ||
                               Member(element, "phenotypicFeatures").has_value());
}

// Where records are, as a JSON pointer; "" where none are found.
std::string PlaceOfRecords(Element element, const std::string& pointer, int depth) {
  if (depth > kMaxLookedAtAllowed) return "";
  Object object;
  Array array;
  if (element.get(array) == simdjson::SUCCESS) {
    for (const Element first : array)
      return IsRecord(first) ? pointer : PlaceOfRecords(first, pointer + "/0", depth + 1);
    return "";
  }
  if (element.get(object) != simdjson::SUCCESS) return "";
  for (const auto member : object) {
    const std::string here = model::Concat({pointer, "/", member.key});
    if (IsRecord(member.value)) return here;
    if (std::string found = PlaceOfRecords(member.value, here, depth + 1); !found.empty()) return found;
  }
  return "";
}

}  // namespace

bool IsAnswerOfBeacon(Element document, bool has_mapping) {
  if (!IsObject(document) || Member(document, "id").has_value()) return false;
  if (Member(document, "responseSummary").has_value()) return true;
  const std::optional<Element> meta = Member(document, "meta");
  const std::optional<Element> response = Member(document, "response");
  if (!meta.has_value() || !response.has_value()) return false;
  // Forms have a "meta" and a "response", too, which a mapping may read.
  return !has_mapping || Member(*response, "resultSets").has_value() || Member(*response, "collections").has_value() ||
         Member(*meta, "beaconId").has_value() || Member(*meta, "apiVersion").has_value();
}

std::string WhatItHolds(Element document) {
  Object object;
  if (document.get(object) != simdjson::SUCCESS) return "";
  if (const std::optional<Element> type = Member(document, "resourceType"); type.has_value() && IsString(*type)) {
    return model::Concat({"it is a resource of FHIR (", StringOf(*type).substr(0, 80),
                          "): make phenopackets of the resources, one for each patient"});
  }
  std::string text;
  size_t count = 0;
  for (const auto member : object) {
    if (++count > kMaxNamed) break;
    text.append(count == 1 ? "its members are: " : ", ").append(member.key.substr(0, 80));
  }
  if (count == 0) return "it has no members";
  if (count > kMaxNamed) text.append(", ...");
  std::string place = PlaceOfRecords(document, "", 0);
  if (place.empty() && IsAnswerOfBeacon(document, /*has_mapping=*/false)) place = "/response/resultSets/0/results";
  return place.empty() ? text : model::Concat({text, "; take the records at ", place, " out of it"});
}

}  // namespace muster::import
