// Phenotypic features, diseases and measurements in Beacon's words.
#include <variant>

#include "engine/import/beacon/beacon_members.h"
#include "engine/import/beacon/beacon_parts.h"
#include "engine/import/phenopacket/parts.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNeitherTrueNorFalse{ImportProblem::Kind::kKeptOnly, "neither true nor false",
                                          "write true or false; leave the member out where it is not known"};

using model::Entity;
using namespace model::field;

std::optional<uint32_t> ReadDisease(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<uint32_t> made = AddRowOfCode(draft, at, value, Entity::kDisease, "diseaseCode", kDiseaseTerm);
  if (!made.has_value()) return std::nullopt;
  const uint32_t row = *made;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "diseaseCode" || key == "excluded") {
      // read above
    } else if (key == "familyHistory") {
      if (const std::optional<bool> family = BoolOf(member)) {
        draft.SetKeyword(row, kDiseaseFamilyHistory, *family ? "yes" : "no");
      } else {
        draft.KeepUnreadable(place, member, kNeitherTrueNorFalse);
      }
    } else if (!ReadMember(draft, row, kBeaconDiseaseMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

// A quantity with or without the member that says so, a code, a number, or several typed quantities.
void ReadMeasurementValue(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  const auto read_member = [&](std::string_view name, auto read) {
    ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key == name) {
        read(place, member);
      } else {
        draft.Keep(place, member);
      }
    });
  };
  if (!IsObject(value)) {
    draft.SetNumber(row, kMeasurementValue, at, value);
  } else if (Member(value, "quantity").has_value()) {
    const std::optional<ComparatorMember> compared = FindComparatorBeside(value);
    ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
      if (key == "quantity") {
        ReadQuantity(draft, row, place, member, Zeros::kWritten);
      } else if (!compared.has_value() || place.key() != compared->key) {
        draft.Keep(place, member);
      }
    });
    if (compared.has_value()) {
      draft.SetComparator(row, kMeasurementValue, JsonPath(at, compared->key), compared->value);
    }
  } else if (Member(value, "complexValue").has_value()) {
    read_member("complexValue", [&](const JsonPath& place, Element member) {
      ReadComplex(draft, row, place, member, Zeros::kWritten);
    });
  } else if (Member(value, "typedQuantities").has_value()) {
    ReadComplex(draft, row, at, value, Zeros::kWritten);
  } else if (Member(value, "ontologyClass").has_value()) {
    read_member("ontologyClass",
                [&](const JsonPath& place, Element member) { draft.SetCode(row, kMeasurementCode, place, member); });
  } else if (Member(value, "id").has_value()) {
    draft.SetCode(row, kMeasurementCode, at, value);
  } else {
    ReadQuantity(draft, row, at, value, Zeros::kWritten);
  }
}

std::optional<uint32_t> ReadMeasurement(RecordDraft& draft, JsonPath& at, Element value, std::string_view sample_id) {
  if (IsVoidMeasurement(draft, at, value)) return std::nullopt;
  const std::optional<model::Symbol> assay =
      ReadMainCode(draft, at, value, "assayCode", kMeasurementAssay, /*excluded=*/false);
  if (!assay.has_value()) return std::nullopt;
  const uint32_t row = draft.AddRow(Entity::kMeasurement, 0);
  at.set_row(row);
  draft.row(row).values.push_back({kMeasurementAssay, *assay});
  if (!sample_id.empty()) draft.row(row).values.push_back({kMeasurementSample, std::string(sample_id)});
  std::optional<Element> result;
  std::string_view other;  // what may be the result
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "assayCode") {
      // read above
    } else if (key == "measurementValue") {
      result = member;
    } else if (key == "procedure") {
      ReadMembers(draft, row, kBeaconMeasurementProcedureMembers, place, member);
    } else if (!ReadMember(draft, row, kBeaconMeasurementMembers, key, place, member)) {
      if (other.empty() && MayBeResult(key, member)) other = place.key();
      draft.Keep(place, member);
    }
  });
  if (!result.has_value() && !other.empty()) ReportUnreadResult(draft, JsonPath(at, other));
  // Last, when `row` has everything that its copies need.
  if (result.has_value()) ReadMeasurementValue(draft, row, JsonPath(at, "measurementValue"), *result);
  return row;
}

}  // namespace

void ReadBeaconPhenotypes(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kPhenotype}, [&](JsonPath& place, Element element) {
    return ReadPhenotype(draft, place, element, "featureType", kBeaconPhenotypeMembers, sample_id);
  });
}

void ReadBeaconDiseases(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kDisease},
           [&](JsonPath& place, Element element) { return ReadDisease(draft, place, element); });
}

void ReadBeaconMeasurements(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kMeasurement},
           [&](JsonPath& place, Element element) { return ReadMeasurement(draft, place, element, sample_id); });
}

}  // namespace muster::import
