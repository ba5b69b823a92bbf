// A Beacon biosample, and runs and analyses.
#include "engine/import/beacon/beacon_members.h"
#include "engine/import/beacon/beacon_parts.h"
#include "engine/import/phenopacket/parts.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using namespace model::field;

// "Not available", "unknown", "not applicable": codes for missing values.
bool SaysNothing(const RecordDraft& draft, Element code) {
  const std::string_view id = StringOf(Member(code, "id").value_or(code));
  return model::Trim(id).empty() || draft.rules().IsMissingCode(id);
}

void ReadObtention(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ReadMembers(draft, row, kBeaconObtentionMembers, at, value);
}

// A library strategy is a text, or a class that speaks by its label.
void ReadStrategy(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  const Element text = IsObject(value) ? Member(value, "label").value_or(Member(value, "id").value_or(value)) : value;
  if (!IsString(text) || StringOf(text).size() > kMaxCodeBytes) {
    return draft.KeepUnreadable(at, value, kNoWord);
  }
  if (IsEmpty(text)) return;
  if (draft.rules().IsMissing(StringOf(text))) return draft.KeepMissing(at, value, StringOf(text));
  draft.SetAssay(row, at, StringOf(text), /*sets_strategy=*/false);
}

}  // namespace

void ReadBeaconSample(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  const std::string id = ScalarText(Member(value, "id").value_or(value)).value_or("");
  SetSampleType(draft, row, at, value, "biosampleStatus");
  // The tissue is the detail of the origin, or else the origin's type.
  const std::optional<Element> detail = Member(value, "sampleOriginDetail");
  const bool detailed = detail.has_value() && !SaysNothing(draft, *detail);
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "individualId") {
      // read by the caller
    } else if (key == "sampleOriginType") {
      const std::optional<model::Symbol> origin = draft.ReadCode(place, member);
      if (!origin.has_value()) return;
      draft.SetValue(row, kSampleOriginType, place, member, *origin);
      if (!detailed) draft.SetValue(row, kSampleTissue, place, member, *origin);
    } else if (key == "sampleOriginDetail") {
      if (detailed) {
        draft.SetCode(row, kSampleTissue, place, member);
      } else {
        draft.Keep(place, member);
      }
    } else if (key == "obtentionProcedure") {
      ReadObtention(draft, row, place, member);
    } else if (key == "phenotypicFeatures") {
      ReadBeaconPhenotypes(draft, place, member, id);
    } else if (key == "measurements" || key == "measures") {
      ReadBeaconMeasurements(draft, place, member, id);
    } else if (!ReadMember(draft, row, kBeaconSampleMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
}

void ReadBeaconRun(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "individualId" || key == "biosampleId") {
      // read by the caller
    } else if (key == "libraryStrategy") {
      ReadStrategy(draft, row, place, member);
    } else if (!ReadMember(draft, row, kBeaconRunMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
}

void ReadBeaconAnalysis(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (key == "individualId" || key == "biosampleId" || key == "runId") {
      // read by the caller
    } else if (!ReadMember(draft, row, kBeaconAnalysisMembers, key, place, member)) {
      draft.Keep(place, member);
    }
  });
}

}  // namespace muster::import
