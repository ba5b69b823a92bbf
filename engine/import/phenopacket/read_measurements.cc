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
