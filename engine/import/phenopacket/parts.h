// Readers of the parts of a phenopacket. Each takes a value at a place and puts it into rows of the draft.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_PARTS_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_PARTS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/record/draft/comparator.h"
#include "engine/import/record/draft/member_fields.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/mapped_rows.h"

namespace muster::import {

/// `subject`, into the individual's row. Comes first: other times need the date of birth.
void ReadSubject(RecordDraft& draft, const JsonPath& at, Element value);

/// True when `id` is that of the record, or one of its subject.
bool IsThisIndividual(RecordDraft& draft, Element id);

// Arrays of the record; `sample_id` is that of the biosample they belong to, or empty.
void ReadPhenotypes(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id);
void ReadMeasurements(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id);
void ReadFileRows(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id);
void ReadDiseases(RecordDraft& draft, const JsonPath& at, Element value);
void ReadSamples(RecordDraft& draft, const JsonPath& at, Element value);
void ReadInterpretations(RecordDraft& draft, const JsonPath& at, Element value);
void ReadMedicalActions(RecordDraft& draft, const JsonPath& at, Element value);

// Parts that Beacon has in the same form.
/// Reads a phenotypic feature: its code is in the member `code`, the rest in `members`. Nullopt: no row was made, and
/// the element is kept.
std::optional<uint32_t> ReadPhenotype(RecordDraft& draft, JsonPath& at, Element value, std::string_view code,
                                      MemberFields members, std::string_view sample_id);
/// The row of a feature or a disease, with its polarity, and its code, from the member `code`, in `field`. Nullopt as
/// above.
std::optional<uint32_t> AddRowOfCode(RecordDraft& draft, JsonPath& at, Element value, model::Entity entity,
                                     std::string_view code, model::FieldId field);
/// The first start and the last end of the intervals, into a treatment.
void ReadDoses(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value);
/// A unit's code; its label if there is no code.
std::optional<model::Value> ReadUnit(RecordDraft& draft, const JsonPath& at, Element value);
/// Whether the source leaves a value out that is 0, as protobuf does.
enum class Zeros { kWritten, kLeftOut };
/// Value, unit and reference range of a measurement.
void ReadQuantity(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, Zeros zeros);
/// What stands beside the quantity of `value` and compares it.
std::optional<ComparatorMember> FindComparatorBeside(Element value);
/// Typed quantities: one row for each; the first one in `row`, the others in copies of it.
void ReadComplex(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, Zeros zeros);
/// Whether a member of a measurement may be its result, judged by name and value: "valueQuantity", "result".
bool MayBeResult(std::string_view key, Element value);
/// Of a measurement without a value: its result may be the member at `at`, which is not read.
void ReportUnreadResult(RecordDraft& draft, const JsonPath& at);
/// Sets the type of a sample (tumour, reference, abnormal) from the several places where the standards have it, and
/// reports if they contradict each other or are missing (docs/data-model.md). `status` is the member with the sample's
/// status code. The mapping is applied later, and has precedence.
void SetSampleType(RecordDraft& draft, uint32_t row, const JsonPath& at, Element sample, std::string_view status);

/// Reads each element with `read(place, element)`, which returns the row it made, if any, unless the mapping makes
/// something other than `standard` of it.
template <typename Read>
void ReadRows(RecordDraft& draft, const JsonPath& at, Element value, std::initializer_list<model::Entity> standard,
              Read read) {
  ForEachElement(draft, at, value, [&](JsonPath& place, Element element) {
    if (place.node() == nullptr) {
      read(place, element);
    } else if (IsMappedAway(place, standard)) {
      draft.Keep(place, element);
    } else {
      ExtendMappedRow(draft, place, element, read(place, element));
    }
  });
}

/// What a member like `status` is about: for a feature or a disease, whether it was there; for a treatment, its
/// progress.
enum class StatusMembers { kSayWhetherObserved, kSayOtherThings };
/// The polarity of an element: that of `excluded`, or else observed. Nullopt, after keeping and reporting the element,
/// when that is neither true nor false, or when another member says that it is excluded, or may say so
/// (docs/data-model.md): a row of unknown polarity would be a wrong count. `at` is then marked, for the mapping's rows.
std::optional<bool> ReadExcluded(RecordDraft& draft, JsonPath& at, Element element, StatusMembers statuses);

/// True, after keeping and reporting the measurement, when a member says that it is an error or was not done.
bool IsVoidMeasurement(RecordDraft& draft, const JsonPath& at, Element element);

/// The code of an element's member `name`, for `field`; nullopt, after keeping the whole element, if there is none, or
/// one that says that there was nothing (IsDenial). `excluded`: whether the row is an excluded one.
std::optional<model::Symbol> ReadMainCode(RecordDraft& draft, const JsonPath& at, Element element,
                                          std::string_view name, model::FieldId field, bool excluded);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_PARTS_H_
