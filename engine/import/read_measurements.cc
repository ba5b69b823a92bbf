#include "engine/import/parts.h"
#include "engine/model/units.h"

namespace muster::import {

using model::Entity;
using namespace model::field;

std::optional<model::Value> ReadUnit(RecordDraft& draft, const Place& at, Element value) {
  if (IsObject(value) && StringOf(Member(value, "id").value_or(value)).empty()) {
    const std::string_view label = StringOf(Member(value, "label").value_or(value));
    if (!label.empty() && model::ParseUnit(label).ok()) {
      draft.reporter().Note("unit without code, taken by its label");
      return draft.ReadText(kMeasurementUnit, label);
    }
  } else if (IsString(value) && model::ParseUnit(StringOf(value)).ok()) {
    draft.reporter().Note("unit without code, taken by its label");
    return draft.ReadText(kMeasurementUnit, StringOf(value));
  }
  if (const std::optional<model::Symbol> unit = draft.ReadCode(at, value)) return *unit;
  return std::nullopt;
}

namespace {

// The limits are in the unit of the value; in another one they would be misleading.
void ReadRange(RecordDraft& draft, uint32_t row, const Place& at, Element value) {
  if (const std::optional<Element> unit = Member(value, "unit"); unit.has_value() && !IsEmpty(*unit)) {
    const std::optional<model::Value> of_range = ReadUnit(draft, Place(at, "unit"), *unit);
    const model::Value* of_value = draft.row(row).Find(kMeasurementUnit);
    if (!of_range.has_value() || of_value == nullptr || *of_value != *of_range) {
      return draft.KeepUnreadable(at, value, "the reference range has another unit than the value");
    }
  }
  ForEachMember(draft, at, value, [&](std::string_view key, const Place& place, Element member) {
    if (key == "low") {
      draft.SetNumber(row, kMeasurementLow, place, member);
    } else if (key == "high") {
      draft.SetNumber(row, kMeasurementHigh, place, member);
    } else if (key != "unit") {
      draft.Keep(place, member);
    }
  });
}

}  // namespace

void ReadQuantity(RecordDraft& draft, uint32_t row, const Place& at, Element value) {
  // Beacon's examples have "units" as well.
  const std::string_view unit_name = Member(value, "unit").has_value() ? "unit" : "units";
  if (const std::optional<Element> unit = Member(value, unit_name); unit.has_value() && !IsEmpty(*unit)) {
    const Place place(at, unit_name);
    if (std::optional<model::Value> read = ReadUnit(draft, place, *unit)) {
      draft.SetValue(row, kMeasurementUnit, place, *unit, *std::move(read));
    }
  }
  bool number = false;
  const bool is_object = ForEachMember(draft, at, value, [&](std::string_view key, const Place& place, Element member) {
    if (key == "value") {
      number = true;
      draft.SetNumber(row, kMeasurementValue, place, member);
    } else if (key == "referenceRange") {
      ReadRange(draft, row, place, member);
    } else if (key != unit_name) {
      draft.Keep(place, member);
    }
  });
  // Protobuf leaves zeros out, but so do those who have no value: it is not taken as zero.
  if (is_object && !number) draft.reporter().Note("quantity without a value");
}

void ReadComplex(RecordDraft& draft, uint32_t row, const Place& at, Element value) {
  const std::vector<model::FieldValue> common = draft.row(row).values;
  bool first = true;
  ForEachMember(draft, at, value, [&](std::string_view key, const Place& place, Element member) {
    if (key != "typedQuantities") return draft.Keep(place, member);
    ForEachElement(draft, place, member, [&](const Place& item, Element quantity) {
      uint32_t target = row;
      if (!first) {
        target = draft.AddRow(Entity::kMeasurement, 0);
        draft.row(target).values = common;
      }
      first = false;
      ForEachMember(draft, item, quantity, [&](std::string_view name, const Place& here, Element part) {
        if (name == "type" || name == "quantityType") {
          draft.SetCode(target, kMeasurementComponent, here, part);
        } else if (name == "quantity") {
          ReadQuantity(draft, target, here, part);
        } else {
          draft.Keep(here, part);
        }
      });
    });
  });
}

namespace {

void ReadValue(RecordDraft& draft, uint32_t row, const Place& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const Place& place, Element member) {
    if (key == "quantity") {
      ReadQuantity(draft, row, place, member);
    } else if (key == "ontologyClass") {
      draft.SetCode(row, kMeasurementCode, place, member);
    } else if (key == "complexValue") {
      ReadComplex(draft, row, place, member);
    } else {
      draft.Keep(place, member);
    }
  });
}

std::optional<uint32_t> ReadMeasurement(RecordDraft& draft, Place& at, Element value, std::string_view sample_id) {
  const std::optional<model::Symbol> assay = ReadMainCode(draft, at, value, "assay");
  if (!assay.has_value()) return std::nullopt;
  const uint32_t row = draft.AddRow(Entity::kMeasurement, 0);
  at.set_row(row);
  draft.row(row).values.push_back({kMeasurementAssay, *assay});
  if (!sample_id.empty()) draft.row(row).values.push_back({kMeasurementSample, std::string(sample_id)});
  std::optional<Element> complex;
  ForEachMember(draft, at, value, [&](std::string_view key, const Place& place, Element member) {
    if (key == "assay") {
      // read above
    } else if (key == "value") {
      if (Member(member, "complexValue").has_value()) {
        complex = member;
      } else {
        ReadValue(draft, row, place, member);
      }
    } else if (key == "complexValue") {
      complex = member;
    } else if (key == "timeObserved") {
      draft.SetTime(row, kMeasurementTime, place, member);
    } else if (key == "procedure") {
      ForEachMember(draft, place, member, [&](std::string_view name, const Place& here, Element part) {
        if (name == "code") {
          draft.SetCode(row, kMeasurementProcedure, here, part);
        } else {
          draft.Keep(here, part);
        }
      });
    } else {
      draft.Keep(place, member);
    }
  });
  // Last, when `row` has what its copies must have.
  if (complex.has_value()) {
    if (Member(*complex, "complexValue").has_value()) {
      ReadValue(draft, row, Place(at, "value"), *complex);
    } else {
      ReadComplex(draft, row, Place(at, "complexValue"), *complex);
    }
  }
  return row;
}

}  // namespace

void ReadMeasurements(RecordDraft& draft, const Place& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kMeasurement},
           [&](Place& place, Element element) { return ReadMeasurement(draft, place, element, sample_id); });
}

}  // namespace muster::import
