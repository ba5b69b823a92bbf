// Treatments, procedures and exposures in Beacon's words.
#include "engine/import/beacon/beacon_members.h"
#include "engine/import/beacon/beacon_parts.h"
#include "engine/import/phenopacket/parts.h"
#include "engine/import/record/draft/comparator.h"
#include "engine/import/record/draft/time_text.h"
#include "engine/import/record/remark_kinds.h"

namespace muster::import {
namespace {

constexpr RemarkKind kMinutes{ImportProblem::Kind::kKeptOnly, "length of time in minutes, which may be one in months",
                              "write months without a T: P6M; who means minutes writes PT0H6M"};

using model::Entity;
using namespace model::field;

// A row for an element of a polar entity whose code stands in `name`; nullopt after keeping the element.
std::optional<uint32_t> AddPolarRow(RecordDraft& draft, JsonPath& at, Element value, Entity entity,
                                    model::FieldId field, std::string_view name) {
  const std::optional<bool> excluded = ReadExcluded(draft, at, value, StatusMembers::kSayOtherThings);
  if (!excluded.has_value()) return std::nullopt;
  const std::optional<model::Symbol> code = ReadMainCode(draft, at, value, name, field, *excluded);
  if (!code.has_value()) return std::nullopt;
  const uint32_t row = draft.AddRow(entity, 0);
  at.set_row(row);
  draft.row(row).excluded = *excluded;
  draft.row(row).values.push_back({field, *code});
  return row;
}

std::optional<uint32_t> ReadTreatment(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<uint32_t> row =
      AddPolarRow(draft, at, value, Entity::kTreatment, kTreatmentAgent, "treatmentCode");
  if (!row.has_value()) return std::nullopt;
  // First, because the age at the beginning adds to its date.
  if (const std::optional<Element> doses = Member(value, "doseIntervals"); doses.has_value() && !IsEmpty(*doses)) {
    ReadDoses(draft, *row, JsonPath(at, "doseIntervals"), *doses);
  }
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "treatmentCode" || key == "excluded" || key == "doseIntervals") {
      // read above
    } else if (key == "drugType") {
      draft.SetEnum(*row, kTreatmentKind, place, kDrugTypes, member);
    } else if (!ReadMember(draft, *row, kBeaconTreatmentMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

std::optional<uint32_t> ReadProcedure(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<uint32_t> row =
      AddPolarRow(draft, at, value, Entity::kProcedure, kProcedureCode, "procedureCode");
  if (!row.has_value()) return std::nullopt;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "procedureCode" || key == "excluded") {
      // read above
    } else if (!ReadMember(draft, *row, kBeaconProcedureMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  return row;
}

std::optional<uint32_t> ReadExposure(RecordDraft& draft, JsonPath& at, Element value) {
  const std::optional<uint32_t> row = AddPolarRow(draft, at, value, Entity::kExposure, kExposureAgent, "exposureCode");
  if (!row.has_value()) return std::nullopt;
  const std::optional<ComparatorMember> compared =
      Member(value, "value").has_value() ? FindComparator(value) : std::nullopt;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "exposureCode" || key == "excluded") {
      // read above
    } else if (key == "unit") {
      if (IsEmpty(member)) return;
      if (std::optional<model::Value> unit = ReadUnit(draft, place, member)) {
        draft.SetValue(*row, kExposureUnit, place, member, *std::move(unit));
      }
    } else if (key == "duration") {
      const absl::StatusOr<model::HalfHours> duration = model::ParseIsoDuration(StringOf(member));
      const double days = duration.ok() ? static_cast<double>(*duration) / static_cast<double>(model::kDay) : 0;
      const std::string_view why = model::WhyNoNumber(kExposureDuration, days);
      if (MayMeanMonths(StringOf(member))) return draft.KeepUnreadable(place, member, kMinutes);
      if (draft.plausibility().numbers && !why.empty()) {
        draft.KeepImplausible(place, member, why);
      } else if (duration.ok()) {
        draft.SetValue(*row, kExposureDuration, place, member, days);
      } else if (!IsEmpty(member)) {
        draft.KeepUnreadable(place, member, kNoIsoDuration);
      }
    } else if (compared.has_value() && place.key() == compared->key) {
      // read below, with the value
    } else if (!ReadMember(draft, *row, kBeaconExposureMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
  if (compared.has_value()) {
    draft.SetComparator(*row, kExposureValue, JsonPath(at, compared->key), compared->value);
  }
  return row;
}

}  // namespace

void ReadBeaconTreatments(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kTreatment},
           [&](JsonPath& place, Element element) { return ReadTreatment(draft, place, element); });
}

void ReadBeaconProcedures(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kProcedure},
           [&](JsonPath& place, Element element) { return ReadProcedure(draft, place, element); });
}

void ReadBeaconExposures(RecordDraft& draft, const JsonPath& at, Element value) {
  ReadRows(draft, at, value, {Entity::kExposure},
           [&](JsonPath& place, Element element) { return ReadExposure(draft, place, element); });
}

}  // namespace muster::import
