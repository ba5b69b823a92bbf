#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "engine/import/phenopacket/parts.h"
#include "engine/import/phenopacket/phenopacket_members.h"
#include "engine/import/record/draft/comparator.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/panel.h"
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

}  // namespace

namespace {

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

}  // namespace

namespace {

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

namespace {

constexpr RemarkKind kNoValue{
    ImportProblem::Kind::kKeptOnly, "measurement whose result stands where none is read: it has no value",
    "write it as {\"value\": {\"quantity\": {\"unit\": ..., \"value\": 5}}}, in Beacon as \"measurementValue\""};
constexpr RemarkKind kNotMeasured{
    ImportProblem::Kind::kNote, "coded value that says that nothing was measured: it counts as one that was made",
    "leave the measurement out in the source, or ask for values that say more: \"has measurement X with coded value is "
    "...\""};
constexpr RemarkKind kWithoutResult{
    ImportProblem::Kind::kNote, "measurement without a value: it counts as one that was made",
    "nothing, if it was made and its result is not recorded; else leave it out in the source: \"has measurement X with "
    "value is recorded\" asks for those that have one"};

}  // namespace

bool MayBeResult(std::string_view key, Element value) {
  if (IsEmpty(value)) return false;
  const std::string name = model::ToLower(key);
  const auto begins = [&](std::string_view part) { return name.starts_with(part); };
  const auto ends = [&](std::string_view part) { return name.ends_with(part); };
  // Of FHIR, OMOP and Beacon, whatever stands there.
  constexpr std::string_view kNames[] = {"value",
                                         "result",
                                         "results",
                                         "quantity",
                                         "ontologyclass",
                                         "measurementvalue",
                                         "valuequantity",
                                         "valuestring",
                                         "valueinteger",
                                         "valuedecimal",
                                         "valuecodeableconcept",
                                         "valuerange",
                                         "valueratio",
                                         "valueboolean",
                                         "valueasnumber",
                                         "valueasconcept",
                                         "value_as_number",
                                         "value_as_concept_id",
                                         "valuenumeric",
                                         "valuesampleddata"};
  if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
  // "numericValue", "labResult", but not "referenceRangeValue".
  constexpr std::string_view kEnds[] = {"value", "result", "results", "quantity"};
  constexpr std::string_view kOfOthers[] = {"reference", "normal",   "previous", "prior", "expected", "pvalue",
                                            "threshold", "critical", "cutoff",   "p_",    "sample",   "limit"};
  return (NumberOf(value).has_value() || IsObject(value)) && std::any_of(std::begin(kEnds), std::end(kEnds), ends) &&
         std::none_of(std::begin(kOfOthers), std::end(kOfOthers), begins);
}

void ReportUnreadResult(RecordDraft& draft, const JsonPath& at) {
  draft.reporter().Report(kNoValue, at.Pointer(), at.key(), {});
}

namespace {

// "Not performed", "Invalid": a class in place of a result.
bool SaysNothingWasMeasured(Element value) {
  constexpr std::string_view kWords[] = {"notperformed",
                                         "testnotperformed",
                                         "notdone",
                                         "nottested",
                                         "invalid",
                                         "invalidresult",
                                         "cancelled",
                                         "canceled",
                                         "rejected",
                                         "samplerejected",
                                         "insufficientsample",
                                         "quantitynotsufficient",
                                         "notevaluable",
                                         "samplenotreceived",
                                         "pending",
                                         "haemolysed",
                                         "hemolysed",
                                         "hemolyzed",
                                         "testcancelled"};
  if (IsObject(value) && model::NormalizeCode(MemberText(value, "id")) == "NCIT:C63511") return true;
  const std::string text = IsObject(value) ? MemberText(value, "label") : std::string(StringOf(value));
  const Letters letters(text);
  return IsIn(kWords, letters.text());
}

void ReadCodedValue(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  if (draft.SetCode(row, kMeasurementCode, at, value) && SaysNothingWasMeasured(value)) {
    const std::string shown = model::Concat({MemberText(value, "id"), " ", MemberText(value, "label")});
    draft.reporter().ReportOfEach(kNotMeasured, {}, shown, [&] {
      return std::pair(at.Pointer(), model::Concat({"\"", Shown(shown), "\", and the measurement counts"}));
    });
  }
}

void ReadValue(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  // Without the member that names the form, as Beacon has it.
  if (!Member(value, "quantity").has_value() && !Member(value, "ontologyClass").has_value() &&
      !Member(value, "complexValue").has_value() && IsObject(value) && !IsEmpty(value)) {
    if (Member(value, "id").has_value()) {
      ReadCodedValue(draft, row, at, value);
    } else {
      ReadQuantity(draft, row, at, value, Zeros::kWritten);
    }
    return;
  }
  const std::optional<ComparatorMember> compared = FindComparatorBeside(value);
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "quantity") {
      ReadQuantity(draft, row, place, member, Zeros::kLeftOut);
    } else if (key == "ontologyClass") {
      ReadCodedValue(draft, row, place, member);
    } else if (key == "complexValue") {
      ReadComplex(draft, row, place, member, Zeros::kLeftOut);
    } else if (!compared.has_value() || place.key() != compared->key) {
      draft.Keep(place, member);
    }
  });
  // Beside the quantity, too, it is about its value.
  if (compared.has_value()) {
    draft.SetComparator(row, kMeasurementValue, JsonPath(at, compared->key), compared->value);
  }
}

// Values stand in the row itself, or in the rows of its parts.
bool HasResult(const model::Row& row) {
  return row.Find(kMeasurementValue) != nullptr || row.Find(kMeasurementCode) != nullptr;
}

std::optional<uint32_t> ReadMeasurement(RecordDraft& draft, JsonPath& at, Element value, std::string_view sample_id) {
  if (IsVoidMeasurement(draft, at, value)) return std::nullopt;
  const std::optional<model::Symbol> assay =
      ReadMainCode(draft, at, value, "assay", kMeasurementAssay, /*excluded=*/false);
  if (!assay.has_value()) return std::nullopt;
  const uint32_t row = draft.AddRow(Entity::kMeasurement, 0);
  at.set_row(row);
  draft.row(row).values.push_back({kMeasurementAssay, *assay});
  if (!sample_id.empty()) draft.row(row).values.push_back({kMeasurementSample, std::string(sample_id)});
  std::optional<Element> complex;
  std::string_view complex_name = "complexValue";
  bool any = false;
  std::string_view other;  // what may be the result
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "assay") {
      // read above
    } else if (key == "value") {
      any = !IsEmpty(member);
      if (Member(member, "complexValue").has_value() || Member(member, "typedQuantities").has_value()) {
        complex = member;
        complex_name = place.key();
      } else {
        ReadValue(draft, row, place, member);
      }
    } else if (key == "complexValue") {
      any = true;
      complex = member;
      complex_name = place.key();
    } else if (key == "timeObserved") {
      draft.SetTime(row, kMeasurementTime, place, member);
    } else if (key == "procedure") {
      ForEachMember(draft, place, member, [&](std::string_view name, const JsonPath& here, Element part) {
        if (name == "code") {
          draft.SetCode(row, kMeasurementProcedure, here, part);
        } else {
          draft.Keep(here, part);
        }
      });
    } else {
      if (other.empty() && MayBeResult(key, member)) other = place.key();
      draft.Keep(place, member);
    }
  });
  if (!any && !other.empty()) ReportUnreadResult(draft, JsonPath(at, other));
  // (Of a value that is there and cannot be read, that is told.)
  if (!any && other.empty() && !HasResult(draft.row(row))) {
    draft.reporter().Report(kWithoutResult, at.Pointer(), draft.dictionary().Text(*assay));
  }
  // Last, when `row` has everything that its copies need.
  if (complex.has_value()) {
    if (Member(*complex, "complexValue").has_value()) {
      ReadValue(draft, row, JsonPath(at, complex_name), *complex);
    } else {
      ReadComplex(draft, row, JsonPath(at, complex_name), *complex, Zeros::kLeftOut);
    }
  }
  return row;
}

}  // namespace

void ReadMeasurements(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id) {
  ReadRows(draft, at, value, {Entity::kMeasurement},
           [&](JsonPath& place, Element element) { return ReadMeasurement(draft, place, element, sample_id); });
}

}  // namespace muster::import
