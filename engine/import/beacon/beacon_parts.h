// Readers of Beacon's records and of the parts that they share. Each takes a value at a place and puts it into rows of
// the draft.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_PARTS_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_PARTS_H_

#include <cstdint>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/record/draft/record_draft.h"

namespace muster::import {

/// An individual, into row 0.
void ReadBeaconIndividual(RecordDraft& draft, const JsonPath& at, Element value);
/// A biosample, into its row; other rows below the individual may come with it.
void ReadBeaconSample(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value);
void ReadBeaconRun(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value);
void ReadBeaconAnalysis(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value);

// Arrays of an individual or a biosample; `sample_id` is that of the biosample, or empty.
void ReadBeaconPhenotypes(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id);
void ReadBeaconMeasurements(RecordDraft& draft, const JsonPath& at, Element value, std::string_view sample_id);
void ReadBeaconDiseases(RecordDraft& draft, const JsonPath& at, Element value);
void ReadBeaconTreatments(RecordDraft& draft, const JsonPath& at, Element value);
void ReadBeaconProcedures(RecordDraft& draft, const JsonPath& at, Element value);
void ReadBeaconExposures(RecordDraft& draft, const JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_PARTS_H_
