// Numbers of measurements: their units, comparators and reference ranges, and values of several parts.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/draft/comparator.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"

namespace muster::import {

using model::Entity;
using namespace model::field;

namespace {

constexpr RemarkKind kTwoUnits{
    ImportProblem::Kind::kKeptOnly, "code and label that are two different units: the number is left without a unit",
    "find out which of the two was meant, and correct the other in the source; programs that fill in one code for all "
    "are a frequent cause"};

}  // namespace

std::optional<model::Value> ReadUnit(RecordDraft& draft, const JsonPath& at, Element value) {
  // Also if the label is not a known unit: a number in an unknown unit is not a number without unit.
  std::string_view text = StringOf(value);
  if (IsObject(value) && model::Trim(StringOf(Member(value, "id").value_or(value))).empty()) {
    text = StringOf(Member(value, "label").value_or(value));
  }
  if (!model::Trim(text).empty() && text.size() <= kMaxCodeBytes) {
    draft.reporter().CountNote("unit without code, taken by its label");
    return draft.ReadText(kMeasurementUnit, text);
  }
  if (!IsObject(value)) {
    if (!IsEmpty(value)) draft.KeepUnreadable(at, value, kNoClass);
    return std::nullopt;
  }
  std::string_view label;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "id") {
      text = StringOf(member);
    } else if (key == "label") {
      label = StringOf(member);
    } else {
      draft.Keep(place, member);
    }
  });
  if (draft.AreDifferentUnits(text, label)) {
    draft.KeepUnreadable(at, value, kTwoUnits,
                         model::Concat({"\"", Shown(text), "\" and \"", Shown(label), "\" are two units"}));
    return std::nullopt;
  }
  // UCUM's units do not name their code system.
  if (const auto unit = draft.InternCode(at, text, label, /*needs_system=*/false)) return *unit;
  if (!IsEmpty(value)) draft.KeepAsIs(at, value);
  return std::nullopt;
}

namespace {

constexpr RemarkKind kRangeUnit{
    ImportProblem::Kind::kKeptOnly, "the reference range has another unit than the value",
    "give it in the unit of the value, or in one that converts to it without regard to what was measured"};
constexpr RemarkKind kNoQuantity{ImportProblem::Kind::kKeptOnly,
                                 "quantity without a \"value\", and with other members: no number is read of it",
                                 "write the number as \"value\" beside its \"unit\""};
constexpr RemarkKind kOtherComparator{ImportProblem::Kind::kKeptOnly,
                                      "a number with a comparator other than <, <=, >= or >",
                                      "<, <=, >= and > are understood; with another one a number says nothing certain"};

struct UnitPair {
  model::Unit from;
  model::Unit to;
};

// Two units by which limits can be converted: also two spellings of one. Not by what was measured, which takes more.
std::optional<UnitPair> UnitsOf(const RecordDraft& draft, const model::Value& from, const model::Value& to) {
  const auto parsed = [&](const model::Value& unit) {
    return model::ParseUnit(draft.dictionary().Text(std::get<model::Symbol>(unit)));
  };
  const absl::StatusOr<model::Unit> one = parsed(from);
  const absl::StatusOr<model::Unit> other = parsed(to);
  if (!one.ok() || !other.ok() || !model::Convertible(*one, *other)) return std::nullopt;
  return UnitPair{*one, *other};
}

// The limits are in the unit of the value; in another one they would be misleading.
void ReadRange(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  std::optional<UnitPair> units;
  if (const std::optional<Element> unit = Member(value, "unit"); unit.has_value() && !IsEmpty(*unit)) {
    const std::optional<model::Value> of_range = ReadUnit(draft, JsonPath(at, "unit"), *unit);
    const model::Value* of_value = draft.row(row).Find(kMeasurementUnit);
    const bool both = of_range.has_value() && of_value != nullptr;
    if (both && *of_value != *of_range) units = UnitsOf(draft, *of_range, *of_value);
    if (!both || (*of_value != *of_range && !units.has_value())) return draft.KeepUnreadable(at, value, kRangeUnit);
  }
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key != "unit" && !ReadMember(draft, row, kRangeMembers, key, place, member)) draft.Keep(place, member);
  });
  if (!units.has_value()) return;
  for (model::FieldValue& limit : draft.row(row).values) {
    if (limit.field != kMeasurementLow && limit.field != kMeasurementHigh) continue;
    const absl::StatusOr<double> converted = model::Convert(std::get<double>(limit.value), units->from, units->to);
    if (converted.ok()) limit.value = *converted;
  }
}

// A value with a FHIR comparator is a bound. With an unknown comparator there is no value.
void SetCompared(RecordDraft& draft, uint32_t row, const JsonPath& at, Element quantity, Element number,
                 std::string_view comparator) {
  const std::optional<double> value = NumberOf(number);
  const std::optional<model::NumberBounds> bounds =
      value.has_value() ? NumberBoundsOf(comparator, *value) : std::nullopt;
  if (bounds.has_value()) {
    draft.SetValue(row, kMeasurementValue, at, quantity, *bounds);
  } else {
    draft.KeepUnreadable(at, quantity, kOtherComparator);
  }
}

// What converters write where they have no value: -1 of a unit "Not Available".
bool IsDefaultQuantity(const RecordDraft& draft, Element quantity, std::string_view unit_name) {
  const std::optional<Element> unit = Member(quantity, unit_name);
  const std::optional<Element> number = Member(quantity, "value");
  if (!unit.has_value() || !number.has_value() || NumberOf(*number) != -1.0) return false;
  return draft.rules().IsMissingCode(StringOf(Member(*unit, "id").value_or(*unit)));
}

}  // namespace

void ReadQuantity(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, Zeros zeros) {
  // Beacon's examples have "units" as well.
  const std::string_view unit_name = Member(value, "unit").has_value() ? "unit" : "units";
  if (draft.plausibility().numbers && IsDefaultQuantity(draft, value, unit_name)) {
    return draft.KeepImplausible(at, value, "-1 without a known unit is what converters write for no value");
  }
  if (const std::optional<Element> unit = Member(value, unit_name); unit.has_value() && !IsEmpty(*unit)) {
    const JsonPath place(at, unit_name);
    if (std::optional<model::Value> read = ReadUnit(draft, place, *unit)) {
      draft.SetValue(row, kMeasurementUnit, place, *unit, *std::move(read));
    }
  }
  bool number = false;
  bool others = false;
  const std::optional<ComparatorMember> compared =
      Member(value, "value").has_value() ? FindComparator(value) : std::nullopt;
  const bool is_object =
      ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
        if (key == "value") {
          number = true;
          if (compared.has_value() && compared->of_fhir) {
            SetCompared(draft, row, at, value, member, StringOf(compared->value));
          } else {
            draft.SetNumber(row, kMeasurementValue, place, member);
          }
        } else if (compared.has_value() && place.key() == compared->key) {
          // read with the value, or below
        } else if (key == "referenceRange") {
          ReadRange(draft, row, place, member);
        } else if (key != unit_name) {
          others = others || !IsEmpty(member);
          draft.Keep(place, member);
        }
      });
  if (compared.has_value() && !compared->of_fhir) {
    draft.SetComparator(row, kMeasurementValue, JsonPath(at, compared->key), compared->value);
  }
  if (!is_object || number) return;
  if (others) {
    draft.reporter().Report(kNoQuantity, at.Pointer(), ShownText(value), {});
  } else if (zeros == Zeros::kLeftOut && !IsEmpty(value) && !Member(value, "value").has_value()) {
    draft.reporter().CountNote("quantity without a value, which is 0 in protobuf");
    draft.SetValue(row, kMeasurementValue, at, value, 0.0);
  } else {
    draft.reporter().CountNote("quantity without a value");
  }
}

std::optional<ComparatorMember> FindComparatorBeside(Element value) {
  return Member(value, "quantity").has_value() ? FindComparator(value) : std::nullopt;
}

void ReadComplex(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, Zeros zeros) {
  const std::vector<model::FieldValue> common = draft.row(row).values;
  double parts = 0;
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key != "typedQuantities") return draft.Keep(place, member);
    ForEachElement(draft, place, member, [&](const JsonPath& item, Element quantity) {
      uint32_t target = row;
      if (parts > 0) {
        target = draft.AddRow(Entity::kMeasurement, 0);
        draft.row(target).values = common;
      }
      draft.row(target).values.push_back({kMeasurementPart, ++parts});
      bool number = false, others = false;
      const std::optional<ComparatorMember> compared = FindComparatorBeside(quantity);
      ForEachMember(draft, item, quantity, [&](std::string_view name, const JsonPath& here, Element part) {
        if (name == "quantity") {
          number = true;
          ReadQuantity(draft, target, here, part, zeros);
        } else if (compared.has_value() && here.key() == compared->key) {
          // read below
        } else if (!ReadMember(draft, target, kTypedQuantityMembers, name, here, part)) {
          others = others || !IsEmpty(part);
          draft.Keep(here, part);
        }
      });
      if (compared.has_value()) {
        draft.SetComparator(target, kMeasurementValue, JsonPath(item, compared->key), compared->value);
      }
      if (others && !number) draft.reporter().Report(kNoQuantity, item.Pointer(), ShownText(quantity), {});
    });
  });
}

}  // namespace muster::import
